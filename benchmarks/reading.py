#!/usr/bin/env python3
"""How much of real Word documents planlint reads, how fast, and how large tables and long documents are borne.

    python benchmarks/reading.py CORPUS

CORPUS is a folder with `docx/` (documents), `agreed-words.json.gz` ({path: {word: count}}, the words that independent
programs agree are in the body) and `paper-words.json.gz` ({path: [word]}, the words on the printed page).
Prints, in one process and so without start-up:
  recall    mean share of the agreed words that are read; paper: mean share of the printed words
  refused   documents answered with one clear line; crashes: any other exception
  seconds   processor time for the documents that python-docx reads too, and python-docx's for the same (its paragraphs
            and the paragraphs of its tables' cells)
  and processor time and peak memory for a table of 5,000 and of 10,000 rows and for a document of 300 pages, each in a
  process of its own.
"""

from __future__ import annotations

import copy
import gzip
import io
import json
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import docx

from planlint import readers, vocabulary
from planlint.errors import ReadError
from planlint.reporters import outline

WORD = re.compile(r"\w+")
FLOOR = 0.95
NAMES = ("agreed", "paper")


def words(text: str) -> Counter[str]:
    """The words of a text that hold a letter and are longer than one character."""
    return Counter(w for w in WORD.findall(text.lower()) if len(w) > 1 and any(c.isalpha() for c in w))


def with_python_docx(data: bytes) -> float | None:
    """Processor seconds that python-docx takes for paragraphs and tables, None if it cannot read the file."""
    begun = time.process_time()
    try:
        document = docx.Document(io.BytesIO(data))
        for paragraph in document.paragraphs:
            _ = paragraph.text
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    _ = cell.text
    except Exception:
        return None
    return time.process_time() - begun


def corpus(folder: Path) -> None:
    """Prints the figures for the documents of a corpus."""
    agreed, paper = (json.loads(gzip.decompress((folder / f"{n}-words.json.gz").read_bytes())) for n in NAMES)
    known = vocabulary.load()
    recall, printed, refused, crashes, own, other = [], [], 0, 0, 0.0, 0.0
    files = sorted(p for p in (folder / "docx").rglob("*") if p.is_file())
    for file in files:
        name, data = str(file.relative_to(folder / "docx")), file.read_bytes()
        begun = time.process_time()
        try:
            text = outline.plain_text(readers.draft(name, data, known).blocks())
        except ReadError:
            refused, text = refused + 1, ""
        except Exception as error:
            crashes, text = crashes + 1, ""
            print("crash:", name, type(error).__name__, error)
        mine, theirs = time.process_time() - begun, with_python_docx(data)
        if text and theirs is not None:
            own, other = own + mine, other + theirs
        wanted, got = Counter(agreed.get(name, {})), words(text)
        if wanted:
            share = 1 - sum((wanted - got).values()) / sum(wanted.values())
            recall.append(share)
            if share < FLOOR:
                print(f"below {FLOOR}: {share:.3f} {name}")
        if paper.get(name):
            printed.append(len(set(paper[name]) & set(got)) / len(paper[name]))
    print(f"documents {len(files)} recall {mean(recall):.4f} paper {mean(printed):.4f}", end=" ")
    print(f"refused {refused} crashes {crashes}")
    print(f"seconds {own:.1f} python-docx {other:.1f}")


def mean(shares: list[float]) -> float:
    """The mean, 1.0 of nothing."""
    return sum(shares) / len(shares) if shares else 1.0


def made(kind: str, size: int) -> bytes:
    """A Word file with a table of `size` rows of eight columns, or with `size` pages of text."""
    document = docx.Document()
    if kind == "table":
        document.add_table(1, 8)
        body = document.tables[0]._tbl
        row = body.tr_lst[0]
        for cell in row.tc_lst:
            cell.p_lst[0].add_r().text = "Teach fluency in Year 4 by July 2027"
        for _ in range(size - 1):
            body.append(copy.deepcopy(row))
    else:
        for _ in range(size):
            for _ in range(12):
                document.add_paragraph("Reading leads meet each half-term and write one sequence for all schools. " * 3)
            document.add_page_break()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def one(path: str) -> None:
    """Reads one file and prints processor seconds and peak MiB."""
    data = Path(path).read_bytes()
    known = vocabulary.load()
    begun = time.process_time()
    readers.read(path, data, known)
    took = time.process_time() - begun
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())  # of Linux, without the parent's
    print(f"{took:.2f} s, {int(peak[1]) / 1024:.0f} MiB in all" if peak else f"{took:.2f} s")


def main() -> None:
    """Reads the arguments and prints the figures."""
    if sys.argv[1] == "--one":
        one(sys.argv[2])
        return
    corpus(Path(sys.argv[1]))
    import tempfile

    with tempfile.TemporaryDirectory() as room:
        for kind, size in (("table", 5_000), ("table", 10_000), ("pages", 300)):
            file = Path(room) / f"{kind}-{size}.docx"
            file.write_bytes(made(kind, size))
            print(f"{kind} {size}: ", end="", flush=True)
            subprocess.run([sys.executable, __file__, "--one", str(file)], check=True)


if __name__ == "__main__":
    main()
