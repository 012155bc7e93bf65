"""The house keeps its own rules: who imports whom, where torch may be, how long things may get."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULE_LINES = 350
FUNCTION_LINES = 40
VAGUE = frozenset({"utils", "util", "misc", "helpers", "helper", "common", "stuff"})
HEAVY = ("torch", "hypothesis", "numpy")

# Package (or module) of grader -> what of grader it may import. ARCHITECTURE.md shows the same table.
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    package: frozenset(allowed.split())
    for package, allowed in {
        "model": "",
        "errors": "",
        "course": "model",
        "marks": "model",
        "docstring": "model",
        "i18n": "model",
        "content": "",
        "frozen": "errors",
        "handin": "model errors",
        "manifest": "model errors content",
        "catalog": "model errors manifest content frozen",
        "workspace": "model errors",
        "learning": "workspace model",
        "wire": "",
        "runner": "wire",
        "sandbox": "wire model",
        "client": "sandbox wire model errors",
        "compare": "model",
        "strategies": "",
        "claims": "client compare i18n model",
        "author": "claims client strategies marks",
        "judge": "catalog claims client compare wire docstring marks model errors content frozen",
        "validate": "judge report quiz catalog client compare docstring i18n model errors frozen",
        "release": "catalog compare judge frozen model errors",
        "report": "quiz analysis i18n course learning model",
        "intake": "catalog course model errors handin",
        "gradebook": "report quiz course model errors",
        "batch": "intake gradebook client judge report catalog course model errors",
        "cluster": "batch gradebook client judge report catalog content course model errors",
        "similarity": "intake gradebook report catalog i18n model errors",
        "export": "report analysis i18n course model errors",
        "seal": "catalog content errors",
        "ci": "seal intake judge client report export i18n catalog course model errors",
        "quiz": "client model errors",
        "exchange": "quiz report intake i18n course model errors",
        "analysis": "quiz model",
        "watch": "catalog workspace i18n model errors",
        "plugin": "judge catalog model",
        "cli": "intake gradebook batch cluster similarity export exchange quiz analysis validate watch judge client report catalog learning workspace i18n course model errors ci seal release handin",
    }.items()
}
ONLY_STANDARD_LIBRARY = ("model", "errors")
# What must answer at once.
LIGHT = "model errors i18n docstring marks manifest catalog workspace learning plugin report cli watch"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module; ``lazy`` where the import does not happen when the module is imported."""

    target: str
    lazy: bool


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the program: its dotted name, its text, what it imports."""

    name: str
    source: str
    imports: tuple[Import, ...]

    @property
    def package(self) -> str:
        """The part of the program it belongs to: ``grader.judge.search`` is of ``judge``."""
        return package_of(self.name)


def package_of(name: str) -> str:
    """Return the second part of a dotted name, empty for ``grader`` itself."""
    return ([*name.split("."), ""])[1]


def lazy_nodes(tree: ast.AST) -> set[ast.AST]:
    """Return the nodes that do not run when the module is imported: functions, ``if TYPE_CHECKING``."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) or (
            isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        ):
            found.update(ast.walk(node))
    return found


def targets_of(node: ast.AST, names: frozenset[str]) -> Iterator[str]:
    """Yield what an import statement imports; ``from package import module`` is that module."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield whole if whole in names else str(node.module)


def read(sources: Mapping[str, str]) -> tuple[Module, ...]:
    """Parse a program given as dotted name -> text."""
    names = frozenset(sources)
    return tuple(parse(name, source, names) for name, source in sources.items())


def parse(name: str, source: str, names: frozenset[str]) -> Module:
    """Read what one module imports."""
    tree = ast.parse(source)
    lazy = lazy_nodes(tree)
    found = (Import(t, node in lazy) for node in ast.walk(tree) for t in targets_of(node, names))
    return Module(name, source, tuple(found))


def wrong_directions(modules: Iterable[Module]) -> Iterator[str]:
    """Yield the imports that the table does not allow, those inside functions too."""
    for module in modules:
        for imported in module.imports:
            target = package_of(imported.target)
            if not imported.target.startswith("grader.") or target == module.package:
                continue
            if module.package and target not in MAY_IMPORT.get(module.package, frozenset()):
                yield f"{module.name} imports {imported.target}"


def foreign_imports(modules: Iterable[Module]) -> Iterator[str]:
    """Yield imports from outside the standard library where only that is allowed."""
    for module in modules:
        if module.package in ONLY_STANDARD_LIBRARY:
            for imported in module.imports:
                if imported.target.split(".")[0] not in sys.stdlib_module_names:
                    yield f"{module.name} imports {imported.target}"


def cycle(modules: Iterable[Module]) -> list[str]:
    """Return one circle of modules that import each other while they are imported, or nothing."""
    edges = {m.name: [i.target for i in m.imports if not i.lazy] for m in modules}
    finished: set[str] = set()

    def visit(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in finished or name not in edges:
            return []
        found = next(filter(None, (visit(target, [*path, name]) for target in edges[name])), [])
        finished.add(name)
        return found

    return next(filter(None, (visit(name, []) for name in edges)), [])


def too_long(modules: Iterable[Module]) -> Iterator[str]:
    """Yield modules and functions over their number of lines; a docstring is not counted."""
    for module in modules:
        lines = len(module.source.splitlines())
        if lines > MODULE_LINES:
            yield f"{module.name} has {lines} lines"
        for node in ast.walk(ast.parse(module.source)):
            if (
                isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
                and body_lines(node) > FUNCTION_LINES
            ):
                yield f"{module.name}.{node.name} has {body_lines(node)} lines"


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines, its docstring left out."""
    first = node.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) is not None else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def vague_names(modules: Iterable[Module]) -> Iterator[str]:
    """Return modules whose name says nothing about what is in them."""
    return (module.name for module in modules if VAGUE & set(module.name.split(".")))


def dotted(path: Path) -> str:
    """Return the module name of a file of the program."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.fixture(scope="module")
def program() -> tuple[Module, ...]:
    """Every module of `grader`."""
    files = sorted((ROOT / "grader").rglob("*.py"))
    return read({dotted(file): file.read_text(encoding="utf-8") for file in files})


def python(code: str) -> str:
    """Run code in a fresh interpreter, warnings as errors, and return what it printed."""
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_imports_follow_the_table(program: tuple[Module, ...]) -> None:
    """No module imports what ARCHITECTURE.md does not let it, not even inside a function."""
    assert list(wrong_directions(program)) == []


def test_every_package_is_in_the_table(program: tuple[Module, ...]) -> None:
    """A new package needs a line that says what it may import, and a dead line is taken out."""
    assert {module.package for module in program} - {""} == set(MAY_IMPORT)


def test_written_table_is_the_tested_one() -> None:
    """The table in ARCHITECTURE.md says exactly what is tested here."""
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", (ROOT / "ARCHITECTURE.md").read_text(), re.MULTILINE)
    written = {package: frozenset(re.findall(r"`(\w+)`", allowed)) for package, allowed in rows}
    assert written == dict(MAY_IMPORT)


def test_nouns_need_nothing_but_python(program: tuple[Module, ...]) -> None:
    """`model` and `errors` import the standard library only."""
    assert list(foreign_imports(program)) == []


def test_no_circle_of_imports(program: tuple[Module, ...]) -> None:
    """No modules import each other in a circle while they are imported."""
    assert cycle(program) == []


def test_modules_and_functions_stay_short(program: tuple[Module, ...]) -> None:
    """A module has at most 350 lines and a function at most 40 without its docstring; no exceptions today."""
    assert list(too_long(program)) == []


def test_names_say_something(program: tuple[Module, ...]) -> None:
    """No module is called utils, misc or helpers."""
    tests = read({f"tests.{file.stem}": "" for file in (ROOT / "tests").glob("*.py")})
    assert list(vague_names((*program, *tests))) == []


def test_torch_stays_out_of_what_must_answer_at_once(program: tuple[Module, ...]) -> None:
    """Command line, catalogue, watch loop, reports and plugin load no torch, Hypothesis or NumPy."""
    free = [m.name for m in program if m.package in LIGHT.split()]
    code = (
        f"import importlib, sys\nfor name in {free!r}:\n    importlib.import_module(name)\n"
        f"    heavy = set({HEAVY!r}) & set(sys.modules)\n    assert not heavy, (name, heavy)"
    )
    assert python(code) == ""


def test_listing_needs_no_torch() -> None:
    """`grade --help` and `grade list` load no torch, Hypothesis or NumPy when they run."""
    code = (
        "import sys\nfrom grader.cli import main\nfor arguments in (['--help'], ['list']):\n"
        f"    assert main(arguments) == 0\nassert not set({HEAVY!r}) & set(sys.modules)"
    )
    assert "broadcasting_add" in python(code)


def test_runner_knows_nothing_of_the_judge() -> None:
    """The process that runs a submission holds no code of ours but the wire and the runner."""
    code = "import sys, grader.runner.zygote, grader.runner.server\nprint(*sys.modules)"
    ours = {package_of(name) for name in python(code).split() if name.startswith("grader.")}
    assert ours == {"runner", "wire"}


MADE_UP = {
    "grader.model": "import torch\n",
    "grader.report.page": "from grader.judge.search import Bench\n",
    "grader.runner.loop": "def f():\n    from grader import compare\n",
    "grader.compare": "",
    "grader.judge": "",
    "grader.judge.search": "from grader.judge import corpus\nclass Bench: ...\n",
    "grader.judge.corpus": "import grader.judge.search\n",
    "grader.judge.utils": "def f():\n" + "    x = 1\n" * 40,
    "grader.watch.long": "x = 1\n" * 351,
}


def test_checker_sees_a_wrong_direction() -> None:
    """A report that imports the judge is seen, and so is a lazy import in the runner."""
    assert list(wrong_directions(read(MADE_UP))) == [
        "grader.report.page imports grader.judge.search",
        "grader.runner.loop imports grader.compare",
    ]


def test_checker_sees_a_foreign_import() -> None:
    """Torch in `model` is seen."""
    assert list(foreign_imports(read(MADE_UP))) == ["grader.model imports torch"]


def test_checker_sees_a_circle() -> None:
    """Two modules that import each other are seen; made lazy, they are not."""
    circle = ["grader.judge.search", "grader.judge.corpus", "grader.judge.search"]
    assert cycle(read(MADE_UP)) == circle
    lazy = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import grader.judge.search\n"
    assert cycle(read(MADE_UP | {"grader.judge.corpus": lazy})) == []


def test_checker_sees_length_and_names() -> None:
    """A module of 351 lines, a function of 41 and a module named utils are seen."""
    modules = read(MADE_UP)
    assert list(too_long(modules)) == ["grader.judge.utils.f has 41 lines", "grader.watch.long has 351 lines"]
    assert list(vague_names(modules)) == ["grader.judge.utils"]
