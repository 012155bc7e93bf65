"""A sealed course: only its key opens it, only in memory, and it grades as the folder does."""

from __future__ import annotations

import inspect
import json
import os
import stat
import subprocess
import sys
import traceback
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_course import CHAFFS, REFERENCE, SLUG, make_small_course

from grader.catalog import COURSE_VARIABLE, Catalog, SourceText, hidden_folder
from grader.cli import main
from grader.cli.invocation import Invocation
from grader.cli.sealing import command
from grader.client.zygote import Zygote
from grader.content import FolderContent, MemoryContent
from grader.errors import ContentError, KeyRefused, SealedUnreadable
from grader.seal import KEY_VARIABLE, Key, new_key, open_sealed, read_key, seal, take_key

KEY = new_key()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A course of one exercise."""
    return Catalog(make_small_course(tmp_path_factory.mktemp("seal") / "small"))


@pytest.fixture(scope="module")
def sealed(small: Catalog) -> bytes:
    """That course, sealed."""
    return seal(small, [SLUG], KEY)


@pytest.fixture(scope="module")
def opened(sealed: bytes) -> Catalog:
    """The sealed course, opened in memory."""
    found = open_sealed(sealed, KEY)
    return Catalog(Path(found.name), found.content)


def grade_seal(*arguments: str | Path) -> Result:
    """Run the command as it is typed; its errors are raised."""
    return CliRunner().invoke(command, [str(one) for one in arguments], obj=Invocation())


# The file ------------------------------------------------------------------------------------------


def test_nothing_of_the_course_is_in_the_sealed_file(small: Catalog, sealed: bytes) -> None:
    """No line of any file of the course, no name of one and no slug can be read off the sealed file."""
    for name, data in small.files(SLUG):
        assert Path(name).name.encode() not in sealed
        for line in data.split(b"\n"):
            assert len(line.strip()) < 8 or line.strip() not in sealed
    assert sealed.isascii()


def test_what_is_opened_is_what_was_sealed(small: Catalog, sealed: bytes, opened: Catalog) -> None:
    """Every file of both folders comes back byte for byte, and with it the exercise's version."""
    assert open_sealed(sealed, KEY).slugs == opened.slugs() == (SLUG,)
    assert dict(opened.files(SLUG)) == dict(small.files(SLUG))
    assert opened.version(SLUG) == small.version(SLUG)
    assert opened.load(SLUG) == small.load(SLUG)
    assert opened.statement(SLUG, "zh") == small.statement(SLUG, "zh")
    assert opened.has_solution(SLUG)
    assert not opened.has_solution("another")
    assert opened.modules() == ()
    assert opened.root.name == "small"


def test_the_learning_path_is_sealed_too(tmp_path: Path) -> None:
    """The modules of a sealed course are those of the folder."""
    root = make_small_course(tmp_path / "course")
    line = '[[module]]\nid = "M01"\ntitle = { en = "a", zh = "b" }\n'
    (root / "exercises" / "path.toml").write_text(line)
    found = open_sealed(seal(Catalog(root), [SLUG], KEY), KEY)
    assert [module.id for module in Catalog(Path("x"), found.content).modules()] == ["M01"]
    assert found.slugs == (SLUG,)


def test_the_students_own_stub_is_not_sealed(tmp_path: Path) -> None:
    """What somebody has made of the stub is not sealed: the one that was handed out is."""
    root = make_small_course(tmp_path / "course")
    pristine = (root / "exercises" / SLUG / f"{SLUG}.py").read_text()
    (root / "exercises" / SLUG / "examples.json").write_text(json.dumps({"format": 1, "stub": pristine}))
    (root / "exercises" / SLUG / f"{SLUG}.py").write_text("mine = 1\n")
    found = open_sealed(seal(Catalog(root), [SLUG], KEY), KEY)
    assert found.content.read(f"exercises/{SLUG}/{SLUG}.py").decode() == pristine


def test_litter_is_not_sealed(tmp_path: Path) -> None:
    """Caches of tools stay out."""
    root = make_small_course(tmp_path / "course")
    for folder in (".mypy_cache", "__pycache__"):
        (root / "solutions" / SLUG / folder).mkdir()
        (root / "solutions" / SLUG / folder / "x").write_text("litter")
    found = open_sealed(seal(Catalog(root), [SLUG], KEY), KEY)
    assert not any("cache" in name for name in found.content.files)


def test_an_exercise_without_properties_is_not_sealed(tmp_path: Path) -> None:
    """In a student's copy there is nothing to seal, and the message says so."""
    root = make_small_course(tmp_path / "course")
    (root / "solutions" / SLUG / f"test_{SLUG}.py").unlink()
    with pytest.raises(ContentError, match=r"has no test_double\.py"):
        seal(Catalog(root), [SLUG], KEY)


# Keys ----------------------------------------------------------------------------------------------


def test_another_key_is_named_as_such(sealed: bytes) -> None:
    """Fingerprints of both keys are in the message, and neither key is."""
    other = new_key()
    with pytest.raises(KeyRefused) as refused:
        open_sealed(sealed, other)
    assert KEY.fingerprint in refused.value.message
    assert other.fingerprint in refused.value.message
    assert KEY.text not in str(refused.value)
    assert other.text not in str(refused.value)


@pytest.mark.parametrize("text", ["", "short", "x" * 44, "not a key at all, but rather a long sentence"])
def test_what_is_no_key_is_refused(sealed: bytes, text: str) -> None:
    """A text that is no key is said to be none; the text itself is not repeated."""
    with pytest.raises(KeyRefused, match="is not a key of ours") as refused:
        open_sealed(sealed, Key(text))
    assert not text or text not in str(refused.value)


def test_a_key_is_not_shown(sealed: bytes) -> None:
    """Neither a key nor what it opened shows anything when it is printed."""
    assert KEY.text not in repr(KEY)
    assert "reference" not in repr(open_sealed(sealed, KEY))


def test_altered_files_are_refused(sealed: bytes) -> None:
    """A changed byte anywhere behind the head, and a file cut short, are seen; what is no such file is named."""
    head = sealed.index(b"\n") + 1
    for at in (head, head + 40, len(sealed) // 2, len(sealed) - 3):
        other = b"A" if sealed[at : at + 1] != b"A" else b"B"
        with pytest.raises(SealedUnreadable, match="altered or damaged"):
            open_sealed(sealed[:at] + other + sealed[at + 1 :], KEY)
    with pytest.raises(SealedUnreadable, match="altered or damaged"):
        open_sealed(sealed[:-40], KEY)
    for data in (b"", b"PK\x03\x04", sealed.replace(b"sealed 1", b"sealed 2", 1)):
        with pytest.raises(SealedUnreadable, match="is not a sealed file of format 1"):
            open_sealed(data, KEY)


def test_the_key_is_taken_out_of_the_environment() -> None:
    """The key is read once; afterwards no child inherits it, and spaces round it do not matter."""
    environment = {KEY_VARIABLE: f" {KEY.text}\n", "HOME": "/"}
    assert take_key(environment) == KEY
    assert environment == {"HOME": "/"}
    assert take_key(environment) is None


SHOWN = """
import os
from pathlib import Path
from grader.seal import take_key
before = Path("/proc/self/environ").read_bytes()
key = take_key()
after = Path("/proc/self/environ").read_bytes()
assert key.text.encode() in before
assert key.text.encode() not in after
assert len(before) == len(after) and b"OTHER=stays" in after
assert "TENSORGRADE_KEY" not in os.environ
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows a process's first environment")
def test_the_kernel_shows_the_key_no_more() -> None:
    """The first environment of the process, which the kernel shows to its user, holds no key afterwards."""
    environment = {**os.environ, KEY_VARIABLE: KEY.text, "OTHER": "stays"}
    subprocess.run([sys.executable, "-c", SHOWN], env=environment, check=True)


def test_without_proc_the_key_is_taken_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no /proc, nothing is overwritten and nothing fails."""
    monkeypatch.setenv(KEY_VARIABLE, KEY.text)
    monkeypatch.setattr(Path, "read_text", lambda *_: (_ for _ in ()).throw(OSError("no /proc")))
    assert take_key() == KEY
    assert KEY_VARIABLE not in os.environ


# The command ---------------------------------------------------------------------------------------


@pytest.fixture
def in_course(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """The small course as the current one."""
    monkeypatch.setenv(COURSE_VARIABLE, str(small.root))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    return small


def test_new_key_is_printed(in_course: Catalog) -> None:
    """`grade seal --new-key` prints one line, and it is a key."""
    printed = grade_seal("--new-key").output
    assert Key(printed.strip()).cipher()
    assert printed.count("\n") == 1


def test_new_key_file_is_for_its_owner_alone(in_course: Catalog, tmp_path: Path) -> None:
    """A key file can be read by its owner only, prints nothing, and is never overwritten."""
    file = tmp_path / "course.key"
    assert grade_seal("--new-key", "--key-file", file).output == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = read_key(file)
    assert main(["seal", "--new-key", "--key-file", str(file)]) == 2
    assert read_key(file) == before


def test_seal_writes_a_file_that_the_key_opens(in_course: Catalog, tmp_path: Path) -> None:
    """Key and file can be made by one command; all exercises are sealed where none is named."""
    done = CliRunner().invoke(command, ["--new-key", str(tmp_path / "a.sealed")], obj=Invocation())
    assert done.exit_code == 0
    key = Key(done.stdout.strip())
    assert open_sealed((tmp_path / "a.sealed").read_bytes(), key).slugs == (SLUG,)
    assert key.fingerprint in done.stderr


def test_seal_with_a_key_file(in_course: Catalog, tmp_path: Path) -> None:
    """A key file does as well as the environment."""
    (tmp_path / "k").write_text(KEY.text + "\n")
    assert grade_seal(tmp_path / "a.sealed", SLUG, "--key-file", tmp_path / "k").exit_code == 0
    assert open_sealed((tmp_path / "a.sealed").read_bytes(), KEY).slugs == (SLUG,)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "There is nothing to do"),
        (["a.sealed"], "There is no key"),
        (["a.sealed", "--key-file", "none"], "none cannot be read"),
        (["a.sealed", "nonsense", "--key-file", "k"], "There is no exercise 'nonsense'"),
        (["no/such/folder/a.sealed", "--key-file", "k"], "cannot be written"),
    ],
)
def test_what_cannot_be_sealed_is_wrong_usage(
    in_course: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: list[str], said: str,
) -> None:  # fmt: skip
    """Each mistake is exit code 2 and says what it is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "k").write_text(KEY.text)
    assert main(["seal", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("**/*.sealed"))


def test_show_says_what_is_sealed_and_whether_it_is_current(
    in_course: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--show` lists exercises with their versions; one that has changed since it was sealed is exit code 1."""
    (tmp_path / "k").write_text(KEY.text)
    changed = make_small_course(tmp_path / "changed")
    (changed / "solutions" / SLUG / "reference.py").write_text("# changed\n" + REFERENCE)
    (tmp_path / "a.sealed").write_bytes(seal(in_course, [SLUG], KEY))
    show = ["seal", "--show", str(tmp_path / "a.sealed"), "--key-file", str(tmp_path / "k")]
    assert main(show) == 0
    assert capsys.readouterr().out == f"{SLUG}  {in_course.version(SLUG)[:12]}  as here\n"
    monkeypatch.setenv(COURSE_VARIABLE, str(changed))
    assert main(show) == 1
    assert "not as here" in capsys.readouterr().out
    assert main(["seal", "--show", str(tmp_path / "none"), "--key-file", str(tmp_path / "k")]) == 2


# Judging from memory -------------------------------------------------------------------------------


def test_memory_grades_as_the_folder_does(small: Catalog, opened: Catalog, zygote: Zygote) -> None:
    """Reference and chaffs get the same attempts, counterexamples and diagnoses from memory as from disk."""
    from grader.judge import Judge

    sources = {"reference": REFERENCE, **CHAFFS}
    here = Judge(small, zygote=zygote), Judge(opened, zygote=zygote)
    for name in ("reference", "ignores_times"):
        source = SourceText(f"{name}.py", sources[name], "0" * 64)
        disk, memory = (
            replace(judge.grade(judge.catalog.load(SLUG), source), graded_at=None)  # type: ignore[arg-type]
            for judge in here
        )
        assert memory == disk
    assert here[1].reference_source(opened.load(SLUG)) == REFERENCE


NUMBERS = """
from hypothesis import given, settings, strategies as st
from grader.author import points

@points(10)
@settings(max_examples=100)
@given(n=st.integers(0, 10**6), x=st.floats(0, 100))
def test_numbers(student, n, x):
    \"\"\"Draws numbers.\"\"\"
"""


def test_draws_do_not_depend_on_what_else_is_imported(small: Catalog, tmp_path: Path) -> None:
    """Numbers in a source file that happens to be imported are not drawn: Hypothesis would look for them."""
    from grader.judge.corpus import draw
    from grader.judge.properties import collect, import_file, profile

    content = MemoryContent({"solutions/x/test_x.py": NUMBERS.encode()})
    with profile():
        (prop,) = collect(import_file(content, "solutions/x/test_x.py", "tensorgrade_properties_x"))
    before = draw(prop, 1)
    numbers = (*range(1000, 500_000, 997), *(number / 8 for number in range(9, 800, 7)))
    (tmp_path / "constants_of_others.py").write_text(f"NUMBERS = {numbers}\n")
    sys.path.insert(0, str(tmp_path))
    try:
        __import__("constants_of_others")
        assert draw(prop, 1) == before
    finally:
        sys.path.remove(str(tmp_path))
        del sys.modules["constants_of_others"]


def test_examples_of_sealed_properties_are_not_kept(opened: Catalog) -> None:
    """What is drawn for sealed properties has no version under which it would be kept on disk."""
    from grader.judge.properties import load_material

    material = load_material(opened.load(SLUG), opened.content, hidden_folder(SLUG))
    assert {prop.version for prop in material.properties} == {""}


BROKEN = 'SECRET = "hidden"\nraise ValueError("the value is hidden-4711")\n'


def test_a_broken_sealed_file_quotes_nothing() -> None:
    """An error in a hidden file names the file and the kind of error, and neither its words nor its lines."""
    from grader.judge.properties import import_file

    content = MemoryContent({"solutions/x/reference.py": BROKEN.encode()})
    with pytest.raises(ContentError) as refused:
        import_file(content, "solutions/x/reference.py", "tensorgrade_reference_x")
    assert str(refused.value) == "<sealed solutions/x/reference.py> cannot be imported: ValueError."
    cause = refused.value.__cause__
    assert cause is not None
    lines = "".join(traceback.format_tb(cause.__traceback__))
    assert "<sealed solutions/x/reference.py>" in lines
    assert "hidden" not in lines.replace("hidden_", "")


def test_sealed_modules_have_no_source() -> None:
    """Nothing can ask Python for the text of a sealed module."""
    from grader.judge.properties import import_file

    content = MemoryContent({"solutions/x/reference.py": b"def f():\n    return 1\n"})
    module = import_file(content, "solutions/x/reference.py", "tensorgrade_reference_x")
    assert module.f() == 1
    with pytest.raises(OSError, match="source"):
        inspect.getsource(module.f)


def test_contents_agree(small: Catalog, opened: Catalog) -> None:
    """Folder and memory list, have, lack and read the same files."""
    disk, memory = FolderContent(small.root), opened.content
    folder = hidden_folder(SLUG)
    assert memory.names(folder) == disk.names(folder)
    for name in disk.names(folder):
        assert memory.read(name) == disk.read(name)
        assert memory.has(name)
    for content in (disk, memory):
        assert content.names("solutions/none") == ()
        assert not content.has("solutions/none/reference.py")
        with pytest.raises(FileNotFoundError):
            content.read("solutions/none/reference.py")
    assert memory.stamp(folder) == ()
    assert len(disk.stamp(folder)) > 3
    assert (memory.hidden, disk.hidden) == (True, False)
