"""Hidden properties of to_tensor."""

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_inputs_unchanged,
    assert_raises,
    assert_same,
    hint,
    points,
    tensors,
)

OTHERS = (torch.float64, torch.float32, torch.int64, torch.int32, torch.int16, torch.bool)
# Rows, columns, channels: no two alike, then two or all alike.
DISTINCT = ((1, 2, 3), (2, 1, 3), (2, 3, 1), (1, 3, 2), (3, 2, 4), (2, 3, 4), (3, 1, 2), (3, 4, 2))
ALIKE = ((2, 2, 2), (2, 2, 3), (2, 3, 2), (3, 2, 2), (3, 3, 3), (2, 3, 3))
SHAPES = st.sampled_from((*DISTINCT, *ALIKE))
GREY = st.sampled_from(((1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (1, 1)))


def _assert_same_answer(student, reference, img):
    """Claim equal answers wherever the property runs: what an array becomes is always on the CPU."""
    assert_same(student.to_tensor(img), reference.to_tensor(img))


def images(shape, dtype, layouts=True, **bounds):
    """Arrays with the layouts of drawn tensors, as a strategy."""
    return tensors(shape=shape, dtype=dtype, layouts=layouts, **bounds).map(lambda t: t.numpy())


def floats_of(shape, layouts=True):
    """Arrays of float64 that count, so that every pixel has its own value."""
    return images(shape, torch.float64, layouts, values=("counting", "normal"))


@points(3)
@hint(
    "Read off one pixel: its numbers must come out at one place, one in every channel.",
    zh="读出一个像素：它的各个数应出现在同一位置，每个通道一个。",
)
@settings(max_examples=40)
@given(img=floats_of(SHAPES))
def test_channels_come_to_the_front(student, reference, device, img):
    """Channels come to the front, and rows and columns keep their order, whatever their sizes.
    通道移到最前面，行和列的顺序不变，不论大小如何。"""
    _assert_same_answer(student, reference, img)


@st.composite
def bytes_of(draw):
    """An image of bytes, dark ones and ones without a 255 among them."""
    shape, high = draw(SHAPES | GREY), draw(st.sampled_from((255, 255, 1, 0, 100)))
    values = draw(tensors(shape=shape, dtype=torch.int64, values=("normal", "counting"), layouts=False)).abs()
    spread = (values * 37) % (high + 1)
    return spread.to(torch.uint8).numpy()


DARK = (
    np.array([[1, 0]], dtype=np.uint8),
    np.array([[[1], [1]]], dtype=np.uint8),
    np.zeros((1, 1), np.uint8),
)
BRIGHT = (np.array([[255, 128]], dtype=np.uint8), np.array([[[51, 254]]], dtype=np.uint8))


@points(2)
@hint(
    "The largest byte is 255, and it must become 1. Does your rule depend on what is in the image?",
    zh="最大的字节是 255，应当变成 1。你的规则取决于图像里的内容吗？",
)
@given(img=bytes_of(), dark=st.sampled_from(DARK), bright=st.sampled_from(BRIGHT))
def test_bytes_are_divided_by_255(student, reference, device, img, dark, bright):
    """A uint8 image becomes float32 and is divided by 255, a dark one too.
    uint8 图像变成 float32 并除以 255，很暗的图像也一样。"""
    for one in (img, dark, bright):
        _assert_same_answer(student, reference, one)


@st.composite
def of_every_other_dtype(draw):
    """One image in every dtype but uint8, with values beyond 1."""
    values = draw(tensors(shape=SHAPES | GREY, dtype=torch.float64, values="counting", layouts=False)) + 2
    return [values.to(dtype).numpy() for dtype in OTHERS]


@points(2)
@hint(
    "Which dtype stands for 0 to 255? All the others mean what they say.",
    zh="哪种 dtype 表示 0 到 255？其余的 dtype，值是多少就是多少。",
)
@settings(max_examples=10)
@given(every=of_every_other_dtype())
def test_other_dtypes_are_left_as_they_are(student, reference, device, every):
    """Floats, integers and bools keep their values and their dtype.
    浮点、整数和布尔图像的值和 dtype 都不变。"""
    for img in every:
        _assert_same_answer(student, reference, img)


EMPTY = st.sampled_from(((0, 2), (2, 0), (0, 0), (0, 2, 3), (2, 0, 3), (2, 3, 0)))


@points(1)
@hint("How many channels has a grey image? Which axis is missing?", zh="灰度图有几个通道？缺的是哪一维？")
@settings(max_examples=30)
@given(img=floats_of(GREY) | images(EMPTY, st.sampled_from((torch.float64, torch.uint8)), layouts=False))
def test_grey_and_empty_images(student, reference, device, img):
    """An image [H, W] becomes [1, H, W]; rows, columns and channels may be none.
    [H, W] 的图像变成 [1, H, W]；行、列、通道都可以是 0。"""
    _assert_same_answer(student, reference, img)


@points(1)
@hint(
    "Count the axes first. A batch of images has four.",
    zh="先数维数。一批图像是四维的。",
)
@settings(max_examples=8)
@given(
    order=st.permutations(((2,), (), (1, 2, 2, 3), (1, 1, 1, 1), (3, 1, 2, 2, 3))),
    dtype=st.sampled_from((np.uint8, np.float64)),
)
def test_other_ranks_are_a_value_error(student, reference, device, order, dtype):
    """An array with fewer than two or more than three axes is a ValueError.
    少于两维或多于三维的数组抛出 ValueError。"""
    for shape in order:
        assert_raises(ValueError, student.to_tensor, np.zeros(shape, dtype))


@points(1)
@hint(
    "from_numpy, permute and view all look at the array itself. Which step copies, for every dtype?",
    zh="from_numpy、permute、view 看的都是数组本身。对每种 dtype，哪一步会复制？",
)
@settings(max_examples=4)
@given(shape=SHAPES | GREY, order=st.permutations((torch.float32, torch.float64, torch.int64, torch.uint8)))
def test_no_memory_is_shared(student, reference, device, shape, order):
    """The tensor shares no memory with the image, and the image keeps its values.
    张量不与图像共享内存，图像的值保持不变。"""
    # One channel, and channels in front in memory: there a permutation leaves nothing to copy.
    for sides in (shape, (2, 3, 1), (2, 2)):
        for dtype in order:
            img = torch.arange(7, 7 + int(np.prod(sides)), dtype=dtype).reshape(sides).numpy()
            assert_fresh(student.to_tensor, img)
            assert_inputs_unchanged(student.to_tensor, img)
