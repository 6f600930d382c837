"""No package is called clean that nobody answered for, nor by a service that knows nothing."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.supply_chain import audit
from tests.supply_chain.audit import CLEAN, CONTROL, HOLES, NOT_ASKED, Ask, asking, report
from tests.supply_chain.locks import EVERY_LOCK, Locked, locked

ONE, TWO = (Locked(name, "1.0", ("0" * 64,), (), True) for name in ("one", "two"))
HOLE = {"id": "CVE-2026-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}


def service(*, holes: Sequence[str] = (), skips: Sequence[str] = (), knows: bool = True) -> Ask:
    """Answer as pip-audit writes it down."""

    def ask(_service: str, packages: Sequence[Locked]) -> dict[str, Any]:
        bad = {*holes, CONTROL.name} if knows else {*holes}
        told = [
            {"name": each.name, "skip_reason": "not found"}
            if each.name in skips
            else _found(each, is_bad=each.name in bad)
            for each in packages
        ]
        return {"dependencies": told, "fixes": []}

    return ask


def _found(package: Locked, *, is_bad: bool) -> dict[str, Any]:
    return {
        "name": package.name,
        "version": package.version,
        "vulns": [HOLE] if is_bad else [],
    }


def test_all_answered_without_a_hole_is_clean() -> None:
    status, lines = report(service(), [ONE, TWO])
    assert status == CLEAN
    assert lines[0] == "pypi: 2 of 2 packages answered for."
    assert lines[-1] == "No known hole; the control was found."


def test_a_hole_is_named_with_its_package() -> None:
    status, lines = report(service(holes=["two"]), [ONE, TWO])
    assert status == HOLES
    assert lines[-1] == "two 1.0: CVE-2026-1"


def test_one_that_was_skipped_is_not_clean() -> None:
    status, lines = report(service(skips=["two"]), [ONE, TWO])
    assert status == NOT_ASKED
    assert lines[0] == "pypi: 1 of 2 packages answered for."
    assert lines[-1].startswith("NOT AUDITED")


def test_a_hole_is_told_though_not_all_is_answered() -> None:
    status, lines = report(service(holes=["one"], skips=["two"]), [ONE, TWO])
    assert status == HOLES
    assert lines[-1] == "one 1.0: CVE-2026-1"


def test_a_service_that_knows_nothing_of_the_control_proves_nothing() -> None:
    status, lines = report(service(knows=False), [ONE])
    assert status == NOT_ASKED
    assert "pypi: knew no hole of urllib3 1.24.1 either." in lines


def test_an_answer_about_another_version_is_none() -> None:
    answer = {"dependencies": [_found(Locked("one", "0.9", (), (), True), is_bad=False)]}
    assert report(lambda *_asked: answer, [ONE])[0] == NOT_ASKED


def test_where_the_first_service_is_away_the_second_is_asked() -> None:
    there = service()

    def ask(name: str, packages: Sequence[Locked]) -> dict[str, Any] | None:
        return there(name, packages) if name == "osv" else None

    status, lines = report(ask, [ONE])
    assert status == CLEAN
    assert lines[0] == "pypi: 0 of 1 packages answered for."


def test_every_version_of_every_lock_is_asked_about() -> None:
    asked = {(each.name, each.version) for each in audit.every_package()}
    wanted = {(each.name, each.version) for lock in EVERY_LOCK for each in locked(lock)}
    assert asked == wanted


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """A program that answers what the test puts into it, and notes what it was asked."""
    return tmp_path / "pip-audit"


def _write(program: Path, body: str) -> str:
    program.write_text(f"#!{sys.executable}\nimport sys\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_the_tool_is_asked_for_json_of_the_lines_with_their_hashes(stand_in: Path) -> None:
    body = (
        "words = sys.argv[1:]\n"
        "asked = open(words[words.index('-r') + 1]).read()\n"
        "import json\n"
        "told = {'words': words, 'asked': asked}\n"
        "open(words[words.index('-o') + 1], 'w').write(json.dumps(told))"
    )
    told = asking(_write(stand_in, body))("osv", [ONE, TWO])
    assert told is not None
    assert told["asked"] == f"{ONE.bare}\n{TWO.bare}"
    assert {"--disable-pip", "--require-hashes", "osv", "json"} <= set(told["words"])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("sys.exit('no connection')", id="no connection"),
        pytest.param("open(sys.argv[sys.argv.index('-o') + 1], 'w').write('<html>')", id="a page"),
    ],
)
def test_a_tool_that_gives_no_answer_gives_none(stand_in: Path, body: str) -> None:
    assert asking(_write(stand_in, body))("pypi", [ONE]) is None


def test_a_tool_that_is_not_there_or_hangs_gives_none(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asking(str(stand_in))("pypi", [ONE]) is None

    def hanging(*_words: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("pip-audit", audit.SECONDS)

    monkeypatch.setattr(subprocess, "run", hanging)
    assert asking(str(stand_in))("pypi", [ONE]) is None


def test_the_command_says_clearly_that_nothing_was_audited(
    stand_in: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pip-audit itself ends with 0 where it skips everything."""
    body = (
        "import json, re\n"
        "words = sys.argv[1:]\n"
        "names = re.findall(r'^([\\w.-]+)==', open(words[words.index('-r') + 1]).read(), re.M)\n"
        "told = {'dependencies': [{'name': name, 'skip_reason': 'not found'} for name in names]}\n"
        "open(words[words.index('-o') + 1], 'w').write(json.dumps(told))"
    )
    assert audit.main(_write(stand_in, body)) == NOT_ASKED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "NOT AUDITED" in printed.err
    assert json.dumps(0) in printed.err
