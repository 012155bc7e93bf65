"""Hidden properties of topk_accuracy."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_inputs_unchanged, assert_matches, assert_raises, hint, integers, points

# Scores are a permutation of 0, 1, 2, ... times a step plus a shift: never a tie, whatever the rounding.
STEPS = (1.0, 0.1, 30.0)
SHIFTS = (0.0, -7.0, 3.0)


def _plain(x):
    return x


def _transposed(x):
    return x.t().contiguous().t()


def _every_second(x):
    """The same numbers at every second place of a wider storage."""
    wide = torch.full((*x.shape[:-1], 2 * x.shape[-1]), 9, dtype=x.dtype)
    wide[..., ::2] = x
    return wide[..., ::2]


@st.composite
def batches(draw, rows=(1, 5), classes=(1, 5), dtype=torch.float32):
    """Logits without ties and a label for each row, at every place of the ranking alike."""
    count, width = draw(integers(*rows)), draw(integers(*classes))
    ranks = [draw(st.permutations(range(width))) for _ in range(count)]
    labels = draw(st.lists(integers(0, width - 1), min_size=count, max_size=count))
    scores = torch.tensor(ranks, dtype=dtype) * draw(st.sampled_from(STEPS)) + draw(st.sampled_from(SHIFTS))
    layout = draw(st.sampled_from((_plain, _plain, _transposed, _every_second)))
    column = draw(st.sampled_from((_plain, _plain, _every_second)))
    return layout(scores), column(torch.tensor(labels, dtype=torch.int64))


@st.composite
def questions(draw, **sizes):
    """A batch, and one to three ks in any order, as a list or a tuple."""
    logits, labels = draw(batches(**sizes))
    ks = draw(st.lists(integers(1, logits.size(1)), min_size=1, max_size=3, unique=True))
    return logits, labels, draw(st.sampled_from((list, tuple)))(ks)


@points(4)
@hint(
    "Sort one row by hand. At which place is the true class? A hit for k is a place of at most k.",
    zh="手工给一行排序：真实类别排第几？名次不超过 k 就算命中。",
)
@settings(max_examples=60)
@given(question=questions())
def test_share_of_labels_among_the_k_largest(student, reference, device, question):
    """For each k the answer is the share of rows whose label is among the k largest scores, as a float.
    对每个 k，答案是标签位于前 k 个最高分之中的行所占的比例，类型为 float。"""
    assert_matches(student.topk_accuracy, reference.topk_accuracy, *question)


@st.composite
def unsorted_questions(draw):
    """Descending ks, one of them twice, that have answers of their own: labels at places 1, 2, 3, 4."""
    logits, _ = draw(batches(rows=(4, 4), classes=(4, 5)))
    labels = logits.argsort(dim=1, descending=True)[range(4), draw(st.permutations(range(4)))]
    ks = draw(st.permutations((1, 2, 3, 4)))[:3]
    return logits, labels, [*sorted(ks, reverse=True), draw(st.sampled_from(ks))]


@points(2)
@hint(
    "The first answer belongs to the first k, even if a smaller one follows.",
    zh="第一个答案属于第一个 k，哪怕后面还有更小的 k。",
)
@given(question=unsorted_questions())
def test_answers_come_in_the_order_of_ks(student, reference, device, question):
    """The answers come in the order of ks, one for every k, also if ks is not sorted or has repeats.
    答案与 ks 的顺序一致，每个 k 一个；ks 未排序或有重复时也是如此。"""
    assert_matches(student.topk_accuracy, reference.topk_accuracy, *question)


@st.composite
def ks_out_of_range(draw):
    """A batch, and ks of which just one is below 1 or above C."""
    logits, labels = draw(batches())
    classes = logits.size(1)
    wrong = draw(st.sampled_from((0, classes + 1, -1, classes + 2)))
    return logits, labels, draw(st.sampled_from(([wrong], [1, wrong], [wrong, 1])))


@points(2)
@hint(
    "How many classes are there to choose from? And what would the top 0 be?",
    zh="一共有多少个类别可选？前 0 名又是什么意思？",
)
@settings(max_examples=40)
@given(question=ks_out_of_range())
def test_a_k_out_of_range_is_a_value_error(student, reference, device, question):
    """All C classes may be asked for; a k below 1 or above C is a ValueError, wherever it stands in ks.
    k 最大可以等于 C；小于 1 或大于 C 的 k，无论在 ks 的哪个位置，都抛出 ValueError。"""
    logits, labels, ks = question
    assert_matches(student.topk_accuracy, reference.topk_accuracy, logits, labels, [logits.size(1)])
    assert_raises(ValueError, student.topk_accuracy, logits, labels, ks)


@points(1)
@hint(
    "1000 and 1000.000001 are one number in float32 and two in float64.",
    zh="1000 与 1000.000001 在 float32 里是同一个数，在 float64 里是两个数。",
)
@given(question=questions(rows=(4, 4), classes=(2, 5), dtype=torch.float64), gap=st.sampled_from((1.0, 1e-6)))
def test_float64_scores_are_compared_as_such(student, reference, device, question, gap):
    """Scores in float64 are compared in float64, however close they are.
    float64 的得分按 float64 比较，无论差距多小。"""
    logits, labels, ks = question
    assert_matches(student.topk_accuracy, reference.topk_accuracy, 1000 + gap * logits, labels, ks)


@points(1)
@hint(
    "list.sort() sorts the caller's list; sorted() makes a new one.",
    zh="list.sort() 会改动调用者的列表；sorted() 则新建一个。",
)
@given(question=unsorted_questions())
def test_leaves_its_inputs_alone(student, reference, device, question):
    """Neither logits, labels nor the list ks are changed.
    logits、labels 和列表 ks 都不会被修改。"""
    assert_inputs_unchanged(student.topk_accuracy, *question)
