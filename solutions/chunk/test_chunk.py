"""Hidden properties of chunk."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    assert_view,
    claim,
    float_dtypes,
    hint,
    integers,
    points,
    shapes,
    tensors,
)

# Size and n where the rules part: rounded down, balanced, or n taken for the length of a piece.
ROUNDING = ((5, 4), (5, 3), (7, 3), (7, 5), (6, 4), (9, 5), (4, 3), (7, 2), (8, 3), (10, 4))


@st.composite
def cases(draw, dtype=torch.float64, layouts=True):
    """A filled x, an n from 1 to more than its size, and a legal dim of either sign."""
    shape = draw(shapes(min_rank=1, max_rank=3, min_side=1, max_side=5))
    axis = draw(integers(0, len(shape) - 1))
    n = draw(integers(1, shape[axis] + 2))
    x = draw(tensors(shape=shape, dtype=dtype, layouts=layouts))
    return x, n, draw(st.sampled_from((axis, axis - len(shape))))


@points(2)
@hint(
    "Cut by hand along one axis: the pieces side by side are x again, and the other axes stay whole.",
    zh="亲手沿一维切一切：各块拼起来就是 x，其余各维保持完整。",
)
@settings(max_examples=40)
@given(case=cases(dtype=float_dtypes()), x=tensors(shape=st.sampled_from(((4, 2), (6,), (2, 2, 2)))))
def test_cuts_along_any_dim(student, reference, device, case, x):
    """Cuts along any dim, positive or negative, and along the first one by default.
    沿任意一维（可正可负）切分，省略 dim 时沿第一维。"""
    assert_matches(student.chunk, reference.chunk, *case)
    assert_matches(student.chunk, reference.chunk, x, 2)


@points(2)
@hint(
    "5 in 4 chunks: how long must a piece be so that 4 of them suffice? How many do you then need?",
    zh="5 个数分 4 块：一块至少多长，4 块才装得下？那么实际需要几块？",
)
@settings(max_examples=4)
@given(order=st.permutations(ROUNDING), tail=st.sampled_from(((), (2,), (1, 2))))
def test_a_remainder_makes_the_last_piece_shorter(student, reference, device, order, tail):
    """Every piece is ⌈size/n⌉ long but the last, and there are no more pieces than that makes.
    除最后一块外每块长 ⌈size/n⌉，块数由此决定，可能少于 n。"""
    for size, n in order:
        x = torch.arange(size, dtype=torch.float64).reshape(size, *[1] * len(tail)).expand(size, *tail)
        assert_matches(student.chunk, reference.chunk, x, n, 0)


@st.composite
def empty_cases(draw):
    """x without elements: none along ``dim``, or none along another axis."""
    shape, axis = draw(st.sampled_from((((0,), 0), ((0, 2), 0), ((3, 0), 1), ((0, 3), 1), ((5, 0), 0))))
    return torch.zeros(shape, dtype=torch.float64), draw(integers(1, 4)), axis


@points(1)
@hint(
    "0 divided by n is 0: what does a step of 0 do to your loop? How many pieces are asked for?",
    zh="0 除以 n 得 0：步长为 0 时你的循环会怎样？又要求有几块呢？",
)
@settings(max_examples=30)
@given(case=empty_cases())
def test_size_zero_gives_n_empty_pieces(student, reference, device, case):
    """Along an axis of size 0 there are n empty pieces; another axis of size 0 changes nothing.
    沿大小为 0 的维切分得到 n 个空块；其他维大小为 0 则没有影响。"""
    assert_matches(student.chunk, reference.chunk, *case)


@points(2)
@hint(
    "Which ways of reading a part of a tensor copy, and which look at the same memory?",
    zh="读取张量的一部分时，哪些方法会复制，哪些只是看同一段内存？",
)
@given(case=cases())
def test_the_pieces_are_views_in_a_tuple(student, reference, device, case):
    """The answer is a tuple, every piece in it is a view of x, and x itself is not changed.
    结果是元组，其中每一块都是 x 的视图，而 x 本身没有改动。"""
    answer = student.chunk(*case)
    claim(
        isinstance(answer, tuple),
        "The answer is of type {got}; it should be a tuple.",
        "答案的类型是 {got}，应当是 tuple。",
        got=type(answer).__name__,
    )
    assert_view(student.chunk, *case)
    assert_inputs_unchanged(student.chunk, *case)


@points(1)
@hint(
    "A piece that is detached from x shares its memory, and still sends no gradient back.",
    zh="从 x 断开（detach）的块虽然共享内存，却不会传回梯度。",
)
@settings(max_examples=12)
# Of an expanded x, the gradient through as_strided is another one: that is left open.
@given(case=cases(layouts=False))
def test_gradients_flow_back_from_every_piece(student, reference, device, case):
    """The gradients of all pieces reach x, each at its own place.
    每一块的梯度都传回 x 中各自的位置。"""
    assert_gradients_match(student.chunk, reference.chunk, *case)


@points(1)
@hint("What would no pieces be, or minus two?", zh="切成 0 块、-2 块是什么意思？")
@settings(max_examples=12)
@given(x=tensors(shape=shapes(min_rank=1, max_rank=2, min_side=1)), wrong=st.permutations((0, -1, -3)))
def test_less_than_one_piece_is_a_value_error(student, reference, device, x, wrong):
    """An n of 0 or less is a ValueError.
    n 小于等于 0 时抛出 ValueError。"""
    for n in wrong:
        assert_raises(ValueError, student.chunk, x, n)


@points(1)
@hint(
    "With r axes, dim goes from -r to r − 1. What does % do with a dim beyond that?",
    zh="有 r 维时，dim 从 -r 到 r − 1。超出之后用 % 会怎样？",
)
@settings(max_examples=12)
@given(x=tensors(shape=shapes(min_rank=1, max_rank=3, min_side=1)), far=integers(0, 2))
def test_a_dim_that_is_not_there_is_an_index_error(student, reference, device, x, far):
    """A dim that x does not have is an IndexError, on either side.
    x 没有的 dim，无论过大还是过小，都抛出 IndexError。"""
    assert_raises(IndexError, student.chunk, x, 2, x.dim() + far)
    assert_raises(IndexError, student.chunk, x, 2, -x.dim() - 1 - far)
