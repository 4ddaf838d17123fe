"""Throws damaged and made-up files at the three readers until one breaks: anything but a Plan or a ReadError is a bug.

    python benchmarks/fuzz_readers.py                      five minutes over all formats
    python benchmarks/fuzz_readers.py --format docx --minutes 60 --seed 7
    python benchmarks/fuzz_readers.py --atheris --format yaml    coverage-guided, if atheris is installed

Files begin as the plans in `fixtures/` and are cut, joined and salted with what each format's syntax is made of. What
breaks a reader is printed and kept under `fuzz-found/`, to become a case of tests/readers/test_hostile_text.py or its
sister for Word. Slow is broken too: more than SLOWEST seconds for one file.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

from planlint.errors import ReadError
from planlint.readers import read
from planlint.vocabulary import Vocabulary, load

ROOT = Path(__file__).resolve().parents[1]
FOUND = Path("fuzz-found")
SLOWEST = 10.0
ENDINGS = {"docx": ".docx", "markdown": ".md", "yaml": ".yaml"}
SALT = {
    "markdown": "# |*|_|`|~~|[|](|![|[^1]|[^1]: |<!-- |-->|<table>|<td rowspan=9>|</td>|<br>|&amp;|&#0;|\\|---\n|===\n|"
    "- |1. |> |- [ ] |\n\n|\t|    |```\n|||\n|-|-|\n|\r\n|\ufeff|\u2028|\x85|\U0001f4da",
    "yaml": "a: |- |? |: |{|}|[|],|&a |*a|<<: *a|'|\"|\\u00|\\|>-\n |#|# x\n|---\n|...\n|!!str |!x |%YAML 1.1\n|\n\n|"
    "\t|  |~|\r\n|\ufeff|\u2028|\x85|\U0001f4da",
    "docx": "<w:p>|</w:p>|<w:tbl>|<w:tr>|<w:tc>|</w:tc>|<w:sdt><w:sdtContent>|<w:ins>|<w:del>|<w:vMerge/>|<w:t>x</w:t>|"
    '<w:gridSpan w:val="9999999"/>|<w:fldChar w:fldCharType="begin"/>|<w:txbxContent>|&#0;|&x;|]]>|<!--|<w:numPr>',
}


def seeds(format: str) -> list[bytes]:
    """The fixtures of a format, and nothing at all."""
    return [b"", *(p.read_bytes() for p in sorted((ROOT / "fixtures").rglob(f"*{ENDINGS[format]}")))]


def mangle(data: bytes, chance: random.Random, salt: list[bytes]) -> bytes:
    """The bytes with a few cuts, repeats, flips and grains of salt."""
    for _ in range(chance.choice((1, 2, 4, 16))):
        at, to = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        to = min(to, at + chance.choice((1, 10, 200, 5000)))
        piece = data[at:to]
        change: Callable[[], bytes] = chance.choice(
            (
                lambda piece=piece: b"",
                lambda piece=piece: piece * chance.choice((2, 50)),
                lambda piece=piece: chance.choice(salt) * chance.choice((1, 1, 3, 100)) + piece,
                lambda piece=piece: bytes(b ^ 1 << chance.randrange(8) for b in piece[:4]) + piece[4:],
                lambda piece=piece: chance.randbytes(3) + piece,
            )
        )
        data = (data[:at] + change() + data[to:])[:2_000_000]
    return data


def mangle_docx(data: bytes, chance: random.Random, salt: list[bytes]) -> bytes:
    """A Word file with one part of it mangled, or now and then the whole."""
    if not data or chance.random() < 0.2:
        return mangle(data, chance, salt)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice([*old.namelist(), *["word/document.xml"] * 5])
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mangle(part, chance, salt) if name == chosen else part)
    return made.getvalue()


def attempt(format: str, data: bytes, vocabulary: Vocabulary) -> str:
    """What went wrong when these bytes were read; "" if nothing did."""
    start = time.process_time()
    try:
        read(f"plan{ENDINGS[format]}", data, vocabulary)
    except ReadError as problem:
        if "\n" in str(problem):
            return f"an error of more than one line: {problem}"
    except BaseException:
        return traceback.format_exc()
    seconds = time.process_time() - start
    return f"took {seconds:.1f} s" if seconds > SLOWEST else ""


def keep(format: str, data: bytes, problem: str) -> None:
    """Keeps what broke a reader and says how."""
    FOUND.mkdir(exist_ok=True)
    path = FOUND / f"{len(list(FOUND.iterdir())):04}{ENDINGS[format]}"
    path.write_bytes(data)
    print(f"{path} ({len(data)} bytes): {problem}", flush=True)


def fuzz(formats: list[str], minutes: float, seed: int) -> int:
    """Reads mangled files for that time; gives how many broke a reader."""
    chance, vocabulary, end = random.Random(seed), load(), time.monotonic() + minutes * 60
    tried = dict.fromkeys(formats, 0)
    broken: set[str] = set()
    while time.monotonic() < end:
        format = chance.choice(formats)
        salt = [grain.encode() for grain in SALT[format].split("|")] + [b"|"]
        mangled = (mangle_docx if format == "docx" else mangle)(chance.choice(seeds(format)), chance, salt)
        problem = attempt(format, mangled, vocabulary)
        tried[format] += 1
        place = "".join(problem.splitlines()[-4:])
        if problem and place not in broken:
            broken.add(place)
            keep(format, mangled, problem)
    print(", ".join(f"{format}: {count} files" for format, count in tried.items()) + f"; {len(broken)} ways to break")
    return len(broken)


def guided(format: str) -> None:
    """Hands the reader to atheris, which looks for new paths through it; stops at the first that breaks."""
    import atheris  # type: ignore[import-not-found]

    vocabulary = load()
    atheris.instrument_all()

    def one(data: bytes) -> None:
        if problem := attempt(format, data, vocabulary):
            keep(format, data, problem)
            raise RuntimeError(problem)

    atheris.Setup(sys.argv[:1], one)
    atheris.Fuzz()


def main() -> None:
    """Reads the command line and fuzzes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", choices=ENDINGS, action="append")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", action="store_true")
    given = parser.parse_args()
    formats = given.format or list(ENDINGS)
    if given.atheris:
        guided(formats[0])
    sys.exit(1 if fuzz(formats, given.minutes, given.seed) else 0)


if __name__ == "__main__":
    main()
