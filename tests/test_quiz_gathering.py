"""Quiz answers are handed in, gathered, analysed: raw text is data everywhere, and nobody's points are believed."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from quiz_bank import both, typed
from small_course import make_small_course, write
from test_quiz_analysis import RIGHT, TRAPS, answered, class_of, question, study
from test_quiz_regrading import PLUS

from grader.cli import grade
from grader.cli.invocation import Invocation
from grader.cli.workshop import Workshop
from grader.errors import ContentError, UsageError
from grader.export.analyses import analysis_to_csv
from grader.gradebook import open_gradebook
from grader.gradebook.gathering import Gathered, gather, owner_of
from grader.gradebook.quizzes import answers, keep_answer, keep_answers, shown_variants
from grader.gradebook.revising import no_progress
from grader.i18n import translator
from grader.quiz.answered import Answered
from grader.quiz.handed import NAME, Claim, read_hand_in, settled, to_hand_in
from grader.quiz.question import Kind
from grader.quiz.review import reviewed
from grader.quiz.scoring import Response, Try, result
from grader.quiz.session import STUDENT
from grader.quiz.store import Store
from grader.quiz.variant import Policy, Trap, Variant, sealed
from grader.report.analyses import analysis_page, render_analysis
from grader.report.plots import funnel, histogram

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SHOWN = sealed(replace(typed(Kind.NUMBER, "7", traps=TRAPS), question="sums.plus_one"))
NASTY = (
    "x" * 1_000_000,
    "\x1b[31mred\x07\u202e\x00",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x","y")',
    "-1+1|cmd",
    "{{ 7*7 }}",
)
Run = Callable[..., str]


def by(student: str, *typed_in: str, minutes: int = 0, shown: Variant = SHOWN) -> Answered:
    """Return what somebody answered."""
    return answered(student, shown, *typed_in, minutes=minutes)


def handed_in(folder: Path, *given: Answered, name: str = NAME, shown: Variant = SHOWN) -> Path:
    """Write a file as somebody hands it in."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(to_hand_in(given, {shown.sha256: shown}))
    return path


def today(name: str, seed: int) -> Variant:
    """Build what the bank of these tests builds."""
    assert (name, seed) == (SHOWN.question, SHOWN.seed)
    return SHOWN


def gathered(*sources: Path | str) -> Gathered:
    """Gather and settle."""
    found = gather([str(one) for one in sources])
    found.settle(today, no_progress)
    return found


def test_a_file_comes_back_as_it_was_answered() -> None:
    """Raw answers, moments and variants survive; the student is whoever handed in; points are not in it."""
    given = by("you", "8", "7", minutes=3)
    data = to_hand_in(
        [replace(given, result=replace(given.result, points=Fraction(9)))], {SHOWN.sha256: SHOWN}
    )
    (claim,) = read_hand_in(data, "ann").claims
    assert claim == Claim("ann", SHOWN, given.result.response.tries, given.answered_at)
    assert b"points" not in data.partition(b'"variants"')[0]


def test_a_forged_variant_decides_nothing() -> None:
    """Whatever key, hints, points and options were handed in, the bank's own mark the answer."""
    forged = sealed(replace(
        SHOWN, parts=(replace(SHOWN.parts[0], key="8"),), policy=Policy(99), title=both("<b>"), why=both("ha"),
    ))  # fmt: skip
    claim = Claim("ann", forged, (Try(("8",), hints=-5),), NOW)
    found = settled(claim, SHOWN)
    assert isinstance(found, tuple)
    answer, marking = found
    assert marking == SHOWN
    assert (answer.result.points, answer.result.max_points) == (0, 1)
    assert answer.result.response.tries == (Try(("8",)),)


@pytest.mark.parametrize("seed", [-1, 10**6, 2**62])
def test_an_impossible_seed_is_told(tmp_path: Path, seed: int) -> None:
    """A seed that is never drawn is not built."""
    odd = sealed(replace(SHOWN, seed=seed))
    found = gathered(handed_in(tmp_path / "ann", by("you", "7", shown=odd), shown=odd))
    assert found.answers == []
    assert [str(one.text) for one in found.oddities] == ["Its seed is none that is drawn."]


def test_other_questions_are_told(tmp_path: Path) -> None:
    """What shows something else today, or is not built, is left out with the reason and the number."""
    other = sealed(replace(SHOWN, listing="x = 2"))
    path = handed_in(
        tmp_path / "ann", by("you", "7", shown=other), by("you", "8", minutes=1, shown=other), shown=other
    )
    found = gathered(path)
    assert [(one.path, str(one.text)) for one in found.oddities] == [
        ("sums.plus_one (2)", "The program that was shown is another one now.")
    ]

    def broken(name: str, seed: int) -> Variant:
        raise ContentError("it raised")

    found = gather([str(path)])
    found.settle(broken, no_progress)
    assert "it raised" in str(found.oddities[0].text)


@pytest.mark.parametrize("number", ["1e999999999", "9" * 800, "x", "1/0"])
def test_a_number_that_would_never_be_read_is_refused(number: str) -> None:
    """A fraction that nobody writes is refused before it is computed."""
    data = to_hand_in([by("you", "8")], {SHOWN.sha256: SHOWN})
    with pytest.raises(ContentError):
        read_hand_in(data.replace(b'"tolerance":"0"', f'"tolerance":"{number}"'.encode()), "ann")


@pytest.mark.parametrize("text", NASTY)
def test_any_text_is_data_in_a_file(text: str) -> None:
    """What was typed comes back letter for letter, and is no right answer for being odd."""
    given = answered("you", SHOWN, Try((text,), readable=False))
    (claim,) = read_hand_in(to_hand_in([given], {SHOWN.sha256: SHOWN}), "ann").claims
    found = settled(claim, SHOWN)
    assert isinstance(found, tuple)
    assert found[0].result.response.tries == given.result.response.tries
    assert found[0].result.points == 0


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff\xfe", b'{"answers":1,"variants":[]}', b"[" * 100_000, b'{"format":2}']
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    """Anything else is refused with a sentence, however deep or odd."""
    with pytest.raises(ContentError):
        read_hand_in(data, "ann")


def test_a_changed_variant_is_refused() -> None:
    """A variant whose key was changed is not what its hash says."""
    data = to_hand_in([by("you", "8")], {SHOWN.sha256: SHOWN}).replace(b'"key":"7"', b'"key":"8"')
    with pytest.raises(ContentError):
        read_hand_in(data, "ann")


def test_moments_need_a_zone_and_hints_are_bounded() -> None:
    """A moment without a zone could not be compared; more hints than there are, or fewer than none, are not."""
    data = json.loads(to_hand_in([answered("you", SHOWN, Try(("7",), hints=99))], {SHOWN.sha256: SHOWN}))
    (claim,) = read_hand_in(json.dumps(data).encode(), "ann").claims
    found = settled(claim, SHOWN)
    assert isinstance(found, tuple)
    assert found[0].result.response.tries[0].hints == 0
    data["answers"][0]["answered_at"] = "2026-11-21T12:00:00"
    with pytest.raises(ContentError):
        read_hand_in(json.dumps(data).encode(), "ann")


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("ann/quiz-answers.json", "ann"),
        ("ann/deep/down/quiz-answers.json", "ann"),
        ("bo_17_quiz-answers.json", "bo_17"),
        ("quiz-answers.json", "course"),
        (".tensorgrade/gradebook.sqlite", ".tensorgrade"),
    ],
)
def test_a_file_is_whose_folder_it_is_in(tmp_path: Path, path: str, owner: str) -> None:
    """The folder names the student, else what stands before the file's own name."""
    root = tmp_path / "course"
    assert owner_of(root / path, root) == owner
    own = root / ".tensorgrade"
    assert owner_of(own / "gradebook.sqlite", own) == "course"


def test_a_folder_is_gathered(tmp_path: Path) -> None:
    """Files of any depth are read, each once, links are not followed, and what cannot be read is told."""
    handed_in(tmp_path / "in" / "ann", by("you", "7"))
    handed_in(tmp_path / "in" / "bo" / "deep", by("you", "8"), by("you", "8"))
    (tmp_path / "in" / "cy").mkdir()
    (tmp_path / "in" / "cy" / NAME).write_text("{")
    secret = handed_in(tmp_path / "elsewhere", by("you", "7"))
    (tmp_path / "in" / "di").mkdir()
    (tmp_path / "in" / "di" / NAME).symlink_to(secret)

    found = gathered(tmp_path / "in")

    assert [(one.student, one.result.points) for one in found.answers] == [("ann", 1), ("bo", 0)]
    (oddity,) = found.oddities
    assert oddity.path.endswith(f"cy/{NAME}")
    with pytest.raises(UsageError, match="There is no"):
        gather([str(tmp_path / "nowhere")])


def test_files_too_large_and_answers_without_questions_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An enormous file is not read; an answer whose question is missing is counted, not guessed."""
    path = handed_in(tmp_path / "ann", by("you", "7"), by("you", "7", minutes=1, shown=question("t.other")))
    found = gathered(path)
    assert len(found.answers) == 1
    assert [str(one.text) for one in found.oddities] == ["Answers without the question that was shown: 1"]
    monkeypatch.setattr("grader.gradebook.gathering.LARGEST", 10)
    assert "larger than 10 bytes" in str(gather([str(path)]).oddities[0].text)


def own_book(folder: Path, *given: Answered, kept: bool = True) -> Path:
    """Make a student's own gradebook; without ``kept`` as older versions did: variants beside it only."""
    path = folder / ".tensorgrade" / "gradebook.sqlite"
    with open_gradebook(path) as book:
        for one in given:
            keep_answer(book, reviewed(one.result, None, one.answered_at), SHOWN if kept else None)
    Store(path.parent / "variants").save(SHOWN)
    return path


@pytest.mark.parametrize("kept", [True, False])
def test_students_own_gradebooks_are_gathered(tmp_path: Path, kept: bool) -> None:
    """Each own gradebook is a claim of its course's folder; the variants beside it are found; a class's is believed."""
    books = [own_book(tmp_path / name, by(STUDENT, "8"), kept=kept) for name in ("ann", "bo")]
    found = gathered(*books)
    assert [one.student for one in found.answers] == ["ann", "bo"]
    assert found.variants == {SHOWN.sha256: SHOWN}
    with open_gradebook(tmp_path / "class.sqlite") as book:
        keep_answers(book, [(by("cy", "8").result, NOW, "")], [SHOWN])
    found = gathered(tmp_path / "class.sqlite", f"sqlite:///{tmp_path / 'class.sqlite'}")
    assert [one.student for one in found.answers] == ["cy"]
    assert found.variants == {SHOWN.sha256: SHOWN}


def test_a_damaged_gradebook_is_told(tmp_path: Path) -> None:
    """A variant in a gradebook that is not what its hash says, and one that is missing, are told."""
    path = own_book(tmp_path / "ann", by(STUDENT, "8"), by(STUDENT, "7", minutes=1, shown=question("t.x")))
    found = gathered(path)
    assert [str(one.text) for one in found.oddities] == ["Answers without the question that was shown: 1"]
    with sqlite3.connect(path) as connection:
        connection.execute(
            'UPDATE quiz_variant SET document = replace(document, \'"key":"7"\', \'"key":"8"\')'
        )
    connection.close()
    found = gathered(path)
    assert (found.answers, len(found.oddities)) == ([], 1)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with one question, which is built without a sandbox."""
    root = make_small_course(tmp_path / "course")
    monkeypatch.setattr(Workshop, "build", lambda self, question, seed: today(question.id, seed))
    write(root / "quizzes" / "sums" / "plus_one.toml", PLUS)
    monkeypatch.setenv("TENSORGRADE_COURSE", str(root))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "120")
    return root


@pytest.fixture
def run(course: Path) -> Run:
    """Run a command; return what was shown."""

    def invoke(*arguments: object) -> str:
        ran = CliRunner().invoke(grade, [*map(str, arguments)], standalone_mode=False, obj=Invocation())
        if isinstance(ran.exception, Exception):
            raise ran.exception
        assert ran.return_value == 0
        return ran.output

    return invoke


def test_answers_are_handed_in_and_gathered(course: Path, run: Run, tmp_path: Path) -> None:
    """`grade quiz --hand-in` writes what was answered; gathered twice it is in the class's gradebook once."""
    with pytest.raises(UsageError, match="not answered any question"):
        run("quiz", "--hand-in", tmp_path / "in" / "ann" / NAME)
    own_book(course, by(STUDENT, "8"))
    assert "Answers to hand in: 1" in run("quiz", "--hand-in", tmp_path / "in" / "ann" / NAME)
    handed_in(tmp_path / "in" / "bo", by("you", "7"), by("you", "7", shown=question("t.x")))
    book = tmp_path / "class.sqlite"

    said = run("quiz-gather", tmp_path / "in", "--gradebook", book)
    assert "Answers: 2, of 2 students; new here: 2." in said
    assert "Answers without the question" in said
    assert "new here: 0." in run("quiz-gather", tmp_path / "in", "--gradebook", book)
    with open_gradebook(book) as opened:
        assert [(one.student, one.result.points) for one in answers(opened)] == [("ann", 0), ("bo", 1)]
        assert shown_variants(opened) == {SHOWN.sha256: SHOWN}


def test_a_class_is_analysed(run: Run, tmp_path: Path) -> None:
    """The command shows a row for each question and writes a page in each language and CSV files."""
    for number in range(4):
        handed_in(tmp_path / "in" / f"s{number}", by("you", "8" if number else "7", minutes=number))
    other = sealed(replace(question("t.unknown"), listing=""))
    handed_in(tmp_path / "in" / "s9", answered("you", other, RIGHT), shown=other)

    said = run("quiz-analysis", tmp_path / "in", "--out", tmp_path / "out")

    assert re.search(r"sums\.plus_one +4 +25 % +–", said)
    assert "75 %  off-by-one  One too many." in said
    assert "Fewer than 20 students" in said
    assert "Answers to questions that are not asked for: 1" in said
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        "quiz-analysis.html", "quiz-analysis.zh.html", "questions.csv", "answers.csv", "variants.csv",
        "misconceptions.csv",
    }  # fmt: skip
    with pytest.raises(UsageError, match="There are no answers"):
        run("quiz-analysis", tmp_path / "in" / "s9")
    with pytest.raises(UsageError, match="no module, topic or question"):
        run("quiz-analysis", tmp_path / "in", "--only", "nothing")
    with pytest.raises(UsageError, match="cannot be written"):
        run("quiz-analysis", tmp_path / "in", "--out", tmp_path / "out" / "answers.csv")


class Tags(HTMLParser):
    """Collects tags, ids, and where labels point to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.append(tag)
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.named += (values.get("aria-labelledby") or "").split()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_can_be_read_without_seeing(language: str) -> None:
    """Every plot has a title and a description, every label points to something, no id is there twice."""
    shown = [question("t.a", seed, traps=TRAPS) for seed in range(3)]
    found = study([answered(f"s{n}", shown[n % 3], "7" if n % 4 else "8") for n in range(24)], *shown)
    page = Tags(analysis_page(found, translator(language)))
    assert page.tags.count("svg") > 3
    assert page.tags.count("desc") == page.named.count("t.a-funnel-desc") + 2 == 3
    assert set(page.named) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert "script" not in page.tags


def test_few_students_are_said_and_greyed() -> None:
    """Below twenty students the page says so in words, and every figure is greyed; from twenty on it is not."""
    few, many = class_of(["10", "01"]), class_of(["10", "01"] * 10)
    page = analysis_page(few, translator("en"))
    assert "Few students." in page
    assert page.count('<tr class="few">') == 2
    assert "Few students." not in analysis_page(many, translator("en"))
    assert '<tr class="few">' not in analysis_page(many, translator("en"))


def test_an_empty_analysis_is_a_page() -> None:
    """Without answers the page says so."""
    assert "Nothing was answered yet." in analysis_page(study([]), translator("en"))


@pytest.mark.parametrize(("rows", "words"), [
    (["11", "00"], "Good enough to compare students"),
    (["111", "111", "110", "000", "011"], "Good enough for a class"),
    (["10", "01", "11"], "Too low to compare students"),
])  # fmt: skip
def test_alpha_is_put_into_words(rows: list[str], words: str) -> None:
    """What a reliability is good for is said."""
    assert words in analysis_page(class_of(rows), translator("en"))


def test_words_of_authors_are_data_on_page_and_in_csv() -> None:
    """Markup and formulas in titles, tags' explanations and parameters are shown, never obeyed."""
    bad = both('=cmd|"<img src=x onerror=1>"')
    shown = sealed(
        replace(question("t.a", traps=(Trap("8", "tag", bad),)), title=bad, params='=1+"<script>"')
    )
    other = question("t.b")
    found = study(
        [answered(f"s{n}", shown, "8") for n in range(2)] + [answered("s0", other, "7")], shown, other
    )
    page = analysis_page(found, translator("en"))
    assert "<img" not in page
    assert "<script" not in page
    assert "=cmd" in render_analysis(found, translator("en"), 200)
    for name, content in analysis_to_csv(found).items():
        cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
        assert cells, name
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
        numbers = re.compile(r"-\d+\.\d+")
        assert all(numbers.fullmatch(cell) for cell in cells if cell.startswith("-"))


def test_csv_has_every_figure() -> None:
    """The figures of the known class are in the file, four places each; what is not defined is empty."""
    rows = list(csv.DictReader(io.StringIO(analysis_to_csv(class_of(["1111", "1110", "1000", "0100"]))[
        "questions.csv"].decode("utf-8-sig"))))  # fmt: skip
    assert [row["difficulty"] for row in rows] == ["0.7500", "0.7500", "0.5000", "0.2500"]
    assert rows[0]["upper_lower"] == ""
    assert rows[0]["few_students"] == "yes"


def test_plots_stay_within_their_frames() -> None:
    """Bars and dots lie within the axes; variants that nobody can compare give no funnel."""
    bars = histogram([0.0, 0.5, 1.0, 1.0]).bars
    assert [bar.count for bar in bars] == [1, 0, 0, 0, 0, 1, 0, 0, 0, 2]
    assert histogram([]).ticks == (0,)
    shown = [question("t.a", seed) for seed in range(3)]
    single = study([answered(f"s{n}", shown[n], "7") for n in range(3)], *shown)
    assert funnel(single.items[0].variations) is None
    assert "they cannot be compared" in analysis_page(single, translator("en"))
    many = study([answered(f"s{n}", shown[n % 3], "7" if n % 2 else "5") for n in range(12)], *shown)
    plot = funnel(many.items[0].variations)
    assert plot is not None
    frame = plot.frame
    assert all(frame.left <= dot.x <= frame.width - frame.right for dot in plot.dots)
    assert all(frame.top <= dot.y <= frame.height - frame.bottom for dot in plot.dots)


def test_raw_answers_are_data_in_the_gradebook(tmp_path: Path) -> None:
    """A megabyte, control characters, HTML and formulas are kept and given back letter for letter."""
    kept = []
    with open_gradebook(tmp_path / "book.sqlite") as book:
        for number, text in enumerate(NASTY):
            response = Response("you", SHOWN.question, 0, SHOWN.sha256, (Try((text,)),))
            one = reviewed(result(SHOWN, response), None, NOW + timedelta(minutes=number))
            keep_answer(book, one, SHOWN)
            kept.append(one.result)
        assert [one.result for one in answers(book)] == kept
    assert msgspec.json.decode(msgspec.json.encode(kept[1].response.tries), type=tuple[Try, ...])
