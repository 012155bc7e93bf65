"""Zips of questions: written the same for the same content, read in memory under limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from grader.errors import QuestionsUnreadable
from grader.intake.archive import ArchiveTree
from grader.intake.records import Refused

MEMBER_BYTES = 8 << 20
# The oldest moment that a zip can name: what was written when is no part of the content.
MOMENT = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip, in the order given; a name that ends in a slash is a folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            member = zipfile.ZipInfo(path, MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = (0o755 << 16 | 0x10) if member.is_dir() else 0o644 << 16
            archive.writestr(member, content)
    return buffer.getvalue()


def documents_in(path: Path) -> dict[str, bytes]:
    """Return the XML files of a zip by their names in it; raises `QuestionsUnreadable` for a damaged one."""
    if not zipfile.is_zipfile(path):
        raise QuestionsUnreadable(f"{path} is damaged, or no zip.", "Export the package again.")
    try:
        with ArchiveTree(path) as tree:
            listing = tree.list()
            if listing.oddities:
                raise Refused(listing.oddities[0].kind, listing.oddities[0].text)
            members = [m for m in listing.members if m.parts[-1].lower().endswith(".xml")]
            return {"/".join(m.parts): tree.read(m, MEMBER_BYTES) for m in members}
    except Refused as refused:
        raise QuestionsUnreadable(f"{path}: {refused.text}", "Export the package again.") from refused
