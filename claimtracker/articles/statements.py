"""Who says what: each statement of a text with its speaker, its words, and how it is reported."""

import re
from collections.abc import Iterator
from itertools import islice

from claimtracker.articles.attribution import (
    Attribution,
    addressed_in,
    attributions_in,
    outermost,
    participles_in,
)
from claimtracker.articles.blanks import both, only, without
from claimtracker.articles.bodies import Bodies
from claimtracker.articles.columns import OWN_WORD, author_of
from claimtracker.articles.issuer import issuer_of
from claimtracker.articles.lists import Leads, names_promiser, promises
from claimtracker.articles.narration import Narration
from claimtracker.articles.people import NAME, People
from claimtracker.articles.quotations import Quotation
from claimtracker.articles.reported_words import framing, goes_on, is_clause, reported_words
from claimtracker.articles.retold import (
    held_against,
    only_said,
    parts_of_others,
    retold_beside,
    without_said,
)
from claimtracker.articles.sentences import (
    Sentence,
    is_table_row,
    lines_of,
    sentences_of,
    without_dateline,
)
from claimtracker.articles.speakers import Speakers, is_pronoun
from claimtracker.articles.speech_verbs import Act
from claimtracker.articles.statement import Statement, Voice
from claimtracker.articles.subjects import subject_of
from claimtracker.articles.turns import Turns

_NOBODY = re.compile(r"(?:nobody|no one|no-one|none|neither)\b", re.IGNORECASE)
_TOLD_TO = re.compile(
    r"\s*(?:(?!that\b|will\b|would\b|had\b|was\b|is\b)[\w’'-]+\s){1,14}?to\s[a-z]+"
)
_NO_ONE_AT = re.compile(r"\b(?:no one|nobody|no-one|none)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_TO_WHOM = re.compile(rf"\b(?:said|told)\s(?:to\s)?(?P<name>{NAME})")
_NEVER = -2  # a line that no other is near
_MOST_BESIDE = 4  # things said beside a sentence that a person wrote
_FEW = 4  # words around a quotation that tell of somebody
_NEAR = 3  # sentences beside a quotation in which its speaker may be named


class Statements:
    """The statements of a text, found from its beginning to its end."""

    def __init__(self, text: str, publisher: str = "") -> None:
        self.lines = lines_of(text)
        self._sentences = sentences_of(self.lines)
        bodies = Bodies(text)
        self._people = People(text, bodies)
        self._issuer = issuer_of(self.lines, self._people, publisher)
        self._author = "" if self._issuer else author_of(self.lines)
        self._speakers = Speakers(self._people, bodies, self._issuer)
        self._narration = Narration(self.lines)
        self._leads = Leads(self.lines)
        self._last_of: dict[int, Statement] = {}  # the last statement of each line
        self._speakers.coming = self._narration.first_named(self._sentences, self._people)
        is_own = self._issuer is not None
        self._turns = Turns(self.lines, self._people, self._speakers, is_own=is_own)
        self._told_on = _NEVER  # the last line in which somebody spoke
        self._retold_on = _NEVER  # the last one that tells what somebody promises

    def __iter__(self) -> Iterator[Statement]:
        """Give the statements in the order of the text; a sentence may hold several."""
        for number, sentence in enumerate(self._sentences):
            for statement in self._of(number, sentence):
                self._last_of[sentence.line] = statement
                if statement.voice in (Voice.REPORTED, Voice.QUOTED):
                    self._told_on = sentence.line
                elif statement.voice is Voice.RETOLD:
                    self._retold_on = sentence.line
                yield statement

    def _of(self, number: int, sentence: Sentence) -> Iterator[Statement]:
        base, quoted = self._base(sentence)
        if not self._speakers.likeliest:
            self._speakers.tells_of(base.narration, base.sentence.start)
        every = attributions_in(base.narration, is_heading=base.is_heading)
        found = outermost(base.narration, every)
        parts = [] if quoted else parts_of_others(base, found)[:_MOST_BESIDE]
        if parts:
            end = parts[0][1].start
            base = only_said(base, 0, end)
            found = [one for one in found if one.start < end]
            every = [one for one in every if one.start < end]
        beside = list(islice(self._beside(base, every, found), _MOST_BESIDE))
        for attribution in (one.attribution for one in beside if one.attribution):
            base = without_said(base, attribution, found)  # its words are told once
        lead = self._leads.of(sentence)
        introduced = self._last_of[lead] if lead is not None else None
        if introduced and (introduced.act is Act.COMMIT or promises(introduced.words)):
            yield self._item(base, introduced)
        elif quoted and not self._turns.has_begun:
            yield self._quoted(number, base, quoted, found)
        else:
            yield self._told_by(base, found)
        yield from beside
        for part, other in parts:
            yield self._told_by(part, [other])

    def _told_by(self, base: Statement, found: list[Attribution]) -> Statement:
        """Return what is said without quotation marks."""
        if found and not self._is_headline(base, found[0]):
            return self._reported(base, found)
        return self._plain(base, found)

    def _base(self, sentence: Sentence) -> tuple[Statement, list[Quotation]]:
        """Return the sentence as the reporter's own words, without dateline and label."""
        line = self.lines[sentence.line]
        narration, cut = self._narration.of(sentence), 0
        if sentence.start == line.start:
            stripped = without_dateline(narration)
            cut = len(stripped) - len(stripped.lstrip()) if stripped != narration else 0
            cut = self._turns.begin(line) or cut
        self._turns.goes_on(sentence)
        words, narration = without(sentence.text, [(0, cut)]), without(narration, [(0, cut)])
        base = Statement(
            sentence, "", words, Voice.TOLD, narration=narration, is_heading=line.is_heading
        )
        return base, self._narration.quoted_in(sentence)

    def _item(self, base: Statement, lead: Statement) -> Statement:
        """Return an item of a list as something that the one who introduces it says."""
        is_told = lead.voice in (Voice.TOLD, Voice.HEADLINE)
        return base._replace(
            speaker=lead.speaker or self._listing(lead),
            voice=Voice.RETOLD if is_told else lead.voice,
            act=Act.COMMIT if is_told else lead.act,
            lead=lead.words,
        )

    def _listing(self, lead: Statement) -> str:
        """Return whose list it is: the issuer's, the subject's, or his who spoke just before."""
        if self._issuer:
            return self._issuer.name
        if names_promiser(lead.words):
            return self._speakers.subject(lead.narration, lead.sentence.start)
        return self._speakers.last if lead.sentence.line - self._told_on == 1 else ""

    def _quoted(
        self, number: int, base: Statement, quoted: list[Quotation], found: list[Attribution]
    ) -> Statement:
        attribution = next((one for one in found if one.act is not Act.DEMAND), None)
        speaker = self._named(attribution, base) if attribution else ""
        if speaker and attribution:
            self._speakers.spoke(speaker, attribution.subject)
        else:
            speaker = self._calling(base, quoted[0]) or self._around(number)
        if not speaker and base.is_heading:
            return base._replace(voice=Voice.HEADLINE)
        start = base.sentence.start
        words = only(base.words, [(one.start - start, one.end - start) for one in quoted])
        one, whom = addressed_in(words), _TO_WHOM.search(base.narration)
        if one and whom:  # "You told us that it would," she said to the mayor
            against = base._replace(words=words, narration=words)
            name = self._speakers.named(whom["name"], start)
            return held_against(against, one, name)
        voice = Voice.QUOTED
        if attribution is not None and is_clause(base.narration[attribution.end :]):
            words = both(words, reported_words(base.narration, attribution))
            voice = Voice.REPORTED if attribution.act is Act.SAY else Voice.RETOLD
        return base._replace(
            speaker=speaker, words=words, voice=voice, attribution=attribution,
            act=attribution.act if attribution else Act.SAY,
            described=attribution.subject if attribution else "",
        )  # fmt: skip

    def _calling(self, base: Statement, quoted: Quotation) -> str:
        """Return the person of whom a sentence with a quotation tells: "Fry called it “theft”"."""
        if len(base.narration.split()) < _FEW:
            return ""
        name = self._speakers.subject(base.narration, base.sentence.start)
        if not self._people.knows(name):
            return ""
        before = base.narration[: max(0, quoted.start - base.sentence.start)]
        if name.split()[-1] in before:
            self._speakers.spoke(name)
        return name

    def _around(self, number: int) -> str:
        """Return who is named beside a quotation: later or earlier in the line, else before."""
        line = self._sentences[number].line
        before = self._sentences[max(0, number - _NEAR) : number]
        for other in [*self._sentences[number + 1 : number + 1 + _NEAR], *reversed(before)]:
            if other.line == line and (speaking := self._narration.speaking_in(other)):
                words = self._narration.of(other)
                for one in speaking:
                    if name := self._speakers.named_in(one, words, other.start):
                        return name
        return self._speakers.likeliest

    def _reported(self, base: Statement, found: list[Attribution]) -> Statement:
        first = found[0]
        if first.subject.casefold().startswith(("its ", "their ")):
            self._speakers.tells_of(base.narration[: first.start], base.sentence.start)
        frame = framing(base.narration, found)
        speaker = self._named(first, base)
        if first.subject.casefold() == "you":
            return held_against(base, first, self._turns.answerer)
        if frame and self._speakers.is_person(frame.subject):
            self._speakers.spoke(speaker)  # "its chairman" is whose
            speaker = self._named(frame, base) or speaker
        words = reported_words(base.narration, first)
        if frame:
            words = without(words, [(frame.start, len(words))])
        act = first.act
        inner = found[1] if len(found) > 1 else None  # "said he expected to"
        if inner and act is Act.SAY and is_pronoun(inner.subject) and words[inner.start :].strip():
            act = inner.act
        if first.verb.lower().startswith(("told", "tell")) and _TOLD_TO.match(
            base.narration, first.end
        ):
            act = Act.DEMAND  # "told them to leave"
        if _NOBODY.match(first.subject) or _NO_ONE_AT.search(base.narration, 0, first.start):
            speaker, act = "", Act.DENY
        self._speakers.spoke(speaker, first.subject)
        return base._replace(
            speaker=speaker, words=words, act=act, attribution=first, told_by=frame,
            described=(frame or first).subject,
            voice=Voice.REPORTED if first.act is Act.SAY else Voice.RETOLD,
        )  # fmt: skip

    def _is_headline(self, base: Statement, attribution: Attribution) -> bool:
        """Whether a heading names no person: then the story shows who it is."""
        return base.is_heading and not self._people.knows(self._named(attribution, base))

    def _beside(
        self, base: Statement, every: list[Attribution], found: list[Attribution]
    ) -> Iterator[Statement]:
        """Give what is said beside it: "..., threatening sanctions", "and promised to"."""
        leading = [one for one in found if one.is_leading]
        for attribution in every:
            if attribution.is_relative:
                yield retold_beside(base, attribution, self._named(attribution, base))
        for attribution in participles_in(base.narration, is_heading=base.is_heading):
            before = [one for one in leading if one.start < attribution.start]
            said = next((one for one in found if one.end == attribution.start), None)
            if said:  # "the grid operator said, promising"
                before = [said]
            is_same = before and (said or attribution.is_joined)
            speaker = (
                self._named(before[-1], base)
                if is_same
                else self._speakers.subject(base.narration, base.sentence.start)
            )
            yield retold_beside(base, attribution, speaker or self._speakers.last)

    def _headline(self, base: Statement, found: list[Attribution]) -> Statement:
        """Return a headline, with the body that promises in it if it names one."""
        first = next((one for one in found if one.act in (Act.COMMIT, Act.THREATEN)), None)
        if first is None:
            return base._replace(voice=Voice.HEADLINE)
        return base._replace(
            voice=Voice.HEADLINE, speaker=self._named(first, base), attribution=first,
            act=first.act,
        )  # fmt: skip

    def _plain(self, base: Statement, found: list[Attribution]) -> Statement:
        if self._turns.has_begun:
            turn = self._turns
            voice = Voice.QUOTED if turn.speaker else Voice.TOLD
            return base._replace(
                speaker=turn.speaker, voice=voice, is_question=turn.asks, answers=turn.answers
            )
        if base.is_heading and not is_table_row(base.words):
            return self._headline(base, found)
        if self._issuer:
            return base._replace(speaker=self._issuer.name, voice=Voice.OWN)
        if self._author and OWN_WORD.search(base.words):
            return base._replace(speaker=self._author, voice=Voice.QUOTED)
        if self._goes_on(base):
            return base._replace(speaker=self._speakers.last, voice=Voice.REPORTED)
        self._speakers.tells_of(base.narration, base.sentence.start)
        return base

    def _goes_on(self, base: Statement) -> bool:
        """Whether a sentence goes on with what was reported before: "It would be repaid too." """
        lines = base.sentence.line - self._told_on
        if lines <= 1 and goes_on(base.words, is_same_line=lines == 0):
            return True
        subject, _ = subject_of(base.narration)
        is_same = base.sentence.line == self._retold_on and is_pronoun(subject)
        return is_same and goes_on(base.words, is_same_line=True)

    def _named(self, attribution: Attribution, base: Statement) -> str:
        return self._speakers.named_in(attribution, base.narration, base.sentence.start)
