import importlib.util
import io
import json
import os
import re
import runpy
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from fake_course import FakeJudge, fake_judge_module, make_course
from small_course import make_small_course

from grader import cli
from grader.catalog import COURSE_VARIABLE, Catalog
from grader.cli import checkup, main
from grader.cli.invocation import Invocation
from grader.cli.sandbox import check_sandbox
from grader.errors import ExerciseNotFound
from grader.workspace import Workspace


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course that is the current folder, an English locale and a judge that believes the submission."""
    monkeypatch.setattr(FakeJudge, "started", 0)
    monkeypatch.setitem(sys.modules, "grader.judge", fake_judge_module())
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(make_course(tmp_path))
    return Catalog(tmp_path)


def answer(course, slug, words):
    course.stub_path(slug).write_text(f"# {words}\n")


def state(course):
    return Workspace(course.root).load()


def test_help_and_list_import_nothing_heavy(course):
    """`grade --help` and `grade list` answer without torch, Hypothesis, rich or a judge."""
    script = (
        "import sys; from grader.cli import main; main(['--help']); main(['list']);"
        "heavy = {'torch', 'hypothesis', 'numpy', 'rich', 'grader.judge'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=course.root, check=True
    )
    assert ended.stdout.splitlines()[-1] == "[]"


def test_every_command_has_help(course, capsys):
    """Each command of the table can be imported and says what it does."""
    for name in cli.COMMANDS:
        assert main([name, "--help"]) == 0
        assert f"grade {name}" in capsys.readouterr().out


def test_version(capsys):
    """--version names the program."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("grade ")


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["run", "--nonsense"], ["hint"], ["--lang", "fr", "list"]]
)
def test_wrong_usage_exits_2(course, arguments):
    """What click refuses is wrong usage, whatever click's own code."""
    assert main(arguments) == 2


def test_errors_show_message_hint_and_section(course, capsys):
    """One place shows every error: what happened, the next step, where to read on; no traceback."""
    assert main(["run", "gahter"]) == ExerciseNotFound.exit_code
    shown = capsys.readouterr().err
    assert "Error: There is no exercise 'gahter'" in shown
    assert "Hint: Did you mean gather" in shown
    assert "docs/messages.md#exercise-not-found" in shown
    assert "Traceback" not in shown


def test_outside_a_course(tmp_path, monkeypatch, capsys):
    """Without a course every command says what it looked for."""
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert main(["list"]) == 2
    assert "exercise.toml" in capsys.readouterr().err


def test_our_own_bug_exits_3(course, monkeypatch, capsys):
    """An exception nobody expected is never the exit code of a wrong answer."""
    monkeypatch.setattr(FakeJudge, "grade", lambda *args, **kwargs: 1 / 0)
    assert main(["run", "gather"]) == 3
    shown = capsys.readouterr().err
    assert "ZeroDivisionError" in shown
    assert "your code is not to blame" in shown


def test_interrupt_is_no_traceback(course, monkeypatch, capsys):
    """Ctrl-C during a grading ends with one line and 130."""

    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(FakeJudge, "grade", interrupt)
    assert main(["run", "gather"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_closed_pipe_is_quiet(course):
    """`grade list | head -0` leaves no complaint."""
    script = "from grader.cli import main; import sys; sys.exit(main(['list']))"
    ended = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$0" -c "$1" | true', sys.executable, script],
        capture_output=True,
        text=True,
        cwd=course.root,
        check=False,
    )
    assert ended.stderr == ""


@pytest.mark.parametrize(("words", "code"), [("right", 0), ("half", 1), ("wrong", 1), ("fault", 3)])
def test_run_exit_codes(course, words, code):
    """0 accepted, 1 not accepted, 3 a fault of the grader."""
    answer(course, "gather", words)
    assert main(["run", "gather"]) == code


def test_run_remembers_progress(course):
    """A graded stub counts, and its exercise becomes the one at hand."""
    answer(course, "gather", "right")
    main(["run", "gather"])
    assert state(course).of("gather").done
    assert state(course).current == "gather"


def test_run_without_slug_takes_the_one_at_hand(course, capsys):
    """At first that is the first exercise of the course."""
    answer(course, "zip_up", "right")
    assert main(["run"]) == 0
    assert "zip_up" in capsys.readouterr().out


def test_bare_grade_off_a_terminal_grades_once(course, capsys):
    """In a pipe `grade` does not wait for keys."""
    assert main([]) == 1
    assert "zip_up" in capsys.readouterr().out


def test_several_slugs_share_one_judge(course, capsys):
    """One judge grades all, each once, in the order asked for; one failure decides the exit code."""
    for slug, words in (("gather", "right"), ("scatter", "half")):
        answer(course, slug, words)
    assert main(["run", "scatter", "gather", "scatter", "--json", "-"]) == 1
    attempts = json.loads(capsys.readouterr().out)["attempts"]
    assert [attempt["exercise"] for attempt in attempts] == ["scatter", "gather"]
    assert FakeJudge.started == 1


def test_unreadable_submission_stops_before_the_judge_starts(course):
    """Nothing is graded while one of the files asked for cannot be read."""
    course.stub_path("gather").unlink()
    assert main(["run", "scatter", "gather"]) == 2
    assert FakeJudge.started == 0


def test_file_names_its_exercise(course, tmp_path_factory, capsys):
    """--file gives its slug by its name, and is not the student's progress."""
    path = tmp_path_factory.mktemp("elsewhere") / "gather.py"
    path.write_text("# right\n")
    assert main(["run", "--file", str(path)]) == 0
    assert not state(course).of("gather").done


def test_file_with_a_slug_may_have_any_name(course, tmp_path_factory):
    """The slug on the command line wins over the file's name."""
    path = tmp_path_factory.mktemp("elsewhere") / "mine.py"
    path.write_text("# right\n")
    assert main(["run", "gather", "--file", str(path)]) == 0
    assert main(["run", "gather", "scatter", "--file", str(path)]) == 2


def test_reports_are_written(course, tmp_path):
    """--json, --html and --junit each write their file; the terminal's report stays."""
    answer(course, "gather", "half")
    targets = [f"--{kind}={tmp_path / kind}" for kind in ("json", "html", "junit")]
    assert main(["run", "gather", *targets]) == 1
    assert json.loads((tmp_path / "json").read_bytes())["attempts"][0]["score"] == "5"
    assert "<html" in (tmp_path / "html").read_text(encoding="utf-8")
    assert "<testsuite" in (tmp_path / "junit").read_text(encoding="utf-8")


def test_report_that_cannot_be_written(course, tmp_path, capsys):
    """A bad path is wrong usage, named in the message."""
    assert main(["run", "gather", "--json", str(tmp_path / "none" / "out.json")]) == 2
    assert "out.json" in capsys.readouterr().err


def test_list_shows_state_score_and_path(course, capsys):
    """The table is in the order of the course and says what is done."""
    answer(course, "gather", "right")
    answer(course, "scatter", "half")
    main(["run", "scatter", "gather"])
    capsys.readouterr()
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-1] for line in lines[:3]] == [
        f"exercises/{slug}/{slug}.py" for slug in ("zip_up", "gather", "scatter")
    ]
    assert "PENDING" in lines[0]
    assert "DONE" in lines[1]
    assert "10 / 10" in lines[1]
    assert lines[1].startswith(">")
    assert "5 / 10" in lines[2]
    assert "1 of 3" in lines[-1]


def test_list_as_json(course, capsys):
    """Scores are exact strings, null before the first attempt."""
    answer(course, "scatter", "half")
    main(["run", "scatter"])
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    listed = {entry["slug"]: entry for entry in json.loads(capsys.readouterr().out)["exercises"]}
    assert listed["scatter"]["score"] == "5"
    assert listed["scatter"]["state"] == "pending"
    assert listed["gather"]["score"] is None
    assert listed["gather"]["title"] == {"en": "Gather", "zh": "练习 gather"}


def test_hint_ladder(course, capsys):
    """Each call climbs one step and says how many are left; at the top all are said again."""
    shown = []
    for _ in range(4):
        assert main(["hint", "gather"]) == 0
        shown.append(capsys.readouterr().out)
    assert "First idea." in shown[0]
    assert "Second" not in shown[0]
    assert "2" in shown[0].splitlines()[-1]
    assert "Second idea." in shown[1]
    assert "First" not in shown[1]
    assert "Third idea." in shown[2]
    assert all(f"{number} idea." in shown[3] for number in ("First", "Second", "Third"))


def test_hint_all(course, capsys):
    """--all shows the whole ladder."""
    assert main(["hint", "gather", "--all"]) == 0
    assert capsys.readouterr().out.count("idea.") == 3


@pytest.mark.parametrize(
    "arguments", [["--lang", "zh", "hint", "gather"], ["hint", "gather", "--lang", "zh"]]
)
def test_lang_before_or_after_the_command(course, capsys, arguments):
    """--lang works in both places."""
    main(arguments)
    assert "第一个提示。" in capsys.readouterr().out


def test_reset_puts_the_stub_back_and_keeps_the_text(course, capsys):
    """The old text is where the message says, and the exercise is pending again."""
    frozen = course.exercise_folder("gather") / "examples.json"
    frozen.write_text(json.dumps({"stub": "the stub\n"}))
    answer(course, "gather", "right")
    main(["run", "gather"])
    assert main(["reset", "gather", "--yes"]) == 0
    kept = course.root / ".tensorgrade" / "backup" / "gather-1.py"
    assert str(kept) in capsys.readouterr().out
    assert kept.read_text() == "# right\n"
    assert course.stub_path("gather").read_text() == "the stub\n"
    assert not state(course).of("gather").done


def test_reset_asks(course, monkeypatch, capsys):
    """Without --yes nothing is touched unless the student agrees; without an answer it is interrupted."""
    (course.exercise_folder("gather") / "examples.json").write_text(json.dumps({"stub": "the stub\n"}))
    answer(course, "gather", "mine")
    monkeypatch.setattr("click.confirm", lambda question: False)
    assert main(["reset", "gather"]) == 0
    assert course.stub_path("gather").read_text() == "# mine\n"
    assert "Nothing was reset" in capsys.readouterr().out


def test_reset_of_an_untouched_stub_does_nothing(course, capsys):
    """There is nothing to keep and nothing to ask."""
    assert main(["reset", "gather"]) == 0
    assert not (course.root / ".tensorgrade").exists()


def test_new_makes_an_exercise_that_loads(course, capsys):
    """The scaffold is valid at once, has both folders, and marks what to fill."""
    assert main(["new", "focal_loss", "--title", 'The "focal" loss']) == 0
    assert "grade validate focal_loss" in capsys.readouterr().out
    exercise = course.load("focal_loss")
    assert exercise.title.en == 'The "focal" loss'
    assert exercise.target == "focal_loss"
    assert course.has_solution("focal_loss")
    for language in ("en", "zh"):
        assert "TODO" in course.statement("focal_loss", language)
    for path in (course.root / "solutions" / "focal_loss").rglob("*.py"):
        compile(path.read_text(encoding="utf-8"), path, "exec")
    assert list((course.solution_folder("focal_loss") / "chaffs").iterdir())


@pytest.mark.parametrize("slug", ["Focal", "focal-loss", "1st", "lambda", "../up", "", "焦点"])
def test_new_refuses_badly_formed_slugs(course, slug):
    """A slug is a Python module's name in lower case."""
    assert main(["new", slug]) == 2
    assert {path.name for path in course.root.iterdir()} == {"exercises"}


def test_new_refuses_an_existing_slug(course):
    """No file of an existing exercise is touched, even where only one folder exists."""
    before = course.version("gather")
    assert main(["new", "gather"]) == 2
    assert course.version("gather") == before
    course.solution_folder("other").mkdir(parents=True)
    assert main(["new", "other"]) == 2
    assert not course.exercise_folder("other").exists()


def test_new_starts_an_empty_course(tmp_path, monkeypatch):
    """An empty exercises/ folder is enough for the first exercise."""
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert main(["new", "first"]) == 2
    (tmp_path / "exercises").mkdir()
    assert main(["new", "first"]) == 0
    assert Catalog.find().slugs() == ("first",)


@pytest.fixture
def quick_checks(monkeypatch):
    """The doctor's checks but for the two that start torch in another process."""
    quick = tuple(check for check in checkup.CHECKS if check is not checkup.check_cuda)
    monkeypatch.setattr("grader.cli.doctor.CHECKS", quick)
    monkeypatch.setattr("grader.cli.doctor.check_sandbox", lambda invocation, ci: [])


@pytest.mark.usefixtures("quick_checks")
def test_doctor_reports_every_check(course, capsys):
    """Each check is one line with its state; the JSON has the same checks."""
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("ok") and "Python 3" in line for line in lines)
    assert any("3 untouched" in line for line in lines)
    assert main(["doctor", "--json"]) == 0
    checks = {check["name"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert {"python", "torch", "course", "watch"} <= set(checks)
    assert checks["course"]["status"] == "ok"


@pytest.mark.usefixtures("quick_checks")
def test_doctor_fails_without_a_course(tmp_path, monkeypatch, capsys):
    """A check that fails makes the exit code 1 and says what to do; the others still run."""
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "fail" in shown
    assert COURSE_VARIABLE in shown
    assert "Python 3" in shown


@pytest.mark.usefixtures("quick_checks")
def test_doctor_counts_touched_stubs(course, capsys):
    """Edited and missing stubs are told apart, and a missing one is a warning."""
    (course.exercise_folder("gather") / "examples.json").write_text(json.dumps({"stub": "the stub\n"}))
    course.stub_path("scatter").unlink()
    (course.exercise_folder("scatter") / "examples.json").write_text(json.dumps({"stub": "the stub\n"}))
    assert main(["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "1 untouched, 1 edited, 1 missing" in shown
    assert "grade reset" in shown


# Where somebody is looking: a terminal on the standard error.


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def onlooker(monkeypatch):
    """Make a terminal the standard error and return it; not sooner, because capturing sets it anew."""

    def look():
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        return terminal.getvalue

    return look


def test_run_shows_progress_to_an_onlooker(course, onlooker, capsys):
    """On a terminal the student is asked to wait, sees the property at hand, and is left a clean line."""
    answer(course, "gather", "right")
    seen = onlooker()
    assert main(["run", "gather"]) == 0
    assert "Grading gather … please wait" in seen()
    assert "It holds." in seen()
    assert seen().endswith("\r\x1b[K")
    assert "please wait" not in capsys.readouterr().out


def test_run_is_silent_in_a_log(course, capsys):
    """Where nobody looks there is no progress line, so that a log has the report alone."""
    main(["run", "gather"])
    assert capsys.readouterr().err == ""


def test_several_reports_go_into_a_folder(course, tmp_path):
    """--html of more than one exercise writes an index and a page each."""
    assert main(["run", "gather", "scatter", "--html", str(tmp_path / "pages")]) == 1
    pages = {path.name for path in (tmp_path / "pages").rglob("*.html")}
    assert "index.html" in pages
    assert any("scatter" in name for name in pages)


@pytest.fixture
def handed_in(tmp_path_factory):
    """Two students' work: one right, one wrong."""
    folder = tmp_path_factory.mktemp("handed_in")
    for student, words in (("ada", "right"), ("bo", "wrong")):
        (folder / student).mkdir()
        (folder / student / "gather.py").write_text(f"# {words}\n")
    return folder


def test_batch_grades_a_class(course, handed_in, tmp_path, capsys):
    """Every student is in the summary, whatever the verdict the exit code is 0, and the report is named."""
    out = tmp_path / "out"
    assert main(["batch", str(handed_in), "--out", str(out), "--trust-this-code"]) == 0
    told = capsys.readouterr()
    assert told.out.index("ada") < told.out.index("bo")
    assert f"Report: {out / 'index.html'}" in told.out
    assert (out / "index.html").is_file()
    assert told.err == ""
    verdicts = [a["verdict"] for a in json.loads((out / "results.json").read_bytes())["attempts"]]
    assert verdicts == ["accepted", "rejected"]


def test_batch_shows_progress_to_an_onlooker(course, handed_in, tmp_path, onlooker):
    """On a terminal the attempts and their verdicts are counted, and nothing of that is left afterwards."""
    seen = onlooker()
    main(["batch", str(handed_in), "--out", str(tmp_path / "out"), "--trust-this-code"])
    shown, _, after = seen().rpartition("2/2")
    assert shown
    assert "\x1b[2K" in after  # the line is erased


# Proofs, with the real judge.


@pytest.fixture
def small_course(tmp_path, monkeypatch):
    """A real course of one sound exercise that is not frozen yet."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.chdir(make_small_course(tmp_path))
    return Catalog(tmp_path)


def test_validate_proves_what_is_frozen(small_course, onlooker, capsys):
    """Without chaffs and frozen answers it is not proven; with them, written by --freeze, it is."""
    chaffs = small_course.solution_folder("double") / "chaffs"
    chaffs.rename(chaffs.with_name("kept"))
    assert main(["validate"]) == 1
    told = capsys.readouterr().out
    assert "examples.json is missing" in told
    assert "chaffs has 0 files; at least 6 are needed." in told
    chaffs.with_name("kept").rename(chaffs)
    seen = onlooker()
    page = small_course.root / "proofs.html"
    assert main(["validate", "double", "double", "--freeze", "--html", str(page)]) == 0
    told = capsys.readouterr().out
    assert f"Frozen: {small_course.exercise_folder('double') / 'examples.json'}" in told
    assert told.count("double: proven") == 1
    assert "double: reference (1/4)" in seen()
    assert "Exercises: 1. Proven: 1." in page.read_text()


# The end of the program.


def test_a_reader_who_leaves_is_no_error(course, monkeypatch):
    """When the pipe is closed the exit code is that of SIGPIPE, and nothing complains at the end."""
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w") as pipe, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", pipe)
        assert main(["list"]) == 141
        pipe.write("what Python still has to say at its end\n")


def test_help_lists_the_commands_in_their_order(capsys):
    """`grade --help` names every command, the most used first."""
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out.partition("Commands:")[2].partition("Exit codes")[0]
    assert re.findall(r"^  ([\w-]+)", shown, re.MULTILINE) == list(cli.COMMANDS)


def test_the_package_runs_as_a_module(course, monkeypatch, capsys):
    """`python -m grader.cli` is `grade`, exit code and all."""
    monkeypatch.setattr(sys, "argv", ["grade", "run", "gahter"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(Path(cli.__file__).with_name("__main__.py")), run_name="__main__")
    assert caught.value.code == 2
    assert "There is no exercise 'gahter'" in capsys.readouterr().err


# What the doctor finds, check by check.


@pytest.fixture
def finding(course):
    """Run one check and return its status, text and advice."""

    def look(check):
        found = check(Invocation())
        return found.status.value, str(found.text), str(found.advice or "")

    return look


def test_doctor_on_an_old_python(finding, monkeypatch):
    """A Python below the oldest supported one is a failure with a way out."""
    monkeypatch.setattr(checkup, "OLDEST_PYTHON", (99, 0))
    status, _, advice = finding(checkup.check_python)
    assert (status, advice) == ("fail", "Install Python 3.11 or newer.")


def test_doctor_without_a_package(finding, monkeypatch):
    """A package that is not installed is a failure, with the command that installs it."""

    def nothing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", nothing)
    assert finding(checkup.check_torch) == ("fail", "torch is not installed", "Run: pip install torch")


@pytest.mark.parametrize(
    ("probe", "status", "words"),
    [
        ("print('Big GPU')", "ok", "CUDA: Big GPU"),
        ("print('')", "ok", "CUDA: none"),
        ("raise SystemExit(1)", "fail", "torch does not start"),
    ],
)
def test_doctor_asks_another_process_for_cuda(finding, monkeypatch, probe, status, words):
    """A device is named, none is no failure, and a torch that takes its process down is told with its reason."""
    monkeypatch.setattr(checkup, "_CUDA_PROBE", probe)
    found = finding(checkup.check_cuda)
    assert found[0] == status
    assert words in found[1]
    assert bool(found[2]) == (status == "fail")


def test_doctor_when_the_runners_process_does_not_start(course, monkeypatch):
    """A zygote that dies is one failure, which carries its reason and its advice."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    (found,) = check_sandbox(Invocation())
    assert found.status.value == "fail"
    assert str(found.text).startswith("The runner does not start: ")
    assert str(found.advice).startswith("Nothing can be graded: ")


def test_doctor_counts_the_processors_granted(finding, monkeypatch):
    """It is what this process may use, or where that is not told, what the machine has."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 3, 5}, raising=False)
    assert finding(checkup.check_processors)[1] == "Processors: 3"
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert finding(checkup.check_processors)[1] == "Processors: 1"


@pytest.mark.parametrize(
    ("encoding", "columns", "status", "words"),
    [("utf-8", "80", "ok", ""), ("ascii", "80", "warn", "PYTHONUTF8"), ("utf-8", "40", "warn", "wider")],
)
def test_doctor_looks_at_the_terminal(finding, monkeypatch, encoding, columns, status, words):
    """An encoding without Chinese and a window too narrow for tables are warnings that say what to do."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    monkeypatch.setenv("COLUMNS", columns)
    found = finding(checkup.check_terminal)
    assert found[0] == status
    assert f"no terminal, {encoding}, {columns} columns" in found[1]
    assert words in found[2]
    assert bool(found[2]) == bool(words)


def test_doctor_without_watchfiles(finding, monkeypatch):
    """Without the package saves are still seen, only later: a warning."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    status, words, advice = finding(checkup.check_watch)
    assert (status, words) == ("warn", "watchfiles is not installed")
    assert "pip install watchfiles" in advice


def test_doctor_on_a_file_system_without_events(finding, monkeypatch):
    """A course on another machine's disk is a warning that names the key to press."""
    monkeypatch.setattr(checkup, "file_system_of", lambda path: "nfs")
    status, words, advice = finding(checkup.check_watch)
    assert status == "warn"
    assert "nfs" in words
    assert "press r" in advice


def test_doctor_outside_a_course_can_say_less(finding, tmp_path_factory, monkeypatch):
    """Where there is no course the stubs are a warning, the course a failure, and saves are not judged."""
    monkeypatch.chdir(tmp_path_factory.mktemp("nowhere"))
    assert [
        finding(check)[0] for check in (checkup.check_stubs, checkup.check_course, checkup.check_watch)
    ] == [
        "warn",
        "fail",
        "ok",
    ]
