"""The project's own questions: every seed builds, keys agree with torch run beside them, nothing is left open."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import itertools
import json
import re
import traceback
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from quiz_bank import BANK, PARAMETERISED, QUESTIONS, texts

from grader.catalog import Catalog
from grader.quiz.marking import State, key_fields, mark
from grader.quiz.question import Kind, Question
from grader.quiz.reading import NEEDS
from grader.quiz.variant import Variant, face, from_json, to_json
from grader.report.markup import html_of

if TYPE_CHECKING:
    from grader.client.zygote import Zygote

DAILY, MORE, SEEDS, MANY = 2, 6, 25, 20
# Two lower-case words in a row are a phrase; names, numbers and code are the same in both languages.
WORDS = re.compile(r"^[^`]*(?<![\w.])[a-z]{3,} [a-z]{2,}(?![\w.(])")
Build = Callable[[str, int], Variant]


@pytest.fixture(scope="module")
def build(zygote: Zygote) -> Iterator[Build]:
    """Build a question's variant once; later ones are remembered."""
    from grader.quiz.build import Builder

    with Builder(zygote) as builder:
        yield cache(lambda name, seed: builder.build(QUESTIONS[name], seed))


def all_of(build: Build, name: str, seeds: int = SEEDS) -> list[Variant]:
    return [build(name, seed) for seed in range(seeds if name in PARAMETERISED else 1)]


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_question_builds(build: Build, name: str) -> None:
    """A variant's key is right, its traps are not; both languages are whole; it survives being written."""
    for variant in all_of(build, name, DAILY):
        check_marking(variant)
        check_languages(variant)
        assert from_json(to_json(variant)) == variant


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_many_seeds_build(build: Build, name: str) -> None:
    """The same over more seeds."""
    for variant in all_of(build, name, MORE):
        check_marking(variant)
        check_languages(variant)


def check_marking(variant: Variant) -> None:
    """Hold a variant to its marker: key right, traps wrong and told by their tags, options different."""
    assert mark(variant, key_fields(variant)).state is State.RIGHT
    for index, part in enumerate(variant.parts):
        for trap in part.traps:
            fields = list(key_fields(variant))
            fields[index] = trap.answer
            marked = mark(variant, fields)
            assert marked.state is not State.RIGHT
            assert trap.tag in {remark.tag for remark in marked.remarks}
        assert len({c.text.en for c in part.choices}) == len({c.text.zh for c in part.choices})
        assert len({c.text.en for c in part.choices}) == len(part.choices)
        for a, b in itertools.combinations(part.traps, 2):
            assert a.answer != b.answer


def check_languages(variant: Variant) -> None:
    """Hold a variant to both languages: nothing empty, nothing untranslated but code, no template left."""
    for text in texts(variant):
        assert text.en.strip()
        for words in (text.en, text.zh):  # bold text beside Chinese punctuation needs a space
            assert "**" not in re.sub(r"<code.*?</code>", "", html_of(words), flags=re.DOTALL), words
        assert any("\u4e00" <= c <= "\u9fff" for c in text.zh) or not WORDS.search(text.en), text
    plain = msgspec.to_builtins(dataclasses.replace(variant, params=""), enc_hook=str)
    assert not any("{{" in s or "}}" in s or "{%" in s for s in strings(plain))


def strings(value: object) -> Iterator[str]:
    """Yield every text anywhere in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        yield from itertools.chain.from_iterable(map(strings, value))
    elif isinstance(value, dict):
        yield from strings(list(value.values()))


@pytest.mark.slow
def test_most_questions_never_repeat(build: Build) -> None:
    """At least 110 questions show at least twenty different faces over the seeds."""
    many = (name for name in PARAMETERISED if len({face(v) for v in all_of(build, name)}) >= MANY)
    assert len(list(itertools.islice(many, 110))) == 110


def test_the_bank_is_large_enough() -> None:
    """At least 220 questions, at least 110 of them with parameters, some for every module of the path."""
    assert len(QUESTIONS) >= 220
    assert len(PARAMETERISED) >= 110
    modules = {question.file.module for question in QUESTIONS.values()}
    final = "M24"  # draws on the questions of all others
    assert modules == {module.id for module in Catalog(BANK.parent).modules()} - {final}


@pytest.mark.parametrize("page", ["mistakes.md", "mistakes.zh.md"])
def test_every_mistake_of_the_notes_is_met(page: str) -> None:
    """Each row of the page names questions that are there, and at least 100 mistakes are met."""
    rows = re.findall(r"^\| .* \| ([^|]+) \|$", (BANK.parent / "docs" / page).read_text(), re.MULTILINE)[1:]
    named = [re.findall(r"`([a-z]+\.[a-z0-9_]+)`", row) for row in rows]
    assert len(named) >= 100
    assert all(names and set(names) <= QUESTIONS.keys() for names in named)


def test_a_key_is_not_always_at_the_same_place(build: Build) -> None:
    """Over the seeds the right option has every label."""
    keys = {build("loss.softmax_ratio", seed).parts[0].key for seed in range(SEEDS)}
    assert {"a", "b", "c", "d"} <= keys


@pytest.fixture(autouse=True)
def _default_dtype() -> Iterator[None]:
    """Take back what a listing that is run in this process has set."""
    yield
    torch.set_default_dtype(torch.float32)


def run_here(question: Question, variant: Variant) -> dict[str, Any]:
    """Run the listing that is shown in this process, without anything of the builder's."""
    names: dict[str, Any] = {**json.loads(variant.params)}
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec("import math, torch\n" + question.file.code.setup, names)
        exec(variant.listing, names)
    return names


def live(question: Question, variant: Variant) -> str:
    """Return the answer to a question as somebody would type it who has run its listing."""
    before = torch.get_default_dtype()
    try:
        return answered(question, variant)
    finally:
        torch.set_default_dtype(before)  # some listings change it


def answered(question: Question, variant: Variant) -> str:
    """Run the listing and type what came of it."""
    error = ""
    try:
        names = run_here(question, variant)
    except Exception as raised:
        error = type(raised).__name__
        assert question.file.answer
        assert question.file.answer.or_raises == error
        return "error"
    assert question.file.answer
    value = eval(question.file.answer.eval, names)
    return str(value.tolist() if hasattr(value, "tolist") else value)


RUN = [
    name
    for name, question in QUESTIONS.items()
    if NEEDS[question.file.type] == {"answer"}
    and question.file.type is not Kind.LINE
    and question.file.answer
    and not re.search(r"raises\(|warns\(|output", question.file.answer.eval or "output")
]


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(sorted(RUN)), seed=st.integers(0, 10**9))
def test_key_marker_and_torch_agree(build: Build, name: str, seed: int) -> None:
    """For any seed, what torch answers here to the listing shown is marked right, and is the stored key."""
    question, variant = QUESTIONS[name], build(name, seed)
    marked = mark(variant, (live(question, variant),))
    assert marked.state is State.RIGHT
    assert marked.score == 1


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_statements_and_torch_agree(build: Build, seed: int) -> None:
    """For any seed, the options called right are those that hold when they are evaluated here."""
    question, variant = QUESTIONS["tensor.views"], build("tensor.views", seed)
    names = run_here(question, variant)
    held = {str(o.holds) for o in question.file.option if eval(o.holds, names)}
    by_why = {o.why.en: o.holds for o in question.file.option if not isinstance(o.why, str)}
    chosen = [c.label for c in variant.parts[0].choices if by_why[c.why.en] in held]
    assert mark(variant, chosen).state is State.RIGHT


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_line_and_torch_agree(build: Build, seed: int) -> None:
    """For any seed, the line of the traceback that Python shows here is the key."""
    variant = build("autograd.inplace_line", seed)
    assert mark(variant, (line_that_raises(variant.listing),)).state is State.RIGHT


def line_that_raises(listing: str) -> str:
    """Return the line of the traceback that Python shows for a listing, or none."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(listing, "shown", "exec"), {})
    except RuntimeError as error:
        frames = traceback.extract_tb(error.__traceback__)
        return str(next(frame.lineno for frame in frames if frame.filename == "shown"))
    return "none"
