"""WordprocessingML by name, and the one hardened way in which XML of a Word file is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
VAL = W + "val"

XML_BYTES = 64 * 2**20
"""One part's XML, unpacked: a 300-page plan has about 3 MiB, and the tree takes several times its XML in memory."""
XML_NODES = 3_000_000
"""Elements, twice each, and attributes of one part: about 350 MiB as a tree; a 300-page plan has about 100,000."""

XML_DEPTH = 256
"""Elements within elements; the parser holds it. A table in a table in a text box has about 30."""

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|officeDocument)/(\w+)")


class Unparsable(Exception):
    """XML that is not read; its text says why, in plain words, to go behind "its part X"."""


def parse(data: bytes) -> etree._Element:
    """The root element of a part, with ISO Strict namespaces turned into the transitional ones.

    Nothing is fetched and no entity is expanded; the parser's own limits on depth and on the length of one text stay
    on. Raises Unparsable.
    """
    if len(data) > XML_BYTES or data.count(b"<") + data.count(b'="') > XML_NODES:
        raise Unparsable(f"is larger than {XML_BYTES >> 20} MiB or {XML_NODES:,} nodes, the most that planlint reads")
    if b"purl.oclc.org/ooxml/" in data[:65536]:
        data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error):
            raise Unparsable(f"is nested more than {XML_DEPTH} levels deep, the most that planlint reads") from error
        raise Unparsable(f"is not sound XML ({_plain(error)})") from error
    dtd: Any = root.getroottree().docinfo.internalDTD  # the type stubs know no entities
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise Unparsable("declares XML entities, which a Word document never has")
    return root


def _plain(error: Exception) -> str:
    """A parser's message as one short printable line."""
    message = error.msg if isinstance(error, etree.XMLSyntaxError) and error.msg else str(error)
    line = "".join(c if c.isprintable() else " " for c in message)
    return " ".join(line.split())[:120]


def value(element: etree._Element | None) -> str | None:
    """The w:val of an element, None where there is no element or no value."""
    return None if element is None else element.get(VAL)


def on(element: etree._Element) -> bool:
    """Whether a toggle such as w:b is on: present, and not said to be off (ECMA-376 part 1, 22.9.2.7)."""
    return element.get(VAL) not in ("0", "false", "off", "none")


def whole(text: str | None, default: int = 0) -> int:
    """A whole number as OOXML writes it, `default` for anything else; held within 32 bits."""
    if text is None or len(text) > 12:
        return default
    try:
        return max(-(2**31), min(2**31, int(text)))
    except ValueError:
        return default


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def elements(parent: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The child elements of `parent` with their tags; what is not an element (an entity left alone) is passed over."""
    for child in parent:
        tag = child.tag
        if isinstance(tag, str):
            yield tag, child
