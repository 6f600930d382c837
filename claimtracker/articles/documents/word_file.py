"""Word documents (.docx), by python-docx; the day on which a file was saved does not count."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from claimtracker.articles.article import Article
from claimtracker.articles.titles import title_of

from .document import Document, Unreadable
from .encodings import tidied

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = (_FALLBACK, qn("w:del"), qn("w:moveFrom"))  # said twice, or struck out
_TEXT = qn("w:t")
_IN_WORDS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_PARAGRAPH, _ROW, _CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
_PROPERTIES, _STYLE, _VALUE, _NUMBERED = (
    qn(name) for name in ("w:pPr", "w:pStyle", "w:val", "w:numPr")
)
_OTHERS = {  # a file in the archive to what the archive is
    "xl/workbook.xml": "is a table, not a text: save it as PDF first",
    "ppt/presentation.xml": "is a presentation, not a text: save it as PDF first",
    "mimetype": "is an OpenDocument file or an e-book: save it as .docx or PDF first",
}


def article_in(document: Document) -> Article:
    """Return the paragraphs, items and rows of a document, each on a line of its own.

    Changes that were tracked are read as accepted; content controls and text boxes are read too,
    which python-docx leaves out of its paragraphs.
    """
    _refuse_others(document.data)
    opened = docx.Document(BytesIO(document.data))
    body = opened.element.body
    etree.strip_elements(body, *_NOT_SHOWN, with_tail=False)
    text = tidied("\n".join(line for line in _lines(body) if line.strip("- |")))
    told = opened.core_properties.title.strip()
    return Article(text, title=told if told and told in text else title_of(text))


def _refuse_others(data: bytes) -> None:
    """Say what an archive holds that is no Word document."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile as error:
        raise Unreadable("cannot be read: it is damaged, or only a part of it is there") from error
    if "word/document.xml" not in names:
        found = (told for name, told in _OTHERS.items() if name in names)
        raise Unreadable(next(found, "is an archive, not a text: unpack it first"))


def _lines(body: BaseOxmlElement) -> Iterator[str]:
    for block in body.iter(_PARAGRAPH, _ROW):
        if any(parent.tag in (_PARAGRAPH, _ROW) for parent in block.iterancestors()):
            continue  # read with the paragraph or the row that it stands in
        if block.tag == _PARAGRAPH:
            yield f"- {_words(block)}" if _is_item(block) else _words(block)
        else:
            yield " | ".join(" ".join(_words(cell).split()) for cell in block.iterchildren(_CELL))


def _is_item(paragraph: BaseOxmlElement) -> bool:
    style = paragraph.find(f"{_PROPERTIES}/{_STYLE}")
    has_style = style is not None and style.get(_VALUE, "").startswith("List")
    return has_style or paragraph.find(f"{_PROPERTIES}/{_NUMBERED}") is not None


def _words(element: BaseOxmlElement) -> str:
    pieces: list[str] = []
    for part in element.iter(_TEXT, _PARAGRAPH, *_IN_WORDS):
        if part.tag == _TEXT:
            pieces.append(part.text or "")
        elif part.tag == _PARAGRAPH:
            pieces.append("\n" if pieces else "")
        else:
            pieces.append(_IN_WORDS[part.tag])
    return "".join(pieces)
