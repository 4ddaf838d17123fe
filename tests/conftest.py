"""What holds for every test."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test reads its plans afresh, and none leaves anything in the cache of whoever runs them."""
    monkeypatch.setenv("PLANLINT_CACHE_DIR", "")
