"""The day on which a text was published, where the text itself says so at its beginning.

Only a date with a year counts, in a label ("Published: 18 April 2025"), a by-line, a line of its
own or a dateline ("KYIV, April 18, 2025 (Example) -"). A date inside a sentence never does: better
no day of publication than a wrong one.
"""

import re
from datetime import date
from itertools import islice

from .written_days import DAY, MONTH, WEEKDAY, day_of

_LINES = 12  # that can hold a by-line or a dateline
_LABELLED_LINES = 30  # that can hold a label
_LINE_END = 400  # characters of a line that are looked at
_LONG_LINE = 200  # characters of a paragraph: below it the text has begun

_TIME = (
    r"(?:\s*(?:[,|/•·–—-]|at\b)?\s*(?:\d\d?(?:[:.]\d\d)+(?:Z|[+-]\d\d:?\d\d)?|\d\d?)?"
    r"\s*(?:[ap]\.?m\b\.?)?\s*(?:\(?[A-Z]{2,4}\)?(?:[+-]\d\d?)?)?)"
)
_AFTER = (  # what may follow the date in a line that is only there to tell it
    rf"{_TIME}(?:\s*[|/•·,;(–—-]?\s*(?:(?:last\s+)?(?:updated|modified|edited)\b.*"
    r"|\d+\s+min(?:ute)?s?\s+read.*|for\s+(?:immediate\s+)?release.*)"
    r"|\s*[|•·]\s*[^.!?|]{1,60}|\s+by\s+(?-i:[A-Z])[^.!?]{1,60})?\s*[|.)\]]*\s*$"
)
_LABEL = (
    r"(?:(?:first|originally)\s+)?(?:published|posted|issued|released|sent|dated?|veröffentlicht|"
    r"(?:release|publication|published)\s+date|date\s+published|date\s+of\s+publication|"
    r"for\s+(?:immediate\s+)?release)(?:\s+(?:on|at|am))?\s*[:,|–—-]?\s*"
    r"(?:\d\d?[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\s*[,|]?\s*(?:on\s+)?)?"
)
_BEGINNING = re.compile(rf"\W*date\s*:?\s*{DAY}", re.IGNORECASE)
_GLUED = re.compile(rf"\W*(?=\d{{4}}-){DAY}\s*(?=[A-Z“\"‘])")
_LABELLED = re.compile(rf"\W*{_LABEL}{DAY}{_AFTER}", re.IGNORECASE)
_BY_LINE = re.compile(
    rf"\W*(?:by|from|story\s+by|reported\s+by)\s+(?!{WEEKDAY}|(?:{MONTH})\b\.?\s+\d)"
    rf"(?-i:[A-Z])[^\d!?]{{2,120}}?\W\s*(?:published\s+|posted\s+)?(?:on\s+)?{DAY}{_AFTER}",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*{DAY}{_AFTER}", re.IGNORECASE)
_NOT_A_PLACE = (  # at the beginning of a line whose date is another
    r"(?!(?:last|updated?|modified|deadline|due|effective|expires?|ends?|starts?|starting|begins?|"
    r"from|since|until|till|by|on|after|before|as\s+of|born|died|valid)\b)"
)
_NAME = r"(?-i:[A-Z])[\w.’'&]*"
_NAMES = rf"{_NOT_A_PLACE}{_NAME}(?:,?\s(?:(?:of|the|de|am|upon)\s)?(?-i:[A-Z])[\w.’'&-]*){{0,4}}"
_PLACED = re.compile(  # after a place, an agency, a name, or what kind of text it is
    rf"\W*(?:{_NAMES}\W*?\s*[,|/•·–—(-]\s*"
    rf"|(?:speech|remarks|statement|address|lecture|testimony|press|news|media|transcript|"
    rf"interview|introductory|opening)\b.{{0,200}}?[,|/•·–—:(-]\s*)(?:on\s+)?{DAY}{_AFTER}",
    re.IGNORECASE,
)
_DATELINE = re.compile(  # place, agency, day, agency, dash
    rf"\W*(?:{_NAMES}[\s.]*(?:[,(–—-]|(?<=\.)\s)[\s(–—-]*)?(?:\(?[^()\d]{{1,30}}\)[\s,–—-]{{0,4}})?"
    rf"{DAY}\)?\s*(?:[(/\[][^()\[\]\n]{{1,40}}[)/\]])?\s*(?:--|[–—-])",
    re.IGNORECASE,
)
_PATTERNS = (_LABELLED, _BY_LINE, _ALONE, _PLACED, _DATELINE)


def published_day(text: str) -> date | None:
    """Return the day of publication that the beginning of a text states, or None.

    A dateline without a year ("LONDON, April 18 (Example) -") states none.
    """
    first = text.lstrip("\ufeff \t\n")[:_LINE_END]
    for pattern in (_BEGINNING, _GLUED):
        if (found := pattern.match(first)) and (day := day_of(found)):
            return day
    begun = False
    for number, line in enumerate(islice(_lines(text), _LABELLED_LINES)):
        patterns = (_LABELLED,) if begun or number >= _LINES else _PATTERNS
        for pattern in patterns:
            if (found := pattern.match(line)) and (day := day_of(found)):
                return day
        begun = begun or len(line) >= _LONG_LINE
    return None


def _lines(text: str) -> list[str]:
    beginning = text[: _LABELLED_LINES * 1_000].splitlines()
    return [line.strip()[:_LINE_END] for line in beginning if line.strip()]
