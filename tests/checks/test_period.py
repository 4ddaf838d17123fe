import pytest

from checking import patterns, remarks
from planlint.checks.period import check

PLAN = "# Larkhill Primary improvement plan\n{}\n## Actions\n\n- Read daily\n- Sing daily\n"


def _count(text, **options):
    return len(remarks(check, text, name="plan.markdown", kinds=("action-plan",), **options))


@pytest.mark.parametrize(("line", "count"), [("", 1), ("\nThis is a rolling plan.\n", 0), ("\nFor 2026-27.\n", 0)])
def test_a_plan_says_which_days_it_is_for(line, count):
    assert _count(PLAN.format(line), rolling=patterns("rolling")) == count
