"""A Word plan with planlint's findings as comments: the same file, but for the comments.

Parts that have nothing to do with comments keep their bytes. Comments of an earlier run are taken out first; those of
people, tracked changes and everything else stay as they are. Raises ReadError for a file that is no Word document.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from planlint.errors import ReadError
from planlint.readers.docx_notes import OWN as AUTHOR
from planlint.readers.docx_package import Package
from planlint.reporters.comments import Note

INITIALS = "pl"
DATE = "2000-01-01T00:00:00Z"  # the same for every run, so that the same plan gives the same bytes
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STEP = re.compile(r"([^\[\]/]+)\[([^\[\]]+)\]")
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def annotate(path: str, data: bytes, notes: Sequence[Note]) -> bytes:
    """The Word file with one comment for each note, in their order; `path` names the file in errors."""
    package = Package(path, data)
    main = package.main().lstrip("/")
    known = next((r.target for r in package.relations("/" + main).values() if r.kind == "comments"), None)
    comments_name = known.lstrip("/") if known else posixpath.join(posixpath.dirname(main), "comments.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {entry.filename.lower(): entry.filename for entry in archive.infolist()}
        main, comments_name = names.get(main.lower(), main), names.get(comments_name.lower(), comments_name)
        document = _parse(path, archive.read(main))
        word = etree.QName(document).namespace or _MAIN
        comments = _parse(path, archive.read(comments_name)) if comments_name in archive.namelist() else None
        if comments is None:
            comments = etree.Element(f"{{{word}}}comments", nsmap={"w": word})
        _Writer(document, comments, word).write(notes)
        changed = {main: _bytes(document), comments_name: _bytes(comments)}
        if known is None:
            changed |= _registered(path, archive, names, main, comments_name, word)
        return _packed(archive, changed)


class _Writer:
    """Puts comments into a document's tree and into the tree of its comments."""

    def __init__(self, document: etree._Element, comments: etree._Element, word: str) -> None:
        self.document, self.comments, self.w = document, comments, f"{{{word}}}"

    def write(self, notes: Sequence[Note]) -> None:
        self._clear()
        used = [int(c.get(self.w + "id", "-1")) for c in self.comments if str(c.get(self.w + "id", "")).isdigit()]
        number = max(used, default=-1) + 1
        for note in notes:
            paragraph = self._paragraph(note.part)
            if paragraph is not None:
                self._mark(paragraph, str(number))
                self.comments.append(self._comment(str(number), note.lines))
                number += 1

    def _clear(self) -> None:
        """Take planlint's own comments of an earlier run out."""
        own = [c for c in self.comments if c.get(self.w + "author") == AUTHOR]
        ids = {c.get(self.w + "id") for c in own}
        for comment in own:
            self.comments.remove(comment)
        for name in _MARKS:
            for mark in list(self.document.iter(self.w + name)):
                if mark.get(self.w + "id") in ids:
                    self._drop(mark)

    def _drop(self, mark: etree._Element) -> None:
        run = mark.getparent()
        if run is None:
            return
        run.remove(mark)
        if run.tag == self.w + "r" and all(child.tag == self.w + "rPr" for child in run):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)

    def _paragraph(self, part: str | None) -> etree._Element | None:
        """The paragraph an address is about; for the whole plan, and what cannot hold a comment, the first one."""
        found = self._resolve(part) if part else None
        if found is None or found is self.document:
            return next(self._paragraphs(self.document), None)
        if found.tag == self.w + "p":
            return found
        inner = list(self._paragraphs(found))
        seen = (p for p in inner if not self._hidden(p) and any(t.text for t in p.iter(self.w + "t")))
        return next(seen, next(iter(inner or self._paragraphs(self.document)), None))

    def _hidden(self, paragraph: etree._Element) -> bool:
        """Whether it stands in a cell that goes on from the row above, of which Word shows nothing."""
        cell = next(paragraph.iterancestors(self.w + "tc"), None)
        merge = cell.find(f"{self.w}tcPr/{self.w}vMerge") if cell is not None else None
        return merge is not None and merge.get(self.w + "val", "continue") == "continue"

    def _paragraphs(self, element: etree._Element) -> Iterator[etree._Element]:
        """The paragraphs of the body below an element, those in text boxes and deleted ones aside."""
        for paragraph in element.iter(self.w + "p"):
            above = {a.tag for a in paragraph.iterancestors()}
            if not above & {self.w + "txbxContent", self.w + "del", self.w + "moveFrom"}:
                yield paragraph

    def _resolve(self, part: str) -> etree._Element | None:
        steps = part.split("/")
        if steps[0] in ("footnotes", "endnotes"):
            return self._referring(steps)
        element = self.document.find(self.w + "body")
        if steps[0] != "body" or element is None:
            return None
        for step in steps[1:]:
            match = _STEP.fullmatch(step)
            if match is None or match[1] == "txbxContent" or not match[2].isdigit():
                break
            alike = [c for c in element if isinstance(c.tag, str) and etree.QName(c).localname == match[1]]
            if int(match[2]) > len(alike):
                break
            element = alike[int(match[2]) - 1]
        return element

    def _referring(self, steps: Sequence[str]) -> etree._Element | None:
        """The paragraph that refers to a footnote or endnote."""
        match = _STEP.fullmatch(steps[1]) if len(steps) > 1 else None
        for mark in self.document.iter(f"{self.w}{steps[0][:-1]}Reference"):
            if match and mark.get(self.w + "id") == match[2]:
                return next(mark.iterancestors(self.w + "p"), None)
        return None

    def _mark(self, paragraph: etree._Element, number: str) -> None:
        """Put the comment's range round the paragraph's text, and its reference at the end."""
        front = (self.w + "pPr", self.w + "commentRangeStart")
        place = next((n for n, child in enumerate(paragraph) if child.tag not in front), len(paragraph))
        paragraph.insert(place, self._element("commentRangeStart", number))
        paragraph.append(self._element("commentRangeEnd", number))
        run = etree.SubElement(paragraph, self.w + "r")
        run.append(self._element("commentReference", number))

    def _element(self, name: str, number: str) -> etree._Element:
        element = etree.Element(self.w + name)
        element.set(self.w + "id", number)
        return element

    def _comment(self, number: str, lines: Sequence[str]) -> etree._Element:
        comment = self._element("comment", number)
        for key, value in (("author", AUTHOR), ("initials", INITIALS), ("date", DATE)):
            comment.set(self.w + key, value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, self.w + "p"), self.w + "r")
            text = etree.SubElement(run, self.w + "t")
            text.text = "".join(c for c in line if c.isprintable())
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return comment


def _registered(
    path: str, archive: zipfile.ZipFile, names: dict[str, str], main: str, comments: str, word: str
) -> dict[str, bytes]:
    """The list of types and the main part's relations, with the part of comments in them."""
    types_name = names.get("[content_types].xml", "[Content_Types].xml")
    types = _parse(path, archive.read(types_name))
    if not any(c.get("PartName", "").lower() == f"/{comments}".lower() for c in types):
        etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{comments}", "ContentType": _KIND})
    folder, base = posixpath.split(main)
    relations_name = posixpath.join(folder, "_rels", base + ".rels")
    relations_name = names.get(relations_name.lower(), relations_name)
    if relations_name in archive.namelist():
        relations = _parse(path, archive.read(relations_name))
    else:
        relations = _parse(path, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    used = {c.get("Id") for c in relations}
    identity = next(name for n in range(1, len(used) + 2) if (name := f"rIdPlanlint{n}") not in used)
    office = _STRICT_OFFICE if word == _STRICT else _OFFICE
    target = posixpath.relpath(comments, folder or ".")
    values = {"Id": identity, "Type": f"{office}/comments", "Target": target}
    etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", values)
    return {types_name: _bytes(types), relations_name: _bytes(relations)}


def _packed(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The archive again with these parts changed or added, all others as they were."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in archive.infolist():
            packed.writestr(entry, changed[entry.filename] if entry.filename in changed else archive.read(entry))
        for name in changed.keys() - set(archive.namelist()):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, changed[name])
    return out.getvalue()


def _parse(path: str, data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(path, "this .docx holds XML that is not sound", "open it in Word and save it again") from error


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
