"""Every way in for a text, and how many of all tries it has."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from random import Random

import pytest

from tests.faults import odd_files
from tests.faults.odd_case import OddCase
from tests.faults.odd_fields import every_draft, put, text_fields
from tests.faults.odd_looks import TYPED
from tests.faults.odd_watching import Pairs
from tests.operations import done_to_claims, done_to_others
from tests.operations.every_operation import OPERATIONS, Picks

Try = Callable[[OddCase, str, Random], Pairs]


@dataclass(frozen=True)
class Way:
    """A way in: what is tried there by turns, how often at most with the tests and in full."""

    name: str
    quick: int
    full: int
    tries: Mapping[str, Try]

    def turns(self) -> Iterator[tuple[str, Try]]:
        """Each of its tries by turns, for ever."""
        return cycle([(f"{self.name}:{each}", do) for each, do in self.tries.items()])


def _fields() -> Iterator[tuple[str, Try]]:
    for kind in every_draft():
        for name in text_fields(kind):

            def storing(
                case: OddCase, text: str, _c: Random, kind: type = kind, name: str = name
            ) -> Pairs:
                with case.session() as session:
                    yield from put(session, kind, name, text)

            yield f"{kind.__name__}.{name}", storing


def _operations() -> Iterator[tuple[str, Try]]:
    for function, do in OPERATIONS.items():

        def doing(
            case: OddCase, text: str, chance: Random, do: Callable[..., object] = do
        ) -> Pairs:
            picks = Picks(chance.randrange(60), chance.randrange(60), text)
            with pytest.MonkeyPatch.context() as patch, case.session() as session:
                for module in (done_to_claims, done_to_others):
                    patch.setattr(module, "BY", text if chance.random() < 0.5 else "Ada")
                do(session, picks)
            return ()

        yield function.__qualname__, doing


def _typed(way: str) -> Iterator[tuple[str, Try]]:
    for name, look in TYPED[way].items():

        def looking(
            case: OddCase, text: str, _c: Random, look: Callable[..., object] = look
        ) -> Pairs:
            with case.session() as session:
                look(session, text)
            return ()

        yield name, looking


_TABLES = {"cells": odd_files.table, "bytes": odd_files.raw_table}
_FILES = {"settings": odd_files.settings, "names": odd_files.name_of_file}

WAYS = (
    Way("fields", 88, 12_000, dict(_fields())),
    Way("operations", 44, 3_000, dict(_operations())),
    Way("queries", 600, 42_000, dict(_typed("queries"))),
    Way("words of time", 640, 30_000, dict(_typed("words of time"))),
    Way("import", 30, 6_000, _TABLES),
    Way("export and import again", 2, 100, {"report": odd_files.report}),
    Way("articles", 60, 4_900, {"article": odd_files.article}),
    Way("settings and names", 20, 1_000, _FILES),
    Way("command line", 16, 1_000, {"typed": odd_files.typed}),
)
