"""A Word file as a package: a zip of parts with relations between them, opened without trust in anything it says."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from planlint.errors import ReadError
from planlint.readers.docx_xml import XML_BYTES, Unparsable, parse, whole

PARTS = 20_000
"""Parts in one package: a plan has about 20, a report with 1,000 pictures about 1,100."""
FILE_BYTES = 512 * 2**20
"""The file itself: pictures can make a plan large, but not this large."""
UNPACKED_BYTES = 256 * 2**20
"""All parts of one file that are read, unpacked: headers, notes and styles together are far below this."""
CHUNK = 2**20
RESAVE = "open it in Word, save it again as .docx and try that file"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, ValueError,
    NotImplementedError, RuntimeError, OverflowError, IndexError, KeyError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another: the last word of the relation's type, the part's name, or an address outside."""

    kind: str
    target: str
    external: bool = False


class Package:
    """The parts of one Word file, by name, without regard to case or the direction of slashes.

    Raises ReadError where the file is no package, is encrypted or is past a limit; relations never leave the file.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        if len(data) > FILE_BYTES:
            raise ReadError(path, f"this file is larger than {FILE_BYTES >> 20} MiB", "take the pictures out of it")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise ReadError(path, "this .docx is damaged: it is not a whole zip file", RESAVE) from error
        if len(entries) > PARTS:
            raise ReadError(path, f"this .docx has more than {PARTS:,} parts", RESAVE)
        self._entries = {_normal(e.filename): e for e in entries if not e.is_dir()}
        self._left = UNPACKED_BYTES
        self._relations: dict[str, dict[str, Relation]] = {}

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._entries

    def unpack(self, name: str) -> bytes | None:
        """The bytes of a part, None if it is not there. Raises ReadError, never trusting the size it claims."""
        entry = self._entries.get(_normal(name))
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise ReadError(self.path, "this .docx is encrypted as a zip", "unpack it with its password first")
        pieces: list[bytes] = []
        limit, size = min(XML_BYTES, self._left), 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(CHUNK):
                    size += len(piece)
                    if size > limit:
                        raise Unparsable
                    pieces.append(piece)
        except Unparsable:
            what = f"its part {_shown(name)} unpacks to more than {limit >> 20} MiB, the most that planlint reads"
            raise ReadError(self.path, what, RESAVE) from None
        except _BROKEN as error:
            raise ReadError(self.path, f"this .docx is damaged in its part {_shown(name)}", RESAVE) from error
        self._left -= size
        return b"".join(pieces)

    def parse(self, name: str) -> etree._Element | None:
        """The root element of a part, None if it is not there. Raises ReadError."""
        data = self.unpack(name)
        if data is None:
            return None
        try:
            return parse(data)
        except Unparsable as error:
            raise ReadError(self.path, f"its part {_shown(name)} {error}", RESAVE) from error

    def relations(self, name: str = "") -> dict[str, Relation]:
        """The relations of a part ("" for the package itself) by their id."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name.replace("\\", "/"))
        root = self.parse(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, Relation] = {}
        for child in root if root is not None else ():
            target, kind = child.get("Target"), child.get("Type")
            if not target or not kind:
                continue
            external = child.get("TargetMode") == "External"
            place = target if external else posixpath.normpath(posixpath.join("/", folder, unquote(target)))
            found[child.get("Id", "")] = Relation(kind.rsplit("/", 1)[-1], place, external)
        return found

    def property_part(self, kind: str) -> etree._Element | None:
        """The root of a part with properties of the document ("core-properties"); None if it is missing or damaged."""
        for relation in self.relations().values():
            if relation.kind == kind and not relation.external:
                try:
                    return self.parse(relation.target)
                except ReadError:
                    return None
        return None

    def main(self) -> str:
        """The name of the main part: what the package's relations, its list of types or custom say it is."""
        for relation in self.relations().values():
            if relation.kind == "officeDocument" and not relation.external and relation.target in self:
                return relation.target
        types = self.parse("[Content_Types].xml")
        for child in types if types is not None else ():
            if child.get("ContentType", "").endswith(("document.main+xml", "template.main+xml")):
                return child.get("PartName", "")
        return "/word/document.xml"


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _shown(name: str) -> str:
    """A part's name, which comes from the file, fit to stand in a message."""
    return "".join(c if c.isprintable() else "?" for c in name.lstrip("/"))[:60]


def number(name: str) -> int:
    """The number at the end of a part's name: 3 for header3.xml, 0 for none."""
    stem = posixpath.splitext(posixpath.basename(name))[0]
    return whole(stem[len(stem.rstrip("0123456789")) :])
