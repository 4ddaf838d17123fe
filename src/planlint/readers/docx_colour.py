"""Colours behind text, which many plans use as data (red, amber, green)."""

from __future__ import annotations

from lxml import etree

from planlint.readers.docx_xml import VAL, W

HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000",
    "darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3", "black": "000000",
}  # fmt: skip
"""The colours of Word's highlighter (ECMA-376 part 1, 17.18.40) as RRGGBB."""


def fill(shading: etree._Element | None) -> str | None:
    """The colour of a w:shd as RRGGBB; None for none, automatic and white."""
    if shading is None:
        return None
    name = "color" if shading.get(VAL) == "solid" else "fill"
    colour = (shading.get(W + name) or "").upper()
    if len(colour) != 6 or colour == "FFFFFF" or any(c not in "0123456789ABCDEF" for c in colour):
        return None
    return colour
