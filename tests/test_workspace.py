from datetime import UTC, datetime
from fractions import Fraction

import pytest
from fake_course import ORDER

from grader.errors import UsageError
from grader.model import Attempt, Bilingual, Submission, Verdict
from grader.workspace import Progress, State, Workspace, put_stub_back


def attempt(verdict, score):
    return Attempt(
        student="you",
        exercise="gather",
        exercise_title=Bilingual("Gather", "收集"),
        submission=Submission("gather.py", "0" * 64),
        verdict=verdict,
        score=Fraction(score),
        max_score=Fraction(10),
        results=(),
        devices=(),
        level=None,
        graded_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path)


def test_state_survives_storing_exactly(workspace):
    """Scores are stored as fractions, not rounded."""
    state = State("gather", {"gather": Progress(True, Fraction(22, 3), Fraction(10), 2)})
    workspace.save(state)
    assert workspace.load() == state


def test_no_file_is_an_empty_state(workspace):
    """The first command finds nothing, says nothing and makes nothing."""
    told = []
    assert workspace.load(told.append) == State()
    assert told == []
    assert not workspace.folder.exists()


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"current": 3, "progress": {}}',
        b'{"current": "", "progress": {"gather": {"score": "1/0"}}}',
        b'{"current": "", "progress": {"gather": {"score": "much"}}}',
        b'{"current": "", "progress": {"gather": {"score": 3}}}',
    ],
)
def test_broken_state_is_set_aside(workspace, broken):
    """A damaged file is kept under another name and never stops the student."""
    workspace.folder.mkdir()
    workspace.state_path.write_bytes(broken)
    told = []
    assert workspace.load(told.append) == State()
    assert "state.broken.json" in str(told[0])
    assert (workspace.folder / "state.broken.json").read_bytes() == broken
    workspace.save(State("gather"))
    assert workspace.load().current == "gather"


def test_saving_leaves_no_litter(workspace):
    """The temporary file of the atomic write is gone afterwards."""
    workspace.save(State())
    assert [path.name for path in workspace.folder.iterdir()] == ["state.json"]


def test_unwritable_workspace_is_a_usage_error(workspace):
    """A file where the folder should be is reported with its path."""
    workspace.folder.write_text("in the way")
    with pytest.raises(UsageError, match=r"\.tensorgrade"):
        workspace.save(State())


def test_update_keeps_what_another_command_stored(workspace):
    """A change is applied to the state as stored now, not as read at the start."""
    workspace.save(State("gather"))
    workspace.update(lambda state: state.with_progress("scatter", Progress(hints_shown=1)))
    assert workspace.load() == State("gather", {"scatter": Progress(hints_shown=1)})


def test_progress_keeps_the_best():
    """Once done stays done, with the best score."""
    progress = Progress().after(attempt(Verdict.ACCEPTED, 10)).after(attempt(Verdict.REJECTED, 0))
    assert progress == Progress(True, Fraction(10), Fraction(10))


def test_fault_of_the_grader_is_no_attempt():
    """Our fault leaves the student's progress as it was."""
    before = Progress(False, Fraction(5), Fraction(10), 1)
    assert before.after(attempt(Verdict.GRADER_FAULT, 0)) == before


def test_exercise_at_hand():
    """It is the current one; a slug that is gone gives way to the first pending, or the first."""
    done = {slug: Progress(done=True) for slug in ORDER}
    assert State("scatter").at_hand(ORDER) == "scatter"
    assert State("gone", {"zip_up": Progress(done=True)}).at_hand(ORDER) == "gather"
    assert State("", done).at_hand(ORDER) == "zip_up"


def test_next_pending_goes_round():
    """After the last exercise the search goes on at the first, and ends before the start."""
    state = State("", {"scatter": Progress(done=True)})
    assert state.next_pending(ORDER, "gather") == "zip_up"
    assert State("", {"zip_up": Progress(done=True)}).next_pending(("zip_up",), "zip_up") == ""


def test_put_stub_back_keeps_every_old_text(workspace, tmp_path):
    """Each reset keeps its own backup, and the bytes are exactly the student's."""
    path = tmp_path / "gather.py"
    for number, old in ((1, b"first\r\n"), (2, b"\xff second")):
        path.write_bytes(old)
        kept = put_stub_back(path, "stub\r\n", "gather", workspace)
        assert kept == workspace.folder / "backup" / f"gather-{number}.py"
        assert kept.read_bytes() == old
        assert path.read_bytes() == b"stub\r\n"


def test_put_stub_back_where_nothing_was(workspace, tmp_path):
    """A deleted stub comes back without a backup."""
    assert put_stub_back(tmp_path / "gather.py", "stub", "gather", workspace) is None
    assert (tmp_path / "gather.py").read_text() == "stub"


def test_a_backup_that_cannot_be_kept_stops_the_reset(workspace, tmp_path):
    """Without a place for the old text nothing is overwritten: the student's file is what it was."""
    path = tmp_path / "gather.py"
    path.write_bytes(b"mine")
    workspace.folder.mkdir()
    (workspace.folder / "backup").write_text("in the way")
    with pytest.raises(UsageError, match="backup cannot be written"):
        put_stub_back(path, "stub", "gather", workspace)
    assert path.read_bytes() == b"mine"


def test_a_stub_that_cannot_be_written_leaves_no_litter(workspace, tmp_path):
    """A folder where the stub should be is a usage error, and the draft is gone."""
    path = tmp_path / "gather.py"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(UsageError, match=r"gather\.py cannot be written"):
        put_stub_back(path, "stub", "gather", workspace)
    assert [found.name for found in tmp_path.iterdir()] == ["gather.py"]
