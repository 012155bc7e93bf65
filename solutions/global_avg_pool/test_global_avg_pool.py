"""Hidden properties of global_avg_pool."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    float_dtypes,
    hint,
    integers,
    points,
    tensors,
)

SHAPES = st.tuples(*[integers(1, 4)] * 4)


@points(4)
@hint(
    "Two axes disappear. Which ones, and by how many pixels do you divide?",
    zh="有两个维会消失。是哪两个？除以多少个像素？",
)
@settings(max_examples=40)
@given(x=tensors(shape=SHAPES, dtype=float_dtypes()))
def test_mean_of_every_map(student, reference, device, x):
    """Every feature map becomes its mean, for any height and width, in the dtype of x.
    每张特征图变成它的平均值，高和宽任意，dtype 与 x 相同。"""
    assert_matches(student.global_avg_pool, reference.global_avg_pool, x)


# At least one of N, C and the maps' sides is 1.
WITH_ONES = ((1, 1, 1, 1), (1, 3, 2, 2), (2, 1, 3, 2), (1, 1, 2, 3), (2, 3, 1, 1))


@points(2)
@hint(
    "squeeze() removes every axis of size 1, wanted or not. And what does -1 stand for in a shape with a 0?",
    zh="squeeze() 会去掉所有大小为 1 的维，不管你要不要。另外，形状里有 0 时，-1 又代表多少？",
)
@settings(max_examples=30)
@given(
    x=tensors(shape=st.sampled_from(WITH_ONES)),
    empty=tensors(shape=st.tuples(st.just(0), *[integers(1, 3)] * 3)),
)
def test_shape_is_n_by_c(student, reference, device, x, empty):
    """The result has shape [N, C] also where N, C, H or W is 1, and for N = 0.
    N、C、H、W 中有 1 或 N = 0 时，结果的形状仍是 [N, C]。"""
    assert_matches(student.global_avg_pool, reference.global_avg_pool, x)
    assert_matches(student.global_avg_pool, reference.global_avg_pool, empty)


@points(2)
@hint("Each pixel has the same share in its map's mean.", zh="每个像素在所在图的平均值中份额相同。")
@given(x=tensors(shape=SHAPES))
def test_gradient_is_shared_by_the_pixels(student, reference, device, x):
    """The gradient of a mean is shared equally by the pixels of its map.
    平均值的梯度由该图的像素均分。"""
    assert_gradients_match(student.global_avg_pool, reference.global_avg_pool, x)


@points(1)
@hint(
    "Three axes can be a batch without channels, or an image without a batch.",
    zh="三个维可能是没有通道的一批，也可能是没有批的一张图。",
)
@settings(max_examples=20)
@given(shape=st.sampled_from(((2, 2, 3), (3,), (2, 3), (), (1, 2, 1, 2, 2), (2, 1, 3))))
def test_other_ranks_are_a_value_error(student, reference, device, shape):
    """An x with more or fewer than four axes is a ValueError.
    x 的维数多于或少于四时抛出 ValueError。"""
    assert_raises(ValueError, student.global_avg_pool, torch.ones(shape))


@points(1)
@hint(
    "For a 1 × 1 map the mean is the pixel. Is your result still a tensor of its own?",
    zh="1 × 1 的图，平均值就是那个像素。你的结果仍是独立的新张量吗？",
)
@settings(max_examples=20)
@given(x=tensors(shape=st.sampled_from(((2, 3, 1, 1), (2, 2, 2, 3)))))
def test_result_is_new_and_x_stays(student, reference, device, x):
    """The result shares no memory with x, and x keeps its values.
    结果不与 x 共享内存，x 的值保持不变。"""
    assert_fresh(student.global_avg_pool, x)
    assert_inputs_unchanged(student.global_avg_pool, x)
