"""Fixtures that many tests share: one warm zygote, one judge, for the whole run."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.client.zygote import Zygote
    from grader.judge import Judge

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parents[1]
CACHE = "XDG_CACHE_HOME"


def pytest_configure() -> None:
    """Let Ctrl-C be an exception here and in the programs that tests start: workers of pytest-xdist ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # How long an example takes is the machine's affair.
    settings.register_profile("tests", deadline=None)
    settings.load_profile("tests")
    if "PYTEST_XDIST_WORKER" not in os.environ:  # workers share their parent's
        os.environ[CACHE] = tempfile.mkdtemp(prefix="tensorgrade-tests-")


def pytest_unconfigure() -> None:
    """Remove what the run has cached: the next one is to draw its examples itself."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ.pop(CACHE), ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep on one worker what replaces torch's own functions in the process it runs in."""
    for item in items:
        if item.path.name.startswith("test_forbidden"):
            item.add_marker(pytest.mark.xdist_group("forbidden"))


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """A warm zygote."""
    from grader.client.zygote import Zygote

    with Zygote() as warm:
        yield warm


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The project's own course."""
    from grader.catalog import Catalog

    return Catalog(ROOT)


@pytest.fixture(scope="session")
def judge(catalog: Catalog, zygote: Zygote) -> Judge:
    """A warm judge over the project's own course."""
    from grader.judge import Judge

    return Judge(catalog, zygote=zygote)


@pytest.fixture(autouse=True)
def _lost_connections(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let go of what Dask leaves of a connection whose other end was killed, or a later test is blamed for it."""
    yield
    if request.path.name.startswith("test_cluster"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


@pytest.fixture(autouse=True)
def _torch_as_it_was() -> Iterator[None]:
    """Fail the test that leaves torch's settings changed, not those that come after it in this process."""
    yield
    if torch := sys.modules.get("torch"):
        left = torch.get_default_dtype()
        torch.set_default_dtype(torch.float32)
        assert left is torch.float32, f"the default dtype was left as {left}"
