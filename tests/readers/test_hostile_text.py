"""Markdown and YAML made to break a reader: each is read or refused with the limit named, soon and in little memory."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planlint.errors import ReadError
from planlint.readers import draft
from planlint.readers.draft import Draft
from planlint.vocabulary import load

N = 20_000
_LAUGHS = "a: &a [l, l, l, l, l, l, l, l, l]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)
_MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{i}: &a{i}\n  <<: [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))

DEEP = "nests lists or quotes more than 60 deep"
MANY = "holds more than 45,000 paragraphs, bullets and cells"
REFUSED = {
    "quotes": ("md", ">" * N + " x\n", DEEP),
    "lists on one line": ("md", "- " * N + "x\n", DEEP),
    "lists in lists": ("md", "".join("  " * i + "* a\n" for i in range(300)), DEEP),
    "lazy lines": ("md", "> " * 59 + "a\n" + "b\n" * 20_000, "take too long to tell apart"),
    "items": ("md", "- a\n" * 60_000, MANY),
    "short rows": ("md", "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|x\n" * 1000, MANY),
    "sequences": ("yaml", "a: " + "[" * 200_000, "nests more than 60 deep"),
    "mappings": ("yaml", "{a: " * 200_000, "nests more than 60 deep"),
    "dashes": ("yaml", "- " * N + "x\n", "nests more than 60 deep"),
    "laughs": ("yaml", _LAUGHS, "holds more than 100,000 values (what '*' repeats is counted each time)"),
    "merges": ("yaml", _MERGES, "holds more than 100,000 values"),
    "text repeated": ("yaml", f"a: &a {'x' * 1000}\n" + f"k: [{'*a, ' * 99}]\n" * 40, "3,000,000 characters"),
    "cycle": ("yaml", "a: &a [x, *a]\n", "'*a' stands inside what it repeats"),
    "cyclic key": ("yaml", "? &k [*k]\n: v\n", "'*k' stands inside what it repeats"),
    "cyclic merge": ("yaml", "a: &a\n  <<: *a\n", "'*a' stands inside what it repeats"),
    "long key": ("yaml", "? " + "k" * 2000 + "\n: v\n", "has a key of more than 1,000 characters"),
    "documents": ("yaml", "---\na: 1\n" * 5000, "holds more than 1,000 documents"),
    "nul": ("yaml", "a: \0\n", "holds a zero byte"),
    "open quote": ("yaml", 'a: "' + "x\n" * 100_000, "a quotation mark is opened and never closed"),
}  # fmt: skip
READ = {
    "brackets": ("md", "[" * 100_000 + "\n"),
    "links": ("md", "[" * N + "a" + "](b)" * N + "\n"),
    "pictures": ("md", "![[]()" * N + "\n"),
    "stars": ("md", "*a **a " * N + "\n"),
    "backticks": ("md", "".join("e" + "`" * i for i in range(1, 500)) + "\n"),
    "comments never closed": ("md", "<!-- " * N + "\n"),
    "cdata": ("md", "a <![CDATA[ " * N + "\n"),
    "tags": ("md", "<div>" * N + "x\n"),
    "half tags": ("md", "<p>\n" + "<a " * N + "\n"),
    "html tables in tables": ("md", "<table><tr><td>" * N + "x\n"),
    "html spans": ("md", "<table><tr><td colspan=999999999 rowspan=999999999>x<tr><td>y</table>\n"),
    "entities": ("md", "&amp;" * N + "\n"),
    "pipes": ("md", "|" * N + "\n" + "-|" * (N // 2) + "\n"),
    "footnotes in footnotes": ("md", "".join(f"[^{i}]: x[^{i + 1}]\n\n" for i in range(5000)) + "[^0]\n"),
    "footnotes in a ring": ("md", "[^1]: a[^2]\n\n[^2]: b[^1]\n\nx[^1]\n"),
    "definitions": ("md", "".join(f"[r{i}]: /u\n" for i in range(N)) + "".join(f"[r{i}] " for i in range(N))),
    "front matter bomb": ("md", "---\n" + _LAUGHS + "---\n# Plan\n"),
    "front matter that calls": ("md", "---\nx: !!python/object/apply:os.system ['touch pwned']\n---\n# Plan\n"),
    "front matter never closed": ("md", "---\n" + "a: b\n" * N),
    "tabs": ("md", "\t" * N + "x\n"),
    "a tag that calls": ("yaml", "x: !!python/object/apply:os.system ['touch pwned']\n"),
    "digits": ("yaml", "n: " + "9" * 1_000_000 + "\n"),
    "base sixty": ("yaml", "n: 1" + ":59" * 5000 + "\n"),
    "bad dates": ("yaml", "a: 2023-02-30\nb: 2023-01-01T25:00:00+99:99\nc: 0000-01-01\n"),
    "merge of a word": ("yaml", "a: {<<: x}\nb: {<<: [x, 1]}\n"),
    "many keys": ("yaml", "".join(f"key{i}: value {i}\n" for i in range(N))),
    "many items": ("yaml", "a: [" + "x, " * 40_000 + "x]\n"),
    "a long plain text": ("yaml", "a: b\n" + "  c\n" * N),
}  # fmt: skip


def read(ending: str, data: bytes) -> Draft:
    start = time.process_time()
    try:
        return draft(f"plan.{ending}", data, load())
    finally:
        assert time.process_time() - start < 10


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_the_limit_named(name: str) -> None:
    ending, text, said = REFUSED[name]
    with pytest.raises(ReadError) as problem:
        read(ending, text.encode())
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("name", READ)
def test_read_in_time(name: str) -> None:
    ending, text = READ[name]
    found = read(ending, text.encode())
    assert found.elements or found.aside


_BITS = [
    *"#-*>|[]()<`~_\\!&;^:{},'\"%@?=+1a \t\n\r\u2028\x85\x00\x1b📚",
    "&a ",
    "*a",
    "<<: ",
    "!!x ",
    "a: ",
    "---\n",
    "\n\n",
]
_BITS += ["- a\n", "|\n  ", ">-\n ", "|-|\n", "[^1]", "[^1]: ", "```\n", "<td>", "<table>", "<!--", "-->", "&amp;"]
_JOINED = st.lists(st.sampled_from(_BITS), max_size=40).map(lambda bits: "".join(bits).encode())
_BYTES = st.one_of(st.binary(max_size=60), _JOINED)


@pytest.mark.parametrize("ending", ["md", "yaml"])
@settings(max_examples=200, deadline=None)
@example(b"a: !!str\n")
@example(b"&a\n")
@example(b"{a, b: }")
@example(b"- ? a\n  : b\n")
@given(_BYTES)
def test_any_bytes_give_a_draft_or_a_read_error(ending: str, data: bytes) -> None:
    try:
        assert isinstance(draft(f"plan.{ending}", data, load()), Draft)
    except ReadError as problem:
        assert "\n" not in str(problem)
