"""One question in Canvas's QTI 1.2: what is shown, what is right, what is said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.exchange.item import Answer, Ask, Form, Item, Range, mark_of
from grader.exchange.markup import html_of, inline_html_of, plain_of
from grader.exchange.spelling import decimal, number_spellings
from grader.exchange.xmlfile import add

ALL = Fraction(100)
TYPES = {
    Form.CHOICE: "multiple_choice_question",
    Form.MULTI: "multiple_answers_question",
    Form.TRUEFALSE: "true_false_question",
    Form.TEXT: "short_answer_question",
    Form.NUMBER: "numerical_question",
    Form.MATCH: "matching_question",
    Form.CLOZE: "fill_in_multiple_blanks_question",
}
ONLY = "response1"


def canvas_item(parent: ET.Element, item: Item) -> None:
    """Append a question."""
    element = add(parent, "item", attributes={"ident": item.name, "title": item.title})
    options = _options(item)
    _metadata(element, item, [ident for ident, _ in options])
    presentation = add(element, "presentation")
    _material(presentation, html_of(_prompt(item)))
    rules = add(element, "resprocessing")
    limits = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    add(add(rules, "outcomes"), "decvar", attributes=limits)
    said = [(f"{ident}_fb", answer.feedback) for ident, answer in options if answer.feedback]
    _show_feedback(rules, item, [ident for ident, answer in options if answer.feedback])
    match item.form:
        case Form.MATCH:
            _match(presentation, rules, item)
        case Form.CLOZE:
            _gaps(presentation, rules, item)
        case Form.TEXT:
            _typed(presentation)
            _score(rules, [_equal(ONLY, answer.text) for answer in item.ask.right])
        case Form.NUMBER:
            _typed(presentation, fibtype="Decimal")
            _numbers(rules, item.ask)
        case _:
            _choices(presentation, rules, item, options)
    for ident, words in [("general_fb", item.feedback), *said]:
        if words:
            flow = add(add(element, "itemfeedback", attributes={"ident": ident}), "flow_mat")
            _material(flow, inline_html_of(words))


def _prompt(item: Item) -> str:
    prompt = item.prompt
    for gap in item.gaps:
        prompt = prompt.replace(mark_of(gap.name), f"[{_blank(gap.name)}]")
    return prompt


def _blank(name: str) -> str:
    # Brackets stand in code too: no listing has this in them.
    return f"blank_{name}"


def _ident(*words: str) -> str:
    """Return a number for something: Canvas keeps whole numbers, and changes all other names."""
    digest = hashlib.sha256("\0".join(words).encode()).hexdigest()
    return str(int(digest[:8], 16) % 900_000 + 100_000)


def _options(item: Item) -> list[tuple[str, Answer]]:
    if item.form not in (Form.CHOICE, Form.MULTI, Form.TRUEFALSE):
        return []
    return [(_ident(item.name, str(n)), answer) for n, answer in enumerate(item.ask.answers)]


def _metadata(element: ET.Element, item: Item, idents: Iterable[str]) -> None:
    fields = {
        "question_type": _type(item),
        "points_possible": decimal(item.points),
        "original_answer_ids": ",".join(idents),
        "assessment_question_identifierref": f"{item.name}_question",
    }
    metadata = add(add(element, "itemmetadata"), "qtimetadata")
    for label, entry in fields.items():
        field = add(metadata, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)


def _type(item: Item) -> str:
    chosen = [gap.ask.form is Form.CHOICE for gap in item.gaps]
    return "multiple_dropdowns_question" if chosen and all(chosen) else TYPES[item.form]


def _material(parent: ET.Element, html: str, kind: str = "text/html") -> None:
    add(add(parent, "material"), "mattext", html, {"texttype": kind})


def _show_feedback(rules: ET.Element, item: Item, idents: Iterable[str]) -> None:
    if item.feedback:
        condition = _condition(rules, [ET.Element("other")], keeps="Yes")
        _display(condition, "general_fb")
    for ident in idents:
        _display(_condition(rules, [_equal(ONLY, ident)], keeps="Yes"), f"{ident}_fb")


def _condition(rules: ET.Element, conditions: Sequence[ET.Element], keeps: str = "No") -> ET.Element:
    condition = add(rules, "respcondition", attributes={"continue": keeps})
    add(condition, "conditionvar").extend(conditions)
    return condition


def _display(condition: ET.Element, ident: str) -> None:
    add(condition, "displayfeedback", attributes={"feedbacktype": "Response", "linkrefid": ident})


def _equal(response: str, value: str) -> ET.Element:
    element = ET.Element("varequal", {"respident": response})
    element.text = value
    return element


def _score(
    rules: ET.Element, conditions: Sequence[ET.Element], points: Fraction = ALL, action: str = "Set"
) -> None:
    condition = _condition(rules, conditions, keeps="No" if action == "Set" else "Yes")
    add(
        condition,
        "setvar",
        f"{float(points):.2f}".removesuffix(".00"),
        {"action": action, "varname": "SCORE"},
    )


def _choices(
    presentation: ET.Element, rules: ET.Element, item: Item, options: Sequence[tuple[str, Answer]]
) -> None:
    several = item.form is Form.MULTI
    labels = ((ident, inline_html_of(answer.text)) for ident, answer in options)
    _labels(presentation, ONLY, labels, "Multiple" if several else "Single")
    right = [(ident, answer in item.ask.right) for ident, answer in options]
    if several:
        every = ET.Element("and")
        every.extend(_wanted(ident, wanted=wanted) for ident, wanted in right)
        _score(rules, [every])
    else:
        _score(rules, [_equal(ONLY, ident) for ident, wanted in right if wanted])


def _wanted(ident: str, *, wanted: bool) -> ET.Element:
    if wanted:
        return _equal(ONLY, ident)
    element = ET.Element("not")
    element.append(_equal(ONLY, ident))
    return element


def _labels(
    presentation: ET.Element,
    response: str,
    labels: Iterable[tuple[str, str]],
    cardinality: str = "",
    shown: str = "",
    kind: str = "text/html",
) -> None:
    about = {"ident": response} | ({"rcardinality": cardinality} if cardinality else {})
    lid = add(presentation, "response_lid", attributes=about)
    if shown:
        _material(lid, shown, kind)
    render = add(lid, "render_choice")
    for ident, html in labels:
        _material(add(render, "response_label", attributes={"ident": ident}), html, kind)


def _typed(presentation: ET.Element, **attributes: str) -> None:
    about = {"ident": ONLY, "rcardinality": "Single"}
    render = add(add(presentation, "response_str", attributes=about), "render_fib", attributes=attributes)
    add(render, "response_label", attributes={"ident": "answer1", "rshuffle": "No"})


def _numbers(rules: ET.Element, ask: Ask) -> None:
    for one in ask.ranges:
        if one.weight == 1:
            _score(rules, list(_within(one)))


def _within(one: Range) -> Iterator[ET.Element]:
    ends = [_end("vargte", one.low), _end("varlte", one.high)]
    if (one.low + one.high) / 2 != one.value:
        yield from ends
        return
    either, both = ET.Element("or"), ET.Element("and")
    both.extend(ends)
    either.extend([_equal(ONLY, decimal(one.value)), both])
    yield either


def _end(tag: str, value: Fraction) -> ET.Element:
    element = ET.Element(tag, {"respident": ONLY})
    element.text = decimal(value)
    return element


def _match(presentation: ET.Element, rules: ET.Element, item: Item) -> None:
    """Write every left side with all right ones; both are plain in Canvas."""
    pairs = item.ask.pairs
    rights = list(dict.fromkeys([*(pair.right for pair in pairs), *item.ask.others]))
    labels = [(_ident(item.name, "right", right), plain_of(right)) for right in rights]
    for number, pair in enumerate(pairs):
        response = f"response_{_ident(item.name, 'left', str(number))}"
        _labels(presentation, response, labels, shown=plain_of(pair.left), kind="text/plain")
        key = _ident(item.name, "right", pair.right)
        _score(rules, [_equal(response, key)], ALL / len(pairs), "Add")


def _gaps(presentation: ET.Element, rules: ET.Element, item: Item) -> None:
    dropdown = _type(item) == "multiple_dropdowns_question"
    for gap in item.gaps:
        response = f"response_{_blank(gap.name)}"
        words = list(_words(gap.ask, dropdown=dropdown))
        labels = [(_ident(item.name, gap.name, word), word) for word, _ in words]
        _labels(presentation, response, labels, shown=_blank(gap.name), kind="text/plain")
        for (ident, _), (_, right) in zip(labels, words, strict=True):
            if right:
                _score(rules, [_equal(response, ident)], ALL / len(item.gaps), "Add")


def _words(ask: Ask, *, dropdown: bool) -> Iterator[tuple[str, bool]]:
    """Yield what may be typed, or chosen, in a gap, and whether it is right."""
    for one in ask.ranges:
        if one.weight == 1:
            yield from ((word, True) for word in number_spellings(one.value))
    for answer in ask.answers:
        if dropdown or answer in ask.right:
            yield plain_of(answer.text) if ask.form is Form.CHOICE else answer.text, answer in ask.right
