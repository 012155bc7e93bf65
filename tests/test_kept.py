"""Examples kept on disk between runs (`grader.judge.kept`)."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from grader.judge import Judge, kept
from grader.judge.corpus import Corpus, draw, seed_of
from grader.judge.properties import Property

MANDATORY = ("broadcasting_add", "gather", "conv_output_size", "xavier_init", "focal_loss", "lenet_forward")


@dataclasses.dataclass(frozen=True)
class Walk:
    """A record of a property file's own."""

    steps: int
    weights: torch.Tensor


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept.remove_unused.cache_clear()
    return tmp_path / "tensorgrade" / "examples"


def properties(judge: Judge, slug: str) -> tuple[Property, ...]:
    return judge.material(judge.catalog.load(slug)).properties


def property_of(judge: Judge, slug: str) -> Property:
    return properties(judge, slug)[0]


def made_up(version: str = "v1") -> Property:
    """A property whose file defines `Walk`; only what `kept` looks at."""
    inner: Any = SimpleNamespace(__globals__={"Walk": Walk, "other": 3})
    return Property("test_made_up", None, inner, (), None, None, None, version)  # type: ignore[arg-type]


def there_and_back(**example: Any) -> dict[str, Any]:
    """Keep one example and read it."""
    kept.write(made_up(), 1, (example,))
    found = kept.read(made_up(), 1)
    assert found is not None
    return dict(found[0])


@pytest.mark.parametrize("slug", MANDATORY)
def test_what_is_kept_is_what_was_drawn(judge: Judge, slug: str) -> None:
    """Every example comes back with the bytes, layouts, types and shared memory that it was drawn with."""
    for prop in properties(judge, slug):
        drawn = draw(prop, None)
        kept.write(prop, 1, drawn)
        found = kept.read(prop, 1)
        assert found is not None, prop.name
        assert [kept.encoded(example, prop) for example in found] == [
            kept.encoded(example, prop) for example in drawn
        ]


@pytest.mark.slow
def test_most_properties_of_the_catalogue_are_kept(judge: Judge) -> None:
    """All but a few properties of all exercises draw what can be kept."""
    lost = []
    total = 0
    for exercise in judge.catalog.exercises():
        for prop in properties(judge, exercise.slug):
            total += 1
            kept.write(prop, 1, draw(prop, None))
            if kept.read(prop, 1) is None:
                lost.append(f"{exercise.slug}.{prop.name}")
    assert len(lost) < total / 20, lost


def test_a_second_corpus_draws_nothing(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process has drawn, the next one reads."""
    prop = property_of(judge, "conv_output_size")
    first = list(Corpus().examples(prop))
    monkeypatch.setattr("grader.judge.corpus.draw", lambda *_: pytest.fail("drawn again"))
    assert list(Corpus().examples(prop)) == first


def test_another_text_of_the_properties_is_drawn_anew(judge: Judge) -> None:
    """What was kept of one version is not what another version draws."""
    prop = property_of(judge, "conv_output_size")
    kept.write(prop, seed_of(prop), draw(prop, None))
    assert kept.read(prop, seed_of(prop)) is not None
    assert kept.read(dataclasses.replace(prop, version="another"), seed_of(prop)) is None


def test_a_property_without_a_file_is_never_kept(folder: Path) -> None:
    """Properties that were opened in memory leave nothing on the disk."""
    kept.write(made_up(version=""), 1, ({"a": 1},))
    assert kept.read(made_up(version=""), 1) is None
    assert not folder.exists()


def test_values_come_back_as_they_went() -> None:
    """Numbers, text, nesting, records, arrays and tensors with their layout survive."""
    base = torch.arange(12.0).reshape(3, 4)
    walk = Walk(3, torch.ones(2, requires_grad=True))
    found = there_and_back(
        n=-0.0, x=[1, (True, None, "äß")], d={2: 1j}, s=torch.Size([2]), t=base.t()[1:], e=base[:1].expand(5, 4),
        a=np.arange(6, dtype=np.int16)[::2], w=walk, dtype=torch.float16, inf=float("inf"),
    )  # fmt: skip
    assert str(found["n"]) == "-0.0"
    assert found["x"] == [1, (True, None, "äß")]
    assert found["d"] == {2: 1j}
    assert type(found["s"]) is torch.Size
    assert found["t"].stride() == base.t()[1:].stride()
    assert found["e"].stride() == (0, 1) or found["e"].stride(0) == 0
    assert torch.equal(found["t"], base.t()[1:])
    assert found["a"].tolist() == [0, 2, 4]
    assert found["a"].strides == (4,)
    assert type(found["w"]) is Walk
    assert found["w"].weights.requires_grad
    assert found["dtype"] is torch.float16
    assert found["inf"] == float("inf")


def test_tensors_that_share_memory_still_do() -> None:
    """Two views of one storage come back as two views of one storage."""
    base = torch.arange(6.0)
    found = there_and_back(whole=base, part=base[2:4])
    found["part"].zero_()
    assert found["whole"].tolist() == [0, 1, 0, 0, 4, 5]


SHARED = [1]
UNKEEPABLE = (object(), {1, 2}, b"raw", "two\nlines", [SHARED, SHARED], torch.nn.Linear(1, 1), Walk)


@pytest.mark.parametrize("value", UNKEEPABLE, ids=lambda value: type(value).__name__)
def test_what_would_not_come_back_the_same_is_not_kept(value: Any, folder: Path) -> None:
    """A value that is not plain data is drawn each time."""
    kept.write(made_up(), 1, ({"a": 1}, {"a": value}))
    assert kept.read(made_up(), 1) is None
    assert not folder.exists()


@pytest.mark.parametrize("damage", [b"", b"\x00", b"\x91\x92\xc0\x90", b"not ours"])
def test_a_damaged_file_is_drawn_anew(damage: bytes, judge: Judge) -> None:
    """What cannot be read is as good as not there, and is replaced."""
    prop = property_of(judge, "conv_output_size")
    path = kept.path_of(prop, seed_of(prop))
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    assert len(list(Corpus().examples(prop))) >= 20
    assert kept.read(prop, seed_of(prop)) is not None


def test_a_folder_that_cannot_be_made_is_nobodys_concern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a place to keep examples everything works as before."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    kept.write(made_up(), 1, ({"a": 1},))
    assert kept.read(made_up(), 1) is None


def test_a_full_disk_leaves_no_half_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be put in its place, nothing stays behind."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    kept.write(made_up(), 1, ({"a": 1},))
    assert list(folder.iterdir()) == []


def test_what_nobody_has_used_for_long_goes(folder: Path) -> None:
    """Old files are removed when a new one is written."""
    import os

    folder.mkdir(parents=True)
    old = folder / "old"
    old.write_text("")
    os.utime(old, (0, 0))
    kept.write(made_up(), 1, ({"a": 1},))
    assert not old.exists()
    assert kept.read(made_up(), 1) is not None
