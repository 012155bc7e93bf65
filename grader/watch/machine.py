"""What the loop does with an event. Pure: state and event in, the next state and effects out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from grader.model import Attempt, Exercise, Text, text
from grader.watch.events import (
    Effect,
    Event,
    Grade,
    Graded,
    Key,
    NotGraded,
    PutStubBack,
    Quit,
    Remember,
    Saved,
    StubIsBack,
)
from grader.workspace import State


class Mode(Enum):
    """What the screen shows, hence what a key means."""

    GRADING = "grading"
    RESULT = "result"
    LIST = "list"
    CONFIRM_RESET = "confirm_reset"


@dataclass(frozen=True, slots=True)
class WatchState:
    """Everything the loop knows.

    ``graded`` is the digest of the text last graded: a save that changes nothing is not graded again.
    ``stale`` says that the current file was saved while something else was on the screen.
    """

    exercises: tuple[Exercise, ...]
    saved: State
    current: str
    mode: Mode = Mode.GRADING
    attempt: Attempt | None = None
    problem: Text | None = None
    notice: Text | None = None
    graded: str = ""
    hints_visible: int = 0
    cursor: int = 0
    stale: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The slugs, in the order of the course."""
        return tuple(exercise.slug for exercise in self.exercises)

    @property
    def exercise(self) -> Exercise:
        """The exercise at hand."""
        return self.exercises[self.order.index(self.current)]

    @property
    def done(self) -> bool:
        """Whether the exercise at hand is done, so that `n` moves on."""
        return self.saved.of(self.current).done

    @property
    def hints_left(self) -> int:
        """How many hints of the exercise at hand are not on the screen yet."""
        return len(self.exercise.hints) - self.hints_visible

    @property
    def accepted(self) -> bool:
        """Whether everything that the text graded last was held to held."""
        return self.attempt is not None and self.attempt.done


Step = tuple[WatchState, tuple[Effect, ...]]


def begin(exercises: tuple[Exercise, ...], saved: State, notice: Text | None = None) -> Step:
    """Return the first state, at the exercise at hand, and the first effects."""
    order = tuple(exercise.slug for exercise in exercises)
    slug = saved.at_hand(order)
    state, effects = _move(WatchState(exercises, saved, slug), slug)
    return replace(state, notice=notice), effects


def step(state: WatchState, event: Event) -> Step:
    """Return what ``event`` makes of ``state``, and what has to be done now."""
    match event:
        case Key("end_of_input"):
            return state, (Quit(),)
        case Key("redraw"):
            return state, ()
        case Key(name):
            return _KEYS[state.mode](state, name)
        case Saved():
            return _saved(state, event)
        case Graded():
            return _graded(state, event)
        case NotGraded():
            return _not_graded(state, event)
        case StubIsBack(kept):
            return _stub_is_back(state, kept)


def _saved(state: WatchState, event: Saved) -> Step:
    if event.slug != state.current or event.digest == state.graded:
        return state, ()
    if state.mode is Mode.RESULT:
        return _grade_again(state)
    return replace(state, stale=True), ()


def _graded(state: WatchState, event: Graded) -> Step:
    progress = state.saved.of(state.current).after(event.attempt)
    after = replace(
        state,
        mode=Mode.RESULT,
        attempt=event.attempt,
        problem=None,
        graded=event.digest,
        saved=state.saved.with_progress(state.current, progress),
    )
    return _look_again(after, _remember(after))


def _not_graded(state: WatchState, event: NotGraded) -> Step:
    problem = text("{problem} {hint}", problem=event.message, hint=event.hint)
    after = replace(state, mode=Mode.RESULT, attempt=None, problem=problem, graded=event.digest)
    return _look_again(after)


def _stub_is_back(state: WatchState, kept: str) -> Step:
    notice = text("The stub is back. Your text is kept in {path}.", path=kept)
    fresh = state.saved.with_progress(state.current, state.saved.of(state.current).afresh())
    after = replace(state, saved=fresh, notice=notice if kept else text("The stub is back."))
    again, effects = _grade_again(after, keep_notice=True)
    return again, (_remember(again), *effects)


def _key_on_result(state: WatchState, key: str) -> Step:
    action = _ACTIONS.get(key.lower())
    return action(state) if action else (state, ())


def _key_on_list(state: WatchState, key: str) -> Step:
    if key in ("enter", "c"):
        return _continue_there(state)
    if key in ("q", "l", "escape"):
        return _back_to_result(state)
    last = len(state.exercises) - 1
    moved = {"j": state.cursor + 1, "down": state.cursor + 1, "k": state.cursor - 1, "up": state.cursor - 1}
    cursor = {"g": 0, "G": last, **moved}.get(key, state.cursor)
    return replace(state, cursor=min(max(cursor, 0), last)), ()


def _key_on_confirm(state: WatchState, key: str) -> Step:
    if key.lower() == "y":
        return replace(state, mode=Mode.RESULT), (PutStubBack(state.current),)
    return _back_to_result(replace(state, notice=text("Nothing was reset.")))


def _key_while_grading(state: WatchState, key: str) -> Step:
    return state, ()


def _next(state: WatchState) -> Step:
    if not state.done:
        return replace(state, notice=text("This exercise is not done yet.")), ()
    following = state.saved.next_pending(state.order, state.current)
    if not following:
        return replace(state, notice=text("Every exercise is done. Well done!")), ()
    return _move(state, following)


def _hint(state: WatchState) -> Step:
    if state.hints_left < 1:
        return state, ()
    visible = state.hints_visible + 1
    progress = state.saved.of(state.current)
    seen = replace(progress, hints_shown=max(progress.hints_shown, visible))
    saved = state.saved.with_progress(state.current, seen)
    after = replace(state, hints_visible=visible, saved=saved, notice=None)
    return after, (_remember(after),)


def _list(state: WatchState) -> Step:
    return replace(state, mode=Mode.LIST, cursor=state.order.index(state.current), notice=None), ()


def _grade_again(state: WatchState, keep_notice: bool = False) -> Step:
    notice = state.notice if keep_notice else None
    return replace(state, mode=Mode.GRADING, notice=notice, stale=False), (Grade(state.current),)


def _ask_reset(state: WatchState) -> Step:
    return replace(state, mode=Mode.CONFIRM_RESET, notice=None), ()


def _quit(state: WatchState) -> Step:
    return state, (Quit(),)


def _continue_there(state: WatchState) -> Step:
    chosen = state.order[state.cursor]
    return _back_to_result(state) if chosen == state.current else _move(state, chosen)


def _back_to_result(state: WatchState) -> Step:
    return _look_again(replace(state, mode=Mode.RESULT))


def _look_again(state: WatchState, *effects: Effect) -> Step:
    """Grade once more where the file was saved in the meantime."""
    if not state.stale:
        return state, effects
    again, more = _grade_again(state, keep_notice=True)
    return again, (*effects, *more)


def _move(state: WatchState, slug: str) -> Step:
    after = WatchState(state.exercises, state.saved.with_current(slug), slug)
    return after, (_remember(after), Grade(slug))


def _remember(state: WatchState) -> Remember:
    return Remember(state.current, state.saved.of(state.current), state.current)


Handler = Callable[[WatchState, str], Step]

_KEYS: dict[Mode, Handler] = {
    Mode.GRADING: _key_while_grading,
    Mode.RESULT: _key_on_result,
    Mode.LIST: _key_on_list,
    Mode.CONFIRM_RESET: _key_on_confirm,
}

_ACTIONS: dict[str, Callable[[WatchState], Step]] = {
    "n": _next,
    "h": _hint,
    "l": _list,
    "r": _grade_again,
    "x": _ask_reset,
    "q": _quit,
}
