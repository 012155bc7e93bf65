"""Hidden properties of mlp_backward."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_inputs_unchanged,
    assert_matches,
    assert_state_unchanged,
    float_dtypes,
    hint,
    integers,
    points,
    seeds,
)

# N, D, H, K: none that lets a wrong shape pass, all equal, and one after the other as small as can be.
# The first of each is what a counterexample shrinks to.
DIFFERENT = ((2, 1, 3, 1), (3, 2, 4, 5), (2, 4, 3, 5), (5, 3, 2, 4), (2, 3, 5, 1))
ALIKE = ((2, 2, 2, 2), (3, 3, 3, 3), (3, 2, 4, 4), (4, 3, 3, 2))
SINGLE = ((1, 2, 3, 2), (2, 1, 2, 3), (3, 2, 1, 2), (2, 3, 2, 1), (1, 1, 1, 1))
LAYOUTS = ("plain", "transposed", "sliced")


def numbers(shape, generator, dtype=torch.float64):
    """Draw multiples of a quarter in [-2, 2] that are not 0."""
    size = torch.randint(1, 9, shape, generator=generator)
    sign = 2 * torch.randint(0, 2, shape, generator=generator) - 1
    return (size * sign).to(dtype) / 4


def laid_out(x, layout):
    """Put the same numbers behind other strides."""
    if layout == "transposed":
        return x.mT.contiguous().mT if x.dim() > 1 else x
    return x.repeat_interleave(2, dim=-1)[..., ::2] if layout == "sliced" else x


@st.composite
def nets(draw, sizes=DIFFERENT, dtype=torch.float64, layout="plain"):
    """Draw x, W1, b1, W2, b2 and t of a small net."""
    n, d, h, k = draw(st.sampled_from(sizes))
    generator = torch.Generator().manual_seed(draw(seeds()))
    shapes = ((n, d), (h, d), (h,), (k, h), (k,), (n, k))
    return tuple(laid_out(numbers(shape, generator, dtype), layout) for shape in shapes)


@points(4)
@hint(
    "Check each of the four by a small change of one weight: how much does E change?",
    zh="对四个梯度分别检验：把一个权重改动一点点，E 变化多少？",
)
@settings(max_examples=20)
@given(net=nets())
def test_all_four_gradients(student, reference, device, net):
    """The gradients of W1, b1, W2 and b2 are those of ½·Σ(o − t)²/N.
    W1、b1、W2、b2 的梯度正是 ½·Σ(o − t)²/N 的梯度。"""
    assert_matches(student.mlp_backward, reference.mlp_backward, *net)


@points(2)
@hint(
    "Where two sizes are equal a transposed matrix still fits. Which index is summed over?",
    zh="两个尺寸相等时，转置的矩阵也放得进去。到底对哪个下标求和？",
)
@settings(max_examples=12)
@given(net=nets(ALIKE))
def test_equal_sizes(student, reference, device, net):
    """Right also where sizes coincide and a transposed matrix would fit.
    几个尺寸相等、转置的矩阵也放得进去时，结果同样正确。"""
    assert_matches(student.mlp_backward, reference.mlp_backward, *net)


@points(1)
@hint("What becomes of each sum when there is one term in it?", zh="只剩一项时，每个和会变成什么？")
@settings(max_examples=15)
@given(net=nets(SINGLE))
def test_single_samples_and_units(student, reference, device, net):
    """One sample, one input, one hidden unit or one output: all shapes stay those of the parameters.
    只有一个样本、一个输入、一个隐藏单元或一个输出时，形状仍与参数相同。"""
    assert_matches(student.mlp_backward, reference.mlp_backward, *net)


@points(1)
@hint(
    "Is E a sum over the samples or a mean? And over the outputs?",
    zh="E 对样本是求和还是求平均？对输出呢？",
)
@settings(max_examples=8)
@given(net=nets(), times=integers(2, 3))
def test_repeating_the_batch_changes_nothing(student, reference, device, net, times):
    """E is a mean over the samples: a batch that is there twice has the same gradients.
    E 对样本取平均：把整批重复一遍，梯度不变。"""
    x, *weights, t = net
    batch = x.repeat(times, 1), *weights, t.repeat(times, 1)
    assert_matches(student.mlp_backward, reference.mlp_backward, *batch)


@points(1)
@hint(
    "Everything you allocate should take its dtype from what came in.", zh="新建的一切都应沿用输入的 dtype。"
)
@settings(max_examples=12)
@given(net=st.tuples(float_dtypes(), st.sampled_from(LAYOUTS)).flatmap(lambda kind: nets(DIFFERENT, *kind)))
def test_dtype_and_layout(student, reference, device, net):
    """float32 and float64 stay what they are, and any strides will do.
    float32 与 float64 保持不变，任意步幅都可以。"""
    assert_matches(student.mlp_backward, reference.mlp_backward, *net)


@points(1)
@hint(
    "o -= t writes into o, which you still need; x *= … into the caller's tensor.",
    zh="o -= t 写进了你还要用的 o；x *= … 写进了调用者的张量。",
)
@settings(max_examples=6)
@given(net=nets((*DIFFERENT, (2, 2, 2, 2))))
def test_nothing_is_written_to(student, reference, device, net):
    """The inputs keep their values, the gradients are new tensors, and global state is left alone.
    输入的值不变，梯度是新的张量，全局状态也不变。"""
    assert_inputs_unchanged(student.mlp_backward, *net)
    assert_fresh(student.mlp_backward, *net)
    assert_state_unchanged(student.mlp_backward, *net)
