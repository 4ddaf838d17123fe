"""Words or patterns that stand somewhere in the plan, or in some fields of its actions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language import Hit, Span
from planlint.plan import Action, Block
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    cues: Cues = NO_CUES,
    patterns: tuple[re.Pattern[str], ...] = (),
    except_for: Cues = NO_CUES,
    scope: tuple[str, ...] = (),
    whole: bool = False,
) -> Iterator[Remark]:
    """One remark for each stretch, in reading order; of stretches that overlap, the longest.

    cues:       what to find, as cues; patterns: as regular expressions, for marks that are not words.
    except_for: cues that void what shares a word with them.
    scope:      roles of fields to look in; everywhere, if none is given.
    whole:      only where the words are all that the block or cell holds.
    """
    spared = [span for hit in reading.hits(except_for) for span in hit.own]
    found = [span for hit in reading.hits(cues) if (span := _whole_span(hit))]
    blocks = [(unit.index, block) for unit in reading.units for block in unit.blocks]
    found += [Span(b, m.start(), m.end()) for _, b in blocks for p in patterns for m in p.finditer(b.text)]
    order = {id(block): n for n, (_, block) in enumerate(blocks)}
    actions = {id(block): action for action in reading.plan.actions for own in action.fields.values() for block in own}
    taken: list[Span] = []
    for span in sorted(found, key=lambda s: (order[id(s.block)], s.start, -s.end)):
        if any(span.overlaps(other) for other in (*taken, *spared)):
            continue
        action = actions.get(id(span.block))
        if _in_scope(span.block, action, scope) and (not whole or _is_whole(span)):
            taken.append(span)
            yield Remark(span.location, found=span.text, context=action.summary if action else span.block.text)


def _whole_span(hit: Hit) -> Span | None:
    """From the first to the last of the hit's words in one block of the unit's own text."""
    own = hit.own
    same = [span for span in own if span.block is own[0].block]
    return Span(same[0].block, same[0].start, same[-1].end) if same else None


def _in_scope(block: Block, action: Action | None, scope: tuple[str, ...]) -> bool:
    if not scope:
        return True
    return action is not None and any(block is own for role in scope for own in action.fields.get(role, ()))


def _is_whole(span: Span) -> bool:
    rest = span.block.text[: span.start] + span.block.text[span.end :]
    return not any(c.isalnum() for c in rest)
