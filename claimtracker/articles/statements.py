"""Who says what: each statement of a text with its speaker, its own words and how it is reported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from claimtracker.articles.attribution import (
    Act,
    Attribution,
    attributions_in,
    label_of,
    participles_in,
)
from claimtracker.articles.issuer import Issuer, issuer_of, without_article
from claimtracker.articles.people import NAME, People, is_person, without_title
from claimtracker.articles.quotations import Quotation, quotations_of
from claimtracker.articles.sentences import (
    Line,
    Sentence,
    is_list_item,
    lines_of,
    sentences_of,
    without_dateline,
)


class Voice(StrEnum):
    """How words come to stand in a text."""

    QUOTED = "quoted"
    REPORTED = "reported"  # "he said it would"
    RETOLD = "retold"  # "she promised to"
    OWN = "own"  # of the issuer of the whole text
    HEADLINE = "headline"  # whose promise it is shows in the story
    TOLD = "told"  # by the reporter


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: `words` is its sentence with all that is not part of it blanked out."""

    sentence: Sentence
    speaker: str
    words: str
    voice: Voice
    act: Act = Act.SAY
    narration: str = ""  # the words around it, at their places
    attribution: Attribution | None = None
    is_heading: bool = False
    is_question: bool = False  # by the one who asks, in a transcript
    lead: str = ""  # the line before a list, of which this is an item: "We will:"
    described: str = ""  # the speaker as named there: "analysts at Fjord Securities"


_PRONOUN = re.compile(r"(?:he|she|they|it|i|we)$", re.IGNORECASE)
_OFFICE = re.compile(
    rf"^(?P<whose>.+?)[’']s?\s(?P<what>office|spokesman|spokeswoman|spokesperson|team|lawyer)$"
)
_SPOKESMAN_OF = re.compile(
    rf"(?:spokes\w+|officials?|source|lawyer|statement)\s(?:for|of|at|from)\s(?:the\s)?(?:[a-z]+\s){0, 3}(?P<body>{NAME}.*)$"
)
_BODY_FIRST = re.compile(rf"(?P<body>{NAME})\sspokes\w+$")
_QUESTIONER = re.compile(
    r"^(?:Q|QUESTION|Question|Interviewer|INTERVIEWER|Reporter|REPORTER|Host)$"
)
_ANSWER = re.compile(r"^(?:A|ANSWER|Answer)$")
_CLAUSAL = re.compile(
    r"\b(?:will|would|could|may|might|must|should|that|wo|ll|going\sto|to\s[a-z]+|had|has|was|is|were"
    r"|are|no|not|whether|if|expected|wanted)\b"
)
_FEW = 3  # words
_BESIDE = 60  # characters behind a subject in which its name may follow


class Statements:
    """The statements of a text, found from its beginning to its end."""

    def __init__(self, text: str, publisher: str = "") -> None:
        self.text = text
        self.lines = lines_of(text)
        self.sentences = sentences_of(self.lines)
        self.people = People(text)
        self.issuer = issuer_of(self.lines, self.people, publisher)
        self._quotations = [found for found in quotations_of(self.lines) if found.is_whole]
        self._is_transcript = self._counts_labels() >= 2
        self._speaker = ""  # the last who spoke
        self._person = ""  # the last person in subject position
        self._body = self.issuer.name if self.issuer and not self.issuer.is_person else ""
        self._label: tuple[str, bool] | None = None
        self._label_line = -1
        self._lead: Statement | None = None

    def __iter__(self) -> Iterator[Statement]:
        """Give the statements in the order of the text; a sentence may hold several."""
        for number, sentence in enumerate(self.sentences):
            yield from map(self._remember_lead, self._of(number, sentence))

    def _counts_labels(self) -> int:
        labels = [label_of(line.text) for line in self.lines]
        names = [label.subject for label in labels if label]
        return sum(
            names.count(name) >= 2 or bool(_QUESTIONER.match(name.strip())) for name in names
        )

    def _of(self, number: int, sentence: Sentence) -> Iterator[Statement]:
        line = self.lines[sentence.line]
        quoted = [
            found for found in self._quotations
            if found.start < sentence.end and sentence.start < found.end
        ]  # fmt: skip
        narration = _blanked(sentence, quoted)
        text = sentence.text
        if sentence.start == line.start:
            narration = without_dateline(narration)
            text = (
                " " * (len(narration) - len(narration.lstrip()))
                + text[len(narration) - len(narration.lstrip()) :]
            )
        if self._is_transcript and sentence.line != self._label_line:
            label = label_of(line.text) if sentence.start == line.start else None
            if label:
                self._label = self._labelled(label.subject.strip())
                self._label_line = sentence.line
                cut = label.end
                narration = " " * cut + narration[cut:]
                text = " " * cut + text[cut:]
        found = attributions_in(narration, is_heading=line.is_heading)
        base = Statement(
            sentence, "", text, Voice.TOLD, narration=narration, is_heading=line.is_heading
        )
        lead = self._led(number, sentence)
        if lead is not None:
            yield self._item(base, lead)
        elif quoted and not self._label:
            yield from self._quoted(number, base, quoted, found)
        elif found:
            yield from self._reported(base, found)
        else:
            yield self._plain(base)
        yield from self._participles(base, found)

    def _led(self, number: int, sentence: Sentence) -> Statement | None:
        """Return the statement that introduces a list, where this is an item of it."""
        line = self.lines[sentence.line]
        if self._lead and sentence.line > self._lead.sentence.line + 1:
            before = self.lines[sentence.line - 1]
            if is_list_item(line) != is_list_item(before) or not (
                is_list_item(line) or line.is_heading
            ):
                self._lead = None
        if self._lead is None or sentence.line == self._lead.sentence.line:
            return None
        return self._lead

    def _item(self, base: Statement, lead: Statement) -> Statement:
        """Return an item of a list as something that the one who introduces it says."""
        is_told = lead.voice in (Voice.TOLD, Voice.HEADLINE)
        return replace(
            base,
            speaker=lead.speaker or self._subject(lead),
            voice=Voice.RETOLD if is_told else lead.voice,
            act=Act.COMMIT if is_told else lead.act,
            lead=lead.words,
        )

    def _remember_lead(self, statement: Statement) -> Statement:
        """Keep a statement that ends as one that introduces a list does."""
        sentence = statement.sentence
        line = self.lines[sentence.line]
        if sentence.end == line.end and (
            line.text.endswith(":") or (line.is_heading and is_list_item(self._next(sentence)))
        ):
            self._lead = statement
        return statement

    def _next(self, sentence: Sentence) -> Line | None:
        number = sentence.line + 1
        return self.lines[number] if number < len(self.lines) else None

    def _labelled(self, label: str) -> tuple[str, bool]:
        if _QUESTIONER.match(label):
            return "", True
        if _ANSWER.match(label):
            return self._speaker, False
        name = self.people.full_name(label.title() if label.isupper() else label, 0)
        if label.isupper():
            name = self.people.full_name(without_title(label.title()), 0)
        self._note(name)
        return name, False

    def _quoted(
        self, number: int, base: Statement, quoted: list[Quotation], found: list[Attribution]
    ) -> Iterator[Statement]:
        attribution = next((one for one in found if one.act is not Act.DEMAND), None)
        speaker = self._named(attribution, base.sentence) if attribution else ""
        if attribution and speaker:
            self._note(speaker)
        else:
            speaker = self._around(number, base.sentence)
        if not speaker and base.is_heading:
            yield replace(base, voice=Voice.HEADLINE)
            return
        start = base.sentence.start
        inside = [(one.start - start, one.end - start) for one in quoted]
        words = _only(base.sentence.text, inside)
        if attribution is not None and _speaks(base.narration[attribution.end :]):
            words = _merged(words, _content(base.narration, attribution))
        yield replace(
            base, speaker=speaker, words=words, voice=Voice.QUOTED, attribution=attribution,
            act=attribution.act if attribution else Act.SAY,
            described=attribution.subject if attribution else "",
        )  # fmt: skip

    def _around(self, number: int, sentence: Sentence) -> str:
        """Return the speaker named beside a quotation: later or earlier in the line, else before."""
        for other in [
            *self.sentences[number + 1 : number + 4],
            *self.sentences[max(0, number - 3) : number][::-1],
        ]:
            if other.line != sentence.line:
                continue
            quoted = [q for q in self._quotations if q.start < other.end and other.start < q.end]
            found = attributions_in(_blanked(other, quoted), is_heading=False)
            for attribution in found:
                name = self._named(attribution, other)
                if name:
                    return name
        return self._speaker or self._person

    def _reported(self, base: Statement, found: list[Attribution]) -> Iterator[Statement]:
        first = found[0]
        speaker = self._named(first, base.sentence)
        inner = found[1] if len(found) > 1 else None
        words = _content(base.narration, first)
        act = first.act
        if (
            inner
            and _PRONOUN.match(inner.subject)
            and first.act is Act.SAY
            and words[inner.start :].strip()
        ):
            act = inner.act if inner.act is not Act.SAY else act
        self._note(speaker)
        voice = Voice.REPORTED if first.act is Act.SAY else Voice.RETOLD
        yield replace(
            base, speaker=speaker, words=words, voice=voice, act=act, attribution=first,
            described=first.subject,
        )  # fmt: skip

    def _participles(self, base: Statement, found: list[Attribution]) -> Iterator[Statement]:
        """Give "..., threatening tougher sanctions", said by the subject of the sentence."""
        for attribution in participles_in(base.narration):
            if any(
                one.start <= attribution.start and _inside(base, one, attribution) for one in found
            ):
                continue
            speaker = self._subject(base) or self._speaker
            yield replace(
                base, speaker=speaker, words=_content(base.narration, attribution),
                voice=Voice.RETOLD, act=attribution.act, attribution=attribution,
            )  # fmt: skip

    def _plain(self, base: Statement) -> Statement:
        if self._label and self._is_transcript:
            speaker, asks = self._label
            voice = Voice.QUOTED if speaker else Voice.TOLD
            return replace(base, speaker=speaker, voice=voice, is_question=asks)
        if self.issuer:
            return replace(base, speaker=self.issuer.name, voice=Voice.OWN)
        if base.is_heading:
            return replace(base, voice=Voice.HEADLINE)
        subject = self._subject(base)
        if subject and re.search(r"\bits\b", base.narration):
            self._body = subject
        if subject:
            self._person = subject
        return base

    def _subject(self, base: Statement) -> str:
        match = re.match(
            rf"\s*(?:[A-Z][^,]{{2,40}},\s)?(?P<subject>{NAME}|[HhSs]h?e\b|They\b)", base.narration
        )
        if not match:
            return ""
        return self._resolved(match["subject"], base.sentence)

    def _named(self, attribution: Attribution, sentence: Sentence) -> str:
        """Return who is named; of "its chairwoman, Hannah Pryce," it is the person."""
        name = self._resolved(attribution.subject, sentence)
        if (
            self.people.knows(name)
            and not attribution.subject[0].islower()
            and not attribution.subject.startswith(("The ", "A ", "An ", "Its ", "His ", "Her "))
        ):
            return name
        end = attribution.end if attribution.is_leading else attribution.end + _BESIDE
        beside = sentence.text[attribution.start : end].split(". ")[0]
        for match in re.finditer(NAME, beside):
            named = without_title(match[0])
            if self.people.knows(named) and is_person(named):
                return named
        return name

    def _resolved(self, subject: str, sentence: Sentence) -> str:
        """Return the full name of whoever is named so there."""
        subject = subject.strip()
        if _PRONOUN.match(subject):
            is_body = subject.casefold() in ("it", "they")
            return (self._body if is_body else self._person) or self._speaker
        office = _OFFICE.match(subject)
        if office:
            whose = self.people.full_name(office["whose"], sentence.start)
            return f"{without_article(subject)}" if office["what"] == "office" else whose
        body = _SPOKESMAN_OF.search(subject) or _BODY_FIRST.search(subject)
        if body:
            return without_article(body["body"])
        return self._described_or_named(subject, sentence)

    def _described_or_named(self, subject: str, sentence: Sentence) -> str:
        if not re.match(r"(?:the|an?|its|his|her|their|our)\s", subject, re.IGNORECASE):
            return self.people.full_name(subject, sentence.start)
        named = re.search(rf"{NAME}$", re.sub(r"^\w+\s", "", subject))
        if named and " " in named[0] and is_person(without_title(named[0])):
            return without_title(named[0])
        role = subject.split()[-1].casefold()
        if role.startswith(("spokes", "official", "source")):
            return self._body or without_article(subject)
        if role in _BODY_ROLES:
            return self._body or without_article(subject)
        return self._person or without_article(subject)

    def _note(self, speaker: str) -> None:
        if not speaker:
            return
        self._speaker = speaker
        if self.people.knows(speaker):
            self._person = speaker
        elif not is_person(speaker) or speaker[0].isupper():
            self._body = speaker


_BODY_ROLES = frozenset(
    "company firm group bank club council government ministry department agency commission union"
    " party court committee authority regulator operator airline charity trust association carmaker"
    " chipmaker retailer publisher body organisation organization federation watchdog administration"
    " airport hospital university board parliament team campaign office".split()
)


def _blanked(sentence: Sentence, quoted: list[Quotation]) -> str:
    """Return the sentence with its quotations blanked out, at the same length."""
    text = sentence.text
    for found in quoted:
        first = max(0, found.start - sentence.start)
        last = min(len(text), found.end - sentence.start)
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _only(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with all but these spans blanked out, at the same length."""
    kept = [" "] * len(text)
    for start, end in spans:
        for place in range(max(0, start), min(len(text), end)):
            kept[place] = text[place]
    return "".join(kept)


def _merged(one: str, other: str) -> str:
    return "".join(a if a != " " else b for a, b in zip(one, other, strict=True))


def _content(narration: str, attribution: Attribution) -> str:
    """Return what was said: the words after the attribution, or those before it."""
    before, after = narration[: attribution.start], narration[attribution.end :]
    follows = attribution.is_leading and (_speaks(after) or len(before.split()) <= _FEW)
    if follows:
        return " " * attribution.end + after
    return before + " " * (len(narration) - len(before))


def _speaks(words: str) -> bool:
    """Whether words are a clause, not only a day and a place."""
    return bool(_CLAUSAL.search(words))


def _inside(base: Statement, attribution: Attribution, participle: Attribution) -> bool:
    """Whether a participle stands in what somebody says: he said it was "planning" something."""
    return bool(_content(base.narration, attribution)[participle.start : participle.end].strip())
