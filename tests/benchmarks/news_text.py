"""News-like text of any size, the same each time: what finding deadlines in pages is timed on.

About one sentence in five states a time; others hold the words that only look like one. Days and
numbers differ from sentence to sentence, so that remembering earlier ones is of little use.
"""

import random
from calendar import month_name

_SPEAKERS = (
    "The prime minister",
    "Her spokesman",
    "The finance ministry",
    "Mayor Delgado",
    "A senior official in Brussels",
    "The opposition leader",
    "Secretary of State Marsh",
)
_VERBS = ("said", "told reporters", "promised", "insisted", "wrote in a letter", "announced")
_PROMISES = (
    "that the new railway would be finished",
    "that the treaty would be signed",
    "that taxes on small firms would be cut",
    "that {count},500 homes would be built",
    "that the second inquiry would publish its findings",
    "that troops may march out of the valley",
    "that no hospital would be closed",
    "that the sun had set on cheap imports",
)
_TIMES = (
    "within days",
    "by the end of the year",
    "by April or May",
    "by the end of {month}",
    "in the next {count} weeks",
    "before the summer",
    "by {day} {month} {year}",
    "in his first {count} days",
    "no later than next Friday",
    "in early autumn",
    "by the third quarter of {year}",
)
_REMARKS = (
    "Critics called the plan “a distraction” and asked who would pay for it.",
    "The vote, the second in as many sittings, passed by 3{count} to 2{day}.",
    "Nobody on the committee may speak about it, she added.",
    "About {count},000 people came to the march, according to the police.",
    "Talks with the unions have gone on for weeks and months on end.",
    "The report was first published on {day} {month} 2019 and sat on a shelf for years.",
    "There was no immediate comment from the embassy.",
    "“We will do it as soon as we can,” he said, “and not a moment later.”",
)
_PARAGRAPH = 5


def news_text(characters: int) -> str:
    """Make a text of so many characters, in paragraphs."""
    chance = random.Random(characters)
    sentences: list[str] = []
    length = 0
    while length < characters:
        is_last = len(sentences) % _PARAGRAPH == _PARAGRAPH - 1
        sentences.append(_sentence(chance) + ("\n\n" if is_last else " "))
        length += len(sentences[-1])
    return "".join(sentences)[:characters]


def _sentence(chance: random.Random) -> str:
    return _frame(chance).format(
        count=chance.randrange(2, 90),
        day=chance.randrange(1, 29),
        month=month_name[chance.randrange(1, 13)],
        year=chance.randrange(2026, 2041),
    )


def _frame(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(_REMARKS)
    said = f"{chance.choice(_SPEAKERS)} {chance.choice(_VERBS)} {chance.choice(_PROMISES)}"
    return f"{said} {chance.choice(_TIMES)}." if kind < 0.8 else f"{said}."
