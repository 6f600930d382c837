"""An article as read: its text and what is known of where and when it was published."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Article:
    """The readable text of a document; all places in it count Unicode code points.

    The text has LF line ends and no byte order mark, and holds the article's own headline.
    """

    text: str
    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    url: str = ""  # as asked for
    canonical_url: str = ""  # as the page names itself

    @property
    def text_hash(self) -> str:
        """The SHA-256 of the text, by which the same article is known again."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
