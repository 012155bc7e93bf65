"""From neutral items to our files: what each form becomes, what is added, left out, and said."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from exchange_bank import imported

from grader.client.zygote import Zygote
from grader.exchange.files import stems, toml_of
from grader.exchange.gift_reading import read_gift
from grader.exchange.incoming import Incoming, Unfit, incoming
from grader.exchange.item import Answer, Ask, Form, Gap, Item, Order, Pair, Range
from grader.exchange.losses import Lost
from grader.exchange.moodle_gaps import gap_code, gaps_in
from grader.exchange.moodle_reading import read_moodle
from grader.exchange.numbers import number_of, range_of
from grader.exchange.qti_reading import read_qti
from grader.exchange.qti_writing import item_document
from grader.exchange.unmarked import Unmarked
from grader.exchange.xmlfile import written
from grader.quiz.marking import State, mark

ONE, HALF = Fraction(1), Fraction(1, 2)
RIGHT, OTHER, THIRD = Answer("right", ONE), Answer("wrong"), Answer("third")
QTI = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="T"'


def item(ask: Ask, **more: object) -> Item:
    """Return an item that asks this."""
    return Item("q", "Title", "What?", ask, **more)  # type: ignore[arg-type]


def made(ask: Ask, **more: object) -> Incoming:
    """Return what becomes of it."""
    return incoming(item(ask, **more), "q", "M01")


def test_two_options_become_three() -> None:
    """A third option is added to two, in both languages, and told; one option alone is no question."""
    done = made(Ask(Form.CHOICE, (RIGHT, OTHER)))
    assert [wrong["text"] for wrong in done.table["wrong"]][1] == {"en": "None of these", "zh": "以上都不是"}
    assert Lost.PADDED in done.lost
    with pytest.raises(Unfit):
        made(Ask(Form.CHOICE, (RIGHT,)))
    with pytest.raises(Unfit):
        made(Ask(Form.MULTI, (RIGHT, OTHER)))


def test_true_and_false_is_told_from_a_choice() -> None:
    """A choice of true and false in either language is that; other pairs of options are not."""
    assert made(Ask(Form.CHOICE, (Answer("False"), Answer("True", ONE)))).table["type"] == "truefalse"
    assert made(Ask(Form.CHOICE, (Answer("正确", ONE), Answer("错误")))).table["type"] == "truefalse"
    assert made(Ask(Form.CHOICE, (Answer("`y`", ONE), Answer("`n`")))).table["type"] == "choice"


def test_more_than_labels() -> None:
    """Options beyond the twelfth are left out and told, also of several; too many right sides are refused."""
    many = tuple(Answer(str(n)) for n in range(20))
    choice = made(Ask(Form.CHOICE, (RIGHT, *many)))
    assert len(choice.table["wrong"]) == 11
    assert Lost.OPTIONS in choice.lost
    multi = made(Ask(Form.MULTI, (RIGHT, *many)))
    assert len(multi.table["option"]) == 12
    assert {Lost.OPTIONS, Lost.WEIGHTS} <= set(multi.lost)
    with pytest.raises(Unfit):
        made(Ask(Form.MATCH, pairs=tuple(Pair(a.text, a.text) for a in many)))


def test_a_second_right_option_is_not_called_wrong() -> None:
    """Of two fully right options one is the key; the other is left out, not marked wrong."""
    done = made(Ask(Form.CHOICE, (RIGHT, Answer("also right", ONE), OTHER, THIRD)))
    assert [wrong["text"]["en"] for wrong in done.table["wrong"]] == ["wrong", "third"]
    assert Lost.OPTIONS in done.lost


def test_reasons() -> None:
    """The key's feedback and the general one make the reason; where there is none a TODO stands, and is told."""
    both = made(Ask(Form.CHOICE, (Answer("a", ONE, "Own."), OTHER, THIRD)), feedback="All.").table
    assert both["answer"]["why"]["en"] == "Own.\n\nAll."
    assert both["wrong"][0]["why"] == {"en": "TODO: say why.", "zh": "TODO：说明理由。"}


def test_languages() -> None:
    """English asks for Chinese, Chinese for English, code for neither; listings begin on a line of their own."""
    english = made(Ask(Form.CHOICE, (Answer("`x`", ONE), OTHER, THIRD))).table
    assert english["title"] == {"en": "Title", "zh": "TODO 待翻译：Title"}
    assert english["answer"]["text"] == "`x`"
    chinese = incoming(Item("q", "题", "```\nx\n```\n什么？", Ask(Form.TEXT, (RIGHT,))), "q", "M01").table
    assert chinese["title"] == {"en": "TODO translate: 题", "zh": "题"}
    assert chinese["text"]["en"].startswith("TODO translate: \n\n```\n")
    named = incoming(Item("q", "Titel", "Was?", Ask(Form.TEXT, (RIGHT,)), language="zh"), "q", "M01").table
    assert named["title"]["zh"] == "Titel"


def test_points_attempts_and_place() -> None:
    """Points are rounded and told, attempts kept, module and level taken from the item or guessed and told."""
    done = made(Ask(Form.TEXT, (RIGHT,)), points=Fraction(5, 2), attempts=(ONE, HALF), shuffle=False)
    assert (done.table["points"], done.table["attempts"]) == (2, [1.0, 0.5])
    assert {Lost.POINTS, Lost.PLACE} <= set(done.lost)
    assert Lost.SETTINGS not in done.lost
    placed = made(Ask(Form.CHOICE, (RIGHT, OTHER, THIRD)), module="M20", level=4, shuffle=False)
    assert (placed.table["module"], placed.table["level"]) == ("M20", 4)
    assert Lost.PLACE not in placed.lost
    assert Lost.SETTINGS in placed.lost


def test_numbers_become_rules(zygote: Zygote, tmp_path: Path) -> None:
    """Margins, ranges, several keys and keys of many digits accept what the file accepts."""
    long = Fraction("0.123456789012")
    cases = {
        "margin": ((Range(ONE, HALF, Fraction(3, 2)),), ("0.5", "1.5"), ("1.6",)),
        "range": ((Range(ONE, HALF, Fraction(3)),), ("0.5", "3"), ("0.4", "3.1")),
        "keys": ((Range(ONE, ONE, ONE), Range(Fraction(2), Fraction(2), Fraction(2))), ("1", "2"), ("1.5",)),
        "long": ((Range(long, long, long),), ("0.123456789012",), ("0.1234567",)),
    }
    items = [
        Item(name, name, "What?", Ask(Form.NUMBER, ranges=ranges)) for name, (ranges, _, _) in cases.items()
    ]
    for one, variant in imported(items, tmp_path, zygote):
        _, right, wrong = cases[one.name]
        assert all(mark(variant, (answer,)).state is State.RIGHT for answer in right)
        assert not any(mark(variant, (answer,)).state is State.RIGHT for answer in wrong)


def test_numbers_with_other_margins_are_told() -> None:
    """A second key with another margin, or beside a range, cannot be kept whole."""
    other = Range(Fraction(5), Fraction(4), Fraction(6))
    assert Lost.TOLERANCE in made(Ask(Form.NUMBER, ranges=(Range(ONE, ONE, ONE), other))).lost
    assert Lost.TOLERANCE in made(Ask(Form.NUMBER, ranges=(Range(ONE, HALF, Fraction(3)), other))).lost
    assert (
        Lost.WEIGHTS
        in made(Ask(Form.NUMBER, ranges=(Range(ONE, ONE, ONE), Range(HALF, HALF, HALF, HALF)))).lost
    )


def test_orders(zygote: Zygote, tmp_path: Path) -> None:
    """Up to six lines are an order with all its right orders; more are matched with places; traps are kept."""
    lines = tuple(Answer(f"line {n}") for n in range(3))
    few = Ask(
        Form.ORDER, lines, orders=(Order((2, 1, 0)), Order((2, 0, 1)), Order((0, 1, 2), Fraction(), "No."))
    )
    many = Ask(
        Form.ORDER, tuple(Answer(f"line {n}") for n in range(8)), orders=(Order(tuple(range(7, -1, -1))),)
    )
    items = [Item("few", "Few", "Order!", few), Item("many", "Many", "Order!", many)]
    (_, order), (_, match) = imported(items, tmp_path, zygote)
    assert len(order.parts[0].accept) == 1
    assert match.parts[0].prompt.en == "1."
    assert [c.text.en for c in match.parts[0].choices if c.label == match.parts[0].key] == ["line 7"]
    assert Lost.ORDER in incoming(items[1], "many", "M01").lost


def test_gaps_of_every_kind(zygote: Zygote, tmp_path: Path) -> None:
    """Gaps to type and to choose come back from Moodle's code, build, and know their traps."""
    asks = (
        Ask(Form.CHOICE, (Answer("a # b", ONE), Answer("c ~ d", feedback="No."), Answer("e"))),
        Ask(
            Form.NUMBER,
            ranges=(Range(ONE, HALF, Fraction(3, 2)), Range(Fraction(9), Fraction(9), Fraction(9), HALF)),
        ),
        Ask(Form.TEXT, (Answer("x", ONE), Answer("y", feedback="Why `y`?"))),
    )
    text, gaps = gaps_in(" and ".join(map(gap_code, asks)), Unmarked().markdown)
    assert text == "⟦b1⟧ and ⟦b2⟧ and ⟦b3⟧"
    one = Item("gaps", "Gaps", text, Ask(Form.CLOZE), gaps=gaps, feedback="Because.")
    ((_, variant),) = imported([one], tmp_path, zygote)
    assert [part.key for part in variant.parts[1:]] == ["1", "x"]
    assert mark(variant, (variant.parts[0].key, "1.5", "X")).state is State.RIGHT
    assert "Why `y`?" in {remark.why.en for remark in mark(variant, (variant.parts[0].key, "1", "y")).remarks}


def test_a_list_in_a_sentence_survives_qti() -> None:
    """A gap to choose from is an inline choice in QTI, and comes back with its options and what is said of them."""
    choice = Ask(Form.CHOICE, (Answer("same"), Answer("valid", ONE, "No padding."), Answer("full")))
    one = item(Ask(Form.CLOZE), gaps=(Gap("b1", choice),), language="en")
    document = written(item_document(replace(one, prompt="The mode is ⟦b1⟧.")))
    assert b"<inlineChoice identifier=" in document
    (back,) = read_qti(document, Path("item.xml")).items
    assert (back.prompt, back.gaps) == ("The mode is ⟦b1⟧.", (Gap("b1", choice),))


def test_shapes_and_tensors_are_recognised() -> None:
    """Three spellings of one shape or tensor make it one; two, or spellings of different ones, stay texts."""
    right = tuple(Answer(words, ONE) for words in ("(2, 3)", "[2,3]", "2x3"))
    shape = (*right, Answer("(3, 2)", feedback="Swapped."))
    table = made(Ask(Form.TEXT, shape)).table
    assert (table["type"], table["answer"]["eval"]) == ("shape", "(2, 3)")
    assert [wrong["eval"] for wrong in table["wrong"]] == ["(3, 2)"]
    tensor = tuple(Answer(words, ONE) for words in ("[1.5, 2]", "tensor([1.5, 2.0])", "[1.5,2.]"))
    assert made(Ask(Form.TEXT, tensor)).table["answer"]["eval"] == "[1.5, 2]"
    fine = tuple(
        Answer(words, ONE) for words in ("[0.123456789012]", "tensor([0.123456789012])", "[ 0.123456789012 ]")
    )
    assert made(Ask(Form.TEXT, fine)).table["answer"]["grade"] == {"mode": "rel", "tolerance": 1e-9}
    assert made(Ask(Form.TEXT, shape[:2])).table["type"] == "text"
    assert made(Ask(Form.TEXT, (*shape[:3], Answer("2", ONE)))).table["type"] == "text"
    words = tuple(Answer(word, ONE) for word in ("nan", "NaN", "tensor(nan)"))
    assert made(Ask(Form.TEXT, words)).table["type"] == "text"


def test_answers_with_templates_are_left_out() -> None:
    """A typed answer that our files would take for a template is left out and told; the only one is refused."""
    done = made(Ask(Form.TEXT, (RIGHT, Answer("{{ x }}", ONE))))
    assert "accept" not in done.table["answer"]
    assert Lost.BRACES in done.lost
    with pytest.raises(Unfit):
        made(Ask(Form.TEXT, (Answer("{% x %}", ONE),)))


def test_file_names() -> None:
    """Names of ours come back without their seed, others become plain, none twice; a long title is cut."""
    names = ["conv.output_size-s17", "conv.output_size-s3", "Что?", "1 + 1", "conv.q-s0-left", ""]
    assert list(stems(names)) == ["output_size", "output_size_2", "q3", "q4_1_1", "q_left", "q6"]
    untitled = incoming(Item("q", "", "word " * 40, Ask(Form.TEXT, (RIGHT,))), "q", "M01").table
    assert untitled["title"]["en"].endswith(" …")
    assert len(untitled["title"]["en"]) < 70


def test_files_are_in_the_order_of_authors() -> None:
    """Plain keys come first, then the text, the answer and the wrong ones; long texts take several lines."""
    text = toml_of(made(Ask(Form.CHOICE, (RIGHT, OTHER, THIRD)), hints=("Think.",)).table, "a\nfile")
    assert text.startswith("# Imported from a file. ")
    places = [text.index(key) for key in ("type =", "title =", "hints =", "[answer]", "[[wrong]]")]
    assert places == sorted(places)
    assert tomllib.loads(text)["hints"] == [{"en": "Think.", "zh": "TODO 待翻译：Think."}]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("::a::Which?{~%50%a ~%-50%b}", ""),
        ("::a::Which?{=a}", ""),
        ("::a::Which?{~a ~b}", "answers"),
        ("::a::How many?{#nothing}", "answers"),
        ("::a::Which?{= -> b}", "answers"),
        ("::a::Which?{=%50%a}", "answers"),
        ("::a::Open { brace", "description"),
    ],
)
def test_gift_without_a_right_answer(source: str, reason: str) -> None:
    """A question without a fully right answer is left out and told; one with it is not."""
    found = read_gift(source)
    assert [loss.detail for loss in found.losses if loss.lost is Lost.SKIPPED] == [reason] * bool(reason)
    assert len(found.items) == (not reason)


def test_moodle_without_a_right_answer() -> None:
    """Questions of a known kind without a right answer, and gaps that lead nowhere, are left out and told."""
    kinds = ("multichoice", "truefalse", "shortanswer", "numerical", "matching", "ordering")
    questions = "".join(f'<question type="{kind}"><name>{kind}</name></question>' for kind in kinds)
    lost = '<question type="ddwtos"><questiontext format="plain_text"><text>[[7]] *x*</text></questiontext></question>'
    gap = '<question type="cloze"><questiontext format="markdown"><text>{1:SA:~a}</text></questiontext></question>'
    found = read_moodle(f"<quiz>{questions}{lost}{gap}</quiz>".encode(), "file")
    assert found.items == ()
    assert {loss.detail for loss in found.losses} == {*kinds, "ddwtos", "cloze"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<templateDeclaration/>", "templateDeclaration"),
        ("<itemBody><p>Read.</p></itemBody>", "no interaction"),
        ("", "no interaction"),
        ('<itemBody><choiceInteraction responseIdentifier="R"/></itemBody>', "no right answer"),
        ("<itemBody><choiceInteraction/><textEntryInteraction/></itemBody>", "several interactions"),
        ('<itemBody><p>a <textEntryInteraction responseIdentifier="R"/></p></itemBody>', "no right answer"),
    ],
)
def test_qti_that_is_no_question_of_ours(body: str, reason: str) -> None:
    """Items without a key, with templates, or with several interactions are left out, with the reason."""
    found = read_qti(f"<assessmentItem {QTI}>{body}</assessmentItem>".encode(), Path("item.xml"))
    assert [(loss.lost, loss.detail) for loss in found.losses] == [(Lost.SKIPPED, reason)]


@pytest.mark.parametrize(
    ("equal", "ends"),
    [
        ('toleranceMode="absolute" tolerance="0.1 0.2"', ("0.9", "1.2")),
        ('toleranceMode="absolute" tolerance="0.1"', ("0.9", "1.1")),
        ('toleranceMode="relative" tolerance="10"', ("0.9", "1.1")),
        ('toleranceMode="exact"', ("1", "1")),
    ],
)
def test_qti_margins(equal: str, ends: tuple[str, str]) -> None:
    """Every way of QTI to write a margin is read."""
    response = '<responseDeclaration identifier="R" cardinality="single" baseType="float"/>'
    body = '<itemBody><textEntryInteraction responseIdentifier="R"/></itemBody>'
    rule = f'<equal {equal}><variable identifier="R"/><baseValue baseType="float">1</baseValue></equal>'
    score = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>'
    processing = f"<responseProcessing><responseCondition><responseIf>{rule}{score}</responseIf></responseCondition></responseProcessing>"
    source = f"<assessmentItem {QTI}>{response}{body}{processing}</assessmentItem>"
    (found,) = read_qti(source.encode(), Path("item.xml")).items
    (one,) = found.ask.ranges
    assert (one.low, one.high) == tuple(map(Fraction, ends))


def test_numbers_are_read_not_evaluated() -> None:
    """Signs, fractions and exponents are numbers; expressions, words and what has no end are none."""
    assert [number_of(words) for words in ("-1/2", "1e3", "＋２")] == [-HALF, 1000, 2]
    assert [number_of(words) for words in ("2**9", "nan", "1e999", "x", "")] == [None] * 5
    assert range_of(Fraction(2), Fraction(1)) == (Fraction(3, 2), 1, 2)
    assert range_of(None, ONE) is None
    assert Gap("b1", Ask(Form.TEXT)).ask.right == ()
