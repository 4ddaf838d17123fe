"""Bytes to text: what is read, and what is refused with the byte that is at fault."""

from __future__ import annotations

import pytest

from planlint.errors import ReadError
from planlint.readers.decode import decode
from planlint.readers.limits import MAX_BYTES

TEXT = "Café – £5 for “talk”\r\nnext"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_what_is_read(data: bytes) -> None:
    assert decode("plan.md", data) == TEXT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"plan\0", "byte 4: holds a zero byte, which text never does; save it as UTF-8 text."),
        ("plan".encode("utf-16-le"), "byte 1: holds a zero byte, which text never does; save it as UTF-8 text."),
        (b"\xff\xfep\0\0\0", "byte 4: holds a zero byte, which text never does; save it as UTF-8 text."),
        (b"\xff\xfep\0\x00\xd8", "byte 4: the byte 0x00 is not UTF-16 text; save it as UTF-8 text."),
        ("é".encode() + b"caf\xc3", "byte 5: the byte 0xC3 is not UTF-8 text; save it as UTF-8 text."),
        (b"\xef\xbb\xbfa\xff", "byte 4: the byte 0xFF is not UTF-8 text; save it as UTF-8 text."),
        (b"a \xed\xa0\x80", "byte 2: the byte 0xED is not UTF-8 text; save it as UTF-8 text."),
        (b"caf\x81", "byte 3: the byte 0x81 is not UTF-8 or Windows-1252 text; save it as UTF-8 text."),
        (b"\xff\xfe\0\0p\0\0\0", "byte 0: is UTF-32 text, which planlint does not read; save it as UTF-8 text."),
    ],
)
def test_the_first_bad_byte_is_named(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as problem:
        decode("plan.md", data)
    assert str(problem.value) == f"plan.md: {said}"


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"PK\x03\x04...", "a Word document or other zip file"), (b"%PDF-1.7", "a PDF"), (b"\x89PNG\r\n", "a picture")],
)
def test_other_kinds_of_file_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError, match=f"is {kind}, not text"):
        decode("plan.md", data)


def test_the_limit_is_in_the_message() -> None:
    assert len(decode("plan.md", b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(ReadError, match="is 3,000,001 bytes long and planlint reads text of up to 3,000,000"):
        decode("plan.md", b"a" * (MAX_BYTES + 1))
