"""One statement of a text: whose words they are, and how they come to stand there."""

from enum import StrEnum
from typing import NamedTuple

from claimtracker.articles.attribution import Attribution
from claimtracker.articles.sentences import Sentence
from claimtracker.articles.speech_verbs import Act


class Voice(StrEnum):
    """How words come to stand in a text."""

    QUOTED = "quoted"
    REPORTED = "reported"  # "he said it would"
    RETOLD = "retold"  # "she promised to"
    OWN = "own"  # of the issuer of the whole text
    HEADLINE = "headline"  # whose promise it is shows in the story
    TOLD = "told"  # by the reporter


class Statement(NamedTuple):
    """One statement: `words` is its sentence with all that is not part of it blanked out."""

    sentence: Sentence
    speaker: str
    words: str
    voice: Voice
    act: Act = Act.SAY
    narration: str = ""  # the words around it, at their places
    attribution: Attribution | None = None
    told_by: Attribution | None = None  # who tells of it: "it aims to, its chairman said"
    is_heading: bool = False
    is_question: bool = False  # by the one who asks, in a transcript
    answers: bool = False  # in a transcript, behind a question
    lead: str = ""  # the line before a list, of which this is an item: "We will:"
    described: str = ""  # the speaker as named there: "analysts at Fjord Securities"
