"""Hidden properties of early_stopping."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_raises, claim, hint, integers, points

# Quarters: sums and differences are exact, so that "by more than min_delta" has no rounding in it.
LOSSES = st.integers(-8, 8).map(lambda n: n / 4)
DELTAS = (0.0, 0.25, 0.5, 1.0)
SHIFTS = st.sampled_from((0.0, 3.0, -3.0, 1e6, -1e6))


def shown(losses):
    """Write losses as a list that can be read."""
    return "[" + ", ".join(f"{loss:g}" for loss in losses) + "]"


def is_equal(got, wanted, name, story):
    """Claim that an answer is the wanted number or bool, of the same kind."""
    kind = bool if isinstance(wanted, bool) else (int, float)
    fits = isinstance(got, kind) and isinstance(got, bool) == isinstance(wanted, bool)
    claim(
        fits and got == wanted,
        "patience {patience}, min_delta {min_delta}, losses {losses}: {name} is {got}; expected {wanted}.",
        "patience {patience}，min_delta {min_delta}，损失 {losses}：{name} 是 {got}；应为 {wanted}。",
        name=name,
        got=getattr(got, "type_name", repr(got)),
        wanted=wanted,
        **story,
    )


def follows(student, reference, patience, min_delta, losses):
    """Claim that every answer, the best loss and its epoch are the reference's after each epoch.

    What a stopper says of an improvement after it has said stop is left open: there the story ends.
    """
    there = student.EarlyStopping(patience, min_delta)
    here = reference.EarlyStopping(patience, min_delta)
    stopped = False
    for epoch, loss in enumerate(losses):
        story = {"patience": patience, "min_delta": min_delta, "losses": shown(losses[: epoch + 1])}
        wanted = here.step(loss)
        if stopped and not wanted:
            return
        stopped = wanted
        is_equal(there.step(loss), wanted, "the last answer", story)
        if here.best_epoch is not None:
            is_equal(there.best, here.best, "best", story)
            is_equal(there.best_epoch, here.best_epoch, "best_epoch", story)


@points(3)
@hint(
    "Write down for each epoch: the best so far, and how many epochs in a row have not beaten it.",
    zh="逐轮写下：到目前为止的最佳值，以及连续多少轮没有超过它。",
)
@settings(max_examples=25)
@given(losses=st.lists(LOSSES, min_size=1, max_size=8), patience=integers(1, 3), shift=SHIFTS)
def test_follows_the_losses(student, reference, device, losses, patience, shift):
    """After every epoch the answer, the best loss and its epoch (counted from 0) are right.
    每一轮之后，返回值、最佳损失及其所在的轮次（从 0 数起）都正确。"""
    follows(student, reference, patience, 0.0, [loss + shift for loss in losses])


@points(1)
@hint(
    "patience = 1 stops at the first epoch that is no better. Is an equal loss better?",
    zh="patience = 1 时，第一个没有变好的轮次就停止。相等算变好吗？",
)
@settings(max_examples=10)
@given(falling=integers(1, 3), patience=integers(1, 4), rise=st.sampled_from((0.0, 0.25, 2.0)), shift=SHIFTS)
def test_stops_after_patience_epochs_in_a_row(student, reference, device, falling, patience, rise, shift):
    """Says True at the patience-th epoch in a row without improvement, not before, and at those after it.
    连续第 patience 个没有改善的轮次返回 True，之前不会，之后继续没有改善时也是。"""
    descent = [shift + falling - 1 - epoch for epoch in range(falling)]
    flat = [descent[-1] + rise] * (patience + 2)
    follows(student, reference, patience, 0.0, descent + flat)
    again = [shift, *[shift + 1.0] * (patience - 1), shift - 1.0, *[shift] * (patience + 1)]
    follows(student, reference, patience, 0.0, again)


@points(2)
@hint(
    "The loss creeps down by less than min_delta an epoch. What is it compared with? Does that creep, too?",
    zh="损失每轮只下降一点点，小于 min_delta。它与谁比较？那个参照会跟着一起变吗？",
)
@settings(max_examples=15)
@given(
    losses=st.lists(LOSSES, min_size=1, max_size=6),
    patience=integers(1, 4),
    min_delta=st.sampled_from(DELTAS[1:]),
    shift=SHIFTS,
)
def test_small_improvements_do_not_count(student, reference, device, losses, patience, min_delta, shift):
    """Only a loss below the best by more than min_delta is an improvement, and only then the best moves.
    只有比最佳值低出 min_delta 以上才算改善，也只有这时最佳值才更新。"""
    follows(student, reference, patience, min_delta, [loss + shift for loss in losses])
    exactly = [shift + 4, shift + 4 - min_delta, shift + 4 - 2 * min_delta, shift + 4 - 3 * min_delta]
    follows(student, reference, patience, min_delta, exactly)
    creeping = [shift - epoch * min_delta * 0.75 for epoch in range(6)]
    follows(student, reference, patience + 1, min_delta, creeping)


@points(2)
@hint(
    "Every comparison with NaN is False. Which branch of your if does it take?",
    zh="与 NaN 的任何比较都是 False。你的 if 会走哪个分支？",
)
@settings(max_examples=12)
@given(
    before=st.lists(LOSSES, min_size=1, max_size=2),
    after=st.lists(LOSSES, max_size=2),
    count=integers(1, 3),
    patience=integers(1, 3),
    min_delta=st.sampled_from(DELTAS),
)
def test_nan_is_never_better(student, reference, device, before, after, count, patience, min_delta):
    """A loss of NaN is an epoch without improvement; it never becomes the best, not even as the first.
    损失为 NaN 的轮次算没有改善；它永远不会成为最佳值，即使是第一轮。"""
    follows(student, reference, patience, min_delta, [*before, *[math.nan] * count, *after])
    first = [math.nan, 0.5, -1.5, 0.5]  # patience 3: whether the first epoch counts shows in no answer
    follows(student, reference, 3, min_delta, first)


@points(1)
@hint("Whose are the attributes: the class's, or the object's?", zh="这些属性属于类，还是属于对象？")
@settings(max_examples=6)
@given(patience=integers(1, 3), losses=st.lists(LOSSES, min_size=2, max_size=4))
def test_every_stopper_counts_for_itself(student, reference, device, patience, losses):
    """Two stoppers know nothing of each other, and min_delta is 0 unless given.
    两个对象互不影响；不给 min_delta 时它是 0。"""
    names = ("EarlyStopping A", "EarlyStopping B")
    there = [student.EarlyStopping(patience), student.EarlyStopping(patience=9, min_delta=0.5)]
    here = [reference.EarlyStopping(patience), reference.EarlyStopping(patience=9, min_delta=0.5)]
    for epoch, loss in enumerate(losses):
        story = {"patience": (patience, 9), "min_delta": (0.0, 0.5), "losses": shown(losses[: epoch + 1])}
        for name, mine, right, seen in zip(names, there, here, (loss, -loss), strict=True):
            stopped = right.step(seen)
            mine.step(seen)
            is_equal(mine.best, right.best, f"{name}: best", story)
            is_equal(mine.best_epoch, right.best_epoch, f"{name}: best_epoch", story)
            if stopped:
                return  # what comes after is left open


@points(1)
@hint(
    "Which values of patience make no sense? And when do you look at them?",
    zh="patience 取哪些值没有意义？你在什么时候检查它？",
)
@settings(max_examples=8)
@given(patience=integers(-3, 0), min_delta=st.sampled_from(DELTAS))
def test_patience_is_at_least_one(student, reference, device, patience, min_delta):
    """A patience below 1 is a ValueError, as soon as the object is made.
    patience 小于 1 时，创建对象就抛出 ValueError。"""
    assert_raises(ValueError, student.EarlyStopping, patience, min_delta)
    assert_raises(ValueError, student.EarlyStopping, 0)
