"""Hidden properties of activation_grad."""

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
    shapes,
    tensors,
)

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu")
SMOOTH = ("sigmoid", "tanh")
MODERATE = ("normal", "small_ints", "counting", "tiny", "constant")
SHAPES = shapes(max_rank=3, max_side=3)
ROUNDED = 1e-8
BOTH_SIDES = (-2.0, -0.5, 0.5, 1.0, 3.0)


def assert_derivative(student, reference, name, x):
    """As `assert_matches`; but 0.01 may have passed through float32, as in torch.where(c, 1.0, 0.01)."""
    if name != "leaky_relu" or x.dtype != torch.float64:
        assert_matches(student.activation_grad, reference.activation_grad, name, x)
        return
    assert_matches(student.activation_grad, reference.activation_grad, name, x.float())
    found, expected = student.activation_grad(name, x), reference.activation_grad(name, x)
    claim(
        isinstance(found, torch.Tensor) and (found.dtype, found.shape) == (x.dtype, x.shape),
        "For leaky_relu the result is not a tensor of the dtype {dtype} and the shape {shape} of x.",
        "leaky_relu 的结果不是与 x 同 dtype（{dtype}）、同形状（{shape}）的张量。",
        dtype=x.dtype,
        shape=list(x.shape),
    )
    claim(
        bool(((found - expected).abs() < ROUNDED).all()),
        "For leaky_relu and x = {x} the result is {found}, not {expected}.",
        "x = {x} 时 leaky_relu 的结果是 {found}，应为 {expected}。",
        x=x.tolist(),
        found=found.tolist(),
        expected=expected.tolist(),
    )


def values(shape=SHAPES, dtype=torch.float64):
    """Numbers between −20 and 20."""
    return tensors(shape=shape, dtype=dtype, values=MODERATE, low=-20, high=20)


@points(2)
@hint(
    "The formula is s·(1 − s). What is s? And at x = 0 the result is at its largest: how large?",
    zh="公式是 s·(1 − s)。s 是什么？x = 0 时结果最大：是多少？",
)
@settings(max_examples=30)
@given(x=values(), more=st.permutations(BOTH_SIDES))
def test_sigmoid(student, reference, device, x, more):
    """For 'sigmoid', gives σ(x)·(1 − σ(x)).
    'sigmoid' 时给出 σ(x)·(1 − σ(x))。"""
    for inputs in (x, torch.tensor(more, dtype=torch.float64)):
        assert_matches(student.activation_grad, reference.activation_grad, "sigmoid", inputs)


@points(1)
@hint("The derivative of tanh is 1 at 0 and never larger.", zh="tanh 的导数在 0 处是 1，别处更小。")
@settings(max_examples=30)
@given(x=values(), more=st.permutations(BOTH_SIDES))
def test_tanh(student, reference, device, x, more):
    """For 'tanh', gives 1 − tanh²(x).
    'tanh' 时给出 1 − tanh²(x)。"""
    for inputs in (x, torch.tensor(more, dtype=torch.float64)):
        assert_matches(student.activation_grad, reference.activation_grad, "tanh", inputs)


@points(2)
@hint(
    "Look at three elements: a negative one, 0 and a positive one.",
    zh="看三个元素：一个负数、0、一个正数。",
)
@settings(max_examples=30)
@given(x=values(), more=st.permutations((*BOTH_SIDES, 0.0)), dtype=float_dtypes())
def test_relu_and_leaky_relu(student, reference, device, x, more, dtype):
    """For 'relu' gives 1 or 0, for 'leaky_relu' 1 or 0.01; 0 counts as negative.
    'relu' 时给出 1 或 0，'leaky_relu' 时给出 1 或 0.01；0 按负数算。"""
    for inputs in (x, torch.tensor(more, dtype=dtype)):
        for name in ("relu", "leaky_relu"):
            assert_derivative(student, reference, name, inputs)


@points(1)
@hint(
    "What is e^1000 in floating point, and what is it divided by itself?",
    zh="浮点数里 e^1000 是多少？它除以自己又是多少？",
)
@settings(max_examples=16)
@given(far=st.sampled_from((1000.0, 800.0, 100.0)), dtype=float_dtypes(), near=st.sampled_from((0.5, -2.0)))
def test_finite_far_from_zero(student, reference, device, far, dtype, near):
    """Finite and right for elements as far out as ±1000, in float32 too.
    元素到 ±1000 时结果有限且正确，float32 下也一样。"""
    x = torch.tensor([far, -far, near], dtype=dtype)
    for name in NAMES:
        assert_derivative(student, reference, name, x)


@points(1)
@hint(
    "A comparison gives bool, and a Python constant brings the default dtype. What has x?",
    zh="比较得到 bool，Python 常数带来默认 dtype。x 的又是什么？",
)
@settings(max_examples=10)
@given(dtype=float_dtypes(), sides=st.sampled_from(((2, 3), (1, 2), (2, 1, 2))))
def test_shape_and_dtype_of_x(student, reference, device, dtype, sides):
    """The result has the shape and dtype of x; 0-d, empty and multi-dimensional x work for all four.
    结果的形状和 dtype 与 x 相同；四个函数都接受 0 维、空的和多维的 x。"""
    x = torch.linspace(-1, 2, torch.Size(sides).numel(), dtype=dtype).reshape(sides)
    for name in NAMES:
        for inputs in (x, x.transpose(0, 1), x.reshape(-1)[0], x[:0]):
            assert_derivative(student, reference, name, inputs)


@points(1)
@hint("What does your function do when no case fits?", zh="没有一种情形符合时，你的函数怎么办？")
@settings(max_examples=8)
@given(x=values(shapes(min_rank=1, max_rank=2, min_side=1, max_side=2)))
def test_unknown_names_are_a_value_error(student, reference, device, x):
    """A name that is none of the four is a ValueError, other spellings included.
    不是这四个名字之一时抛出 ValueError，其他拼写也不例外。"""
    for name in ("", "softmax", "ReLU", "Sigmoid", "leakyrelu", "leaky-relu", "relu6", "tan", " tanh"):
        assert_raises(ValueError, student.activation_grad, name, x)


@points(1)
@hint(
    "Second derivatives of smooth functions exist. Where did you leave the graph?",
    zh="光滑函数有二阶导数。你在哪里离开了计算图？",
)
@settings(max_examples=16)
@given(x=values(shapes(min_rank=1, max_rank=2, min_side=1, max_side=3)), name=st.permutations(SMOOTH))
def test_can_be_differentiated_again(student, reference, device, x, name):
    """For sigmoid and tanh the gradient of the result reaches x.
    sigmoid 和 tanh 的结果，其梯度能传回 x。"""
    for each in name:
        assert_gradients_match(student.activation_grad, reference.activation_grad, each, x)


@points(1)
@hint("Names ending in _ write into the tensor itself.", zh="以 _ 结尾的方法会写入张量本身。")
@settings(max_examples=12)
@given(x=values(shapes(min_rank=1, max_rank=2, min_side=1, max_side=3)))
def test_x_is_left_alone(student, reference, device, x):
    """x keeps its values, and the result shares no memory with it.
    x 的值不变，结果也不与它共享内存。"""
    for name in NAMES:
        assert_inputs_unchanged(student.activation_grad, name, x)
        assert_fresh(student.activation_grad, name, x)
