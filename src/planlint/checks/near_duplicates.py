"""Plans whose own text, without what half the set shares, is nearly the same."""

from __future__ import annotations

import hashlib
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from planlint.cohort import Cohort
from planlint.plan import Location
from planlint.reading import Reading
from planlint.rule import Remark

ACROSS = True
_WORD = re.compile(r"[a-z0-9]+")
_KEPT = 1024  # shingles of a plan: those with the least hashes, a fair sample of all (Broder 1997)
_PROBED = 64  # of a plan's least shingles, by which plans like it are looked up
_FULL = 1 << 64
_MAYBE = 0.4  # a plan this much like a group's first is compared with the others of the group too


def gather(reading: Reading, *, size: int) -> str:
    """A sample of the plan's shingles (runs of `size` words), as hexadecimal digits."""
    words = [word for block in reading.plan.blocks() for word in _WORD.findall(block.text.lower())]
    runs = {" ".join(words[n : n + size]) for n in range(len(words) - size + 1)}
    hashes = sorted(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)
    return "".join(f"{number:016x}" for number in islice(hashes, _KEPT))


@dataclass(frozen=True, slots=True)
class _Text:
    """A plan's own shingles; `bound`: all below it are there, those above it may be missing."""

    at: int
    shingles: array[int]
    bound: int


def check(
    cohort: Cohort, *, size: int = 5, alike: float = 0.7, common: float = 0.5, template_from: int = 5, fewest: int = 40
) -> Iterator[Remark]:
    """One remark for each plan of which another is nearly a copy; {others} names one and counts the rest,
    {share} is in per cent.

    size:          words in a shingle.
    alike:         the share of their shingles that two plans have in common.
    common:        what stands in this share of all plans belongs to a template, and is not compared;
    template_from: but in no fewer plans than this.
    fewest:        a plan with fewer shingles of its own says too little to be a copy.
    """
    shingles = [_read(member.gathered or "") for member in cohort.members]
    template = _common(shingles, max(template_from, math.ceil(common * len(shingles))))
    texts = []
    for at, found in enumerate(shingles):
        own = array("Q", (number for number in found if number not in template))
        if len(own) >= fewest:
            texts.append(_Text(at, own, found[-1] + 1 if len(found) == _KEPT else _FULL))
    pairs = dict(_pairs(texts, alike))
    for at in sorted(pairs):
        other, share, more = pairs[at]
        member, others = cohort.members[at], f"{cohort.name(other)} and {more} more" if more else cohort.name(other)
        values = {"others": others, "share": str(round(share * 100))}
        yield Remark(Location(member.path), member.title, values=values)


def _read(text: str) -> array[int]:
    return array("Q", (int(text[n : n + 16], 16) for n in range(0, len(text), 16)))


def _common(shingles: Sequence[array[int]], needed: int) -> frozenset[int]:
    """What stands in so many plans, without counting every shingle there is (Misra and Gries 1982)."""
    room = sum(map(len, shingles)) // needed + 1
    counters: dict[int, int] = {}
    for number in (number for found in shingles for number in found):
        if number in counters or len(counters) < room:
            counters[number] = counters.get(number, 0) + 1
        else:
            counters = {key: count - 1 for key, count in counters.items() if count > 1}
    exact = Counter(number for found in shingles for number in found if number in counters)
    return frozenset(number for number, count in exact.items() if count >= needed)


def _pairs(texts: Sequence[_Text], alike: float) -> Iterator[tuple[int, tuple[int, float, int]]]:
    """For each plan that is like another: the other, how much, and how many more there are."""
    groups: list[list[tuple[_Text, float]]] = []
    found: defaultdict[int, list[int]] = defaultdict(list)
    for text in texts:
        group, share = _like(text, {n for s in text.shingles[:_PROBED] for n in found.get(s, ())}, groups, alike)
        if group is None:
            group = len(groups)
            groups.append([])
        groups[group].append((text, share))
        if len(groups[group]) == 1:
            for number in text.shingles[:_PROBED]:
                found[number].append(group)
    for members in groups:
        for text, share in members if len(members) > 1 else ():
            first = text is members[0][0]
            other = members[1] if first else members[0]
            yield text.at, (other[0].at, other[1] if first else share, len(members) - 2)


def _like(
    text: _Text, near: Collection[int], groups: list[list[tuple[_Text, float]]], alike: float
) -> tuple[int | None, float]:
    """The group that the plan belongs to and how much it is like one of it; None if there is none."""
    for group in sorted(near):
        first = _share(text, groups[group][0][0])
        if first > alike:
            return group, first
        if first > _MAYBE:
            best = max((_share(text, other) for other, _ in groups[group][1:]), default=0.0)
            if best > alike:
                return group, best
    return None, 0.0


def _share(one: _Text, other: _Text) -> float:
    """The share of their shingles that two plans have in common, as far as both are known."""
    bound = min(one.bound, other.bound)
    first = {number for number in one.shingles if number < bound}
    second = {number for number in other.shingles if number < bound}
    return len(first & second) / len(first | second) if first | second else 0.0
