"""What a file that is no Word package is instead, so that the message can say what to do."""

from __future__ import annotations

from planlint.errors import ReadError
from planlint.readers.docx_package import RESAVE, Package

_SAVE = "save it as .docx from the program that made it"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF", "this is a PDF with the name of a Word document", "ask for the Word file"),
    (b"{\\rtf", "this is an RTF file with the name of a Word document", _SAVE),
    (b"version https://git-lfs", "this is a pointer to a file that git keeps elsewhere", "run git lfs pull"),
    (b"\x1f\x8b", "this is a gzip file with the name of a Word document", "unpack it first"),
    (b"\x89PNG", "this is a picture with the name of a Word document", "ask for the Word file"),
    (b"\xff\xd8\xff", "this is a picture with the name of a Word document", "ask for the Word file"),
)
_FOREIGN = (
    ("xl/workbook.xml", "this is a spreadsheet with the name of a Word document"),
    ("ppt/presentation.xml", "this is a presentation with the name of a Word document"),
    ("content.xml", "this is an OpenDocument file with the name of a Word document"),
)


def refuse_foreign(path: str, data: bytes) -> None:
    """Raise ReadError if the bytes are empty, encrypted or of another kind than a zip."""
    if not data:
        raise ReadError(path, "this file is empty", "check that it was copied whole")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError(path, "this document is locked with a password", "open it in Word and save it without one")
        raise ReadError(path, "this is a document of Word 2003 or older (.doc)", "open it in Word and save it as .docx")
    for start, what, remedy in _STARTS:
        if data.startswith(start):
            raise ReadError(path, what, remedy)
    if b"PK\x05\x06" in data or data.startswith(b"PK"):
        return
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        raise ReadError(path, "this is a web page with the name of a Word document", _SAVE)
    if head.startswith(b"<"):
        raise ReadError(path, "this is a bare XML file with the name of a Word document", RESAVE)
    if path.replace("\\", "/").rsplit("/", 1)[-1].startswith("~$"):
        raise ReadError(path, "this is the lock file that Word keeps while a document is open", "leave it out")
    raise ReadError(path, "this is not a Word document: it is no zip file", _SAVE)


def refuse_main(package: Package, found: str) -> ReadError:
    """The error for a package whose main part is missing or is not a Word document (its root element is `found`)."""
    for part, what in _FOREIGN:
        if part in package:
            return ReadError(package.path, what, "ask for the Word file")
    if found:
        return ReadError(package.path, "its main part is not a Word document's", RESAVE)
    return ReadError(package.path, "this .docx has no main part, so there is no text in it", RESAVE)
