"""`grade release`: nothing hidden gets out, and what gets out can be worked with."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from released_course import CALLS, RIGHT, WRONG, make_course_to_release, make_release, with_examples
from small_course import REFERENCE, SLUG, make_small_course, write

from grader.catalog import COURSE_VARIABLE, FROZEN, RELEASE, Catalog, SourceText, hidden_folder, public_folder
from grader.cli import main
from grader.client.zygote import Zygote
from grader.compare import expect, mismatch_mask
from grader.compare.frozen import Frozen
from grader.course import Course
from grader.errors import ContentError, ExerciseNotFound, UsageError
from grader.frozen import Bound, Example, read_frozen
from grader.i18n import translator
from grader.judge import Judge
from grader.judge.examples import expected
from grader.model import Attempt, Bilingual, Module, Outcome, Scope, Verdict
from grader.release import Bundle, make_bundle, write_folder, write_zip
from grader.release.lock import read_lock
from grader.release.path import narrowed, write_path
from grader.release.render import question
from grader.report.html import attempt_page, write_course
from grader.report.terminal import render_attempt
from grader.workspace import Progress

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = json.loads((ROOT / "docs" / "results.schema.json").read_text(encoding="utf-8"))
SHORTEST_LEAK = 16
PER_EXERCISE = {"README.md", "README.zh.md", "exercise.toml", FROZEN}


# The bundle of the project's own course.


@pytest.fixture(scope="module")
def whole(catalog: Catalog) -> Bundle:
    """The bundle of every exercise."""
    return make_bundle(catalog, (), "Everything")


@pytest.fixture(scope="module")
def public() -> str:
    """All that students get anyway: stubs and statements."""
    files = ((ROOT / "exercises").rglob(f"*.{kind}") for kind in ("py", "md", "toml"))
    return "\n".join(path.read_text(encoding="utf-8") for found in files for path in found)


@pytest.fixture(scope="module")
def hidden(public: str) -> frozenset[str]:
    """Every hidden line that is long enough to mean something, and not public."""
    lines = (
        line.strip()
        for path in (ROOT / "solutions").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return frozenset(line for line in set(lines) if len(line) >= SHORTEST_LEAK and line not in public)


def leaks(bundle: Bundle, hidden: frozenset[str], public: str) -> list[str]:
    """Return the hidden lines that the bundle shows, also within JSON."""
    shown = "\n".join(text for name, data in bundle.files.items() for text in texts(name, data, public))
    return sorted(line for line in hidden if line in shown)


def texts(name: str, data: bytes, public: str) -> Iterator[str]:
    """Yield what is to be read in a file: nothing where all of it is public, strings where it is JSON."""
    text = data.decode()
    if text in public:
        return
    yield text
    if name.endswith(".json"):
        frozen = read_frozen(data, name)
        yield frozen.stub
        yield from (part for one in frozen.examples for part in (one.call, one.returns))


def test_the_bundle_is_what_the_allow_list_says(catalog: Catalog, whole: Bundle) -> None:
    """Of all 65 exercises there are the statement, the stub, the manifest and the examples, and no other file."""
    slugs = catalog.slugs()
    per_exercise = {f"exercises/{slug}/{name}" for slug in slugs for name in (*PER_EXERCISE, f"{slug}.py")}

    assert len(slugs) == 65
    assert whole.slugs == slugs
    assert set(whole.files) == per_exercise | {
        "exercises/path.toml", "README.md", "README.zh.md", ".gitignore", RELEASE,
    }  # fmt: skip
    assert all(
        whole.files[f"exercises/{slug}/{slug}.py"].decode() == catalog.pristine_stub(slug) for slug in slugs
    )


def test_no_hidden_line_is_in_the_bundle(whole: Bundle, hidden: frozenset[str], public: str) -> None:
    """No line of a reference, a property, a wheat or a chaff is anywhere in what students get."""
    assert len(hidden) > 10_000
    assert leaks(whole, hidden, public) == []


@pytest.mark.parametrize(
    "name", ["reference.py", "test_gather.py", "wheats/flat_index.py", "chaffs/wraps_around.py"]
)
def test_the_search_for_leaks_finds_one(
    whole: Bundle, hidden: frozenset[str], public: str, name: str
) -> None:
    """One hidden line of any of the four kinds, in a file of its own or within a JSON string, is found."""
    source = (ROOT / "solutions" / "gather" / name).read_text(encoding="utf-8")
    line = next(one.strip() for one in source.splitlines() if one.strip() in hidden)
    frozen = json.loads(whole.files["exercises/gather/examples.json"])
    frozen["stub"] += f"\n    {line}  # left\n"
    planted = {"exercises/gather/examples.json": json.dumps(frozen).encode()}

    for files in (planted, {"notes.md": f"see {line}".encode()}):
        few = replace(whole, files=files)
        assert line in leaks(few, frozenset({line, *sorted(hidden)[:100]}), public)


def test_every_example_is_there_with_the_answer_that_is_frozen(catalog: Catalog, whole: Bundle) -> None:
    """The rendered answers are those of the course's own frozen examples, to within the rounding of a machine."""
    for slug in catalog.slugs():
        ours, _ = catalog.frozen(slug)
        theirs = read_frozen(whole.files[f"exercises/{slug}/{FROZEN}"], slug)
        assert [one.call for one in theirs.examples] == list(catalog.examples(slug))
        for mine, released in zip(ours.examples, theirs.examples, strict=True):
            assert mine.returns.startswith("raises") == released.returns.startswith("raises")
            wanted, got = expected(mine, slug), expected(released, slug)
            assert type(got.raised) is type(wanted.raised)
            assert repr(got.value)[:4] == repr(wanted.value)[:4]


def test_the_lock_names_versions_and_hashes(catalog: Catalog, whole: Bundle) -> None:
    """release.toml has the versions of programs and exercises and the SHA-256 of every other file."""
    lock = read_lock(whole.files[RELEASE], RELEASE)

    assert (lock.format, lock.assignment, lock.course) == (1, "Everything", ROOT.name)
    assert lock.versions.torch == torch.__version__
    assert {one.slug: one.version for one in lock.exercise}["gather"] == catalog.version("gather")
    assert lock.files == {
        name: hashlib.sha256(data).hexdigest() for name, data in whole.files.items() if name != RELEASE
    }


def test_the_readme_lists_every_exercise_in_both_languages(catalog: Catalog, whole: Bundle) -> None:
    """Both pages name every exercise with its title and its statement, and no placeholder is left."""
    for page, language in (("README.md", "en"), ("README.zh.md", "zh")):
        text = whole.files[page].decode()
        for exercise in catalog.exercises():
            title = exercise.title.in_language(language)
            assert f"[{title}](exercises/{exercise.slug}/{page})" in text
        assert "$" not in text.replace("$ grade", "")


# Examples judged without the reference.


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the small course."""
    folder = tmp_path_factory.mktemp("releasing")
    return make_release(make_course_to_release(folder / "course"), folder / "out")


@pytest.fixture(scope="module")
def students(release: Path, zygote: Zygote) -> Judge:
    """The judge that a student has in a release."""
    return Judge(Catalog(release), zygote=zygote)


def graded(judge: Judge, source: str, **limits: float) -> Attempt:
    """Grade a source for ``double``."""
    exercise = judge.catalog.load(SLUG)
    exercise = replace(exercise, limits=replace(exercise.limits, **limits))
    return judge.grade(exercise, SourceText("double.py", source, hashlib.sha256(source.encode()).hexdigest()))


def test_what_answers_as_the_reference_did_holds_every_example(students: Judge) -> None:
    """Right answers hold every example: calls, options, lambdas, attributes, exceptions."""
    attempt = graded(students, RIGHT)

    assert attempt.verdict is Verdict.EXAMPLES_HELD
    assert (attempt.held, len(attempt.results)) == (len(CALLS), len(CALLS))
    assert attempt.done


def test_an_attempt_in_a_release_claims_nothing_about_hidden_properties(students: Judge) -> None:
    """No points, no diagnosis, no accepted; scope and a message say what was not run."""
    attempt = graded(students, RIGHT)

    assert attempt.scope is Scope.EXAMPLES
    assert (attempt.score, attempt.max_score, attempt.diagnosis) == (0, 0, None)
    assert [(result.points, result.max_points) for result in attempt.results] == [(0, 0)] * len(CALLS)
    assert "Hidden properties: not run here." in str(attempt.messages[-1])
    assert [run.device for run in attempt.devices] == ["cpu"]


def test_a_difference_is_shown_like_a_counterexample(students: Judge) -> None:
    """A wrong answer shows the call, both answers with the cells that differ, and code that repeats it."""
    attempt = graded(students, WRONG)
    fallen = [result for result in attempt.results if result.outcome is Outcome.FALSIFIED]
    found = fallen[0].counterexample

    assert attempt.verdict is Verdict.EXAMPLES_FELL
    assert not attempt.done
    assert [result.name for result in fallen] == ["example_2", "example_3"]
    assert found is not None
    assert (found.call, found.inputs) == (CALLS[1], ())
    assert found.actual is not None
    assert [cell.marked for row in found.actual.grid or () for cell in row] == [True, True, True, False]
    assert "3 of 4 elements" in str(found.difference.text)
    assert found.replay == f"import torch\nfrom double import double\n\nprint({CALLS[1]})"


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        ("def double(x, times=1):\n    raise NotImplementedError\n", Verdict.EXAMPLES_FELL, "not written yet"),
        ("def double(x, times=1):\n    return x * 2**times\n", Verdict.EXAMPLES_FELL, "expected it to raise ValueError"),
        ("def double(x, times=1):\n    return x.double() * 2**times\n", Verdict.EXAMPLES_FELL, "dtype"),
        ("def twice(x):\n    return x\n", Verdict.NO_TARGET, "does not define double"),
        ("def double(x, times=1)\n    return x\n", Verdict.CRASHED, "not valid Python"),
        ("import os\ndef double(x, times=1):\n    os._exit(3)\n", Verdict.CRASHED, "exited by itself"),
        ("def double(x, times=1):\n    while True:\n        pass\n", Verdict.TIMED_OUT, "longer than"),
        ("def double(x):\n    return x * 2\n", Verdict.EXAMPLES_FELL, "cannot be called as the exercise calls it"),
    ],
)  # fmt: skip
def test_everything_that_can_go_wrong_has_its_verdict(
    students: Judge, source: str, verdict: Verdict, words: str
) -> None:
    """The verdicts about a file are the same as with hidden properties, and each says what was not run."""
    attempt = graded(students, source, call_seconds=1.0, exercise_seconds=2.0)
    shown = [str(one.counterexample.difference.text) for one in attempt.results if one.counterexample]
    said = "\n".join([*map(str, attempt.messages), *shown, *(str(one.message) for one in attempt.results)])

    assert attempt.verdict is verdict
    assert words in said
    assert attempt.scope is Scope.EXAMPLES


def test_forbidden_operations_are_forbidden_in_a_release_too(
    catalog: Catalog, zygote: Zygote, whole: Bundle, tmp_path: Path
) -> None:
    """A forbidden operation of the submission is found; the examples' own use of one is nobody's hit."""
    write_folder(make_bundle(catalog, ("gather",)), tmp_path / "out")
    judge = Judge(Catalog(tmp_path / "out"), zygote=zygote)
    exercise = judge.catalog.load("gather")
    cheat = "import torch\nname = 'gat' 'her'\ndef gather(x, dim, index):\n    return getattr(torch, name)(x, dim, index)\n"

    assert judge.grade(exercise, SourceText("gather.py", cheat, "")).verdict is Verdict.FORBIDDEN
    own = "(lambda x: gather(x, 0, torch.tensor([0])) + torch.gather(x, 0, torch.tensor([1])))(torch.ones(2))"
    frozen = judge.catalog.exercise_folder("gather") / FROZEN
    told = json.loads(frozen.read_text(encoding="utf-8"))
    told["examples"] = [{"call": own, "returns": "torch.tensor([2.0], dtype=torch.float32)"}]
    frozen.write_text(json.dumps(told), encoding="utf-8")
    honest = "def gather(x, dim, index):\n    return x[index]\n"
    assert judge.grade(exercise, SourceText("gather.py", honest, "")).verdict is Verdict.EXAMPLES_HELD


def test_a_course_with_its_hidden_part_is_never_judged_by_examples(zygote: Zygote, tmp_path: Path) -> None:
    """Only a release without the hidden properties, or a judge that was told so, stops at the examples."""
    course = Catalog(make_course_to_release(tmp_path))
    source = SourceText("double.py", RIGHT, "")
    exercise = course.load(SLUG)

    assert Judge(course, zygote=zygote).grade(exercise, source).scope is Scope.PROPERTIES
    write(tmp_path / RELEASE, "")
    assert Judge(course, zygote=zygote).grade(exercise, source).scope is Scope.PROPERTIES
    (tmp_path / "exercises" / SLUG / FROZEN).write_bytes(
        make_bundle(replace_release(course), ()).files[f"{public_folder(SLUG)}/{FROZEN}"]
    )
    told = Judge(course, zygote=zygote, examples_only=True)
    assert told.grade(exercise, source).verdict is Verdict.EXAMPLES_HELD


def replace_release(course: Catalog) -> Catalog:
    """Take the mark of a release away."""
    (course.root / RELEASE).unlink()
    return course


def test_a_fault_of_ours_is_no_verdict_on_the_student(
    students: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails in the judge while an example is compared is a fault of the grader."""

    def fail(*_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr("grader.judge.grading.open_submission", fail)
    attempt = graded(students, RIGHT)
    assert attempt.verdict is Verdict.GRADER_FAULT
    assert attempt.scope is Scope.EXAMPLES


@pytest.mark.parametrize(
    ("frozen", "words"),
    [
        ("{", "is damaged"),
        ('{"format": 1, "stub": "def double(x): ..."}', "has no example"),
        ('{"format": 1, "stub": "x", "examples": [{"call": "double(1)", "returns": "1"}]}', "cannot be imported"),
        ('{"format": 1, "stub": "", "examples": [{"call": "double(1)", "returns": "<object>"}]}', "is not a value"),
        ('{"format": 1, "stub": "", "examples": [{"call": "double(1)", "returns": "raises Nothing"}]}', "no exception"),
    ],
)  # fmt: skip
def test_a_damaged_examples_file_is_named(
    release: Path, zygote: Zygote, tmp_path: Path, frozen: str, words: str
) -> None:
    """Someone edited examples.json: an error that names the file, no verdict."""
    for name in (RELEASE, "exercises/double/exercise.toml"):
        write(tmp_path / name, (release / name).read_text(encoding="utf-8"))
    write(tmp_path / "exercises" / SLUG / FROZEN, frozen)
    judge = Judge(Catalog(tmp_path), zygote=zygote)
    with pytest.raises(ContentError, match=words):
        graded(judge, RIGHT)


# The same comparison.


@settings(max_examples=60)
@given(
    numbers=st.lists(st.floats(-1e3, 1e3, width=32), min_size=1, max_size=6),
    wrong=st.floats(-1e-4, 1e-4),
    dtype=st.sampled_from((torch.float32, torch.float64)),
)
def test_a_frozen_answer_is_compared_as_the_references_own(
    numbers: list[float], wrong: float, dtype: torch.dtype
) -> None:
    """With its bounds kept, an answer is right or wrong exactly where it was with the reference at hand."""
    x = torch.tensor(numbers, dtype=dtype)
    asked = expect(lambda x: x.sum() * x.exp().tanh(), (x,), {})
    bounds = {path: (exact, within) for path, (exact, within) in asked.bounds().items()}
    answer = asked.value * (1 + wrong) + wrong

    kept = Frozen(asked.value, None, bounds)
    assert torch.equal(kept.mismatch("result", answer.double()), asked.mismatch("result", answer.double()))


def test_without_bounds_half_of_the_digits_have_to_be_right() -> None:
    """A course that froze no bounds is compared leniently: a right answer is never called wrong there."""
    kept = Frozen(torch.tensor([1.0, 100.0]))
    marks = mismatch_mask(torch.tensor([1.0 + 1e-4, 100.1]), kept)
    assert marks is not None
    assert marks.tolist() == [False, True]


def test_frozen_bounds_survive_the_file() -> None:
    """Bounds are read as they were written, and a literal that is none is a `ContentError`."""
    bound = Bound("torch.tensor([1.0], dtype=torch.float64)", "torch.tensor([0.5], dtype=torch.float64)")
    kept = expected(Example("f()", "torch.tensor([1.25], dtype=torch.float32)", {"result": bound}), "here")

    assert not kept.mismatch("result", torch.tensor([1.4], dtype=torch.float64)).any()
    assert kept.mismatch("result", torch.tensor([1.6], dtype=torch.float64)).all()
    with pytest.raises(ContentError, match="is not a value"):
        expected(Example("f()", "1.0", {"result": Bound("oops", "1")}), "here")


# Asking the reference.


@pytest.mark.parametrize(
    ("call", "plain"),
    [
        ("f(1, b=torch.ones(2))", True),
        ("(lambda x: f(x))(torch.ones(2))", True),
        ("f(1).shape", False),
        ("f(f(1))", False),
        ("f(*[1])", False),
        ("f(**{'b': 1})", False),
        ("sorted(f(1))", False),
    ],
)
def test_arguments_are_told_apart_where_that_is_possible(call: str, plain: bool) -> None:
    """A plain call is asked with its arguments, so that tolerances know them; any other one whole."""
    function, args, kwargs = question(call, "f", {"f": lambda *a, **k: torch.ones(1), "torch": torch})
    assert bool(args or kwargs) is plain
    assert callable(function)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("double('a' * 3)", "asked again|it fails|is not a value|TypeError"),
        ("double(torch.ones(2)).missing", "AttributeError"),
        ("double(torch.rand(2))", "answers something else"),
        ("[double(torch.ones(1))][int(torch.randint(0, 10**6, ())) % 7 * 0 + int(torch.initial_seed() == 1)]", "IndexError"),
        ("lambda: double", "is not a value"),
    ],
)  # fmt: skip
def test_examples_that_cannot_be_frozen_are_the_authors_to_mend(
    tmp_path: Path, call: str, words: str
) -> None:
    """An example that fails, is drawn by chance, or has no literal stops the release."""
    course = Catalog(make_course_to_release(tmp_path, (call,)))
    if "'a'" in call:
        write(tmp_path / "solutions" / SLUG / "reference.py", REFERENCE + "\n\ndouble = lambda x: 1 / 0\n")
    with pytest.raises(ContentError, match=words if "'a'" not in call else "ZeroDivisionError"):
        make_bundle(course, ())


# What is put together, and where it is written.


def module(name: str, *needs: str) -> Module:
    return Module(name, Bilingual(name, name), needs)


def test_the_path_keeps_what_a_module_needs_through_others() -> None:
    """A module that is left out hands its needs on; order and titles stay."""
    path = (module("M01"), module("M02", "M01"), module("M03", "M02"), module("M04", "M03", "M02"))

    kept = narrowed(path, {"M01", "M04"})
    assert [(one.id, one.needs) for one in kept] == [("M01", ()), ("M04", ("M01",))]
    assert narrowed(path, set()) == ()


def test_the_path_is_written_as_it_is_read(tmp_path: Path) -> None:
    """What `write_path` writes is the learning path again, Chinese titles included."""
    modules = (module("M01"), replace(module("M02", "M01"), title=Bilingual('a "b" \\', "甲")))
    write(tmp_path / "exercises" / "path.toml", write_path(modules).decode())

    assert Catalog(tmp_path).modules() == modules


def test_some_exercises_can_be_released(catalog: Catalog) -> None:
    """Named exercises are released in the course's order, with the modules they are in."""
    bundle = make_bundle(catalog, ("gather", "one_hot"))

    assert bundle.slugs == ("one_hot", "gather")
    assert bundle.assignment == ROOT.name
    assert bundle.files["exercises/path.toml"].decode().count("[[module]]") == 2
    with pytest.raises(ExerciseNotFound):
        make_bundle(catalog, ("no_such",))


def test_only_what_is_on_the_list_is_given_out(tmp_path: Path) -> None:
    """Whatever else lies in an exercise's folder, or comes from a student, stays at home."""
    root = make_course_to_release(tmp_path)
    folder = root / "exercises" / SLUG
    for name in ("answer.py", "reference.py", ".env", "old/double.py", "double.py.bak"):
        write(folder / name, "SECRET = 42\n")
    course = Catalog(root)
    frozen = make_bundle(course, ()).files
    write(folder / FROZEN, frozen[f"exercises/{SLUG}/{FROZEN}"].decode())
    write(folder / "double.py", f"# an instructor tried it\n{RIGHT}")
    files = make_bundle(course, ()).files

    assert {name.rpartition("/")[2] for name in files if SLUG in name} == PER_EXERCISE | {"double.py"}
    assert not any(b"SECRET" in data or b"instructor tried" in data for data in files.values())


def test_what_is_not_fit_to_be_given_out_is_refused(tmp_path: Path) -> None:
    """No example, no statement, no hidden part, or a release instead of a course: an error says which."""
    root = make_course_to_release(tmp_path, ())
    course = Catalog(root)
    with pytest.raises(ContentError, match="no public example"):
        make_bundle(course, ())
    with_examples(root, CALLS)
    (root / "exercises" / SLUG / "README.md").unlink()
    with pytest.raises(ContentError, match=r"no README\.md"):
        make_bundle(course, ())
    (root / "solutions" / SLUG / "test_double.py").unlink()
    with pytest.raises(UsageError, match="no hidden part"):
        make_bundle(course, ())
    write(root / RELEASE, "")
    with pytest.raises(UsageError, match="is a release"):
        make_bundle(course, ())


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """The small course's bundle."""
    return make_bundle(Catalog(make_course_to_release(tmp_path / "course")), (), "Homework 1")


def written(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_a_release_is_written_over_only_by_force(bundle: Bundle, tmp_path: Path) -> None:
    """The folder holds the bundle and nothing else; with --force also where an earlier one had more."""
    out = tmp_path / "out"
    larger = replace(bundle, files=bundle.files | {"exercises/old/old.py": b""})
    lock = bundle.files[RELEASE].decode() + '"exercises/old/old.py" = "00"\n'
    write_folder(replace(larger, files=larger.files | {RELEASE: lock.encode()}), out)

    with pytest.raises(UsageError, match="holds a release already"):
        write_folder(bundle, out)
    write_folder(bundle, out, force=True)
    assert written(out) == bundle.files
    assert not (out / "exercises" / "old").exists()


def test_a_folder_with_anything_else_is_never_written_to(bundle: Bundle, tmp_path: Path) -> None:
    """What no release made would be given out with it: refused, by force too; so is a file."""
    write(tmp_path / "out" / "solutions" / "reference.py", "")
    with pytest.raises(UsageError, match=r"solutions/reference\.py"):
        write_folder(bundle, tmp_path / "out", force=True)
    write(tmp_path / "file", "")
    with pytest.raises(UsageError, match="is not a folder"):
        write_folder(bundle, tmp_path / "file")
    with pytest.raises(UsageError, match="cannot be written"):
        write_folder(bundle, tmp_path / "file" / "below")
    with pytest.raises(UsageError, match="cannot be written"):
        write_zip(bundle, tmp_path / "none" / "a.zip", "a")


def test_the_zip_is_the_same_bytes_each_time(bundle: Bundle, tmp_path: Path) -> None:
    """Made twice, the zip is equal; it has one folder with the bundle's files."""
    for name in ("a.zip", "b.zip"):
        write_zip(bundle, tmp_path / name, "hw1")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"hw1/{name}": data for name, data in bundle.files.items()
        }
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with pytest.raises(UsageError, match="is there already"):
        write_zip(bundle, tmp_path / "a.zip", "hw1")


def test_a_damaged_lock_is_named() -> None:
    """Someone edited release.toml: an error that names it."""
    for data in (b"format = ", b"format = 1\n", b"\xff"):
        with pytest.raises(ContentError, match=r"release\.toml is damaged"):
            read_lock(data, "release.toml")


# The command line, as the instructor and then the student use it.


@pytest.fixture
def in_release(release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A student's copy of the release, as the current folder."""
    for name, data in written(release).items():
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_bytes(data)
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def shared_zygote(zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands use the warm zygote, and not end it."""

    class Shared:
        def __enter__(self) -> Zygote:
            return zygote

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr("grader.client.zygote.Zygote", Shared)
    monkeypatch.setattr(Judge, "close", lambda self: None)


def test_an_instructor_releases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`grade release OUT --zip` writes folder and zip and says where; a second time it needs --force."""
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(make_course_to_release(tmp_path / "course"))
    out = tmp_path / "out"

    assert main(["release", str(out), "--assignment", "HW 1", "--zip"]) == 0
    assert capsys.readouterr().out == f"Released: {out} (exercises: 1)\nPacked: {out}.zip\n"
    assert main(["release", str(out), SLUG, "--zip"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["release", str(out), SLUG, "--zip", "--force"]) == 0
    assert read_lock((out / RELEASE).read_bytes(), "").assignment == "course"


def test_a_student_works_in_a_release(
    in_release: Path, shared_zygote: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """run, list, hint and reset work on the public examples; exit code 0 means that every example holds."""
    stub = in_release / "exercises" / SLUG / "double.py"

    assert main(["run"]) == 1
    assert "Public examples: 0 of 5 hold. No score" in capsys.readouterr().out
    stub.write_text(WRONG, encoding="utf-8")
    assert main(["run", SLUG]) == 1
    capsys.readouterr()
    assert main(["list"]) == 0
    listed = capsys.readouterr().out
    assert "PENDING  (3 / 5)" in listed
    assert "Hidden properties: not run here." in listed
    stub.write_text(RIGHT, encoding="utf-8")
    assert main(["run", SLUG]) == 0
    assert "every public example holds" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    entry = json.loads(capsys.readouterr().out)["exercises"][0]
    assert (entry["state"], entry["score"], entry["examples_held"], entry["examples"]) == ("done", None, 5, 5)
    assert main(["hint", SLUG]) == 0
    assert main(["reset", SLUG, "--yes"]) == 0
    assert stub.read_text(encoding="utf-8").endswith("raise NotImplementedError\n")


def test_no_report_of_a_release_can_be_mistaken_for_the_instructors(
    in_release: Path, shared_zygote: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Terminal, JSON, HTML and JUnit say what was not run, and none says accepted, a score or points."""
    (in_release / "exercises" / SLUG / "double.py").write_text(RIGHT, encoding="utf-8")

    assert main(["run", "--json", "r.json", "--html", "r.html", "--junit", "r.xml"]) == 0
    document = json.loads((in_release / "r.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, SCHEMA)
    attempt = document["attempts"][0]
    assert (attempt["scope"], attempt["verdict"]) == ("examples", "examples_held")
    assert (attempt["score"], attempt["max_score"]) == ("0", "0")
    shown = [
        capsys.readouterr().out,
        *((in_release / name).read_text(encoding="utf-8") for name in ("r.html", "r.xml")),
    ]
    for report in shown:
        assert "Hidden properties: not run here." in report
        for claim in ("accepted", "Score:", "0/0", " points</span>"):
            assert claim not in report


def test_reports_in_chinese_say_it_too(students: Judge) -> None:
    """Nothing of the English sentences is left in the Chinese reports."""
    attempt = graded(students, WRONG)
    for report in (render_attempt(attempt, translator("zh"), 80), attempt_page(attempt, translator("zh"))):
        assert "Hidden properties" not in report
        assert "Public examples" not in report
        assert "示例 2：" in report


@pytest.mark.parametrize(
    "command", [["validate"], ["batch", ".", "--out", "o"], ["regrade", "g.db"], ["release", "o"]]
)
def test_what_needs_the_hidden_part_is_refused(
    in_release: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Proving, grading a class and releasing need the course itself; the message says so."""
    assert main(command) == 2
    assert "has no hidden properties" in capsys.readouterr().err


def test_progress_counts_examples_apart_from_points() -> None:
    """The best number of examples so far is kept, and never becomes a score."""
    attempt = Attempt(
        "you", SLUG, Bilingual("", ""), None, Verdict.EXAMPLES_FELL, 0, 0, (), (), None, None, scope=Scope.EXAMPLES
    )  # type: ignore[arg-type]  # fmt: skip
    progress = Progress(examples_held=2, examples=4).after(attempt)

    assert (progress.examples_held, progress.examples, progress.attempted, progress.done) == (
        2,
        0,
        False,
        False,
    )


@pytest.mark.slow
def test_every_reference_and_wheat_holds_every_public_example(
    catalog: Catalog, zygote: Zygote, whole: Bundle, tmp_path: Path
) -> None:
    """What is right by the hidden properties is right by the examples, in all 65 exercises."""
    write_folder(whole, tmp_path / "out")
    judge = Judge(Catalog(tmp_path / "out"), zygote=zygote)
    fallen = []
    for exercise in catalog.exercises():
        folder = hidden_folder(exercise.slug)
        names = [f"{folder}/reference.py", *catalog.content.names(f"{folder}/wheats")]
        for name in (name for name in names if name.endswith(".py")):
            source = SourceText(name, catalog.content.read(name).decode(), "")
            if judge.grade(exercise, source).verdict is not Verdict.EXAMPLES_HELD:
                fallen.append(name)
    assert fallen == []


@pytest.mark.parametrize(
    "slug", ["adam_step", "build_mlp", "count_parameters", "early_stopping", "numpy_roundtrip"]
)  # fmt: skip
def test_examples_of_every_kind_hold_for_the_reference(catalog: Catalog, zygote: Zygote, slug: str) -> None:
    """Changed arguments, modules, classes and NumPy: the expression runs where the submission is."""
    judge = Judge(catalog, zygote=zygote, examples_only=True)
    source = judge.reference_source(catalog.load(slug))

    assert judge.grade(catalog.load(slug), SourceText(f"{slug}.py", source, "")).done


def test_the_stubs_hold_no_example_by_chance(catalog: Catalog, zygote: Zygote) -> None:
    """An untouched stub is never done in a release."""
    judge = Judge(catalog, zygote=zygote, examples_only=True)
    for slug in ("gather", "xavier_init", "train_digits"):
        stub = SourceText(f"{slug}.py", catalog.pristine_stub(slug), "")
        assert judge.grade(catalog.load(slug), stub).verdict is Verdict.EXAMPLES_FELL


def test_small_course_has_no_release_in_it(tmp_path: Path) -> None:
    """A course is a release only by its release.toml."""
    assert not Catalog(make_small_course(tmp_path)).is_release
    assert "grader.release" not in sys.modules or Catalog(ROOT).is_release is False


def test_pages_of_several_exercises_say_what_was_not_run(students: Judge, tmp_path: Path) -> None:
    """A report of more than one attempt is a course's pages; in a release each says so, and elsewhere none does."""
    attempt = graded(students, RIGHT)
    for scope, said in ((Scope.EXAMPLES, True), (Scope.PROPERTIES, False)):
        attempts = tuple(replace(attempt, exercise=slug, scope=scope, messages=()) for slug in ("a", "b"))
        write_course(Course("c", attempts), tmp_path / scope.value, "en")
        for page in ("index.html", "students/you.html"):
            text = (tmp_path / scope.value / page).read_text(encoding="utf-8")
            assert ("Hidden properties: not run here." in text) is said
