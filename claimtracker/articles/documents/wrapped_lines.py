"""Lines that were broken to fit a page are joined again, so that a sentence is in one piece."""

import re
from collections.abc import Sequence

_FULL = 0.7  # of a usual line: one shorter than that ended by itself
_USUAL = 0.9  # so many of the lines are shorter than what is called usual here
_FEWEST = 30  # characters: shorter lines are a list or a table
_ITEM = re.compile(r"(?:[-–—•‣▪●*·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_ENDS = (".", "!", "?", ":", "”", '"')


def unwrapped(lines: Sequence[str]) -> str:
    """Return the text with a line for each paragraph, item or row; empty lines part paragraphs."""
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[round(_USUAL * (len(lengths) - 1))] if lengths else 0
    joined: list[str] = []
    open_line = ""  # the last line as it was, where the next one may go on with it
    for line in lines:
        if open_line and line and _goes_on(open_line, line, usual):
            joined[-1] = _joined(joined[-1], line)
        elif line:
            joined.append(line)
        open_line = line
    return "\n".join(joined)


def _goes_on(before: str, line: str, usual: int) -> bool:
    if usual < _FEWEST or _ITEM.match(line):
        return False
    if line[0].islower():
        return True
    is_full = len(before) >= _FULL * usual
    return is_full and not (before.endswith(_ENDS) and len(before) < _USUAL * usual)


def _joined(before: str, line: str) -> str:
    """Join two lines; a word that was parted at its hyphen becomes whole again."""
    if re.search(r"[a-z]-$", before) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"
