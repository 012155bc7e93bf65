"""Parts that are answered by labels: one option, several, pairs, an order of blocks. Pure.

An option whose value or text an earlier one has is left out of this variant.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from grader.model import Bilingual
from grader.quiz import typed
from grader.quiz.question import Answer, Kind, Wrong
from grader.quiz.run import Run
from grader.quiz.staging import orders
from grader.quiz.variant import NOTHING, Choice, Part, Trap

LABELS = "abcdefghijkl"
FEWEST_OPTIONS = 3
SHUFFLES = 100
TRUTH = {"true": Bilingual("True", "正确"), "false": Bilingual("False", "错误")}


@dataclass(frozen=True, slots=True)
class Entry:
    """An option before it has a label; ``identity`` tells options of one value apart."""

    identity: str
    text: Bilingual
    why: Bilingual = NOTHING
    tag: str = ""


def _entry(run: Run, one: Answer | Wrong, where: str, *, key: str = "", tag: str = "") -> Entry | None:
    """Return an option; None where its expression is None: it does not arise in this variant."""
    if one.text:
        text, identity = run.words(one.text, f"{where}.text"), ""
    else:
        value = run.value(f"{where}.eval")
        if value.kind == "NoneType":
            return None
        text, identity = as_code(value.text), value.text
    why = run.words(one.why, f"{where}.why", key=key, value=identity or text.en)
    return Entry(identity or text.en, text, why, tag)


def as_code(written: str) -> Bilingual:
    """Return a computed value as an option shows it."""
    return Bilingual(f"`{written}`", f"`{written}`")


def _wrong_entries(run: Run, wrongs: Sequence[Wrong], prefix: str, key: str) -> list[Entry]:
    found = (_entry(run, w, f"{prefix}wrong[{i}]", key=key, tag=w.tag) for i, w in enumerate(wrongs))
    return [entry for entry in found if entry]


def choice_part(run: Run, answer: Answer, wrongs: Sequence[Wrong], prefix: str) -> Part:
    """Return a part in which one option is right."""
    where = f"{prefix}answer"
    first = _entry(run, replace_why(answer), where)
    if first is None:
        raise run.fault(f"{where}.eval", "it is None")
    why = run.words(answer.why, f"{where}.why", key=first.identity, value=first.identity)
    entries = distinct([replace(first, why=why), *_wrong_entries(run, wrongs, prefix, first.identity)])
    _enough(run, entries, f"{prefix}wrong")
    choices = labelled(run, entries, f"{prefix}options")
    return Part(Kind.CHOICE, _label_of(choices, first.text), choices=choices)


def replace_why(answer: Answer) -> Answer:
    """Return the key without its explanation, which speaks of the key's value and has to wait for it."""
    return Answer(why="-", eval=answer.eval, text=answer.text)


def _enough(run: Run, entries: Sequence[Entry], key: str) -> None:
    if len(entries) < FEWEST_OPTIONS:
        raise run.fault(key, f"only {len(entries)} options are left; {FEWEST_OPTIONS} are needed")


def distinct(entries: Sequence[Entry]) -> list[Entry]:
    """Return the options without those whose value, English or Chinese text an earlier one has."""
    kept: list[Entry] = []
    for entry in entries:
        same = (
            entry.identity == other.identity
            or entry.text.en == other.text.en
            or entry.text.zh == other.text.zh
            for other in kept
        )
        if not any(same):
            kept.append(entry)
    return kept


def labelled(run: Run, entries: Sequence[Entry], purpose: str) -> tuple[Choice, ...]:
    """Give options their places and labels: shuffled by the seed, or sorted where the author wants that."""
    if len(entries) > len(LABELS):
        raise run.fault(purpose, f"there are {len(entries)}; at most {len(LABELS)} have a label")
    if run.script.question.file.shuffle:
        places = shuffled(run, entries, purpose)
    else:
        places = sorted(entries, key=lambda entry: (_size(entry.identity), entry.identity))
    return tuple(Choice(la, e.text, e.why, e.tag) for la, e in zip(LABELS, places, strict=False))


def _size(identity: str) -> float:
    try:
        return float(typed.number(identity).value)
    except (typed.Unreadable, OverflowError):
        return math.inf


def shuffled(run: Run, entries: Sequence[Entry], purpose: str) -> list[Entry]:
    """Shuffle by the seed, alike in every version of Python."""
    rng = Random(f"{run.script.question.id}:{run.script.seed}:{purpose}")
    return [entry for _, _, entry in sorted((rng.random(), i, entry) for i, entry in enumerate(entries))]


def _label_of(choices: Sequence[Choice], text: Bilingual) -> str:
    return next(choice.label for choice in choices if choice.text == text)


def truefalse_part(run: Run, wrongs: Sequence[Wrong]) -> Part:
    """Return a part that is true or false; the first misconception that says the opposite is the trap."""
    key = run.truth("answer.eval")
    right, other = ("true", "false") if key else ("false", "true")
    trap = Choice(other, TRUTH[other], NOTHING)
    for index, wrong in enumerate(wrongs):
        if run.truth(f"wrong[{index}].eval") != key:
            why = run.words(wrong.why, f"wrong[{index}].why", key=right, value=other)
            trap = replace(trap, why=why, tag=wrong.tag)
            break
    choices = sorted((trap, Choice(right, TRUTH[right], NOTHING)), key=lambda c: c.label, reverse=True)
    return Part(Kind.TRUEFALSE, right, choices=tuple(choices))


def multi_part(run: Run) -> Part:
    """Return a part in which every statement that holds is right."""
    entries, right = [], []
    for index, option in enumerate(run.script.question.file.option):
        where = f"option[{index}]"
        text = run.words(option.text, f"{where}.text")
        entries.append(Entry(text.en, text, run.words(option.why, f"{where}.why"), option.tag))
        right += [text] * run.truth(f"{where}.holds")
    entries = distinct(entries)
    _enough(run, entries, "option")
    choices = labelled(run, entries, "options")
    key = ", ".join(choice.label for choice in choices if choice.text in right)
    return Part(Kind.MULTI, key or typed.NONE, choices=choices)


def match_parts(run: Run) -> tuple[Part, ...]:
    """Return a part for each left side; all have the same options."""
    file = run.script.question.file
    rights = [_right_side(run, index) for index in range(len(file.pair))]
    entries = distinct(
        [*(Entry(right.en, right) for right in rights), *_wrong_entries(run, file.wrong, "", "")]
    )
    choices = labelled(run, entries, "options")
    return tuple(
        Part(
            Kind.CHOICE,
            _label_of(choices, right),
            run.words(pair.why, f"pair[{index}].why", key=right.en),
            name=str(index + 1),
            prompt=run.words(pair.left, f"pair[{index}].left"),
            choices=choices,
        )
        for index, (pair, right) in enumerate(zip(file.pair, rights, strict=True))
    )


def _right_side(run: Run, index: int) -> Bilingual:
    pair = run.script.question.file.pair[index]
    if pair.right:
        return run.words(pair.right, f"pair[{index}].right")
    return as_code(run.value(f"pair[{index}].eval").text)


def order_part(run: Run) -> Part:
    """Return blocks to be ordered; right is every order that leaves what the reference leaves."""
    reference = run.compared[0]
    if reference.startswith("raises"):
        raise run.fault("answer.reference", f"this order {reference}")
    right = [o for o, got in zip(orders(run.script), run.compared, strict=True) if got == reference]
    places = _start(run, right)
    label = {entry.identity: la for la, entry in zip(LABELS, places, strict=False)}
    keys = [" ".join(label[name] for name in order) for order in right]
    choices = tuple(Choice(label[entry.identity], entry.text, NOTHING) for entry in places)
    traps = _order_traps(run, label, {*keys, " ".join(label.values())})
    return Part(Kind.ORDER, keys[0], accept=tuple(keys[1:]), choices=choices, traps=traps)


def _start(run: Run, right: Sequence[tuple[str, ...]]) -> list[Entry]:
    """Return the blocks as they are shown first: in no right order."""
    entries = [Entry(name, as_code(code)) for name, code in run.script.blocks.items()]
    for attempt in range(SHUFFLES):
        places = shuffled(run, entries, f"blocks {attempt}")
        if tuple(entry.identity for entry in places) not in right:
            return places
    raise run.fault("block", "nearly every order is right")


def _order_traps(run: Run, label: Mapping[str, str], taken: set[str]) -> tuple[Trap, ...]:
    traps = []
    for index, wrong in enumerate(run.script.question.file.wrong):
        answer = " ".join(label[name] for name in wrong.order)
        if answer not in taken:
            taken.add(answer)
            traps.append(Trap(answer, wrong.tag, run.words(wrong.why, f"wrong[{index}].why")))
    return tuple(traps)
