"""Hidden properties of gather."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    arguments,
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_ops_do_not_grow,
    assert_raises,
    hint,
    integers,
    points,
    shapes,
    tensors,
)

INDEX_DTYPES = (torch.int64, torch.int32)
NOT_INDEX_DTYPES = (torch.float32, torch.float64, torch.bool, torch.uint8, torch.int8, torch.int16)


def _resized(shape, axis, size):
    return (*shape[:axis], size, *shape[axis + 1 :])


def _zeros(shape, dtype=torch.int64):
    return torch.zeros(shape, dtype=dtype)


@st.composite
def shapes_and_axes(draw, min_rank=1):
    """A shape without empty axes, and one of its axes."""
    shape = draw(shapes(min_rank=min_rank, max_rank=3, min_side=1, max_side=3))
    return shape, draw(integers(0, len(shape) - 1))


@st.composite
def indices(draw, shape, axis, dtype=torch.int64, length=None):
    """A legal index into ``shape``: any length on ``axis``, as long as x or shorter elsewhere."""
    sizes = [draw(st.sampled_from((size, max(1, size - 1)))) for size in shape]
    sizes[axis] = draw(integers(1, 4)) if length is None else length
    return draw(tensors(shape=tuple(sizes), dtype=dtype, low=0, high=shape[axis] - 1))


@st.composite
def cases(draw, index_dtypes=(torch.int64,), dtypes=(torch.float64,)):
    """``x``, a legal dim of either sign, and a legal index."""
    shape, axis = draw(shapes_and_axes())
    x = draw(tensors(shape=shape, dtype=draw(st.sampled_from(dtypes))))
    index = draw(indices(shape, axis, draw(st.sampled_from(index_dtypes))))
    return x, draw(st.sampled_from((axis, axis - len(shape)))), index


@st.composite
def transposed_cases(draw):
    """x counts, seen with its axes reversed: its order in memory is not its order as a tensor."""
    shape, axis = draw(shapes_and_axes(min_rank=2))
    counted = torch.arange(math.prod(shape), dtype=torch.float64).reshape(shape[::-1])
    return counted.permute(*range(len(shape))[::-1]), axis, draw(indices(shape, axis))


@st.composite
def identity_cases(draw):
    """An index that counts along ``dim``: the result equals x, and is still not x."""
    x, dim, _ = draw(cases())
    counted = torch.arange(x.size(dim)).view([-1 if i == dim % x.dim() else 1 for i in range(x.dim())])
    return x, dim, counted.expand(x.shape).contiguous()


@points(2)
@hint(
    "Only one coordinate of each result element is replaced; the rest stay. Up to which size do they count?",
    zh="结果的每个元素只有一个坐标被替换，其余坐标不变。其余坐标应该数到哪里为止？",
)
@settings(max_examples=40)
@given(case=cases(dtypes=(torch.float64, torch.float32)) | transposed_cases())
def test_picks_along_any_dim(student, reference, device, case):
    """Picks x at the index along any dim, positive or negative, in the shape and order of the index.
    沿任意一维（dim 可正可负）按 index 取值，结果的形状和顺序都与 index 一致。"""
    assert_matches(student.gather, reference.gather, *case)


@points(1)
@hint(
    "Which dtypes count positions? Compare index.dtype with just these two.",
    zh="哪些 dtype 可以用来数位置？只拿 index.dtype 与那两种比较。",
)
@given(case=cases(index_dtypes=INDEX_DTYPES), wrong=st.sampled_from(NOT_INDEX_DTYPES))
def test_the_index_is_int32_or_int64(student, reference, device, case, wrong):
    """The index may be int32 or int64; any other dtype is a TypeError.
    index 可以是 int32 或 int64；其他 dtype 一律抛出 TypeError。"""
    x, dim, index = case
    assert_matches(student.gather, reference.gather, x, dim, index)
    assert_raises(TypeError, student.gather, x, dim, torch.zeros_like(index, dtype=wrong))


@st.composite
def empty_cases(draw):
    """An empty index, into an x that may be empty itself."""
    shape, axis = draw(shapes_and_axes())
    hole = draw(integers(0, len(shape) - 1))
    index = _zeros(_resized(shape, hole, 0))
    x_shape = draw(st.sampled_from((shape, index.shape)))
    return draw(tensors(shape=tuple(x_shape), dtype=torch.float64)), axis, index


@points(1)
@hint(
    "What is the smallest element of an empty index? And what does -1 stand for when a shape has a 0 in it?",
    zh="空的 index 里最小的元素是什么？形状里有 0 时，-1 又代表多少？",
)
@given(case=empty_cases())
def test_an_empty_index_gives_an_empty_result(student, reference, device, case):
    """An empty index gives an empty result of its shape, also where x itself is empty.
    空的 index 得到同形状的空结果，x 本身为空时也一样。"""
    assert_matches(student.gather, reference.gather, *case)


@st.composite
def cases_with_nonfinite_values(draw):
    """A case whose x holds NaN and infinities."""
    shape = draw(st.sampled_from(((2,), (3,), (2, 2), (3, 2))))
    axis = draw(integers(0, len(shape) - 1))
    special = st.sampled_from((1.0, math.nan, math.inf, -math.inf))
    size = math.prod(shape)
    values = draw(st.lists(special, min_size=size, max_size=size))
    return torch.tensor(values, dtype=torch.float64).reshape(shape), axis, draw(indices(shape, axis))


@points(1)
@hint("What is 0 times NaN?", zh="0 乘以 NaN 等于多少？")
@given(case=cases_with_nonfinite_values())
def test_nan_and_infinity_are_copied_and_do_not_spread(student, reference, device, case):
    """NaN and infinity are copied like any other value, and do not spread to their neighbours.
    NaN 和无穷大与其他值一样原样复制，不会扩散到相邻元素。"""
    assert_matches(student.gather, reference.gather, *case)


@st.composite
def cases_with_repeats(draw):
    """The index is longer than x along ``dim``, so that some element is picked at least twice."""
    shape, axis = draw(shapes_and_axes())
    length = shape[axis] + draw(integers(1, 2))
    return draw(tensors(shape=shape, dtype=torch.float64)), axis, draw(indices(shape, axis, length=length))


@points(1)
@hint(
    "An element that was picked twice gets two gradients. What becomes of the first one?",
    zh="一个元素被取了两次，就收到两份梯度。第一份到哪里去了？",
)
@given(case=cases_with_repeats())
def test_gradients_of_repeated_picks_add_up(student, reference, device, case):
    """The gradient flows back to x, and adds up where an element was picked more than once.
    梯度能传回 x；同一元素被取多次时，各份梯度相加。"""
    assert_gradients_match(student.gather, reference.gather, *case)


@st.composite
def cases_out_of_range(draw):
    """A dim, or one element of the index, that x does not have; nothing else is wrong."""
    shape, axis = draw(shapes_and_axes())
    rank, size = len(shape), shape[axis]
    x, index = draw(tensors(shape=shape, dtype=torch.float64)), _zeros(shape)
    if draw(st.booleans()):
        return x, draw(st.sampled_from((rank, -rank - 1))), index
    index.view(-1)[draw(integers(0, index.numel() - 1))] = draw(st.sampled_from((size, -1, size, -size)))
    return x, axis, index


@points(1)
@hint(
    "In Python -1 means the last element. In gather it means a mistake. And which class is the mistake?",
    zh="在 Python 里 -1 表示最后一个元素，在 gather 里则是错误。应当抛出哪一类异常？",
)
@settings(max_examples=60)
@given(case=cases_out_of_range())
def test_outside_of_x_is_an_index_error(student, reference, device, case):
    """An index below 0 or beyond the last position, or a dim that x does not have, is an IndexError.
    index 小于 0、超出最后一个位置，或者 x 没有这一维，都抛出 IndexError。"""
    assert_raises(IndexError, student.gather, *case)


@st.composite
def cases_that_do_not_fit(draw):
    """Ranks that differ, no axis at all, or an index too long on an axis other than ``dim``."""
    kind = draw(st.sampled_from(("rank", "long", "0-d")))
    if kind == "0-d":
        return draw(tensors(shape=(), dtype=torch.float64)), draw(st.sampled_from((0, -1))), _zeros(())
    shape, axis = draw(shapes_and_axes(min_rank=2))
    x = draw(tensors(shape=shape, dtype=torch.float64))
    if kind == "rank":
        return x, 0, _zeros(draw(st.sampled_from((shape[:-1], (*shape, 1)))))
    other = draw(integers(0, len(shape) - 1).filter(lambda i: i != axis))
    return x, axis, _zeros(_resized(shape, other, shape[other] + draw(integers(1, 2))))


@points(1)
@hint(
    "Compare the two shapes first: as many axes on both sides, and at least one.",
    zh="先比较两个形状：两边的维数要相同，且至少一维。",
)
@settings(max_examples=60)
@given(case=cases_that_do_not_fit())
def test_shapes_that_do_not_fit_are_a_value_error(student, reference, device, case):
    """Ranks that differ, a 0-d x, or an index longer than x on another dim are a ValueError.
    维数不同、x 为 0 维，或 index 在其他维上比 x 长，都抛出 ValueError。"""
    assert_raises(ValueError, student.gather, *case)


@points(1)
@hint(
    "Which of your lines writes into a tensor it was given, or hands it back?",
    zh="你的哪一行代码写入了传进来的张量，或者把它直接交了回去？",
)
@given(case=cases() | identity_cases())
def test_leaves_its_inputs_alone(student, reference, device, case):
    """x and index keep their values, and the result shares no memory with them.
    x 和 index 的值不变，结果也不与它们共享内存。"""
    assert_inputs_unchanged(student.gather, *case)
    assert_fresh(student.gather, *case)


@st.composite
def few_and_many_rows(draw):
    """One case twice, with 2 and with many rows beside ``dim``; along ``dim`` nothing changes."""
    size, many = draw(integers(1, 3)), draw(integers(6, 12))
    x = draw(tensors(shape=(many, size), dtype=torch.float64, layouts=False))
    index = draw(tensors(shape=(many, size + 1), dtype=torch.int64, low=0, high=size - 1, layouts=False))
    if draw(st.booleans()):
        return arguments(x[:2], 1, index[:2]), arguments(x, 1, index)
    x, index = x.t().contiguous(), index.t().contiguous()
    return arguments(x[:, :2], 0, index[:, :2]), arguments(x, 0, index)


@points(1)
@hint(
    "Let one operation fetch all rows at once: an index can be a whole tensor.",
    zh="让一次运算取出所有行：下标可以是一整个张量。",
)
@given(pair=few_and_many_rows())
def test_more_rows_need_no_more_operations(student, reference, device, pair):
    """The number of torch operations does not grow with the sizes beside dim.
    torch 运算的次数不随 dim 以外各维的大小增长。"""
    assert_ops_do_not_grow(student.gather, *pair)
