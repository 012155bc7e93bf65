"""Folders and archives as places: times, limits, litter, and what vanishes while we look."""

from __future__ import annotations

import os
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import parcels
import pytest
from handed_in import GATHER, fill, pack, rows, take

from grader.errors import UsageError
from grader.intake import Layout, OddityKind, Timeliness, TimeSource, archive, folder
from grader.intake.folder import FolderTree
from grader.intake.records import Refused
from grader.intake.tree import Member

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def with_member(place: Path, info: zipfile.ZipInfo) -> Path:
    with zipfile.ZipFile(place, "w") as zipped:
        zipped.writestr(info, GATHER)
    return place


def test_extended_times_are_exact(tmp_path: Path) -> None:
    """A member's UTC time is used where the archive has one, not the local time beside it."""
    info = zipfile.ZipInfo("ada/gather.py", (1999, 1, 1, 0, 0, 0))
    info.extra = struct.pack("<HHHH", 0xCAFE, 4, 0, 0) + struct.pack(
        "<HHBl", 0x5455, 5, 1, int(NOON.timestamp())
    )

    assert take(with_member(tmp_path / "a.zip", info)).found[0].submitted.at == NOON


def test_a_member_without_a_time_counts_as_in_time(tmp_path: Path) -> None:
    """A date that does not exist is no lateness; a row asks for a look."""
    info = zipfile.ZipInfo("ada/gather.py", (1980, 0, 0, 0, 0, 0))
    intake = take(with_member(tmp_path / "a.zip", info), deadline=NOON)

    assert intake.found[0].lateness.timeliness is Timeliness.UNKNOWN
    assert intake.found[0].submitted.source is TimeSource.ARCHIVE
    assert [row.path for row in rows(intake, OddityKind.TIME)] == [".", "ada/gather.py"]


def test_litter_in_an_archive_is_ignored(tmp_path: Path) -> None:
    """What macOS, Python and git leave in a zip is counted only; git checkouts are recognised by it."""
    names = ("ada/gather.py", "ada/.git/HEAD", "ada/__pycache__/x.pyc", "__MACOSX/ada/._gather.py")
    intake = take(pack(tmp_path / "a.zip", dict.fromkeys(names, GATHER)))

    assert (len(intake.found), intake.ignored, intake.oddities) == (1, 3, ())
    assert intake.layout is Layout.CLASSROOM


def test_more_members_than_claimed_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory is counted as well: an archive that claims fewer members than it has is refused."""
    place = pack(tmp_path / "a.zip", {f"s{n}/gather.py": GATHER for n in range(20)})
    data = bytearray(place.read_bytes())
    data[-14:-10] = b"\1\0\1\0"
    place.write_bytes(data)
    monkeypatch.setattr(archive, "MEMBERS", 10)

    with pytest.raises(UsageError, match="20 members"):
        take(place)


def test_the_record_that_zipfile_reads_is_the_one_that_is_checked(tmp_path: Path) -> None:
    """A second signature within the last record's own fields does not hide what it claims."""
    place = pack(tmp_path / "a.zip", {"ada/gather.py": GATHER})
    data = bytearray(place.read_bytes())
    data[-14:-10] = b"\xff" * 4
    data[-6:-2] = b"PK\5\6"
    place.write_bytes(data)

    with pytest.raises(UsageError, match="65535 members"):
        take(place)


def test_no_more_is_inflated_than_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members beyond what is ever inflated are rows; those before are read."""
    monkeypatch.setattr(archive, "INFLATED_BYTES", 2 * len(GATHER))
    intake = take(pack(tmp_path / "a.zip", {f"s{n}/gather.py": GATHER for n in range(4)}))

    assert [found.student for found in intake.found] == ["s0", "s1"]
    assert [row.path for row in rows(intake, OddityKind.ARCHIVE)] == ["s2/gather.py", "s3/gather.py"]


def test_an_archive_that_is_damaged_in_its_directory_is_told(tmp_path: Path) -> None:
    """A directory that cannot be parsed is told as a damaged zip."""
    place = pack(tmp_path / "a.zip", {"ada/gather.py": GATHER})
    place.write_bytes(place.read_bytes().replace(b"PK\1\2", b"PK\1\3"))

    with pytest.raises(UsageError, match="damaged"):
        take(place)


@pytest.mark.parametrize(
    ("build", "told", "names"),
    [
        (parcels.overlapping_members, "shares its bytes", ["eve/gather.py", "fay/gather.py"]),
        (parcels.encrypted_member, "encrypted", ["eve/gather.py"]),
    ],
)
def test_members_are_refused_before_they_are_opened(
    tmp_path: Path, build: parcels.Builder, told: str, names: list[str]
) -> None:
    """Overlapping and encrypted members are known from the directory: all of them are rows, with the reason."""
    (tmp_path / "class").mkdir()
    found = rows(take(build(tmp_path / "class")), OddityKind.ARCHIVE)

    assert [row.path for row in found] == names
    assert all(told in str(row.text) for row in found)


def test_a_folder_of_too_many_files_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one student's folder only so many names are looked at; the other students are read whole."""
    monkeypatch.setattr(folder, "ENTRIES", 5)
    fill(tmp_path, {f"eve/{n}/{m}.txt": "" for n in range(3) for m in range(9)} | {"zoe/gather.py": GATHER})
    intake = take(tmp_path)

    assert [found.student for found in intake.found] == ["zoe"]
    assert [row.path for row in rows(intake, OddityKind.TOO_MANY)] == ["eve"]


@pytest.mark.parametrize("path", [("ada", "gather.py"), ("gone", "gather.py"), ("a\0b",)])
def test_what_vanished_is_refused(tmp_path: Path, path: tuple[str, ...]) -> None:
    """A file that is no longer there, or never could be, is refused with the reason."""
    (tmp_path / "ada").mkdir()

    with pytest.raises(Refused, match="cannot be read") as caught:
        FolderTree(tmp_path).read(Member(path, None), 100)

    assert caught.value.kind is OddityKind.UNREADABLE


def test_a_folder_that_vanished_is_a_row(tmp_path: Path) -> None:
    """A folder that cannot be opened is told and does not stop the walk."""
    (row,) = FolderTree(tmp_path / "gone").list().oddities

    assert row.kind is OddityKind.UNREADABLE


def test_the_limit_holds_for_bytes_that_no_size_announced(tmp_path: Path) -> None:
    """A file whose size is told as 0 and that has bytes is read to the limit and no further."""
    assert os.stat("/proc/self/status").st_size == 0

    with pytest.raises(Refused) as caught:
        FolderTree(Path("/proc/self")).read(Member(("status",), None), 10)

    assert caught.value.kind is OddityKind.TOO_LARGE


def test_a_time_beyond_the_calendar_is_none() -> None:
    """A file from the year 30 000 has no time rather than an error."""
    entry = SimpleNamespace(stat=lambda follow_symlinks: SimpleNamespace(st_mtime=1e12))

    assert folder._modified(cast(Any, entry)) is None


def test_no_handle_stays_open(tmp_path: Path) -> None:
    """After a thousand students as many files are open as before."""
    fill(tmp_path, {f"s{n}/gather.py": GATHER for n in range(1000)})
    before = len(os.listdir("/proc/self/fd"))

    assert len(take(tmp_path).found) == 1000
    assert len(os.listdir("/proc/self/fd")) == before
