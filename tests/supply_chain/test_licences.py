"""Every locked package has a licence that goes with ours; one that nobody knows is refused."""

from dataclasses import replace
from email.message import Message
from importlib import metadata

import pytest

from tests.supply_chain import licences
from tests.supply_chain.licences import UNKNOWN, Table, table
from tests.supply_chain.locks import DEVELOPMENT, PROGRAM, Locked, locked

PACKAGES = locked(DEVELOPMENT)


@pytest.fixture
def known() -> Table:
    return table()


def _told(*fields: tuple[str, str]) -> Message:
    told = Message()
    for name, text in fields:
        told[name] = text
    return told


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package.name))
def test_a_locked_package_has_a_compatible_licence(known: Table, package: Locked) -> None:
    assert known.allows(known.licence_of(package)), known.licence_of(package)


def test_the_program_is_among_what_is_looked_at() -> None:
    assert {each.name for each in locked(PROGRAM)} <= {each.name for each in PACKAGES}


def test_the_licence_is_that_of_the_locked_version() -> None:
    here = {each.name: each.version for each in PACKAGES if each.is_here}
    assert {name: metadata.version(name) for name in here} == here


def test_what_is_told_of_other_systems_is_of_packages_that_are_locked(known: Table) -> None:
    assert known.elsewhere.keys() <= {each.name for each in PACKAGES}


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        pytest.param([("License-Expression", "MIT OR ISC")], "MIT OR ISC", id="PEP 639"),
        pytest.param([("License-Expression", "mit")], "MIT", id="in small letters"),
        pytest.param([("License", "BSD-3-Clause")], "BSD-3-Clause", id="before it, as SPDX"),
        pytest.param(
            [("License", "MIT"), ("Classifier", "License :: OSI Approved :: BSD License")],
            "MIT",
            id="a field before a classifier",
        ),
        pytest.param(
            [
                ("License", "Dual License"),
                ("Classifier", "License :: OSI Approved :: BSD License"),
                ("Classifier", "Topic :: Software Development"),
                ("Classifier", "License :: OSI Approved :: Apache Software License"),
            ],
            "LicenseRef-BSD AND Apache-2.0",
            id="both of two classifiers",
        ),
        pytest.param([("License", "Ask me")], UNKNOWN, id="words"),
        pytest.param([], UNKNOWN, id="nothing"),
        pytest.param(
            [
                ("Classifier", "License :: OSI Approved :: MIT License"),
                ("Classifier", "License :: Other/Proprietary License"),
            ],
            UNKNOWN,
            id="a classifier that nobody has read",
        ),
    ],
)
def test_a_licence_is_read_as_packages_tell_it(
    known: Table, fields: list[tuple[str, str]], licence: str
) -> None:
    assert known.licence_told(_told(*fields)) == licence


@pytest.mark.parametrize(
    ("expression", "is_allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        (UNKNOWN, False),
        ("LicenseRef-Proprietary", False),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("MIT AND GPL-3.0-only OR ISC", True),
        ("MIT AND (GPL-3.0-only OR AGPL-3.0-only)", False),
        ("MIT AND (GPL-3.0-only OR ISC)", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("GPL-3.0-only WITH GCC-exception-3.1", False),
        ("(MIT)", True),
    ],
)
def test_one_of_or_and_all_of_and_must_be_compatible(
    known: Table, expression: str, is_allowed: bool
) -> None:
    assert known.allows(expression) is is_allowed


def test_a_package_that_is_not_here_is_unknown(known: Table) -> None:
    package = Locked("no-such-package", "1.0", (), (), True)
    assert known.licence_of(package) == UNKNOWN
    assert known.licence_of(replace(package, is_here=False)) == UNKNOWN


def test_the_list_names_each_package_with_its_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(PACKAGES)
    assert any(
        line.split() == ["lxml", *line.split()[1:2], "program", "BSD-3-Clause"] for line in lines
    )


def test_the_list_ends_with_one_where_a_licence_is_not_compatible(
    known: Table, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stricter = replace(known, compatible=known.compatible - {"PSF-2.0"})
    monkeypatch.setattr(licences, "table", lambda: stricter)
    assert licences.main() == 1
    assert "PSF-2.0  NOT COMPATIBLE" in capsys.readouterr().out


def test_the_list_ends_with_one_where_a_licence_is_unknown(
    known: Table, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(licences, "table", lambda: replace(known, elsewhere={}))
    assert licences.main() == 1
    assert capsys.readouterr().out.count("?  UNKNOWN") == 2
