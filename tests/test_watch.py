import contextlib
import errno
import io
import os
import signal
import sys
import termios
import threading
from fractions import Fraction
from pathlib import Path
from queue import SimpleQueue

import pexpect
import pytest
from fake_course import ORDER, FakeJudge, attempt_of, fake_judge_module, make_course

from grader.catalog import COURSE_VARIABLE, Catalog, SourceText
from grader.cli import main
from grader.i18n import translator
from grader.model import Bilingual, Verdict, text
from grader.watch.bar import ProgressLine, columns_of, fit, progress_bar
from grader.watch.events import (
    Grade,
    Graded,
    Key,
    NotGraded,
    PutStubBack,
    Quit,
    Remember,
    Saved,
    StubIsBack,
)
from grader.watch.files import Stubs, file_system_of, look_every_second, saved_slugs, watching
from grader.watch.keys import decode_keys, ending_on_signals, single_keys
from grader.watch.loop import Loop
from grader.watch.machine import Mode, begin, step
from grader.watch.screen import View, draw
from grader.workspace import Progress, State, Workspace

FIRST, SECOND, THIRD = ORDER


@pytest.fixture
def catalog(tmp_path):
    return Catalog(make_course(tmp_path))


def result(catalog, slug, verdict=Verdict.ACCEPTED, score=10, digest="d1"):
    attempt = attempt_of(catalog.load(slug), SourceText(f"{slug}.py", "", digest), verdict, score)
    return Graded(attempt, digest)


def at(catalog, saved=None, verdict=Verdict.REJECTED, score=0):
    """Return the state after the first grading, which ended with ``verdict``."""
    state, _ = begin(catalog.exercises(), saved or State())
    return step(state, result(catalog, state.current, verdict, score))[0]


def press(state, *keys):
    effects = ()
    for key in keys:
        state, effects = step(state, Key(key))
    return state, effects


# The machine.


def test_begins_by_grading_the_one_at_hand(catalog):
    """The loop starts where the student was, and grades before any key."""
    state, effects = begin(catalog.exercises(), State(SECOND))
    assert state.current == SECOND
    assert state.mode is Mode.GRADING
    assert effects == (Remember(SECOND, Progress(), SECOND), Grade(SECOND))


def test_result_is_remembered_and_nothing_moves(catalog):
    """An accepted text is stored as done; the exercise at hand stays: it never advances by itself."""
    state, _ = begin(catalog.exercises(), State())
    state, effects = step(state, result(catalog, FIRST))
    assert effects == (Remember(FIRST, Progress(True, Fraction(10), Fraction(10)), FIRST),)
    assert state.current == FIRST
    assert state.mode is Mode.RESULT


def test_next_only_when_done(catalog):
    """`n` does nothing but say so until the exercise is done, then goes to the next pending one."""
    pending, effects = press(at(catalog), "n")
    assert effects == ()
    assert pending.notice is not None
    done = at(catalog, State("", {SECOND: Progress(done=True)}), Verdict.ACCEPTED, 10)
    moved, effects = press(done, "n")
    assert moved.current == THIRD
    assert effects[-1] == Grade(THIRD)
    assert moved.attempt is None


def test_next_after_everything_is_done(catalog):
    """At the end `n` stays and says that all is done."""
    done = {slug: Progress(done=True) for slug in ORDER}
    state, effects = press(at(catalog, State("", done), Verdict.ACCEPTED, 10), "n")
    assert effects == ()
    assert "Every exercise is done" in str(state.notice)


def test_save_grades_again(catalog):
    """A save of the exercise at hand is graded."""
    state, effects = step(at(catalog), Saved(FIRST, "d2"))
    assert effects == (Grade(FIRST),)
    assert state.mode is Mode.GRADING


@pytest.mark.parametrize("event", [Saved(SECOND, "d2"), Saved(FIRST, "d1")])
def test_other_saves_change_nothing(catalog, event):
    """Saving another exercise never moves the student; saving the same text is not graded twice."""
    state = at(catalog)
    assert step(state, event) == (state, ())


def test_run_again_always_grades(catalog):
    """`r` grades even a text that has not changed: the save may not have been seen."""
    assert press(at(catalog), "r")[1] == (Grade(FIRST),)
    assert press(at(catalog), "R")[1] == (Grade(FIRST),)


def test_save_while_grading_is_graded_afterwards(catalog):
    """A save that arrives during a grading is not lost."""
    state, _ = begin(catalog.exercises(), State())
    state, effects = step(state, Saved(FIRST, "d2"))
    assert effects == ()
    state, effects = step(state, result(catalog, FIRST))
    assert effects[-1] == Grade(FIRST)
    assert state.mode is Mode.GRADING


def test_save_while_in_the_list_waits(catalog):
    """The list stays open; the new text is graded on the way back."""
    listing, _ = press(at(catalog), "l")
    state, effects = step(listing, Saved(FIRST, "d2"))
    assert (state.mode, effects) == (Mode.LIST, ())
    assert press(state, "q")[1] == (Grade(FIRST),)


def test_keys_while_grading_do_nothing(catalog):
    """No key acts on a result that is not there yet."""
    state, _ = begin(catalog.exercises(), State())
    for key in "nhlrxq":
        assert step(state, Key(key)) == (state, ())


def test_hints_come_one_by_one_and_are_remembered(catalog):
    """Each `h` shows one more; after the last the key does nothing."""
    state, effects = press(at(catalog), "h", "h")
    assert state.hints_visible == 2
    assert effects[0].progress.hints_shown == 2
    state, _ = press(state, "h")
    assert press(state, "h") == (state, ())


def test_hints_seen_before_are_not_forgotten(catalog):
    """Showing the first hint again does not take back that three were seen."""
    state = at(catalog, State(FIRST, {FIRST: Progress(hints_shown=3)}))
    assert press(state, "h")[1][0].progress.hints_shown == 3


def test_reset_asks_first(catalog):
    """`x` needs `y`; any other key leaves everything as it was."""
    asked, effects = press(at(catalog), "x")
    assert (asked.mode, effects) == (Mode.CONFIRM_RESET, ())
    assert press(asked, "y")[1] == (PutStubBack(FIRST),)
    for key in ("n", "enter", "escape", "x"):
        state, effects = press(asked, key)
        assert (state.mode, effects) == (Mode.RESULT, ())


def test_resizing_the_window_answers_no_question(catalog):
    """A redraw is not a key press."""
    asked, _ = press(at(catalog), "x")
    assert press(asked, "redraw") == (asked, ())


def test_after_a_reset_the_exercise_is_pending(catalog):
    """The stub is graded at once, the place of the old text is told, and done is taken back."""
    state, effects = step(at(catalog, None, Verdict.ACCEPTED, 10), StubIsBack("backup/zip_up-1.py"))
    assert effects == (Remember(FIRST, Progress(), FIRST), Grade(FIRST))
    state, _ = step(state, result(catalog, FIRST, Verdict.REJECTED, 0))
    assert "backup/zip_up-1.py" in str(state.notice)


def test_list_moves_and_continues_there(catalog):
    """Arrows and j/k move within the ends; Enter goes there and grades."""
    state, _ = press(at(catalog), "l")
    assert press(state, "k")[0].cursor == 0
    assert press(state, "j", "down", "j")[0].cursor == 2
    assert press(state, "G")[0].cursor == 2
    assert press(state, "G", "up", "g")[0].cursor == 0
    moved, effects = press(state, "j", "enter")
    assert moved.current == SECOND
    assert effects == (Remember(SECOND, Progress(), SECOND), Grade(SECOND))


@pytest.mark.parametrize("key", ["q", "l", "escape", "enter"])
def test_leaving_the_list(catalog, key):
    """`q` leaves the list, not the program; Enter on the one at hand grades nothing again."""
    state, effects = press(at(catalog), "l", key)
    assert (state.mode, effects) == (Mode.RESULT, ())


@pytest.mark.parametrize("key", ["q", "Q", "end_of_input"])
def test_quit(catalog, key):
    """`q` and the end of the input end the loop."""
    assert press(at(catalog), key)[1] == (Quit(),)


def test_what_cannot_be_graded_is_shown(catalog):
    """A vanished or half-written file is a message; the next save is graded as ever."""
    state, _ = begin(catalog.exercises(), State())
    state, effects = step(state, NotGraded("It is gone.", "Put it back.", "gone"))
    assert effects == ()
    assert "It is gone. Put it back." in str(state.problem)
    assert step(state, Saved(FIRST, "gone"))[1] == ()
    state, effects = step(state, Saved(FIRST, "d2"))
    assert effects == (Grade(FIRST),)
    assert step(state, result(catalog, FIRST))[0].problem is None


# The screen.


def view(columns=80, lines=24, language="en"):
    return View(
        translator(language), columns, lines, lambda slug: f"{slug}.py", lambda attempt, _: "REPORT\n"
    )


def test_grading_screen_asks_to_wait(catalog):
    """Before anything runs the student reads what is being graded."""
    state, _ = begin(catalog.exercises(), State())
    assert draw(state, view()) == "Grading zip_up … please wait\n"


def test_result_screen_has_report_progress_path_and_keys(catalog):
    """The report comes first, the keys last; `r` is always there, `n` only when done."""
    pending = draw(at(catalog), view())
    assert pending.startswith("REPORT\n")
    assert "0/3" in pending
    assert "zip_up.py" in pending
    assert pending.splitlines()[-1] == "h hint   l list   r run again   x reset   q quit"
    assert "n next" in draw(at(catalog, None, Verdict.ACCEPTED, 10), view())


def test_hint_key_goes_with_the_last_hint(catalog):
    """The hints asked for are on the screen, and the key disappears after the third."""
    shown = draw(press(at(catalog), "h", "h", "h")[0], view())
    assert [f"{word} idea." in shown for word in ("First", "Second", "Third")] == [True] * 3
    assert "h hint" not in shown


def test_keys_wrap_on_narrow_terminals(catalog):
    """No line of the key help is wider than the terminal."""
    for language in ("en", "zh"):
        state = at(catalog, None, Verdict.ACCEPTED, 10)
        keys = draw(state, view(columns=24, language=language)).split("\n\n")[-1]
        assert all(columns_of(line) < 24 for line in keys.splitlines())


def test_done_before_but_not_now_is_said(catalog):
    """A done exercise whose text was broken since is not called accepted."""
    shown = draw(at(catalog, State(FIRST, {FIRST: Progress(done=True)})), view())
    assert "not accepted" in shown


def test_list_fits_the_window(catalog):
    """The cursor's row is shown however low the window is, and no line is too wide."""
    state, _ = press(at(catalog), "l", "G")
    lines = draw(state, view(columns=36, lines=6)).splitlines()
    assert len(lines) <= 6
    assert any(line.startswith("->") and "scatter" in line for line in lines)
    assert all(columns_of(line) <= 36 for line in lines)


@pytest.mark.parametrize(
    ("done", "total", "columns", "bar"),
    [
        (3, 6, 16, "[#####>----] 3/6"),
        (0, 6, 16, "[>---------] 0/6"),
        (6, 6, 16, "[##########] 6/6"),
        (3, 6, 11, "3/6"),
        (0, 0, 80, "0/0"),
    ],
)
def test_progress_bar(done, total, columns, bar):
    """It fills the room it is given and falls back to the count where there is none."""
    assert progress_bar(done, total, columns) == bar


def test_lines_are_cut_by_columns():
    """A Chinese character takes two columns; what is cut is marked."""
    assert fit("收集收集", 8) == "收集收集"
    assert fit("收集收集", 7) == "收集收…"
    assert columns_of("收a") == 3


def test_progress_line_stays_in_one_line():
    """Each step replaces the line before it and never wraps."""
    written = []
    ProgressLine(written.append, translator("zh"), 20)(1, 4, Bilingual("a", "很长的标题" * 9))
    assert written[0].startswith("\r")
    assert columns_of(written[0].removeprefix("\r\x1b[K")) < 20


def test_progress_line_leaves_nothing():
    """Erased, the line is as empty as before; a mark above a letter takes no column."""
    written = []
    ProgressLine(written.append, translator("en"), 20).erase()
    assert written == ["\r\x1b[K"]
    assert columns_of("e\u0301") == 1


# Keys and files.


@pytest.mark.parametrize(
    ("chunk", "keys"),
    [
        (b"n", ("n",)),
        (b"\x1b[A\x1bOBq", ("up", "down", "q")),
        (b"\x1b", ("escape",)),
        (b"\r\n", ("enter", "enter")),
        (b"\x1b[3~", ("unknown",)),
        ("好".encode(), ("好",)),
        (b"\x04", ("end_of_input",)),
        (b"\xff", ("\ufffd",)),
    ],
)
def test_decode_keys(chunk, keys):
    """What a terminal sends becomes names of keys, several at once too."""
    assert decode_keys(chunk) == keys


@pytest.fixture
def keyboard(monkeypatch):
    """The other end of a pseudo-terminal that is this process's standard input."""
    ours, theirs = os.openpty()
    with open(theirs) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield ours
        monkeypatch.undo()
    with contextlib.suppress(OSError):  # a test has hung up
        os.close(ours)


def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def test_keys_are_heard_one_by_one_without_echo(keyboard):
    """Inside the block each press is told at once by its name; afterwards the terminal is as it was."""
    heard = SimpleQueue()
    with single_keys(heard.put):
        assert not echoes(keyboard)
        os.write(keyboard, b"n\x1b[A")
        assert [heard.get(timeout=30), heard.get(timeout=30)] == ["n", "up"]
    assert echoes(keyboard)
    assert "keys" not in {thread.name for thread in threading.enumerate()}


def test_a_terminal_that_is_gone_is_the_end_of_the_input(keyboard, monkeypatch):
    """Whether reading fails or nothing more comes, the student has left: the loop is told so, once."""
    heard = SimpleQueue()

    def hung_up(descriptor, size):
        raise OSError(errno.EIO, "the terminal is gone")

    with monkeypatch.context() as patch, single_keys(heard.put):
        patch.setattr(os, "read", hung_up)
        os.write(keyboard, b"n")
        assert heard.get(timeout=30) == "end_of_input"
    assert heard.empty()


def test_coming_back_from_the_shell_takes_the_terminal_again(keyboard):
    """After Ctrl-Z and `fg` the keys come without Enter as before, and the screen is drawn anew."""
    heard = SimpleQueue()
    before = signal.getsignal(signal.SIGCONT)
    with single_keys(heard.put):
        settings = termios.tcgetattr(keyboard)
        settings[3] |= termios.ECHO | termios.ICANON
        termios.tcsetattr(keyboard, termios.TCSANOW, settings)
        signal.raise_signal(signal.SIGCONT)
        assert heard.get(timeout=30) == "redraw"
        assert not echoes(keyboard)
    assert signal.getsignal(signal.SIGCONT) == before


def test_a_new_window_size_is_a_redraw(keyboard):
    """Resizing the window is told as an event; afterwards it is nobody's business."""
    heard = SimpleQueue()
    before = signal.getsignal(signal.SIGWINCH)
    with single_keys(heard.put):
        signal.raise_signal(signal.SIGWINCH)
        assert heard.get(timeout=30) == "redraw"
    assert signal.getsignal(signal.SIGWINCH) == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_kill_unwinds(number):
    """A signal to end leaves through every `finally`, with the shell's exit code for it."""
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as caught, ending_on_signals():
        signal.raise_signal(number)
    assert caught.value.code == 128 + number
    assert signal.getsignal(number) == before


def test_only_stubs_count_as_saved():
    """Editors' swap files, caches and statements are not saves."""
    root = Path("/course/exercises")
    names = (
        "gather/gather.py",
        "gather/.gather.py.swp",
        "gather/__pycache__/gather.py",
        "scatter/README.md",
        "x",
    )
    assert saved_slugs(root, [f"{root}/{name}" for name in names]) == ("gather",)


def test_file_system_of_the_deepest_mount(tmp_path):
    """The type is that of the mount nearest to the path; of equal ones the last."""
    mounts = tmp_path / "mounts"
    mounts.write_text("a / ext4 rw 0 0\nb /home nfs rw 0 0\nc /home/me ext4 rw 0 0\nd /home/me cifs rw 0 0\n")
    assert file_system_of(Path("/home/you"), mounts) == "nfs"
    assert file_system_of(Path("/home/me/course"), mounts) == "cifs"
    assert file_system_of(Path("/homely"), mounts) == "ext4"
    assert file_system_of(Path("/home"), tmp_path / "none") == ""


def test_a_look_finds_what_changed(catalog):
    """Written, deleted and new stubs are found without events, each once."""
    stubs = Stubs(catalog.root / "exercises")
    assert stubs.changed() == ()
    catalog.stub_path(FIRST).unlink()
    catalog.stub_path(SECOND).write_text("# longer than the stub was before it was saved, surely longer\n")
    assert stubs.changed() == tuple(sorted((FIRST, SECOND)))
    assert stubs.changed() == ()


def test_looking_needs_no_events(catalog):
    """Where the operating system tells nothing, a save is found by looking."""
    stop, heard = threading.Event(), []
    stubs = Stubs(catalog.root / "exercises")
    catalog.stub_path(SECOND).write_text("# saved\n")

    def hear(slug):
        heard.append(slug)
        stop.set()

    look_every_second(stubs, hear, stop)
    assert heard == [SECOND]


def test_other_python_files_are_no_stubs(catalog):
    """A student's own module beside the stub is neither told nor looked at."""
    stubs = Stubs(catalog.root / "exercises")
    (catalog.exercise_folder(FIRST) / "helper.py").write_text("x = 1\n")
    assert stubs.changed() == ()


def test_without_events_saves_are_heard_all_the_same(catalog, monkeypatch):
    """Where watchfiles is missing the watcher looks by itself."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    heard = SimpleQueue()
    with watching(catalog.root / "exercises", heard.put):
        catalog.stub_path(SECOND).write_text("# saved\n")
        assert heard.get(timeout=30) == SECOND


def test_a_save_in_the_first_moments_is_heard(catalog):
    """A save before the watcher is ready is found all the same, and leaving the block ends the thread."""
    heard = SimpleQueue()
    with watching(catalog.root / "exercises", heard.put):
        catalog.stub_path(SECOND).write_text("# saved\n")
        assert heard.get(timeout=30) == SECOND
    assert "saves" not in {thread.name for thread in threading.enumerate()}


# The loop, without a terminal.


def loop_with(catalog, *events):
    """Run the loop over ``events`` and return what was written, the judge, and the state stored."""
    inbox = SimpleQueue()
    for event in (*events, Key("q")):
        inbox.put(event)
    written, judge, workspace = [], FakeJudge(catalog), Workspace(catalog.root)
    report = lambda attempt, columns: f"<{attempt.verdict.value}>"  # noqa: E731
    Loop(catalog, workspace, judge, translator("en"), report, written.append, inbox).follow()
    return "".join(written), judge, workspace.load()


def test_loop_grades_and_stores(catalog):
    """What is accepted is stored before the student quits, and `n` is stored as well."""
    catalog.stub_path(FIRST).write_text("# right\n")
    written, judge, saved = loop_with(catalog, Key("n"))
    assert judge.graded == [FIRST, SECOND]
    assert saved.of(FIRST).done
    assert saved.current == SECOND
    assert written.index("please wait") < written.index("<accepted>")


def test_loop_survives_a_missing_file(catalog):
    """A stub that vanished is reported, and `x y` puts it back."""
    stub = catalog.pristine_stub(FIRST)
    (catalog.exercise_folder(FIRST) / "examples.json").write_text('{"stub": "the stub"}')
    catalog.stub_path(FIRST).unlink()
    written, judge, _ = loop_with(catalog, Key("x"), Key("y"))
    assert "No such file" in written
    assert judge.graded == [FIRST]
    assert catalog.stub_path(FIRST).read_text() == "the stub" != stub


def test_loop_survives_half_a_file(catalog):
    """Bytes that are no text are a message, not the end."""
    catalog.stub_path(FIRST).write_bytes(b"x = '\xe4")
    assert "not UTF-8" in loop_with(catalog)[0]


def test_loop_tells_of_a_broken_state_file(catalog):
    """The message about a broken state file is on the screen with the first result."""
    workspace = Workspace(catalog.root)
    workspace.folder.mkdir()
    workspace.state_path.write_text("{")
    assert "state.broken.json" in loop_with(catalog)[0]


def test_loop_reset_keeps_the_text(catalog):
    """`x y` stores the old text and says where."""
    (catalog.exercise_folder(FIRST) / "examples.json").write_text('{"stub": "the stub"}')
    catalog.stub_path(FIRST).write_text("# right\n")
    written, _, saved = loop_with(catalog, Key("x"), Key("y"))
    assert ".tensorgrade/backup/zip_up-1.py" in written
    assert not saved.of(FIRST).done


def test_loop_survives_a_reset_that_is_not_possible(catalog):
    """A frozen stub that cannot be read is a message; the student's file stays as it was."""
    (catalog.exercise_folder(FIRST) / "examples.json").write_text("{")
    catalog.stub_path(FIRST).write_text("# mine\n")
    written, _, _ = loop_with(catalog, Key("x"), Key("y"))
    assert "is damaged" in written
    assert catalog.stub_path(FIRST).read_text() == "# mine\n"


# The loop, in a terminal of this process.


class Student(io.StringIO):
    """A terminal with somebody before it: ``plan`` says what they do when they read certain words, in order."""

    def __init__(self, *plan):
        super().__init__()
        self.plan = list(plan)

    def isatty(self):
        return True

    def write(self, shown):
        if self.plan and self.plan[0][0] in shown:
            self.plan.pop(0)[1]()
        return super().write(shown)


@pytest.fixture
def watched(catalog, keyboard, monkeypatch):
    """Run bare `grade` before a student with a plan; return the exit code and what was shown."""
    monkeypatch.setitem(sys.modules, "grader.judge", fake_judge_module())
    monkeypatch.setenv(COURSE_VARIABLE, str(catalog.root))
    monkeypatch.setenv("LANGUAGE", "en")

    def run(*plan):
        student = Student(*plan)
        monkeypatch.setattr(sys, "stdout", student)
        code = main([])
        return code, student.getvalue()

    return run


def test_a_save_and_a_key_are_enough(catalog, keyboard, watched):
    """What the student saves is graded and stored, the keys are theirs, and leaving says what was kept."""
    code, shown = watched(
        ("q quit", lambda: catalog.stub_path(FIRST).write_text("# right\n")),
        ("n next", lambda: os.write(keyboard, b"q")),
    )
    assert code == 0
    assert shown.startswith("Starting")
    assert shown.endswith("Stopped. Your progress is saved; grade goes on where you were.\n")
    assert Workspace(catalog.root).load().of(FIRST).done


def test_a_deleted_stub_is_told_while_watching(catalog, keyboard, watched):
    """A stub that vanishes is a problem on the screen, not the end of the loop."""
    code, shown = watched(
        ("q quit", lambda: catalog.stub_path(FIRST).unlink()),
        ("No such file", lambda: os.write(keyboard, b"q")),
    )
    assert code == 0
    assert "No such file" in shown


def test_ctrl_c_while_watching_is_a_way_to_stop(catalog, keyboard, watched):
    """An interrupt is no error: the exit code is 0, and what was done is kept."""
    catalog.stub_path(FIRST).write_text("# right\n")
    code, shown = watched(
        ("n next", lambda: os.write(keyboard, b"r")),
        ("please wait", lambda: signal.raise_signal(signal.SIGINT)),
    )
    assert code == 0
    assert "Your progress is saved" in shown
    assert Workspace(catalog.root).load().of(FIRST).done


# The loop, in a terminal.


@pytest.fixture
def terminal(catalog):
    """A real `grade` with the fake judge, in a pseudo-terminal."""
    program = Path(__file__).with_name("fake_course.py")
    environment = {**os.environ, "LANGUAGE": "en", "TERM": "xterm", "TENSORGRADE_COURSE": str(catalog.root)}
    child = pexpect.spawn(
        sys.executable, [str(program)], env=environment, encoding="utf-8", timeout=30, dimensions=(40, 100)
    )
    yield child
    child.close(force=True)


def test_watching_for_real(catalog, terminal):
    """A save is seen and graded, keys act without Enter, and `q` leaves with 0 and the state stored."""
    terminal.expect("Grading zip_up … please wait")
    terminal.expect("q quit")
    catalog.stub_path(FIRST).write_text("# right\n")
    terminal.expect("n next")
    terminal.send("n")
    terminal.expect("Grading gather … please wait")
    terminal.expect("q quit")
    terminal.send("h")
    terminal.expect("First idea")
    terminal.send("l")
    terminal.expect("continue there")
    terminal.send("\x1b[B\r")
    terminal.expect("Grading scatter … please wait")
    terminal.expect("q quit")
    terminal.send("q")
    terminal.expect("Stopped")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0
    saved = Workspace(catalog.root).load()
    assert saved.of(FIRST).done
    assert saved.current == THIRD


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 128 + signal.SIGTERM)])
def test_terminal_is_put_back(terminal, number, code):
    """Ctrl-C and a polite kill leave the terminal as it was, with echo on."""
    terminal.expect("q quit")
    assert not terminal.getecho()
    terminal.kill(number)
    terminal.expect(pexpect.EOF)
    assert terminal.getecho()
    terminal.wait()
    assert terminal.exitstatus == code


def test_first_state_can_carry_a_notice(catalog):
    """A notice given at the start is still there with the first result."""
    told = text("Mind the gap.")
    state, _ = begin(catalog.exercises(), State(), told)
    assert step(state, result(catalog, FIRST))[0].notice == told
