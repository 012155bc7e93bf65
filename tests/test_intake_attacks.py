"""Attacks by packaging: the honest student is graded, the trick is told, nothing else is read or written."""

from __future__ import annotations

import hashlib
import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import parcels as corpus
import pytest
from handed_in import GATHER, fill, source_of, take
from parcels import ATTACKS, CANARY, SECRET, Attack

from grader.catalog import SourceText
from grader.errors import UsageError
from grader.intake import Intake, OddityKind
from grader.intake.folder import FolderTree
from grader.intake.names import is_safe
from grader.intake.records import Refused

PATIENCE_SECONDS = 120


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Turn a reading that never ends into a failure."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    old = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, old)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class with one honest student, and beside it what must stay untouched."""
    fill(tmp_path, {"outside/gather.py": SECRET, "outside/grades.csv": CANARY})
    return fill(tmp_path / "class", {"ada/gather.py": GATHER})


def snapshot(root: Path) -> dict[str, tuple[int, int, str]]:
    """Return kind, time and content of everything below a folder; follows and opens nothing special."""
    found = {}
    for parent, folders, names in os.walk(os.fsencode(root)):
        for name in folders + names:
            path = os.path.join(parent, name)
            status = os.lstat(path)
            plain = stat.S_ISREG(status.st_mode) and status.st_size < 1 << 28
            content = hashlib.sha256(Path(os.fsdecode(path)).read_bytes()).hexdigest() if plain else ""
            found[repr(path)] = (status.st_mode, status.st_mtime_ns, content)
    return found


def everything_told(intake: Intake) -> str:
    """Return all texts that leave intake."""
    graded = [str(f.content.text if isinstance(f.content, SourceText) else f.content) for f in intake.found]
    return "\n".join([*graded, *(f"{row.path} {row.text}" for row in intake.oddities), repr(intake.people)])


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack_is_told_and_harmless(attack: Attack, folder: Path) -> None:
    """The honest student is found, the trick is a row or an ordinary text, nothing outside is read or written."""
    place = attack.build(folder)
    before = snapshot(folder.parent)
    if attack.refused:
        with pytest.raises(UsageError) as caught:
            take(place)
        assert caught.value.hint
        return
    intake = take(place)

    assert snapshot(folder.parent) == before
    honest = [found for found in intake.found if found.path == place / "ada/gather.py"]
    assert [source_of(found) for found in honest] == [GATHER]
    assert set(attack.kinds) <= {row.kind for row in intake.oddities}
    assert CANARY not in everything_told(intake)
    assert everything_told(intake).encode()


@pytest.mark.parametrize("attack", [a for a in ATTACKS if not a.refused], ids=lambda attack: attack.name)
def test_what_leaves_intake_is_safe_to_show(attack: Attack, folder: Path) -> None:
    """Ids are safe and distinct, and paths and sentences of rows hold nothing that acts on a screen."""
    intake = take(attack.build(folder))

    ids = [person.id for person in intake.people]
    assert all(map(is_safe, ids))
    assert len({id_.casefold() for id_ in ids}) == len(ids)
    for row in intake.oddities:
        assert row.path.isprintable()
        assert str(row.text).isprintable()
        assert len(row.path) < 200


@pytest.mark.parametrize(
    "attack", [a for a in ATTACKS if not a.kinds and not a.refused], ids=lambda a: a.name
)
def test_ordinary_texts_are_read(attack: Attack, folder: Path) -> None:
    """What only looks odd is handed on as text, and told nowhere."""
    intake = take(attack.build(folder))

    (eve,) = [found for found in intake.found if found.student == "eve"]
    assert "def gather" in source_of(eve).replace("\r", "\n")
    assert intake.oddities == ()


def test_a_cookie_hides_nothing(folder: Path) -> None:
    """A declared encoding does not change the text: the hidden line is a comment for everybody."""
    intake = take(corpus.encoding_cookie(folder))

    assert "# \\u000aimport os\n" in source_of(intake.found[1])


@pytest.mark.parametrize("name", ["ada/gather.py", "ada"])
def test_a_swap_between_looking_and_reading_is_seen(folder: Path, name: str) -> None:
    """A file or a folder that becomes a link after the names were listed is not followed."""
    tree = FolderTree(folder)
    (member,) = tree.list().members
    corpus.swap_for_a_link(folder, name)

    with pytest.raises(Refused) as caught:
        tree.read(member, 1 << 20)

    assert caught.value.kind is OddityKind.LINK


def test_a_file_that_grows_while_it_is_read_is_refused(folder: Path) -> None:
    """The limit holds for the bytes read, not only for the size that was told."""
    (member,) = FolderTree(folder).list().members

    with pytest.raises(Refused) as caught:
        FolderTree(folder).read(member, len(GATHER) - 1)

    assert caught.value.kind is OddityKind.TOO_LARGE


def test_every_attack_says_what_stops_it() -> None:
    """The corpus has at least sixty tricks, and each names its trick and what must stop it."""
    assert len({attack.name for attack in ATTACKS}) >= 60
    assert all(attack.build.__doc__ and len(attack.build.__doc__) > 30 for attack in ATTACKS)
