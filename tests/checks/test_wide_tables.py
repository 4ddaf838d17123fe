from checking import patterns, remarks, table
from planlint.checks.wide_tables import check


def _found(text, **options):
    settings = {"most_columns": 3, "most_words": 5, "long_cell": "long", **options}
    return [(r.values["count"], r.message) for r in remarks(check, text, **settings)]


def test_too_many_columns_of_an_action_table():
    text = table("Action | Lead | By when | Cost", "Read | AB | May 2027 | £5")
    assert _found(text) == [("4", None)]
    assert _found(text, except_for=patterns("Cost")) == []
    assert _found(table("A | B | C | D", "1 | 2 | 3 | 4")) == []


def test_the_longest_cell():
    text = table("Action | Lead | Cost", "Read one two three four five | AB | £5", "Sing | AB | £6")
    assert _found(text) == [("6", "long")]
