"""One thing in a plan that asks for another: it is said, and nothing near it says the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planlint.checks.framing import framed
from planlint.language import Hit
from planlint.plan import Kind, Location
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    cues: Cues,
    then: Cues,
    headings: Cues = NO_CUES,
    themes: tuple[str, ...] = (),
    near: tuple[str, ...] = (),
    not_in: tuple[str, ...] = (),
    fewest: int = 1,
    except_for: Cues = NO_CUES,
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy"),
) -> Iterator[Remark]:
    """One remark, at the first place that says the one thing, for a plan that nowhere says the other.

    cues:     the one thing; then: the other, in a section where the one is said too,
    near:     or in one with one of these themes.
    not_in:   themes of sections where the one thing is said of something else.
    headings: headings under which whatever is written says the other thing.
    themes:   the same, by the themes of sections.
    fewest:   the one thing is said at least so many times.
    except_for: cues that void the one thing where they share a word with it.
    """
    if reading.plan.kind not in kinds:
        return
    friends = reading.hits(except_for)
    own = (
        hit
        for hit in reading.hits(cues)
        if hit.own and hit.unit.kind != "heading" and not any(friend.overlaps(hit) for friend in friends)
    )
    said = [hit for hit in own if hit.unit.theme not in not_in and not framed(reading, hit)]
    if len(said) < fewest or any(_answers(hit, said, near) for hit in reading.hits(then)):
        return
    headed = {id(hit.unit.section) for hit in reading.hits(headings) if hit.unit.kind == "heading"}
    if any(u.kind != "heading" and (u.theme in themes or id(u.section) in headed) for u in reading.units):
        return
    where: Location = said[0].own[0].location
    yield Remark(where, said[0].quote, said[0].sentences[0].text)


def _answers(hit: Hit, said: Sequence[Hit], near: tuple[str, ...]) -> bool:
    if hit.label_only:
        return False
    return hit.unit.theme in near or any(hit.unit.section is other.unit.section for other in said)
