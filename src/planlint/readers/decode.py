"""Bytes of a text file to text: UTF-8, UTF-16 with a byte order mark, or Windows-1252; anything else is refused."""

from __future__ import annotations

import codecs
import re

from planlint.errors import ReadError
from planlint.readers.limits import MAX_BYTES

_REMEDY = "save it as UTF-8 text"
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # half a character, which only broken UTF-8 has
_SIGNATURES = (
    (b"PK\x03\x04", "a Word document or other zip file"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a Word document of the old or an encrypted kind"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(path: str, data: bytes) -> str:
    """The text in the bytes, without byte order mark, line ends as written; `path` names the file in errors.

    Raises ReadError for a file past MAX_BYTES, for one that is no text, and, naming the first bad byte and its offset
    from 0, for bytes that are none of the encodings read.
    """
    if len(data) > MAX_BYTES:
        what = f"is {len(data):,} bytes long and planlint reads text of up to {MAX_BYTES:,}"
        raise ReadError(path, what, "split it into several plans")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(path, f"is {kind}, not text", "give it the right ending or export it as text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data, len(mark), encoding)
    _refuse_nul(path, data, "")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _windows(path, data, problem)


def _strict(path: str, data: bytes, skip: int, encoding: str) -> str:
    if encoding == "utf-32":
        raise ReadError(path, "is UTF-32 text, which planlint does not read", _REMEDY, "byte 0")
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as problem:
        raise _bad_byte(path, data, skip + problem.start, encoding.upper()[:6].rstrip("-")) from problem
    if "\0" in text:
        _refuse_nul(path, data, encoding)
    return text


def _refuse_nul(path: str, data: bytes, encoding: str) -> None:
    """UTF-16 without its mark, and most binary files, show themselves by zero bytes, which no text has."""
    wide = encoding.startswith("utf-16")
    offset = data.find(b"\0")
    if wide:
        offset = next(i for i in range(0, len(data), 2) if data[i : i + 2] == b"\0\0")
    if offset >= 0:
        raise ReadError(path, "holds a zero byte, which text never does", _REMEDY, f"byte {offset}")


def _windows(path: str, data: bytes, problem: UnicodeDecodeError) -> str:
    """Windows-1252, unless most of the letters beyond ASCII are good UTF-8: then the file is damaged UTF-8."""
    patched = data.decode("utf-8", "replace")
    bad = patched.count("�")
    good = sum(ord(c) > 127 for c in patched) - bad
    if good >= bad or _SURROGATE.search(data):
        raise _bad_byte(path, data, problem.start, "UTF-8") from problem
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as undefined:
        raise _bad_byte(path, data, undefined.start, "UTF-8 or Windows-1252") from undefined


def _bad_byte(path: str, data: bytes, offset: int, encoding: str) -> ReadError:
    what = f"the byte 0x{data[offset]:02X} is not {encoding} text" if offset < len(data) else "the text is cut short"
    return ReadError(path, what, _REMEDY, f"byte {offset}")
