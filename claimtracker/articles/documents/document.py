"""A document as it arrives, before anything is known of what is in it."""

from dataclasses import dataclass


class Unreadable(Exception):
    """Why a document gives no article: what follows its name in the sentence, without the stop.

    `Unreadable("holds no text")` becomes "speech.pdf holds no text."
    """


def on_one_line(name: str) -> str:
    """The name of a file as a sentence holds it: a name may break the line, or steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in name)


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a document, and what came with them: file name, media type, web address."""

    data: bytes
    name: str = ""
    media_type: str = ""  # as a server gives it, "text/html; charset=utf-8"
    url: str = ""

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return on_one_line(self.name) or self.url or "The document"

    @property
    def bare_media_type(self) -> str:
        """The media type without its parameters, in small letters."""
        return self.media_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the media type declares, or nothing."""
        _, _, parameters = self.media_type.partition(";")
        for parameter in parameters.split(";"):
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'")
        return ""
