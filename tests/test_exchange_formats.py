"""What the files look like inside: escapes, structure, pools, and what each format is told to lose."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from exchange_bank import bank, build
from hypothesis import given
from hypothesis import strategies as st

from grader.client.zygote import Zygote
from grader.exchange.canvas_writing import write_canvas
from grader.exchange.fitting import fit
from grader.exchange.formats import WRITERS, write
from grader.exchange.gift_reading import read_gift
from grader.exchange.gift_writing import escape, write_gift
from grader.exchange.item import Answer, Ask, Form, Gap, Item, Order, Pair, Range
from grader.exchange.losses import SENTENCES, Loss, Lost, table, to_json
from grader.exchange.markup import elements_of, html_of, inline_html_of, plain_of
from grader.exchange.moodle_gaps import gap_code, gaps_in
from grader.exchange.moodle_writing import write_moodle
from grader.exchange.outgoing import outgoing
from grader.exchange.qti_writing import ITEM, item_document
from grader.exchange.spelling import decimal, label_spellings, number_spellings, spellings
from grader.exchange.steps import step, without_steps
from grader.exchange.text2qti_writing import write_text2qti
from grader.exchange.unmarked import Unmarked, escaped, fenced
from grader.exchange.xmlfile import written
from grader.i18n import translator
from grader.quiz.marking import State, mark
from grader.quiz.question import Comparison, Kind, Mode
from grader.quiz.variant import Rule, Variant

EN = translator("en")
ONE = Fraction(1)
PROMPT = "Which set is it?\n\n```python\nx = {1: 2}  # = ~ : \\n\n```\n\n$\\frac{a}{b}$ & <b>"
CHOICE = Ask(
    Form.CHOICE, (Answer("`{1: 2}`", ONE, "So # it is"), Answer("100% of it"), Answer("[html] = no"))
)


def item(ask: Ask, **more: object) -> Item:
    """Return an item that asks this."""
    return replace(Item("topic.q-s0", "A title: {x}", PROMPT, ask, pool="topic.q"), **more)


def members(package: bytes) -> dict[str, ET.Element]:
    """Return the documents of a package, parsed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name: ET.fromstring(archive.read(name)) for name in names}


# GIFT ----------------------------------------------------------------------------------------------


@given(st.text())
def test_gift_escapes_everything(text: str) -> None:
    """Whatever a text holds, it is one line of GIFT in which no sign is left bare, and it is read back whole."""
    line = escape(text)
    assert "\n" not in line
    assert not re.search(r"(?<!\\)(?:\\\\)*[~=#{}]", re.sub(r"\\[~=#{}:n\\]", "", line))


def test_gift_file() -> None:
    """A category each pool, a comment with id and tags, HTML with its signs escaped, one blank line between."""
    content, losses = write_gift([item(CHOICE, module="M02", level=3)], "My/quiz")
    text = content.decode()
    assert text.startswith(
        "$CATEGORY: $course$/top/My//quiz/topic.q\n\n// [id:topic.q-s0] [tag:M02] [tag:level-3]\n"
    )
    assert "::A title\\: \\{x\\}::[html]<p>Which set is it?" in text
    assert "x \\= \\{1\\: 2\\}" in text
    assert "\\\\(\\\\frac\\{a\\}\\{b\\}\\\\)" in text
    assert losses == []
    (back,) = read_gift(text).items
    assert [answer.text for answer in back.ask.answers] == ["`{1: 2}`", "100% of it", "[html] = no"]


def test_gift_has_no_arrow_in_texts() -> None:
    """A typed answer with an arrow would be read as a pair; the question is left out, and that is said."""
    content, losses = write_gift([item(Ask(Form.TEXT, (Answer("a -> b", ONE),)))], "Quiz")
    assert content.strip() == b""
    assert losses == [Loss("topic.q", Lost.SKIPPED, "->")]


def test_gift_stars_are_stars() -> None:
    """A star in an answer is escaped, because Moodle takes it for any letters."""
    content, _ = write_gift([item(Ask(Form.TEXT, (Answer("a*b", ONE),)))], "Quiz")
    assert "=%100%a\\\\*b" in content.decode()
    assert read_gift(content.decode()).items[0].ask.answers[0].text == "a*b"


# Moodle XML ----------------------------------------------------------------------------------------


def test_moodle_order_of_elements() -> None:
    """Elements stand in the order in which Moodle writes them, with the name in idnumber."""
    content, _ = write_moodle([item(CHOICE, hints=("Think.",), attempts=(ONE, Fraction(7, 10)))], "Quiz")
    category, question = ET.fromstring(content)
    assert category.findtext("category/text") == "$course$/top/Quiz/topic.q"
    tags = [child.tag for child in question]
    head = [
        "name",
        "questiontext",
        "generalfeedback",
        "defaultgrade",
        "penalty",
        "hidden",
        "idnumber",
        "single",
    ]
    assert tags[: len(head)] == head
    assert tags[-2:] == ["hint", "tags"]
    assert question.findtext("penalty") == "0.3000000"
    assert question.findtext("idnumber") == "topic.q-s0"
    assert [a.get("fraction") for a in question.iter("answer")] == ["100", "0", "0"]
    assert "{1: 2}" in (question.findtext("questiontext/text") or "")


def test_moodle_weights_are_those_it_knows() -> None:
    """A third is written with the decimals that Moodle's list of weights has."""
    thirds = tuple(Answer(str(n), Fraction(1, 3)) for n in range(3))
    content, _ = write_moodle([item(Ask(Form.MULTI, thirds))], "Quiz")
    assert {a.get("fraction") for a in ET.fromstring(content).iter("answer")} == {"33.3333333"}


NASTY = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and " ".join(text.split()) == text and not text.startswith("*")
)


@given(st.lists(NASTY, min_size=1, max_size=4, unique=True), st.booleans())
def test_moodle_gap_code_keeps_answers(words: list[str], case: bool) -> None:
    """Any answers in a gap's code come back as they were, whatever signs they hold."""
    ask = Ask(
        Form.TEXT, tuple(Answer(word, Fraction(n == 0), "Why?") for n, word in enumerate(words)), case=case
    )
    text, (gap,) = gaps_in(f"<p>x {gap_code(ask)} y</p>", Unmarked().markdown)
    assert text == "<p>x ⟦b1⟧ y</p>"
    assert [a.text.replace("\\*", "*") for a in gap.ask.answers] == words
    assert gap.ask.case is case


def test_moodle_gap_kinds() -> None:
    """Short names of gap kinds are read too, a gap with several right options is none of ours."""
    found = gaps_in("{:SA:=a}{1:NM:=1:0.5~x}{2:MCS:=b~c}{1:MWC:=D}{1:MR:=a~b}{no gap}", str)[1]
    assert [gap.ask.form for gap in found] == [Form.TEXT, Form.NUMBER, Form.CHOICE, Form.TEXT, Form.MULTI]
    assert found[1].ask.ranges == (Range(ONE, Fraction(1, 2), Fraction(3, 2)),)
    assert found[3].ask.case
    assert not found[4].ask.right


# QTI 2.1 -------------------------------------------------------------------------------------------

# What an assessmentItem holds, in the order that its schema prescribes.
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]


def test_qti_items_follow_the_schema(zygote: Zygote) -> None:
    """Every item has its parts in the schema's order, only declared names, blocks in the body, unique names."""
    for variant in bank(zygote):
        root = ET.fromstring(written(item_document(outgoing(variant, EN).item)))
        assert root.tag == f"{{{ITEM}}}assessmentItem"
        tags = [child.tag.removeprefix(f"{{{ITEM}}}") for child in root]
        assert tags == sorted(tags, key=ORDER.index)
        check_names(root)
        check_body(root)


def check_names(root: ET.Element) -> None:
    """Hold an item to what it declares: responses, outcomes, options."""
    responses = {e.get("identifier") for e in root.iter(f"{{{ITEM}}}responseDeclaration")}
    outcomes = {e.get("identifier") for e in root.iter(f"{{{ITEM}}}outcomeDeclaration")}
    used = {e.get("responseIdentifier") for e in root.iter() if e.get("responseIdentifier")}
    assert used == responses
    assert {e.get("identifier") for e in root.iter(f"{{{ITEM}}}setOutcomeValue")} <= outcomes
    assert {e.get("outcomeIdentifier") for e in root.iter(f"{{{ITEM}}}modalFeedback")} <= outcomes
    variables = {e.get("identifier") for e in root.iter(f"{{{ITEM}}}variable")}
    assert variables <= responses | outcomes
    tags = ("simpleChoice", "inlineChoice", "simpleAssociableChoice")
    options = [e.get("identifier") for e in root.iter() if e.tag in {f"{{{ITEM}}}{tag}" for tag in tags}]
    in_gaps = len(responses) > 1
    assert options == list(dict.fromkeys(options)) or in_gaps


def check_body(root: ET.Element) -> None:
    """Hold the body to blocks: no bare text, no attribute that QTI does not know."""
    body = root.find(f"{{{ITEM}}}itemBody")
    assert body is not None
    assert not (body.text or "").strip()
    assert not any((child.tail or "").strip() for child in body)
    assert not any("style" in element.attrib for element in body.iter())
    for paragraph in body.iter(f"{{{ITEM}}}p"):
        assert not paragraph.findall(f".//{{{ITEM}}}div")


def test_qti_package_is_whole(zygote: Zygote) -> None:
    """The manifest names every file and no other; a section with several variants selects one of them."""
    variants = build(zygote, ["descent.converges"], [0, 1])
    package = write(variants, "qti21", "Quiz", EN).content
    found = members(package)
    named = {e.get("href") for e in found["imsmanifest.xml"].iter() if e.get("href")}
    assert named == found.keys() - {"imsmanifest.xml"}
    references = {e.get("href") for e in found["test.xml"].iter(f"{{{ITEM}}}assessmentItemRef")}
    assert references == named - {"test.xml"}
    assert [e.get("select") for e in found["test.xml"].iter(f"{{{ITEM}}}selection")] == ["1"]


def test_packages_are_the_same_for_the_same_questions(zygote: Zygote) -> None:
    """Two exports of the same variants are equal to the byte: no clock, no order of a set."""
    for form in WRITERS:
        assert write(bank(zygote), form, "Quiz", EN) == write(bank(zygote), form, "Quiz", EN)


# Canvas --------------------------------------------------------------------------------------------

QTI12 = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def canvas(*items: Item) -> tuple[ET.Element, dict[str, ET.Element]]:
    """Return the assessment of a package, and all its documents."""
    found = members(write_canvas(items, "Quiz")[0])
    name = next(name for name in found if re.fullmatch(r"(q\w+)/\1\.xml", name))
    return found[name], found


def test_canvas_package_is_whole() -> None:
    """Manifest, assessment and its settings name each other; the points are those of one variant a pool."""
    other = item(CHOICE, name="topic.q-s1", points=Fraction(2))
    assessment, found = canvas(item(CHOICE, points=Fraction(2)), other)
    hrefs = {e.get("href") for e in found["imsmanifest.xml"].iter() if e.get("href")}
    assert hrefs == found.keys() - {"imsmanifest.xml"}
    identifiers = {e.get("identifier") for e in found["imsmanifest.xml"].iter() if e.get("identifier")}
    assert {e.get("identifierref") for e in found["imsmanifest.xml"].iter()} - {None} <= identifiers
    meta = next(root for name, root in found.items() if name.endswith("assessment_meta.xml"))
    assert next(e.text for e in meta if e.tag.endswith("points_possible")) == "2"
    group = assessment.find(f".//{QTI12}section/{QTI12}section")
    assert group is not None
    assert group.findtext(f".//{QTI12}selection_number") == "1"
    assert group.findtext(f".//{QTI12}points_per_item") == "2"
    assert len(group.findall(f"{QTI12}item")) == 2


FORMS = {
    "multiple_choice_question": CHOICE,
    "multiple_answers_question": Ask(Form.MULTI, (Answer("a", ONE, "Yes"), Answer("b", -ONE))),
    "true_false_question": Ask(Form.TRUEFALSE, (Answer("True", ONE), Answer("False", feedback="No"))),
    "short_answer_question": Ask(Form.TEXT, (Answer("a", ONE), Answer("b", ONE), Answer("c"))),
    "numerical_question": Ask(Form.NUMBER, ranges=(Range(ONE, Fraction(1, 2), Fraction(3, 2)),)),
    "matching_question": Ask(Form.MATCH, pairs=(Pair("a", "1"), Pair("b", "2")), others=("3",)),
}


@pytest.mark.parametrize("kind", FORMS)
def test_canvas_kinds(kind: str) -> None:
    """Every kind has Canvas's own name for it, scores what is right, and refers only to what is there."""
    assessment, _ = canvas(item(FORMS[kind], feedback="Because."))
    fields = [e.text for e in assessment.iter(f"{QTI12}fieldentry")]
    assert kind in fields
    labels = {e.get("ident") for e in assessment.iter(f"{QTI12}response_label")}
    responses = {
        e.get("ident") for tag in ("response_lid", "response_str") for e in assessment.iter(QTI12 + tag)
    }
    compared = [e for tag in ("varequal", "vargte", "varlte") for e in assessment.iter(QTI12 + tag)]
    assert {e.get("respident") for e in compared} <= responses
    if kind not in ("short_answer_question", "numerical_question"):
        assert {e.text for e in compared} <= labels
    shown = {e.get("linkrefid") for e in assessment.iter(f"{QTI12}displayfeedback")}
    assert shown == {e.get("ident") for e in assessment.iter(f"{QTI12}itemfeedback")}
    total = sum(Fraction(e.text or "0") for e in assessment.iter(f"{QTI12}setvar"))
    assert total == 100


def test_canvas_gaps() -> None:
    """Gaps become names in brackets; lists of words are dropdowns only where all gaps are; margins are told."""
    word = Gap("w", Ask(Form.TEXT, (Answer("a", ONE), Answer("b", ONE), Answer("c"))))
    number = Gap("n", Ask(Form.NUMBER, ranges=(Range(ONE, Fraction(0), Fraction(2)),)))
    choice = Gap("k", CHOICE)
    mixed = item(Ask(Form.CLOZE), prompt="⟦w⟧ x[0] ⟦n⟧ ⟦k⟧", gaps=(word, number, choice))
    drops = item(Ask(Form.CLOZE), prompt="⟦k⟧", gaps=(choice,), name="topic.p-s0", pool="topic.p")
    assessment, _ = canvas(mixed, drops)
    fields = [e.text for e in assessment.iter(f"{QTI12}fieldentry")]
    assert {"fill_in_multiple_blanks_question", "multiple_dropdowns_question"} <= set(fields)
    assert "[blank_w] x[0] [blank_n] [blank_k]" in "".join(assessment.itertext())
    assert write_canvas([mixed, drops], "Quiz")[1] == [Loss("topic.q", Lost.TOLERANCE)]


# text2qti ------------------------------------------------------------------------------------------


def test_text2qti_file() -> None:
    """A group for variants, whole points in it, continued lines set in, right options starred."""
    variants = [
        item(CHOICE, name=f"topic.q-s{n}", prompt=f"{PROMPT} {n}", points=Fraction(3, 2)) for n in range(2)
    ]
    content, losses = write_text2qti(variants, "Quiz")
    text = content.decode()
    assert "GROUP\npick: 1\npoints per question: 2\n" in text
    assert "\n1.  Which set is it?\n\n    ```python\n    x = {1: 2}" in text
    assert "\n*a) `{1: 2}`\n... So # it is\nb)  100% of it\n" in text
    assert losses == [Loss("topic.q", Lost.POINTS)]


def test_text2qti_numbers() -> None:
    """Whole numbers exactly, others with a margin or between ends; what it refuses becomes a text."""
    cases = {
        (2, 2, 2): "=   2",
        ("1.5", "1.5", "1.5"): "=   1.5 +- 0",
        ("1.5", "1", "2"): "=   1.5 +- 0.5",
        ("1.5", "1", "3"): "=   [1, 3]",
        (0, 0, 0): "*   0\n*   0.\n*   0.0",
    }
    for (value, low, high), line in cases.items():
        one = Range(Fraction(value), Fraction(low), Fraction(high))
        content, _ = write_text2qti([item(Ask(Form.NUMBER, ranges=(one,)))], "Quiz")
        assert f"\n{line}\n" in content.decode()


def test_text2qti_cuts_and_doubles() -> None:
    """Digits that it cuts, texts it takes for blanks and questions it takes for one are told and helped."""
    fine = Range(Fraction("0.12345"), Fraction("0.12340"), Fraction("0.12351"))
    twice = [item(Ask(Form.NUMBER, ranges=(fine,)), name=f"q{n}", prompt="zeros((2, 3))") for n in range(2)]
    content, losses = write_text2qti(twice, "Quiz")
    assert {loss.lost for loss in losses} == {Lost.TOLERANCE, Lost.MARKUP}
    assert "zeros( (2, 3))\n\n    (2)" in content.decode()


# Cutting to a format -------------------------------------------------------------------------------


def test_pairs_and_gaps_become_questions() -> None:
    """Without pairs, each is a choice with its share of the points; the same of gaps, which stay gaps."""
    profile = WRITERS["text2qti"].profile
    pairs = item(FORMS["matching_question"], points=Fraction(2))
    items, losses = fit(pairs, profile, EN)
    assert [one.name for one in items] == ["topic.q-s0-1", "topic.q-s0-2"]
    assert [one.ask.right[0].text for one in items] == ["1", "2"]
    assert sum(one.points for one in items) == 2
    assert {loss.lost for loss in losses} == {Lost.SPLIT, Lost.PARTIAL}
    gaps = (Gap("a", FORMS["short_answer_question"]), Gap("b", FORMS["numerical_question"]))
    items, _ = fit(item(Ask(Form.CLOZE), prompt="⟦a⟧ ⟦b⟧", gaps=gaps), profile, EN)
    assert [one.form for one in items] == [Form.TEXT, Form.NUMBER]
    assert all(one.prompt.startswith("⟦a⟧ ⟦b⟧") for one in items)


def test_orders_are_typed_where_there_are_none() -> None:
    """An order without a kind of its own lists its lines with letters; every right order is accepted."""
    ask = Ask(
        Form.ORDER,
        tuple(map(Answer, "xyz")),
        orders=(Order((2, 0, 1)), Order((2, 1, 0)), Order((0, 1, 2), Fraction(), "No")),
    )
    ((typed,), losses) = fit(item(ask), WRITERS["gift"].profile, EN)
    assert {"c a b", "cab", "c b a"} <= {answer.text for answer in typed.ask.right}
    assert {answer.feedback for answer in typed.ask.wrong} == {"No"}
    assert "- a: x" in typed.prompt
    assert {loss.lost for loss in losses} == {Lost.ORDER, Lost.PARTIAL}


def test_every_variant_says_what_it_loses(zygote: Zygote) -> None:
    """The other language, tags and notes are always named; lines, shapes, hints and rules where there are any."""
    for variant in bank(zygote):
        named = {loss.lost for loss in outgoing(variant, EN).losses}
        assert Lost.LANGUAGE in named
        assert (Lost.LINE in named) is (variant.kind is Kind.LINE)
        assert (Lost.PARAMETERS in named) is (variant.params != "{}")
        if variant.kind in (Kind.SHAPE, Kind.TENSOR):
            assert Lost.SPELLINGS in named


def test_attempts_hints_and_rules_are_told(zygote: Zygote) -> None:
    """What later attempts give, what hints cost and all-or-nothing rules are named where a format lacks them."""
    variant = next(v for v in bank(zygote) if v.kind is Kind.MULTI)
    policy = replace(variant.policy, attempts=(ONE, Fraction(1, 2)), hint_cost=Fraction(1, 4), partial=False)
    strict = replace(variant, policy=policy, hints=(variant.title,))
    named = {loss.lost for loss in write([strict], "gift", "Quiz", EN).losses}
    assert {Lost.ATTEMPTS, Lost.HINTS, Lost.PARTIAL} <= named
    free = replace(strict, policy=replace(policy, hint_cost=Fraction()))
    assert Lost.PARTIAL in {loss.lost for loss in write([free], "moodle", "Quiz", EN).losses}


def test_no_right_option_gets_one(zygote: Zygote) -> None:
    """Platforms want a right option: where none is, “None of these” is added and told."""
    variant = next(v for v in bank(zygote) if v.kind is Kind.MULTI)
    none = replace(variant, parts=(replace(variant.parts[0], key="none"),))
    out = outgoing(none, EN)
    assert [answer.text for answer in out.item.ask.right] == ["None of these"]
    assert Lost.NONE_RIGHT in {loss.lost for loss in out.losses}


# Numbers and spellings -----------------------------------------------------------------------------


@given(
    st.fractions(max_denominator=10**6)
    | st.decimals(allow_nan=False, allow_infinity=False, places=9).map(Fraction)
)
def test_decimals_are_exact(value: Fraction) -> None:
    """A number that has finitely many decimals is written with all of them, without an exponent."""
    text = decimal(value)
    assert re.fullmatch(r"-?\d+(\.\d+)?", text)
    assert abs(Fraction(text) - value) < Fraction(1, 10**59)
    finite = not Fraction(value.denominator, 1) % 1 and 10**40 % value.denominator == 0
    assert not finite or Fraction(text) == value


def test_spellings() -> None:
    """Shapes, errors, scalars, words for what is no number, rounded tensors and quoted code."""
    assert {"(2, 3)", "[2,3]", "2x3", "2 3", "torch.Size([2, 3])", "（2，3）"} <= set(
        spellings(Kind.SHAPE, "(2, 3)")
    )
    assert {"(4,)", "(4)", "4"} <= set(spellings(Kind.SHAPE, "(4,)"))
    assert "报错" in spellings(Kind.SHAPE, "error")
    assert {"3", "3.", "3.0", "tensor(3)"} <= set(spellings(Kind.TENSOR, "3"))
    assert spellings(Kind.NUMBER, "nan") == ("nan", "NaN")
    decimals = Rule(Mode.DECIMALS, digits=2)
    assert {"[0.33, 1.00]", "[0.33, 1]", "[0.33 1.00]"} <= set(
        spellings(Kind.TENSOR, "[0.3333, 1.0]", decimals)
    )
    significant = Rule(Mode.SIGFIGS, digits=2)
    assert spellings(Kind.TENSOR, "[0.012345, 123.0]", significant)[0] == "[0.012, 120]"
    code = Rule(compare=Comparison.CODE)
    assert set(spellings(Kind.TEXT, "x['a', 1]", code)) == {"x['a', 1]", 'x["a", 1]', "x['a',1]"}
    assert label_spellings(("b", "a")) == ("b a", "ba", "b, a", "b,a")
    assert number_spellings(Fraction(1, 2)) == ("0.5",)


# Markup --------------------------------------------------------------------------------------------


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60))
def test_plain_words_survive_as_markdown(words: str) -> None:
    """Any words, escaped, are shown as themselves."""
    shown = plain_of(escaped(words))
    if not re.search(r"\\[(\[]|\$\$|  |^\s|\s$", words) and " ".join(words.split()) == words:
        assert shown == words


@pytest.mark.parametrize(
    "markdown",
    [
        "a `x = [1, 2]` $\\frac{a_1}{b} < 1$ **b** *c* a_b \\_x 3\\*4",
        "```python\nx = {1: 2} & 3\n\ny = '```'\n```".replace("'```'", "'~~~'"),
        "| a | b |\n| --- | --- |\n| 1 | `x` |",
        "- x\n- y\n\n1. z",
        "# not a heading, or is it",
        "$$x^2$$",
        "`` a`b ``",
        "[a link](https://example.org/)",
        "2 < 3 & 4 > 1",
    ],
)
def test_markdown_survives_html(markdown: str) -> None:
    """Markdown as HTML and back shows the same."""
    assert html_of(Unmarked().markdown(html_of(markdown))) == html_of(markdown)


def test_formulas_of_other_programs() -> None:
    """Brackets, MathML with TeX, Canvas's pictures, powers and indices become formulas of ours."""
    unmarked = Unmarked()
    assert unmarked.markdown("<p>\\(a_1\\) \\[b\\] $$c$$ $5</p>") == "$a_1$ $$b$$ $$c$$ \\$5"
    assert unmarked.markdown('<img class="equation_image" data-equation-content="x^2">') == "$x^2$"
    assert unmarked.markdown("x<sup>2</sup> y<sub>1</sub>") == "x$^{2}$ y$_{1}$"
    mathml = ET.tostring(elements_of("$a<1$ and\n\n$$b$$"), encoding="unicode")
    assert unmarked.markdown(mathml) == "$a<1$ and\n\n$$b$$"
    assert unmarked.told() == []


def test_lists_that_begin_late_are_paragraphs_in_qti() -> None:
    """QTI has lists that begin at 1 only: others become paragraphs with their numbers, words and all."""
    one = "".join(elements_of("42. is\n43. `so`").itertext())
    assert [line for line in one.split("\n") if line] == ["42. is", "43. so"]
    loose = elements_of("3. a\n\n   b")
    assert loose.find("div/div/p") is not None
    assert not [element for element in loose.iter() if element.get("start")]


def test_markup_details() -> None:
    """A lone paragraph is inline, fences are longer than what they hold, breaks at the end of one vanish."""
    assert inline_html_of("`a`") == "<code>a</code>"
    assert inline_html_of("a\n\nb") == "<p>a</p>\n<p>b</p>"
    assert fenced("a\n```\nb") == "````\na\n```\nb\n````"
    assert Unmarked().markdown("<p>a&nbsp;b<br></p><p>c<br>d</p>") == "a b\n\nc\\\nd"
    assert Unmarked().words("<p>a\n b</p>") == "a b"


@given(st.text(max_size=30))
def test_steps_hold_any_text(words: str) -> None:
    """A line as a step of a program comes back as it was, and the program is one call with one text."""
    import ast

    (statement,) = ast.parse(step(words)).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    assert without_steps([f"`{step(words)}`"]) == [words]


def test_what_is_no_step_stays() -> None:
    """Lines of which one is no step, or no text, stay as they are."""
    for lines in (["`x = 1`", "`do('a')`"], ["`do(1)`"], ["`do(')`"]):
        assert without_steps(lines) == lines


# The list of losses --------------------------------------------------------------------------------


def test_losses_as_table_and_json() -> None:
    """Each kind is one row with its questions, some by name; the JSON has every single one."""
    losses = [Loss(f"q{n}", Lost.HINTS) for n in range(6)] + [
        Loss("q0", Lost.SKIPPED, "essay"),
        Loss("q0", Lost.HINTS),
    ]
    rows = table(losses)
    assert [(row.lost, len(row.questions)) for row in rows] == [(Lost.SKIPPED, 1), (Lost.HINTS, 6)]
    assert rows[1].shown == "q0, q1, q2, q3 … +2"
    assert '"detail": "essay"' in to_json("import", "gift", ["q1"], losses)
    assert SENTENCES.keys() == set(Lost)


def test_typed_traps_of_variants_are_named_where_they_are_lost(zygote: Zygote, tmp_path: Path) -> None:
    """Canvas and text2qti know no wrong typed answers: traps are named as lost there, and nowhere else."""
    variant: Variant = next(v for v in bank(zygote) if v.kind is Kind.NUMBER and v.parts[0].traps)
    for form in WRITERS:
        named = {loss.lost for loss in write([variant], form, "Quiz", EN).losses}
        assert (Lost.TRAPS in named) is (form in ("canvas", "text2qti"))
    assert mark(variant, (variant.parts[0].key,)).state is State.RIGHT
