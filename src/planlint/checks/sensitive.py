"""A person who is named in one breath with what is nobody else's business."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language import Span
from planlint.people import people
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark

_FULL = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+")  # a first name and a surname


def check(
    reading: Reading,
    *,
    matters: Cues,
    except_for: Cues = NO_CUES,
    names: tuple[re.Pattern[str], ...],
    near: int = 8,
    not_in: tuple[str, ...] = (),
    roles: tuple[str, ...] = ("lead", "support", "monitoring"),
) -> Iterator[Remark]:
    """One remark for each such place.

    matters:    what is confidential about a person; except_for: cues that void those they share a word with.
    names:      how a person is named.
    near:       so many words lie at most between the two, in one sentence.
    not_in:     themes of sections that are left out.
    roles:      roles whose cells name people for another reason.
    """
    known = _named(reading, roles)
    patterns = (*names, known) if known else names
    leads = {id(b) for a in reading.plan.actions for role in roles for b in a.fields.get(role, ())}
    spared = [span for hit in reading.hits(except_for) for span in hit.own]
    told: list[Span] = []
    for hit in reading.hits(matters):
        span = next(iter(hit.own), None)
        if span is None or id(span.block) in leads or hit.unit.theme in not_in or hit.unit.kind == "heading":
            continue
        if any(span.overlaps(other) for other in spared):
            continue
        around = reading.analysed(hit.unit).around(span, near, near)
        person = next((m for p in patterns for m in p.finditer(span.block.text, around.start, around.end)), None)
        if person and not any(person.start() == t.start and span.block is t.block for t in told):
            who = Span(span.block, person.start(), person.end())
            told.append(who)
            yield Remark(who.location, who.text, around.text, values={"matter": " ".join(span.text.split())})


def _named(reading: Reading, roles: tuple[str, ...]) -> re.Pattern[str] | None:
    """The full names of those who lead, support or watch an action; None if there are none."""
    texts = {b.text for a in reading.plan.actions for role in roles for b in a.fields.get(role, ())}
    found = (p for text in sorted(texts) for p in people(text, reading.roster, reading.vocabulary))
    full = {m[0] for p in found if p.kind == "person" and (m := _FULL.match(p.text))}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(full)))})\b") if full else None
