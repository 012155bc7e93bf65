"""Hidden properties of roc_auc."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    assert_same,
    floats,
    hint,
    integers,
    points,
)

STEPS = (1.0, 0.02, 40.0)
SHIFTS = (0.0, -3.0, 5.0)

# Shares of 1, 2, 4, 8 or 16 pairs are exact in any floating-point type, so they can be compared exactly.
EXACT = (1, 2, 4)


def _every_second(x):
    """The same numbers at every second place of a longer storage, with ones between."""
    wide = torch.ones(2 * len(x), dtype=x.dtype)
    wide[::2] = x
    return wide[::2]


@st.composite
def shuffled_labels(draw, counts=(1, 2, 3, 5)):
    """Labels with a drawn number of each class, in any order."""
    ones, zeros = draw(st.sampled_from(counts)), draw(st.sampled_from(counts))
    return draw(st.permutations([1] * ones + [0] * zeros))


@st.composite
def cases(draw, dtype=torch.float32, counts=(1, 2, 3, 5)):
    """Labels of both classes in any order, and scores no two of which are equal."""
    labels = draw(shuffled_labels(counts))
    ranks = torch.tensor(draw(st.permutations(range(len(labels)))), dtype=dtype)
    scores = ranks * draw(st.sampled_from(STEPS)) + draw(st.sampled_from(SHIFTS))
    case = scores, torch.tensor(labels, dtype=torch.int64)
    return tuple(map(_every_second, case)) if draw(st.booleans()) else case


@points(3)
@hint(
    "Take one positive and one negative: is the pair ordered right? There are M·K such pairs, no more.",
    zh="取一个正样本和一个负样本：顺序对吗？这样的对共有 M·K 个，不多也不少。",
)
@settings(max_examples=60)
@given(case=cases())
def test_share_of_pairs_ordered_right(student, reference, device, case):
    """Without ties the answer is the share of (positive, negative) pairs in the right order, as a float.
    没有平局时，答案是顺序正确的（正，负）对所占的比例，类型为 float。"""
    assert_matches(student.roc_auc, reference.roc_auc, *case)


@st.composite
def ties(draw):
    """Few different scores in float32 or float64, some of them shared by a positive and a negative."""
    labels = draw(shuffled_labels(EXACT))
    levels = draw(st.lists(integers(0, 2), min_size=len(labels), max_size=len(labels)))
    levels[labels.index(1)] = levels[labels.index(0)]
    scores = torch.tensor(levels, dtype=draw(st.sampled_from((torch.float32, torch.float64))))
    return scores * draw(floats(0.5, 2)), torch.tensor(labels, dtype=torch.int64)


@points(3)
@hint(
    "Equal scores say nothing about the order: such a pair counts one half, whichever sample comes first.",
    zh="得分相等说明不了顺序：这样的对算一半，与哪个样本在前无关。",
)
@settings(max_examples=60)
@given(case=ties())
def test_equal_scores_count_one_half(student, reference, device, case):
    """A pair with equal scores counts one half, in whatever order the samples stand.
    得分相等的对算一半，与样本的排列顺序无关。"""
    assert_same(student.roc_auc(*case), reference.roc_auc(*case))


@points(1)
@hint(
    "1000 and 1000.000001 are one number in float32 and two in float64.",
    zh="1000 与 1000.000001 在 float32 里是同一个数，在 float64 里是两个数。",
)
@given(case=cases(dtype=torch.float64, counts=EXACT), gap=st.sampled_from((1e-6, 1.0)))
def test_float64_scores_are_compared_as_such(student, reference, device, case, gap):
    """Scores in float64 are compared in float64, however close they are.
    float64 的得分按 float64 比较，无论差距多小。"""
    scores, labels = 1000 + gap * case[0], case[1]
    assert_same(student.roc_auc(scores, labels), reference.roc_auc(scores, labels))


@points(1)
@hint(
    "Without a negative there is no pair. What would be divided by what?",
    zh="没有负样本就没有一对。那是用什么除以什么？",
)
@settings(max_examples=12)
@given(label=st.sampled_from((0, 1)), count=integers(1, 3))
def test_one_class_is_a_value_error(student, reference, device, label, count):
    """If all labels are 1, or all are 0, it is a ValueError.
    标签全为 1 或全为 0 时抛出 ValueError。"""
    labels = torch.full((count,), label, dtype=torch.int64)
    assert_raises(ValueError, student.roc_auc, torch.arange(count, dtype=torch.float32), labels)


MANY, POSITIVES = 20_000, 500


@st.composite
def many_samples(draw):
    """20 000 different scores in a fixed disorder from a drawn place on; 500 of the higher are positive."""
    places = torch.arange(MANY) + draw(integers(0, MANY - 1))
    scores, noise = places * 7919 % MANY, places * 1237 % MANY
    labels = torch.zeros(MANY, dtype=torch.int64)
    labels[(scores + noise).topk(POSITIVES).indices] = 1
    return scores.to(torch.float32), labels


@points(1)
@hint(
    "Ten million pairs are too many to visit one by one. Sorting 20 000 scores takes a millisecond.",
    zh="一千万对逐个看太多了。给 20 000 个得分排序只要一毫秒。",
)
@settings(max_examples=2)
@given(case=many_samples())
def test_many_samples(student, reference, device, case):
    """20 000 samples are answered within the limits of time and memory.
    20 000 个样本能在时间和内存限额内得出答案。"""
    assert_matches(student.roc_auc, reference.roc_auc, *case)


@points(1)
@hint("Which of your lines ends in an underscore, or in -= ?", zh="你的哪一行代码以下划线结尾，或用了 -= ？")
@settings(max_examples=10)
@given(case=cases())
def test_leaves_its_inputs_alone(student, reference, device, case):
    """Neither the scores nor the labels are changed.
    scores 和 labels 都不会被修改。"""
    assert_inputs_unchanged(student.roc_auc, *case)
