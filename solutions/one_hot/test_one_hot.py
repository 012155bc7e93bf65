"""Hidden properties of one_hot."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    hint,
    integers,
    points,
    shapes,
    tensors,
)

SHORT = (torch.int32, torch.int16, torch.int8, torch.uint8)
NOT_INTEGERS = (torch.float32, torch.float64, torch.bool, torch.float16)
FILLED = shapes(max_rank=3, min_side=1, max_side=3)


@st.composite
def cases(draw, shape=FILLED, dtype=torch.int64):
    """Labels of any shape, and a number of classes, now and then more than the labels need."""
    num_classes = draw(integers(1, 5))
    largest = draw(st.sampled_from((num_classes - 1, num_classes - 1, max(0, num_classes - 2))))
    return draw(tensors(shape=shape, dtype=dtype, low=0, high=largest)), num_classes


@points(3)
@hint(
    "The class axis is the last one, and its length is the number you were given.",
    zh="类别那一维是最后一维，它的长度就是给定的类别数。",
)
@settings(max_examples=40)
@given(case=cases())
def test_puts_a_one_at_every_label(student, reference, device, case):
    """Labels of any shape, 0-d included, become rows of 0 with one 1, in int64.
    任意形状（包括 0 维）的标签都变成只有一个 1 的行，dtype 为 int64。"""
    assert_matches(student.one_hot, reference.one_hot, *case)


@points(1)
@hint(
    "What is the smallest of no labels? And the shape of no rows of length C?",
    zh="一个标签都没有时，最小的标签是什么？没有行、每行长 C 的结果是什么形状？",
)
@given(case=cases(shape=st.sampled_from(((0,), (0, 2), (2, 0), (1, 0, 2)))))
def test_empty_labels_give_an_empty_result(student, reference, device, case):
    """Empty labels give an empty result that still has all its axes.
    空的标签得到空的结果，但各维俱全。"""
    assert_matches(student.one_hot, reference.one_hot, *case)


@points(2)
@hint(
    "As an index, a uint8 tensor is a mask, and int16 is refused. Which dtype is safe to go on with?",
    zh="作下标时，uint8 张量会被当成掩码，int16 会被拒绝。换成哪种 dtype 再继续才安全？",
)
@given(case=cases(), dtypes=st.permutations(SHORT))
def test_labels_of_every_integer_dtype(student, reference, device, case, dtypes):
    """Labels may be int32, int16, int8 or uint8 as well; the result is int64 all the same.
    标签也可以是 int32、int16、int8 或 uint8；结果仍然是 int64。"""
    labels, num_classes = case
    for dtype in dtypes:
        assert_matches(student.one_hot, reference.one_hot, labels.to(dtype), num_classes)


@points(1)
@hint(
    "Look at labels.dtype before you convert anything. Is bool a number of a class?",
    zh="在做任何转换之前先看 labels.dtype。bool 算不算类别编号？",
)
@settings(max_examples=8)
@given(shape=FILLED, dtypes=st.permutations(NOT_INTEGERS))
def test_labels_that_are_no_integers_are_a_type_error(student, reference, device, shape, dtypes):
    """Labels of a floating-point dtype or of bool are a TypeError, whatever their values.
    浮点或 bool 类型的标签，无论数值如何都抛出 TypeError。"""
    for dtype in dtypes:
        assert_raises(TypeError, student.one_hot, torch.zeros(shape, dtype=dtype), 2)


@st.composite
def strays(draw):
    """Legal labels but for one, which is ``low`` too small or ``high`` too large."""
    shape, num_classes = draw(shapes(max_rank=2, min_side=1, max_side=3)), draw(integers(1, 4))
    labels = torch.zeros(shape, dtype=torch.int64)
    place = draw(integers(0, labels.numel() - 1))
    wrong = (-1, num_classes, draw(st.sampled_from((-num_classes, -num_classes - 1, num_classes + 1))))
    return [
        labels.flatten().index_fill(0, torch.tensor(place), bad).view(shape) for bad in wrong
    ], num_classes


@points(2)
@hint(
    "Which class would be -1, and which would be num_classes? Neither exists, even for one label of many.",
    zh="-1 是哪一类？num_classes 又是哪一类？都不存在，哪怕只有一个标签如此。",
)
@given(case=strays())
def test_labels_out_of_range_are_a_value_error(student, reference, device, case):
    """One label below 0, or equal to num_classes or larger, is a ValueError.
    只要有一个标签小于 0，或者大于等于 num_classes，就抛出 ValueError。"""
    wrong, num_classes = case
    for labels in wrong:
        assert_raises(ValueError, student.one_hot, labels, num_classes)


@points(1)
@hint(
    "A name that ends in an underscore changes the tensor it is called on, its shape included.",
    zh="名字以下划线结尾的方法会改动调用它的张量，形状也算。",
)
@given(case=cases())
def test_leaves_the_labels_alone(student, reference, device, case):
    """The labels keep values and shape, and the result shares no memory with them.
    标签的值和形状都不变，结果也不与标签共享内存。"""
    assert_inputs_unchanged(student.one_hot, *case)
    assert_fresh(student.one_hot, *case)
