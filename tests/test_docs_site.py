"""The documentation as a site, built without a network and whole; the sample report and the pictures in it."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt

from grader.i18n import LANGUAGES, translator
from grader.report.as_json import course_from_json, course_to_json
from grader.report.html import course_pages, write_course

ROOT = Path(__file__).resolve().parents[1]

# MkDocs in a process that cannot open a connection.
BUILD = """
import socket
def refuse(*_):
    raise OSError("the site has to be built without a network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from mkdocs.__main__ import cli
cli()
"""
# What a browser fetches by itself, by tag; other links wait for the reader's click.
FETCHED = {
    "audio": "src", "embed": "src", "iframe": "src", "image": "href", "img": "src", "input": "src", "object": "data",
    "script": "src", "source": "src", "track": "src", "use": "href", "video": "src",
}  # fmt: skip
FETCHING = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
IN_CSS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)""")
# The page for what was not found is shown at any depth: what it names begins at the server's root.
LOST = Path("404.html")
# What both kinds of Markdown have to make of a page alike.
COUNTED = {"li": {"list_item_open"}, "table": {"table_open"}, "pre": {"fence", "code_block"}}


class Parsed(HTMLParser):
    """What a page fetches, where it leads, which anchors it has, and what its own text is made of."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.made_of: Counter[str] = Counter()
        self.inside = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag is there for."""
        values = {name: value or "" for name, value in attrs}
        self.inside = self.inside or tag == "article"
        self.made_of[tag] += self.inside
        self.ids.add(values.get("id", ""))
        self.fetched += [
            values[name] for name in (FETCHED.get(tag, ""), "srcset", "poster") if name in values
        ]
        if tag == "link" and FETCHING & set(values.get("rel", "").split()):
            self.fetched.append(values["href"])
        self.fetched += IN_CSS.findall(values.get("style", ""))
        self.links += [values["href"]] if tag == "a" and "href" in values else []

    def handle_endtag(self, tag: str) -> None:
        """Note where the page's own text ends."""
        self.inside = self.inside and tag != "article"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly."""
    folder = tmp_path_factory.mktemp("site") / "site"
    command = [sys.executable, "-c", BUILD, "build", "--strict", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "WARNING" not in ended.stdout + ended.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Parsed]:
    """Every page of the site, read."""
    return {path.relative_to(site): Parsed(path) for path in sorted(site.rglob("*.html"))}


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[Path, Parsed]) -> None:
    """Scripts, styles, fonts and images of every page come from the site itself."""
    fetched = {one for page in pages.values() for one in page.fetched}
    for pattern in ("*.css", "*.svg"):
        for path in site.rglob(pattern):
            fetched |= set(IN_CSS.findall(path.read_text(encoding="utf-8")))
    assert any(one.endswith("iframe-worker.js") for one in fetched)
    assert [
        one for one in sorted(fetched) if urlsplit(one).scheme not in ("", "data") or urlsplit(one).netloc
    ] == []


def test_what_is_fetched_is_there(site: Path, pages: dict[Path, Parsed]) -> None:
    """Every script, style and image that a page asks for is a file of the site."""
    missing = [
        f"{path}: {one}"
        for path, page in pages.items()
        for one in page.fetched
        if path != LOST and urlsplit(one).scheme != "data"
        if not (site / path.parent / unquote(urlsplit(one).path)).is_file()
    ]
    assert missing == []


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[Path, Parsed]) -> None:
    """Every link within the site ends at one of its files, and its anchor at an id there."""
    followed, lost = 0, []
    for path, page in pages.items():
        for link in () if path == LOST else page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = (site / path.parent / unquote(parts.path)).resolve() if parts.path else site / path
            target = target / "index.html" if target.is_dir() else target
            known = pages.get(target.relative_to(site)) if target.exists() else None
            if not target.exists() or (parts.fragment and known and unquote(parts.fragment) not in known.ids):
                lost.append(f"{path}: {link}")
    assert followed > 1000
    assert lost == []


def sources() -> list[Path]:
    """Return the pages of docs/."""
    return sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_is_what_its_markdown_is_elsewhere(source: Path, pages: dict[Path, Parsed]) -> None:
    """The site makes as many list items, tables and blocks of code of a page as CommonMark does."""
    tokens = MarkdownIt("commonmark").enable("table").parse(source.read_text(encoding="utf-8"))
    kinds = Counter(token.type for token in tokens)
    wanted = {tag: sum(kinds[kind] for kind in alike) for tag, alike in COUNTED.items()}
    page = pages[source.relative_to(ROOT / "docs").with_suffix(".html")]
    assert {tag: page.made_of[tag] for tag in COUNTED} == wanted


# The sample report and the pictures ----------------------------------------------------------------

SAMPLE = ROOT / "reports" / "sample"
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
# The style sheet and the machine's sandbox and devices are not what a sample is about.
STYLE = re.compile(r"<style>.*?</style>|sha256-[^']+", re.DOTALL)
OF_THE_MACHINE = ("level", "devices", "device_runs")


def test_the_sample_report_is_what_its_results_look_like() -> None:
    """The pages of reports/sample are those that its results.json makes; ``UPDATE_GOLDEN=1`` writes them anew."""
    course = course_from_json((SAMPLE / "results.json").read_bytes())
    if os.environ.get("UPDATE_GOLDEN") == "1":
        write_course(course, SAMPLE, "en")
    made = {
        path.as_posix(): page for tr in map(translator, LANGUAGES) for path, page in course_pages(course, tr)
    }
    kept = {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in SAMPLE.rglob("*.html")}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if STYLE.sub("", made[name]) != STYLE.sub("", kept[name])] == []


def of_no_machine(results: str) -> list[dict[str, object]]:
    """Return the attempts of a results.json without what depends on the machine."""
    attempts = json.loads(results)["attempts"]
    return [{name: value for name, value in one.items() if name not in OF_THE_MACHINE} for one in attempts]


@pytest.mark.slow
def test_the_sample_report_can_be_made_again() -> None:
    """Grading the sample anew gives the same verdicts, points, counterexamples and misconceptions."""
    graded = runpy.run_path(str(ROOT / "docs/site/pictures.py"))["graded"]
    again = course_to_json(graded()).decode("utf-8")
    assert of_no_machine(again) == of_no_machine((SAMPLE / "results.json").read_text("utf-8"))


def test_pictures_are_small_and_shown() -> None:
    """Every picture is below 150 KB and named in the README; every picture that is named there exists."""
    kept = {f"docs/pictures/{path.name}" for path in PICTURES.iterdir()}
    named = set(re.findall(r"docs/pictures/[\w.-]+", (ROOT / "README.md").read_text("utf-8")))
    assert kept == named
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > MOST_BYTES] == []
