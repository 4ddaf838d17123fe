"""Rules as data: read from YAML, bound to their checks, run over plans, tried on their examples."""

from planlint.packs.folders import find_pack
from planlint.packs.loading import Packs, load, read_rule, with_examples
from planlint.packs.models import Model, Part
from planlint.packs.running import CheckCrash, Prepared, prepare

__all__ = [
    "CheckCrash", "Model", "Packs", "Part", "Prepared", "find_pack", "load", "prepare", "read_rule", "with_examples",
]  # fmt: skip
