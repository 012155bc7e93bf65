import hashlib
import json
import os

import pytest
from fake_course import ORDER, STUB, add_exercise, make_course

from grader.catalog import COURSE_VARIABLE, Catalog, read_submission
from grader.errors import ContentError, ExerciseNotFound, SubmissionUnreadable, UsageError
from grader.model import Limits


@pytest.fixture(autouse=True)
def _no_course_variable(monkeypatch):
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)


@pytest.fixture
def catalog(tmp_path):
    return Catalog(make_course(tmp_path))


def edit_manifest(catalog, old, new, slug="gather"):
    path = catalog.exercise_folder(slug) / "exercise.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_find_walks_up(catalog):
    """The course is found from any folder inside it."""
    assert Catalog.find(catalog.exercise_folder("gather")) == catalog


def test_find_says_what_it_looked_for(tmp_path):
    """Outside a course the error says what makes a course."""
    (tmp_path / "exercises").mkdir()
    with pytest.raises(UsageError, match=r"exercises/<slug>/exercise\.toml"):
        Catalog.find(tmp_path)


def test_variable_names_the_course(catalog, tmp_path_factory, monkeypatch):
    """TENSORGRADE_COURSE overrides the folder we stand in."""
    monkeypatch.setenv(COURSE_VARIABLE, str(catalog.root))
    assert Catalog.find(tmp_path_factory.mktemp("elsewhere")) == catalog


def test_variable_that_names_no_course_is_refused(catalog, tmp_path_factory, monkeypatch):
    """A wrong TENSORGRADE_COURSE is an error even inside a course, never ignored."""
    monkeypatch.setenv(COURSE_VARIABLE, str(tmp_path_factory.mktemp("elsewhere")))
    with pytest.raises(UsageError, match=COURSE_VARIABLE):
        Catalog.find(catalog.root)


def test_slugs_follow_module_then_level_then_name(catalog):
    """Exercises come in the order in which they are learned."""
    add_exercise(catalog.root, "abs_it", level=2)
    assert catalog.slugs() == ("zip_up", "gather", "abs_it", "scatter")


def test_load_reads_everything(catalog):
    """Optional keys reach the record, and limits not named keep their default."""
    edit_manifest(catalog, "level = 1", 'level = 1\nforbidden = ["take"]\nby_law = true\nmandatory = true')
    with (catalog.exercise_folder("gather") / "exercise.toml").open("a") as file:
        file.write("[limits]\ncall_seconds = 2\n")
    exercise = catalog.load("gather")
    assert exercise.forbidden == ("take",)
    assert exercise.by_law
    assert exercise.mandatory
    assert exercise.limits == Limits(call_seconds=2.0)
    assert [hint.zh for hint in exercise.hints] == ["第一个提示。", "第二个提示。", "第三个提示。"]


def test_examples_are_calls(catalog):
    """The public examples are handed on as source."""
    with (catalog.exercise_folder("gather") / "exercise.toml").open("a") as file:
        file.write('[[examples]]\ncall = "gather(1)"\n')
    assert catalog.examples("gather") == ("gather(1)",)


def test_unknown_slug_gets_close_matches(catalog):
    """A misspelt slug is answered with the one meant."""
    with pytest.raises(ExerciseNotFound) as caught:
        catalog.load("gahter")
    assert "gather" in caught.value.hint


@pytest.mark.parametrize("slug", ["..", "../exercises/gather", "gather/", "", "/etc"])
def test_slug_cannot_leave_the_folder(catalog, slug):
    """A slug is never used as a path."""
    with pytest.raises(ExerciseNotFound):
        catalog.load(slug)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("level = 1", "level = 9", ["level is 9", "<= 5"]),
        ("level = 1", 'level = "one"', ["level is 'one'", "int"]),
        ("level = 1", "level = 1\nlevle = 2", ["unknown key `levle`"]),
        ('target = "gather"\n', "", ["lacks the key `target`"]),
        ('target = "gather"', 'target = "a b"', ["target is 'a b'"]),
        ('zh = "第二个提示。"', 'zh = ""', ["hints[1].zh is ''"]),
        ('zh = "第二个提示。"', "zh = 3", ["hints[1].zh is 3", "str"]),
        ('module = "M02"', 'module = "two"', ["module is 'two'"]),
        ('[[hints]]\nen = "First idea."\nzh = "第一个提示。"\n', "", ["hints is", "length >= 3"]),
        ("level = 1", "level = = 1", ["not TOML", "line 4"]),
    ],
)
def test_bad_manifest_names_file_key_value_and_expectation(catalog, old, new, told):
    """An author reads where the mistake is, what it is and what was expected."""
    edit_manifest(catalog, old, new)
    with pytest.raises(ContentError) as caught:
        catalog.load("gather")
    for words in (*told, "gather/exercise.toml"):
        assert words in caught.value.message


def test_folder_without_manifest_is_the_authors_fault(catalog):
    """An exercise folder without exercise.toml is a content error, not an unknown exercise."""
    (catalog.exercise_folder("gather") / "exercise.toml").unlink()
    with pytest.raises(ContentError):
        catalog.load("gather")


def test_statement_falls_back_to_english(catalog):
    """A missing Chinese statement is replaced by the English one."""
    assert catalog.statement("gather", "zh") == "# gather\n"
    (catalog.exercise_folder("gather") / "README.zh.md").write_text("# 收集\n", encoding="utf-8")
    assert catalog.statement("gather", "zh_CN") == "# 收集\n"
    assert catalog.statement("gather", "en") == "# gather\n"


def test_an_exercise_without_a_statement_is_the_authors_fault(catalog):
    """Neither language is a content error, and so are bytes that are no text."""
    path = catalog.exercise_folder("gather") / "README.md"
    path.write_bytes(b"\xff")
    with pytest.raises(ContentError, match="cannot be read"):
        catalog.statement("gather", "en")
    path.unlink()
    with pytest.raises(ContentError, match=r"has no README\.md"):
        catalog.statement("gather", "zh")


def test_frozen_stub_survives_edits(catalog):
    """The pristine stub comes from examples.json, whatever the file is now."""
    stub = catalog.pristine_stub("gather")
    frozen = catalog.exercise_folder("gather") / "examples.json"
    frozen.write_text(json.dumps({"stub": stub, "examples": []}))
    catalog.stub_path("gather").write_text("edited")
    assert catalog.pristine_stub("gather") == stub == STUB.format(slug="gather")


@pytest.mark.parametrize("frozen", ["{", "[]", '{"stub": 3}'])
def test_broken_frozen_stub_is_a_content_error(catalog, frozen):
    """A damaged examples.json is named, not a traceback."""
    (catalog.exercise_folder("gather") / "examples.json").write_text(frozen)
    with pytest.raises(ContentError, match=r"examples\.json"):
        catalog.pristine_stub("gather")


def test_version_ignores_the_students_edits_and_nothing_else(catalog):
    """Saving the stub leaves the exercise's version; changing a hidden property makes another."""
    folder = catalog.exercise_folder("gather")
    (folder / "examples.json").write_text(json.dumps({"stub": catalog.pristine_stub("gather")}))
    before = catalog.version("gather")
    catalog.stub_path("gather").write_text("edited")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "gather.pyc").write_bytes(b"litter")
    assert catalog.version("gather") == before
    catalog.solution_folder("gather").mkdir(parents=True)
    (catalog.solution_folder("gather") / "test_gather.py").write_text("# a property\n")
    assert catalog.version("gather") != before


def test_has_solution_needs_the_properties(catalog):
    """A solution is there when its hidden properties are."""
    assert not catalog.has_solution("gather")
    catalog.solution_folder("gather").mkdir(parents=True)
    (catalog.solution_folder("gather") / "test_gather.py").touch()
    assert catalog.has_solution("gather")


def test_submission_text_is_what_was_hashed(tmp_path):
    """The byte order mark is dropped, line ends stay, and the hash is that of the text."""
    path = tmp_path / "gather.py"
    path.write_bytes(b"\xef\xbb\xbfx = '\xe4\xbd\xa0'\r\n")
    source = read_submission(path, Limits())
    assert source.text == "x = '你'\r\n"
    assert source.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
    assert source.name == "gather.py"


def test_coding_cookie_does_not_change_the_decoding(tmp_path):
    """A file that declares latin-1 is still read as UTF-8."""
    path = tmp_path / "gather.py"
    path.write_bytes("# -*- coding: latin-1 -*-\ns = 'é'\n".encode())
    assert "é" in read_submission(path, Limits()).text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"x = 1\ny = '\xff'\n", "0xff in line 2"),
        (b"x = 1\n\0", "NUL byte in line 2"),
        (b"#" * 101, "larger than 100 bytes"),
    ],
)
def test_unreadable_submissions_say_why(tmp_path, data, told):
    """What is wrong with a file is said with its place."""
    path = tmp_path / "gather.py"
    path.write_bytes(data)
    with pytest.raises(SubmissionUnreadable, match=told) as caught:
        read_submission(path, Limits(source_bytes=100))
    assert caught.value.hint


def test_a_file_of_exactly_the_limit_is_read(tmp_path):
    """The limit itself is allowed."""
    path = tmp_path / "gather.py"
    path.write_bytes(b"#" * 100)
    assert len(read_submission(path, Limits(source_bytes=100)).text) == 100


def test_missing_file_and_folder_and_pipe_are_refused(tmp_path):
    """Nothing but a regular file is opened: a pipe would block for ever."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "none.py", tmp_path, tmp_path / "pipe"):
        with pytest.raises(SubmissionUnreadable):
            read_submission(path, Limits())


def test_course_order_is_the_fakes(catalog):
    """The order that other tests count on."""
    assert catalog.slugs() == ORDER
