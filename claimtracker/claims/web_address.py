"""What counts as an address of the web: the only kind that is stored as a link or opened."""

from urllib.parse import urlsplit

WEB_SCHEMES = frozenset({"http", "https"})
LONGEST_ADDRESS = 2_000


def is_web_address(text: str) -> bool:
    """Whether the whole text is one http or https address with a host."""
    if len(text) > LONGEST_ADDRESS or any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in WEB_SCHEMES and bool(parts.hostname)
    except ValueError:  # such as a bracket that is not closed
        return False


def names_login(address: str) -> bool:
    """Whether the address names a user or password before its host."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all
        return False
    return parts.username is not None or parts.password is not None
