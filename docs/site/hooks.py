"""What MkDocs does not do by itself: pages of the project that lie outside docs/, and the links to them."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
DOCS = "docs/"
# Pages and the report from elsewhere; on the site they have the names that they have in the project.
OUTSIDE = (
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "bench/cluster_simulation.md",
    "ci-templates/README.md",
    "reports/sample/**/*",
    "tests/README.md",
)
HOME = {"README.md": "index.md"}
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s#:]+)(#[^)\s]*)?\)")
NUMBERED = re.compile(r"^\d+\. .*\n(?:(?:   .*)?\n)*", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and the report that lie outside docs/."""
    for path in sorted(path for pattern in OUTSIDE for path in ROOT.glob(pattern) if path.is_file()):
        name = path.relative_to(ROOT).as_posix()
        files.append(File.generated(config, name, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead every link to the site's own copy; a file that is not on the site is named, not linked."""
    folder = posixpath.dirname(in_project(page.file))

    def led(match: re.Match[str]) -> str:
        label, link, anchor = match[1], match[2], match[3] or ""
        target = posixpath.normpath(posixpath.join(folder, link))
        name = site_name(target)
        if files.get_file_from_path(name):
            return (
                f"[{label}]({posixpath.relpath(name, posixpath.dirname(page.file.src_uri) or '.')}{anchor})"
            )
        # What does not exist at all stays, so that the build says so.
        return label if (ROOT / target).exists() else match[0]

    return indented(LINK.sub(led, markdown))


def in_project(file: File) -> str:
    """Return where a page's text is in the project."""
    return file.src_uri if file.generated_by else DOCS + file.src_uri


def site_name(target: str) -> str:
    """Return the name that a file of the project would have on the site."""
    return HOME.get(target, target.removeprefix(DOCS))


def indented(markdown: str) -> str:
    """Set what belongs to a numbered item four blanks in: CommonMark takes three, Python-Markdown not."""
    return NUMBERED.sub(lambda block: re.sub(r"^   ", "    ", block[0], flags=re.MULTILINE), markdown)
