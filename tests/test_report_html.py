"""Web pages: they stand alone, hold nothing a student wrote as markup, and can be read by everyone."""

import base64
import gzip
import hashlib
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from golden import assert_golden
from hypothesis import given
from hypothesis import strategies as st
from sample_attempts import COURSE, HOSTILE, HOSTILE_NAME, OF_A_CLASS, PARTIAL

from grader.course import Course
from grader.i18n import translator
from grader.model import Verdict
from grader.report.html import LARGE, attempt_page, course_pages, write_attempt, write_course
from grader.report.pagenames import page_names
from grader.report.visible import acts
from grader.report.words import VERDICTS

STYLE = Path(__file__).parents[1] / "grader/report/templates/style.css"
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """What a browser would make of a page: its tags in order, its ids, its links, and whether tags match."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.open = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def headings(self):
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch(r"h[1-6]", tag)]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    write_course(COURSE, folder, "en")
    return {path.relative_to(folder): path.read_text("utf-8") for path in folder.rglob("*.html")}


def without_style(page):
    """The page without its style sheet, which has a golden file of its own: itself."""
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[^']+", "sha256-", page)


def in_a_browser(path: Path) -> str:
    """What is in a page after its scripts have run."""
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={path.parent}/profile",
    ]
    command += ["--virtual-time-budget=5000", "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("name", "attempt", "language"), [
    ("partial", PARTIAL, "en"), ("partial.zh", PARTIAL, "zh"), ("hostile", HOSTILE, "en"),
])  # fmt: skip
def test_golden_attempt(name, attempt, language, tmp_path):
    """A page of one attempt is the one that was read and accepted."""
    path = write_attempt(attempt, tmp_path / "page.html", language)
    assert_golden(f"report/{name}.html", without_style(path.read_text("utf-8")))


@pytest.mark.parametrize("path", ["index.html", "index.zh.html", "exercises/gather.html"])
def test_golden_course(site, path):
    """The course's table and an exercise's page are the ones that were read and accepted."""
    assert_golden(f"report/site/{path}", without_style(site[Path(path)]))


def test_write_course_returns_the_index_in_the_language(tmp_path):
    """Both languages are written; the path is that of the language asked for."""
    assert write_course(COURSE, tmp_path, "zh_CN") == tmp_path / "index.zh.html"
    assert write_course(COURSE, tmp_path, "en").exists()


def test_every_tag_is_closed_and_every_id_unique(site):
    """Each page is well formed and no id occurs twice."""
    for text in site.values():
        page = Page(text)
        assert page.open == []
        assert len(set(page.ids)) == len(page.ids)


def test_every_link_leads_somewhere(site):
    """Every link ends at a page of the report, and its fragment at an id on that page."""
    pages = {path: Page(text) for path, text in site.items()}
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            assert not parts.scheme
            target = Path(*_resolved((path.parent / unquote(parts.path)).parts)) if parts.path else path
            assert target in pages, link
            assert not parts.fragment or unquote(parts.fragment) in pages[target].ids


def _resolved(parts):
    kept = []
    for part in parts:
        kept = kept[:-1] if part == ".." else [*kept, part]
    return kept


def test_pages_stand_alone(site):
    """Nothing is fetched; the policy in the page allows its own style sheet, and the index its own script."""
    digest = base64.b64encode(hashlib.sha256(STYLE.read_bytes()).digest()).decode()
    for path, text in site.items():
        tags = Page(text).tags
        assert not {tag for tag, _ in tags} & {"img", "iframe", "link", "object", "form", "base"}
        assert [tag for tag, _ in tags].count("script") == (path.name in ("index.html", "index.zh.html"))
        assert not any(
            name.startswith("on") or name in ("style", "src") for _, attrs in tags for name in attrs
        )
        policy = next(a["content"] for _, a in tags if a.get("http-equiv") == "Content-Security-Policy")
        assert f"default-src 'none'; style-src 'sha256-{digest}'" in policy
        if "<script>" in text:
            script = text.partition("<script>")[2].partition("</script>")[0]
            digest_of_script = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"script-src 'sha256-{digest_of_script}'" in policy
        else:
            assert "script-src" not in policy
    assert not re.search(r"url\(|@import", STYLE.read_text("utf-8"))


def test_the_index_is_whole_without_its_script(site):
    """What only works with the script is hidden until the script shows it; every cell has its word and link."""
    for name in ("index.html", "index.zh.html"):
        tags = Page(site[Path(name)]).tags
        tools = next(attrs for tag, attrs in tags if attrs.get("id") == "tools")
        assert "hidden" in tools
        assert "button" not in {tag for tag, _ in tags}
        assert sum(attrs.get("href", "").startswith("students/") for _, attrs in tags) > len(COURSE.attempts)


def test_a_large_course_leaves_the_links_of_its_cells_to_the_script(monkeypatch):
    """In a table of many cells each has its word as a label and no link: the row's link and the script lead there."""
    monkeypatch.setattr("grader.report.html.LARGE", 0)
    _, page = next(course_pages(COURSE, translator("en")))
    links = [attrs["href"] for tag, attrs in Page(page).tags if tag == "a"]
    assert not any("students/" in link and "#" in link for link in links)
    labels = Counter(
        attrs["aria-label"].split()[0]
        for tag, attrs in Page(page).tags
        if tag == "td" and "aria-label" in attrs
    )
    words = Counter(
        translator("en")(VERDICTS[attempt.verdict].word).split()[0] for attempt in COURSE.attempts
    )
    assert labels == words


def unpacked(page: str) -> str:
    """The page inside a packed one."""
    return gzip.decompress(base64.b64decode(re.search(r'id="packed">([^<]*)<', page)[1])).decode()


@pytest.fixture
def packed(monkeypatch):
    """The pages of a course that counts as large, by path; all but the index are packed."""
    monkeypatch.setattr("grader.report.html.LARGE", 0)
    _, *pages = course_pages(COURSE, translator("en"))
    return dict(pages)


def test_a_student_of_a_large_course_reads_what_fell(packed, site):
    """Every verdict and every counterexample of the full page is there, and no property that held."""
    students = {path: page for path, page in packed.items() if path.parts[0] == "students"}
    assert students
    for path, page in students.items():
        short, full = unpacked(page), site[Path(path)]
        assert short.count('class="verdict"') == full.count('class="verdict"')
        assert short.count('class="difference"') == full.count('class="difference"')
        assert 'property">\n<details>\n<summary class="line"><span class="badge good">' not in short
        assert not any(map(acts, short))


def test_a_packed_page_may_run_only_its_own_script_and_style(packed):
    """The policy names both by digest, the inner page allows no script, and a reader without any is told."""
    for page in packed.values():
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
        for tag, text in (("script", page), ("style", unpacked(page))):
            code = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
            digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in policy
        assert "<script" not in unpacked(page)
        assert "<noscript><p>" in page


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser to run the page's script in")
def test_a_packed_page_opens(packed, tmp_path):
    """In a browser a packed page becomes the one that is packed in it, under the policy of both."""
    page = next(iter(packed.values()))
    (tmp_path / "page.html").write_text(page, "utf-8")
    shown = in_a_browser(tmp_path / "page.html")
    assert 'id="packed"' not in shown
    assert re.search("<h1>.*?</h1>", shown)[0] == re.search("<h1>.*?</h1>", unpacked(page))[0]
    assert shown.count('class="verdict"') == unpacked(page).count('class="verdict"')


SCRIPTED = """<script>
const shown = () => [...document.querySelectorAll("table.course tbody tr")].filter(row => !row.hidden).length;
const log = [shown()];
const name = document.getElementById("by-name");
name.value = "no such student";
name.dispatchEvent(new Event("input"));
log.push(shown());
name.value = "";
name.dispatchEvent(new Event("input"));
const verdict = document.getElementById("by-verdict");
verdict.value = "accepted";
verdict.dispatchEvent(new Event("input"));
log.push(shown());
verdict.value = "";
verdict.dispatchEvent(new Event("input"));
const sort = document.querySelectorAll(".sort")[1];
const totals = () => [...document.querySelectorAll("table.course tbody tr")].map(row => parseFloat(row.cells[1].textContent));
sort.click();
log.push(totals().every((total, i, all) => i === 0 || all[i - 1] >= total));
sort.click();
log.push(totals().every((total, i, all) => i === 0 || all[i - 1] <= total));
document.querySelector("table.course tbody a").focus();
document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
log.push(document.activeElement.closest("td").cellIndex);
document.title = JSON.stringify(log);
</script></body>"""


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser to run the index's script in")
@pytest.mark.parametrize("largest", [LARGE, 0], ids=["small", "large"])
def test_the_script_sorts_filters_and_moves(tmp_path, monkeypatch, largest):
    """In a browser the index can be filtered by name and verdict, sorted by score and walked with the arrow keys."""
    monkeypatch.setattr("grader.report.html.LARGE", largest)
    _, index = next(course_pages(COURSE, translator("en")))
    page = re.sub(r"<meta http-equiv[^>]*>", "", index).replace("</body>", SCRIPTED)
    (tmp_path / "index.html").write_text(page, "utf-8")
    shown = in_a_browser(tmp_path / "index.html")
    students = len({attempt.student for attempt in COURSE.attempts} | set(COURSE.missing))
    accepted = len({attempt.student for attempt in COURSE.attempts if attempt.verdict is Verdict.ACCEPTED})
    assert f"<title>[{students},0,{accepted},true,true,1]</title>" in shown


def test_no_text_of_a_student_acts_on_the_reader(site):
    """No control character, bidi override or lone surrogate reaches a page."""
    for text in site.values():
        assert not any(map(acts, text))


@given(st.text(max_size=40))
def test_any_student_text_is_escaped(text):
    """A page has the same tags whatever a student's name, file name and output say."""
    plain = replace(PARTIAL, student="x", output="x")
    marked = replace(PARTIAL, student=text, output="x" + text)
    tags = [tag for tag, _ in Page(attempt_page(marked, translator("en"))).tags]
    assert tags == [tag for tag, _ in Page(attempt_page(plain, translator("en"))).tags]


def test_headings_descend_in_steps(site):
    """Each page has one first-level heading, the first one, and no level is skipped."""
    for text in site.values():
        levels = Page(text).headings()
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_pages_say_their_language_and_can_be_skipped_through(site):
    """The page's language is declared, and the first link leads past the navigation."""
    for path, text in site.items():
        page = Page(text)
        assert page.tags[0] == ("html", {"lang": "zh-Hans" if path.suffixes[0] == ".zh" else "en"})
        assert page.links[0] == "#main"
        assert "main" in page.ids


def test_a_verdict_is_never_colour_alone():
    """Each cell of the course's table has a sign and the word for screen readers."""
    tr = translator("en")
    _, index = next(course_pages(COURSE, tr))
    for attempt in OF_A_CLASS:
        word = VERDICTS[attempt.verdict]
        assert (
            f'<span aria-hidden="true">{word.sign}</span><span class="unseen">{tr(word.word)}</span>' in index
        )


def test_an_exercise_page_names_nobody(site):
    """The page about an exercise, which a class may be shown, has no student's name on it."""
    course = Course("c", (replace(PARTIAL, student="Zebedee"),))
    pages = {str(path): page for path, page in course_pages(course, translator("en"))}
    assert "Zebedee" in pages["index.html"]
    assert "Zebedee" not in pages["exercises/gather.html"]


PAIRS = [
    *((ink, paper) for ink in ("ink", "soft", "accent", "bad") for paper in ("paper", "card")),
    *((tone, f"{tone}-tint") for tone in ("good", "partly", "bad", "quiet")),
    ("ink", "quiet-tint"),
]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_contrast(scheme, ink, paper):
    """Text meets WCAG AA (4.5 to 1) on every background it stands on, light, dark and printed."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text("utf-8"), flags=re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): #(\w{6});", blocks[scheme]))
    light, dark = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@given(st.lists(st.text(st.characters(exclude_categories=[]), max_size=80), unique=True))
def test_page_names_are_safe_and_distinct(names):
    """Whatever students are called, their files stay in the folder and apart, on any file system."""
    stems = page_names(names)
    assert set(stems) == set(names)
    assert len({stem.casefold() for stem in stems.values()}) == len(names)
    assert all(re.fullmatch(r"[\w-]+", stem) and len(stem) <= 70 for stem in stems.values())


def test_hostile_names_do_not_travel():
    """Traversal, device names and names that differ by case alone are made harmless."""
    names = ["../../etc/passwd", "CON", "Ann", "ann", "", HOSTILE_NAME]
    assert list(page_names(names).values())[:5] == ["etc-passwd", "CON-", "Ann", "ann-2", "unnamed"]
