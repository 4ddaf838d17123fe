"""A day in a repository of thirty plans: a hook, a baseline, plans that get better and worse, a rule of one's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import yaml

import published

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
PLAN = "plans/middling-trust-2.md"
WORD = "plans/middling-trust-1.docx"
BASELINE = ("--baseline", ".planlint-baseline.json")
CONFIG = "today: {today}\nselect: [{select}]\n{more}"
FEW = "actions/missing-lead, actions/missing-deadline, plan/placeholder, suppressions"
ROW = "| 1.4 | Buy in the online homework platform for Years 7 to 11. | {} | 30 September 2026 |"
LEAD = ROW.format("Neil Farrow")
MESSAGE = "Nobody is named to lead 'Buy in the online homework platform for Years 7 to 11.'."
SILENT = " <!-- planlint: ignore actions/missing-lead -- the post is advertised, until 2027-01-31 -->"
RULE = """message: "'{found}' is a word that this trust no longer uses."
severity: error
why: The board agreed in June to name the people who are meant.
fix: Name the schools or the people.
check:
  phrases:
    cues: [champions]
examples:
  fail:
    - Mathematics <<champions>> in every school.
  pass:
    - Two mathematics leaders in every school.
"""


@dataclass(frozen=True)
class Repository:
    """A repository of plans, and those who commit to it."""

    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command, in the repository, with a cache and a home of its own."""
        settings = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        room = self.folder.parent
        settings |= {"PLANLINT_CACHE_DIR": str(room / "cache"), "PRE_COMMIT_HOME": str(room / "pre-commit"),
                     "PRE_COMMIT_COLOR": "never", "LC_ALL": "C.UTF-8"}  # fmt: skip
        return subprocess.run(
            command, cwd=self.folder, env=settings, capture_output=True, encoding="utf-8", check=False
        )

    def planlint(self, *arguments: str) -> tuple[int, str, str]:
        """planlint's status and what it says on both streams."""
        done = self.run(sys.executable, "-m", "planlint", *arguments)
        return done.returncode, done.stdout, done.stderr

    def check(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """The status of a check against the baseline, and its report."""
        status, out, err = self.planlint("check", *BASELINE, "--format", "json", *arguments)
        assert out, err
        return status, json.loads(out)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))

    def configure(self, today: str = "2026-10-01", select: str = FEW, more: str = "") -> None:
        self.write(".planlint.yaml", CONFIG.format(today=today, select=select, more=more))

    def commit(self, what: str) -> tuple[bool, str]:
        """Whether a commit of everything goes through, and what the hooks say."""
        self.run("git", "add", "-A")
        done = self.run("git", "commit", "-m", what)
        return done.returncode == 0, " ".join((done.stdout + done.stderr).split())

    def undo(self) -> None:
        self.run("git", "reset", "-q", "--hard")


def test_a_day(tmp_path: Path) -> None:
    repository = _start(tmp_path / "trust")
    _adopt_a_baseline(repository)
    _change_what_does_not_matter(repository)
    _break_a_plan(repository)
    _silence_it_with_a_reason_and_let_it_expire(repository)
    _mend_one(repository)
    _draft_in_word(repository)
    _add_a_rule(repository)
    _hand_over_to_machines_and_a_reviewer(repository)


def _start(folder: Path) -> Repository:
    """Thirty plans, and the hooks that planlint offers, run from where it stands."""
    repository = Repository(folder)
    (folder / "plans").mkdir(parents=True)
    originals = sorted(p for p in FIXTURES.iterdir() if p.suffix in {".docx", ".md", ".yaml"})
    for n in range(30):
        original = originals[n % len(originals)]
        copy = folder / "plans" / f"{original.stem}-{n // len(originals) + 1}{original.suffix}"
        copy.write_bytes(original.read_bytes())
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        hook |= {"entry": hook["entry"].replace("planlint", f"{sys.executable} -m planlint", 1), "language": "system"}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks[1:]}]}))
    repository.configure()
    repository.run("git", "init", "-q", "-b", "main")
    for key, value in (("user.name", "A Clerk"), ("user.email", "clerk@example.org"), ("commit.gpgsign", "false")):
        repository.run("git", "config", key, value)
    assert repository.commit("Start")[0]
    assert repository.run(sys.executable, "-m", "pre_commit", "install").returncode == 0
    return repository


def _adopt_a_baseline(repository: Repository) -> None:
    assert repository.planlint("check", "plans", "--quiet")[0] == 1
    status, _, err = repository.planlint("check", "plans", "--quiet", *BASELINE, "--update-baseline")
    assert status == 0
    assert " are known from now on." in err
    assert repository.commit("Adopt a baseline")[0]
    status, report = repository.check("plans")
    assert (status, report["summary"]["plans"], report["summary"]["findings"]["error"]) == (0, 30, 0)
    assert report["mended"] == []


def _change_what_does_not_matter(repository: Repository) -> None:
    repository.write("README.md", "# Our plans\n")
    passed, told = repository.commit("Say what this is")
    assert passed
    assert told.count("(no files to check)") == 2
    repository.edit(PLAN, "## Introduction", "We thank all who helped.\n\n## Foreword")
    repository.edit(PLAN, "## Objective 1: Mathematics", "## Objective 1: Numbers for life")
    passed, told = repository.commit("Rename two headings and push everything down")
    assert passed, told
    assert "Passed" in told
    repository.run("git", "mv", "plans/weak-primary-1.md", "plans/primary-school.md")
    passed, told = repository.commit("Rename a plan")
    assert passed, told


def _break_a_plan(repository: Repository) -> None:
    repository.edit(PLAN, LEAD, ROW.format(""))
    line = repository.read(PLAN).split("| 1.4 |")[0].count("\n") + 1
    passed, told = repository.commit("Take the lead out")
    assert not passed
    assert MESSAGE in told
    assert f"row 1.4 (line {line})" in told
    assert "Mathematics champions" not in told  # that row's is known
    status, report = repository.check(PLAN)
    assert status == 1
    assert [f["message"] for f in report["plans"][0]["findings"]] == [MESSAGE]
    status, out, _ = repository.planlint("diff", f"HEAD:{PLAN}", PLAN)
    assert status == 1
    assert MESSAGE in " ".join(out.split())


def _silence_it_with_a_reason_and_let_it_expire(repository: Repository) -> None:
    broken = ROW.format("")
    repository.edit(PLAN, broken, broken + SILENT.split(" -- ")[0] + " -->")
    passed, told = repository.commit("Silence it without a reason")
    assert not passed
    assert "suppressions/without-reason" in told
    repository.edit(PLAN, SILENT.split(" -- ")[0] + " -->", SILENT)
    passed, told = repository.commit("Silence it with one")
    assert passed, told
    _, report = repository.check(PLAN, "--show-suppressed")
    quiet = [f["suppressed"] for f in report["plans"][0]["findings"] if f["message"] == MESSAGE]
    assert quiet == [{"reason": "the post is advertised", "until": "2027-01-31", "by": "inline"}]
    repository.configure(today="2027-02-01")
    status, report = repository.check(PLAN)
    assert status == 1
    assert sorted(f["rule"] for f in report["plans"][0]["findings"]) == ["actions/missing-lead", "suppressions/expired"]
    repository.configure()  # back in October, what was read of the other plans holds again
    repository.edit(PLAN, broken + SILENT, LEAD)
    passed, told = repository.commit("Name the lead at last")
    assert passed, told


def _mend_one(repository: Repository) -> None:
    repository.edit(PLAN, "champions in every school. | |", "champions in every school. | Neil Farrow |")
    passed, told = repository.commit("Name who leads the champions")
    assert passed, told
    status, report = repository.check("plans")
    assert status == 0
    assert [(m["path"], m["rule"], m["count"]) for m in report["mended"]] == [(PLAN, "actions/missing-lead", 1)]
    known = repository.read(".planlint-baseline.json")
    assert repository.planlint("check", "plans", "-q", *BASELINE, "--update-baseline")[0] == 0
    assert len(repository.read(".planlint-baseline.json")) < len(known)
    assert repository.check("plans")[1]["mended"] == []
    assert repository.commit("Forget what is mended")[0]
    status, out, _ = repository.planlint("diff", f"HEAD~2:{PLAN}", PLAN)
    assert status == 0
    assert "Mended: 1 error" in out


def _draft_in_word(repository: Repository) -> None:
    path = str(repository.folder / WORD)
    draft = docx.Document(path)
    row = next(row for table in draft.tables for row in table.rows if row.cells[0].text == "1.2")
    row.cells[2].text = ""
    draft.save(path)
    passed, told = repository.commit("Save from Word")
    assert not passed
    assert f"{WORD}: " in told
    assert "row 1.2" in told
    status, out, _ = repository.planlint("diff", f"HEAD:{WORD}", WORD, "--format", "json")
    assert status == 1
    (new,) = json.loads(out)["findings"]["new"]
    assert (new["rule"], new["location"]["label"]) == ("actions/missing-lead", "Objective 1, row 1.2")
    repository.undo()


def _add_a_rule(repository: Repository) -> None:
    repository.write("rules/house/no-champions.yaml", RULE.replace("<<champions>>", "champions <<in>>"))
    repository.configure(select=f"{FEW}, house", more="packs: [rules]\n")
    passed, told = repository.commit("Add a rule that does not hold")
    assert not passed
    assert "wrong span rules/house/no-champions.yaml" in told
    repository.write("rules/house/no-champions.yaml", RULE)
    passed, told = repository.commit("Add a rule")
    assert passed, told
    status, report = repository.check("plans")
    found = {f["location"]["path"] for plan in report["plans"] for f in plan["findings"]}
    assert status == 1
    assert found and all("middling-trust" in path or "weak" in path for path in found)
    assert {f["rule"] for plan in report["plans"] for f in plan["findings"]} == {"house/no-champions"}
    row = "| 1.5 | {} in every school. | Neil Farrow | 18 December 2026 | {} | |"
    repository.edit(PLAN, row.format("Mathematics champions", "TBC"), row.format("Two mathematics leaders", "£400"))
    passed, told = repository.commit("Keep to the new rule")
    assert passed, told


def _hand_over_to_machines_and_a_reviewer(repository: Repository) -> None:
    repository.edit(PLAN, LEAD, ROW.format("") + SILENT.replace("2027-01-31", "2027-07-31"))
    status, out, _ = repository.planlint("check", "plans", *BASELINE, "--format", "sarif")
    log = json.loads(out)
    assert status == 1
    assert list(published.validator(published.SARIF).iter_errors(log)) == []
    kinds = [s["kind"] for result in log["runs"][0]["results"] for s in result["suppressions"]]
    assert set(kinds) == {"external", "inSource"}
    assert repository.planlint("check", PLAN, *BASELINE, "-q")[0] == 0
    review = ("--reviewer", "--select", "actions/missing-lead", "--today", "2026-10-01", "--format", "json")
    status, out, _ = repository.planlint("check", PLAN, *review)
    (plan,) = json.loads(out)["plans"]
    assert status == 1
    assert MESSAGE in [f["message"] for f in plan["findings"]]
    assert [f["suppressed"]["reason"] for f in plan["overruled"]] == ["the post is advertised"]
