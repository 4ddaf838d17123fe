"""How much a plan may ask of the readers of text: past any of these it is refused, with the limit in the message."""

from __future__ import annotations

MAX_BYTES = 3_000_000
"""Bytes of a Markdown or YAML file: thirty times the longest plan known, and still read in a few seconds."""

MAX_DEPTH = 60
"""How deep lists, quotes, mappings and sequences may stand inside one another; people stop at about six."""

MAX_NODES = 100_000
"""Keys, values and items of a YAML file, each counted as often as its anchor is used: aliases cannot explode."""

MAX_KEY = 1_000
"""Characters of a YAML key: a longer one is not a label."""

MAX_DOCUMENTS = 1_000
"""Documents in one YAML file, parted by "---"."""

MAX_PIECES = 45_000
"""Paragraphs, bullets and table cells of a Markdown file: five times the longest plan a trust could print."""

MAX_STEPS = 1_000_000
"""Tries of a rule at a line while Markdown is parsed; only quotes and lists made to be slow take more."""

MAX_INLINE = 20_000
"""Characters of one Markdown paragraph; a longer one is read as it stands, its markup left in."""
