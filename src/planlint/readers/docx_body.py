"""The walk over a flow of text: paragraphs and tables in reading order, with everything that hangs on them."""

from __future__ import annotations

from lxml import etree

from planlint.plan import Block, BlockKind, Change, Unread
from planlint.readers.docx_format import Format, read_format
from planlint.readers.docx_inline import inline
from planlint.readers.docx_notes import note
from planlint.readers.docx_story import After, Line, Story
from planlint.readers.docx_tables import grid
from planlint.readers.docx_xml import MC, W
from planlint.readers.draft import Grid

Sink = list[Block | Grid]
_PARAGRAPH, _TABLE, _LOOK = W + "p", W + "tbl", W + "pPr"
_PASSED_OVER = frozenset(W + n for n in (
    "sectPr", "sdtPr", "sdtEndPr", "tcPr", "customXmlPr", "bookmarkStart", "bookmarkEnd", "commentRangeEnd", "proofErr",
    "permStart", "permEnd", "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd", "separator", "continuationSeparator", "background",
))  # fmt: skip
_IN_LINE = frozenset(W + n for n in ("r", "t", "hyperlink", "fldSimple", "smartTag"))


def flow(story: Story, parent: etree._Element, address: str, sink: Sink) -> None:
    """Read all blocks below `parent` (whose address is given) into the sink."""
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        if not isinstance(tag, str) or tag in _PASSED_OVER:
            continue
        name = tag[tag.rfind("}") + 1 :]
        counts[name] = counts.get(name, 0) + 1
        here = f"{address}/{name}[{counts[name]}]"
        if tag == _PARAGRAPH:
            paragraph(story, child, here, sink)
        elif tag == _TABLE:
            table = grid(story, child, here, flow)
            if table.rows:
                sink.append(table)
        elif tag in _IN_LINE:
            line = Line()
            inline(story, child, line)
            _emit(story, here, sink, line, Format())
        elif tag == W + "commentRangeStart":
            story.book.waiting.append(child.get(W + "id") or "")
        elif tag == MC + "AlternateContent":
            _one_of(story, child, here, sink)
        elif tag == W + "altChunk":
            what = "another file that is put in here when Word opens this one"
            story.book.draft.unread.append(Unread(what, story.place(here)))
        else:
            flow(story, child, here, sink)


def _one_of(story: Story, element: etree._Element, address: str, sink: Sink) -> None:
    """One of several forms of the same blocks: the first that says anything."""
    before = len(sink)
    for number, form in enumerate((*element.iterfind(MC + "Choice"), *element.iterfind(MC + "Fallback")), start=1):
        flow(story, form, f"{address}/form[{number}]", sink)
        if len(sink) > before:
            return


def paragraph(story: Story, element: etree._Element, address: str, sink: Sink) -> None:
    """Read one paragraph and what hangs on it into the sink."""
    book = story.book
    first = element[0] if len(element) else None
    found = read_format(book, first if first is not None and first.tag == _LOOK else None)
    style = found.style
    if found.break_before and not story.boxed:
        book.pages.turn(rendered=False)
    line = Line(
        base_bold=bool(style.bold), base_hidden=bool(style.hidden), base_size=style.size or book.styles.size,
        formatted=found.changed,
    )  # fmt: skip
    if story.carry:
        line.pieces.append(story.carry)
        story.carry = ""
    inline(story, element, line)
    if found.joined and line.pieces and not line.after:
        story.carry, line.pieces = "".join(line.pieces), []
    _emit(story, address, sink, line, found)
    if found.break_after and not story.boxed:
        book.pages.turn(rendered=False)


def _emit(story: Story, address: str, sink: Sink, line: Line, found: Format) -> None:
    """Put the paragraph's block into the sink, then what stands at it; keep its changes, comments and unread things."""
    book, text = story.book, "".join(line.pieces)
    place = story.place(address, line.page)
    shown, marker = bool(text.strip()), None
    if found.list_id is not None and not found.joined and not line.base_hidden:
        marker = book.numbering.mark(found.list_id, found.list_level or 0)
    if shown or (marker and story.kind == "cell" and any(c.isalnum() for c in marker)):
        kind = _kind(story.kind, found.level if shown else 0, marker)
        level = found.level if kind == "heading" else (found.list_level or 0) + 1 if marker is not None else 0
        colours = line.colours if line.colours != {None} else set()
        colour = next(iter(colours)) if len(colours) == 1 else found.colour
        sink.append(Block(text, place, kind, level, marker=marker or "", colour=colour))
        plain = kind in ("paragraph", "item") and story.kind == "paragraph" and not story.boxed
        if plain and line.bold and not found.style.contents:
            book.bold[len(sink) - 1] = line.size
    if line.changes or (line.formatted and shown):
        book.draft.changes += [Change(what, "".join(pieces), place) for what, *pieces in line.changes]
        if line.formatted and shown:
            book.draft.changes.append(Change("formatted", text, place))
    if book.waiting or line.comments:
        for identity in (*book.waiting, *line.comments):
            book.anchors.setdefault(identity, place)
        book.waiting.clear()
    if line.unread:
        book.draft.unread += [Unread(what, place) for what in line.unread]
    for number, thing in enumerate(line.after, start=1):
        _emit_after(story, thing, address, number, sink)


def _kind(kind: BlockKind, level: int, marker: str | None) -> BlockKind:
    """A paragraph's kind in a flow of this kind."""
    if kind not in ("paragraph", "cell"):
        return kind
    return "heading" if level else "item" if marker is not None else kind


def _emit_after(story: Story, thing: After, address: str, number: int, sink: Sink) -> None:
    if thing.kind == "box" and thing.element is not None:
        page = story.book.pages.current
        flow(story.inner(), thing.element, f"{address}/txbxContent[{number}]", sink)
        story.book.pages.current = page
    elif thing.kind in ("footnote", "endnote"):
        note(story, thing, sink, flow)
    else:
        place = story.place(f"{address}/{thing.kind}[{number}]")
        sink.extend(Block(text, place, story.kind) for text in thing.lines if text.strip())
