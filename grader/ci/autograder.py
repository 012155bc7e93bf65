"""The zip that Gradescope takes as an autograder: this version of the program, the sealed course and its key.

Gradescope has no place for secrets, so the key is in the zip. Its container is the one submission's own: what
reads the key there removes key and course from the disk before anything of the submission runs.
"""

from __future__ import annotations

import io
import zipfile
from importlib import resources

from grader.ci.options import Wanted
from grader.ci.wheel import EPOCH, versions, wheel
from grader.seal import Key, open_sealed

FOLDER = "gradescope"
SCRIPTS = ("setup.sh", "run_autograder")
EXECUTABLE = 0o755 << 16
SECRET = 0o600 << 16


def autograder_zip(sealed: bytes, key: Key, wanted: Wanted) -> bytes:
    """Return the zip. Raises what `open_sealed` raises where this key does not open this file."""
    open_sealed(sealed, key)
    name, built = wheel()
    pins = "".join(f"{package}=={version}\n" for package, version in versions().items())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for script in SCRIPTS:
            _put(archive, script, _script(script), EXECUTABLE)
        _put(archive, "options", "\n".join([*wanted.options(), ""]).encode())
        _put(archive, "constraints.txt", pins.encode())
        _put(archive, name, built)
        _put(archive, "course.sealed", sealed)
        _put(archive, "course.key", key.text.encode() + b"\n", SECRET)
    return packed.getvalue()


def _script(name: str) -> bytes:
    """Return a script; Gradescope wants line feeds alone."""
    found = resources.files("grader") / "templates" / FOLDER / name
    return found.read_bytes().replace(b"\r\n", b"\n")


def _put(archive: zipfile.ZipFile, name: str, data: bytes, mode: int = 0o644 << 16) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = mode
    archive.writestr(info, data, zipfile.ZIP_DEFLATED)
