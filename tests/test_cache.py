from __future__ import annotations

import hashlib
import os
import zlib
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from planlint.cache import LARGEST, Cache, files_key, key_of, program_key, standard
from planlint.errors import PlanlintError

KEY = key_of("a")
VALUE = {"plan": ("words " * 50, 1)}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept")


def entry(cache: Cache) -> Path:
    ((path, _),) = cache.entries()
    return path


def test_what_is_kept_is_found_and_nothing_else(cache: Cache) -> None:
    assert cache.read(KEY) is None
    cache.write(KEY, VALUE)
    assert cache.read(KEY) == VALUE
    assert cache.read(key_of("b")) is None


def test_an_entry_with_any_byte_changed_cut_off_or_added_counts_as_missing(cache: Cache) -> None:
    cache.write(KEY, VALUE)
    path = entry(cache)
    whole = path.read_bytes()
    damaged = [whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :] for n in range(len(whole))]
    damaged += [whole[:n] for n in range(len(whole))] + [whole + b"x", b"\x80\x04]\x94."]
    found = []
    for data in damaged:
        path.write_bytes(data)
        found.append(cache.read(KEY))
    assert found == [None] * len(damaged)
    cache.write(KEY, VALUE)
    assert cache.read(KEY) == VALUE


def test_an_entry_of_another_key_counts_as_missing(cache: Cache) -> None:
    cache.write(KEY, VALUE)
    other = key_of("b")
    foreign = cache.folder / other[:2] / f"{other}.entry"
    foreign.parent.mkdir(exist_ok=True)
    entry(cache).rename(foreign)
    assert cache.read(other) is None


@pytest.mark.parametrize(
    "text", [f"{KEY}\n[[0]]".encode(), f"{KEY}\n[".encode(), KEY.encode(), b"\xff", b"0" * (LARGEST + 1)]
)  # fmt: skip
def test_a_well_packed_entry_that_planlint_never_wrote_counts_as_missing(cache: Cache, text: bytes) -> None:
    cache.write(KEY, VALUE)
    body = zlib.compress(text)
    entry(cache).write_bytes(hashlib.sha256(body).hexdigest().encode() + body)
    assert cache.read(KEY) is None


def test_an_entry_of_another_user_counts_as_missing(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write(KEY, VALUE)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert cache.read(KEY) is None


def test_what_cannot_be_kept_is_not_and_leaves_nothing(cache: Cache) -> None:
    cache.write(KEY, object())
    assert cache.entries() == []


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "kept")
    cache.write(KEY, VALUE)
    cache.prune()
    assert (cache.read(KEY), cache.entries(), cache.clear()) == (None, [], 0)


def test_those_used_longest_ago_give_way_to_the_room(cache: Cache) -> None:
    keys = [key_of(n) for n in range(10)]
    for n, key in enumerate(keys):
        cache.write(key, os.urandom(600).hex())
        os.utime(cache._path(key), (n, n))
    assert cache.read(keys[0]) is not None  # and so is used again
    size = sum(stat.st_size for _, stat in cache.entries())
    Cache(cache.folder, size // 2).prune()
    assert [n for n, key in enumerate(keys) if cache.read(key)] == [0, 8, 9]
    Cache(cache.folder, size).prune()
    assert len(cache.entries()) == 3


def test_clearing_takes_away_entries_and_what_cut_off_runs_left_and_nothing_else(cache: Cache) -> None:
    cache.write(KEY, VALUE)
    folder = entry(cache).parent
    (folder / ".half-written").write_bytes(b"x")
    (cache.folder / "mine.txt").write_text("mine")
    assert cache.clear() == 2
    assert [p.name for p in cache.folder.iterdir()] == ["mine.txt"]


def _write_and_read(cache: Cache, number: int) -> bool:
    for _ in range(30):
        cache.write(KEY, ["words " * 2000, number])
        found = cache.read(KEY)
        if found is None or found[0] != "words " * 2000:
            return False
    return True


def test_runs_at_once_never_see_half_an_entry(cache: Cache) -> None:
    with ProcessPoolExecutor(4) as pool:
        assert all(pool.map(partial(_write_and_read, cache), range(4)))
    assert [path.suffix for path, _ in cache.entries()] == [".entry"]


def test_keys_part_what_could_run_together() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of(b"abc"), key_of("abc", "")}) == 5


def test_the_key_of_files_follows_their_names_and_bytes(tmp_path: Path) -> None:
    def key() -> str:
        return files_key([tmp_path])

    keys = [key()]
    (tmp_path / "a.yaml").write_text("a: 1")
    keys.append(key())
    (tmp_path / "a.yaml").write_text("a: 2")
    keys.append(key())
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    keys.append(key())
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "check.py").write_text("")
    keys.append(key())
    assert len(set(keys)) == 5
    (tmp_path / "notes.txt").write_text("no rule")
    assert key() == keys[-1]
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(PlanlintError, match=r"gone\.yaml: cannot be read"):
        key()


def test_the_programs_own_key_is_the_same_within_a_run() -> None:
    assert program_key() == program_key.__wrapped__()


def test_the_environment_names_the_folder_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLINT_CACHE_DIR", "here")
    assert standard() == Cache(Path("here"))
    monkeypatch.setenv("PLANLINT_CACHE_DIR", "")
    assert standard() is None
    monkeypatch.delenv("PLANLINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    found = standard()
    assert found
    assert found.folder.name == "planlint"
