"""From a run of a question's program to a frozen variant, which is proved before anybody sees it. Pure."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import msgspec

from grader.model import Bilingual
from grader.quiz.keyed import typed_part
from grader.quiz.marking import State, key_fields, mark
from grader.quiz.options import choice_part, match_parts, multi_part, order_part, truefalse_part
from grader.quiz.question import Answer, File, Kind, Wrong
from grader.quiz.run import Run
from grader.quiz.staging import fillings
from grader.quiz.variant import NOTHING, Part, Policy, Variant, sealed


def assemble(run: Run) -> Variant:
    """Return the variant; raises `ContentError` where the author's file is at fault."""
    script, file = run.script, run.script.question.file
    verify(run)
    parts = parts_of(run)
    variant = Variant(
        question=script.question.id,
        seed=script.seed,
        kind=file.type,
        module=file.module,
        topics=file.topics or (script.question.topic,),
        level=file.level,
        title=run.words(file.title, "title"),
        text=run.words(file.text, "text"),
        listing=script.listing,
        parts=parts,
        why=_why(run, file, parts[0]),
        hints=tuple(run.words(hint, f"hints[{i}]") for i, hint in enumerate(file.hints)),
        policy=policy_of(file),
        notes=run.words(file.notes, "notes") if file.notes else NOTHING,
        params=msgspec.json.encode(script.params).decode(),
        source=script.question.digest,
        torch=run.performance.torch,
    )
    prove(run, variant)
    return sealed(variant)


def _why(run: Run, file: File, part: Part) -> Bilingual:
    """Return why the key is right; of a choice its option says so already, with its text for the key."""
    if part.kind is Kind.CHOICE:
        return next(choice.why for choice in part.choices if choice.label == part.key)
    return run.words(file.answer.why, "answer.why", key=part.key) if file.answer else NOTHING


def policy_of(file: File) -> Policy:
    """Return what answers to a question are worth; shares are the decimals that the author wrote."""
    shares = tuple(Fraction(str(share)) for share in file.attempts)
    return Policy(file.points, shares, Fraction(str(file.hint_cost)), file.partial)


def verify(run: Run) -> None:
    """Refuse a question whose claims are not so, or whose listing raises where nobody asks for that."""
    raised, file = run.performance.raised, run.script.question.file
    expected = file.answer is not None and bool(file.answer.raises or file.answer.or_raises)
    if raised and not expected:
        what = f"it raises {raised.classes[0]} in line {raised.line}: {raised.message}"
        raise run.fault("code.listing", what)
    for index, claim in enumerate(file.verify):
        if not run.truth(f"verify[{index}]"):
            raise run.fault(f"verify[{index}]", f"`{claim}` does not hold")


def parts_of(run: Run) -> tuple[Part, ...]:
    """Return what is asked, with keys, traps and options."""
    file = run.script.question.file
    match file.type:
        case Kind.MULTI:
            return (multi_part(run),)
        case Kind.MATCH:
            return match_parts(run)
        case Kind.CLOZE:
            return _cloze(run)
        case Kind.ORDER:
            return (order_part(run),)
    assert file.answer  # `reading` saw to that
    return (_one(run, file.type, file.answer, file.wrong, ""),)


def _one(run: Run, kind: Kind, answer: Answer, wrongs: tuple[Wrong, ...], prefix: str) -> Part:
    if kind is Kind.CHOICE:
        return choice_part(run, answer, wrongs, prefix)
    if kind is Kind.TRUEFALSE:
        return truefalse_part(run, wrongs)
    return typed_part(run, kind, answer, wrongs, prefix)


def _cloze(run: Run) -> tuple[Part, ...]:
    """Return a part for each blank; what fills one in the listing has been run."""
    reference, others = run.compared[0], run.compared[1:]
    if reference.startswith("raises"):
        raise run.fault("answer.eval", f"with the right words it {reference}")
    harmless = set()
    for filling, got in zip(fillings(run.script), others, strict=True):
        if filling.right and got != reference:
            raise run.fault(f"blank {filling.blank}", f"{filling.text!r} gives {got}, not {reference}")
        if not filling.right and got == reference:
            harmless.add((filling.blank, filling.text))
    return tuple(_blank(run, index, harmless) for index in range(len(run.script.question.file.blank)))


def _blank(run: Run, index: int, harmless: set[tuple[str, str]]) -> Part:
    """Return one blank's part, without the traps that turned out to do what the key does."""
    blank = run.script.question.file.blank[index]
    prefix = f"blank[{index}]."
    part = _one(run, blank.kind, blank.answer, blank.wrong, prefix)
    traps = tuple(trap for trap in part.traps if (blank.id, trap.answer) not in harmless)
    why = run.words(blank.answer.why, f"{prefix}answer.why", key=part.key)
    return replace(part, name=blank.id, why=why, traps=traps)


def prove(run: Run, variant: Variant) -> None:
    """Hold a variant to its own marker: the key is right, no trap is, no two options are alike."""
    keys = key_fields(variant)
    if mark(variant, keys).state is not State.RIGHT:
        raise run.fault("answer", f"the key {keys} is not accepted by its own marker")
    for index, part in enumerate(variant.parts):
        for answer in part.accept:
            if mark(variant, _with(keys, index, answer)).state is not State.RIGHT:
                raise run.fault("answer.accept", f"{answer!r} is not accepted")
        for trap in part.traps:
            if mark(variant, _with(keys, index, trap.answer)).state is State.RIGHT:
                raise run.fault("wrong", f"the trap {trap.answer!r} is accepted")
        for texts in ([c.text.en for c in part.choices], [c.text.zh for c in part.choices]):
            if len(set(texts)) < len(texts):
                raise run.fault("options", "two of them are alike")


def _with(keys: tuple[str, ...], index: int, answer: str) -> tuple[str, ...]:
    return (*keys[:index], answer, *keys[index + 1 :])
