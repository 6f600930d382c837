"""The table of figures: a row an operation, a column a size, and the growth beside the bare one."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from tests.benchmarks.scale.comparing import Comparison

_NOISE = 1.25  # a growth that is so much above the bare one is within what two runs differ by


def line(found: Comparison) -> str:
    """One figure, told as soon as it is known."""
    over = "" if found.is_within else "   OVER"
    return (
        f"{found.name:<48} {_number(found.ours):>9} {found.unit:<2} {found.ratio:8.2f} times"
        f" {found.bare_name} ({_number(found.bare)} {found.unit}){over}"
    )


def table(by_size: Mapping[int, list[Comparison]]) -> Iterator[str]:
    """All of it in Markdown: ours, the bare one and the ratio at each size, then the growth."""
    rows: dict[tuple[str, str], dict[int, Comparison]] = {}
    for size, found in by_size.items():
        for each in found:
            rows.setdefault((each.name, each.bare_name), {})[size] = each
    sizes = sorted(by_size)
    titles = ["operation, beside", *(f"{size:,}" for size in sizes), "growth (bare)", "holds"]
    yield _cells(titles)
    yield _cells(["---", *["--:"] * len(sizes), "--:", "---"])
    for (name, bare_name), row in rows.items():
        cells = [_cell(row[size]) if size in row else "" for size in sizes]
        growths = [_growth(row[small], row[large]) for small, large in _steps(row)]
        yield _cells([f"{name}, {bare_name}", *cells, ", ".join(growths), _holds(row)])


def _steps(row: Mapping[int, Comparison]) -> list[tuple[int, int]]:
    return list(pairwise(sorted(row)))


def _cell(found: Comparison) -> str:
    return f"{_number(found.ours)} / {_number(found.bare)} {found.unit} = {found.ratio:.2f}"


def _growth(small: Comparison, large: Comparison) -> str:
    return f"{large.ours / small.ours:.1f} ({large.bare / small.bare:.1f})"


def _holds(row: Mapping[int, Comparison]) -> str:
    """Whether all are within the bounds, and grow no faster where they are above the 50 ms."""
    if any(not each.is_within for each in row.values()):
        return "over"
    for small, large in _steps(row):
        is_faster = row[large].ratio > row[small].ratio * _NOISE
        is_far = row[large].unit != "ms" or row[large].ours - row[large].bare > 50
        if is_faster and is_far:
            return "grows"
    return "yes"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
