"""HTML inside Markdown: its tags, comments, entities and text one by one, and what each tag does to the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from planlint.readers.traced import Run, Traced

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_PIECE = re.compile(r"<(?=[a-zA-Z/!?])|&(?=#?\w{1,31};)")
_OPENS = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&#?\w{1,31};")
_INLINE = re.compile(
    r"a|abbr|acronym|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|q|s|samp|small|span|"
    r"strike|strong|su[bp]|time|tt|u|var|wbr"
)
_UNSEEN = frozenset(["script", "style", "template", "title", "head"])


class Piece(NamedTuple):
    """A stretch of HTML: "text", "comment" or "tag", its text and, for a tag, the name ("/td" for one that closes)."""

    kind: str
    text: Traced
    name: str = ""


def tag_name(tag: str) -> str:
    """The name in a tag, in lower case, with a "/" in front if it closes; "" for a declaration."""
    match = _TAG.match(tag)
    if not match:
        return ""
    return ("/" if tag.startswith("</") else "") + match.group(1).lower()


def attribute(tag: str, name: str) -> str:
    """The value of a tag's attribute; "" if it has none."""
    match = re.search(rf"""\b{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", tag, re.I)
    return html.unescape(next((g for g in match.groups() if g is not None), "")) if match else ""


def is_break(tag: str) -> bool:
    """True for a tag at which a new line begins."""
    name = tag_name(tag).lstrip("/")
    return bool(name) and not _INLINE.fullmatch(name)


def is_item(tag: str) -> bool:
    """True for a tag that opens a list item."""
    return tag_name(tag) == "li"


def pieces(content: Traced) -> Iterator[Piece]:
    """The pieces of a text with HTML in it, in order; what is never shown (scripts, styles) left out."""
    text, at, unseen = content.text, 0, ""
    last = text.rfind(">")
    while at < len(text):
        piece, at = _next(content, text, at, last)
        if piece.name.lstrip("/") in _UNSEEN:
            unseen = "" if piece.name.startswith("/") else piece.name
        elif not unseen:
            yield piece


def _next(content: Traced, text: str, at: int, last: int) -> tuple[Piece, int]:
    if text[at] == "<" and (end := _tag_end(text, at, last)):
        if text.startswith("<!--", at):
            return Piece("comment", content.slice(at + 4, max(at + 4, end - 3))), end
        return Piece("tag", content.slice(at, end), tag_name(text[at:end])), end
    if match := _ENTITY.match(text, at):
        meant = html.unescape(match.group())
        if meant != match.group():
            there = content.slice(at, match.end())
            return Piece("text", Traced(meant, [Run(0, there.start, there.end - there.start)])), match.end()
    following = _PIECE.search(text, at + 1)
    end = following.start() if following else len(text)
    return Piece("text", content.slice(at, end)), end


def _tag_end(text: str, at: int, last: int) -> int:
    """Where the tag or comment that begins here ends; 0 if none does. `last` is where the last ">" stands."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 4)
        return end + 3 if end >= 0 else len(text)  # an open comment hides the rest, as in a browser
    if at > last or not _OPENS.match(text, at):
        return 0
    return text.find(">", at) + 1
