"""The documents say what is true of the program: commands, messages, words, names, links."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from grader.cli import COMMANDS, grade
from grader.client.ending import Ending
from grader.errors import GraderError
from grader.model import DeviceState, DifferenceKind, Limits, Outcome, Verdict

ROOT = Path(__file__).resolve().parents[1]
CLI_PAGE = ROOT / "docs" / "cli.md"
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "tests/*.md", "bench/*.md", "exercises/*/*.md")
    for page in ROOT.glob(pattern)
)
# Names that docs/authoring.md calls although no property imports them from `grader.author`.
OTHER_CALLS = frozenset({"len"})
CLI_HEAD = """\
# The command line

Written from the commands' own help by `UPDATE_GOLDEN=1 python -m pytest tests/test_docs.py`; do not edit.
`python3 do.py setup` puts `grade` into `.venv/bin`.
"""


def page(name: str) -> str:
    """Return the text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


# docs/cli.md ---------------------------------------------------------------------------------------


def commands() -> dict[str, click.Command]:
    """Return every command by what is typed for it, the bare ``grade`` first."""
    context = click.Context(grade, **grade.context_settings)
    found = {f"grade {name}": grade.get_command(context, name) for name in COMMANDS}
    return {"grade": grade} | {name: command for name, command in found.items() if command is not None}


def cli_page() -> str:
    """Write docs/cli.md."""
    sections = (command_section(name, command) for name, command in commands().items())
    return "\n".join([CLI_HEAD, *sections])


def command_section(name: str, command: click.Command) -> str:
    """Write one command: usage, what it does, its options."""
    # Below the group's context, whose help option also is `-h`; click remembers the first it was asked for.
    parent = click.Context(grade, **grade.context_settings)
    context = click.Context(command, parent, name, terminal_width=1000, max_content_width=1000)
    usage = command.get_usage(context).removeprefix("Usage: ")
    paragraphs = [" ".join(part.split()) for part in (command.help or "").split("\n\n")]
    lines = [f"## {name}", "", f"`{usage}`", "", "\n\n".join(paragraphs), ""]
    rows = [row for row in map(option_row, command.get_params(context)) if row]
    lines += ["| option | |", "|---|---|", *rows, ""]
    if command.epilog:
        lines += [command.epilog, ""]
    return "\n".join(lines)


def option_row(parameter: click.Parameter) -> str:
    """Write one option as a row of a table; arguments stand in the usage line already."""
    if not isinstance(parameter, click.Option):
        return ""
    names = ", ".join(f"`{name}{value_of(parameter)}`" for name in parameter.opts)
    said = [parameter.help or "", "Required." if parameter.required else ""]
    if isinstance(parameter.type, click.Choice):
        said.append("One of " + ", ".join(f"`{choice}`" for choice in parameter.type.choices) + ".")
    if parameter.show_default:
        said.append(f"Default: `{parameter.default}`.")
    return f"| {names} | {' '.join(filter(None, said))} |"


def value_of(option: click.Option) -> str:
    """Write what an option takes: nothing for a flag, ``…`` for a choice that is listed beside it."""
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return " …"
    return " " + (option.metavar or option.type.name.split()[0].upper()).replace("|", " or ")


def test_cli_page_is_up_to_date() -> None:
    """docs/cli.md is what the commands say of themselves; ``UPDATE_GOLDEN=1`` writes it anew."""
    if os.environ.get("UPDATE_GOLDEN") == "1":
        CLI_PAGE.write_text(cli_page(), encoding="utf-8")
    assert page("docs/cli.md") == cli_page()


def test_every_option_is_in_the_cli_page() -> None:
    """Every command has a section in docs/cli.md, and the section names every option that it takes."""
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page("docs/cli.md"), re.MULTILINE | re.DOTALL))
    for name, command in commands().items():
        for parameter in command.params:
            wanted = (
                parameter.opts
                if isinstance(parameter, click.Option)
                else [parameter.make_metavar(click.Context(command))]
            )
            assert all(option in sections[name] for option in wanted), (name, wanted)


# Commands that documents tell the reader to type --------------------------------------------------


def typed(text: str) -> Iterator[list[str]]:
    """Yield the words of every command in code: lines of blocks (after a prompt) and code in sentences."""
    for token in tokens(MarkdownIt("commonmark").enable("table").parse(text)):
        if token.type in ("fence", "code_inline"):
            for line in token.content.splitlines():
                yield line.strip().removeprefix("$ ").split()


def tokens(parsed: list[Token]) -> Iterator[Token]:
    """Yield tokens and the tokens within them."""
    for token in parsed:
        yield token
        yield from tokens(token.children or [])


def chores() -> frozenset[str]:
    """Return the chores of do.py."""
    spec = importlib.util.spec_from_file_location("do", ROOT / "do.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return frozenset(module.CHORES)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_exist(path: Path) -> None:
    """Every `python3 do.py …` and `grade …` in a document is a chore, a command, with options it has."""
    known = commands()
    for words in typed(path.read_text(encoding="utf-8")):
        if words[:2] == ["python3", "do.py"] and len(words) > 2:
            assert words[2] in chores(), words
        if words[:1] == ["grade"] and len(words) > 1:
            name = "grade" if words[1].startswith(("-", "[")) else f"grade {words[1]}"
            assert name in known, words
            options = {option for parameter in known[name].params for option in parameter.opts} | {"--help"}
            asked = {word.partition("=")[0].rstrip(".,;:") for word in words if word.startswith("--")}
            assert asked <= options, words


def test_readme_has_the_two_commands() -> None:
    """The README tells a newcomer to run the demo and the tests, and both are chores."""
    told = {" ".join(words) for words in typed(page("README.md"))}
    assert {"python3 do.py demo", "python3 do.py test"} <= told
    assert {"demo", "test"} <= chores()


# Words ---------------------------------------------------------------------------------------------


def subclasses(root: type[GraderError]) -> Iterator[type[GraderError]]:
    """Yield a class of errors and everything below it."""
    yield root
    for below in root.__subclasses__():
        yield from subclasses(below)


def headings(text: str) -> set[str]:
    """Return the anchors of a document's headings, as the usual viewers make them."""
    lines = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", line.strip().lower()).replace(" ", "-") for line in lines}


def test_every_error_has_a_section() -> None:
    """The place that an error message points to exists in docs/messages.md."""
    assert {error.slug for error in subclasses(GraderError)} <= headings(page("docs/messages.md"))


def test_every_verdict_has_a_section() -> None:
    """docs/messages.md explains every verdict under its name."""
    assert {verdict.value for verdict in Verdict} <= headings(page("docs/messages.md"))


@pytest.mark.parametrize("words", [Verdict, Outcome, DeviceState, DifferenceKind, Ending])
def test_every_value_is_in_the_glossary(words: type[Verdict]) -> None:
    """docs/glossary.md explains every value of the enums that reach a reader or a file."""
    glossary = page("docs/glossary.md")
    assert [word.value for word in words if f"`{word.value}`" not in glossary] == []


def test_every_limit_is_documented() -> None:
    """docs/grading.md names every limit with its default."""
    text, defaults = page("docs/grading.md"), Limits()
    missing = [f.name for f in fields(Limits) if f"| `{f.name}` | {getattr(defaults, f.name)} " not in text]
    assert missing == []


# Links ---------------------------------------------------------------------------------------------


def links(text: str) -> Iterator[str]:
    """Yield the targets of links and images."""
    for token in tokens(MarkdownIt("commonmark").enable("table").parse(text)):
        target = token.attrs.get("href") or token.attrs.get("src")
        if target:
            yield str(target)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link leads to a file of the project, and to a heading that it has."""
    for target in links(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        found = (path.parent / file).resolve() if file else path
        assert found.is_relative_to(ROOT), target
        assert found.exists(), target
        assert not anchor or anchor in headings(found.read_text(encoding="utf-8")), target


# docs/authoring.md ---------------------------------------------------------------------------------


def author_names() -> frozenset[str]:
    """Return ``grader.author.__all__``, read off the source: importing it takes torch."""
    tree = ast.parse(page("grader/author.py"))
    values = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and "__all__" in [ast.unparse(target) for target in node.targets]
    ]
    return frozenset(ast.literal_eval(values[0]))


def test_every_authors_name_is_documented() -> None:
    """docs/authoring.md names everything that properties may import from `grader.author`."""
    words = set(re.findall(r"\w+", page("docs/authoring.md")))
    assert sorted(author_names() - words) == []


def test_documented_authors_names_exist() -> None:
    """Every claim and strategy in docs/authoring.md can be imported from `grader.author`."""
    text = page("docs/authoring.md").partition("### Claims")[2]
    called = {
        name for words in typed(text) for name in re.findall(r"(?<![\w.])([a-z_]\w*)\(", " ".join(words))
    }
    imported = re.findall(r"from grader\.author import (.+)", page("docs/authoring.md"))
    named = {name.strip() for line in imported for name in line.split(",")}
    assert sorted((called | named) - author_names() - OTHER_CALLS) == []
