"""One component of a model in one plan: is it absent, mentioned or addressed, and which passages say so.

A hit is judged in this order: not read at all (contents, glossary, ...), false friend, label only, framed (negated,
ended, supposed, hoped, past), then whether it is concrete. One concrete passage makes "addressed"; weak cues never do.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planlint.checks.framing import NAMING, field_roles, framed, grounding, overlap
from planlint.language import Hit, Span
from planlint.plan import Location, Plan
from planlint.reading import NO_CUES, Cues, Reading
from planlint.report import Component, Evidence, Level
from planlint.rule import Remark, Severity

_KEPT = 5
_LONGEST = 300
_HEADING = 10  # a lead-in of more words says more than what its list is about
# Reasons for which a passage was set aside that still show the plan has the thing in mind.
_MENTIONS = ("weak cue", "label only", "nothing concrete", "hoped", "supposed", "past")


@dataclass(frozen=True, slots=True)
class _Judged:
    hit: Hit
    why: str
    weight: int


def assess(
    reading: Reading,
    *,
    sure: Cues = NO_CUES,
    strong: Cues = NO_CUES,
    trust: Cues = NO_CUES,
    school: Cues = NO_CUES,
    weak: Cues = NO_CUES,
    headings: Cues = NO_CUES,
    false_friends: Cues = NO_CUES,
    not_in: tuple[str, ...] = (),
    immune_to: tuple[str, ...] = (),
) -> tuple[Level, tuple[Evidence, ...]]:
    """The level, and the evidence: up to five passages that count, best first, then up to five that were set aside.

    sure:          a thing with an act: counts unless framed.
    strong:        counts if something grounds it.
    trust, school: strong in a plan of several schools (or of unknown scope) or of one school, weak in the other.
    weak:          never more than a mention.
    headings:      headings, columns and keys under which whatever is written counts.
    false_friends: void every cue whose words they share.
    not_in:        themes of sections in which `strong` is not enough.
    immune_to:     frames that do not touch these cues ("ended" for a component about ending things).
    """
    single = reading.plan.scope == "school"
    groups = ((sure, "sure"), (strong, "strong"), (school, "strong" if single else "weak"),
              (trust, "weak" if single else "strong"), (headings, "headings"), (weak, "weak"))  # fmt: skip
    judged = [
        _judge(reading, hit, weight, false_friends, not_in, immune_to)
        for cues, weight in groups
        for hit in reading.hits(cues)
        if _is_read(reading, hit) and (weight != "headings" or _is_headed(hit))
    ]
    evidence = tuple(_evidence(judged))
    if any(item.counts for item in evidence):
        return "addressed", evidence
    return ("mentioned" if any(item.why in _MENTIONS for item in evidence) else "absent"), evidence


def check(
    component: Component, plan: Plan, mentioned: str | None, school_message: str | None = None
) -> Iterator[Remark]:
    """A remark for a component that is not addressed.

    mentioned:      the message for one that is named in passing.
    school_message: the message for one that is absent from the plan of one school. A rule that has it asks of a school
                    what lies partly with others, so what it finds there weighs one step less.
    """
    if component.level == "addressed":
        return
    partly = plan.scope == "school" and school_message is not None
    values = {"component": component.name, "level": component.level}
    if component.level == "absent" or not component.evidence:
        if partly:
            yield Remark(Location(plan.path), values=values, severity="warning", message=school_message)
        else:
            yield Remark(Location(plan.path), values=values)
        return
    best = next(e for e in component.evidence if e.why in _MENTIONS)
    weight: Severity = "note" if partly else "warning"
    yield Remark(best.location, found=best.text, values=values, severity=weight, message=mentioned)


def _is_read(reading: Reading, hit: Hit) -> bool:
    """Whether the hit stands where a plan speaks for itself: not in contents, glossary or the like."""
    return hit.unit.theme not in reading.vocabulary.part("coverage").get("not_read", ())


def _is_headed(hit: Hit) -> bool:
    """Whether a cue of `headings` was found where it says what is under it: in something short that stands above."""
    return not hit.own and all(len(span.block.text.split()) <= _HEADING for span in hit.spans)


def _judge(
    reading: Reading, hit: Hit, weight: str, false_friends: Cues, not_in: tuple[str, ...], immune: tuple[str, ...]
) -> _Judged:
    if any(overlap(friend, hit) for friend in reading.hits_in(false_friends, hit.unit)):
        return _Judged(hit, "false friend", 0)
    if any(_left_open(reading, span) for span in hit.own):
        return _Judged(hit, "left open", 0)
    if weight != "headings" and (hit.label_only or _names_only(hit)):
        return _Judged(hit, "label only", 1)
    frame = framed(reading, hit, immune)
    if weight == "headings":
        return _under_heading(reading, hit, frame)
    if frame:
        return _Judged(hit, frame, 2)
    if weight == "weak":
        return _Judged(hit, "weak cue", 1)
    ground = grounding(reading, hit)
    if weight == "sure":
        return _Judged(hit, "", 10 + ground)
    if hit.unit.theme is not None and hit.unit.theme in not_in:
        return _Judged(hit, "other theme", 2)
    return _Judged(hit, "", 5 + ground) if ground else _Judged(hit, "nothing concrete", 3)


def _left_open(reading: Reading, span: Span) -> bool:
    """Whether it stands in, or is no more than, what a template asks the author to fill in."""
    pattern = _compiled(reading.vocabulary.part("coverage").get("left_open", "(?!)"))
    asked = list(pattern.finditer(span.block.text))
    inside = any(match.start() <= span.start and span.end <= match.end() for match in asked)
    return inside or (bool(asked) and not pattern.sub("", span.text).strip())


@functools.cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written)


def _names_only(hit: Hit) -> bool:
    """Whether the hit stands only in fields that name what an action belongs to."""
    roles = field_roles(hit)
    return bool(roles) and all(role in NAMING for role in roles)


def _under_heading(reading: Reading, hit: Hit, frame: str) -> _Judged:
    """A heading that says it all: what stands under it counts, if anything of substance does."""
    own = tuple(span for span in _beneath(hit) if not _left_open(reading, span))
    if hit.unit.kind == "heading" or sum(len(span.text.split()) for span in own) < 3:
        return _Judged(hit, "label only", 1)
    stretches = [reading.analysed(hit.unit).sentences(span.block)[0] for span in own if span.text.strip()]
    denied = any(
        reading.hits_in(reading.frame(name), hit.unit, *stretches) for name in ("negated", "supposed", "empty")
    )
    return _Judged(hit, frame or "nothing concrete", 2) if frame or denied else _Judged(hit, "", 7)


def _beneath(hit: Hit) -> tuple[Span, ...]:
    """The unit's own text under the heading that was hit: the cell under that column, else all of it."""
    heads = [span.block for span in hit.spans]
    labelled = zip(hit.unit.blocks, hit.unit.labels, strict=True)
    under = [block for block, labels in labelled if any(label is head for label in labels for head in heads)]
    return tuple(Span(block, 0, len(block.text)) for block in under or hit.unit.blocks)


def _evidence(judged: Iterable[_Judged]) -> Iterator[Evidence]:
    """Best first, one passage once: those that count, then those set aside."""
    ordered = sorted(judged, key=lambda item: (bool(item.why), -item.weight, item.hit.unit.index))
    seen: set[tuple[int, int, str]] = set()
    kept = {True: 0, False: 0}
    for item in ordered:
        text, location = _passage(item)
        first = item.hit.sentences[0]
        key, counts = (id(first.block), first.start, text), not item.why
        if key in seen or kept[counts] == _KEPT:
            continue
        seen.add(key)
        kept[counts] += 1
        yield Evidence(text, item.hit.cue.text, counts, item.why, location)


def _passage(item: _Judged) -> tuple[str, Location]:
    """The sentences a hit rests on (what stands under it, for a heading that counts), and where they begin."""
    hit = item.hit
    stretches = _beneath(hit) if not item.why and not hit.own else hit.sentences
    text = " … ".join(" ".join(span.text.split()) for span in stretches)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return text, stretches[0].location if stretches else hit.spans[0].location
