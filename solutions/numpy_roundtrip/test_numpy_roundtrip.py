"""Hidden properties of numpy_roundtrip."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_inputs_unchanged, assert_same, claim, hint, points, record, shapes, tensors

DTYPES = (
    torch.float64,
    torch.float32,
    torch.int64,
    torch.float16,
    torch.int32,
    torch.int16,
    torch.int8,
    torch.uint8,
    torch.bool,
)
FILLED = shapes(min_rank=1, max_rank=3, min_side=1, max_side=3)
SMALL = ("counting", "small_ints")


def arrays(shape, dtype, layouts=False):
    """Arrays with the layouts of drawn tensors, as a strategy."""
    return tensors(shape=shape, dtype=dtype, values=SMALL, layouts=layouts).map(lambda t: t.numpy())


@st.composite
def of_every_dtype(draw, shape=FILLED):
    """An array of one shape in every dtype there is."""
    values = draw(tensors(shape=shape, dtype=torch.float64, values="counting", layouts=False))
    return [values.to(dtype).numpy() for dtype in DTYPES]


def _assert_same_answer(student, reference, a):
    """Claim equal answers wherever the property runs: what an array becomes is always on the CPU."""
    assert_same(student.numpy_roundtrip(a), reference.numpy_roundtrip(a))


def _shares(student, a, place):
    """Tell whether the answer at this place shares memory with the array."""
    call = record(student.numpy_roundtrip, a)
    if call.raised:
        raise call.raised
    return any(path == f"result[{place}]" for path, _ in call.aliases)


def _claim_shared(student, a):
    claim(
        _shares(student, a, 0),
        "For an array of dtype {dtype} and strides {strides}, the first tensor is a copy: "
        "it should share the array's memory.",
        "数组的 dtype 为 {dtype}、步长为 {strides} 时，第一个张量是副本：它应当与数组共享内存。",
        dtype=a.dtype,
        strides=a.strides,
    )


def _claim_not_shared(student, a):
    claim(
        not _shares(student, a, 1),
        "For an array of dtype {dtype} and strides {strides}, the second tensor shares the array's memory: "
        "it should be a copy.",
        "数组的 dtype 为 {dtype}、步长为 {strides} 时，第二个张量与数组共享内存：它应当是副本。",
        dtype=a.dtype,
        strides=a.strides,
    )


@points(3)
@hint(
    "Nothing is converted: print the dtype of both, for a float64 and for an int32 array.",
    zh="不做任何转换：分别用 float64 和 int32 数组，打印两者的 dtype。",
)
@settings(max_examples=40)
@given(a=arrays(FILLED, st.sampled_from(DTYPES), layouts=True))
def test_values_shape_and_dtype_of_the_array(student, reference, device, a):
    """Both tensors have the values, the shape and the dtype of the array, whatever its dtype is.
    不论数组是哪种 dtype，两个张量的值、形状和 dtype 都与它相同。"""
    _assert_same_answer(student, reference, a)


@points(2)
@hint(
    "Write into the array and look at the tensor. Do it for every dtype, not only for float32.",
    zh="写入数组，再看张量有没有变。每种 dtype 都要试，不能只试 float32。",
)
@settings(max_examples=8)
@given(every=of_every_dtype())
def test_the_first_shares_memory(student, reference, device, every):
    """The first tensor shares the memory of the array, for every dtype.
    对每种 dtype，第一个张量都与数组共享内存。"""
    for a in every:
        _claim_shared(student, a)


@points(2)
@hint(
    "A function that copies only if it has to is not enough. Which one always copies?",
    zh="只在必要时才复制的函数是不够的。哪个总是复制？",
)
@settings(max_examples=8)
@given(every=of_every_dtype())
def test_the_second_is_a_copy(student, reference, device, every):
    """The second tensor never shares memory with the array, whatever the dtype.
    对任何 dtype，第二个张量都不与数组共享内存。"""
    for a in every:
        _claim_not_shared(student, a)


@st.composite
def out_of_order(draw):
    """A transposed array, or every second column of one."""
    rows, columns = draw(st.sampled_from(((2, 2), (2, 3), (3, 2))))
    values = draw(
        tensors(shape=(rows, 2 * columns), dtype=st.sampled_from(DTYPES[:3]), values=SMALL, layouts=False)
    )
    return draw(st.sampled_from((values.numpy().T, values.numpy()[:, ::2], values.numpy()[:, 1::2])))


@points(1)
@hint(
    "An array need not be contiguous: a.T and a[:, ::2] have strides. A tensor has strides as well.",
    zh="数组不一定连续：a.T、a[:, ::2] 都靠步长。张量也有步长。",
)
@given(a=out_of_order())
def test_also_for_arrays_that_are_not_contiguous(student, reference, device, a):
    """A transposed or sliced array is shared by the first tensor and copied by the second one, too.
    对转置或切片得到的数组，第一个张量同样共享内存，第二个同样是副本。"""
    _assert_same_answer(student, reference, a)
    _claim_shared(student, a)
    _claim_not_shared(student, a)


@points(1)
@hint(
    "How many elements has an array of shape ()? And one of shape (0, 2)?",
    zh="形状为 () 的数组有几个元素？(0, 2) 呢？",
)
@settings(max_examples=16)
@given(a=arrays(st.sampled_from(((), (0,), (0, 2), (1,), (2, 0))), st.sampled_from(DTYPES[:3])))
def test_arrays_without_axes_or_elements(student, reference, device, a):
    """0-d and empty arrays keep their shape in both tensors, and the second one is a copy all the same.
    0 维和空数组在两个张量里形状不变，第二个照样是副本。"""
    _assert_same_answer(student, reference, a)
    if a.size:
        # Not that the first one shares: torch.asarray copies a 0-d array.
        _claim_not_shared(student, a)


@points(1)
@hint(
    "Whoever tries out by writing whether memory is shared has to undo it.",
    zh="用“写一下试试”来检查是否共享内存，事后要改回来。",
)
@settings(max_examples=12)
@given(a=arrays(FILLED, st.sampled_from(DTYPES)))
def test_the_array_keeps_its_values(student, reference, device, a):
    """The array keeps its values, its shape and its dtype.
    数组的值、形状和 dtype 都保持不变。"""
    assert_inputs_unchanged(student.numpy_roundtrip, a)
