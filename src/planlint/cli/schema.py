"""`planlint schema`: the shapes of files that planlint writes and reads."""

from __future__ import annotations

from importlib import resources

import click

from planlint.cli.streams import write


def schemas() -> list[str]:
    """The names of the schemas in the package."""
    folder = resources.files("planlint") / "schemas"
    return sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json"))


@click.command(short_help="Print the shape of a file that planlint writes or reads.")
@click.argument("name", type=click.Choice(schemas()), metavar="NAME")
def schema(name: str) -> None:
    """Print a JSON Schema: the shape of a file that planlint writes or reads.

    "report" is what `planlint check --format json` prints. "plan" is a layout to start a YAML plan from; following it
    is not needed for a plan to be read. "config" is what .planlint.yaml holds,
    "rule" what a rule file holds; editors can use them.
    """
    write((resources.files("planlint") / "schemas" / f"{name}.json").read_bytes())
