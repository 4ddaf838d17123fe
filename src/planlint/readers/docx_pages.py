"""Which printed pages a file knows of."""

from __future__ import annotations

from lxml import etree

from planlint.readers.docx_package import Package
from planlint.readers.docx_story import Pages, Part
from planlint.readers.docx_xml import W, whole

_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_RENDERED = W + "lastRenderedPageBreak"
TRUSTED = 0.8
"""Part of the pages the file says it has that its breaks must make up, for page numbers to be given at all."""


def count_pages(package: Package, main: Part) -> Pages:
    """Pages as Word noted them when it last laid the text out; where it did not, as breaks by hand make them.

    None are known where there are no breaks, or far fewer than the file says it has pages.
    """
    noted = sum(1 for _ in main.root.iter(_RENDERED))
    breaks = noted or sum(1 for e in main.root.iter(W + "br", W + "pageBreakBefore") if _by_hand(e))
    root = package.property_part("extended-properties")
    told = 0 if root is None else whole(root.findtext(_PROPERTIES + "Pages"))
    return Pages(noted > 0, breaks > 0 and breaks + 1 >= TRUSTED * told)


def _by_hand(element: etree._Element) -> bool:
    return element.tag == W + "pageBreakBefore" or element.get(W + "type") == "page"
