"""What the loop shows, as text. Words only, no colour of its own; fits the terminal it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from grader.i18n import Translator
from grader.model import Attempt, Scope
from grader.watch.bar import columns_of, fit, progress_bar
from grader.watch.machine import Mode, WatchState
from grader.watch.rows import make_row, render_rows

_LINES_AROUND_LIST = 5


@dataclass(frozen=True, slots=True)
class View:
    """Where the loop is shown: the language, the size in characters, and how paths and attempts look."""

    tr: Translator
    columns: int
    lines: int
    path_of: Callable[[str], str]
    report: Callable[[Attempt, int], str]


def draw(state: WatchState, view: View) -> str:
    """Return the whole screen, with a final line feed where no prompt follows."""
    return _SCREENS[state.mode](state, view)


def _grading(state: WatchState, view: View) -> str:
    return view.tr("Grading {slug} … please wait", slug=state.current) + "\n"


def _result(state: WatchState, view: View) -> str:
    blocks = (
        _report(state, view),
        *_hints(state, view),
        _after_acceptance(state, view),
        view.tr(state.notice) if state.notice else "",
        _place(state, view),
        _keys(state, view),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _confirm(state: WatchState, view: View) -> str:
    question = view.tr(
        "Put the stub of {slug} back? Your text is kept in .tensorgrade/backup. [y/n]", slug=state.current
    )
    return question + "\n"


def _report(state: WatchState, view: View) -> str:
    if state.attempt is not None:
        return view.report(state.attempt, view.columns).rstrip("\n")
    return view.tr(state.problem).strip() if state.problem else ""


def _hints(state: WatchState, view: View) -> list[str]:
    hints = state.exercise.hints
    return [
        view.tr(
            "Hint {number} of {total}: {hint}",
            number=number,
            total=len(hints),
            hint=view.tr.bilingual(hint),
        )
        for number, hint in enumerate(hints[: state.hints_visible], start=1)
    ]


def _after_acceptance(state: WatchState, view: View) -> str:
    if state.attempt is not None and state.attempt.scope is Scope.EXAMPLES:
        return _after_examples(state, view)
    if state.accepted:
        return view.tr("Exercise done. Go on experimenting if you like; n moves on.")
    if state.done:
        return view.tr("Done before; the text that is there now is not accepted. n moves on.")
    return ""


def _after_examples(state: WatchState, view: View) -> str:
    if state.accepted:
        return view.tr("Every public example holds; hidden properties may still fall. n moves on.")
    if state.done:
        return view.tr("Done before; with the text that is there now not every example holds. n moves on.")
    return ""


def _place(state: WatchState, view: View) -> str:
    label = view.tr("Progress:")
    room = view.columns - columns_of(label) - 1
    done = sum(state.saved.of(slug).done for slug in state.order)
    path = view.path_of(state.current)
    exercise = view.tr("Exercise: {path}", path=path)
    return f"{label} {progress_bar(done, len(state.order), room)}\n{exercise}"


def _keys(state: WatchState, view: View) -> str:
    tr = view.tr
    # Always r: on some file systems saves are not seen, and then it is the only way on.
    keys = (
        tr("n next") if state.done else "",
        tr("h hint") if state.hints_left else "",
        tr("l list"),
        tr("r run again"),
        tr("x reset"),
        tr("q quit"),
    )
    return _wrap([key for key in keys if key], view.columns)


def _wrap(items: list[str], columns: int) -> str:
    lines = [items[0]]
    for item in items[1:]:
        longer = f"{lines[-1]}   {item}"
        if columns_of(longer) < columns:
            lines[-1] = longer
        else:
            lines.append(item)
    return "\n".join(lines)


def _list(state: WatchState, view: View) -> str:
    tr = view.tr
    header = tr("Exercises; > is the one at hand")
    footer = tr("j/k down, up   Enter continue there   q back")
    rows = _window(state, view)
    return "\n".join(fit(line, view.columns) for line in (header, "", *rows, "", footer)) + "\n"


def _window(state: WatchState, view: View) -> tuple[str, ...]:
    """Return the rows that fit, the cursor's among them; the cursor's row has an arrow."""
    rows = [make_row(exercise, state.saved, view.path_of(exercise.slug)) for exercise in state.exercises]
    shown = [replace(row, current=row.exercise.slug == state.current) for row in rows]
    lines = render_rows(shown, view.tr)
    room = max(view.lines - _LINES_AROUND_LIST, 1)
    first = min(max(state.cursor - room // 2, 0), max(len(lines) - room, 0))
    arrows = ("->" if place == state.cursor else "  " for place in range(len(lines)))
    return tuple(map("{} {}".format, arrows, lines))[first : first + room]


_SCREENS: dict[Mode, Callable[[WatchState, View], str]] = {
    Mode.GRADING: _grading,
    Mode.RESULT: _result,
    Mode.LIST: _list,
    Mode.CONFIRM_RESET: _confirm,
}
