"""Proofs: a sound exercise is proven; each way in which one can be unsound is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_course import CHAFFS, PROPERTIES, REFERENCE, SLUG, STUB, WHEATS, make_small_course, write

from grader.catalog import Catalog
from grader.client.zygote import Zygote
from grader.errors import ContentError
from grader.i18n import translator
from grader.judge import Judge
from grader.validate import Proof, freeze, render_proof, validate_exercise
from grader.validate.content import specimen_faults, statement_faults, stub_parameters
from grader.validate.page import proofs_page
from grader.validate.proof import ChaffProof, WheatProof

Change = Callable[[Path], object]


def proven(root: Path, zygote: Zygote, *, seeds: int = 1, change: Change = lambda root: None) -> Proof:
    """Make the small course, freeze it, change something, prove it."""
    catalog = Catalog(make_small_course(root))
    exercise = catalog.load(SLUG)
    judge = Judge(catalog, device="cpu", zygote=zygote)
    freeze(catalog, exercise, judge.material(exercise).reference)
    change(root)
    return validate_exercise(judge, catalog.load(SLUG), seeds)


def faults(proof: Proof) -> str:
    """Return what has to be mended."""
    return "\n".join(map(str, proof.faults))


def test_a_sound_exercise_is_proven_over_several_seeds(tmp_path: Path, zygote: Zygote) -> None:
    """Wheats hold, chaffs fall and are recognised, no property is idle, and the matrix shows it."""
    proof = proven(tmp_path, zygote, seeds=3)

    assert proof.holds, faults(proof)
    assert [w.name for w in proof.wheats] == ["reference", *sorted(WHEATS)]
    assert "test_leaves_x_alone" in {c.name: c.felled_by for c in proof.chaffs}["doubles_in_place"]
    assert proof.median_elements is not None
    assert proof.median_elements <= 2
    page = render_proof(proof, translator("en"))
    assert "double: proven" in page
    assert "doubles_in_place" in page


SOLUTION = Path("solutions") / SLUG
UNSOUND: dict[str, tuple[Change, str]] = {
    "a wrong wheat": (
        lambda root: write(
            root / SOLUTION / "wheats/bad.py", '"""Bad.\n坏。"""\ndef double(x, times=1): return x\n'
        ),
        "the wheat bad is rejected",
    ),
    "a right chaff": (
        lambda root: write(root / SOLUTION / "chaffs/right.py", '"""Right.\n对。"""\n' + WHEATS["shifts"]),
        "the chaff right is accepted",
    ),
    "an idle property": (
        lambda root: write(
            root / SOLUTION / "test_double.py",
            PROPERTIES
            + '\n\n@points(1)\n@hint("x", zh="x")\n@given(x=tensors())\ndef test_idle(x):\n    """Idle.\n    闲。"""\n',
        ),
        "the property test_idle fells no chaff",
    ),
    "points that do not add up": (
        lambda root: write(
            root / SOLUTION / "test_double.py", PROPERTIES.replace("@points(4)", "@points(1)")
        ),
        "the points add up to 7, not 10",
    ),
    "an accepted stub": (
        lambda root: write(
            root / "exercises" / SLUG / "examples.json",
            json.dumps({"format": 1, "stub": REFERENCE, "examples": []}),
        ),
        "the untouched stub is accepted",
    ),
    "no Chinese statement": (
        lambda root: (root / "exercises" / SLUG / "README.zh.md").unlink(),
        "README.zh.md is missing",
    ),
    "a stub with other parameters": (
        lambda root: write(
            root / SOLUTION / "reference.py",
            REFERENCE.replace("times=1", "count=1").replace("times", "count"),
        ),
        "differs from the reference's",
    ),
    "no examples.json": (
        lambda root: (root / "exercises" / SLUG / "examples.json").unlink(),
        "examples.json is missing",
    ),
    "an equal that does not exist": (
        lambda root: write(
            root / SOLUTION / "chaffs/ignores_times.py",
            CHAFFS["ignores_times"].replace("Notes:", "Equals: ghost\nNotes:"),
        ),
        "declares an equal that does not exist: ghost",
    ),
    "a hint in one language": (
        lambda root: write(
            root / SOLUTION / "test_double.py", PROPERTIES.replace(', zh="计算图还在吗？"', "")
        ),
        "test_gradients has no hint in both languages",
    ),
    "a reference without the target": (
        lambda root: write(root / SOLUTION / "reference.py", "def triple(x): return x * 3\n"),
        "reference.py does not define double",
    ),
    "a title in one language": (
        lambda root: write(root / SOLUTION / "test_double.py", PROPERTIES.replace("    梯度能够流动。", "")),
        "test_gradients has no Chinese title",
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_exercise_is_not_proven(tmp_path: Path, zygote: Zygote, name: str) -> None:
    """Each flaw is named in the proof's faults."""
    change, words = UNSOUND[name]

    proof = proven(tmp_path, zygote, change=change)

    assert not proof.holds
    assert words in faults(proof)


def test_freezing_keeps_stub_and_answers(tmp_path: Path, zygote: Zygote) -> None:
    """``examples.json`` holds the stub's text; changing an example without freezing again is a fault."""
    catalog = Catalog(make_small_course(tmp_path))
    manifest = tmp_path / "exercises" / SLUG / "exercise.toml"
    example = (
        '\n[[examples]]\ncall = "double(torch.tensor([1.0, 2.0]))"\n[[examples]]\ncall = "double(1, -1)"\n'
    )
    manifest.write_text(manifest.read_text(encoding="utf-8") + example, encoding="utf-8")
    exercise = catalog.load(SLUG)
    judge = Judge(catalog, device="cpu", zygote=zygote)
    path = freeze(catalog, exercise, judge.material(exercise).reference)

    frozen = path.read_text(encoding="utf-8")
    assert catalog.pristine_stub(SLUG) == STUB
    assert "torch.tensor([2.0, 4.0], dtype=torch.float32)" in frozen
    assert "raises ValueError" in frozen


def test_a_chaff_that_is_not_recognised_is_a_fault() -> None:
    """A chaff taken for another that is not its equal is told; one that survives a seed is, too."""
    lost = ChaffProof("a", "partial", ("p",), None, "b", recognised=False, survived=(3,))
    proof = Proof(SLUG, 4, (("p", 10),), (WheatProof("reference"),), (lost,), (), 1.0)

    assert faults(proof) == "the chaff a is accepted (seeds [3]).\nthe chaff a is diagnosed as b."
    assert (proof.felled, proof.recognised) == (0, 0)


def test_proofs_are_a_page_with_what_is_not_proven_first() -> None:
    """A row for each exercise, its faults and its kill matrix; strangers' words are escaped."""
    lost = ChaffProof("a", "partial", ("test_p",), None, "b", recognised=False, survived=(3,))
    bad = Proof(
        "bad", 4, (("test_p", 10),), (WheatProof("reference", (("0", "p", "<b>"),)),), (lost,), (), 1.0
    )
    good = Proof("good", 4, (), (WheatProof("reference"),), (), (), 2.0)

    page = proofs_page([good, bad], translator("en"))

    assert page.index('href="#bad"') < page.index('href="#good"')
    assert "Exercises: 2. Proven: 1." in page
    assert "the chaff a is diagnosed as b." in page
    assert "&lt;b&gt;" in page
    assert "0/1" in page


def test_a_statement_in_one_language_twice_is_a_fault(tmp_path: Path) -> None:
    """The Chinese statement must be one: a copy of the English one is told."""
    catalog = Catalog(make_small_course(tmp_path))
    folder = catalog.exercise_folder(SLUG)
    write(folder / "README.zh.md", (folder / "README.md").read_text(encoding="utf-8"))

    assert list(map(str, statement_faults(catalog, SLUG))) == ["README.zh.md is the English statement."]


def test_specimens_are_enough_and_explained(tmp_path: Path) -> None:
    """Too few files, and a file whose docstring lacks a language, are told by name."""
    write(tmp_path / "one.py", '"""Only English."""\n')

    told = list(map(str, specimen_faults(tmp_path, 3)))

    assert told[0].endswith("has 1 files; at least 3 are needed.")
    assert told[1] == "one.py has no docstring in both languages."


@pytest.mark.parametrize(
    ("stub", "names"),
    [
        ("def f(x, /, dim, *rest, out=None, **more): ...", ["x", "dim", "rest", "out", "more"]),
        ("class f:\n    def __init__(self, width): ...\n    def forward(self, x): ...", ["width"]),
        ("class f:\n    pass", []),
        ("import torch\ndef g(a): ...\ndef f(b): ...", ["b"]),
    ],
)
def test_the_stubs_parameters_are_read_off_its_text(stub: str, names: list[str]) -> None:
    """Of a function all names in order; of a class those that it is made with."""
    assert stub_parameters(stub, "f") == names


def test_a_stub_without_the_target_is_the_authors_mistake() -> None:
    """It is a content error that says what to write."""
    with pytest.raises(ContentError, match="does not define f"):
        stub_parameters("def g(): ...", "f")


def test_an_example_that_fails_by_itself_cannot_be_frozen(tmp_path: Path, zygote: Zygote) -> None:
    """A refusal is an answer; any other exception is a mistake in the example, told with its call."""
    catalog = Catalog(make_small_course(tmp_path))
    manifest = tmp_path / "exercises" / SLUG / "exercise.toml"
    example = '\n[[examples]]\ncall = "double(tensor([1.0]))"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + example, encoding="utf-8")
    exercise = catalog.load(SLUG)
    judge = Judge(catalog, device="cpu", zygote=zygote)
    with pytest.raises(ContentError, match=r"double\(tensor.*NameError"):
        freeze(catalog, exercise, judge.material(exercise).reference)
