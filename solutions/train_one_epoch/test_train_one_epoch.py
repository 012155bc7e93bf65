"""Hidden properties of train_one_epoch."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_state_unchanged,
    claim,
    hint,
    points,
    remote_spies,
    remote_torch,
    seeds,
)

FEATURES, CLASSES = 3, 4
UNEVEN = ((4, 4, 2), (2, 5), (3, 3, 3, 2), (6, 2))
SIZES = (*UNEVEN, (3, 3), (5,))
LOADERS = ("once", "unsized", "sized", "list", "DataLoader")
NAMES = ("mean loss", "accuracy")
STEADY = 6  # batches: enough that a kept graph shows
ALIVE = 2  # losses that a loop may hold at a time: the one before, and perhaps a copy of it


class Descent:
    """Gradient descent with momentum in the judge: torch's own takes two seconds to import."""

    def __init__(self, weights: list[torch.nn.Parameter], lr: float, momentum: float) -> None:
        self.lr, self.momentum = lr, momentum
        self.moved = [(weight, torch.zeros_like(weight)) for weight in weights]

    def zero_grad(self) -> None:
        """Clear the gradients."""
        for weight, _ in self.moved:
            weight.grad = None

    def step(self) -> None:
        """Move every weight that has a gradient."""
        with torch.no_grad():
            for weight, velocity in self.moved:
                if weight.grad is not None:
                    weight -= self.lr * velocity.mul_(self.momentum).add_(weight.grad)


@dataclass(frozen=True)
class Scene:
    """One net twice, in the runner and here, with equal weights, and all that trains it."""

    journal: Any
    model: Any
    loader: Any
    loss_fn: Any
    optimizer: Any
    batches: list
    local: torch.nn.Module
    local_loss: Callable
    local_optimizer: Descent

    @property
    def there(self):
        """The four arguments for the student."""
        return self.model, self.loader, self.loss_fn, self.optimizer

    @property
    def here(self):
        """The four arguments for the reference."""
        return self.local, self.batches, self.local_loss, self.local_optimizer

    def events(self, *names):
        """The events of these names that were noted, in order."""
        return [entry for entry in self.journal.events() if entry["event"] in names]


def layers(kind, nn):
    """Return the layers of a net, of ``nn`` here or in the runner."""
    if kind == "linear":
        return [nn.Linear(FEATURES, CLASSES)]
    if kind == "normalised":
        return [nn.Linear(FEATURES, 5), nn.BatchNorm1d(5), nn.Tanh(), nn.Linear(5, CLASSES)]
    inner = nn.Sequential(nn.Dropout(0.5), nn.BatchNorm1d(5))
    return [nn.Linear(FEATURES, 5), inner, nn.Linear(5, CLASSES)]


def losses(nn, smoothing):
    """Return a loss function that is not the plain cross entropy, unless ``smoothing`` is 0."""
    return nn.CrossEntropyLoss(label_smoothing=smoothing)


def batches_of(sizes, seed):
    """Draw batches of these sizes: inputs [N, FEATURES] in float64, labels [N]."""
    generator = torch.Generator().manual_seed(seed)
    return [
        (
            2 * torch.randn(size, FEATURES, generator=generator, dtype=torch.float64),
            torch.randint(0, CLASSES, (size,), generator=generator),
        )
        for size in sizes
    ]


def seeded(net, seed):
    """Give a net weights drawn from ``seed``, in float64."""
    generator = torch.Generator().manual_seed(seed + 1)
    for weight in net.double().parameters():
        weight.data = 0.7 * torch.randn(weight.shape, generator=generator, dtype=torch.float64)
    return net


def loader_of(kind, spies, torch_there, journal, batches):
    """Return a loader in the runner: spied, a plain list, or torch's own."""
    if kind == "list":
        return [list(batch) for batch in batches]
    if kind == "DataLoader":
        pairs = [pair for x, y in batches for pair in zip(x, y, strict=True)]
        return torch_there.utils.data.DataLoader(pairs, batch_size=len(batches[0][0]))
    make = spies.SizedBatches if kind == "sized" else spies.Batches
    return make(journal, batches, once=kind == "once")


def scene(
    student, device, kind, sizes, seed, *, loader="unsized", smoothing=0.0, lr=0.3, momentum=0.5
) -> Scene:
    """Set everything up; the net of the runner starts in evaluation mode."""
    spies, torch_there = remote_spies(student), remote_torch(student)
    batches, journal = batches_of(sizes, seed), spies.Journal()
    local = seeded(torch.nn.Sequential(*layers(kind, torch.nn)), seed)
    net = torch_there.nn.Sequential(*layers(kind, torch_there.nn)).double()
    if device != "cpu":
        net.to(device)
    net.load_state_dict(local.state_dict())
    model = spies.Model(journal, net)
    model.eval()
    return Scene(
        journal,
        model,
        loader_of(loader, spies, torch_there, journal, batches),
        spies.Loss(journal, losses(torch_there.nn, smoothing)),
        spies.Descent(journal, model.parameters(), lr=lr, momentum=momentum),
        batches,
        local,
        losses(torch.nn, smoothing),
        Descent(list(local.parameters()), lr, momentum),
    )


def are_two_floats(result):
    """Claim that a result is a tuple of two Python floats."""
    kinds = [type(part).__name__ for part in result] if isinstance(result, tuple) else []
    claim(
        kinds == ["float", "float"],
        "The result is {got}; expected a tuple of two Python floats.",
        "结果是 {got}；应为两个 Python 浮点数组成的元组。",
        got=f"a tuple of {kinds}" if kinds else getattr(result, "type_name", type(result).__name__),
    )


def are_right(result, expected):
    """Claim that mean loss and accuracy are the expected ones; float32 sums are exact enough."""
    are_two_floats(result)
    for name, got, wanted in zip(NAMES, result, expected, strict=True):
        claim(
            abs(got - wanted) <= 1e-5 * max(1.0, abs(wanted)),
            "The {name} is {got}; expected {wanted}.",
            "{name} 是 {got}；应为 {wanted}。",
            name=name,
            got=f"{got:.6g}",
            wanted=f"{wanted:.6g}",
        )


def is_trained_like_the_local_one(stage):
    """Claim that weights and buffers in the runner are what the reference made of the local net."""
    got = stage.model.state_dict()
    for name, wanted in stage.local.state_dict().items():
        value = got[f"inner.{name}"]
        claim(
            torch.allclose(value.double(), wanted.double(), rtol=1e-6, atol=1e-8),
            "After the epoch {name} is {got}; expected {wanted}.",
            "一轮之后 {name} 是 {got}；应为 {wanted}。",
            name=name,
            got=rounded(value),
            wanted=rounded(wanted),
        )


def rounded(value):
    """Return a tensor's first elements with four digits."""
    return [round(float(x), 4) for x in value.detach().flatten()[:6]]


@points(2)
@hint(
    "The last batch may be smaller. How many samples does each batch's mean stand for?",
    zh="最后一批可能较小。每一批的均值代表几个样本？",
)
@settings(max_examples=12)
@given(sizes=st.sampled_from((*UNEVEN, (5,))), kind=st.sampled_from(("linear", "normalised")), seed=seeds())
def test_means_are_over_samples(student, reference, device, sizes, kind, seed):
    """Loss and accuracy are means over all samples, of the forward passes that train.
    损失和准确率是对全部样本的均值，取自训练时的那次前向计算。"""
    stage = scene(student, device, kind, sizes, seed)
    result = student.train_one_epoch(*stage.there)
    are_right(result, reference.train_one_epoch(*stage.here))


@points(2)
@hint(
    "What is in .grad when the second batch comes? And whose loss function and learning rate are used?",
    zh="第二批到来时，.grad 里是什么？用的是谁的损失函数和学习率？",
)
@settings(max_examples=10)
@given(
    sizes=st.sampled_from((*UNEVEN, (3, 3))),
    kind=st.sampled_from(("linear", "normalised")),
    smoothing=st.sampled_from((0.2, 0.0)),
    momentum=st.sampled_from((0.0, 0.5)),
    seed=seeds(),
)
def test_every_batch_makes_one_step(student, reference, device, sizes, kind, smoothing, momentum, seed):
    """After two epochs, weights and buffers are what one step per batch by its own gradient makes of them.
    两轮之后，权重和缓冲区正是每一批用自己的梯度走一步的结果。"""
    stage = scene(student, device, kind, sizes, seed, smoothing=smoothing, momentum=momentum)
    for _ in range(2):
        result = student.train_one_epoch(*stage.there)
        expected = reference.train_one_epoch(*stage.here)
        is_trained_like_the_local_one(stage)
        are_right(result, expected)


@points(1)
@hint(
    "Somebody evaluated the net before you. Which layers behave differently then, and how deep do they sit?",
    zh="在你之前有人评估过这个网络。那时哪些层的行为不同？它们藏得有多深？",
)
@settings(max_examples=6)
@given(sizes=st.sampled_from(SIZES), seed=seeds())
def test_the_net_is_in_training_mode(student, reference, device, sizes, seed):
    """Every submodule is in training mode at every forward pass, wherever it was left before.
    无论之前处于什么模式，每次前向时每个子模块都处于训练模式。"""
    stage = scene(student, device, "dropping", sizes, seed)
    are_two_floats(student.train_one_epoch(*stage.there))
    forwards = stage.events("forward")
    claim(bool(forwards), "The net was never called.", "网络从未被调用。")
    for number, entry in enumerate(forwards):
        asleep = [name or "the model" for name, training in entry["training"].items() if not training]
        claim(
            not asleep,
            "At forward pass {number} these were in evaluation mode: {asleep}.",
            "第 {number} 次前向时处于评估模式的有：{asleep}。",
            number=number + 1,
            asleep=", ".join(asleep),
        )


@points(1)
@hint(
    "Clear, forward, loss, backward, step: for each batch, in this order.",
    zh="清零、前向、损失、反向、更新：每一批都按这个顺序。",
)
@settings(max_examples=6)
@given(sizes=st.sampled_from(((4, 4, 2), (3, 3), (2, 2, 2, 2))), seed=seeds())
def test_backward_comes_before_step(student, reference, device, sizes, seed):
    """For each batch there is one backward pass and then one step, before the next batch is taken.
    每一批先反向一次，再更新一步，然后才取下一批。"""
    stage = scene(student, device, "linear", sizes, seed)
    result = student.train_one_epoch(*stage.there)
    order = [entry["event"] for entry in stage.events("backward", "step")]
    claim(
        order == ["backward", "step"] * len(sizes),
        "With {count} batches the order was: {order}.",
        "共 {count} 批，实际的顺序是：{order}。",
        count=len(sizes),
        order=", ".join(order) or "nothing",
    )
    are_right(result, reference.train_one_epoch(*stage.here))


@points(1)
@hint(
    "What hangs on a loss tensor that you add to a total? Which method takes only the number?",
    zh="把损失张量加到总和上，它后面还挂着什么？哪个方法只取数值？",
)
@settings(max_examples=4)
@given(size=st.sampled_from((2, 3)), seed=seeds())
def test_no_graph_is_kept(student, reference, device, size, seed):
    """Graphs are let go batch by batch, and the result is plain numbers.
    每一批的计算图随即释放，返回的是普通数值。"""
    stage = scene(student, device, "linear", (size,) * STEADY, seed)
    result = student.train_one_epoch(*stage.there)
    alive = max((entry["graphs"] for entry in stage.events("loss")), default=0)
    claim(
        alive <= ALIVE,
        "While a batch was computed, the graphs of {alive} earlier batches were still alive.",
        "计算某一批时，之前 {alive} 批的计算图还留在内存里。",
        alive=alive,
    )
    are_right(result, reference.train_one_epoch(*stage.here))


@points(1)
@hint(
    "What does a generator of batches know about its length, and what is left of it after one pass?",
    zh="一个产生批的生成器知道自己有多长吗？遍历一次之后还剩什么？",
)
@settings(max_examples=15)
@given(loader=st.sampled_from(LOADERS), sizes=st.sampled_from(((4, 4, 2), (3, 3), (5,))), seed=seeds())
def test_any_iterable_of_batches(student, reference, device, loader, sizes, seed):
    """The loader may lack a length and a data set, and may be good for one pass only.
    loader 可以没有长度和数据集，也可能只能遍历一次。"""
    stage = scene(student, device, "linear", sizes, seed, loader=loader)
    result = student.train_one_epoch(*stage.there)
    are_right(result, reference.train_one_epoch(*stage.here))
    is_trained_like_the_local_one(stage)


@points(1)
@hint("Which number do you divide by when there was no batch?", zh="一批也没有时，你除以的是几？")
@settings(max_examples=6)
@given(loader=st.sampled_from(("once", "sized", "list")), seed=seeds())
def test_an_empty_loader(student, reference, device, loader, seed):
    """No batches: (0.0, 0.0), and the weights stay as they were.
    没有任何批：返回 (0.0, 0.0)，权重不变。"""
    stage = scene(student, device, "linear", (), seed, loader=loader)
    are_right(student.train_one_epoch(*stage.there), (0.0, 0.0))
    is_trained_like_the_local_one(stage)


@points(1)
@hint(
    "Batches belong to the loader, and modes of torch to the whole program.",
    zh="批属于 loader，torch 的各种模式属于整个程序。",
)
@settings(max_examples=5)
@given(sizes=st.sampled_from(((4, 2), (3, 3, 2))), seed=seeds())
def test_batches_and_global_state_stay(student, reference, device, sizes, seed):
    """The batches keep their values, and no global state of torch is changed.
    各批数据的值不变，torch 的全局状态也不变。"""
    stage = scene(student, device, "linear", sizes, seed)
    assert_state_unchanged(student.train_one_epoch, *stage.there)
    for (x, y), (got_x, got_y) in zip(stage.batches, stage.loader.batches, strict=True):
        claim(
            torch.equal(x, got_x) and torch.equal(y, got_y),
            "A batch was changed.",
            "有一批数据被修改了。",
        )
    reference.train_one_epoch(*stage.here)
    is_trained_like_the_local_one(stage)
