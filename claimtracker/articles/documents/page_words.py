"""What stands in a page: all its lines, its headline, and the address by which it calls itself."""

from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from claimtracker.claims.web_address import is_web_address, names_login

from .encodings import tidied

_BLOCKS = (
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table "
    "tbody tfoot thead tr ul"
)
_LINES = frozenset(_BLOCKS.split(" "))
_CELLS = frozenset({"td", "th"})
_UNSEEN = (
    "head",
    "title",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "button",
    "select",
    "iframe",
)
_AROUND = ("nav", "aside", "footer", "form")
_FEWEST_WORDS = 4  # of a headline that can be told from the name of a site


def all_lines(tree: HtmlElement) -> str:
    """Return all text of a tree as it is read: blocks, items and rows on lines of their own.

    Takes out of the tree what is not seen.
    """
    etree.strip_elements(tree, etree.Comment, *_UNSEEN, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _LINES:
            pieces.append("\n")
        if event == "start":
            pieces += [_before(element), " ".join((element.text or "").split("\n"))]
        elif element is not tree:
            pieces.append(" ".join((element.tail or "").split("\n")))
    lines = (" ".join(line.split()) for line in tidied("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line.strip("- |"))


def main_part(tree: HtmlElement) -> HtmlElement | None:
    """Return what the page marks as its one article or its main part, if it does."""
    places = (tree.findall(".//article"), tree.findall(".//main"))
    return next((place[0] for place in places if len(place) == 1), None)


def lines_without_surroundings(tree: HtmlElement) -> str:
    """Return all text of a tree but for menus, asides, forms and the foot; changes the tree."""
    etree.strip_elements(tree, *_AROUND, with_tail=False)
    return all_lines(tree)


def headline(tree: HtmlElement, title: str) -> str:
    """Return the headline as it stands over the article; `title` is what the metadata give.

    It is the first heading that goes with the title, or the only one of some length.
    """
    found = (" ".join(heading.text_content().split()) for heading in tree.iter("h1"))
    headings = [heading for heading in found if heading]
    for heading in headings:
        if heading.casefold() in title.casefold() or title.casefold() in heading.casefold():
            return heading
    long = [heading for heading in headings if len(heading.split()) >= _FEWEST_WORDS]
    return long[0] if len(long) == 1 else title


def canonical_address(tree: HtmlElement, address: str) -> str:
    """Return the address by which the page calls itself, or nothing where it gives no good one.

    The front page of a site is no address of an article, however often templates say so.
    """
    told = cast("list[str]", tree.xpath("//link[@rel='canonical']/@href"))
    told += cast("list[str]", tree.xpath("//meta[@property='og:url']/@content"))
    for href in told:
        try:
            canonical = urljoin(address, href.strip())
            is_article = urlsplit(canonical).path.strip("/") or not urlsplit(address).path.strip(
                "/"
            )
        except ValueError:  # such as a bracket that is not closed
            continue
        if is_article and is_web_address(canonical) and not names_login(canonical):
            return canonical
    return ""


def _before(element: HtmlElement) -> str:
    """Return what sets an item or a cell off from what stands before it."""
    if element.tag == "li":
        return "- "
    if element.tag in _CELLS:
        if next(element.iter(*_LINES), None) is not None:  # a table that only lays out the page
            return "\n"
        return " | " if element.getprevious() is not None else ""
    return ""
