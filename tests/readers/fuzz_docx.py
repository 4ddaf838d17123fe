"""Changes Word files at random and reads them, on demand: python tests/readers/fuzz_docx.py FOLDER [SECONDS [SEED]].

Every outcome but a Draft or a ReadError, and every reading of more than three seconds, is reported, and the file that
led to it is kept as fuzz-SEED-N.docx in the current folder.
"""

from __future__ import annotations

import io
import random
import re
import sys
import time
import traceback
import zipfile
from pathlib import Path

from planlint.errors import ReadError
from planlint.readers.docx import draft

VALUES = (b"", b"-1", b"9" * 20, b"abc", b"1e9", b"0", b"none", b"2.5", b"rId1", b"off", b"begin", b"end", b"continue")
SLOW = 3.0
_VALUE, _EMPTY, _NAME = re.compile(rb'="([^"]*)"'), re.compile(rb"<w:\w+[^<>]*/>"), re.compile(rb"<(w:\w+)")


def change(dice: random.Random, part: bytes) -> bytes:
    """The part with an attribute, an element's name, an element's place or a byte changed."""
    kind = dice.random()
    if kind < 0.3 and (values := list(_VALUE.finditer(part))):
        chosen = dice.choice(values)
        return part[: chosen.start(1)] + dice.choice(VALUES) + part[chosen.end(1) :]
    if kind < 0.6 and len(names := sorted(set(_NAME.findall(part)))) > 1:
        old, new = dice.sample(names, 2)
        return re.sub(rb"(</?)" + old + rb"(?=[ />])", rb"\1" + new, part)
    if kind < 0.9 and len(empty := list(_EMPTY.finditer(part))) > 1:
        chosen, other = dice.sample(empty, 2)
        return part[: chosen.start()] + dice.choice((b"", other.group())) + part[chosen.end() :]
    at = dice.randrange(len(part) + 1)
    return part[:at] + bytes([dice.randrange(256)]) + part[at + 1 :]


def spoil(dice: random.Random, path: Path) -> bytes:
    """The file at this path with some of its parts changed, and now and then one left out or the zip itself damaged."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    for _ in range(dice.randint(1, 6)):
        name = "word/document.xml" if dice.random() < 0.6 and "word/document.xml" in parts else dice.choice(list(parts))
        parts[name] = change(dice, parts[name])
    if dice.random() < 0.1:
        parts.pop(dice.choice(list(parts)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return change(dice, buffer.getvalue()) if dice.random() < 0.05 else buffer.getvalue()


def main(folder: str, seconds: str = "60", seed: str = "1") -> int:
    """Fuzz for that long; the number of files that went wrong."""
    dice, end, tried, wrong = random.Random(int(seed)), time.monotonic() + float(seconds), 0, 0
    sources = sorted(path for path in Path(folder).rglob("*.docx") if path.is_file() and zipfile.is_zipfile(path))
    while time.monotonic() < end:
        data, start, tried = spoil(dice, dice.choice(sources)), time.monotonic(), tried + 1
        try:
            draft("plan.docx", data)
            what = ""
        except ReadError:
            what = ""
        except Exception:
            what = traceback.format_exc(limit=-3)
        if what or time.monotonic() - start > SLOW:
            wrong += 1
            Path(f"fuzz-{seed}-{tried}.docx").write_bytes(data)
            print(f"fuzz-{seed}-{tried}.docx: {what or 'slow'}")
    print(f"{tried} files read, {wrong} went wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
