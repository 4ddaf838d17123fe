"""planlint reads a school trust's improvement plan and says what it is silent on and where its rows are broken."""

__version__ = "0.1.0"
