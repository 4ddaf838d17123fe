"""How far moderators and planlint agree, as a table of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planlint.reporters.plain import one_line, shorten

_NAME, _SHOWN = 32, 20
_HEADS = "n  same kappa"
_LEGEND = (
    "Kappa is 1 for full agreement and 0 for as much as chance would give; of few ratings it says little.",
    "Weighted, it takes levels next to each other for half a disagreement.",
)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two agree on a component.

    count: ratings that both have given; same: those that are the same; kappa: Cohen's, 1 for full agreement and 0 for
    no more than chance (Cohen 1960), weighted: the same with half a disagreement for levels next to each other (Cohen
    1968); None where chance alone would have them agree always.
    """

    count: int
    same: int
    kappa: float | None
    weighted: float | None


def render(found: Mapping[str, Mapping[Pair, Agreement]], against: Sequence[tuple[str, str, str, str]]) -> str:
    """One line a component, the last one for all of them.

    against: plan, component, what the moderators say and what planlint says, where they differ.
    """
    pairs = list(dict.fromkeys(pair for rows in found.values() for pair in rows))
    names = [" and ".join(name.removeprefix("Moderator ") for name in pair) for pair in pairs]
    lines = ["".ljust(_NAME) + "".join(f"{name:>16}" for name in names)]
    lines.append("Component".ljust(_NAME) + "".join(f"{_HEADS:>16}" for _ in pairs))
    for component, rows in found.items():
        name = shorten(one_line(component), _NAME - 1).ljust(_NAME)
        lines.append(name + "".join(_cell(rows.get(pair)) for pair in pairs))
    last = list(found.values())[-1]
    weighted = "; ".join(f"{name} {_share(last[pair].weighted)}" for pair, name in zip(pairs, names, strict=True))
    lines += ["", f"Weighted kappa, all components: {weighted}.", *_LEGEND]
    if against:
        lines += ["", f"Where the moderators say otherwise than planlint: {len(against)}"]
    for plan, component, said, not_this in against[:_SHOWN]:
        lines.append(f"  {one_line(plan)}, {one_line(component)}: {said}, not {not_this}")
    if len(against) > _SHOWN:
        lines.append(f"  and {len(against) - _SHOWN} more")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cell(agreement: Agreement | None) -> str:
    if agreement is None:
        return f"{'-':>16}"
    return f"{agreement.count:>4}{round(100 * agreement.same / agreement.count):>5}%{_share(agreement.kappa):>6}"


def _share(kappa: float | None) -> str:
    return "-" if kappa is None else f"{kappa:.2f}"
