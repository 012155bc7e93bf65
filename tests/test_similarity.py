"""Submissions that are alike are shown to a human; honest ones are left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_course import REFERENCE, SLUG, STUB, WHEATS, make_small_course, write

from grader.batch import Batch, run_batch
from grader.catalog import Catalog
from grader.cli import main
from grader.errors import MissingExtra, UsageError
from grader.i18n import translator
from grader.intake import Options
from grader.similarity import Entry, Match, Rule, boilerplate, entries_of, find_matches, prints
from grader.similarity.page import page
from grader.similarity.sides import LINES, Relation, left_out, rows_of
from grader.similarity.tokens import tokens_of

LONG = '''"""Doubles the hard way."""
import torch


def check(times):
    # Only whole, not negative numbers make sense here.
    if not isinstance(times, int):
        raise TypeError("times must be an integer")
    if times < 0:
        raise ValueError("times must not be negative")
    return times


def powers(times):
    table = torch.ones(times + 1, dtype=torch.float64)
    for place in range(1, times + 1):
        table[place] = table[place - 1] + table[place - 1]
    return table


def double(x, times=1):
    factor = powers(check(times))[-1].item()
    wide = x.reshape(-1).unsqueeze(0).expand(2, -1)
    return (wide.sum(dim=0) * (factor / 2)).reshape(x.shape).to(x.dtype)
'''
RENAMED = '''import torch as t


def powers_of_two(k):
    # a table
    values = t.ones(k + 1,
                    dtype=t.float64)
    for i in range(1, k + 1):
        values[i] = values[i - 1] + values[i - 1]   # twice the one before
    return values


def validated(k):
    """Nothing but whole numbers."""
    if not isinstance(k, int):
        raise TypeError('whole numbers only')
    if k < 0:
        raise ValueError('too small')
    return k


def double(tensor, k=1):
    big = powers_of_two(validated(k))[-1].item()
    pair = tensor.reshape(-1).unsqueeze(0).expand(2, -1)
    return (pair.sum(dim=0) * (big / 2)).reshape(tensor.shape).to(tensor.dtype)
'''
OTHER = '''import torch


def double(x, times=1):
    """Concatenates copies and adds them up."""
    if times < 0:
        raise ValueError(f"{times} is less than nothing")
    out = x.clone()
    while times:
        stacked = torch.stack([out, out], dim=-1)
        out = torch.einsum("...i->...", stacked)
        times -= 1
    assert out.shape == x.shape
    return out if out.dtype == x.dtype else out.type_as(x)
'''
SHORT_ONE = "def double(x, times=1):\n    factor = 2 ** times\n    return x * factor\n"
SHORT_TWO = "def double(t, times=1):\n    scale = 2 ** times\n    return t * scale\n"
EXTRA = """def unused(a, b):
    print(a, b)
    rows = [(k, v) for k, v in zip(a, b) if k is not v]
    return {k: v for k, v in sorted(rows, reverse=True)} or None


"""


def entries(**texts: str) -> tuple[Entry, ...]:
    """Return submissions by student, each handed in alone."""
    return tuple(Entry(student, SLUG, text, student) for student, text in texts.items())


def found(
    rule: Rule | None = None, given: tuple[str, ...] = (STUB, REFERENCE), /, **texts: str
) -> list[Match]:
    """Return the matches among these texts."""
    return list(find_matches(entries(**texts), {SLUG: given}, rule or Rule()))


def pairs(matches: list[Match]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return who is paired with whom."""
    return [(match.left.students, match.right.students) for match in matches]


def test_renaming_and_moving_hides_nothing() -> None:
    """Other names, comments, strings, docstrings, layout and order of functions: still the same text to a reader."""
    (match,) = found(ada=LONG, bo=RENAMED, cy=OTHER)

    assert (match.left.students, match.right.students) == (("ada",), ("bo",))
    assert match.percent >= 90
    assert match.tokens >= 100


def test_only_names_and_comments_apart_is_one_program() -> None:
    """What is the same but for names and comments is said to be one program, whoever many have it."""
    twin = LONG.replace("table", "t").replace("# Only whole", "# hm").replace("factor", "f")
    (match,) = found(ada=LONG, bo=twin, cy=LONG)

    assert match.same
    assert (match.left.students, match.right.students) == (("ada",), ("bo", "cy"))
    assert (match.left.percent, match.right.percent) == (100, 100)


def test_added_code_hides_nothing() -> None:
    """A copy with something added has all of the original, which is what counts."""
    (match,) = found(ada=LONG, bo=LONG.replace("def double", f"{EXTRA}def double"))

    assert match.left.percent >= 90 > match.right.percent


def test_two_short_honest_solutions_are_left_in_peace() -> None:
    """Three lines leave no choice: the same three lines twice accuse nobody."""
    assert found(ada=SHORT_ONE, bo=SHORT_TWO, cy=SHORT_ONE) == []


def test_different_solutions_are_no_pair() -> None:
    """Independent ways to the same answer are not alike."""
    assert found(ada=LONG, bo=OTHER) == []


def test_what_was_given_counts_for_nobody() -> None:
    """Identical stubs, and texts that are the reference or a wheat, are no pairs."""
    assert found(ada=STUB, bo=STUB) == []
    assert (
        found(
            ada=LONG,
            bo=LONG,
        )
        != []
    )
    assert found(Rule(), (STUB, LONG), ada=LONG, bo=LONG) == []


def test_what_everybody_writes_counts_for_nobody() -> None:
    """A passage that more than ten different submissions share is common; a few sharing it is a pair."""
    passage = LONG.partition("def double")[0]
    own = [
        "def double(x, times=1):\n    return x" + "".join(f".f{n}_{k}(x)[{k}]" for k in range(8)) + "\n"
        for n in range(12)
    ]
    everybody = {f"s{n:02}": passage + tail for n, tail in enumerate(own)}
    few = dict(list(everybody.items())[:2])

    assert found(Rule(threshold=50), **everybody) == []
    assert pairs(found(Rule(threshold=50), **few)) == [(("s00",), ("s01",))]


def test_students_who_handed_in_together_are_no_pair() -> None:
    """A file with several owners is one text, not a copy; a third student with it is one."""
    together = (Entry("ada", SLUG, LONG, "group1"), Entry("bo", SLUG, LONG, "group1"))

    assert find_matches(together, {}, Rule()) == ()
    (match,) = find_matches((*together, Entry("cy", SLUG, LONG, "cy")), {}, Rule())
    assert match.right.students == ("cy",)


def test_the_threshold_and_the_minimum_decide() -> None:
    """A pair below either is not shown."""
    half = LONG.partition("def double")[0] + OTHER.partition("import torch\n")[2]
    (match,) = found(Rule(threshold=30), ada=LONG, bo=half)

    assert found(Rule(threshold=match.percent + 1), ada=LONG, bo=half) == []
    assert found(Rule(threshold=30, minimum=match.tokens + 1), ada=LONG, bo=half) == []


def test_the_most_alike_come_first() -> None:
    """Pairs are sorted by what they share."""
    half = LONG.partition("def double")[0] + OTHER.partition("import torch\n")[2]
    matches = found(Rule(threshold=30), ada=LONG, bo=half, cy=RENAMED)

    assert [match.percent for match in matches] == sorted((match.percent for match in matches), reverse=True)
    assert matches[0].percent > matches[-1].percent


def test_broken_python_is_compared_too() -> None:
    """A text that is not Python has tokens all the same."""
    broken = LONG + "\n(((  ?? \x00 'unfinished\n"

    assert pairs(found(ada=broken, bo=LONG)) == [(("ada",), ("bo",))]


def test_names_of_torch_are_no_names_of_a_student() -> None:
    """What a student chooses is one token; attributes, keyword arguments, operators and numbers stay."""
    kinds = [token.kind for token in tokens_of("y = torch.sum(x, dim=1) + self.total  # sum\n")]

    assert kinds == ["a name", "=", "a name", ".", "sum", "(", "a name", ",", "dim", "=", "1", ")", "+",
                     "self", ".", "a name"]  # fmt: skip


def test_a_string_is_one_token_whatever_is_in_it() -> None:
    """Escapes, f-strings and triple quotes are one token each; docstrings and comments are none."""
    assert [t.kind for t in tokens_of('a = \'x\\ny\' + """long\ntext"""')] == [
        "a name",
        "=",
        "a string",
        "+",
        "a string",
    ]
    assert tokens_of('def f():\n    """Doc."""\n')[-1].kind == ":"
    assert [t.line for t in tokens_of("a\n# c\n\nb")] == [0, 3]


def test_rows_stand_side_by_side() -> None:
    """Equal lines, renamed lines and lines of one side alone are told apart; nothing is lost."""
    (match,) = found(ada=LONG, bo=LONG.replace("factor", "f").replace("table", "t") + "\nprint(1)\n")
    rows = rows_of(match)

    assert [row.left.text for row in rows if row.left] == LONG.rstrip("\n").split("\n")
    relations = {row.left.text.strip(): row.relation for row in rows if row.left}
    assert relations["return times"] is Relation.EQUAL
    assert relations["return table"] is Relation.RENAMED
    assert any(row.left is None and row.right and row.right.text == "print(1)" for row in rows)
    assert all(row.left.shared for row in rows if row.left and row.left.text == "    return table")


def test_of_a_long_text_the_beginning_is_shown() -> None:
    """What is left out is counted."""
    long = LONG + "x = 1\n" * LINES
    (match,) = found(ada=long, bo=long)

    assert sum(row.left is not None for row in rows_of(match)) == LINES
    assert left_out(match.left) == long.count("\n") + 1 - LINES


def test_a_page_shows_strangers_text_and_obeys_none_of_it() -> None:
    """Names and programs are escaped, control characters made visible; the page says in both languages what it is."""
    evil = LONG + "\n# </td><script>alert(1)</script>\x1b[31m\u202e\n"
    matches = find_matches(
        (Entry("<b>ada</b>", SLUG, evil, "1"), Entry("bo\x1b[0m", SLUG, LONG, "2")), {}, Rule()
    )

    for language, says in (("en", "not a verdict"), ("zh", 'lang="zh')):
        shown = page(matches, 2, Rule(), translator(language))
        assert says in shown
        assert "<script" not in shown
        assert "<b>ada" not in shown
        assert "&lt;b&gt;ada" in shown
        assert not re.search("[\x1b\u202e]", shown)
        assert "default-src 'none'" in shown
        assert "http" not in shown.replace("http-equiv", "")


def test_a_page_without_pairs_says_so() -> None:
    """Nothing found is said, with what was looked for."""
    shown = page((), 7, Rule(threshold=42), translator("en"))

    assert "No submissions are that much alike." in shown
    assert "42 percent" in shown
    assert "Submissions compared: 7. Pairs: 0." in shown


def test_only_the_first_pairs_are_shown() -> None:
    """A page does not grow without end, and says what it leaves out."""
    texts = {f"s{n}": LONG.replace("1", str(n + 2)) for n in range(4)}
    matches = find_matches(entries(**texts), {}, Rule(threshold=10))
    assert len(matches) > 2

    shown = page(matches, 4, Rule(threshold=10, most=2), translator("en"))

    assert "Only the first 2 pairs are shown." in shown
    assert shown.count("<details") == 2


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course and a class of five: two copies, an honest one, a stub, a file that cannot be read."""
    root = make_small_course(tmp_path_factory.mktemp("similar") / "course")
    texts = {"ada": LONG, "bo": RENAMED, "cy": OTHER, "dan": STUB, "eve": WHEATS["nested"]}
    for student, text in texts.items():
        write(root.parent / "class" / student / f"{SLUG}.py", text)
    (root.parent / "class" / "fay").mkdir()
    (root.parent / "class" / "fay" / f"{SLUG}.py").write_bytes(b"\xff\xfe\x00")
    return root


def test_stub_reference_and_wheats_are_left_out(course: Path) -> None:
    """What does not count is read from the exercise's folders."""
    (given,) = boilerplate(Catalog(course)).values()

    assert {STUB, REFERENCE, *WHEATS.values()} == set(given)


def test_similar_writes_a_page_in_both_languages(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`grade similar` reads a folder, executes nothing, says what was found, and writes two pages."""
    monkeypatch.setenv("TENSORGRADE_COURSE", str(course))
    out = tmp_path / "out"

    assert main(["similar", str(course.parent / "class"), "--out", str(out)]) == 0

    shown = capfd.readouterr()
    assert "Submissions compared: 5. Pairs: 1." in shown.out
    assert "not a verdict" in shown.out
    assert shown.err == ""
    assert {path.name for path in out.iterdir()} == {"similar.html", "similar.zh.html"}
    english = (out / "similar.html").read_text()
    assert "<bdi>ada</bdi>" in english
    assert "<bdi>cy</bdi>" not in english


def test_similar_reads_a_gradebook_and_a_batchs_folder(course: Path, tmp_path: Path) -> None:
    """What counts in a gradebook is compared; a batch's output folder stands for its gradebook."""
    out, catalog = tmp_path / "out", Catalog(course)
    stubs = tmp_path / "stubs"
    for student in ("ada", "bo"):
        write(stubs / student / f"{SLUG}.py", STUB)
    run_batch(catalog, stubs, out, Batch(trusted=True, device="cpu"))

    entries = entries_of(catalog, str(out), Options())

    assert [(one.student, one.text) for one in entries] == [("ada", STUB), ("bo", STUB)]
    assert entries_of(catalog, str(out / "gradebook.sqlite"), Options()) == entries


@pytest.mark.parametrize(
    ("name", "why"), [("results.json", "holds no texts"), ("none.sqlite", "no gradebook")]
)
def test_what_holds_no_submissions_is_said(course: Path, tmp_path: Path, name: str, why: str) -> None:
    """A results file has no programs in it; a gradebook that is not there is not made."""
    with pytest.raises(UsageError, match=why):
        entries_of(Catalog(course), str(tmp_path / name), Options())

    assert not (tmp_path / name).exists()


def test_a_folder_that_cannot_be_written_is_said(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in the way of --out is the user's to move."""
    monkeypatch.setenv("TENSORGRADE_COURSE", str(course))
    (tmp_path / "taken").touch()

    assert main(["similar", str(course.parent / "class"), "--out", str(tmp_path / "taken")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_without_copydetect_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named with the line that installs it."""
    monkeypatch.setattr(prints, "find_spec", lambda name: None)

    with pytest.raises(MissingExtra) as caught:
        prints.library()

    assert caught.value.hint == "pip install 'tensorgrade[similarity]'"
