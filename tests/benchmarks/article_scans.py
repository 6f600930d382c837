"""`make bench-articles`: how many of the claims that a checker takes a scan finds, and how fast."""

import re
import sys

from claimtracker.articles.article import Article
from claimtracker.articles.scan import scan
from tests.articles.expected_claims import Tally, expected_texts
from tests.benchmarks.measuring import milliseconds

SIZE = 200_000  # bytes of the text whose scan is timed
WORD = re.compile(r"\w+")


def main() -> None:
    """Measure the texts the scan was written with and those kept aside, then the speed."""
    texts = expected_texts()
    for name, is_aside in (("written with", False), ("kept aside", True)):
        chosen = [text for text in texts if text.is_aside is is_aside]
        tally = Tally()
        for text in chosen:
            tally.add(text)
        _print(f"{len(chosen)} articles, {name}", tally)
    _print_speed("\n\n".join(text.text for text in texts))


def _print(name: str, tally: Tally) -> None:
    _say(
        f"\n{name}\n"
        f"dated claims   recall {tally.found:4}/{tally.expected:<4} {tally.recall:6.1%}"
        f"   precision {tally.right:4}/{tally.given:<4} {tally.precision:6.1%}\n"
        f"all claims     recall {tally.all_found:4}/{tally.all_expected:<4}"
        f" {tally.all_found / max(1, tally.all_expected):6.1%}"
        f"   precision {tally.all_right:4}/{tally.all_given:<4}"
        f" {tally.all_right / max(1, tally.all_given):6.1%}"
    )
    for field, agrees in tally.agree.items():
        _say(f"  of those found, right {field:<22} {agrees / max(1, tally.all_found):6.1%}")


def _print_speed(text: str) -> None:
    text = (text * (1 + SIZE // len(text)))[:SIZE]
    ours = milliseconds(lambda: scan(Article(text)))
    bare = milliseconds(lambda: WORD.findall(text))
    _say(
        f"\n{SIZE:,} characters scanned in {ours:.0f} ms, {ours / bare:.0f} times a bare word scan"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
