"""How a plan was read, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planlint.plan import Action, Block, Plan, Section
from planlint.reporters.json import SCHEMA_VERSION, encode, location


def render(plan: Plan) -> bytes:
    """The plan as read, as one JSON document in UTF-8."""
    return encode(document(plan))


def document(plan: Plan) -> dict[str, Any]:
    """The plan as plain lists and mappings."""
    period = plan.period
    return {
        "schema_version": SCHEMA_VERSION,
        "path": plan.path,
        "format": plan.format,
        "title": plan.title,
        "kind": plan.kind,
        "scope": plan.scope,
        "period": period
        and {
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "source": period.source and _block(period.source),
        },
        "words": plan.words,
        "meta": [_block(block) for block in plan.meta],
        "sections": [_section(section) for section in plan.sections],
        "actions": [_action(action) for action in plan.actions],
        "aside": [_block(block) for block in plan.aside],
        "unread": [{"what": u.what, "location": location(u.location)} for u in plan.unread],
        "changes": [{"what": c.what, "text": c.text, "location": location(c.location)} for c in plan.changes],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, "name": block.name, "text": block.text, "location": location(block.location)}


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading and section.heading.text,
        "level": section.level,
        "theme": section.theme,
        "location": section.location and location(section.location),
        "words": sum(len(block.text.split()) for block in section.blocks()),
        "actions": len(section.actions),
        "sections": [_section(inner) for inner in section.sections],
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "origin": action.origin,
        "location": location(action.location),
        "fields": _fields(action.fields),
        "inherited": _fields(action.inherited),
        "offers": sorted(action.offers),
    }


def _fields(fields: Mapping[str, Iterable[Block]]) -> dict[str, list[str]]:
    return {role: [block.text for block in blocks] for role, blocks in fields.items()}
