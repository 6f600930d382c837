"""Mails (.eml) and pages saved as one file (.mhtml, which is built like a mail)."""

import email
import email.policy
import re
from datetime import date
from email.message import MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath

from claimtracker.articles.article import Article

from .document import Document, Unreadable
from .encodings import text_of
from .html_page import page_at, piece_of_page

_SHORT = 200  # characters of a plain part that may only say "open this in the browser"
_SOFT_BREAK = re.compile(r"(?<!\n--) \n(?!>)")
_SAVED_PAGES = frozenset({".mht", ".mhtml"})


def article_in(document: Document) -> Article:
    """Return the body of a mail below its subject, or the article of a saved page.

    A mail is published on the day of its Date header; that of a saved page says when it was saved.
    """
    message = email.message_from_bytes(document.data, policy=email.policy.default)
    if _is_saved_page(message, document):
        return _saved_page(message)
    subject = _header(message, "Subject")
    text = _body(message)
    if text.strip() and subject and subject not in text:
        text = f"{subject}\n\n{text}"
    return Article(text, subject, _sender(message), _sent_on(message))


def _is_saved_page(message: MIMEPart, document: Document) -> bool:
    return (
        "Snapshot-Content-Location" in message
        or PurePath(document.name).suffix.lower() in _SAVED_PAGES
        or _header(message, "From").strip("<>").startswith("Saved by")
    )


def _saved_page(message: MIMEPart) -> Article:
    page = message.get_body(("html",))
    if page is None:
        raise Unreadable("holds no web page")
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    media_type = f"text/html; charset={page.get_content_charset('')}"
    return page_at(address, _bytes(page), media_type)


def _body(message: MIMEPart) -> str:
    """Return the plain part, or the whole text of the HTML part where that one says little."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    text = _text(plain) if plain is not None else ""
    if page is None or len(text) >= _SHORT:
        return text
    whole, _ = piece_of_page(_text(page))
    return whole or text


def _text(part: MIMEPart) -> str:
    text = text_of(_bytes(part), part.get_content_charset(""))
    if part.get_param("format") == "flowed":  # RFC 3676: a blank at the end goes on
        return _SOFT_BREAK.sub(" ", text)
    return text


def _bytes(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: MIMEPart, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _sender(message: MIMEPart) -> str:
    sender, _ = parseaddr(_header(message, "From"))
    return sender


def _sent_on(message: MIMEPart) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except ValueError:  # none, or no date
        return None
