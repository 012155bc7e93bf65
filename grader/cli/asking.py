"""One question on the terminal: shown, answered, marked, explained."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import click

from grader.cli.invocation import Invocation
from grader.model import Bilingual, Text, format_score, text
from grader.quiz.marking import Mark, State, accepted, mark, stated
from grader.quiz.question import Kind
from grader.quiz.scoring import attempts_left
from grader.quiz.session import Item, Session
from grader.quiz.variant import NOTHING, Variant
from grader.report.keys import blank_sign, key_shown, reasons
from grader.report.visible import visible

HINT, SKIP, QUIT = ":hint", ":skip", ":quit"

STATES = {
    State.RIGHT: text("✓ Right."),
    State.PARTLY: text("◐ Partly right."),
    State.WRONG: text("✗ Not right."),
    State.UNREADABLE: text("This could not be read; it does not count as an attempt."),
    State.UNANSWERED: text("Nothing was answered; it does not count as an attempt."),
}
ASKED = {
    Kind.CHOICE: text("Your answer (one letter)"),
    Kind.MULTI: text("Your answer (letters, or none)"),
    Kind.TRUEFALSE: text("Your answer (true or false)"),
    Kind.NUMBER: text("Your answer (a number)"),
    Kind.SHAPE: text("Your answer (a shape such as (2, 3))"),
    Kind.TENSOR: text("Your answer (a nested list)"),
    Kind.TEXT: text("Your answer"),
    Kind.CLOZE: text("Your answer"),
    Kind.ORDER: text("Your answer (all letters in order)"),
    Kind.MATCH: text("Your answer (a letter for each, in order)"),
    Kind.LINE: text("Your answer (a line number, or none)"),
}


class Asker:
    """Shows questions and reads answers; knows nothing of where they are kept."""

    def __init__(self, invocation: Invocation) -> None:
        self._invocation = invocation
        self._tr = invocation.tr
        self._shown = ""

    def show(self, session: Session) -> None:
        """Show the current question: place, title, text, listing, options."""
        variant = session.item.variant
        if variant.sha256 == self._shown:
            return
        self._shown = variant.sha256
        place = f"[{session.place + 1}/{len(session.items)}]"
        click.echo()
        click.secho(f"{place} {self._in(variant.title)}", bold=True)
        self._markdown(self._in(variant.text))
        if variant.listing:
            click.echo()
            for number, line in enumerate(variant.listing.rstrip("\n").split("\n"), start=1):
                click.echo(f"  {number:2}  {line}")
        self._show_options(variant)
        for sentence in stated(variant):
            self._say(sentence)

    def answered(self, session: Session) -> Session:
        """Read one answer; return the session with it. Raises `KeyboardInterrupt` for ``:quit``."""
        item = session.item
        typed = self._type(item)
        if typed is None:
            return session.with_item(self._given_up(item, session))
        if typed == HINT:
            return session.with_item(self._hinted(item))
        fields = tuple(typed) if isinstance(typed, list) else (typed,)
        marked = mark(item.variant, fields)
        self._say(marked.reading.sentence)
        if marked.state is State.UNANSWERED:
            return session
        if marked.state is State.UNREADABLE:
            return session.with_item(item.answered(fields, readable=False))
        after = item.answered(fields)
        if session.final:
            return session.with_item(after)
        self._explain(after, marked)
        return session.with_item(after)

    def show_result(self, session: Session) -> None:
        """Show the points of every question, and why, where that was not said before."""
        if session.final:
            for number, item in enumerate(session.items, start=1):
                click.secho(f"\n[{number}] {self._in(item.variant.title)}", bold=True)
                for one in item.response.read[-1:]:
                    self._explain(item, mark(item.variant, one.fields), again=True)
        click.echo()
        for item in session.items:
            result = item.result
            points = f"{format_score(result.points)} / {format_score(result.max_points)}"
            click.echo(f"{points:>9}  {self._in(item.variant.title)}")
        reached = sum((item.result.points for item in session.items), Fraction())
        most = sum(item.variant.policy.points for item in session.items)
        self._say(text("Together: {points} of {most} points.", points=format_score(reached), most=most))

    def _type(self, item: Item) -> str | list[str] | None:
        """Return what was typed: one field, or one for each blank; `HINT`; None for ``:skip``."""
        variant = item.variant
        prompts = [self._tr(ASKED[variant.kind])]
        if variant.kind is Kind.CLOZE:
            prompts = [blank_sign(part.name) for part in variant.parts]
        fields = []
        for prompt in prompts:
            answer = click.prompt(prompt, default="", show_default=False, prompt_suffix=": ").strip()
            if answer == QUIT:
                raise KeyboardInterrupt
            if answer == SKIP:
                return None
            if answer == HINT:
                return HINT
            fields.append(answer)
        return fields if variant.kind is Kind.CLOZE else fields[0]

    def _given_up(self, item: Item, session: Session) -> Item:
        """Return the item closed, and say what would have been right."""
        after = replace(item, closed=True)
        if not session.final:
            self._tell_key(after.variant)
        return after

    def _hinted(self, item: Item) -> Item:
        if item.hints == len(item.variant.hints):
            self._say(text("There is no further hint."))
            return item
        self._markdown(self._in(item.variant.hints[item.hints]))
        return replace(item, hints=item.hints + 1)

    def _explain(self, item: Item, marked: Mark, *, again: bool = False) -> None:
        """Say what became of an answer; the key only once nothing more can be won."""
        self._say(STATES[marked.state])
        for remark in marked.remarks:
            self._markdown(self._in(remark.why))
        if item.closed or again:
            self._tell_key(item.variant, right=marked.state is State.RIGHT)
        else:
            left = attempts_left(item.variant, item.response.tries)
            self._say(text("Try again; attempts left: {left}.", left=left))

    def _tell_key(self, variant: Variant, *, right: bool = False) -> None:
        """Say what is right, unless it was said, and why."""
        if not right:
            self._say(text("Right is: {key}", key=key_shown(variant, self._tr)))
        for sentence in accepted(variant):
            self._say(sentence)
        for why in reasons(variant):
            self._markdown(self._in(why))

    def _show_options(self, variant: Variant) -> None:
        for number, part in enumerate(variant.parts, start=1):
            if part.prompt != NOTHING:
                click.echo(f"  {number}. {self._in(part.prompt)}")
        if variant.kind is Kind.CLOZE:
            choices = [choice for part in variant.parts for choice in part.choices]
        else:
            choices = list(variant.parts[0].choices)
        for choice in choices:
            click.echo(f"  {choice.label})  {self._in(choice.text)}")

    def _markdown(self, words: str) -> None:
        from rich.console import Console
        from rich.markdown import Markdown

        console = Console(soft_wrap=False, highlight=False)
        console.print(Markdown(words))

    def _in(self, words: Bilingual) -> str:
        return self._tr.bilingual(words)

    def _say(self, message: Text) -> None:
        # What was typed is echoed: it may hold what would act on the terminal.
        self._invocation.say(visible(self._tr(message)))
