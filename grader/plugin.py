"""The pytest plugin: properties under plain pytest, judged by the same engine as under `grade`.

``pytest solutions/gather --submission my/gather.py`` grades the file and reports each property as a
test; without ``--submission`` the reference is graded, so that ``pytest solutions`` proves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from grader.judge import Judge
    from grader.model import Attempt, PropertyResult


class PropertyFailed(Exception):
    """A property did not hold; the message is what `grade run` prints."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--submission FILE``."""
    group = parser.getgroup("tensorgrade")
    group.addoption("--submission", type=Path, default=None, help="grade this file instead of the reference")


@pytest.fixture(scope="session")
def student() -> None:
    """Stand in for the submission; the judge supplies the real one when it runs the property."""


@pytest.fixture(scope="session")
def reference() -> None:
    """Stand in for the reference; the judge supplies the real one when it runs the property."""


@pytest.fixture(scope="session")
def device() -> None:
    """Stand in for the device; the judge supplies the real one when it runs the property."""


def pytest_configure(config: pytest.Config) -> None:
    """Load our Hypothesis profile before properties are imported; keep attempts for this run."""
    config.stash[GRADED] = Graded(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the judge."""
    if GRADED in config.stash:
        config.stash[GRADED].close()


class Graded:
    """The attempts of this pytest run: one a property file, made when its first property is run."""

    def __init__(self, config: pytest.Config) -> None:
        self._submission: Path | None = config.getoption("--submission")
        self._judge: Judge | None = None
        self._attempts: dict[Path, Attempt] = {}

    def close(self) -> None:
        """End the judge if there is one."""
        if self._judge:
            self._judge.close()

    def attempt(self, path: Path) -> Attempt:
        """Return the attempt for the properties in `path`."""
        if path not in self._attempts:
            from grader.catalog import Catalog, read_submission

            catalog = Catalog.find(path.parent)
            exercise = catalog.load(path.parent.name)
            file = self._submission or path.parent / "reference.py"
            self._attempts[path] = self.judge(catalog).grade(exercise, read_submission(file, exercise.limits))
        return self._attempts[path]

    def judge(self, catalog: Any) -> Judge:
        """Return the judge, started when first needed."""
        if self._judge is None:
            from grader.judge import Judge

            self._judge = Judge(catalog)
        return self._judge


GRADED = pytest.StashKey[Graded]()


def is_property_item(item: pytest.Function) -> bool:
    """Tell whether this is a property of an exercise in ``solutions/<slug>/test_<slug>.py``."""
    marked = hasattr(item.obj, "tensorgrade_points")
    return marked and item.path.name == f"test_{item.path.parent.name}.py"


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Let the judge run a property; anything else is pytest's."""
    if not is_property_item(pyfuncitem):
        return None
    attempt = pyfuncitem.config.stash[GRADED].attempt(pyfuncitem.path)
    result = next(r for r in attempt.results if r.name == pyfuncitem.name)
    if result.outcome.value != "held":
        raise PropertyFailed("\n".join(sentences(attempt, result)))
    return True


def sentences(attempt: Attempt, result: PropertyResult) -> Iterator[str]:
    """Yield what there is to say about a property that did not hold."""
    yield f"{result.title.en} ({result.outcome.value})"
    found = result.counterexample
    if found:
        yield f"{found.call}: {found.difference.text}"
        yield from (f"  {name} = {shown.text}" for name, shown in found.inputs)
    if result.message:
        yield str(result.message)
    yield from map(str, attempt.messages)
