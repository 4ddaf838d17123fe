"""Goals all of whose actions work in the same one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks.aims import ACTION, content_words
from planlint.checks.rows import KINDS, rows
from planlint.plan import Action, Kind
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark

_GROUP = re.compile(r"\W*(?:row )?([A-Z]{0,3}\d{1,2}(?=\.\d)|[A-Z]{1,3}(?=\.?\d))")
_SHARED = 2  # longer words that two actions about the same thing share
_SELDOM = 3  # actions that have a word which tells what an action is about
_FEW = 5  # actions of one goal that can be taken to belong together
_WAYS = (ACTION, "milestone", "support", "monitoring")  # fields that may tell of another way


def check(
    reading: Reading,
    *,
    cues: Cues,
    others: Cues,
    alone: Cues = NO_CUES,
    core: Cues = NO_CUES,
    single: str = "",
    not_in: tuple[str, ...] = (),
    kinds: tuple[Kind, ...] = KINDS,
) -> Iterator[Remark]:
    """One remark for each goal with at least two actions that all have one of the cues and none of the others.

    cues:   the one way, in an action's own words. others: other ways, anywhere in the goal's rows.
    core:   cues of which at least one action of the goal has to have one, if any are given.
    alone:  cues that make an action of the one way worth a note by itself, if no other action takes its subject up,
    single: with this message.
    not_in: themes of sections that are left alone. kinds: the kinds of plan in which rows are promised.
    """
    told: set[int] = set()
    units = {id(unit.action): unit for unit in reading.units if unit.action}
    every = [a for a in rows(reading, kinds) if a.text(ACTION) and id(a) in units]
    every = [a for a in every if units[id(a)].theme not in not_in]

    def has(action: Action, wanted: Cues, roles: Sequence[str] = (ACTION,)) -> bool:
        own = {id(b) for role in roles for b in action.blocks(role)}
        return any(id(span.block) in own for hit in reading.hits_in(wanted, units[id(action)]) for span in hit.own)

    only = [a for a in every if has(a, cues) and not has(a, others, _WAYS)]
    for group in _groups(reading, every):
        if len(group) <= _FEW and any(has(a, others, _WAYS) for a in group):
            told |= {id(a) for a in group}
        trains = core == NO_CUES or any(has(a, core) for a in group)
        if trains and len(group) > 1 and all(any(a is b for b in only) for a in group):
            told |= {id(a) for a in group}
            yield _remark(group[0], {"count": str(len(group))})
    for action in only:
        if single and id(action) not in told and has(action, alone) and not _taken_up(action, every):
            yield _remark(action, {}, single)


def _remark(action: Action, values: dict[str, str], message: str | None = None) -> Remark:
    text, place = action.text(ACTION), action.blocks(ACTION)[0].location
    return Remark(place, text, action.summary, values, "note" if message else None, message)


def _groups(reading: Reading, actions: Sequence[Action]) -> list[list[Action]]:
    """The actions goal by goal: by what they say they belong to, by their references, else by their section."""
    sections = {id(a): n for n, s in enumerate(reading.plan.walk()) for a in s.actions}
    found: dict[tuple[str, ...], list[Action]] = {}
    for action in actions:
        reference = _GROUP.match(action.row.label) if action.row else None
        named = " ".join(action.text("priority").lower().split())
        key = (str(sections[id(action)]), reference[1] if reference else "", named)
        found.setdefault(key, []).append(action)
    return list(found.values())


def _taken_up(action: Action, every: Sequence[Action]) -> bool:
    """Whether another action is about the same thing, by words that few actions have."""
    said = [content_words(other.summary) for other in every]
    seldom = {word for word in content_words(action.text(ACTION)) if sum(word in words for words in said) <= _SELDOM}
    return any(len(seldom & words) >= _SHARED for other, words in zip(every, said, strict=True) if other is not action)
