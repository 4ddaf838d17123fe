"""The report as commands to a GitHub workflow, which shows each as an annotation beside its line.

The form is described at https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from planlint.report import Finding, Report
from planlint.reporters.describe import rules_used
from planlint.reporters.places import place, relative
from planlint.reporters.plain import one_line
from planlint.rule import Severity

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report) -> str:
    """One command a line: a finding that is not silenced, or a file that could not be read.

    Last, for the log alone, comes a line with the rules that the report was made with.
    """
    failures = [_command("error", {"file": relative(f.path), "title": "not read"}, f.error) for f in report.failures]
    used = one_line(rules_used(report.packs))
    return "".join([*failures, *map(_finding, report.findings()), f"planlint. {used}\n" if used else ""])


def _finding(finding: Finding) -> str:
    spot = finding.location
    about: dict[str, str | int | None] = {"file": relative(spot.path), "line": spot.line, "endLine": spot.end_line}
    if spot.line == spot.end_line:  # columns are heeded within one line only
        about |= {"col": spot.column, "endColumn": spot.end_column}
    where = "" if spot.line else place(spot)
    message = f"{where}: {finding.message}" if where else finding.message
    return _command(COMMANDS[finding.severity], about | {"title": finding.rule}, f"{message} {finding.fix}")


def _command(name: str, about: dict[str, str | int | None], message: str) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in about.items() if value)
    return f"::{name} {told}::{_data(one_line(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
