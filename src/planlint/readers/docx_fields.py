"""Fields: what they print is read, the code that makes it is not."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from planlint.readers.docx_xml import W, on, value, whole

_BEGIN_AND_END = W + "fldChar"
_TYPE = W + "fldCharType"


def unfinished(root: etree._Element) -> frozenset[etree._Element]:
    """The `begin` marks of a part's fields that never end (or end paragraphs later without a result).

    Word prints the text behind them, so they must not silence it.
    """
    loose: set[etree._Element] = set()
    opened: list[tuple[etree._Element, bool]] = []
    for mark in root.iter(_BEGIN_AND_END):
        kind = mark.get(_TYPE)
        if kind == "begin":
            opened.append((mark, False))
        elif kind == "separate" and opened:
            opened[-1] = (opened[-1][0], True)
        elif kind == "end" and opened:
            begin, separated = opened.pop()
            if not separated and _paragraph(begin) is not _paragraph(mark):
                loose.add(begin)
    loose.update(begin for begin, separated in opened if not separated)
    return frozenset(loose)


def _paragraph(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(W + "p"), None)


@dataclass(slots=True)
class _Field:
    form: etree._Element | None
    code: list[str] = field(default_factory=list)
    coding: bool = True
    said: int = -1


@dataclass(slots=True)
class Fields:
    """The fields that are open at a point of the text. `silent` is True inside a field's code."""

    loose: frozenset[etree._Element] = frozenset()
    silent: bool = False
    _coding: int = 0
    _open: list[_Field] = field(default_factory=list)

    def mark(self, element: etree._Element, said: int) -> str:
        """Take a w:fldChar into account; `said` is how much the line holds so far.

        Gives the text that the field prints without holding it as a result: a form's box or choice, a button's words.
        """
        kind = element.get(_TYPE)
        if kind == "begin":
            if element not in self.loose:
                self._open.append(_Field(element.find(W + "ffData")))
                self._code(1)
            return ""
        if not self._open:
            return ""
        if kind == "separate":
            if self._open[-1].coding:
                self._open[-1].coding, self._open[-1].said = False, said
                self._code(-1)
            return ""
        if kind != "end":
            return ""
        ended = self._open.pop()
        if ended.coding:
            self._code(-1)
        return "" if self.silent or 0 <= ended.said != said else _printed(ended)

    def _code(self, step: int) -> None:
        """One more or one less of the open fields is in its code."""
        self._coding += step
        self.silent = self._coding > 0

    def write(self, code: str) -> None:
        """Take a piece of a field's code into account."""
        if self._open and len(self._open[-1].code) < 100:
            self._open[-1].code.append(code)


def _printed(ended: _Field) -> str:
    """What a field without a result prints."""
    words = "".join(ended.code).split()
    if not words:
        return ""
    if words[0].upper() == "MACROBUTTON":
        return " ".join(words[2:])
    if ended.form is None:
        return ""
    if words[0].upper() == "FORMCHECKBOX":
        box = ended.form.find(W + "checkBox")
        state = None
        for name in ("checked", "default"):
            if box is not None and state is None:
                state = box.find(W + name)
        return "☒" if state is not None and on(state) else "☐"
    list_ = ended.form.find(W + "ddList")
    if words[0].upper() == "FORMDROPDOWN" and list_ is not None:
        chosen = list_.find(W + "result")
        index = whole(value(chosen if chosen is not None else list_.find(W + "default")))
        entries = list_.findall(W + "listEntry")
        return (value(entries[index]) or "") if 0 <= index < len(entries) else ""
    return ""
