"""Characters of Word's picture fonts as the characters a reader sees."""

from __future__ import annotations

import re

_GREEK = dict(zip("ABCDEFGHIKLMNOPQRSTUWXYZ", "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖ", strict=True))
_SYMBOL = {
    **{ord(k): v for k, v in _GREEK.items()}, **{ord(k.lower()): v.lower() for k, v in _GREEK.items()},
    0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒", 0xE5: "Σ",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x43: "👍", 0x44: "👎", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●",
    0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA0: "▫",
    0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xB6: "☆", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "☐"}
_WINGDINGS_3 = {0x5B: "→", 0x5C: "↑", 0x5D: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◄", 0x75: "►", 0x7D: "►"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3}
_LATIN = {ord("o"): "○"}
PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Where Word puts the characters of picture fonts."""


def symbol(character: str, font: str) -> str:
    """What a reader sees where this character is set in this font; a bullet for a picture that is not known."""
    code, table = ord(character), _FONTS.get(font.lower())
    if 0xF020 <= code <= 0xF0FF:
        code -= 0xF000
        if table is None:
            table = _SYMBOL if code == 0xB7 else {code: chr(code)} if font and code < 0x7F else _WINGDINGS
    elif table is None:
        return _LATIN.get(code, character) if font.lower() == "courier new" else character
    return table.get(code, chr(code) if table is _SYMBOL and code < 0x7F else "•")


def readable(text: str, font: str) -> str:
    """Text with the private characters of picture fonts replaced by what a reader sees."""
    return PRIVATE.sub(lambda found: symbol(found[0], font), text)
