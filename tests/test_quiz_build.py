"""Keys are made by the program shown, in the sandbox; what is wrong with a question is found when it is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from quiz_bank import QUESTIONS, written

from grader.errors import ContentError
from grader.quiz.marking import State, key_fields, mark

if TYPE_CHECKING:
    from grader.client.zygote import Zygote
    from grader.quiz.build import Builder


@pytest.fixture(scope="module")
def builder(zygote: Zygote) -> Iterator[Builder]:
    from grader.quiz.build import Builder

    with Builder(zygote) as one:
        yield one


def number(listing: str, evaluated: str = "n", more: str = "", params: str = "") -> str:
    return f"""
type = "number"
{more}
answer = {{ eval = "{evaluated}", why = "It is {{{{ key }}}}." }}
[params]
{params}
[code]
listing = '''
{listing}
'''
"""


def test_the_listing_makes_the_key(builder: Builder, tmp_path: Path) -> None:
    """The key is what the listing computes, and its explanation may say it."""
    question = written(tmp_path, number("n = sum(range({{ a }}))", params="a = { int = [5, 5] }"))
    variant = builder.build(question, 0)
    assert (variant.parts[0].key, variant.why.en, variant.listing) == (
        "10",
        "It is 10.",
        "n = sum(range(5))\n",
    )


def test_traps_like_the_key_or_each_other_are_dropped(builder: Builder, tmp_path: Path) -> None:
    """A trap that is right in this variant, that an earlier one equals, or that is None, is left out."""
    wrong = "wrong = [" + ", ".join(
        f'{{ tag = "t{i}", why = "w", eval = "{e}" }}'
        for i, e in enumerate(["2 + 2", "5", "5.0", "None", "6"])
    )
    variant = builder.build(written(tmp_path, number("n = 4", more=wrong + "]")), 0)
    assert [(trap.tag, trap.answer) for trap in variant.parts[0].traps] == [("t1", "5"), ("t4", "6")]


def test_equal_seeds_give_equal_variants(builder: Builder) -> None:
    """Building again gives the same bytes, and another seed another question."""
    question = QUESTIONS["conv.output_size"]
    first, again, other = (builder.build(question, seed) for seed in (1, 1, 2))
    assert first == again
    assert first.sha256 != other.sha256
    assert first.torch.startswith("2.")


def test_what_one_variant_sets_the_next_does_not_find(builder: Builder, tmp_path: Path) -> None:
    """A listing that changes torch's defaults changes them for itself only."""
    lines = ("import torch", "n = torch.ones(1).element_size()", "torch.set_default_dtype(torch.float64)")
    question = written(tmp_path, number("\n".join(lines)))
    assert [builder.build(question, seed).parts[0].key for seed in (0, 1, 2)] == ["4", "4", "4"]


def fault(builder: Builder, folder: Path, body: str, generate: str = "") -> str:
    question = written(folder, body, generate=generate)
    with pytest.raises(ContentError) as caught:
        builder.build(question, 0)
    assert caught.value.message.startswith("topic.name")
    return caught.value.message


TEXT_CHOICE = """
type = "choice"
answer = { text = "one", why = "w" }
wrong = [{ tag = "a", text = "two", why = "w" }, { tag = "b", text = "two", why = "w" }]
"""
LINE = """
type = "line"
answer = { raises = "ValueError", why = "w" }
code.listing = '''
%s
'''
"""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (number("import torch\nn = torch.randint(1000000, ()).item()"), "two runs differ"),
        (number("import random\nn = random.randrange(10**6)"), "two runs differ"),
        (number("n = 1\nraise KeyError('x')"), "code.listing: it raises KeyError in line 2"),
        (number("n = 1", "m"), "answer.eval: NameError"),
        (number("n = [1]"), "answer.eval: it is [1] of type list; a number is expected"),
        (number("n = True"), "of type bool"),
        (number("n = 2 / 3"), "cannot be typed exactly"),
        (number("n = 1", more="require = ['False']"), "no draw of"),
        (number("n = 1", more="require = ['nope']"), "NameError"),
        (number("n = {{ missing }}"), "code.listing: 'missing' is undefined"),
        (number("n = 1", more="verify = ['n == 2']"), "verify[0]: `n == 2` does not hold"),
        (
            number("n = 1", more="wrong = [{ tag = 't', why = 'w', eval = '1/0' }]"),
            "wrong[0].eval: ZeroDivisionError",
        ),
        (number("n ="), "SyntaxError"),
        (number("import os\nos._exit(0)"), "ended"),
        (TEXT_CHOICE, "only 2 options are left"),
        (LINE % "x = 1", "expected ValueError, got nothing"),
        (LINE % "x = 1\n[][0]", "expected ValueError, got IndexError in line 2"),
        (
            "type = 'truefalse'\nanswer = { eval = '3', why = 'w' }\nwrong = [{ tag = 't', why = 'w', eval = '0' }]\n",
            "True or False is expected",
        ),
    ],
)
def test_an_author_is_told_what_is_wrong(builder: Builder, tmp_path: Path, body: str, said: str) -> None:
    """A question that cannot be asked is refused with its name, the key and what happened."""
    assert said in fault(builder, tmp_path, body)


def test_a_listing_without_end_is_ended(
    builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A listing has a time limit, and the next question is built all the same."""
    from grader.quiz import remote

    monkeypatch.setattr(remote, "LIMITS", replace(remote.LIMITS, call_seconds=0.3))
    assert "ended" in fault(builder, tmp_path, number("while True: pass"))
    monkeypatch.undo()
    assert builder.build(written(tmp_path, number("n = 1")), 0).parts[0].key == "1"


def test_a_generator_that_fails_is_the_authors(builder: Builder, tmp_path: Path) -> None:
    """What the sibling file raises is named."""
    body = "generate = 'name.py'\n" + number("n = 1")
    assert "ZeroDivisionError" in fault(
        builder, tmp_path, body, generate="def generate(rng):\n    return 1 / 0\n"
    )


def test_author_code_cannot_write_outside(builder: Builder, tmp_path: Path) -> None:
    """A listing is run in the sandbox: it does not even see the folder that its question lies in."""
    question = written(tmp_path, number(f"import os\nn = int(os.path.exists({str(tmp_path)!r}))"))
    assert builder.build(question, 0).parts[0].key == "0"


def test_the_line_of_the_traceback_is_the_key(builder: Builder, tmp_path: Path) -> None:
    """The line that raises is the innermost of the listing, and a syntax error has one, too."""
    inside = "def f(x):\n    return int(x)\nf('1')\nf('?')"
    assert builder.build(written(tmp_path, LINE % inside), 0).parts[0].key == "2"
    broken = (LINE % "x = 1\ny = ”x”").replace("ValueError", "SyntaxError")
    assert builder.build(written(tmp_path, broken), 0).parts[0].key == "2"


def test_right_orders_are_found_by_running(builder: Builder) -> None:
    """Four of the 120 orders of a training step are right: clearing gradients last is one of them."""
    part = builder.build(QUESTIONS["training.loop_order"], 0).parts[0]
    code = {choice.label: choice.text.en for choice in part.choices}
    orders = [[code[label] for label in key.split()] for key in (part.key, *part.accept)]
    assert sorted(order.index("`opt.zero_grad()`") for order in orders) == [0, 1, 2, 4]


CLOZE = """
type = "cloze"
params = { n = { pick = [4] } }
answer = { eval = "[p.numel() for p in pieces]", why = "w" }
[code]
listing = '''
import torch
pieces = torch.arange({{ n }}).{{ name }}(2)
'''
[[blank]]
id = "name"
answer = { text = "split", accept = ["%s"], why = "w" }
wrong = [{ tag = "swapped", text = "chunk", why = "w" }, { tag = "other", text = "reshape", why = "w" }]
"""


def test_what_fills_a_blank_is_run(builder: Builder, tmp_path: Path) -> None:
    """A trap that does what the key does is dropped, and an accepted text has to do it."""
    variant = builder.build(written(tmp_path, CLOZE % "unsafe_split"), 0)
    assert [trap.tag for trap in variant.parts[0].traps] == ["other"]
    assert variant.listing.endswith("⟦name⟧(2)\n")
    assert "'view' gives" in fault(builder, tmp_path, CLOZE % "view")


def test_a_claim_about_lines_may_depend_on_the_parameters(builder: Builder) -> None:
    """In one question some variants raise and some do not, and the key follows."""
    built = [builder.build(QUESTIONS["autograd.inplace_line"], seed) for seed in range(12)]
    keys = {("sin" in variant.listing, variant.parts[0].key) for variant in built}
    assert keys == {(True, "none"), (False, "7")}


def test_helpers_and_output(builder: Builder, tmp_path: Path) -> None:
    """Expressions may ask what raises, what warns and what was printed."""
    body = """
type = "multi"
option = [
  { text = "a", tag = "a", why = "w", holds = "raises(lambda: torch.zeros(2).view(3)) == 'RuntimeError'" },
  { text = "b", tag = "b", why = "w", holds = "warns(lambda: torch.zeros(2)) != ''" },
  { text = "c", tag = "c", why = "w", holds = "output == 'hello\\\\n'" },
]
code.listing = "print('hello')"
"""
    variant = builder.build(written(tmp_path, body), 0)
    right = {c.text.en for c in variant.parts[0].choices if c.label in variant.parts[0].key}
    assert right == {"a", "c"}
    assert mark(variant, key_fields(variant)).state is State.RIGHT


def test_the_documented_question_builds(builder: Builder, tmp_path: Path) -> None:
    """The example in docs/quiz.md is a whole question: it is built, and its explanation adds up."""
    page = (Path(__file__).resolve().parents[1] / "docs" / "quiz.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    variant = builder.build(written(tmp_path, example, head=""), 3)
    h, p, k = (int(word) for word in variant.why.en.replace("2·", "").split()[0:5:2])
    assert h + 2 * p - k + 1 == int(variant.parts[0].key)
