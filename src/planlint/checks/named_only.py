"""Names of a model's components that stand as headings, bullets or rows over nothing that anybody could go and see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from planlint.checks.framing import framed, grounding
from planlint.plan import Block, Location
from planlint.reading import Reading
from planlint.report import Component
from planlint.rule import Remark
from planlint.units import Unit
from planlint.vocabulary import words

_FEWEST = 4  # words besides the name: fewer say nothing, whatever they are
_REST = re.compile(r"(?::|\s[–—-]\s)\s*(.*)", re.DOTALL)  # "Connect: ...", "Connect – ..."
_FIGURE = re.compile(r"\d")
# Fields that say who, when, or what an action belongs to: they make nothing of it.
_BESIDE = ("lead", "deadline", "start", "priority", "reference", "status", "link", "resources", "progress")


def check(
    reading: Reading,
    *,
    model: str,
    labels: Mapping[str, tuple[str, ...]],
    prefix: re.Pattern[str],
    except_themes: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark for each section in which the names of components stand for the work itself.

    {names} are the components, {found} the first of the names as it stands. Components that the plan addresses, be it
    elsewhere, are left alone.

    model:         the model whose components are looked for.
    labels:        further names, by a component's id.
    prefix:        what may stand before a name in a heading ("Strand 2, "), matched against plain lower-case words.
    except_themes: themes of sections that only present things.
    """
    named = _names(reading, model, labels)
    found: dict[int, list[tuple[Component, Block]]] = {}
    for unit in reading.units:
        if unit.theme in except_themes:
            continue
        for block in unit.blocks:
            component, rest = _named(block, named, prefix)
            if component and not _is_done(reading, unit, block, rest):
                found.setdefault(_group(unit), []).append((component, block))
    for pairs in found.values():
        names = ", ".join(dict.fromkeys(component.name for component, _ in pairs))
        first = pairs[0][1]
        yield Remark(first.location, " ".join(first.text.split()), first.text, values={"names": names})


def _names(reading: Reading, model: str, labels: Mapping[str, tuple[str, ...]]) -> dict[str, Component]:
    """The names, as plain words, of the components that the plan does not address."""
    components = [c for coverage in reading.coverage if coverage.model == model for c in coverage.components]
    missing = [c for c in components if c.level != "addressed"]
    return {words(name): c for c in missing for name in (c.name, *labels.get(c.id, ()))}


def _named(block: Block, named: Mapping[str, Component], prefix: re.Pattern[str]) -> tuple[Component | None, str]:
    """The component whose name is all that the block holds, or all before its colon; and what follows the colon."""
    whole = prefix.sub("", words(block.text), count=1)
    if whole in named:
        return named[whole], ""
    for match in _REST.finditer(block.text):
        component = named.get(prefix.sub("", words(block.text[: match.start()]), count=1))
        if component:
            return component, match[1]
    return None, ""


def _group(unit: Unit) -> int:
    """Units whose names are told of together: those of one section's list or table; a heading stands for itself."""
    return -unit.index - 1 if unit.kind == "heading" else id(unit.section)


def _is_done(reading: Reading, unit: Unit, name: Block, rest: str) -> bool:
    """Whether anything beside or beneath the name could be gone and seen."""
    own = [b for b in unit.blocks if b is not name and _role(unit, b) not in _BESIDE]
    if _is_concrete(reading, unit, own, rest):
        return True
    beneath = [u for u in reading.units if any(b is name for b in u.above)]
    return any(_is_concrete(reading, u, list(u.blocks)) for u in beneath if u.kind != "heading")


def _role(unit: Unit, block: Block) -> str:
    fields = unit.action.fields if unit.action else {}
    return next((role for role, blocks in fields.items() if any(b is block for b in blocks)), "")


def _is_concrete(reading: Reading, unit: Unit, blocks: list[Block], rest: str = "") -> bool:
    """Whether these texts say what is done: an act that is meant, a figure, a time, a passage that counts."""
    said = [b for b in blocks if _role(unit, b) not in _BESIDE]
    text = " ".join([*(b.text for b in said), rest])
    if len(text.split()) < _FEWEST:
        return False
    if _FIGURE.search(text) or any(_counts(reading, b.location) for b in said):
        return True
    acts = reading.hits_in(reading.frame("commitment"), unit)
    meant = [a for a in acts if any(_stands_in(s.block, s.start, said, rest) for s in a.own) and not framed(reading, a)]
    firm = reading.hits_in(reading.frame("firm"), unit)
    return any(_stands_in(s.block, s.start, said, rest) for hit in firm for s in hit.own) or any(
        grounding(reading, act) > 1 for act in meant
    )


def _stands_in(block: Block, start: int, said: list[Block], rest: str) -> bool:
    return any(block is b for b in said) or (bool(rest) and start >= len(block.text) - len(rest))


def _counts(reading: Reading, place: Location) -> bool:
    """Whether a passage that begins here counts for any component of any model."""
    components = (c for coverage in reading.coverage for c in coverage.components)
    return any(e.counts and e.location == place for c in components for e in c.evidence)
