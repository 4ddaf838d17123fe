"""What finding cues costs, and how that grows with the number of cues. Run: python benchmarks/matching.py

Searches one plan of about 6,500 words, put together from the fixtures, with 750, 1,500 and 3,000 cues made from the
vocabulary's classes: half of them single phrases, half joins of two or three parts, a class in every fourth. Such
cues find far more than real ones. The last line adds to the 750 some 2,000 of words that no plan has: they cost
nothing to speak of. Times are of the processor, in seconds.
"""

from __future__ import annotations

import itertools
import random
import re
import time
from dataclasses import replace
from pathlib import Path

from planlint import vocabulary
from planlint.language import Classes, Matcher, compile_cues
from planlint.language.words import read_words
from planlint.readers import read
from planlint.units import Unit, units

ROOT = Path(__file__).parents[1]
WORDS = 6500


def plan() -> tuple[Unit, ...]:
    """Units of about 6,500 words of own text."""
    known = vocabulary.load()
    found: list[Unit] = []
    files = sorted([*(ROOT / "fixtures").glob("*.md"), *(ROOT / "fixtures").glob("*.docx")])
    for file in itertools.cycle(files):
        for unit in units(read(str(file), file.read_bytes(), known)):
            found.append(replace(unit, index=len(found)))
            if len(found) % 20 == 0 and _words(found) >= WORDS:
                return tuple(found)
    raise AssertionError("no fixtures")


def _words(found: list[Unit]) -> int:
    return sum(len(u.text.split()) for u in found)


def cues(number: int, classes: Classes) -> list[str]:
    """So many cues, the same on every run."""
    chance = random.Random(7)
    phrases = sorted({p.strip() for lines in classes.lines.values() for line in lines for p in line.split("/")})
    phrases = [p for p in phrases if not set(p) & set('"[]()~&>') and p != p.upper()]
    names = sorted(classes.lines)
    made: list[str] = []
    while len(made) < number:
        parts = [" / ".join(chance.sample(phrases, 3)) for _ in range(1 if len(made) % 2 else chance.choice((2, 2, 3)))]
        if len(made) % 4 == 0:
            parts[0] = chance.choice(names)
        made.append(chance.choice((" ~ ", " & ", " > ")).join(parts))
    return made


def measure() -> None:
    """Print a line for each number of cues."""
    known = vocabulary.load()
    searched = plan()
    read_words("Warm up.")
    start = time.process_time()
    for text in {b.text for u in searched for b in (*u.above, *u.blocks)}:
        read_words(text)
    print(f"{_words(list(searched))} words in {len(searched)} units: read in {time.process_time() - start:.3f} s")
    classes = Classes(known.part("classes"))
    for number in (750, 1500, 3000):
        _measure_one(f"{number} cues", cues(number, classes), classes, searched)
    strange = [re.sub(r"\b[a-z]+", lambda word: word[0] + "qz", line) for line in cues(3000, classes) if line.islower()]
    _measure_one(f"750 + {len(strange)}", [*cues(750, classes), *strange], classes, searched)


def _measure_one(name: str, lines: list[str], classes: Classes, searched: tuple[Unit, ...]) -> None:
    start = time.process_time()
    compiled = compile_cues(lines, classes)
    parsed = time.process_time()
    matcher = Matcher({"all": compiled})
    built = time.process_time()
    matcher.find(searched)
    first = time.process_time()
    found = len(matcher.find(searched)["all"])
    again = time.process_time()
    print(
        f"{name:12} parsed {parsed - start:.3f}, built {built - parsed:.3f}; plan searched {first - built:.3f}"
        f" (again, and hits made: {again - first:.3f}), {found} hits"
    )


if __name__ == "__main__":
    measure()
