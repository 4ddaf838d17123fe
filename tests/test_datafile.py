"""The project's own YAML: words stay words."""

from planlint import datafile


def test_only_true_and_false_are_no_words() -> None:
    found = datafile.loads("words: [no, on, Off, yes, y]\nenabled: false\nsix: True\n", "words.yaml")
    assert found == {"words": ["no", "on", "Off", "yes", "y"], "enabled": False, "six": True}
