"""Hidden properties of ResidualBlock."""

import copy

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    claim,
    hint,
    points,
    seeds,
    tensors,
)

# (in_ch, out_ch, stride): blocks that keep the shape, and blocks that change it in each possible way.
KEEPING = ((2, 2, 1), (1, 1, 1), (3, 3, 1))
CHANGING = ((2, 3, 1), (3, 1, 1), (2, 2, 2), (1, 2, 2), (2, 1, 3), (1, 1, 2))
# What torch's float64 arithmetic may differ by in running statistics of numbers around 1.
ROUNDING = 1e-9


def expected_shapes(in_ch, out_ch, stride):
    """Return the entries of the state_dict and their shapes."""
    found = {"conv1.weight": (out_ch, in_ch, 3, 3), "conv2.weight": (out_ch, out_ch, 3, 3)}
    norms = ["bn1", "bn2"]
    if stride != 1 or in_ch != out_ch:
        found["shortcut.0.weight"] = (out_ch, in_ch, 1, 1)
        norms.append("shortcut.1")
    for norm in norms:
        found |= {f"{norm}.{name}": (out_ch,) for name in ("weight", "bias", "running_mean", "running_var")}
        found[f"{norm}.num_batches_tracked"] = ()
    return found


def drawn_state(state, seed):
    """Replace the floats of a state_dict by numbers drawn from ``seed``; variances stay positive."""
    generator = torch.Generator().manual_seed(seed)
    new = {}
    for name, value in state.items():
        drawn = torch.randn(value.shape, generator=generator, dtype=torch.float64)
        new[name] = drawn.abs() + 0.5 if name.endswith("running_var") else drawn
        if not value.is_floating_point():
            new[name] = value
    return new


def same_weights(student, reference, device, seed, sizes):
    """Make the student's block and the reference's in float64, with equal weights and statistics."""
    expected = reference.ResidualBlock(*sizes).double()
    expected.load_state_dict(drawn_state(expected.state_dict(), seed))
    block = student.ResidualBlock(*sizes)
    block.double()
    if device != "cpu":
        block.to(device)
    block.load_state_dict(expected.state_dict())
    return block, expected


def inputs(channels, count=2, regimes=("normal", "small_ints")):
    """Draw float64 images [count, channels, H, W] with sides of 3 to 5."""
    sides = st.tuples(st.integers(3, 5), st.integers(3, 5))
    shape = sides.map(lambda side: (count, channels, *side))
    return tensors(shape=shape, dtype=torch.float64, values=regimes, layouts=False)


def cases(sizes, **options):
    """Draw a block's sizes and an input that fits."""
    return st.sampled_from(sizes).flatmap(lambda s: st.tuples(st.just(s), inputs(s[0], **options)))


def in_layout(x, layout):
    """Return images of the same values in another memory layout."""
    if layout == "channels last":
        return x.contiguous(memory_format=torch.channels_last)
    if layout == "transposed":
        return x.transpose(2, 3).contiguous().transpose(2, 3)
    return x.repeat_interleave(2, dim=3)[..., ::2]


@points(2)
@hint(
    "Which modules have parameters, and under which names? When has a shortcut nothing to learn?",
    zh="哪些模块有参数，它们是 self 的哪些属性？什么时候捷径里没有可学的东西？",
)
@settings(max_examples=12)
@given(keeping=st.sampled_from(KEEPING), changing=st.sampled_from(CHANGING))
def test_state_dict_has_the_right_entries(student, reference, device, keeping, changing):
    """The state_dict has the entries of the named layers and no other, without biases of convolutions.
    state_dict 恰好包含规定的各层的条目，卷积没有偏置。"""
    for sizes in (keeping, changing):
        state = student.ResidualBlock(*sizes).state_dict()
        got = {name: tuple(value.shape) for name, value in state.items()}
        wanted = expected_shapes(*sizes)
        missing, extra = sorted(wanted.keys() - got.keys()), sorted(got.keys() - wanted.keys())
        claim(
            not missing and not extra,
            "ResidualBlock{sizes}: the state_dict lacks {missing} and has the unexpected entries {extra}.",
            "ResidualBlock{sizes}：state_dict 缺少 {missing}，多出 {extra}。",
            sizes=sizes,
            missing=missing or "nothing",
            extra=extra or "nothing",
        )
        for name, shape in wanted.items():
            claim(
                got[name] == shape,
                "ResidualBlock{sizes}: {name} has shape {got}; expected {shape}.",
                "ResidualBlock{sizes}：{name} 的形状是 {got}，应为 {shape}。",
                sizes=sizes,
                name=name,
                got=list(got[name]),
                shape=list(shape),
            )


@points(2)
@hint("Write both paths down. Where are the two ReLUs?", zh="把两条路径写出来。两个 ReLU 各在哪里？")
@settings(max_examples=12)
@given(case=cases(KEEPING), seed=seeds())
def test_a_block_that_keeps_the_shape(student, reference, device, case, seed):
    """In eval mode, with the same weights, a block with the identity shortcut gives the reference's output.
    评估模式下权重相同时，捷径为恒等映射的块的输出与参考实现一致。"""
    sizes, x = case
    block, expected = same_weights(student, reference, device, seed, sizes)
    block.eval()
    assert_matches(block, expected.eval(), x)


@points(2)
@hint(
    "Which layers take the stride, and which the change of channels?",
    zh="步幅放在哪些层？通道数的改变又在哪些层？",
)
@settings(max_examples=18)
@given(case=cases(CHANGING), seed=seeds())
def test_a_block_that_changes_the_shape(student, reference, device, case, seed):
    """In eval mode, with the same weights, a block with a projection gives the reference's output.
    评估模式下权重相同时，捷径带投影的块的输出与参考实现一致。"""
    sizes, x = case
    block, expected = same_weights(student, reference, device, seed, sizes)
    block.eval()
    assert_matches(block, expected.eval(), x)


@points(1)
@hint(
    "Let nn.BatchNorm2d do it: one module for each place, and no mode of its own.",
    zh="交给 nn.BatchNorm2d：每处一个模块，不要自己决定模式。",
)
@settings(max_examples=8)
@given(
    keeping=cases(KEEPING, regimes=("normal",)), changing=cases(CHANGING, regimes=("normal",)), seed=seeds()
)
def test_training_mode(student, reference, device, keeping, changing, seed):
    """In training mode each batch is normalised by its own statistics, and the running ones move once.
    训练模式下用当前批的统计量归一化，滑动统计量恰好更新一次。"""
    for sizes, x in (keeping, changing):
        block, expected = same_weights(student, reference, device, seed, sizes)
        moved = copy.deepcopy(expected)  # before the claim: a claim may ask its reference more than once
        assert_matches(block, expected, x)
        moved(x)
        for name, value in block.state_dict().items():
            claim(
                bool(torch.allclose(value.double(), moved.state_dict()[name].double(), ROUNDING, ROUNDING)),
                "After one batch in training mode {name} is {got}; expected {wanted}.",
                "训练模式下处理一批之后，{name} 是 {got}，应为 {wanted}。",
                name=name,
                got=value.flatten().tolist()[:4],
                wanted=moved.state_dict()[name].flatten().tolist()[:4],
            )


@points(1)
@hint("Follow the graph from the output back along both paths.", zh="沿两条路径从输出往回走一遍计算图。")
@settings(max_examples=6)
@given(
    keeping=cases(KEEPING, regimes=("normal",)), changing=cases(CHANGING, regimes=("normal",)), seed=seeds()
)
def test_gradients_reach_everything(student, reference, device, keeping, changing, seed):
    """The gradients for the input and for all parameters equal the reference's.
    对输入和全部参数的梯度与参考实现一致。"""
    for sizes, x in (keeping, changing):
        block, expected = same_weights(student, reference, device, seed, sizes)
        block.eval()
        assert_gradients_match(block, expected.eval(), x)


@points(1)
@hint(
    "Nothing in a block depends on how many images there are or how they lie in memory.",
    zh="块里的一切都与图像数量和内存排列无关。",
)
@settings(max_examples=9)
@given(
    case=cases((*KEEPING, *CHANGING), regimes=("normal",)),
    layout=st.sampled_from(("channels last", "transposed", "every second column")),
    seed=seeds(),
)
def test_any_batch_in_any_layout(student, reference, device, case, layout, seed):
    """Batches of 2, 1 and 0 images, contiguous or not, in eval mode.
    评估模式下的 2 张、1 张和 0 张图像，连续或不连续。"""
    sizes, x = case
    block, expected = same_weights(student, reference, device, seed, sizes)
    block.eval()
    for count in (2, 1, 0):
        assert_matches(block, expected.eval(), in_layout(x, layout)[:count])


@points(1)
@hint(
    "The shortcut still needs x when the convolutions are done with it.", zh="卷积用完 x 之后，捷径还要用它。"
)
@settings(max_examples=6)
@given(keeping=cases(KEEPING), changing=cases(CHANGING), seed=seeds())
def test_the_input_is_left_alone(student, reference, device, keeping, changing, seed):
    """The input is not changed, in training and in eval mode.
    无论训练模式还是评估模式，都不修改输入。"""
    for sizes, x in (keeping, changing):
        block, _ = same_weights(student, reference, device, seed, sizes)
        assert_inputs_unchanged(block, x)
        block.eval()
        assert_inputs_unchanged(block, x)
