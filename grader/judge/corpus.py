"""The corpus: a property's examples, drawn once by Hypothesis and replayed for every submission."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import seed as with_seed

from grader.judge import kept
from grader.judge.kept import Example as Example
from grader.judge.properties import FIXTURES, PROPERTIES, Property, profile
from grader.judge.replay import Asked


@contextmanager
def body(prop: Property, replacement: Callable[..., None]) -> Iterator[None]:
    """Let Hypothesis run `replacement` instead of the property's body (a documented hook)."""
    prop.function.hypothesis.inner_test = replacement
    try:
        yield
    finally:
        prop.function.hypothesis.inner_test = prop.inner


def run_hypothesis(prop: Property, replacement: Callable[..., None], seed: int | None) -> None:
    """Run Hypothesis over a property with a fixed seed; None means the one derived from its name.

    Not left to Hypothesis's ``derandomize``, which derives it from the body: the bodies that draw and
    that search are not the same.
    """
    fixtures = dict.fromkeys(prop.fixtures)
    number = seed_of(prop) if seed is None else seed
    with profile(), body(prop, replacement), seeded(prop, number):
        prop.function(**fixtures)


def name_of(prop: Property) -> str:
    """Return a name that no other exercise's property has."""
    return f"{prop.function.__module__}.{prop.name}"


def seed_of(prop: Property) -> int:
    """Return the property's own seed: equal on every machine, and for as long as its name stays."""
    return int.from_bytes(hashlib.sha256(name_of(prop).encode()).digest()[:6], "big")


@contextmanager
def seeded(prop: Property, seed: int) -> Iterator[None]:
    """Give the property a seed for as long as it runs."""
    before = getattr(prop.function, "_hypothesis_internal_use_seed", None)
    with_seed(seed)(prop.function)
    try:
        yield
    finally:
        prop.function._hypothesis_internal_use_seed = before


class Corpus:
    """Examples of properties by (property, seed), drawn when first asked for."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int | None], tuple[Example, ...]] = {}
        self._asked: dict[tuple[str, int | None, str], Asked] = {}

    def examples(self, prop: Property, seed: int | None = None) -> Iterator[Example]:
        """Yield the property's examples in the order in which they were drawn; copy before use."""
        key = name_of(prop), seed
        if key not in self._drawn:
            self._drawn[key] = kept_or_drawn(prop, seed)
        yield from self._drawn[key]

    def asked(self, prop: Property, seed: int | None, device: str) -> Asked:
        """Return what the property asked for its examples on a device, as far as that is known."""
        return self._asked.setdefault((name_of(prop), seed, device), Asked())

    def forget(self, slug: str) -> None:
        """Drop an exercise's examples: its properties have changed."""
        prefix = f"{PROPERTIES}{slug}."
        self._drawn = {key: drawn for key, drawn in self._drawn.items() if not key[0].startswith(prefix)}
        self._asked = {key: asked for key, asked in self._asked.items() if not key[0].startswith(prefix)}


def kept_or_drawn(prop: Property, seed: int | None) -> tuple[Example, ...]:
    """Return the examples that an earlier run has kept, or draw them and keep them."""
    number = seed_of(prop) if seed is None else seed
    examples = kept.read(prop, number)
    if examples is None:
        examples = draw(prop, seed)
        kept.write(prop, number, examples)
    return examples


def draw(prop: Property, seed: int | None) -> tuple[Example, ...]:
    """Draw the examples that a search with this seed would try."""
    drawn: list[Example] = []

    def keep(**values: Any) -> None:
        drawn.append({name: value for name, value in values.items() if name not in FIXTURES})

    run_hypothesis(prop, keep, seed)
    return tuple(drawn)
