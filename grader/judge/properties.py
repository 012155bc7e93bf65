"""Collecting an exercise's properties and its reference from ``solutions/<slug>``."""

from __future__ import annotations

import hashlib
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, Phase, settings

from grader.content import Content
from grader.docstring import bilingual
from grader.errors import ContentError
from grader.judge.constants import only_own_constants
from grader.marks import HINT, POINTS
from grader.model import Bilingual, Exercise, Scope

FIXTURES = ("student", "reference", "device")
PROFILE = "tensorgrade"
PROPERTIES = "tensorgrade_properties_"
EXAMPLES = 20

settings.register_profile(
    PROFILE,
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,
    report_multiple_bugs=False,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True, slots=True)
class Property:
    """One hidden property: the decorated function and what its author says about it.

    `inner` is the undecorated body; `fixtures` the fixtures it asks for; `version` a hash of the files that
    say what is drawn, empty where there are none: then its examples are not kept between runs.
    """

    name: str
    function: Any
    inner: Callable[..., None]
    fixtures: tuple[str, ...]
    title: Bilingual
    points: Fraction
    hint: Bilingual | None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What the judge holds of an exercise: never shown to a runner. In a release, its public examples."""

    exercise: Exercise
    reference: ModuleType
    properties: tuple[Property, ...]
    parameters: dict[str, tuple[str, ...]]
    scope: Scope = Scope.PROPERTIES

    @property
    def max_score(self) -> Fraction:
        """The points of all properties together."""
        return sum((p.points for p in self.properties), Fraction(0))


def load_material(exercise: Exercise, content: Content, folder: str) -> Material:
    """Import reference and properties of an exercise; a mistake in them is a `ContentError`."""
    version = version_of(content, folder)
    reference = import_file(content, f"{folder}/reference.py", f"tensorgrade_reference_{exercise.slug}")
    with profile():
        module = import_file(content, f"{folder}/test_{exercise.slug}.py", f"{PROPERTIES}{exercise.slug}")
    properties = tuple(replace(prop, version=version) for prop in collect(module))
    if not properties:
        where = content.shown(folder)
        raise ContentError(f"{where} has no property.", "A property is a function test_… with @given.")
    return Material(exercise, reference, properties, parameter_names(reference, exercise.target))


def version_of(content: Content, folder: str) -> str:
    """Return a hash of the files that an exercise's properties are made of; empty for sealed ones."""
    if content.hidden:
        return ""
    digest = hashlib.sha256()
    for name in content.names(folder):
        file = name.removeprefix(f"{folder}/")
        if file.endswith(".py") and "/" not in file:
            digest.update(file.encode() + b"\0" + content.read(name))
    return digest.hexdigest()


@contextmanager
def profile() -> Iterator[None]:
    """Use our Hypothesis profile while properties are imported or run, whatever the environment says."""
    before = settings()
    settings.load_profile(PROFILE)
    try:
        with only_own_constants():
            yield
    finally:
        settings.register_profile("before-tensorgrade", before)
        settings.load_profile("before-tensorgrade")


def import_file(content: Content, file: str, name: str) -> ModuleType:
    """Import a trusted file under a name of ours; what it raises becomes a `ContentError`."""
    path, spec = content.shown(file), content.spec(file, name)
    if spec is None or spec.loader is None or not content.has(file):
        raise ContentError(f"{path} is missing.", "Run `grade new` for the layout of an exercise.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        why = type(error).__name__ if content.hidden else f"{type(error).__name__}: {error}"
        raise ContentError(f"{path} cannot be imported: {why}.") from error
    return module


def collect(module: ModuleType) -> Iterator[Property]:
    """Yield the module's properties in the order of their definition."""
    for name, value in vars(module).items():
        if name.startswith("test_") and callable(value):
            yield property_of(name, value)


def is_property(function: object) -> bool:
    """Tell whether this is a function decorated with Hypothesis's ``@given``."""
    return hasattr(function, "hypothesis") and callable(function)


def property_of(name: str, function: Any) -> Property:
    """Read what an author says about a property."""
    if not is_property(function):
        raise ContentError(f"{name} is not a property: it has no @given.", "Draw its inputs with @given.")
    asked = tuple(inspect.signature(function).parameters)
    unknown = set(asked) - set(FIXTURES)
    if unknown:
        known = ", ".join(FIXTURES)
        raise ContentError(f"{name} asks for {', '.join(sorted(unknown))}.", f"Fixtures are {known}.")
    if not hasattr(function, POINTS):
        raise ContentError(f"{name} has no points.", "Add @points(n); all add up to 10.")
    title = bilingual(function.__doc__ or name)
    inner = function.hypothesis.inner_test
    return Property(
        name,
        function,
        inner,
        asked,
        title,
        Fraction(getattr(function, POINTS)),
        getattr(function, HINT, None),
    )


def parameter_names(reference: ModuleType, target: str) -> dict[str, tuple[str, ...]]:
    """Return the names of the parameters of the public callables of the reference."""
    found = {}
    for name, value in vars(reference).items():
        if callable(value) and (name == target or getattr(value, "__module__", "") == reference.__name__):
            found[name] = tuple(inspect.signature(value).parameters)
    return found
