"""Findings known from before: kept in a file by their fingerprints, with how often each stands in a plan."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from planlint.errors import ConfigError
from planlint.report import Finding, Mended, PlanReport, Report, Suppression

VERSION = "1"
REASON = "known from the baseline"
EXCERPT = 80
_REMEDY = "mend it, or take it away and write it anew with --update-baseline"
_ALIKE = 0.5  # what two states of a plan have in common, as git has it for files that are renamed


@dataclass(frozen=True, slots=True)
class Known:
    """One known finding: its rule, what it is about, and how often it stands in the plan."""

    rule: str
    excerpt: str
    count: int


@dataclass(frozen=True)
class Baseline:
    """The known findings of each plan by fingerprint. Plans are named from the baseline's own folder."""

    path: Path
    plans: Mapping[str, Mapping[str, Known]] = field(default_factory=dict)

    def name(self, plan: str) -> str:
        """What a plan is called in this file, wherever planlint is run from."""
        folder = self.path.absolute().parent
        return os.path.relpath(os.path.abspath(plan), folder).replace(os.sep, "/")  # noqa: PTH100 - links as named

    def is_there(self, name: str) -> bool:
        """Whether the plan of that name is still a file."""
        return (self.path.absolute().parent / name).is_file()


def load(path: Path) -> Baseline:
    """The baseline in this file. Raises ConfigError if it is not there or not one."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        remedy = "check the name, or make it with --update-baseline"
        raise ConfigError(str(path), "there is no such baseline", remedy) from problem
    except (OSError, ValueError) as problem:
        raise ConfigError(str(path), f"cannot be read as a baseline ({problem})", _REMEDY) from problem
    if not isinstance(found, dict) or found.get("baseline_version") != VERSION:
        raise ConfigError(str(path), "is no baseline that this planlint knows", _REMEDY)
    try:
        plans = {str(name): dict(map(_known, entries)) for name, entries in found["plans"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        raise ConfigError(str(path), "is not whole", _REMEDY) from problem
    return Baseline(path, plans)


def _known(entry: Mapping[str, Any]) -> tuple[str, Known]:
    count = entry["count"]
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise ValueError("count")
    return str(entry["fingerprint"]), Known(str(entry["rule"]), str(entry["about"]), count)


def renames(report: Report, baseline: Baseline) -> dict[str, str]:
    """Plans of the report that the baseline knows by another name: the old name of each, by its new one.

    The old one is no longer there, and at least half of the findings of both about words of the plan are the same.
    What is said of components, or of a plan as a whole, any two plans may share, so it tells nothing.
    """
    ran = {rule.id for rule in report.rules}
    gone = [name for name in baseline.plans if not baseline.is_there(name)]
    alike = []
    for plan in report.plans if gone else ():
        name = baseline.name(plan.plan.path)
        models = tuple(f"{coverage.model}/" for coverage in plan.coverage)
        told = [f for f in plan.findings if _counts(f) and (f.context or f.found) and not f.rule.startswith(models)]
        for old in gone if name not in baseline.plans else ():
            known = {k: e for k, e in baseline.plans[old].items() if e.rule in ran and not e.rule.startswith(models)}
            common = Counter(f.fingerprint for f in told) & Counter({key: entry.count for key, entry in known.items()})
            shared = common.total()
            if shared and shared >= _ALIKE * max(len(told), sum(entry.count for entry in known.values())):
                alike.append((-shared, name, old))
    found: dict[str, str] = {}
    for _, name, old in sorted(alike):
        if name not in found and old not in found.values():
            found[name] = old
    return found


def _followed(report: Report, baseline: Baseline) -> Baseline:
    """The baseline with plans that have been renamed under their new names."""
    new = {old: name for name, old in renames(report, baseline).items()}
    return replace(baseline, plans={new.get(name, name): entries for name, entries in baseline.plans.items()})


def apply(report: Report, baseline: Baseline, mandatory: frozenset[str] = frozenset()) -> Report:
    """The report with known findings kept quiet and what is mended listed.

    A fingerprint keeps as many findings quiet as it has stood for before, the first in reading order; one more of them
    is new. Findings of mandatory rules are never kept quiet. Plans that are no longer there count as mended, if
    they were not renamed; plans that were not read and rules that were not run this time do not.
    """
    baseline = _followed(report, baseline)
    ran = {rule.id for rule in report.rules}
    plans, mended = [], list[Mended]()
    for plan in report.plans:
        known = baseline.plans.get(baseline.name(plan.plan.path), {})
        found, rest = _quieted(plan, known, mandatory)
        plans.append(found)
        gone = ((known[key], count) for key, count in rest.items() if count > 0 and known[key].rule in ran)
        mended += _in_order(Mended(plan.plan.path, entry.rule, entry.excerpt, count) for entry, count in gone)
    for name in sorted(name for name in baseline.plans if not baseline.is_there(name)):
        entries = baseline.plans[name].values()
        mended += _in_order(Mended(name, entry.rule, entry.excerpt, entry.count, gone=True) for entry in entries)
    return replace(report, plans=tuple(plans), mended=tuple(mended))


def _in_order(mended: Iterable[Mended]) -> list[Mended]:
    return sorted(mended, key=lambda one: (one.rule, one.about))


def _quieted(
    plan: PlanReport, known: Mapping[str, Known], mandatory: frozenset[str]
) -> tuple[PlanReport, Counter[str]]:
    """The plan with its known findings quiet, and how many of each known one were not found."""
    left = Counter({key: entry.count for key, entry in known.items()})
    findings = []
    for finding in plan.findings:
        if _counts(finding, mandatory) and left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            findings.append(replace(finding, suppressed=Suppression(REASON, None, "baseline")))
        else:
            findings.append(finding)
    return replace(plan, findings=tuple(findings)), left


def _counts(finding: Finding, mandatory: frozenset[str] = frozenset()) -> bool:
    return finding.suppressed is None and finding.rule not in mandatory


def renewed(report: Report, baseline: Baseline, mandatory: frozenset[str] = frozenset()) -> Baseline:
    """The baseline with what stands in the plans of this report, before any of it was kept quiet by a baseline.

    What is known of other plans stays, if they are still there, and so does what is known of rules that were not run:
    a run over some plans with some rules does not forget the rest.
    """
    baseline = _followed(report, baseline)
    ran = {rule.id for rule in report.rules}
    plans = {name: entries for name, entries in baseline.plans.items() if baseline.is_there(name)}
    for plan in report.plans:
        name = baseline.name(plan.plan.path)
        kept = {key: known for key, known in plans.pop(name, {}).items() if known.rule not in ran}
        entries = kept | dict(_entries([f for f in plan.findings if _counts(f, mandatory)]))
        if entries:
            plans[name] = entries
    return Baseline(baseline.path, plans)


def _entries(findings: Sequence[Finding]) -> Iterator[tuple[str, Known]]:
    counts = Counter(finding.fingerprint for finding in findings)
    first = {finding.fingerprint: finding for finding in reversed(findings)}
    for fingerprint, finding in first.items():
        about = " ".join((finding.context or finding.found or finding.message).split())
        excerpt = about if len(about) <= EXCERPT else about[: EXCERPT - 1].rstrip() + "…"
        yield fingerprint, Known(finding.rule, excerpt, counts[fingerprint])


def render(baseline: Baseline) -> str:
    """The baseline as JSON, the same for the same findings: plans by name, findings by rule and fingerprint."""
    plans = {
        name: [
            {"rule": known.rule, "fingerprint": key, "count": known.count, "about": known.excerpt}
            for key, known in sorted(entries.items(), key=lambda item: (item[1].rule, item[0]))
        ]
        for name, entries in sorted(baseline.plans.items())
    }
    return json.dumps({"baseline_version": VERSION, "plans": plans}, ensure_ascii=False, indent=1) + "\n"
