"""What a server's answer means for who wants to read: its status and the type of what it sends."""

from claimtracker.claims.errors import ClaimTrackerError

_NEEDS_LOGIN = frozenset({401, 402, 403})
_IS_GONE = frozenset({404, 410})
_NO_TEXT = {  # the beginning of a media type to what it is called
    "image/": "a picture",
    "audio/": "a recording",
    "video/": "a film",
    "font/": "a font",
    "model/": "a model",
    "application/json": "data (JSON)",
    "application/ld+json": "data (JSON)",
    "application/rss": "a feed",
    "application/atom": "a feed",
    "application/xml": "data (XML)",
    "text/xml": "data (XML)",
    "text/css": "a style sheet",
    "text/javascript": "a script",
    "application/javascript": "a script",
    "application/zip": "an archive",
    "application/x-": "a program or an archive",
    "application/vnd.ms-": "an Office file that is not read",
    "application/vnd.oasis": "an Office file that is not read",
}
_READ_ALL_THE_SAME = frozenset({"application/x-pdf", "application/x-warc"})


def refuse_status(status: int, host: str) -> None:
    """Raise ClaimTrackerError unless the server gives the document, saying what may help."""
    if status == 200 or status == 203:
        return
    raise ClaimTrackerError(f"{_meaning(status, host)} (it answered {status}).")


def _meaning(status: int, host: str) -> str:
    if status in _IS_GONE:
        return f"There is no page at this address of {host}, or no longer"
    if status in _NEEDS_LOGIN:
        return (
            f"{host} does not give the page without a login or a subscription; open it in the "
            "browser, copy the article and paste it here"
        )
    if status == 429:
        return f"{host} was asked too often; try again later"
    if status == 451:
        return f"{host} may not show the page here, for legal reasons"
    if status >= 500:
        return f"The server of {host} has trouble; try again later"
    return f"{host} does not give the page"


def refuse_media_type(media_type: str, host: str) -> None:
    """Raise ClaimTrackerError where the server says that it sends no text."""
    if media_type in _READ_ALL_THE_SAME:
        return
    for beginning, called in _NO_TEXT.items():
        if media_type.startswith(beginning):
            raise ClaimTrackerError(f"What {host} has at this address is {called}, not a text.")
