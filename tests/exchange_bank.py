"""What the tests of the exchange share: variants of every kind built once, samples, questions made of items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from quiz_bank import QUESTIONS

from grader.client.zygote import Zygote
from grader.exchange.files import stems, toml_of
from grader.exchange.incoming import incoming
from grader.exchange.item import Ask, Form, Gap, Item, mark_of
from grader.exchange.markup import html_of, inline_html_of, plain_of
from grader.exchange.package import zipped
from grader.quiz.build import Builder
from grader.quiz.question import Kind
from grader.quiz.reading import read_question
from grader.quiz.variant import Variant

SAMPLES = Path(__file__).with_name("exchange_samples")
# Of each kind, and those with what is hard to carry: gaps in code, errors as shapes, no right option.
HARD = (
    "architecture.flatten_start",
    "autograd.requires_grad_spelling",
    "broadcast.channel_bias",
    "broadcast.manual_order",
    "init.defaults",
    "python.dataparallel_key",
)
EACH = 1


def some_names(each: int = EACH) -> list[str]:
    """Return some questions of every kind, and the hard ones."""
    by_kind: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for name, question in QUESTIONS.items():
        by_kind[question.file.type].append(name)
    spread = (names[:: max(len(names) // each, 1)][:each] for names in by_kind.values())
    return list(
        dict.fromkeys([*(n for names in spread for n in names), *(h for h in HARD if h in QUESTIONS)])
    )


def build(zygote: Zygote, names: Iterable[str], seeds: Sequence[int] = (0,)) -> tuple[Variant, ...]:
    """Build these questions."""
    with Builder(zygote) as builder:
        return tuple(builder.build(QUESTIONS[name], seed) for name in names for seed in seeds)


@cache
def bank(zygote: Zygote) -> tuple[Variant, ...]:
    """Return a variant of each of `some_names`, built once."""
    return build(zygote, some_names())


def imported(items: Sequence[Item], folder: Path, zygote: Zygote) -> Iterator[tuple[Item, Variant]]:
    """Make a file of ours of each item, read it and build it, which marks key and traps."""
    topic = folder / "topic"
    topic.mkdir(exist_ok=True)
    with Builder(zygote) as builder:
        for item, stem in zip(items, stems([item.name for item in items]), strict=True):
            path = topic / f"{stem}.toml"
            path.write_text(toml_of(incoming(item, stem, "M01").table, "test"), encoding="utf-8")
            yield item, builder.build(read_question(path), 0)


def packed(folder: Path, path: Path) -> Path:
    """Zip a folder of samples."""
    files = {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*.xml"))}
    path.write_bytes(zipped(files))
    return path


def same_view(item: Item) -> tuple[object, ...]:
    """Return what of an item has to survive a round trip: as it is shown, and what is right by how much."""
    item = with_plain_gaps(item)
    asks = [item.ask, *(gap.ask for gap in item.gaps)]
    return shown(item.prompt), item.form, shown(item.feedback), tuple(map(_view, asks))


def shown(markdown: str) -> str:
    """Return how a text is shown; a list of one that begins elsewhere than at 1 is a paragraph to some."""
    html = inline_html_of(markdown)
    return re.sub(r'<ol start="(\d+)">\n<li>(.*?)</li>\n</ol>', r"\1. \2", html, flags=re.DOTALL)


def with_plain_gaps(item: Item) -> Item:
    """Return an item whose gaps are named and listed as they follow each other in the text."""
    order = sorted(item.gaps, key=lambda gap: item.prompt.index(mark_of(gap.name)))
    prompt = item.prompt
    for number, gap in enumerate(order, start=1):
        prompt = prompt.replace(mark_of(gap.name), mark_of(f"b{number}"))
    gaps = tuple(Gap(f"b{number}", gap.ask) for number, gap in enumerate(order, start=1))
    return replace(item, prompt=prompt, gaps=gaps)


def _view(ask: Ask) -> tuple[object, ...]:
    return (
        ask.form,
        ask.case,
        _answers(ask),
        tuple((r.low, r.high, r.weight, shown(r.feedback)) for r in ask.ranges),
        tuple((plain_of(pair.left), plain_of(pair.right)) for pair in ask.pairs),
        tuple(sorted(map(plain_of, ask.others))),
        tuple((tuple(html_of(ask.answers[p].text) for p in o.places), o.weight) for o in ask.orders),
    )


def _answers(ask: Ask) -> tuple[object, ...]:
    if ask.form is Form.ORDER:
        return ()
    texts = {Form.TEXT: str, Form.TRUEFALSE: lambda text: ""}.get(ask.form, shown)
    return tuple((texts(a.text), round(a.weight, 4), shown(a.feedback)) for a in ask.answers)
