"""What stands inside a paragraph: runs, fields, symbols, tracked changes, and the anchors of what hangs on it."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from planlint.readers.docx_colour import HIGHLIGHTS, fill
from planlint.readers.docx_drawings import DRAWING_ACTIONS, measure
from planlint.readers.docx_story import After, Line, Story
from planlint.readers.docx_symbols import PRIVATE, readable, symbol
from planlint.readers.docx_xml import MC, VAL, M, W, on, whole

Action = Callable[[Story, etree._Element, Line], None]
_RUN, _TEXT, _LOOK = W + "r", W + "t", W + "rPr"
_MARKS = frozenset({W + "fldChar", W + "instrText"})


def inline(story: Story, parent: etree._Element, line: Line) -> None:
    """Read everything inside `parent` into the line, in document order; what is not known is looked into."""
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            _run(story, child, line)
            continue
        action = ACTIONS.get(tag)
        if action is not None:
            action(story, child, line)
        elif isinstance(tag, str):
            inline(story, child, line)


def _run(story: Story, run: etree._Element, line: Line) -> None:
    hidden, bold, size, font, colour = line.base_hidden, line.base_bold, line.base_size, "", None
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            text = child.text
            if text and not hidden:
                line.say(story, _clean(text, font), bold, size, colour)
        elif tag == _LOOK:
            hidden, bold, size, font, colour = _look(story, child, line)
        elif hidden and tag not in _MARKS:
            continue
        else:
            action = ACTIONS.get(tag)
            if action is not None:
                action(story, child, line)
            elif isinstance(tag, str):
                inline(story, child, line)


def _clean(text: str, font: str) -> str:
    """Text as printed: a line end in the file prints as a space, a character of a picture font as its picture."""
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return readable(text, font) if not text.isascii() and PRIVATE.search(text) else text


def _look(story: Story, properties: etree._Element, line: Line) -> tuple[bool, bool, int, str, str | None]:
    """Hidden, bold, size, font and fill of a run; notes that its look was changed under tracking."""
    hidden, bold, size, font, colour = line.base_hidden, line.base_bold, line.base_size, "", None
    for child in properties:
        what = _LOOKS.get(child.tag)
        if what is None:
            continue
        if what == "style":
            style = story.book.styles[child.get(VAL)]
            bold = bold if style.bold is None else style.bold
            hidden = hidden if style.hidden is None else style.hidden
            size = style.size or size
        elif what == "bold":
            bold = on(child)
        elif what == "hidden":
            hidden = on(child)
        elif what == "size":
            size = whole(child.get(VAL)) or size
        elif what == "font":
            font = child.get(W + "ascii") or child.get(W + "hAnsi") or ""
        elif what == "highlight":
            colour = HIGHLIGHTS.get(child.get(VAL) or "")
        elif what == "fill":
            colour = fill(child) or colour
        else:
            line.formatted = True
    return hidden, bold, size, font, colour


_LOOKS = {
    W + "rStyle": "style", W + "b": "bold", W + "vanish": "hidden", W + "sz": "size", W + "rFonts": "font",
    W + "highlight": "highlight", W + "shd": "fill", W + "rPrChange": "changed",
}  # fmt: skip


def _nothing(story: Story, element: etree._Element, line: Line) -> None:
    pass


def _say(text: str) -> Action:
    def action(story: Story, element: etree._Element, line: Line) -> None:
        line.say(story, text)

    return action


def _text(story: Story, element: etree._Element, line: Line) -> None:
    if element.text:
        line.say(story, _clean(element.text, ""), False)


def _break(story: Story, element: etree._Element, line: Line) -> None:
    line.say(story, "\n")
    if element.get(W + "type") == "page" and not story.boxed:
        story.book.pages.turn(rendered=False)


def _page_end(story: Story, element: etree._Element, line: Line) -> None:
    if not story.boxed:
        story.book.pages.turn(rendered=True)


def _symbol(story: Story, element: etree._Element, line: Line) -> None:
    try:
        code = int(element.get(W + "char") or "", 16)
        line.say(story, symbol(chr(code), element.get(W + "font") or ""))
    except (ValueError, OverflowError):
        return


def _field_mark(story: Story, element: etree._Element, line: Line) -> None:
    printed = story.fields.mark(element, sum(not piece.isspace() for piece in line.pieces[-8:]) and len(line.pieces))
    if printed:
        apart = line.pieces and line.pieces[-1][-1:].isalnum()
        line.say(story, f" {printed}" if apart else printed)


def _field_code(story: Story, element: etree._Element, line: Line) -> None:
    story.fields.write(element.text or "")


def _inserted(what: str) -> Action:
    def action(story: Story, element: etree._Element, line: Line) -> None:
        before, line.change = line.change, what
        inline(story, element, line)
        line.change = before

    return action


def _deleted(story: Story, element: etree._Element, line: Line) -> None:
    text = "".join(e.text or "" for e in element.iter(W + "delText", _TEXT))
    if text:
        line.note_change("deleted", text)
    _only_marks(story, element, line)


def _only_marks(story: Story, element: etree._Element, line: Line) -> None:
    """What is deleted says nothing, but a field may begin in it and end behind it."""
    for mark in element.iter(W + "fldChar"):
        story.fields.mark(mark, len(line.pieces))


def _note(kind: str) -> Action:
    def action(story: Story, element: etree._Element, line: Line) -> None:
        if story.fields.silent:
            return
        own = element.get(W + "customMarkFollows") in ("1", "true", "on")
        mark = "" if own else story.book.note_mark(kind)
        line.after.append(After(kind, identity=element.get(W + "id") or "", mark=mark))
        # A mark would spoil the word or figure in front of it ("pupils3", "20263"); letters behind a figure do not.
        if mark.isalpha() and line.pieces and line.pieces[-1][-1:].isdigit():
            line.say(story, mark)

    return action


def _ruby(story: Story, element: etree._Element, line: Line) -> None:
    """Text with its pronunciation above it, which is put behind it in brackets."""
    for base in element.iterchildren(W + "rubyBase"):
        inline(story, base, line)
    for above in element.iterchildren(W + "rt"):
        line.say(story, " (")
        inline(story, above, line)
        line.say(story, ")")


def _comment(story: Story, element: etree._Element, line: Line) -> None:
    line.comments.append(element.get(W + "id") or "")


def _box(story: Story, element: etree._Element, line: Line) -> None:
    if not story.fields.silent:
        line.after.append(After("box", element))


def _alternative(story: Story, element: etree._Element, line: Line) -> None:
    """One of several forms of the same: the first that says anything, as Word and other programs do."""
    for form in (*element.iterfind(MC + "Choice"), *element.iterfind(MC + "Fallback")):
        before = len(line.pieces), len(line.after), len(line.unread)
        inline(story, form, line)
        if before != (len(line.pieces), len(line.after), len(line.unread)):
            return


def _control(story: Story, element: etree._Element, line: Line) -> None:
    """A content control: its content; a check box that shows nothing prints its state."""
    before = len(line.pieces)
    inline(story, element, line)
    if len(line.pieces) == before:
        box = element.find(f"{W}sdtPr/{{http://schemas.microsoft.com/office/word/2010/wordml}}checkbox")
        if box is not None:
            checked = next((c for c in box if c.tag.endswith("}checked")), None)
            state = None if checked is None else checked.get(checked.tag.replace("}checked", "}val"))
            line.say(story, "☒" if state in ("1", "true", "on") else "☐")


def _drawing(story: Story, element: etree._Element, line: Line) -> None:
    measure(element, line)
    inline(story, element, line)


def _subdocument(story: Story, element: etree._Element, line: Line) -> None:
    line.unread.append("another document that this one is put together from")


ACTIONS: dict[object, Action] = {
    _RUN: _run, _TEXT: _text, M + "t": _text, W + "fldChar": _field_mark, W + "instrText": _field_code,
    W + "tab": _say("\t"), W + "ptab": _say("\t"), W + "cr": _say("\n"), W + "br": _break,
    W + "noBreakHyphen": _say("\u2011"), W + "softHyphen": _say("\u00ad"), W + "sym": _symbol,
    W + "lastRenderedPageBreak": _page_end, W + "ins": _inserted("inserted"), W + "moveTo": _inserted("moved"),
    W + "del": _deleted, W + "moveFrom": _only_marks, W + "footnoteReference": _note("footnote"),
    W + "endnoteReference": _note("endnote"), W + "commentReference": _comment, W + "commentRangeStart": _comment,
    W + "txbxContent": _box, W + "ruby": _ruby,
    MC + "AlternateContent": _alternative, W + "sdt": _control, W + "subDoc": _subdocument,
    W + "drawing": _drawing,
    **dict.fromkeys((W + n for n in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "rubyPr", "smartTagPr", "customXmlPr", "proofErr",
        "bookmarkStart", "bookmarkEnd", "commentRangeEnd", "permStart", "permEnd", "fldData", "annotationRef", "pgNum",
    )), _nothing),
    **DRAWING_ACTIONS,
}  # fmt: skip
