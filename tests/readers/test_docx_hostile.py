"""Files made to break a reader: each is read, or refused in one line, quickly and without reaching outside."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest

from planlint.errors import ReadError
from planlint.readers.docx import draft
from planlint.readers.docx_package import PARTS
from readers.wordfile import (
    RELATIONS,
    TYPES,
    document,
    p,
    package,
    read,
    relation,
    root,
    run,
    tbl,
    tc,
    texts,
    tr,
    word,
)

GOOD = word(p("Our plan"))
STRICT = "http://purl.oclc.org/ooxml"


def refusal(data: bytes, path: str = "plan.docx") -> str:
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        draft(path, data)
    assert time.process_time() - start < 10
    message = str(caught.value)
    assert message.startswith(f"{path}: ") and message.isprintable()
    return message.removeprefix(f"{path}: ")


def parts(main: str | bytes, **more: str | bytes) -> bytes:
    rels = RELATIONS.format(relation("rId1", "officeDocument", "word/document.xml"))
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": rels, "word/document.xml": main, **more})


def directory(data: bytes, offset: int, new: bytes) -> bytes:
    """The zip with these bytes put at an offset of the main part's entry in its directory."""
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    return data[: entry + offset] + new + data[entry + offset + len(new) :]


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"", "this file is empty"),
        (b"just text", "this is not a Word document: it is no zip file"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"{\\rtf1 x}", "this is an RTF file"),
        (b"<html><body>x</body></html>", "this is a web page"),
        (b"<?xml version='1.0'?><pkg:package/>", "this is a bare XML file"),
        (b"version https://git-lfs.github.com/spec/v1\n", "this is a pointer"),
        (b"\x89PNG\r\n", "this is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "this is a document of Word 2003 or older"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "this document is locked"),
        (GOOD[:-30], "this .docx is damaged: it is not a whole zip file"),
        (b"PK\x03\x04", "this .docx is damaged: it is not a whole zip file"),
        (b"PK\x05\x06" + bytes(18), "this .docx has no main part"),
        (package({"xl/workbook.xml": "<x/>"}), "this is a spreadsheet"),
        (package({"content.xml": "<x/>", "mimetype": "x"}), "this is an OpenDocument file"),
        (directory(GOOD, 8, b"\x01"), "this .docx is encrypted as a zip"),
        (directory(GOOD, 10, b"\x63"), "this .docx is damaged in its part word/document.xml"),
        (directory(GOOD, 16, b"\x01\x02\x03\x04"), "this .docx is damaged in its part word/document.xml"),
        (parts("<w:document"), "its part word/document.xml is not sound XML"),
        (parts(""), "its part word/document.xml is not sound XML"),
        (parts(document(p("a")).encode() + b"\xff"), "its part word/document.xml is not sound XML"),
        (parts('<?xml version="1.0" encoding="klingon"?><a/>'), "its part word/document.xml is not sound XML"),
        (parts("<html/>"), "its main part is not a Word document's"),
        (package({f"p{n}": "" for n in range(PARTS + 1)}), "this .docx has more than 20,000 parts"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_sound_word_file_is_refused_in_one_line(data: bytes, start: str) -> None:
    assert refusal(data).startswith(start)


def test_the_lock_file_of_word_is_known() -> None:
    assert refusal(b"\x05Name" + bytes(100), "~$plan.docx").startswith("this is the lock file")


@pytest.mark.parametrize("told", [None, 4000], ids=["told", "lied about"])
def test_a_zip_bomb_is_refused_by_what_it_unpacks_to(told: int | None) -> None:
    data = parts(document(p("0" * 1000) * 70_000))
    if told is not None:
        data = directory(data, 24, struct.pack("<I", told))
    assert refusal(data).startswith(("its part word/document.xml unpacks to more", "this .docx is damaged"))


def test_more_nodes_than_memory_is_refused() -> None:
    assert "3,000,000 nodes" in refusal(parts(document("<w:p/>" * 3_000_001)))


def test_a_bomb_that_nobody_needs_is_left_packed() -> None:
    data = word(p("Our plan"), {"media/image1.xml": "0" * 80_000_000})
    assert texts(draft("plan.docx", data)) == ["Our plan"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))


@pytest.mark.parametrize(
    "kind",
    [f'<!ENTITY l0 "ha">{LAUGHS}', '<!ENTITY l8 SYSTEM "{}">', '<!ENTITY l8 SYSTEM "http://127.0.0.1:9/x">'],
    ids=["bomb", "file", "network"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_neither_expanded_nor_fetched(kind: str, encoding: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY")
    doctype = f"<!DOCTYPE d [{kind.replace('{}', secret.as_uri())}]>"
    main = document("<w:p><w:r><w:t>&l8;</w:t></w:r></w:p>").split("\n", 1)[1]
    message = refusal(parts(f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{main}'.encode(encoding)))
    assert message.startswith("its part word/document.xml ") and "CANARY" not in message


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "comments", "settings"])
def test_a_bomb_in_another_part_costs_that_part_alone(part: str) -> None:
    bomb = f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>' + root(part, "<w:x>&l8;</w:x>").split("\n", 1)[1]
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = read(p("Our plan", note) + "<w:sectPr/>", {f"{part}.xml": bomb})
    assert texts(found) == ["Our plan"]
    assert [unread.what.split(":")[0] for unread in found.unread] == [f"the {part}"]


@pytest.mark.parametrize(
    ("opening", "closing", "depth"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100),
    ],
)
def test_deep_nesting_is_read_and_deeper_is_refused(opening: str, closing: str, depth: int) -> None:
    def nest(times: int) -> bytes:
        return parts(document(opening * times + p("deep") + closing * times))

    (line,) = texts(draft("plan.docx", nest(depth)))
    assert line.strip("[]") == "deep"
    for times in (1000, 60_000):
        assert refusal(nest(times)).startswith("its part word/document.xml is nested more than 256 levels deep")


def test_fields_in_fields_take_linear_time() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    start = time.process_time()
    assert texts(read(p(begin * 20_000, rest.format(run("x")) + rest.format("") * 19_999))) == []
    assert time.process_time() - start < 10


def test_strict_documents_are_read() -> None:
    strict = document(p("Our plan") + tbl(tr("a", tc("b", look='<w:gridSpan w:val="2"/>'))))
    strict = strict.replace("http://schemas.openxmlformats.org/wordprocessingml/2006", f"{STRICT}/wordprocessingml")
    rels = RELATIONS.format(relation("rId1", "officeDocument", "word/document.xml"))
    rels = rels.replace("http://schemas.openxmlformats.org/officeDocument/2006", f"{STRICT}/officeDocument")
    data = package({"[Content_Types].xml": TYPES, "_rels/.rels": rels, "word/document.xml": strict})
    assert texts(draft("plan.docx", data)) == ["Our plan", "a | b"]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("/custom/main7.xml", "custom/main7.xml"),
        ("word\\document.xml", "word\\document.xml"),
        ("WORD/Document.xml", "word/document.xml"),
        ("../../../etc/passwd", "word/document.xml"),
        ('file:///etc/passwd" TargetMode="External', "word/document.xml"),
        ("", "word/document.xml"),
    ],
)
def test_the_main_part_is_found_wherever_it_is_and_only_inside(target: str, name: str) -> None:
    rels = RELATIONS.format(relation("a", "officeDocument", target))
    data = package({"_rels/.rels": rels, name: document(p("Our plan"))})
    assert texts(draft("plan.docx", data)) == ["Our plan"]


def test_a_package_without_relations_or_types_is_read() -> None:
    assert texts(draft("plan.docx", package({"word/document.xml": document(p("Our plan"))}))) == ["Our plan"]


def test_encodings_prefixes_comments_and_junk_around_the_zip() -> None:
    plain = document(p("caf\u00e9"))
    other = plain.replace("<w:", "<x:").replace("</w:", "</x:").replace("xmlns:w=", "xmlns:x=")
    utf16 = plain.replace("UTF-8", "UTF-16").encode("utf-16")
    latin = plain.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    split = plain.replace("caf", "c<!-- x -->a<?y z?>f")
    for main in (other, utf16, latin, split, "\ufeff" + plain):
        assert texts(draft("plan.docx", parts(main))) == ["café"]
    assert texts(draft("plan.docx", b"MZ" * 2000 + parts(plain) + bytes(300))) == ["café"]


def test_nothing_is_written_or_followed_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    far = '<Relationship Id="x" Type="x/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
    data = package(
        {
            "_rels/.rels": RELATIONS.format(relation("a", "officeDocument", "word/document.xml")),
            "word/document.xml": document(p("Our plan") + "<w:altChunk r:id='x'/>"),
            "word/_rels/document.xml.rels": RELATIONS.format(far),
            "../../evil.txt": "x",
        }
    )
    assert texts(draft("plan.docx", data)) == ["Our plan"]
    assert list(tmp_path.iterdir()) == []
