"""Hidden properties of add_channel_bias."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    hint,
    points,
    tensors,
)

DOUBLE = ((torch.float64, torch.float64),)
SINGLE = ((torch.float32, torch.float32),)
MIXED = ((torch.float32, torch.float64), (torch.float64, torch.float32))
# No other size equals the number of channels, so the bias fits its own axis only.
DISTINCT = st.sampled_from(
    (
        (1, 2, 1, 1),
        (1, 2, 3, 1),
        (2, 3, 1, 1),
        (1, 2, 1, 3),
        (2, 1, 3, 3),
        (1, 3, 2, 2),
        (1, 2, 3, 4),
        (3, 2, 4, 1),
    )
)
# The channels are as many as the columns, the rows, the images, or all of them.
EQUAL = st.sampled_from(((1, 2, 1, 2), (1, 2, 2, 1), (2, 2, 1, 1), (1, 2, 2, 2), (1, 3, 2, 3), (2, 2, 2, 2)))
EMPTY = st.sampled_from(((0, 2, 1, 1), (1, 0, 2, 2), (1, 2, 0, 2), (1, 2, 2, 0), (0, 0, 0, 0)))


@st.composite
def cases(draw, shape, dtypes=DOUBLE, values="any"):
    """Maps and a bias that fits them."""
    sides, (of_feat, of_bias) = draw(shape), draw(st.sampled_from(dtypes))
    feat = draw(tensors(shape=sides, dtype=of_feat, values=values))
    return feat, draw(tensors(shape=(sides[1],), dtype=of_bias, values=values))


@points(3)
@hint(
    "Which of the four axes is the channel? Add a different number to each of its positions.",
    zh="四维之中哪一维是通道？给它的每个位置加上不同的数。",
)
@settings(max_examples=40)
@given(case=cases(DISTINCT, DOUBLE + SINGLE))
def test_adds_one_number_per_channel(student, reference, device, case):
    """Adds bias[c] to every pixel of channel c, in every image.
    给每张图第 c 个通道的所有像素加上 bias[c]。"""
    assert_matches(student.add_channel_bias, reference.add_channel_bias, *case)


@st.composite
def square_cases(draw):
    """Channels as many as columns or rows, and a bias whose numbers all differ."""
    sides = draw(EQUAL)
    bias = torch.arange(1, sides[1] + 1, dtype=torch.float64)
    return draw(tensors(shape=sides, dtype=torch.float64, values=("counting", "normal"))), bias


@points(2)
@hint(
    "If the width equals C, feat + bias raises nothing. Does it add to channels or to columns?",
    zh="宽等于 C 时 feat + bias 不报错。它加到的是通道还是列？",
)
@given(case=square_cases())
def test_also_where_another_size_equals_the_channels(student, reference, device, case):
    """It is the channel that counts, also where the width, the height or the batch is as large.
    即使宽、高或批次大小恰好等于通道数，偏置也仍然按通道相加。"""
    assert_matches(student.add_channel_bias, reference.add_channel_bias, *case)


@points(1)
@hint(
    "Adding in place keeps the dtype of the left side. Which one has the say here?",
    zh="就地相加会保留左边的 dtype。这里应该听谁的？",
)
@settings(max_examples=16)
@given(case=cases(DISTINCT | EMPTY, MIXED, values="small_ints"))
def test_dtypes_mix_and_sizes_may_be_zero(student, reference, device, case):
    """The result has the dtype torch.result_type(feat, bias), also where there is nothing to add.
    结果的 dtype 是 torch.result_type(feat, bias)，没有元素可加时也一样。"""
    assert_matches(student.add_channel_bias, reference.add_channel_bias, *case)


@points(1)
@hint(
    "One number of the bias is used for many pixels: what becomes of all their gradients?",
    zh="偏置里的一个数用在许多像素上：它们的梯度怎么办？",
)
@settings(max_examples=16)
@given(case=cases(DISTINCT | EQUAL))
def test_gradients_reach_both(student, reference, device, case):
    """The gradient of feat is right, and that of the bias is summed over images and pixels.
    feat 的梯度正确；bias 的梯度对所有图像和像素求和。"""
    assert_gradients_match(student.add_channel_bias, reference.add_channel_bias, *case)


WRONG = (
    ((1, 2, 1, 1), ()),
    ((1, 2, 1, 1), (1,)),
    ((1, 2, 1, 1), (3,)),
    ((1, 2, 1, 3), (3,)),
    ((2, 3, 1, 1), (2,)),
    ((1, 2, 1, 1), (2, 1, 1)),
    ((1, 2, 1, 1), (1, 2, 1, 1)),
    ((1, 2, 1, 2), (1, 2)),
    ((1, 2, 1, 2), (2, 1)),
    ((1, 1, 2, 2), ()),
    ((1, 1, 1, 2), (2,)),
    ((1, 1, 2, 2), (1, 1)),
)


@points(2)
@hint(
    "A bias that broadcasts may still be the wrong one. Compare its whole shape with (C,).",
    zh="能广播的偏置也可能是错的。把它的整个形状与 (C,) 比较。",
)
@settings(max_examples=40)
@given(shapes=st.sampled_from(WRONG))
def test_a_bias_of_another_shape_is_a_value_error(student, reference, device, shapes):
    """A bias that is not of shape [C] is a ValueError, even if it would broadcast.
    偏置的形状不是 [C] 就抛出 ValueError，哪怕可以广播。"""
    feat, bias = (torch.zeros(shape, dtype=torch.float64) for shape in shapes)
    assert_raises(ValueError, student.add_channel_bias, feat, bias)


@points(1)
@hint(
    "The sum is a new tensor. What do += and add_ do? And is a bias of zeros worth a shortcut?",
    zh="和是一个新张量。+= 和 add_ 会做什么？偏置全为 0 时值得走捷径吗？",
)
@given(case=cases(DISTINCT | EQUAL))
def test_leaves_its_inputs_alone(student, reference, device, case):
    """feat and bias keep their values, and the result shares no memory with them.
    feat 和 bias 的值不变，结果也不与它们共享内存。"""
    feat, bias = case
    assert_inputs_unchanged(student.add_channel_bias, feat, bias)
    assert_fresh(student.add_channel_bias, feat, torch.zeros_like(bias))
