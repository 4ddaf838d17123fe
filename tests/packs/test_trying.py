import pytest

from planlint import packs
from planlint.packs.loading import load
from planlint.packs.trying import try_rules

RULE = """\
message: "'{found}' is vague."
severity: warning
why: Because.
fix: Say it.
check:
  phrases: {patterns: ['\\bsoon\\b', '\\blater\\b'], scope: []}
examples:
  fail:
    - FAIL
  pass:
    - PASS
"""


def _try(folder, fail="We start <<soon>>.", passes="We start in May."):
    path = folder / "plan" / "soon.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.replace("FAIL", fail).replace("PASS", passes), encoding="utf-8")
    loaded = load([folder])
    rule = loaded.rule("plan/soon")
    assert rule is not None
    return [(r.line, r.outcome, r.found) for r in try_rules(loaded, [rule])]


@pytest.mark.parametrize(
    ("fail", "outcome", "found"),
    [
        ("We start <<soon>>.", "ok", ("soon",)),
        ("We start <<soon>>, or <<later>>.", "ok", ("soon", "later")),
        ("We start soon.", "ok", ("soon",)),
        ("We start <<early>>.", "missed", ()),
        ("We start <<soon>>, or later.", "noisy", ("soon", "later")),
        ("We <<start>> soon.", "wrong span", ("soon",)),
        ("Soon or not so soon, we start <<soon>>.", "noisy", ("soon", "soon")),
        ("{action: Begin <<soon>>, lead: RO}", "ok", ("soon",)),
        ("{action: Begin <<now>>, lead: soon}", "wrong span", ("soon",)),
        ("{plan: \"# Plan\\n\\nWe start <<soon>>.\\n\"}", "ok", ("soon",)),
        ("{plan: \"# Plan\\n\\n<<soon>>, we start soon.\\n\"}", "noisy", ("soon", "soon")),
    ],
)  # fmt: skip
def test_an_example_that_must_fail(tmp_path, fail, outcome, found):
    assert _try(tmp_path, fail if fail.startswith("{") else f'"{fail}"')[0] == (9, outcome, found)


def test_an_example_that_must_pass(tmp_path):
    assert _try(tmp_path)[1] == (11, "ok", ())
    assert _try(tmp_path, passes="We start soon.")[1] == (11, "noisy", ("soon",))


def test_a_mark_on_the_same_word_elsewhere_is_a_wrong_span(tmp_path):
    rule = RULE.replace("'\\bsoon\\b', '\\blater\\b'", "'(?<=not )soon'")
    path = tmp_path / "plan" / "soon.yaml"
    path.parent.mkdir()
    path.write_text(rule.replace("FAIL", "We start <<soon>>, not soon.").replace("PASS", "x"), encoding="utf-8")
    loaded = load([tmp_path])
    found = loaded.rule("plan/soon")
    assert found is not None
    assert next(try_rules(loaded, [found])).outcome == "wrong span"


def test_levels_are_compared_for_rules_of_coverage():
    loaded = packs.load()
    rule = loaded.rule("helix/connect")
    assert rule is not None
    results = list(try_rules(loaded, [rule]))
    assert {r.example.level for r in results} == {"addressed", "mentioned", "absent"}
    assert all(r.expected == (r.example.level,) for r in results)
