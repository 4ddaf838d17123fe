"""The wheel, as people install it, has the rules in it and lints with them."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel, away from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("planlint-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_every_rule_and_word_list_is_in_it(installed: Path) -> None:
    def rules(folder: Path) -> list[str]:
        return sorted(str(f.relative_to(folder)) for f in folder.rglob("*.yaml"))

    assert rules(installed / "planlint" / "rules") == rules(ROOT / "rules")
    assert (installed / "planlint" / "py.typed").is_file()
    assert (installed / "planlint" / "schemas" / "report.json").is_file()
    assert (installed / "planlint" / "reporters" / "templates" / "page.html").is_file()


def test_it_lints_with_its_own_rules(installed: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    rows = "| Action | Lead | By when |\n|---|---|---|\n| Train the readers | | 26 March 2027 |\n"
    plan.write_text(f"# School improvement plan 2026-27\n\n{rows}", encoding="utf-8")
    run = _planlint(installed, tmp_path, "check", "plan.md", "--select", "actions/missing-lead")
    assert (run.returncode, run.stderr) == (1, "")
    assert "Nobody is named to lead" in run.stdout
    where = "import planlint.vocabulary as v; print(v.rules_folder())"
    assert _python(installed, tmp_path, "-c", where).stdout.strip() == str(installed / "planlint" / "rules")


def _planlint(installed: Path, at: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _python(installed, at, "-m", "planlint", *arguments)


def _python(installed: Path, at: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=at, env=settings, capture_output=True, encoding="utf-8", check=False
    )
