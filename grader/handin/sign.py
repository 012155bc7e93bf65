"""Making a hand-in."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

import grader
from grader.handin.identity import Identity
from grader.handin.record import FORMAT, LIST, SIGNATURE, Listed, Manifest, write_manifest


def pack(
    identity: Identity,
    sources: Mapping[str, bytes],
    at: datetime,
    assignment: str = "",
    release: str = "",
) -> bytes:
    """Return a zip with the submissions (by slug), the list of them, and the list's signature."""
    files = {f"exercises/{slug}/{slug}.py": (slug, data) for slug, data in sources.items()}
    listed = tuple(
        Listed(path, hashlib.sha256(data).hexdigest(), slug) for path, (slug, data) in files.items()
    )
    manifest = Manifest(
        format=FORMAT,
        student=identity.name,
        signed_at=at.isoformat(timespec="seconds"),
        assignment=assignment,
        release=release,
        tensorgrade=grader.__version__,
        key=identity.public,
        files=listed,
    )
    signed = write_manifest(manifest)
    content = {LIST: signed, SIGNATURE: identity.sign(signed).encode() + b"\n"}
    return _zipped(content | {path: data for path, (_, data) in files.items()}, at)


def _zipped(files: Mapping[str, bytes], at: datetime) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, at.astimezone().timetuple()[:6])
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(member, data)
    return packed.getvalue()
