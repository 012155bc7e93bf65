"""Hidden properties of nchw_to_nhwc."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    claim,
    float_dtypes,
    hint,
    points,
    record,
    tensors,
)

# Small, no two of the last three sizes alike, so that every wrong order of axes shows in the shape.
DISTINCT = st.sampled_from(((1, 1, 2, 3), (1, 2, 3, 1), (1, 3, 1, 2), (2, 3, 2, 4), (3, 2, 4, 1)))
# Sizes alike, so that a wrong order shows in the values alone.
ALIKE = st.sampled_from(((1, 2, 2, 2), (2, 2, 2, 2), (1, 3, 3, 3), (1, 2, 3, 3), (1, 3, 3, 2), (1, 3, 2, 3)))
EMPTY = st.sampled_from(((0, 2, 1, 3), (1, 0, 2, 3), (1, 2, 0, 3), (1, 2, 3, 0), (0, 0, 0, 0)))
SIZES = DISTINCT | ALIKE
NOT_FOUR = ((1, 2, 2), (), (2,), (2, 2), (2, 3, 2), (1, 2, 1, 2, 1))


def _counted(sizes):
    return torch.arange(sizes.numel(), dtype=torch.float64).reshape(sizes)


@points(3)
@hint(
    "Read off one pixel: its values come from all the channels at one place.",
    zh="读出一个像素：它的各个值来自所有通道的同一位置。",
)
@settings(max_examples=40)
@given(x=tensors(shape=SIZES | EMPTY, dtype=float_dtypes()), same=ALIKE)
def test_channels_go_to_the_end(student, reference, device, x, same):
    """Channels go to the end, and rows and columns keep their order, also where all sizes are alike.
    通道移到最后，行和列的顺序不变，各维大小相同时也一样。"""
    assert_matches(student.nchw_to_nhwc, reference.nchw_to_nhwc, x)
    assert_matches(student.nchw_to_nhwc, reference.nchw_to_nhwc, _counted(torch.Size(same)))


@points(2)
@hint(
    "Doing the same permutation twice does not lead back. Which one undoes it?",
    zh="同样的置换做两次并不能回到原处。哪一个置换能撤销它？",
)
@settings(max_examples=40)
@given(x=tensors(shape=SIZES | EMPTY, dtype=float_dtypes()), same=ALIKE)
def test_inverse_brings_them_back(student, reference, device, x, same):
    """With inverse=True channels go from the end to the front, and what was done is undone.
    inverse=True 时通道从最后移到前面，正好撤销之前的变换。"""
    assert_matches(student.nchw_to_nhwc, reference.nchw_to_nhwc, x, inverse=True)
    assert_matches(student.nchw_to_nhwc, reference.nchw_to_nhwc, _counted(torch.Size(same)), True)


def _is_contiguous(shape, strides):
    """Tell whether the elements lie in row-major order; the stride of a size of 1 says nothing."""
    expected = 1
    for size, stride in reversed(list(zip(shape, strides, strict=True))):
        if size != 1 and stride != expected:
            return False
        expected *= size
    return True


@points(1)
@hint(
    "A permuted tensor has other strides and the old memory. What brings the memory into order?",
    zh="置换后的张量换了步长，内存还是原来的。怎样让内存也按新的顺序排列？",
)
@given(x=tensors(shape=SIZES, layouts=False), inverse=st.booleans())
def test_the_result_is_contiguous(student, reference, device, x, inverse):
    """The result lies in memory in the order of its axes.
    结果在内存中按各维的顺序连续排列。"""
    call = record(student.nchw_to_nhwc, x, inverse)
    if call.raised:
        raise call.raised
    for fact in call.tensors.values():
        claim(
            _is_contiguous(fact.shape, fact.stride),
            "The result has shape {shape} and strides {stride}: it is not contiguous.",
            "结果的形状是 {shape}，步长是 {stride}：它不是连续的。",
            shape=list(fact.shape),
            stride=list(fact.stride),
        )


@points(1)
@hint(
    "Gradients are images too: they must come back in the order of x.",
    zh="梯度也是图像：要按 x 的顺序传回来。",
)
@settings(max_examples=12)
@given(x=tensors(shape=SIZES), inverse=st.booleans())
def test_gradients_flow_back(student, reference, device, x, inverse):
    """The gradient flows back to x, in both directions, every number to its place.
    两个方向的梯度都能传回 x，每个数回到原来的位置。"""
    assert_gradients_match(student.nchw_to_nhwc, reference.nchw_to_nhwc, x, inverse, wrt=(0,))


@points(1)
@hint(
    "One image alone has three axes. Which of your steps would have noticed?",
    zh="单独一张图是三维的。你的哪一步会发现？",
)
@settings(max_examples=6)
@given(order=st.permutations(NOT_FOUR), inverse=st.booleans())
def test_other_than_four_axes_is_a_value_error(student, reference, device, order, inverse):
    """A tensor that does not have four axes is a ValueError in both directions.
    不是四维的张量，两个方向都抛出 ValueError。"""
    for shape in order:
        assert_raises(ValueError, student.nchw_to_nhwc, torch.zeros(shape, dtype=torch.float64), inverse)


@st.composite
def nothing_to_move(draw):
    """x whose memory is in the order of the result already, and the direction."""
    n, c, h, w = draw(st.sampled_from(((1, 1, 2, 2), (1, 2, 1, 1), (2, 2, 3, 2), (1, 3, 2, 2))))
    inverse = draw(st.booleans())
    there, back = ((0, 3, 1, 2), (0, 2, 3, 1)) if inverse else ((0, 2, 3, 1), (0, 3, 1, 2))
    x = draw(tensors(shape=(n, c, h, w), layouts=False))
    return x.permute(there).contiguous().permute(back), inverse


@points(1)
@hint(
    "What does contiguous() return for a tensor that is contiguous already?",
    zh="张量已经连续时，contiguous() 返回的是什么？",
)
@given(case=nothing_to_move())
def test_the_result_is_new_even_if_nothing_moves(student, reference, device, case):
    """The result shares no memory with x, also where the order in memory is right already.
    即使内存的顺序本来就对，结果也不与 x 共享内存。"""
    assert_fresh(student.nchw_to_nhwc, *case)


@points(1)
@hint(
    "transpose_ and swapaxes_ turn the tensor that they are called on.",
    zh="transpose_ 和 swapaxes_ 会改动调用它们的张量本身。",
)
@settings(max_examples=12)
@given(x=tensors(shape=SIZES), inverse=st.booleans())
def test_x_is_left_alone(student, reference, device, x, inverse):
    """x keeps its values, its shape and its strides.
    x 的值、形状和步长都保持不变。"""
    assert_inputs_unchanged(student.nchw_to_nhwc, x, inverse=inverse)
