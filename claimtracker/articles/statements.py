"""Who says what: each statement of a text with its speaker, its words, and how it is reported."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from claimtracker.articles.attribution import (
    Attribution,
    attributions_in,
    outermost,
    participles_in,
)
from claimtracker.articles.blanks import both, only, without
from claimtracker.articles.bodies import Bodies
from claimtracker.articles.issuer import issuer_of
from claimtracker.articles.lists import Leads, names_promiser, promises
from claimtracker.articles.narration import Narration
from claimtracker.articles.people import People
from claimtracker.articles.quotations import Quotation
from claimtracker.articles.reported_words import end_of, framing, goes_on, is_clause, reported_words
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
from claimtracker.articles.transcripts import Transcript, is_answer

_NOBODY = re.compile(r"(?:nobody|no one|no-one|none|neither)\b", re.IGNORECASE)
_TOLD_TO = re.compile(
    r"\s*(?:(?!that\b|will\b|would\b|had\b|was\b|is\b)[\w’'-]+\s){1,14}?to\s[a-z]+"
)
_NO_ONE_AT = re.compile(r"\b(?:no one|nobody|no-one|none)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_NEVER = -2  # a line that no other is near
_MOST_BESIDE = 4  # things said beside a sentence that a person wrote
_NEAR = 3  # sentences beside a quotation in which its speaker may be named


class Statements:
    """The statements of a text, found from its beginning to its end."""

    def __init__(self, text: str, publisher: str = "") -> None:
        self.lines = lines_of(text)
        self._sentences = sentences_of(self.lines)
        bodies = Bodies(text)
        self._people = People(text, bodies)
        self._issuer = issuer_of(self.lines, self._people, publisher)
        self._speakers = Speakers(self._people, bodies, self._issuer)
        self._narration = Narration(self.lines)
        self._leads = Leads(self.lines)
        self._last_of: dict[int, Statement] = {}  # the last statement of each line
        self._speakers.coming = self._first_named()
        self._transcript = Transcript(self.lines)
        self._told_on = _NEVER  # the last line in which somebody spoke
        self._retold_on = _NEVER  # the last one that tells what somebody promises
        self._label: tuple[str, bool] | None = None  # whose words these are, and whether he asks

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
        beside = list(islice(self._beside(base, every, found), _MOST_BESIDE))
        for attribution in (one.attribution for one in beside if one.attribution):
            base = self._without(base, attribution, found)  # its words are told once
        lead = self._leads.of(sentence)
        if lead is not None and promises(self._last_of[lead].words):
            yield self._item(base, self._last_of[lead])
        elif quoted and not self._label:
            yield self._quoted(number, base, quoted, found)
        elif found and not self._is_headline(base, found[0]):
            yield self._reported(base, found)
        else:
            yield self._plain(base, found)
        yield from beside

    def _base(self, sentence: Sentence) -> tuple[Statement, list[Quotation]]:
        """Return the sentence as the reporter's own words, without dateline and label."""
        line = self.lines[sentence.line]
        narration, cut = self._narration.of(sentence), 0
        if sentence.start == line.start:
            stripped = without_dateline(narration)
            cut = len(stripped) - len(stripped.lstrip()) if stripped != narration else 0
            if label := self._transcript.label_of(line):
                self._label = self._labelled(label.subject.strip())
                cut = label.end
        words, narration = without(sentence.text, [(0, cut)]), without(narration, [(0, cut)])
        base = Statement(
            sentence, "", words, Voice.TOLD, narration=narration, is_heading=line.is_heading
        )
        return base, self._narration.quoted_in(sentence)

    def _labelled(self, label: str) -> tuple[str, bool]:
        if self._transcript.asks(label):
            return "", True
        if is_answer(label):
            return self._people.first or self._speakers.last, False
        return self._speakers.labelled(label), False

    def _item(self, base: Statement, lead: Statement) -> Statement:
        """Return an item of a list as something that the one who introduces it says."""
        is_told = lead.voice in (Voice.TOLD, Voice.HEADLINE)
        return replace(
            base,
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
        if speaker:
            self._speakers.spoke(speaker)
        else:
            speaker = self._around(number)
        if not speaker and base.is_heading:
            return replace(base, voice=Voice.HEADLINE)
        start = base.sentence.start
        words = only(base.words, [(one.start - start, one.end - start) for one in quoted])
        voice = Voice.QUOTED
        if attribution is not None and is_clause(base.narration[attribution.end :]):
            words = both(words, reported_words(base.narration, attribution))
            voice = Voice.REPORTED
        return replace(
            base, speaker=speaker, words=words, voice=voice, attribution=attribution,
            act=attribution.act if attribution else Act.SAY,
            described=attribution.subject if attribution else "",
        )  # fmt: skip

    def _first_named(self) -> str:
        """Return the first who speaks by name, for "the minister said" before any name."""
        for other in self._sentences:
            for one in self._narration.speaking_in(other):
                name = self._people.full_name(one.subject, other.start)
                if self._people.knows(name):
                    return name
        return ""

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
        frame = framing(base.narration, found)
        speaker = self._named(first, base)
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
        if first.verb.lower().startswith("t") and _TOLD_TO.match(base.narration, first.end):
            act = Act.DEMAND  # "told them to leave"
        if _NOBODY.match(first.subject) or _NO_ONE_AT.search(base.narration, 0, first.start):
            speaker, act = "", Act.DENY
        self._speakers.spoke(speaker)
        return replace(
            base, speaker=speaker, words=words, act=act, attribution=first, told_by=frame,
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
                yield self._retold_beside(base, attribution, self._named(attribution, base))
        for attribution in participles_in(base.narration, is_heading=base.is_heading):
            before = [one for one in leading if one.start < attribution.start]
            is_same = attribution.is_joined and before
            speaker = (
                self._named(before[-1], base)
                if is_same
                else self._speakers.subject(base.narration, base.sentence.start)
            )
            yield self._retold_beside(base, attribution, speaker or self._speakers.last)

    def _retold_beside(self, base: Statement, one: Attribution, speaker: str) -> Statement:
        return replace(
            base, speaker=speaker,
            words=only(base.narration, [(one.end, end_of(one, base.narration))]),
            voice=Voice.HEADLINE if base.is_heading else Voice.RETOLD, act=one.act, attribution=one,
        )  # fmt: skip

    def _without(self, base: Statement, one: Attribution, found: list[Attribution]) -> Statement:
        """Return a sentence without what is said beside it, up to the next who speaks."""
        ends = [other.start for other in found if other.start > one.start]
        cut = [(one.start, min([*ends, end_of(one, base.narration)]))]
        return replace(base, words=without(base.words, cut), narration=without(base.narration, cut))

    def _headline(self, base: Statement, found: list[Attribution]) -> Statement:
        """Return a headline, with the body that promises in it if it names one."""
        first = next((one for one in found if one.act in (Act.COMMIT, Act.THREATEN)), None)
        if first is None:
            return replace(base, voice=Voice.HEADLINE)
        return replace(
            base, voice=Voice.HEADLINE, speaker=self._named(first, base), attribution=first,
            act=first.act,
        )  # fmt: skip

    def _plain(self, base: Statement, found: list[Attribution]) -> Statement:
        if self._label:
            speaker, asks = self._label
            voice = Voice.QUOTED if speaker else Voice.TOLD
            return replace(base, speaker=speaker, voice=voice, is_question=asks)
        if base.is_heading and not is_table_row(base.words):
            return self._headline(base, found)
        if self._issuer:
            return replace(base, speaker=self._issuer.name, voice=Voice.OWN)
        if self._goes_on(base):
            return replace(base, speaker=self._speakers.last, voice=Voice.REPORTED)
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
