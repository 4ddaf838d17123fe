from __future__ import annotations

import gc

import pytest

from planlint.collecting import seldom, uncollected


def test_nothing_is_looked_for_meanwhile_and_what_lives_is_left_out_of_later_searches() -> None:
    before = gc.get_freeze_count()
    with uncollected():
        assert not gc.isenabled()
        kept = [[number] for number in range(100)]
    assert gc.isenabled() and gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()


def test_it_is_looked_for_again_after_an_error_and_not_if_it_was_off() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_searches_are_seldom_for_a_while() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="broken"), seldom():
        assert gc.get_threshold() > before
        raise ValueError("broken")
    assert gc.get_threshold() == before
