"""The YAML reader: mappings to headings and named values, lists of mappings to grids, comments kept apart."""

from __future__ import annotations

from planlint.readers.decode import decode
from planlint.readers.draft import Draft
from planlint.readers.traced import Source
from planlint.readers.yaml_comments import comments
from planlint.readers.yaml_elements import Document
from planlint.readers.yaml_keys import Keys
from planlint.readers.yaml_nodes import compose
from planlint.vocabulary import Vocabulary


def draft(path: str, data: bytes, vocabulary: Vocabulary) -> Draft:
    """The Draft of a YAML file, every block with its line, column and JSON Pointer.

    `vocabulary` has, in its part "yaml", the keys that stand as headings. Raises ReadError for bytes that are no text,
    for text that is not YAML, with line and column, and for what goes past the limits in `limits`.
    """
    source = Source(path, decode(path, data))
    found = Draft(path, "yaml")
    keys = Keys(vocabulary.part("yaml"))
    roots, scalars = compose(source)
    for number, root in enumerate(roots):
        Document(found, source, keys, f"[{number + 1}]" if number else "").read(root)
    found.aside.extend(comments(source, scalars))
    return found
