"""Golden files: what a reader sees, kept beside the tests so that a change is read before it is accepted."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).parent


def assert_golden(name: str, actual: str) -> None:
    """Compare with ``tests/golden/<name>``; a mismatch leaves ``tests/actual/<name>`` to be read and diffed.

    ``UPDATE_GOLDEN=1`` accepts what is there now.
    """
    golden = HERE / "golden" / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        _write(golden, actual)
    expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if actual != expected:
        _write(HERE / "actual" / name, actual)
    assert actual == expected, f"tests/actual/{name} differs from tests/golden/{name}"


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8"))
