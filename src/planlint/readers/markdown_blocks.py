"""Markdown's block tokens to the elements of a Draft: headings, paragraphs, bullets, tables, code, notes."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token

from planlint.plan import Block, BlockKind, Unread
from planlint.readers.bullets_typed import Line, bullet
from planlint.readers.draft import Draft, Grid, GridCell
from planlint.readers.front_matter import read_front_matter
from planlint.readers.markdown_cut import cut, cut_heading
from planlint.readers.markdown_html import HtmlReading
from planlint.readers.markdown_inline import Flow, flow, read_inline
from planlint.readers.markdown_table import read_table
from planlint.readers.traced import Source, Traced, written

Note = str | tuple[Traced, list[Token]]
_SENTENCE_END = re.compile(r"[.!?;,…]['\"”’)]*$")
_SIGN = re.compile(r"[•▪●◦‣⁃∙·○■□][ \t\u00a0]")
_TYPED = re.compile(rf"\n(?={_SIGN.pattern})")
_LONGEST_HEADING = 120


@dataclass(slots=True)
class _List:
    """A list being read: the number of its next item (0 for bullets), its sign, and the block it hangs from."""

    number: int
    sign: str
    parent: Block | None
    item: Block | None = None
    marker: str = ""


class Body:
    """Reads the block tokens of one file into its Draft."""

    def __init__(self, draft: Draft, source: Source, env: dict[str, Any]) -> None:
        self.draft, self.source, self.env = draft, source, env
        self.cells: list[GridCell] = []  # of HTML tables, which may hold Markdown
        self.html = HtmlReading(self)
        self.lists: list[_List] = []
        self.notes: dict[str, list[Token]] = {}
        self.due: deque[Note] = deque()
        self.in_note = False
        self.level = 0  # of the last heading that is marked as one

    def read(self, tokens: list[Token]) -> None:
        """Reads all tokens, then the footnotes that nothing refers to."""
        self._read_all(self._put_notes_aside(tokens))
        self.due.extend(self.notes)
        self._read_all([])
        self.html.close()
        self._read_hidden()

    def emit(self, element: Block | Grid) -> None:
        """Adds an element where the reading stands; in a footnote every block is a note."""
        if self.in_note and isinstance(element, Block):
            element = replace(element, kind="note", level=0)
        if not self.cells:
            self.draft.elements.append(element)
        elif isinstance(element, Grid):
            self.cells[-1].tables.append(element)
        else:
            self.cells[-1].blocks.append(element)

    def comment(self, text: Traced) -> None:
        """Keeps a comment apart."""
        text = text.strip()
        if text:
            self.draft.aside.append(self.source.block(text, "comment"))

    def picture(self, at: Traced, name: str) -> None:
        """Names a picture, which cannot be read, by the text that stands for it."""
        name = " ".join(name.split())
        what = f'a picture ("{name}")' if name else "a picture"
        self.draft.unread.append(Unread(what, self.source.location(at.start, at.end)))

    def _put_notes_aside(self, tokens: list[Token]) -> list[Token]:
        """The tokens without the footnotes' definitions, which are read where they are referred to."""
        kept, note = [], None
        for token in tokens:
            if token.type == "footnote_reference_open":
                note = self.notes.setdefault(token.meta["label"], [])
            elif token.type == "footnote_reference_close":
                note = None
            elif note is None:
                kept.append(token)
            else:
                note.append(token)
        return kept

    def _read_all(self, tokens: list[Token]) -> None:
        """Reads tokens, and behind each block the footnotes it refers to, and those that these refer to."""
        index = 0
        while index < len(tokens):
            index = self._read_one(tokens, index)
            while self.due and not self.lists:
                self._read_note(self.due.popleft())
        while self.due:
            self._read_note(self.due.popleft())

    def _read_note(self, note: Note) -> None:
        self.in_note = True
        if isinstance(note, tuple):
            self._lines(flow(note[0], note[1], self.env))
        else:
            tokens, index = self.notes.pop(note, []), 0
            while index < len(tokens):
                index = self._read_one(tokens, index)
        self.in_note = False

    def _read_one(self, tokens: list[Token], index: int) -> int:
        """Reads what begins at that token; gives the index after it."""
        token = tokens[index]
        match token.type:
            case "front_matter":
                self._front_matter(token)
            case "heading_open":
                self._heading(token, tokens[index + 1])
                return index + 3
            case "paragraph_open":
                self._paragraph(tokens, index)
                return index + 3
            case "table_open":
                return read_table(self, tokens, index)
            case "fence" | "code_block":
                self._code(token)
            case "html_block":
                self.html.read(cut(token, self.source.text))
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self._open_item(token)
        return index + 1

    def _front_matter(self, token: Token) -> None:
        assert token.map
        meta, comments = read_front_matter(self.source, token.map[1])
        self.draft.meta.extend(meta)
        self.draft.aside.extend(comments)

    def _heading(self, token: Token, inline: Token) -> None:
        cutter = cut_heading if token.markup.startswith("#") else cut
        found = read_inline(cutter(inline, self.source.text), self.env)
        level = int(token.tag[1:])
        for line in found.lines:
            kind: BlockKind = "item" if self.lists else "heading"
            self.emit(self.source.block(line.text, kind, level=level))
        if found.lines and not self.lists and not self.in_note:
            self.level = level
        self._read_asides(found)

    def _paragraph(self, tokens: list[Token], index: int) -> None:
        inline = tokens[index + 1]
        found = read_inline(cut(inline, self.source.text), self.env)
        if not self.lists and not self.in_note and self._stands_as_heading(found, tokens[index + 3 :][:1]):
            self.emit(self.source.block(found.text, "heading", level=min(self.level + 1, 7)))
        else:
            self._lines(found)
        self._read_asides(found)

    def _stands_as_heading(self, found: Flow, following: list[Token]) -> bool:
        """A line all in bold with text below it, as people write who use no heading marks."""
        if not found.bold or len(found.lines) != 1 or not following:
            return False
        text = found.text.text
        if "\n" in text or len(text) > _LONGEST_HEADING or _SENTENCE_END.search(text):
            return False
        return following[0].type not in ("heading_open", "hr", "blockquote_close")

    def _lines(self, found: Flow) -> None:
        """The lines of a paragraph: the first of a list item is the bullet, what follows hangs from it."""
        for line in found.lines:
            within = self.lists[-1] if self.lists else None
            if within and within.item is None:
                self._item(within, line.text)
            else:
                self._paragraph_lines(line.text, within.item if within else None)

    def _paragraph_lines(self, text: Traced, parent: Block | None) -> None:
        """A paragraph; where its lines begin with "•", which is no list in Markdown but one on the page, its items."""
        for part in text.split(_TYPED):
            line = bullet(part) if _SIGN.match(part.text) else Line(part)
            if line.marker:
                depth = len(self.lists) + 1
                block = self.source.block(line.text, "item", level=depth, marker=line.marker, parent=parent)
            else:
                block = self.source.block(line.text, "paragraph", parent=parent)
                parent = block if part.text.endswith(":") else parent
            self.emit(block)

    def _item(self, within: _List, text: Traced) -> None:
        marker = within.marker
        if match := re.match(r"\[([ xX])\]\s+(?=\S)", text.text):
            marker = f"[{match.group(1).lower()}]"
            text = text.slice(match.end(), len(text.text))
        first, *typed = text.split(_TYPED)
        within.item = self.source.block(first, "item", level=len(self.lists), marker=marker, parent=within.parent)
        self.emit(within.item)
        for part in typed:
            self._paragraph_lines(part, within.item)

    def _open_list(self, token: Token) -> None:
        parent = self.lists[-1].item if self.lists else None
        before = self.cells[-1].blocks if self.cells else self.draft.elements
        last = before[-1] if before else None
        if isinstance(last, Block) and last.kind in ("paragraph", "item") and last.text.rstrip().endswith(":"):
            parent = last
        number = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else -1
        self.lists.append(_List(number, token.markup, parent))

    def _open_item(self, token: Token) -> None:
        within = self.lists[-1]
        within.item, within.marker = None, "•"
        if within.number >= 0:
            within.marker = f"{within.number}{within.sign}"
            within.number += 1

    def _code(self, token: Token) -> None:
        text = cut(token, self.source.text)
        text = text.slice(0, len(text.text.rstrip()))
        if text:
            self.emit(self.source.block(text, "code"))

    def _read_asides(self, found: Flow) -> None:
        self.keep(found)
        self.due.extend(found.notes)

    def keep(self, found: Flow) -> None:
        """Keeps a Flow's comments and names its pictures."""
        for comment in found.comments:
            self.comment(comment)
        for picture in found.pictures:
            self.picture(picture, picture.text[2:])

    def _read_hidden(self) -> None:
        """Keeps the comments written as link definitions: "[//]: # (text)"."""
        defined = [*self.env.get("references", {}).values(), *self.env.get("duplicate_refs", [])]
        for reference in defined:
            if reference["href"] in ("#", "") and reference["title"]:
                start = self.source.offset(reference["map"][0] + 1)
                at = self.source.text.find(reference["title"], start)
                if at >= 0:
                    self.comment(written(reference["title"], at))
        self.draft.aside.sort(key=lambda b: (b.location.line or 0, b.location.column or 0))
