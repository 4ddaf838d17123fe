"""A report without names, as `--blind` wants it: labels in the place of people, schools, trusts and files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from planlint.batch.blinding import Key, Mask, blinded
from planlint.naming import names
from planlint.report import Failure, Mended, Report
from planlint.vocabulary import Vocabulary


def unnamed(report: Report, vocabulary: Vocabulary) -> Report:
    """The report with the same label for the same name in all its plans; files are called "plan-0001.docx"."""
    files = dict.fromkeys([p.plan.path for p in report.plans] + [f.path for f in report.failures])
    files |= dict.fromkeys(m.path for m in report.mended or ())
    paths = {path: f"plan-{number:04d}{PurePath(path).suffix.lower()}" for number, path in enumerate(files, 1)}
    key = Key()
    masks = key.add((number, names(plan.plan, vocabulary)) for number, plan in enumerate(report.plans, 1))
    shared = key.shared()
    plans = tuple(
        blinded(plan, masks[number].beside(shared, {plan.plan.path: paths[plan.plan.path]}))
        for number, plan in enumerate(report.plans, 1)
    )
    failures = tuple(replace(f, path=paths[f.path], error=_called(f, paths)) for f in report.failures)
    mended = None if report.mended is None else tuple(_mended(m, shared, paths) for m in report.mended)
    return replace(report, plans=plans, failures=failures, mended=mended)


def _called(failure: Failure, paths: dict[str, str]) -> str:
    return failure.error.replace(failure.path, paths[failure.path])


def _mended(mended: Mended, shared: Mask, paths: dict[str, str]) -> Mended:
    return replace(mended, path=paths[mended.path], about=shared.ready(mended.about).text(mended.about))
