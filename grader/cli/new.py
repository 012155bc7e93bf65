"""``grade new``: both folders of an exercise, with everything its author must fill."""

from __future__ import annotations

import json
import keyword
import shutil
import tempfile
from pathlib import Path

import click

from grader.catalog import SLUG, Catalog
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import UsageError
from grader.model import text

TEMPLATES = Path(__file__).parent.parent / "templates" / "exercise"

# No file of a template has its real ending, so that no tool takes it for code of ours.
_ENDING = ".tmpl"


@click.command("new")
@click.argument("slug", metavar="SLUG")
@click.option("--title", help="English title (default: made from the slug).")
@lang_option
@pass_invocation
def command(invocation: Invocation, slug: str, title: str | None) -> int:
    """Make the folders exercises/SLUG and solutions/SLUG; every place to fill is marked TODO."""
    _check_slug(slug)
    catalog = _course(invocation)
    folders = (catalog.exercise_folder(slug), catalog.solution_folder(slug))
    for folder in folders:
        if folder.exists():
            raise UsageError(f"{folder} exists already.", "Take another slug, or edit that folder.")
    _scaffold(catalog.root, slug, title or slug.replace("_", " ").capitalize())
    _print_next_steps(invocation, catalog.root, slug)
    return 0


def _check_slug(slug: str) -> None:
    if not SLUG.fullmatch(slug) or keyword.iskeyword(slug):
        raise UsageError(
            f"{slug!r} cannot be a slug.",
            "Take lower-case letters, digits and underscores, a letter first, no Python keyword: focal_loss.",
        )


def _course(invocation: Invocation) -> Catalog:
    try:
        return invocation.catalog
    except UsageError:
        # The first exercise of a course: there is nothing to find yet but the empty folder.
        if (Path.cwd() / "exercises").is_dir():
            return Catalog(Path.cwd())
        raise


def _scaffold(root: Path, slug: str, title: str) -> None:
    """Fill the templates aside, then move both folders into place: no half-made exercise is left behind."""
    with tempfile.TemporaryDirectory(prefix=".grade-new-", dir=root) as name:
        aside = Path(name)
        for template in sorted(TEMPLATES.rglob(f"*{_ENDING}")):
            _fill(template, aside, slug, title)
        for side in ("exercises", "solutions"):
            (root / side).mkdir(exist_ok=True)
            shutil.move(aside / side / slug, root / side / slug)


def _fill(template: Path, aside: Path, slug: str, title: str) -> None:
    from jinja2 import Environment, StrictUndefined

    place = template.relative_to(TEMPLATES).as_posix().removesuffix(_ENDING)
    target = aside / place.replace("SLUG", slug)
    target.parent.mkdir(parents=True, exist_ok=True)
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    quoted = json.dumps(title, ensure_ascii=False)
    source = environment.from_string(template.read_text(encoding="utf-8"))
    target.write_text(source.render(slug=slug, title=title, quoted_title=quoted), encoding="utf-8")


def _print_next_steps(invocation: Invocation, root: Path, slug: str) -> None:
    invocation.say(text("Made exercises/{slug} and solutions/{slug} in {root}.", slug=slug, root=root))
    invocation.say()
    invocation.say(text("Next:"))
    invocation.say(text("1. Fill every TODO (docs/authoring.md says how): grep -rn TODO */{slug}", slug=slug))
    invocation.say(text("2. Write the reference, then the properties, then wrong answers as chaffs."))
    invocation.say(text("3. Prove it: grade validate {slug}", slug=slug))
    invocation.say(text("4. Freeze the stub and the examples: grade validate --freeze {slug}", slug=slug))
