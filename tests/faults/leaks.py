"""What must not be found outside the window and the database, and where it is looked for.

A secret is what opens a door: the password in an address, a token behind its "?". It stands in no
sentence, log, report of a crash or text of an exception. A private text is what a claim and its
evidence say: it stands in no log, no report of a crash and no text of an exception. What somebody
or something is called stands in refusals, which the person reads, and in nothing else of these.
"""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECRET = "s3cr3t"  # in every password and token; no encoding of an address changes its letters
PRIVATE = "wh1sper"
NAMED = "n4med"  # what claimants, documents, events and tags are called: refusals name them
ADDRESSES = (
    f"postgresql://ada:{SECRET}@db.example.org/claims",
    f"postgresql://ada:{SECRET}%40{SECRET}%3A%2F@db.example.org:5432/claims",
    f"postgresql://ada:{SECRET}@{SECRET}@db.example.org/claims",
    f"postgresql://ada:{SECRET}/{SECRET}@db.example.org/claims",
    f"postgresql://ada:{SECRET} {SECRET}@db.example.org/claims",
    f"postgresql://ada:p\u00e4:{SECRET}#{SECRET}@[2001:db8::1]:5432/claims",
    f"POSTGRESQL+PSYCOPG://ada:{SECRET}@DB.example.org/claims?sslmode=require",
    f"postgresql:ada:{SECRET}@db.example.org/claims",
    f"ada:{SECRET}@db.example.org/claims",
    f"host=db.example.org user=ada password={SECRET} dbname=claims",
    f"host=db.example.org password='{SECRET} {SECRET}'",
    f"jdbc:postgresql://db.example.org/claims?user=ada&password={SECRET}",
    f"jdbc:oracle:thin:ada/{SECRET}@//db.example.org:1521/claims",
    f"Server=db;User Id=ada;Pwd={SECRET};",
    f"sqlite:///claims.db?key={SECRET}",
    f"file:///claims.db?vfs=x&key={SECRET}",
    f"https://ada:{SECRET}@news.example.org/page",
    f"HTTPS://{SECRET}@news.example.org/page",
    f"https://:{SECRET}@news.example.org:8443/",
    f"http://ada:{SECRET}?{SECRET}@news.example.org/",
    f"https://ada%3A{SECRET}@news.example.org/",
    f"https://ada:{SECRET}@[::1]:99999/x",
    f"https://ada:{SECRET}@ex ample.org/",
    f"https://news.example.org:{SECRET}/",
    f"https://news.example.org/page?token={SECRET}",
    f"https://news.example.org/page?X-Amz-Signature={SECRET}&b={SECRET}#access_token={SECRET}",
    f"https://news.example.org/#{SECRET}",
    f"https://web.archive.org/web/2025/https://ada:{SECRET}@news.example.org/",
    f"ftp://ada:{SECRET}@news.example.org/file",
)


@dataclass
class Searched:
    """How many texts were searched, and in which of them something was found."""

    texts: int = 0
    found: list[str] = field(default_factory=list)

    def search(self, where: str, text: str, *hidden: str) -> None:
        """Search a text for what must not be there."""
        self.texts += 1
        if any(each in text for each in hidden or (SECRET, PRIVATE)):
            self.found.append(f"{where}: {text[-300:]}")

    def search_files(self, folders: Iterable[Path]) -> None:
        """Search every file below these folders."""
        for folder in folders:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    self.search(str(path), path.read_bytes().decode("utf-8", "replace"))


def texts_of(error: BaseException) -> Iterator[str]:
    """An error as it is told, as it is written in code, and as Python prints it with its causes."""
    yield str(error)
    yield repr(error)
    yield "".join(traceback.format_exception(error))
