"""The learning path, its pages, and the statements as readers see them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from grader.catalog import Catalog
from grader.content import FolderContent
from grader.errors import ContentError
from grader.i18n import LANGUAGES, translator
from grader.learning import learning_path, open_next
from grader.manifest import read_path
from grader.model import Bilingual, Exercise, Module
from grader.report.markup import html_of
from grader.report.syllabus import Syllabus, syllabus_pages, write_syllabus
from grader.workspace import Progress, State

COURSE = Catalog(Path(__file__).resolve().parents[1])
PATH = COURSE.modules()
DONE = Progress(done=True)


def done(*slugs: str) -> State:
    """Return the state of somebody who has done these exercises."""
    return State("", dict.fromkeys(slugs, DONE))


def small() -> tuple[tuple[Module, ...], tuple[Exercise, ...]]:
    """Return a path of three modules, of which the last needs both others, with an exercise in two."""
    modules = (
        Module("M01", Bilingual("A", "甲")),
        Module("M02", Bilingual("B", "乙"), ("M01",)),
        Module("M03", Bilingual("C", "丙"), ("M01", "M02")),
    )
    model = COURSE.load("gather")
    return modules, (replace(model, slug="first", module="M01"), replace(model, slug="third", module="M03"))


def test_a_module_opens_when_what_it_needs_is_passed() -> None:
    """Nothing done: the first is open, the others wait; afterwards a module without exercises is passed too."""
    modules, exercises = small()

    before = learning_path(modules, exercises, done())
    assert [step.waits_for for step in before] == [(), ("M01",), ("M01", "M02")]
    assert open_next(before) == "first"

    after = learning_path(modules, exercises, done("first"))
    assert [step.passed for step in after] == [True, True, False]
    assert open_next(after) == "third"
    assert open_next(learning_path(modules, exercises, done("first", "third"))) == ""


def test_the_course_has_24_modules_in_teaching_order() -> None:
    """Every exercise belongs to a module of the path, and the path can be walked to its end."""
    assert [module.id for module in PATH] == [f"M{number:02}" for number in range(1, 25)]
    exercises = COURSE.exercises()
    assert {exercise.module for exercise in exercises} <= {module.id for module in PATH}
    walked: list[str] = []
    while slug := open_next(learning_path(PATH, exercises, done(*walked))):
        walked.append(slug)
    assert sorted(walked) == sorted(exercise.slug for exercise in exercises)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[module]]\nid = "M01"\ntitle = {en = "a", zh = "b"}\nneeds = ["M02"]', "M01 needs M02"),
        ('[[module]]\nid = "M01"\ntitle = {en = "a", zh = "b"}\n' * 2, "stands there already"),
        ('[[module]]\nid = "one"\ntitle = {en = "a", zh = "b"}', "'one'"),
        ("[[module]]", "lacks the key"),
        ("not toml", "not TOML"),
    ],
)
def test_a_wrong_path_is_explained(tmp_path: Path, text: str, complaint: str) -> None:
    """What is wrong with path.toml is named with its value; circles cannot be written down."""
    (tmp_path / "path.toml").write_text(text)
    with pytest.raises(ContentError, match=re.escape(complaint)):
        read_path(FolderContent(tmp_path), "path.toml")


def test_what_the_converter_leaves_undone_is_done() -> None:
    """An escaped underscore is an underscore, and a function's name stands apart from its argument."""
    assert "<mtext>fan_in</mtext>" in html_of(r"$\text{fan\_in}$")
    assert '<mi>log</mi><mspace width="0.167em"/><mi>p</mi>' in html_of(r"$\log p$")
    assert '<mi>p</mi><mspace width="0.167em"/><mi>log</mi>' in html_of(r"$p \log(q)$")
    assert "mspace" not in html_of(r"$\log(p) + \tanh^2(x)$")
    assert "<mo>&#x02216;</mo>" in html_of(r"$A \setminus B$")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", COURSE.slugs())
def test_every_statement_renders(slug: str, language: str) -> None:
    """No formula is left as TeX, none is broken, and what is marked as code stays as it is."""
    statement = COURSE.statement(slug, language)

    html = html_of(statement)

    outside_code = re.sub(r"<code.*?</code>", "", html, flags=re.DOTALL)
    assert "$" not in outside_code
    assert not re.search(r"\\\\|<merror", outside_code), re.findall(r".{30}\\\\", outside_code)
    assert "**" not in outside_code
    assert "<h1>" in html
    # Display formulas have two dollars on either side, the others one.
    formulas = re.sub(r"```.*?```|`[^`]*`", "", statement, flags=re.DOTALL).count("$")
    displayed, inline = html.count('display="block"'), html.count('display="inline"')
    assert 4 * displayed + 2 * inline == formulas


@pytest.mark.parametrize(
    "markdown", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](data:text/html,x)"]
)
def test_a_statement_runs_nothing(markdown: str) -> None:
    """Raw HTML and links that run something are shown as text."""
    assert not re.search(r"<script|href=|src=", html_of(markdown))


def test_pages_link_each_other_and_nothing_else(tmp_path: Path) -> None:
    """Every link of every page, in both languages, leads to a page that is there; nothing is fetched."""
    steps = learning_path(PATH, COURSE.exercises(), done("one_hot"), {"M01": 3})
    index = write_syllabus(Syllabus("course", steps, COURSE.statement), tmp_path, "en")

    assert index == tmp_path / "index.html"
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) == 2 * (1 + len(PATH) + len(COURSE.slugs()))
    for page in pages:
        text = page.read_text()
        assert not re.search(
            r'(?:src|href)="(?:https?:)?//', re.sub(r"<article.*?</article>", "", text, flags=re.DOTALL)
        )
        for link in re.findall(
            r'href="([^"#:]+)"', re.sub(r"<article.*?</article>", "", text, flags=re.DOTALL)
        ):
            assert (page.parent / link).is_file(), (page, link)


def test_the_path_says_what_is_done_and_what_waits() -> None:
    """A page names done exercises, open modules, what others wait for, and the number of questions."""
    steps = learning_path(PATH, COURSE.exercises(), done("one_hot", "numpy_roundtrip"), {"M02": 7})
    pages = dict(syllabus_pages(Syllabus("course", steps, COURSE.statement), translator("en")))
    index = next(page for path, page in pages.items() if path.name == "index.html")

    assert "passed · questions: 7" in index
    assert "waits for M04" in index
    assert index.count(">done<") == 2
