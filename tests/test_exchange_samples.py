"""Files as other programs write them: every kind of question is taken, everything left behind is named."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from exchange_bank import SAMPLES, imported, packed

from grader.client.zygote import Zygote
from grader.exchange.formats import read
from grader.exchange.item import Form, Item, Pair
from grader.exchange.losses import Lost
from grader.exchange.received import Read
from grader.quiz.marking import State, key_fields, mark

FILES = {
    "gift": SAMPLES / "all_types.gift",
    "moodle": SAMPLES / "course.moodle.xml",
    "text2qti": SAMPLES / "canvas_course.text2qti.txt",
}


def sample(form: str, folder: Path) -> Read:
    """Read the sample of a format."""
    path = packed(SAMPLES / "qti21", folder / "qti.zip") if form == "qti21" else FILES[form]
    return read(path, form)


def by_name(found: Read) -> Mapping[str, Item]:
    """Return items by their names, which differ."""
    items = {item.name: item for item in found.items}
    assert len(items) == len(found.items)
    return items


def lost(found: Read, kind: Lost) -> set[str]:
    """Return the questions that lost something."""
    return {loss.question for loss in found.losses if loss.lost is kind}


def answers(item: Item) -> list[tuple[str, Fraction, str]]:
    """Return the answers of an item as plain data."""
    return [(answer.text, answer.weight, answer.feedback) for answer in item.ask.answers]


@pytest.mark.parametrize("form", ["gift", "moodle", "qti21", "text2qti"])
def test_every_question_builds_and_marks_its_key_right(zygote: Zygote, tmp_path: Path, form: str) -> None:
    """What is taken from a file builds as a question of ours, and its own marker accepts its key."""
    found = sample(form, tmp_path)
    built = list(imported(found.items, tmp_path, zygote))
    assert len(built) == len(found.items) >= 7
    for _, variant in built:
        assert mark(variant, key_fields(variant)).state is State.RIGHT


def test_gift_comments_names_and_tags() -> None:
    """A comment's id and tags become name, module and level; without one the title, or a number, is the name."""
    items = by_name(read(FILES["gift"], "gift"))
    shape = items["shape-q1"]
    assert (shape.title, shape.module, shape.level) == ("Axes : how many?", "M02", 3)
    assert items["question 15"].prompt == "Which line has no name?"


def test_gift_choices() -> None:
    """Weights, feedback of options, general feedback, HTML, Markdown and plain text are read for what they are."""
    items = by_name(read(FILES["gift"], "gift"))
    half = Fraction(1, 2)
    assert items["shape-q1"].form is Form.CHOICE
    assert items["shape-q1"].prompt == "How many axes has `torch.zeros(2, 3)`?"
    assert items["shape-q1"].feedback == "One axis for each argument."
    assert answers(items["shape-q1"])[:3] == [
        ("two", 1, "Right."),
        ("one", 0, "That is a list."),
        ("2.0", half, "Nearly: a number of axes is whole."),
    ]
    assert items["Several"].form is Form.MULTI
    assert [weight for _, weight, _ in answers(items["Several"])] == [half, half, -half, -half]
    assert [text for text, _, _ in answers(items["Windows"])] == ["a~b", "a=b", "a#b"]
    assert items["Windows"].prompt == "Two lines\\\nof text with a backslash \\\\ and a ~tilde~."
    assert items["Missing"].prompt == "The method \\_\\_\\_\\_\\_ changes the shape, not the data."


def test_gift_truth() -> None:
    """What is said to those who are wrong stands first in the file, and with the wrong answer here."""
    items = by_name(read(FILES["gift"], "gift"))
    assert answers(items["Sharing"]) == [
        ("True", 1, "Yes: that is what makes it cheap."),
        ("False", 0, "Only a copy has memory of its own."),
    ]
    assert [weight for _, weight, _ in answers(items["Short T/F"])] == [0, 1]


def test_gift_texts_numbers_and_pairs() -> None:
    """Typed answers, margins, ranges, weighted numbers, pairs and lone right sides are read; stars are not taken."""
    found = read(FILES["gift"], "gift")
    items = by_name(found)
    assert answers(items["Nobody"]) == [
        ("Nobody", 1, ""),
        ("nobody at all", 1, "Fine."),
        ("someone", Fraction(1, 2), ""),
    ]
    assert items["Formula"].prompt == "What does $\\frac{a}{b}$ stand for?"
    assert [text for text, _, _ in answers(items["Formula"])] == ["a/b", "a = b"]
    (pi,) = items["Pi"].ask.ranges
    assert (pi.low, pi.high) == (Fraction("3.14149"), Fraction("3.14169"))
    (between,) = items["Between"].ask.ranges
    assert (between.low, between.high) == (1, 5)
    assert [r.weight for r in items["Ohm"].ask.ranges] == [1, Fraction(1, 2)]
    assert items["Ohm"].feedback == "A yard is 0.9144 m."
    assert items["Capitals"].ask.pairs[0] == Pair("torch.zeros", "a tensor of zeros")
    assert items["Capitals"].ask.others == ("nothing",)
    assert lost(found, Lost.WILDCARD) == {"Nobody"}
    assert lost(found, Lost.FEEDBACK) == {"Ohm"}
    assert lost(found, Lost.SKIPPED) == {"Essay", "Just a text"}
    assert lost(found, Lost.CATEGORY) == {"$course$/top/Tensors/Shapes", "$course$/top/Tensors/Names"}


def test_moodle_choice_with_everything() -> None:
    """CDATA, pictures, formulas, tags, hints, penalty and points of a question as Moodle exports it."""
    found = read(FILES["moodle"], "moodle")
    item = by_name(found)["dl-011"]
    assert item.prompt == "What does **dropout** do in `eval()` mode?\n\n[a small net]"
    assert answers(item)[2] == ("It sets activations to 0 at random, $p < 1$", 0, "Only while training.")
    assert (item.module, item.level, item.points) == ("M17", 2, 2)
    assert item.hints == ("Think of *inference*.",)
    assert item.attempts == (1, 1 - Fraction("0.3333333"))
    assert lost(found, Lost.IMAGE) == {"dl-011"}
    assert "dl-011" in lost(found, Lost.FEEDBACK)


def test_moodle_other_kinds() -> None:
    """True or false, several options, texts with case, numbers, pairs and orders."""
    found = read(FILES["moodle"], "moodle")
    items = by_name(found)
    assert [weight for _, weight, _ in answers(items["Leaves"])] == [Fraction(1, 2), Fraction(1, 2), -1, -1]
    assert answers(items["Gradients add up"]) == [("True", 1, ""), ("False", 0, "It would overwrite then.")]
    assert items["Method"].ask.case
    assert items["Method"].prompt.endswith("```\nx = y.t()\nx.____()\n```")
    assert [text for text, _, _ in answers(items["Method"])] == ["contiguous", "clone", "view"]
    key, trap = items["Sigmoid at 0"].ask.ranges
    assert (key.low, key.high, key.feedback) == (Fraction("0.249"), Fraction("0.251"), "σ(1 − σ)")
    assert (trap.value, trap.weight, trap.feedback) == (Fraction(1, 2), 0, "That is its value.")
    assert items["Losses"].ask.others == ("CTCLoss",)
    assert items["A training step"].ask.answers[0].text == "`optimizer.zero_grad()`"
    assert lost(found, Lost.SKIPPED) == {"Why ReLU?", "Read this first", "{a} + {b}"}
    assert lost(found, Lost.WILDCARD) == {"Method"}
    assert "Sigmoid at 0" in lost(found, Lost.SETTINGS)


def test_moodle_gaps() -> None:
    """Gaps with numbers, texts and lists are read, with what is said about answers; other braces stay."""
    items = by_name(read(FILES["moodle"], "moodle"))
    gaps = {gap.name: gap.ask for gap in items["Gaps"].gaps}
    assert items["Gaps"].prompt.startswith("A kernel of 3 takes ⟦b1⟧ pixels off; the class is ⟦b2⟧")
    assert items["Gaps"].prompt.endswith("Set {x} too.")
    first = gaps["b1"].ranges[0]
    assert (first.low, first.high, first.feedback) == (Fraction("1.9"), Fraction("2.1"), "yes")
    assert [(a.text, a.feedback) for a in gaps["b2"].answers] == [("Conv2d", ""), ("Conv", "nearly")]
    assert [(a.text, a.weight) for a in gaps["b3"].answers] == [("same", 0), ("valid", 1), ("full", 0)]
    words = [[a.text for a in gap.ask.answers] for gap in items["Words"].gaps]
    assert words == [["backward()", "forward()", "item()"], ["backwards", "sideways"]]


def test_qti_package(tmp_path: Path) -> None:
    """Items come in the manifest's order, the others after them; what is no question of ours is named."""
    found = sample("qti21", tmp_path)
    assert [item.name for item in found.items][:2] == ["several", "i1234567890"]
    assert lost(found, Lost.SKIPPED) == {"essay", "picture"}
    assert {loss.detail for loss in found.losses if loss.lost is Lost.SKIPPED} == {
        "extendedTextInteraction",
        "hotspotInteraction",
    }


def test_qti_choices(tmp_path: Path) -> None:
    """A choice with inline feedback and MathML, and several options whose conditions show feedback."""
    found = sample("qti21", tmp_path)
    items = by_name(found)
    shape = items["i1234567890"]
    assert (
        shape.prompt
        == "Two tensors of the shapes 3×1 and 1 × 4 are added.\n\nWhat is the **shape** of the sum?"
    )
    assert answers(shape) == [("(3, 1)", 0, ""), ("(3, 4)", 1, "Both axes grow."), ("(1, 4)", 0, "")]
    assert (shape.language, shape.shuffle) == ("en", False)
    assert answers(items["several"]) == [
        ("`float16`", Fraction(1, 2), ""),
        ("`int8`", Fraction(-1, 2), "Whole numbers only."),
        ("`bfloat16`", Fraction(1, 2), ""),
    ]
    assert lost(found, Lost.MARKUP) == {"i1234567890"}
    assert lost(found, Lost.SETTINGS) == {"i1234567890"}


def test_qti_typed_matched_ordered(tmp_path: Path) -> None:
    """A mapped text, a number with a margin in percent, pairs, an order, gaps in a sentence."""
    items = by_name(sample("qti21", tmp_path))
    assert answers(items["text"]) == [("view", 1, ""), ("reshape", Fraction(1, 2), "")]
    assert not items["text"].ask.case
    (slope,) = items["number"].ask.ranges
    assert (slope.low, slope.high, items["number"].points) == (Fraction("0.24"), Fraction("0.26"), 2)
    assert items["match"].ask.pairs == (Pair("regression", "MSELoss"), Pair("classes", "CrossEntropyLoss"))
    assert items["match"].ask.others == ("CTCLoss",)
    assert items["order"].ask.orders[0].places == (1, 2, 0)
    assert items["gaps"].prompt == "The class is ⟦b1⟧, it takes ⟦b2⟧ pixels off, in mode ⟦b3⟧."
    assert [gap.ask.form for gap in items["gaps"].gaps] == [Form.TEXT, Form.NUMBER, Form.CHOICE]


def test_one_qti_item_alone(tmp_path: Path) -> None:
    """A single item needs no package."""
    (item,) = read(SAMPLES / "qti21" / "items" / "order.xml", "qti21").items
    assert item.name == "order"


def test_text2qti_questions() -> None:
    """Fences, feedback, several options, texts, four ways to write a number, true or false, groups."""
    found = read(FILES["text2qti"], "text2qti")
    items = by_name(found)
    first = items["Element types"]
    assert first.prompt.endswith("```\na)  this stands in a fence\n```")
    assert (first.points, first.feedback) == (2, "Whole numbers give whole numbers.")
    assert answers(first)[2] == ("`int32`", 0, "On other systems, maybe,\nbut not here.")
    assert [weight for _, weight, _ in answers(items["Floating"])] == [Fraction(1, 2), Fraction(-1, 2)] * 2
    assert [text for text, _, _ in answers(items["question 3"])] == ["Tensor", "torch.Tensor"]
    ends = [items[f"question {n}"].ask.ranges[0] for n in (4, 5, 6, 7)]
    assert [(r.low, r.high) for r in ends] == [
        (6, 6),
        (Fraction("1.4141"), Fraction("1.4143")),
        (Fraction("1.9"), Fraction("2.1")),
        (Fraction("1.2"), Fraction("1.3")),
    ]
    assert items["question 9"].points == items["question 10"].points == 3


def test_text2qti_losses_and_code() -> None:
    """Comments are passed over; essays, uploads, blanks and code that wants to run are named, and nothing is run."""
    found = read(FILES["text2qti"], "text2qti")
    assert not any("Nobody sees this" in item.prompt or "Is this run" in item.prompt for item in found.items)
    assert not Path("/tmp/text2qti_was_run").exists()
    skipped = {loss.detail for loss in found.losses if loss.lost is Lost.SKIPPED}
    assert skipped == {"essay", "upload", "blank", ".run"}
    assert lost(found, Lost.FEEDBACK) == {"Element types"}
    settings = {loss.detail for loss in found.losses if loss.lost is Lost.SETTINGS}
    assert {"quiz description", "shuffle answers", "GROUP", "text"} <= settings
