"""Lists of words as they are written in the code: parted by blanks."""


def words(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())
