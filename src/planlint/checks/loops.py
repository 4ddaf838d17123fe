"""A plan whose strands run side by side: nothing learned in one of them changes what is done in another."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.checks.framing import framed
from planlint.language import Hit
from planlint.plan import Kind, Location
from planlint.reading import NO_CUES, Cues, Reading
from planlint.report import Component
from planlint.rule import Remark

_FEWEST = 2  # strands that must be at work before they can be asked to feed each other


def check(
    reading: Reading,
    *,
    model: str,
    cues: Cues,
    except_for: Cues = NO_CUES,
    closed_by: tuple[str, ...] = (),
    not_in: tuple[str, ...] = (),
    immune_to: tuple[str, ...] = (),
    kinds: tuple[Kind, ...] = (),
    shortest: int = 0,
) -> Iterator[Remark]:
    """One remark on a plan that addresses components of two or more strands, and lets none of them hear another.

    cues:       ways of saying that something learned changes goals, training, plans or where people are sent;
                except_for voids those with which it shares a word.
    closed_by:  components that close the loop by themselves where they are addressed.
    not_in:     themes of sections where such words are about something else.
    immune_to:  frames in which a cue still counts.
    kinds:      the kinds of plan that are asked, all if none is given; shortest: plans of fewer words are not.
    """
    if (kinds and reading.plan.kind not in kinds) or reading.plan.words < shortest:
        return
    addressed = [c for c in _components(reading, model) if c.level == "addressed"]
    if len({c.strand for c in addressed}) < _FEWEST or any(c.id in closed_by for c in addressed):
        return
    if not any(_closes(reading, hit, except_for, not_in, immune_to) for hit in reading.hits(cues)):
        yield Remark(Location(reading.plan.path))


def _components(reading: Reading, model: str) -> Iterator[Component]:
    for coverage in reading.coverage:
        if coverage.model == model:
            yield from coverage.components


def _closes(reading: Reading, hit: Hit, except_for: Cues, not_in: tuple[str, ...], immune: tuple[str, ...]) -> bool:
    if hit.label_only or hit.unit.theme in not_in:
        return False
    friends = reading.hits_in(except_for, hit.unit)
    return not any(friend.overlaps(hit) for friend in friends) and not framed(reading, hit, immune)
