"""Hidden properties of LeNet."""

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
    seeds,
    tensors,
)

# Batches whose features cannot be 400 each; with 25 images their total divides by 400 all the same.
WRONG_SIZES = ((1, 28, 28), (25, 16, 16), (25, 28, 28), (25, 20, 28), (2, 36, 36), (1, 64, 64))
LAYOUTS = ("channels last", "transposed", "every second column")


def expected_shapes(classes, in_channels):
    """Return the ten entries of the state_dict and their shapes."""
    weights = {
        "conv1": (6, in_channels, 5, 5),
        "conv2": (16, 6, 5, 5),
        "fc1": (120, 400),
        "fc2": (84, 120),
        "fc3": (classes, 84),
    }
    biases = {f"{name}.bias": shape[:1] for name, shape in weights.items()}
    return {f"{name}.weight": shape for name, shape in weights.items()} | biases


def same_weights(student, reference, device, seed, **sizes):
    """Make the student's net and the reference's in float64, with equal weights drawn from ``seed``."""
    generator = torch.Generator().manual_seed(seed)
    expected = reference.LeNet(**sizes).double()
    for weight in expected.parameters():
        weight.data = 0.1 * torch.randn(weight.shape, generator=generator, dtype=torch.float64)
    net = student.LeNet(**sizes)
    net.double()
    if device != "cpu":
        net.to(device)
    net.load_state_dict(expected.state_dict())
    return net, expected


def images(count, channels=3, regimes=("normal", "small_ints", "counting")):
    """Draw float64 images [count, channels, 32, 32]; none of them is symmetric."""
    return tensors(shape=(count, channels, 32, 32), dtype=torch.float64, values=regimes, layouts=False)


def in_layout(x, layout):
    """Return images of the same values in another memory layout."""
    if layout == "channels last":
        return x.contiguous(memory_format=torch.channels_last)
    if layout == "transposed":
        return x.transpose(2, 3).contiguous().transpose(2, 3)
    return x.repeat_interleave(2, dim=3)[..., ::2]


@points(1)
@hint(
    "Only modules assigned to self are registered, each under the name it is assigned to.",
    zh="只有赋给 self 的模块才会注册，注册名就是属性名。",
)
@settings(max_examples=4)
@given(classes=st.sampled_from((10, 2, 1)), in_channels=st.sampled_from((3, 1)))
def test_state_dict_has_the_ten_entries(student, reference, device, classes, in_channels):
    """The state_dict has weight and bias of conv1, conv2, fc1, fc2 and fc3, and nothing else.
    state_dict 恰好包含 conv1、conv2、fc1、fc2、fc3 的 weight 和 bias。"""
    state = student.LeNet(classes=classes, in_channels=in_channels).state_dict()
    got = {name: tuple(value.shape) for name, value in state.items()}
    wanted = expected_shapes(classes, in_channels)
    missing, extra = sorted(wanted.keys() - got.keys()), sorted(got.keys() - wanted.keys())
    claim(
        not missing and not extra,
        "The state_dict lacks {missing} and has the unexpected entries {extra}.",
        "state_dict 缺少 {missing}，多出 {extra}。",
        missing=missing or "nothing",
        extra=extra or "nothing",
    )
    for name, shape in wanted.items():
        claim(
            got[name] == shape,
            "{name} has shape {got}; expected {shape}.",
            "{name} 的形状是 {got}，应为 {shape}。",
            name=name,
            got=list(got[name]),
            shape=list(shape),
        )


@points(2)
@hint(
    "Write the layers down in order, with the shape after each. What comes after fc3?",
    zh="按顺序写下每一层和它之后的形状。fc3 后面还有什么？",
)
@settings(max_examples=8)
@given(x=st.integers(1, 3).flatmap(images), seed=seeds())
def test_logits_agree_with_the_reference(student, reference, device, x, seed):
    """With the same weights the logits equal the reference's, for every image of the batch.
    权重相同时，批中每张图像的 logits 都与参考实现一致。"""
    net, expected = same_weights(student, reference, device, seed)
    assert_matches(net, expected, x)


@points(1)
@hint(
    "A batch may be empty, may hold one image, and may be followed by one of another size.",
    zh="一批可以是空的，可以只有一张，下一批的大小也可以不同。",
)
@settings(max_examples=4)
@given(x=images(3, regimes=("normal",)), sizes=st.permutations((0, 1, 3)), seed=seeds())
def test_any_number_of_images(student, reference, device, x, sizes, seed):
    """One net takes batches of 0, 1 and 3 images one after another.
    同一个网络可以依次处理 0 张、1 张和 3 张图像的批。"""
    net, expected = same_weights(student, reference, device, seed)
    for size in sizes:
        assert_matches(net, expected, x[:size])


@points(1)
@hint(
    "Which numbers of the layers depend on the arguments of __init__?",
    zh="哪些层的尺寸取决于 __init__ 的参数？",
)
@settings(max_examples=6)
@given(
    x=st.sampled_from((1, 2, 4)).flatmap(lambda channels: images(2, channels, ("normal",))),
    classes=st.sampled_from((2, 1, 7)),
    seed=seeds(),
)
def test_any_number_of_classes_and_channels(student, reference, device, x, classes, seed):
    """The net can be built for other numbers of classes and of input channels.
    可以按其他类别数和输入通道数构建网络。"""
    net, expected = same_weights(student, reference, device, seed, classes=classes, in_channels=x.shape[1])
    assert_matches(net, expected, x)


@points(2)
@hint(
    "28×28 images end in 16·4·4 = 256 features each. What does your flattening make of 25 of them?",
    zh="28×28 的图像最后各有 16·4·4 = 256 个特征。25 张这样的图像，你的展平会怎么处理？",
)
@settings(max_examples=12)
@given(size=st.sampled_from(WRONG_SIZES))
def test_other_image_sizes_are_refused(student, reference, device, size):
    """Images that do not end in 400 features raise, instead of lending features to each other.
    不能得到 400 个特征的图像必须报错，而不是互相借用特征。"""
    count, height, width = size
    net = student.LeNet(in_channels=1)
    if device != "cpu":
        net.to(device)
    assert_raises(Exception, net, torch.ones(count, 1, height, width))


@points(1)
@hint(
    "Follow the graph from the logits back: where is it cut?", zh="从 logits 沿计算图往回走：它在哪里断了？"
)
@settings(max_examples=4)
@given(x=st.integers(1, 2).flatmap(lambda count: images(count, regimes=("normal",))), seed=seeds())
def test_gradients_reach_every_parameter(student, reference, device, x, seed):
    """The logits' gradients for all ten parameters, and for the images, equal the reference's.
    logits 对全部十个参数以及对图像的梯度都与参考实现一致。"""
    net, expected = same_weights(student, reference, device, seed)
    assert_gradients_match(net, expected, x)


@points(1)
@hint(
    "view needs features that lie in memory in the order you flatten them; reshape and flatten do not.",
    zh="view 要求特征在内存中就按展平的顺序排列；reshape 和 flatten 没有这个要求。",
)
@settings(max_examples=6)
@given(x=images(2, regimes=("normal",)), layout=st.sampled_from(LAYOUTS), seed=seeds())
def test_images_in_any_memory_layout(student, reference, device, x, layout, seed):
    """Images may be non-contiguous, channels last for one.
    图像在内存中可以不连续，例如 channels_last 格式。"""
    net, expected = same_weights(student, reference, device, seed)
    assert_matches(net, expected, in_layout(x, layout))


@points(1)
@hint(
    "Operations that end in _ and operators such as -= write into their tensor.",
    zh="带下划线的方法和 -= 这类运算符会直接写入张量。",
)
@settings(max_examples=3)
@given(x=images(1), seed=seeds())
def test_images_are_left_alone(student, reference, device, x, seed):
    """The images are not changed.
    输入的图像不会被修改。"""
    net, _ = same_weights(student, reference, device, seed)
    assert_inputs_unchanged(net, x)
