"""The title that a text gives itself: its first line, where that looks like a headline."""

from .published import published_day

_LONGEST = 160  # characters
_NO_END_OF_TITLE = (".", ":", ";", ",")


def title_of(text: str) -> str:
    """Return the first line where a headline it may be: short, no sentence, more text below it.

    A line that tells the day of publication is no headline; the next one may be.
    """
    first, _, rest = text.strip().partition("\n")
    if rest and len(first) <= _LONGEST and published_day(first):
        first, _, rest = rest.strip().partition("\n")
    title = first.strip().lstrip("#").strip().strip("*_").strip()
    if not rest.strip() or len(title) > _LONGEST or title.endswith(_NO_END_OF_TITLE):
        return ""
    return title if any(character.isalpha() for character in title) else ""
