from __future__ import annotations

import os
from pathlib import Path

import pytest

from planlint.errors import PlanlintError, ReadError
from planlint.files import Source, find

KNOWN = "a Word (.docx), Markdown (.md) or YAML (.yaml) file"


def found(*paths: Path | str) -> list[str]:
    return [f.path if isinstance(f, Source) else str(f) for f in find(map(str, paths))]


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# A plan\n")


def test_a_folder_is_searched_in_sorted_order_for_the_three_formats(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a.docx", "c/d.YAML", "c/e.yml", "c/f.markdown", "notes.txt", "plan.pdf")
    names = ["a.docx", "b.md", "c/d.YAML", "c/e.yml", "c/f.markdown"]
    assert found(tmp_path) == [str(tmp_path / name) for name in names]


def test_hidden_folders_lock_files_and_linked_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "plans/a.md", "plans/.cache/b.md", "plans/~$a.docx", "plans/.c.md")
    (tmp_path / "plans" / "loop").symlink_to(tmp_path / "plans")
    (tmp_path / "plans" / "round.md").symlink_to(tmp_path / "plans" / "round.md")
    os.mkfifo(tmp_path / "plans" / "pipe.md")
    assert found(tmp_path / "plans") == [str(tmp_path / "plans/a.md")]


def test_gitignore_files_are_respected_and_the_innermost_decides(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, "old/a.md", "drafts/b.md", "drafts/keep.md", "c.md", "deep/old/d.md")
    (tmp_path / ".gitignore").write_text("/old/\ndrafts/*.md\n")
    (tmp_path / "drafts" / ".gitignore").write_text("!keep.md\n")
    assert found(tmp_path) == [str(tmp_path / n) for n in ("c.md", "deep/old/d.md", "drafts/keep.md")]
    assert found(tmp_path / "drafts") == [str(tmp_path / "drafts/keep.md")]


def test_a_file_or_folder_that_is_named_is_read_whatever_git_leaves_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, "old/a.md")
    (tmp_path / ".gitignore").write_text("old/\n")
    assert found(tmp_path / "old") == found(tmp_path / "old/a.md") == [str(tmp_path / "old/a.md")]


def test_a_plan_named_twice_is_read_once_in_the_order_given(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.md")
    assert found(tmp_path / "b.md", tmp_path, f"{tmp_path}/./b.md") == [str(tmp_path / "b.md"), str(tmp_path / "a.md")]


def test_a_folder_without_plans_is_an_error_beside_what_was_found(tmp_path: Path) -> None:
    write(tmp_path, "empty/notes.txt", "a.md")
    told = f"{tmp_path}/empty: holds no plans; give a folder with {KNOWN} in it."
    assert found(tmp_path / "empty", tmp_path / "a.md") == [told, str(tmp_path / "a.md")]


def test_a_lock_file_beside_plans_is_passed_over_and_alone_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.docx", "~$a.docx")
    assert found(tmp_path / "~$a.docx", tmp_path / "a.docx") == [str(tmp_path / "a.docx")]
    with pytest.raises(ReadError, match="lock file"):
        next(s for s in find([str(tmp_path / "~$a.docx")]) if isinstance(s, Source)).load()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.md", "there is no such file or folder; check the name and the folder you are in"),
        ("plan.pdf", "is a .pdf file, which planlint does not read; save it as a Word document (.docx)"),
        ("plan.xyz", f"ends in .xyz, which is not a kind of plan; give {KNOWN}"),
        ("plan", f"has no ending that tells what it is; give {KNOWN}"),
        ("a\0b.md", "is not a usable name (embedded null byte); check the name"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, name: str, told: str) -> None:
    write(tmp_path, "plan.pdf", "plan.xyz", "plan")
    with pytest.raises(PlanlintError) as error:
        Source(str(tmp_path / name)).load()
    assert str(error.value) == f"{tmp_path / name}: {told}."


@pytest.mark.parametrize(
    ("path", "told"),
    [("", "'': names no file; give the name of a plan."), (".", ".: is a folder; give one plan in it.")],
)
def test_only_a_named_file_is_read(path: str, told: str) -> None:
    with pytest.raises(ReadError) as error:
        Source(path).load()
    assert str(error.value) == told
    assert found("") == [""]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(ReadError, match="is not an ordinary file"):
        Source(str(tmp_path / "pipe.md")).load()


def test_words_further_endings_are_read_when_named_and_not_searched_for(tmp_path: Path) -> None:
    write(tmp_path, "a.docx", "b.docm", "c.dotx")
    assert found(tmp_path) == [str(tmp_path / "a.docx")]
    assert [Source(str(tmp_path / name)).load() for name in ("b.docm", "c.dotx")] == [b"# A plan\n"] * 2


def test_given_bytes_are_not_looked_for_on_the_disk() -> None:
    assert Source("plan.md", b"# A plan").load() == b"# A plan"
