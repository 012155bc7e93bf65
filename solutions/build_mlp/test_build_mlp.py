"""Hidden properties of build_mlp."""

from itertools import pairwise

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    claim,
    hint,
    points,
    remote_torch,
    seeds,
    tensors,
)

# All different, so that every parameter's shape says where it belongs, whatever its name.
distinct_sizes = st.permutations((1, 2, 3, 4, 5)).flatmap(lambda p: st.integers(2, 4).map(lambda n: p[:n]))
any_sizes = st.lists(st.integers(1, 4), min_size=2, max_size=5)
deep_sizes = st.permutations((2, 3, 4, 5)).flatmap(lambda p: st.integers(3, 4).map(lambda n: p[:n]))


def with_input(sizes, rows, regimes=("normal", "small_ints")):
    """Draw sizes, and with them an input of that many rows."""
    return sizes.flatmap(
        lambda s: st.tuples(
            st.just(s), rows.flatmap(lambda n: tensors(shape=(n, s[0]), dtype=torch.float64, values=regimes))
        )
    )


def shapes_of(sizes):
    """Return the shapes of all weights and biases, sorted."""
    return sorted([(b, a) for a, b in pairwise(sizes)] + [(b,) for b in sizes[1:]])


def built(student, sizes):
    """Have the student build a net, and claim that it is a module."""
    net = student.build_mlp(sizes)
    info = getattr(net, "remote_info", None)
    claim(
        info is not None and info.module,
        "build_mlp returned {got}; expected an nn.Module.",
        "build_mlp 返回的是 {got}，应为 nn.Module。",
        got=getattr(net, "type_name", type(net).__name__),
    )
    return net


def parameters_of(net, sizes):
    """Return the net's parameters by name, and claim that they are those of its linear layers."""
    net.state_dict()  # iterating leaves no trace of what was found; this call does, for the diagnosis
    found = dict(net.named_parameters())
    got = sorted(tuple(weight.shape) for weight in found.values())
    upright = sorted(min(shape, shape[::-1]) for shape in got)
    claim(
        upright == sorted(min(shape, shape[::-1]) for shape in shapes_of(sizes)),
        "For sizes {sizes} the parameters have the shapes {got}; expected {expected}.",
        "尺寸为 {sizes} 时，各参数的形状是 {got}，应为 {expected}。",
        sizes=sizes,
        got=[list(shape) for shape in got],
        expected=[list(shape) for shape in shapes_of(sizes)],
    )
    return found


def same_weights(student, reference, device, sizes, seed):
    """Make the student's net and the reference's in float64, with equal weights drawn from ``seed``.

    A weight kept as [in, out] gets its transpose: the shape tells, because all sizes differ.
    """
    generator = torch.Generator().manual_seed(seed)
    expected = reference.build_mlp(sizes).double()
    for weight in expected.parameters():
        weight.data = torch.randn(weight.shape, generator=generator, dtype=torch.float64)
    net = built(student, sizes)
    net.double()
    if device != "cpu":
        net.to(device)
    drawn = {tuple(weight.shape): weight.detach() for weight in expected.parameters()}
    drawn |= {shape[::-1]: weight.mT for shape, weight in drawn.items() if len(shape) == 2}
    names = {name: tuple(weight.shape) for name, weight in parameters_of(net, sizes).items()}
    net.load_state_dict({name: drawn[shape].contiguous() for name, shape in names.items()}, strict=False)
    return net, expected


def fill(student, net, value):
    """Write a number into every parameter of a float64 net."""
    more_than_enough = torch.full((100,), value, dtype=torch.float64)
    remote_torch(student).nn.utils.vector_to_parameters(more_than_enough, net.parameters())


@points(2)
@hint(
    "Only modules and parameters that self knows as attributes, or a container of nn, are registered.",
    zh="只有作为属性赋给 self 的模块和参数，或放在 nn 容器里的，才会被注册。",
)
@settings(max_examples=12)
@given(sizes=st.one_of(any_sizes, st.sampled_from(([3, 3, 3], [2, 2, 2, 2], [1, 1, 1]))))
def test_all_parameters_are_registered(student, reference, device, sizes):
    """parameters() yields a weight and a bias for every linear layer, each requiring grad, and nothing else.
    parameters() 恰好给出每个线性层的权重和偏置，并且都需要梯度。"""
    found = parameters_of(built(student, sizes), sizes)
    claim(
        all(weight.requires_grad for weight in found.values()),
        "Some parameters do not require grad.",
        "有些参数不需要梯度。",
    )


@points(3)
@hint(
    "Write the layers down in order. What stands between two linear layers, and what after the last one?",
    zh="按顺序写下各层。两个线性层之间是什么？最后一层之后是什么？",
)
@settings(max_examples=20)
@given(
    case=st.one_of(*(with_input(s, st.integers(4, 6), ("normal",)) for s in (distinct_sizes, deep_sizes))),
    seed=seeds(),
)
def test_outputs_agree_with_the_reference(student, reference, device, case, seed):
    """With the same weights the outputs equal the reference's, for any number of layers.
    权重相同时，任意层数的输出都与参考实现一致。"""
    sizes, x = case
    net, expected = same_weights(student, reference, device, sizes, seed)
    assert_matches(net, expected, x)


@points(1)
@hint(
    "A batch may be empty, may hold one row, and may be followed by one of another size.",
    zh="一批可以是空的，可以只有一行，下一批的大小也可以不同。",
)
@settings(max_examples=8)
@given(case=with_input(deep_sizes, st.just(3)), rows=st.permutations((0, 1, 3)), seed=seeds())
def test_any_number_of_rows(student, reference, device, case, rows, seed):
    """One net takes batches of 0, 1 and 3 rows one after another, and leaves them unchanged.
    同一个网络可以依次处理 0 行、1 行和 3 行的批，且不修改它们。"""
    sizes, x = case
    net, expected = same_weights(student, reference, device, sizes, seed)
    for count in rows:
        assert_matches(net, expected, x[:count])
        assert_inputs_unchanged(net, x[:count])


@points(1)
@hint("Follow the graph from the output back: where is it cut?", zh="从输出沿计算图往回走：它在哪里断了？")
@settings(max_examples=6)
@given(case=with_input(deep_sizes, st.just(3), ("normal",)), seed=seeds())
def test_gradients_flow(student, reference, device, case, seed):
    """The gradient for the input equals the reference's.
    对输入的梯度与参考实现一致。"""
    sizes, x = case
    net, expected = same_weights(student, reference, device, sizes, seed)
    assert_gradients_match(net, expected, x, wrt=(0,))


@points(1)
@hint(
    "Does anything outlive the call, or change in the list you were given?",
    zh="调用之后留下了什么？传入的列表变了吗？",
)
@settings(max_examples=6)
@given(sizes=deep_sizes)
def test_calls_are_independent(student, reference, device, sizes):
    """Two calls build two nets that share nothing, and the list of sizes is left alone.
    两次调用得到互不共享的两个网络，尺寸列表不会被修改。"""
    assert_inputs_unchanged(student.build_mlp, sizes)
    first, second = built(student, sizes).double(), built(student, sizes).double()
    for net, value in ((second, 0.0), (first, 1.0)):
        fill(student, net, value)
    claim(
        all(bool((weight == 0).all()) for weight in second.state_dict().values()),
        "Writing into the first net's parameters changed the second net's.",
        "改写第一个网络的参数，第二个网络的参数也变了。",
    )


@points(2)
@hint("Is there a layer to build from one number?", zh="只有一个数，能搭出一层吗？")
@settings(max_examples=8)
@given(sizes=st.one_of(st.just([]), st.integers(1, 5).map(lambda n: [n])))
def test_too_few_sizes_are_refused(student, reference, device, sizes):
    """No size, or a single one, is a ValueError.
    没有尺寸或只有一个尺寸时抛出 ValueError。"""
    assert_raises(ValueError, student.build_mlp, sizes)
    assert_raises(ValueError, student.build_mlp, [])
