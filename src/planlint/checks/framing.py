"""How a cue is meant where it stands: denied, supposed, wished for, over, or grounded in something to go and see."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planlint.language import Hit, Span
from planlint.plan import Block
from planlint.reading import Reading

# Roles of an action whose cells say what will be done or seen, and those that only name what it belongs to.
DOING = ("action", "success_criteria", "monitoring", "milestone", "mitigation", "trigger", "stop", "support", "target")
NAMING = ("priority", "link", "reference", "status")
# A name inside a sentence ("the Fell reading panel"), initials in capitals, a figure.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<=[\w,;] )(?:[A-Z][\w’'-]+|[A-Z]{2,4}\b)|\d")


def framed(reading: Reading, hit: Hit, immune: Sequence[str] = ()) -> str:
    """Why the hit does not mean what it says: "negated", "ended", "long past", "supposed", "hoped", "past"; else "".

    Denials, modal words and wishes reach as far as their clause, the past as far as its sentence, what is told in
    years before the plan's own ("in 2017") likewise. A frame's word that is part of the cue itself frames nothing.
    immune: frames that do not touch this rule's cues; one who minds no "past" still minds years before the last.
    """
    clauses, sentences = hit.clauses, hit.sentences
    reach: dict[str, tuple[Span, ...]] = {
        "negated": clauses,
        "ended": sentences + _going_on(reading, hit),
        "long past": sentences,
        "supposed": clauses,
        "hoped": clauses,
        "past": sentences,
    }
    for name, stretches in reach.items():
        if name in immune:
            continue
        if name == "long past":
            found = _bygone(reading, hit, spared=1 if "past" in immune else 0)
        else:
            found = _stands(reading, hit, name, stretches) or (name == "past" and _in_review(reading, hit))
        if not found:
            continue
        if name == "past" and _stands(reading, hit, "continuing", stretches):
            continue
        if name == "hoped" and _stands(reading, hit, "firm", sentences):
            continue
        return name
    return ""


def _in_review(reading: Reading, hit: Hit) -> bool:
    """Whether it stands in a section that tells of the time before the plan."""
    return hit.unit.theme in reading.vocabulary.part("coverage").get("told_as_past", ())


def _going_on(reading: Reading, hit: Hit) -> tuple[Span, ...]:
    """The sentence after the hit's last, if its first word points back ("it lapsed in May")."""
    last = hit.sentences[-1]
    after = next((s for s in hit.analysed.sentences(last.block) if s.start >= last.end), None)
    if after is None:
        return ()
    begun = reading.hits_in(reading.frame("going_back"), hit.unit, after)
    return (after,) if any(word.spans[0].start == after.start for word in begun) else ()


def _bygone(reading: Reading, hit: Hit, spared: int) -> bool:
    """Whether its sentence tells what was in years before the plan's own, and not that it goes on.

    spared: how many of the years just before the plan's do not count as gone by.
    """
    first = reading.plan.period.start if reading.plan.period else reading.today
    if first is None:
        return False
    told = reading.hits_in(reading.frame("bygone"), hit.unit, *hit.sentences)
    years = [int(year) for word in told for year in _YEAR.findall(word.quote)]
    old = bool(years) and max(years) < first.year - spared
    return old and not _stands(reading, hit, "bygone_continuing", hit.sentences)


def _stands(reading: Reading, hit: Hit, frame: str, stretches: Sequence[Span]) -> bool:
    """Whether a word of the frame stands in one of the stretches, is no part of the hit, and is not voided itself."""
    found = [word for word in reading.hits_in(reading.frame(frame), hit.unit, *stretches) if not overlap(word, hit)]
    if not found:
        return False
    voided = reading.hits_in(reading.frame(f"not_{frame}"), hit.unit, *stretches)
    return any(not any(overlap(word, v) for v in voided) for word in found)


def overlap(one: Hit, other: Hit) -> bool:
    """Whether the two hits share a word of the unit's own text, or of its headings if that is all one of them has."""
    return any(a.overlaps(b) for a in one.own or one.spans for b in other.own or other.spans)


def grounding(reading: Reading, hit: Hit) -> int:
    """How much stands with the hit that can be gone and seen, from 0.

    That is: a field that says what is done, an act, who, when, how often, how much, a name.
    """
    roles = field_roles(hit)
    score = 2 * any(role in DOING for role in roles)
    acts = reading.hits_in(reading.frame("commitment"), hit.unit, *hit.sentences)
    score += any(not overlap(act, hit) for act in acts)
    score += bool(reading.hits_in(reading.frame("firm"), hit.unit, *hit.sentences))
    return score + any(_NAME.search(sentence.text) is not None for sentence in hit.sentences)


def field_roles(hit: Hit) -> tuple[str, ...]:
    """The roles of the action's fields in which the hit's own words stand; () outside actions."""
    action = hit.unit.action
    if action is None:
        return ()
    return tuple(role for role, blocks in action.fields.items() for span in hit.own if _among(span.block, blocks))


def _among(block: Block, blocks: Sequence[Block]) -> bool:
    return any(block is other for other in blocks)
