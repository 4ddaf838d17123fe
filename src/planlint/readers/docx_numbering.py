"""The numbers and bullets that Word prints in front of list items, worked out from numbering.xml."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from planlint.readers.docx_symbols import symbol
from planlint.readers.docx_xml import VAL, W, on, value, whole

LEVELS = 9
"""List levels that Word has, 0 to 8; a deeper one counts as the deepest."""
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    font: str = ""


@dataclass(slots=True)
class _List:
    """One w:num: its levels, the counters it shares with all lists of its abstract list, and where it starts anew."""

    levels: dict[int, _Level]
    counts: dict[int, int]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one file; it counts as the paragraphs pass by in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._styled: dict[tuple[str, str], int] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        abstract: dict[str, etree._Element] = {}
        by_style: dict[str, str] = {}
        for element in root.iterfind(W + "abstractNum"):
            identity = element.get(W + "abstractNumId", "")
            abstract[identity] = element
            style = value(element.find(W + "styleLink"))
            if style:
                by_style[style] = identity
        counts: dict[str, dict[int, int]] = {}
        levels: dict[str, dict[int, _Level]] = {}
        for number in root.iterfind(W + "num"):
            identity = value(number.find(W + "abstractNumId")) or ""
            linked = abstract[identity].find(W + "numStyleLink") if identity in abstract else None
            identity = by_style.get(value(linked) or "", identity)
            if identity not in abstract:
                continue
            if identity not in levels:
                levels[identity] = _levels(abstract[identity])
            list_ = _List(levels[identity], counts.setdefault(identity, {}))
            list_id = number.get(W + "numId", "")
            self._lists[list_id] = _override(list_, number)
            for level in abstract[identity].iterfind(W + "lvl"):
                style = value(level.find(W + "pStyle"))
                if style:
                    self._styled.setdefault((list_id, style), whole(level.get(W + "ilvl")))

    def level(self, list_id: str, style: str | None) -> int:
        """The level that a list gives to paragraphs of a style, 0 if it says nothing."""
        return self._styled.get((list_id, style or ""), 0)

    def mark(self, list_id: str, level: int) -> str | None:
        """The marker of the next paragraph at this level ("2.1", "•"); None where there is no such list."""
        list_ = self._lists.get(list_id)
        if list_ is None:
            return None
        level = max(0, min(level, LEVELS - 1))
        counts, form = list_.counts, list_.levels.get(level, _Level(text=""))
        if level in list_.starts:
            counts[level] = list_.starts.pop(level)
        else:
            counts[level] = counts[level] + 1 if level in counts else form.start
        for deeper in [d for d in counts if d > level]:
            restart = list_.levels[deeper].restart if deeper in list_.levels else None
            if restart is None or 0 < level + 1 <= restart:
                del counts[deeper]
        return _printed(list_, level)


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in abstract.iterfind(W + "lvl"):
        found[whole(element.get(W + "ilvl"))] = _level(element)
    return found


def _level(element: etree._Element) -> _Level:
    level = _Level(text="")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    if fonts is not None:
        level.font = fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
    for child in element:
        if child.tag == W + "start":
            level.start = whole(child.get(VAL), 1)
        elif child.tag == W + "numFmt":
            level.form = child.get(VAL) or "decimal"
        elif child.tag == W + "lvlText":
            level.text = (child.get(VAL) or "")[:100]
        elif child.tag == W + "isLgl":
            level.legal = on(child)
        elif child.tag == W + "lvlRestart":
            level.restart = whole(child.get(VAL))
    return level


def _override(list_: _List, number: etree._Element) -> _List:
    """The list with its own starts and levels in place of those of its abstract list."""
    for override in number.iterfind(W + "lvlOverride"):
        at = whole(override.get(W + "ilvl"))
        start, own = override.find(W + "startOverride"), override.find(W + "lvl")
        if own is not None:
            list_.levels = {**list_.levels, at: _level(own)}
        if start is not None:
            list_.starts[at] = whole(value(start), 1)
    return list_


def _printed(list_: _List, level: int) -> str:
    form = list_.levels.get(level, _Level(text=""))
    if form.form == "none":
        return ""
    if form.form == "bullet":
        return "".join(symbol(c, form.font) for c in form.text)
    text = form.text
    for n in range(LEVELS, 0, -1):
        if f"%{n}" in text:
            part = list_.levels.get(n - 1, _Level())
            count = list_.counts.get(n - 1, part.start)
            text = text.replace(f"%{n}", numeral(count, "decimal" if form.legal else part.form))
    return text.strip()


def numeral(count: int, form: str) -> str:
    """A number as Word prints it in a number format of its (ECMA-376 part 1, 17.18.59); plain digits for others."""
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        text = _roman(count)
    elif form in ("lowerLetter", "upperLetter") and 0 < count <= 780:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif form == "decimalZero":
        text = f"{count:02d}"
    elif form == "ordinal":
        tail = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        text = f"{count}{tail}"
    elif form == "chicago":
        text = "*†‡§"[(count - 1) % 4] * ((count - 1) // 4 % 8 + 1)
    elif form in ("none", "bullet"):
        text = ""
    else:
        text = str(count)
    return text.upper() if form.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (count // size)
        count %= size
    return text + _ROMAN_ONES[count]
