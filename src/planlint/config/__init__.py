"""`.planlint.yaml`: what holds for a plan, and where each value stands."""

from planlint.config.choosing import Configs
from planlint.config.finding import NAME, find, shown
from planlint.config.keys import KEYS
from planlint.config.model import Config, Entry, Origin
from planlint.config.reading import load, loads

__all__ = ["KEYS", "NAME", "Config", "Configs", "Entry", "Origin", "find", "load", "loads", "shown"]
