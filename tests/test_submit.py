"""`grade submit` and what `grade batch` makes of it: signed, recognised anywhere, and altered files shown."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from handed_in import EXERCISES, GATHER, SCATTER, fill, keys, pack, rows, source_of, take
from hypothesis import given, settings
from hypothesis import strategies as st
from released_course import RIGHT, make_course_to_release, make_release
from small_course import SLUG

from grader.catalog import COURSE_VARIABLE, RELEASE, Catalog
from grader.cli import main
from grader.errors import UsageError
from grader.handin import LIST, SIGNATURE, Identity, examine, identity, read_manifest, take_identity
from grader.handin import pack as sign
from grader.intake import Layout, OddityKind, Options, find_submissions, handins
from grader.intake.folder import FolderTree
from grader.intake.handins import HandinTree
from grader.report.as_json import course_from_json

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ADA = Identity("Ada Lovelace", bytes(range(32)))
HANDED = sign(ADA, {"gather": GATHER.encode(), "scatter": SCATTER.encode()}, NOON, "hw1", "ab" * 32)
GATHER_PATH, SCATTER_PATH = "exercises/gather/gather.py", "exercises/scatter/scatter.py"

Change = Callable[[dict[str, bytes]], None]


def content(data: bytes) -> dict[str, bytes]:
    """Return what is in a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files as someone does who alters a hand-in."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def altered(change: Change) -> bytes:
    """Return the hand-in after a change to its files."""
    files = content(HANDED)
    change(files)
    return zipped(files)


def examined(files: Mapping[str, bytes]) -> tuple[str, list[tuple[str, str]]]:
    """Return the signer, and each fault with its path."""

    def read(name: str) -> bytes:
        if name not in files:
            raise FileNotFoundError(2, "gone", name)
        return files[name]

    signer, faults = examine(tuple(files), read)
    return signer, [(fault.path, str(fault.text)) for fault in faults]


# Signing.


def test_a_hand_in_as_it_was_signed_has_no_fault() -> None:
    """The list has student, time, assignment, release and the hash of each file, and the signature fits."""
    files = content(HANDED)
    manifest = read_manifest(files[LIST])

    assert examined(files) == ("Ada Lovelace", [])
    assert (manifest.student, manifest.assignment, manifest.release) == ("Ada Lovelace", "hw1", "ab" * 32)
    assert manifest.signed_at == "2026-05-01T12:00:00+00:00"
    assert [(one.path, one.exercise) for one in manifest.files] == [
        (GATHER_PATH, "gather"), (SCATTER_PATH, "scatter"),
    ]  # fmt: skip


def rename(files: dict[str, bytes]) -> None:
    files[LIST] = files[LIST].replace(b"Ada Lovelace", b"Eve Lovelace")


def another_key(files: dict[str, bytes]) -> None:
    files[SIGNATURE] = content(sign(Identity("Eve", b"e" * 32), {}, NOON))[SIGNATURE]


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        (lambda files: files.update({GATHER_PATH: b"x"}), GATHER_PATH, "altered after it was signed"),
        (lambda files: files.pop(SCATTER_PATH), SCATTER_PATH, "is not there any more"),
        (lambda files: files.update({"accuracy.py": b"x"}), "accuracy.py", "added after the rest was signed"),
        (rename, LIST, "signature does not fit"),
        (another_key, LIST, "signature does not fit"),
        (lambda files: files.pop(SIGNATURE), LIST, "signature does not fit"),
        (lambda files: files.update({SIGNATURE: b"%%%"}), LIST, "signature does not fit"),
        (lambda files: files.update({LIST: b"{"}), LIST, "cannot be read"),
        (lambda files: files.update({LIST: b'{"format": 1}'}), LIST, "cannot be read"),
    ],
)
def test_every_alteration_shows(change: Change, path: str, words: str) -> None:
    """A file changed, added or taken out, the list or its signature replaced: each is one fault."""
    faults = examined(content(altered(change)))[1]

    assert [(where, words in said) for where, said in faults] == [(path, True)]


@settings(max_examples=60)
@given(st.data())
def test_no_byte_can_be_changed_unseen(data: st.DataObject) -> None:
    """Whichever byte of whichever file is another one, the hand-in is not as it was signed."""
    files = content(HANDED)
    name = data.draw(st.sampled_from(sorted(files)))
    # The end of the signature's base64 is filling: bits that stand for nothing.
    at = data.draw(st.integers(0, 84 if name == SIGNATURE else len(files[name]) - 1))
    flipped = bytearray(files[name])
    flipped[at] ^= data.draw(st.integers(1, 255))
    files[name] = bytes(flipped)
    assert examined(files)[1] != []


# Who signs.


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder."""
    monkeypatch.setattr(identity, "user_config_path", lambda name: tmp_path / "config" / name)
    return tmp_path / "config" / "tensorgrade" / "identity.json"


def test_the_key_is_made_once_and_is_private(config: Path) -> None:
    """The same user signs with the same key each time; nobody else can read it; the name is remembered."""
    first = take_identity("Ada")
    again = take_identity()

    assert first == again
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    assert take_identity("Grace").public == first.public
    assert take_identity().name == "Grace"
    assert repr(first.private) not in repr(first)


def test_without_a_name_the_login_signs(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the account serves, and a made-up one where the account has none."""
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    assert take_identity().name == "ada"
    config.unlink()

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert take_identity().name == "student"


@pytest.mark.parametrize("damage", ["{", '{"name": "a", "key": "AAAA"}', '{"name": "a", "key": "%"}'])
def test_a_damaged_key_is_not_replaced_in_silence(config: Path, damage: str) -> None:
    """Another key would be another student: the user is told, and decides."""
    fill(config.parent, {config.name: damage})
    with pytest.raises(UsageError, match="is damaged"):
        take_identity("Ada")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the key cannot be kept, the message names the file."""
    fill(tmp_path, {"config": ""})
    monkeypatch.setattr(identity, "user_config_path", lambda name: tmp_path / "config" / name)
    with pytest.raises(UsageError, match=r"identity\.json cannot be used"):
        take_identity()


# Taking it in.


def found(place: Path) -> dict[str, list[str]]:
    """Return what was handed in, by student."""
    intake = take(place)
    assert rows(intake, OddityKind.ALTERED) == []
    students: dict[str, list[str]] = {}
    for student, slug in keys(intake):
        students.setdefault(student, []).append(slug)
    return students


BOTH = ["gather", "scatter"]


@pytest.mark.parametrize(
    ("files", "owner"),
    [
        ({"ada.zip": HANDED}, "Ada Lovelace"),
        ({"lovelace/hw1.zip": HANDED}, "lovelace"),
        ({"adalovelace_12_34_hw1.zip": HANDED, "bob_13_35_notes.txt": b""}, "adalovelace"),
        ({"Ada L_77_assignsubmission_file_/hw1.zip": HANDED}, "Ada L"),
        ({"Ada L_77_assignsubmission_file_hw1.zip": HANDED}, "Ada L"),
        ({f"lovelace/{name}": data for name, data in content(HANDED).items()}, "lovelace"),
        (dict(content(HANDED)), "Ada Lovelace"),
        ({"submission_1/hw1.zip": HANDED, "submission_metadata.yml": b"submission_1:\n  :submitters:\n  - :sid: s7\n"}, "s7"),
    ],
    ids=["loose", "plain", "canvas", "moodle folder", "moodle file", "unpacked", "alone, unpacked", "gradescope"],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_a_hand_in_is_taken_in_wherever_it_lies(
    tmp_path: Path, files: Mapping[str, bytes], owner: str, packed: bool
) -> None:
    """In any layout, in a folder or a download's zip, a hand-in is its owner's files and nothing odd."""
    place = pack(tmp_path / "all.zip", files) if packed else fill(tmp_path / "all", files)

    assert found(place) == {owner: BOTH}


def test_a_hand_in_alone_is_its_signers(tmp_path: Path) -> None:
    """`grade batch HAND-IN.zip` grades the one student who signed it."""
    (tmp_path / "x.zip").write_bytes(HANDED)
    intake = take(tmp_path / "x.zip")

    assert keys(intake) == [("Ada Lovelace", "gather"), ("Ada Lovelace", "scatter")]
    assert source_of(intake.found[0]) == GATHER
    assert intake.found[0].path == tmp_path / "x.zip" / GATHER_PATH
    assert intake.oddities == ()


def test_what_was_altered_is_a_row_and_is_graded(tmp_path: Path) -> None:
    """The rest of the class, and what is there of this student, goes on."""
    changed = altered(lambda files: files.update({GATHER_PATH: SCATTER.encode()}))
    place = fill(tmp_path, {"ada/hw1.zip": changed, "bob/gather.py": GATHER})
    intake = take(place)

    assert keys(intake) == [("ada", "gather"), ("ada", "scatter"), ("bob", "gather")]
    assert source_of(intake.found[0]) == SCATTER
    assert [(row.path, row.kind) for row in intake.oddities] == [
        (f"ada/hw1.zip/{GATHER_PATH}", OddityKind.ALTERED)
    ]


def test_a_hand_in_without_a_readable_list_is_still_graded(tmp_path: Path) -> None:
    """Nobody's name is in it: alone, it belongs to `student`; a row says what is wrong."""
    (tmp_path / "x.zip").write_bytes(altered(lambda files: files.update({LIST: b"{"})))
    intake = take(tmp_path / "x.zip")

    assert keys(intake) == [("student", "gather"), ("student", "scatter")]
    assert [row.path for row in rows(intake, OddityKind.ALTERED)] == [LIST]


def test_a_hand_in_without_a_signature_is_a_row(tmp_path: Path) -> None:
    """Whoever takes the signature away leaves a list that nothing vouches for."""
    intake = take(fill(tmp_path, {"ada/hw1.zip": altered(lambda files: files.pop(SIGNATURE))}))

    assert keys(intake) == [("ada", "gather"), ("ada", "scatter")]
    assert [row.path for row in rows(intake, OddityKind.ALTERED)] == [f"ada/hw1.zip/{LIST}"]


def test_other_archives_stay_closed(tmp_path: Path) -> None:
    """A zip that is no hand-in, is none at all, or is too large is told as ever and not unpacked."""
    files = {
        "ada/a.zip": zipped({"gather.py": GATHER.encode()}),
        "ada/b.zip": b"no zip",
        "ada/c.zip": os.urandom(handins.HANDIN_BYTES + 1),
        "ada/d.zip": HANDED[: len(HANDED) // 2],
        "ada/gather.py": GATHER.encode(),
    }
    intake = take(fill(tmp_path, files))

    assert keys(intake) == [("ada", "gather")]
    assert [row.path for row in rows(intake, OddityKind.ARCHIVE)] == [f"ada/{n}.zip" for n in "abcd"]


def test_what_is_odd_within_a_hand_in_is_told_with_its_path(tmp_path: Path) -> None:
    """Members that lead outside are refused there as in any archive, and the rest is read."""
    files = content(HANDED) | {"../../evil.py": b"x"}
    intake = take(fill(tmp_path, {"ada/hw1.zip": zipped(files)}))

    assert keys(intake) == [("ada", "gather"), ("ada", "scatter")]
    assert [row.path for row in rows(intake, OddityKind.ARCHIVE)] == ["ada/hw1.zip/../../evil.py"]


def test_a_listed_file_that_cannot_be_read_is_altered(tmp_path: Path) -> None:
    """A link in the place of a signed file is not what was signed."""
    place = fill(tmp_path / "all", {f"ada/{name}": data for name, data in content(HANDED).items()})
    (place / "ada" / GATHER_PATH).unlink()
    (place / "ada" / GATHER_PATH).symlink_to("/etc/passwd")
    os.link(place / "ada" / SCATTER_PATH, tmp_path / "second name")
    fill(place, {"bob/gather.py": GATHER})
    intake = take(place)

    assert [row.path for row in rows(intake, OddityKind.ALTERED)] == [
        f"ada/{GATHER_PATH}", f"ada/{SCATTER_PATH}",
    ]  # fmt: skip


def test_a_later_hand_in_counts_before_an_earlier_one(tmp_path: Path) -> None:
    """Two hand-ins of one student are two versions; the deadline is held to when they came, not to their clock."""
    late = sign(ADA, {"gather": SCATTER.encode()}, NOON)
    place = fill(tmp_path, {"ada/1.zip": HANDED, "ada/2.zip": late})
    os.utime(place / "ada" / "1.zip", (NOON.timestamp(), NOON.timestamp()))
    os.utime(place / "ada" / "2.zip", (NOON.timestamp() + 60, NOON.timestamp() + 60))
    options = Options(deadline=datetime(2027, 1, 1, tzinfo=UTC))
    intake = find_submissions(place, EXERCISES, options)

    assert source_of(intake.found[0]) == SCATTER
    assert intake.found[0].submitted.at == datetime.fromtimestamp(NOON.timestamp() + 60, UTC)


def test_the_outer_listing_decides_the_layout(tmp_path: Path) -> None:
    """Files within hand-ins are no names of a platform's."""
    place = fill(tmp_path, {"a_1_2_x.zip": HANDED, "b_2_3_y.zip": HANDED})
    tree = HandinTree(FolderTree(place))

    assert [member.parts for member in tree.outer.members] == [("a_1_2_x.zip",), ("b_2_3_y.zip",)]
    assert take(place).layout is Layout.CANVAS


# The command.


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: Path) -> Path:
    """A release of the small course, the current folder."""
    release = make_release(make_course_to_release(tmp_path / "course"), tmp_path / "mine")
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(release)
    return release


def work(course: Path, source: str = RIGHT) -> Path:
    path = course / "exercises" / SLUG / "double.py"
    path.write_text(source, encoding="utf-8")
    return path


def test_a_student_submits(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no stub any more is packed, signed and named; a second time over the first."""
    work(course)
    assert main(["submit", "--name", "Ada 王/Lovelace"]) == 0
    said = capsys.readouterr().out
    assert "packed: double\n" in said
    assert "Ada-王-Lovelace-Homework-1.zip" in said
    files = content((course / "Ada-王-Lovelace-Homework-1.zip").read_bytes())
    manifest = read_manifest(files[LIST])
    assert examined(files) == ("Ada 王/Lovelace", [])
    assert manifest.assignment == "Homework 1"
    assert len(manifest.release) == 64
    assert files["exercises/double/double.py"].decode() == RIGHT
    assert main(["submit", SLUG]) == 0
    assert len(list(course.glob("*.zip"))) == 1


def test_nothing_written_is_nothing_to_submit(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only stubs: an error; a stub that is named is packed all the same."""
    assert main(["submit", "--name", "Ada"]) == 2
    assert "as it was handed out" in capsys.readouterr().err
    assert main(["submit", SLUG, "--name", "Ada", "--out", "a.zip"]) == 0


def test_a_file_that_is_no_hand_in_is_never_overwritten(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a zip of something else nor any other file; nor a path that cannot be written."""
    work(course)
    fill(course, {"thesis.txt": "years", "other.zip": zipped({"a": b""})})
    for name, words in (
        ("thesis.txt", "no hand-in"),
        ("other.zip", "no hand-in"),
        ("no/a.zip", "cannot be written"),
    ):
        assert main(["submit", "--name", "Ada", "--out", name]) == 2
        assert words in capsys.readouterr().err
    assert (course / "thesis.txt").read_text() == "years"


def test_what_nobody_could_read_is_not_packed(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not UTF-8 is told now, not after the deadline."""
    work(course).write_bytes(b"\xff\xfe")
    assert main(["submit", "--name", "Ada"]) == 2
    assert "not UTF-8" in capsys.readouterr().err


def test_outside_a_release_the_courses_name_serves(course: Path) -> None:
    """`grade submit` works in a whole course, too; the list then names no release."""
    work(course)
    (course / RELEASE).unlink()
    assert main(["submit", "--name", "Ada"]) == 0
    manifest = read_manifest(content((course / "Ada-mine.zip").read_bytes())[LIST])
    assert (manifest.assignment, manifest.release) == ("mine", "")


@pytest.mark.slow
def test_from_release_to_gradebook(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a student submits from a release is graded by the hidden properties, and an alteration is in the report."""
    work(course)
    assert main(["submit", "--name", "Ada", "--out", "ada.zip"]) == 0
    files = content((course / "ada.zip").read_bytes())
    files["exercises/double/double.py"] = (
        RIGHT.replace("times", "often").replace("x, often", "x, times").encode()
    )
    downloads = fill(
        tmp_path / "all",
        {"ada_1_2_hw.zip": (course / "ada.zip").read_bytes(), "eve_2_3_hw.zip": zipped(files)},
    )
    monkeypatch.chdir(tmp_path / "course")
    assert (
        main(["batch", str(downloads), "--out", str(tmp_path / "out"), "--jobs", "1", "--trust-this-code"])
        == 0
    )
    graded = course_from_json((tmp_path / "out" / "results.json").read_bytes())
    verdicts = {attempt.student: attempt.verdict.value for attempt in graded.attempts}
    assert verdicts["ada"] == "accepted"
    assert set(verdicts) == {"ada", "eve"}
    assert [row.kind for row in graded.oddities] == [OddityKind.ALTERED]
    assert Catalog(tmp_path / "course").has_solution(SLUG)
    assert json.loads((tmp_path / "out" / "results.json").read_bytes())["oddities"][0]["kind"] == "altered"
