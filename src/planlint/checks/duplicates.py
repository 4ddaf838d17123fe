"""Actions that stand in the plan twice, in the same or nearly the same words, or to the same figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from planlint.checks.likeness import contained, content, shared
from planlint.checks.rows import due
from planlint.plan import Action, Kind
from planlint.reading import Reading
from planlint.rule import Remark

_FIGURE = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/]|[.,]\d)")
_BRACKETS = re.compile(r"\([^)]*\)")  # where a figure comes from: "(July 26)"
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 400  # actions before it that one is compared with, so that time stays in step with their number
_SLACK = 1e-9  # what a product of shares may be off by
_HEADS = 3  # content words at the beginning that say what is done


@dataclass(frozen=True, slots=True)
class _Deed:
    """An action with what it is compared by."""

    action: Action
    text: str
    words: tuple[str, ...]
    figures: frozenset[str]


def check(
    reading: Reading,
    *,
    kinds: tuple[Kind, ...],
    fewest_words: int = 5,
    alike: float = 0.8,
    within: float = 0.9,
    same_figures: str,
    told_apart: tuple[str, ...] = ("lead", "deadline"),
    apart_by: tuple[re.Pattern[str], ...] = (),
    names: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each action that repeats an earlier one.

    kinds:        the kinds of plan that are looked at.
    fewest_words: actions of fewer words that carry sense are left alone unless all of told_apart is the same too.
    alike:        the share of all their words that two actions have in common.
    within:       the share of the shorter one's words that the longer one has.
    same_figures: the message for two actions on the same thing whose measures have the same two figures or more.
    told_apart:   roles that tell actions in a few words apart.
    apart_by:     headings of columns for whom or when a row is; where they differ, the repeat is meant.
    names:        what tells headings apart in the same way: the names of schools.
    What one person does again on another day, in the next row of the same table, is meant too.
    """
    if reading.plan.kind not in kinds:
        return
    earlier = _Earlier()
    for deed in _deeds(reading):
        for other in earlier.like(deed, min(alike, within)):
            words = _repeats(deed, other, alike, within) and (
                min(len(deed.words), len(other.words)) >= fewest_words or _together(deed, other, told_apart)
            )
            if words and _is_meant(reading, deed.action, other.action, apart_by, names):
                continue
            if words or _same_goal(deed, other):
                yield _remark(deed, other, None if words else same_figures)
                break
        earlier.add(deed)


class _Earlier:
    """The actions read so far, by their words and figures: in a long table few are worth a closer look."""

    def __init__(self) -> None:
        self._deeds: list[_Deed] = []
        self._sizes: list[int] = []
        self._holding: dict[str, list[int]] = {}
        self._moving: dict[frozenset[str], list[int]] = {}

    def add(self, deed: _Deed) -> None:
        for word in deed.words:
            self._holding.setdefault(word, []).append(len(self._deeds))
        self._moving.setdefault(deed.figures, []).append(len(self._deeds))
        self._deeds.append(deed)
        self._sizes.append(len(deed.words))

    def like(self, deed: _Deed, least: float) -> Iterator[_Deed]:
        """Those with at least this share of the shorter one's words, or with the same figures, in their order."""
        first = len(self._deeds) - _REACH
        near_by = (self._holding.get(word, [])[-_REACH:] for word in deed.words)
        common = Counter(n for n in chain.from_iterable(near_by) if n >= first)
        size = len(deed.words)
        enough = [least * n - _SLACK for n in range(size + 1)]
        sizes = self._sizes
        near = {n for n, words in common.items() if words >= enough[sizes[n] if sizes[n] < size else size]}
        if len(deed.figures) > 1:
            near.update(n for n in self._moving.get(deed.figures, [])[-_REACH:] if n >= first)
        return (self._deeds[n] for n in sorted(near))


def _deeds(reading: Reading) -> Iterator[_Deed]:
    for action in reading.plan.actions:
        text = " ".join(action.text("action", inherit=False).split())
        measure = action.text("success_criteria", inherit=False)
        figures = frozenset(f for f in _FIGURE.findall(_BRACKETS.sub(" ", measure)) if not _YEAR.fullmatch(f))
        words = content(_unnumbered(text), reading.vocabulary)
        if len(words) > 1:
            yield _Deed(action, text, words, figures)


def _unnumbered(text: str) -> str:
    return re.sub(r"^\W*[A-Z]{0,3}\d{0,2}(?:\.\d+)*[.):]\s+", "", text)


def _repeats(deed: _Deed, other: _Deed, alike: float, within: float) -> bool:
    if _FIGURE.findall(deed.text) != _FIGURE.findall(other.text) and shared(deed.words, other.words) < 1:
        return False  # "Year 3 test" and "Year 4 test"
    return shared(deed.words, other.words) >= alike or (
        contained(deed.words, other.words) >= within and abs(len(deed.words) - len(other.words)) <= _HEADS
    )


def _together(deed: _Deed, other: _Deed, roles: tuple[str, ...]) -> bool:
    return all(_plain(deed.action, role) == _plain(other.action, role) for role in roles)


def _is_meant(
    reading: Reading,
    one: Action,
    other: Action,
    apart_by: tuple[re.Pattern[str], ...],
    names: tuple[re.Pattern[str], ...],
) -> bool:
    """Whether the same is to be done for another school, or again by the same person on another day."""
    for pattern in apart_by:
        for heading in {c.heading for c in (one.table.columns if one.table else ()) if pattern.search(c.heading)}:
            if _under(one, heading) != _under(other, heading):
                return True
    pairs = zip(one.location.trail, other.location.trail, strict=False)
    if any(a != b and p.search(a) and p.search(b) for a, b in pairs for p in names):
        return True
    same = one.table is not None and one.table is other.table and _plain(one, "lead") == _plain(other, "lead") != ""
    first, second = due(reading, one), due(reading, other)
    return bool(same and first and second and first[1].closed and second[1].closed and first[1].end != second[1].end)


def _under(action: Action, heading: str) -> str:
    """What the row has under that heading, in lower case."""
    if not action.table or not action.row:
        return ""
    cells = zip(action.table.columns, action.row.cells, strict=False)
    return next((" ".join(cell.text.lower().split()) for column, cell in cells if column.heading == heading), "")


def _plain(action: Action, role: str) -> str:
    return " ".join(action.text(role).lower().split())


def _same_goal(deed: _Deed, other: _Deed) -> bool:
    """Two actions that begin with the same thing and are to move the same figures, each in its own words."""
    heads = set(deed.words[:_HEADS]) & set(other.words[:_HEADS])
    both = set(deed.words) & set(other.words)
    same = len(deed.figures) > 1 and deed.figures == other.figures
    unlike = _plain(deed.action, "success_criteria") != _plain(other.action, "success_criteria")
    return bool(same and unlike and heads and len(both) >= _HEADS)


def _remark(deed: _Deed, other: _Deed, message: str | None) -> Remark:
    place = other.action.location.label
    values = {"action": deed.text, "other": other.text, "first": place}
    return Remark(deed.action.location, "", deed.action.summary, values=values, message=message)
