"""What runs in the child process: one document in on standard input, its article out as JSON.

Run as `python -m claimtracker.articles.documents.extract`, by `child`. Each parser is loaded only
for its own kind of document, and after the limits are set.
"""

import contextlib
import json
import os
import select
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import Any

from claimtracker.articles.article import Article
from claimtracker.articles.published import published_day

from .document import Document, Unreadable
from .kinds import DocumentKind, too_long

MOST_MEMORY = 1 << 30  # bytes
MOST_SECONDS = 20  # of one processor; the parent watches the clock on the wall

_PARSERS = {
    DocumentKind.HTML: "html_page",
    DocumentKind.PDF: "pdf_file",
    DocumentKind.WORD: "word_file",
    DocumentKind.MAIL: "mail",
    DocumentKind.WEB_ARCHIVE: "web_archive",
    DocumentKind.TEXT: "plain_text",
}
_BROKEN = "cannot be read: it is damaged, or not what its name says"
_TOO_LARGE = "needs too much memory to read, and was given up"


def main() -> None:
    """Read one document from standard input and print its article, or why there is none."""
    _set_limits()
    watching = (sys.stdout.fileno(),)
    threading.Thread(target=_end_unheard, args=watching, daemon=True).start()
    told = json.loads(sys.stdin.buffer.readline())
    kind = DocumentKind(told.pop("kind"))
    answers = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):  # whatever a parser has to say
        answer = _answer(Document(data=sys.stdin.buffer.read(), **told), kind)
    json.dump(answer, answers)


def article_in(document: Document, kind: DocumentKind) -> Article:
    """Return the article in a document of this kind; raises Unreadable, or what a parser raises."""
    parser = import_module(f".{_PARSERS[kind]}", __package__)
    parse: Callable[[Document], Article] = parser.article_in
    return parse(document)


def _answer(document: Document, kind: DocumentKind) -> dict[str, Any]:
    try:
        return _as_json(article_in(document, kind))
    except Unreadable as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": _TOO_LARGE}
    except Exception as error:  # noqa: BLE001 - a parser raises anything on what is damaged
        return {"refused": _BROKEN, "broke_at": _place_of(error)}


def _as_json(article: Article) -> dict[str, Any]:
    if not article.text.strip():
        raise Unreadable("holds no text")
    reason = too_long(article.text)
    if reason:
        raise Unreadable(reason)
    day = article.published_on or published_day(article.text)
    told = {**asdict(article), "published_on": day and day.isoformat()}
    del told["url"]
    return told


def _place_of(error: Exception) -> str:
    """Say where it broke, for the log, with no word of the document."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {frame.filename}:{frame.lineno}"


def _end_unheard(answers: int) -> None:
    """End at once when nobody can hear the answer any more: the program was killed."""
    if sys.platform == "win32":  # which cannot wait for that
        return
    heard = select.poll()
    heard.register(answers, 0)  # nothing but its end
    if any(event & (select.POLLERR | select.POLLHUP) for _, event in heard.poll()):
        os._exit(1)


def _set_limits() -> None:
    """Bound memory and processor time, where the platform can."""
    try:
        import resource
    except ImportError:  # Windows has none: the parent's clock alone bounds it
        return
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
