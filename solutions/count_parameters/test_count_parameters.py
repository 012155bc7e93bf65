"""Hidden properties of count_parameters."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_same, claim, hint, parameter, points, remote_torch

# How each layer is built, here with torch and in the runner with the runner's torch.
PLAIN = {
    "Linear(3, 2)": lambda nn: nn.Linear(3, 2),
    "Linear(2, 3, bias=False)": lambda nn: nn.Linear(2, 3, bias=False),
    "Linear(2, 2)": lambda nn: nn.Linear(2, 2),
    "Conv2d(2, 3, (1, 2))": lambda nn: nn.Conv2d(2, 3, (1, 2)),
    "Embedding(4, 3)": lambda nn: nn.Embedding(4, 3),
    "ReLU()": lambda nn: nn.ReLU(),
    "MultiheadAttention(2, 1)": lambda nn: nn.MultiheadAttention(2, 1),  # parameters beside a submodule
    "Sequential(Linear(1, 3), PReLU())": lambda nn: nn.Sequential(nn.Linear(1, 3), nn.PReLU()),
}
WITH_BUFFERS = {
    "BatchNorm1d(3)": lambda nn: nn.BatchNorm1d(3),
    "BatchNorm2d(2, affine=False)": lambda nn: nn.BatchNorm2d(2, affine=False),
    "Sequential(InstanceNorm1d(2, track_running_stats=True))": lambda nn: nn.Sequential(
        nn.InstanceNorm1d(2, track_running_stats=True)
    ),
}
LAYERS = PLAIN | WITH_BUFFERS
# Shapes of parameters that a list of them holds: 0-d, empty, of any rank.
SHAPES = ((), (0,), (3,), (2, 3), (2, 0, 3), (2, 1, 3))

plain_layers = st.lists(st.sampled_from(tuple(PLAIN)), min_size=1, max_size=3)


def layer(nn, name, frozen=False):
    """Build one layer with this ``torch.nn``; a frozen one does not require grad."""
    built = LAYERS[name](nn)
    return built.requires_grad_(False) if frozen else built


def counts(student, reference, name, build, **options):
    """Claim that the student's count for a model is the reference's; ``build`` takes a ``torch.nn``."""
    got = student.count_parameters(build(remote_torch(student).nn), **options)
    claim(
        type(got) is int,
        "The result for {model} has type {type}, not int.",
        "{model} 的结果类型是 {type}，应为 int。",
        model=name,
        type=type(got).__name__,
    )
    expected = reference.count_parameters(build(torch.nn), **options)
    claim(
        got == expected,
        "{model} with {options}: counted {got} parameters; expected {expected}.",
        "{model}（{options}）：数出 {got} 个参数，应为 {expected} 个。",
        model=name,
        options=", ".join(f"{key}={value}" for key, value in options.items()) or "the defaults",
        got=got,
        expected=expected,
    )


def written(names):
    """Write a model as its author would."""
    return f"Sequential({', '.join(names)})"


@points(3)
@hint(
    "A parameter of shape [2, 3] holds six numbers. Whose parameters does the outermost module have?",
    zh="形状为 [2, 3] 的参数包含六个数。最外层模块拥有谁的参数？",
)
@settings(max_examples=30)
@given(names=plain_layers)
def test_every_element_of_every_parameter(student, reference, device, names):
    """Every number of every parameter counts, of all layers at any depth.
    每个参数的每个数都要计入，无论它在多深的层里。"""
    counts(student, reference, written(names), lambda nn: nn.Sequential(*(layer(nn, name) for name in names)))


@points(2)
@hint("What tells an optimiser that a tensor is trained?", zh="怎么知道一个张量会被训练？")
@settings(max_examples=16)
@given(
    trained=plain_layers,
    frozen=st.sampled_from(("Linear(3, 2)", "Embedding(4, 3)", "Conv2d(2, 3, (1, 2))")),
    first=st.booleans(),
    evaluating=st.booleans(),
)
def test_frozen_parameters(student, reference, device, trained, frozen, first, evaluating):
    """Frozen parameters count by default and do not with trainable_only, in train and in eval mode.
    冻结的参数默认计入，trainable_only 时不计入；与训练或评估模式无关。"""

    def build(nn):
        layers = [layer(nn, name) for name in trained]
        layers.insert(0 if first else len(layers), layer(nn, frozen, frozen=True))
        model = nn.Sequential(*layers)
        return model.eval() if evaluating else model

    name = written([*trained, f"frozen {frozen}"])
    counts(student, reference, name, build)
    counts(student, reference, name, build, trainable_only=True)
    counts(student, reference, name, build, trainable_only=False)


@points(2)
@hint(
    "Running statistics are in the state_dict, but no optimiser ever trains them.",
    zh="滑动统计量在 state_dict 里，但没有优化器会训练它们。",
)
@settings(max_examples=12)
@given(
    names=st.lists(st.sampled_from(tuple(PLAIN)), max_size=2),
    normaliser=st.sampled_from(tuple(WITH_BUFFERS)),
    options=st.sampled_from(({}, {"trainable_only": True})),
)
def test_buffers_never_count(student, reference, device, names, normaliser, options):
    """Buffers such as running means never count.
    滑动均值之类的缓冲区从不计入。"""
    every = [*names, normaliser]
    build = lambda nn: nn.Sequential(*(layer(nn, name) for name in every))  # noqa: E731
    counts(student, reference, written(every), build, **options)


@points(2)
@hint(
    "One weight that is used twice is still one weight; two weights of equal values are two.",
    zh="用了两次的同一份权重仍是一份；数值相等的两份权重是两份。",
)
@settings(max_examples=16)
@given(
    name=st.sampled_from(
        ("Linear(2, 2)", "Conv2d(2, 3, (1, 2))", "MultiheadAttention(2, 1)", "BatchNorm1d(3)")
    ),
    place=st.sampled_from(("side by side", "nested", "two of one kind")),
    shape=st.sampled_from(SHAPES),
    times=st.integers(2, 3),
)
def test_shared_parameters_count_once(student, reference, device, name, place, shape, times):
    """A layer or a parameter in several places counts once; different ones of the same shape count each.
    出现在多处的同一层或同一参数只计一次；形状相同的不同参数各计一次。"""

    def build(nn):
        shared = layer(nn, name)
        if place == "side by side":
            return nn.Sequential(*[shared] * times)
        if place == "nested":
            return nn.Sequential(shared, nn.Sequential(nn.ReLU(), shared))
        return nn.Sequential(shared, layer(nn, name))

    counts(student, reference, f"a model with {name} {place}", build)
    weight, other = parameter(torch.ones(shape)), parameter(torch.ones(shape))
    tied = f"ParameterList of one parameter of shape {list(shape)} {times} times and another of its shape"
    counts(student, reference, tied, lambda nn: nn.ParameterList([weight] * times + [other]))


@points(1)
@hint("Looking at a model must not change it.", zh="只是看看模型，不应改变它。")
@settings(max_examples=8)
@given(frozen=st.booleans(), training=st.booleans(), trainable_only=st.booleans())
def test_the_model_is_left_alone(student, reference, device, frozen, training, trainable_only):
    """The model keeps its mode, its values and what requires grad; one without parameters has 0 of them.
    模型的模式、数值和 requires_grad 都不变；没有参数的模型结果为 0。"""
    nn = remote_torch(student).nn
    model = nn.Sequential(layer(nn, "Linear(3, 2)", frozen), nn.BatchNorm1d(2)).train(training)
    before = model.state_dict()
    flags = [weight.requires_grad for weight in model.parameters()]
    student.count_parameters(model, trainable_only)
    assert_same(model.state_dict(), before, name="the state_dict after the call")
    assert_same([w.requires_grad for w in model.parameters()], flags, name="requires_grad after the call")
    assert_same(model.training, training, name="model.training after the call")
    counts(student, reference, "ReLU()", lambda nn: nn.ReLU(), trainable_only=trainable_only)
