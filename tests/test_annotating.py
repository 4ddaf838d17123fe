"""A Word plan with comments: what is said where, and that nothing else changes."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from planlint import annotating, readers, vocabulary
from planlint.cli import main
from planlint.readers.docx_xml import W
from planlint.reporters.comments import Note

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLAN = FIXTURES / "weak-trust.docx"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented(data: bytes) -> list[tuple[str, str]]:
    """Each comment's author and text."""
    return [(c.author, c.text) for c in docx.Document(io.BytesIO(data)).comments]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("copy") / "copy.docx"
    assert main(["annotate", str(PLAN), "--output", str(target)]) == 0
    return target


def test_each_finding_is_a_comment_and_one_at_the_top_tells_of_coverage(copy: Path) -> None:
    found = commented(copy.read_bytes())
    assert {author for author, _ in found} == {"planlint"}
    assert "judges wording, not merit" in found[0][1]
    assert " Rules: planlint 2026.1." in found[0][1]
    assert "Develop expertise" in found[0][1]
    assert any("(actions/vague-deadline)" in text for _, text in found[1:])
    assert any(text.startswith("Error, page footer: 'Insert date of board approval here'") for _, text in found)


def test_parts_without_comments_keep_their_bytes(copy: Path) -> None:
    before, after = parts(PLAN.read_bytes()), parts(copy.read_bytes())
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed <= {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
    }  # fmt: skip
    assert set(before) <= set(after)


def test_the_text_is_the_same_and_planlints_comments_are_not_the_plans(copy: Path) -> None:
    plan, annotated = (readers.read("p.docx", f.read_bytes(), vocabulary.load()) for f in (PLAN, copy))
    assert [b.text for b in annotated.blocks()] == [b.text for b in plan.blocks()]
    assert annotated.aside == plan.aside


def test_a_second_run_replaces_the_comments_of_the_first(copy: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    assert main(["annotate", str(copy), "--output", str(again)]) == 0
    assert commented(again.read_bytes()) == commented(copy.read_bytes())


def test_the_original_is_never_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "plan.docx"
    shutil.copy(PLAN, own)
    assert main(["annotate", str(own), "--output", str(own)]) == 2
    assert own.read_bytes() == PLAN.read_bytes()
    assert "plan.docx" in capsys.readouterr().err


def test_what_is_no_word_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", str(FIXTURES / "strong-trust.md"), "--output", str(tmp_path / "copy.docx")]) == 2
    assert "not a Word file" in capsys.readouterr().err


def test_comments_and_changes_of_people_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Reading leads meet.")
    document.add_comment(paragraph.runs, text="Who takes the notes?", author="Joan", initials="J")
    inserted = etree.SubElement(paragraph._p, W + "ins", {W + "id": "90", W + "author": "Joan"})
    run = etree.SubElement(inserted, W + "r")
    etree.SubElement(run, W + "t").text = " On Mondays."
    out = io.BytesIO()
    document.save(out)
    data = annotating.annotate("p.docx", out.getvalue(), [Note("body/p[1]", ("Say when.",))])
    data = annotating.annotate("p.docx", data, [Note("body/p[1]", ("Say by when.",))])
    assert commented(data) == [("Joan", "Who takes the notes?"), ("planlint", "Say by when.")]
    root = etree.fromstring(parts(data)["word/document.xml"])
    assert len(list(root.iter(W + "ins"))) == 1
    starts = [m.get(W + "id") for m in root.iter(W + "commentRangeStart")]
    assert len(starts) == len(set(starts)) == 2


def test_comments_on_one_paragraph_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("First.", "Title")
    out = io.BytesIO()
    document.save(out)
    data = annotating.annotate("p.docx", out.getvalue(), [Note(None, ("All.",)), Note("body/p[1]", ("This.",))])
    root = etree.fromstring(parts(data)["word/document.xml"])
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [m.get(W + "id") for m in root.iter(W + mark)] == ["0", "1"]
    assert [text for _, text in commented(data)] == ["All.", "This."]


def test_what_is_said_of_a_row_stands_where_it_can_be_seen() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Reading"
    table.cell(1, 2).text = "Ongoing"
    out = io.BytesIO()
    document.save(out)
    data = annotating.annotate("p.docx", out.getvalue(), [Note("body/tbl[1]/tr[2]", ("Say who.",))])
    root = etree.fromstring(parts(data)["word/document.xml"])
    (mark,) = root.iter(W + "commentRangeStart")
    assert "".join(mark.getparent().itertext()) == "Ongoing"


@pytest.mark.parametrize("part", ["body/p[99]", "header1/p[1]", "nonsense", "body/tbl[1]/tr[1]/tc[1]/p[1]"])
def test_a_place_that_cannot_hold_a_comment_gives_it_to_the_first_paragraph(part: str) -> None:
    document = docx.Document()
    document.add_paragraph("First.")
    out = io.BytesIO()
    document.save(out)
    data = annotating.annotate("p.docx", out.getvalue(), [Note(part, ("Here.",))])
    root = etree.fromstring(parts(data)["word/document.xml"])
    paragraph = next(root.iter(W + "p"))
    assert next(etree.QName(child).localname for child in paragraph) == "commentRangeStart"


def test_libreoffice_opens_the_copy(copy: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(copy)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "copy.odt") as archive:
        assert b"Vague" in archive.read("content.xml") or b"planlint" in archive.read("content.xml")
