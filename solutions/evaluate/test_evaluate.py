"""Hidden properties of evaluate."""

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

FEATURES, HIDDEN, CLASSES = 3, 5, 4
UNEVEN = ((4, 4, 2), (2, 5), (3, 3, 1), (6, 2))
KINDS = ("linear", "normalised", "dropping")
LOADERS = ("once", "unsized", "sized", "list", "DataLoader")
NAMES = ("mean loss", "accuracy")
# Submodules of the net "dropping" as the spied model names them; the inner two are two levels deep.
DEEP = ("inner.1", "inner.1.0", "inner.1.1", "inner.2")
EVERY = ("", "inner", "inner.0", *DEEP)


@dataclass(frozen=True)
class Scene:
    """One net twice, in the runner and here, with equal weights and buffers, and what it is evaluated on."""

    spies: Any
    journal: Any
    model: Any
    loader: Any
    loss_fn: Any
    batches: list
    local: torch.nn.Module
    local_loss: Callable

    @property
    def there(self):
        """The three arguments for the student."""
        return self.model, self.loader, self.loss_fn

    @property
    def here(self):
        """The three arguments for the reference."""
        return self.local, self.batches, self.local_loss

    def events(self, name):
        """The events of this name that were noted, in order."""
        return [entry for entry in self.journal.events() if entry["event"] == name]


def layers(kind, nn):
    """Return the layers of a net, of ``nn`` here or in the runner."""
    if kind == "linear":
        return [nn.Linear(FEATURES, CLASSES)]
    if kind == "normalised":
        return [nn.Linear(FEATURES, HIDDEN), nn.BatchNorm1d(HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, CLASSES)]
    inner = nn.Sequential(nn.Dropout(0.5), nn.BatchNorm1d(HIDDEN))
    return [nn.Linear(FEATURES, HIDDEN), inner, nn.Linear(HIDDEN, CLASSES)]


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
    """Give a net weights and running statistics drawn from ``seed``, in float64."""
    generator = torch.Generator().manual_seed(seed + 1)
    for value in net.double().state_dict().values():
        if value.is_floating_point():
            value.copy_(torch.randn(value.shape, generator=generator, dtype=torch.float64))
    for name, value in net.named_buffers():
        if name.endswith("running_var"):
            value.abs_().add_(0.5)
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


def scene(student, device, kind, sizes, seed, *, loader="unsized", smoothing=0.0) -> Scene:
    """Set everything up; both nets are in training mode at first."""
    spies, torch_there = remote_spies(student), remote_torch(student)
    batches, journal = batches_of(sizes, seed), spies.Journal()
    local = seeded(torch.nn.Sequential(*layers(kind, torch.nn)), seed)
    net = torch_there.nn.Sequential(*layers(kind, torch_there.nn)).double()
    if device != "cpu":
        net.to(device)
    net.load_state_dict(local.state_dict())
    return Scene(
        spies,
        journal,
        spies.Model(journal, net),
        loader_of(loader, spies, torch_there, journal, batches),
        spies.Loss(journal, losses(torch_there.nn, smoothing)),
        batches,
        local,
        losses(torch.nn, smoothing),
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


def are_values_kept(before, after):
    """Claim that no parameter, buffer, gradient or ``requires_grad`` in two states differs."""
    for name, value in before["values"].items():
        now = after["values"].get(name)
        claim(
            isinstance(now, torch.Tensor) and now.dtype == value.dtype and torch.equal(now, value),
            "{name} is {got} after the call; it was {wanted} before.",
            "调用之后 {name} 是 {got}，之前是 {wanted}。",
            name=name,
            got=rounded(now),
            wanted=rounded(value),
        )
    claim(
        after["requires_grad"] == before["requires_grad"],
        "requires_grad of the parameters is {got} after the call; it was {wanted} before.",
        "调用之后各参数的 requires_grad 是 {got}，之前是 {wanted}。",
        got=after["requires_grad"],
        wanted=before["requires_grad"],
    )


def are_modes_kept(before, after):
    """Claim that every submodule is in the mode it was in."""
    moved = {name or "the model": mode for name, mode in after.items() if before.get(name) != mode}
    claim(
        not moved,
        "After the call training is {now} in these, and was the opposite before: {names}.",
        "调用之后，这些模块的 training 是 {now}，与之前相反：{names}。",
        now=", ".join(str(mode) for mode in moved.values()),
        names=", ".join(moved),
    )


def rounded(value):
    """Return a tensor's first elements with four digits."""
    return [round(float(x), 4) for x in value.detach().flatten()[:6]] if value is not None else None


@points(2)
@hint(
    "The last batch may be smaller. How many samples does each batch's mean stand for?",
    zh="最后一批可能较小。每一批的均值代表几个样本？",
)
@settings(max_examples=12)
@given(
    sizes=st.sampled_from(UNEVEN),
    kind=st.sampled_from(KINDS),
    smoothing=st.sampled_from((0.2, 0.0)),
    seed=seeds(),
)
def test_means_are_over_samples(student, reference, device, sizes, kind, smoothing, seed):
    """Loss and accuracy are means over all samples, of the net in evaluation mode.
    损失和准确率是对全部样本的均值，由评估模式下的网络得出。"""
    stage = scene(student, device, kind, sizes, seed, smoothing=smoothing)
    are_right(student.evaluate(*stage.there), reference.evaluate(*stage.here))
    plain = scene(student, device, "linear", sizes, seed, smoothing=0.2)
    are_right(student.evaluate(*plain.there), reference.evaluate(*plain.here))


@points(2)
@hint(
    "Which call reaches every layer, however deep, and whatever the mode of the net itself?",
    zh="哪个调用能到达每一层，无论多深，也无论网络自身处于什么模式？",
)
@settings(max_examples=5)
@given(awake=st.sampled_from(DEEP), seed=seeds())
def test_the_net_is_in_evaluation_mode(student, reference, device, awake, seed):
    """Every submodule is in evaluation mode at every forward pass, also where only a few were in training.
    每次前向时每个子模块都处于评估模式，哪怕原来只有少数几个处于训练模式。"""
    for training in ({}, {name: name == awake for name in EVERY}):
        stage = scene(student, device, "dropping", (3, 2), seed)
        stage.spies.set_modes(stage.model, training)
        result = student.evaluate(*stage.there)
        forwards = stage.events("forward")
        claim(bool(forwards), "The net was never called.", "网络从未被调用。")
        for number, entry in enumerate(forwards):
            names = [name or "the model" for name, mode in entry["training"].items() if mode]
            claim(
                not names,
                "At forward pass {number} these were in training mode: {names}.",
                "第 {number} 次前向时处于训练模式的有：{names}。",
                number=number + 1,
                names=", ".join(names),
            )
        are_right(result, reference.evaluate(*stage.here))


@points(2)
@hint(
    "Somebody froze one layer by putting only it into evaluation mode. What is each layer in afterwards?",
    zh="有人单独把某一层设为评估模式来冻结它。评估之后它还是冻结的吗？其他层呢？",
)
@settings(max_examples=5)
@given(frozen=st.sampled_from(DEEP), seed=seeds())
def test_the_net_is_as_before(student, reference, device, frozen, seed):
    """Afterwards each submodule has its own mode again, and parameters and buffers are what they were.
    评估之后，每个子模块恢复各自的模式，参数和缓冲区与之前相同。"""
    for odd in (False, True):
        stage = scene(student, device, "dropping", (3, 2), seed)
        stage.spies.set_modes(stage.model, {name: (name == frozen) == odd for name in EVERY})
        before = stage.spies.state(stage.model)
        result = student.evaluate(*stage.there)
        after = stage.spies.state(stage.model)
        are_modes_kept(before["training"], after["training"])
        are_values_kept(before, after)
        are_right(result, reference.evaluate(*stage.here))


@points(1)
@hint(
    "Evaluation mode changes layers; it does not stop autograd. What does?",
    zh="评估模式改变的是层的行为，并不会让 autograd 停下来。什么才会？",
)
@settings(max_examples=4)
@given(sizes=st.sampled_from(((4, 2), (3,))), seed=seeds())
def test_nothing_is_recorded(student, reference, device, sizes, seed):
    """The net and the loss function are called with gradients switched off.
    调用网络和损失函数时，梯度记录都是关闭的。"""
    stage = scene(student, device, "linear", sizes, seed)
    result = student.evaluate(*stage.there)
    recording = sum(entry["grad"] for entry in stage.events("forward"))
    claim(
        not recording,
        "{count} of {all} forward passes ran with gradients switched on.",
        "{all} 次前向中有 {count} 次没有关闭梯度。",
        count=recording,
        all=len(stage.events("forward")),
    )
    claim(
        not any(entry["grad"] for entry in stage.events("loss")),
        "The loss has a graph.",
        "损失带有计算图。",
    )
    are_right(result, reference.evaluate(*stage.here))


@points(1)
@hint(
    "What does a generator of batches know about its length, and what is left of it after one pass?",
    zh="一个产生批的生成器知道自己有多长吗？遍历一次之后还剩什么？",
)
@settings(max_examples=12)
@given(loader=st.sampled_from(LOADERS), sizes=st.sampled_from(((4, 4, 2), (3, 3), (5,))), seed=seeds())
def test_any_iterable_of_batches(student, reference, device, loader, sizes, seed):
    """The loader may lack a length and a data set, and may be good for one pass only.
    loader 可以没有长度和数据集，也可能只能遍历一次。"""
    for kind in {loader, "once"}:
        stage = scene(student, device, "linear", sizes, seed, loader=kind)
        are_right(student.evaluate(*stage.there), reference.evaluate(*stage.here))


@points(1)
@hint("Which number do you divide by when there was no batch?", zh="一批也没有时，你除以的是几？")
@settings(max_examples=5)
@given(loader=st.sampled_from(("once", "sized", "list")), training=st.booleans(), seed=seeds())
def test_an_empty_loader(student, reference, device, loader, training, seed):
    """No batches: (0.0, 0.0), and the mode stays as it was.
    没有任何批：返回 (0.0, 0.0)，模式不变。"""
    stage = scene(student, device, "linear", (), seed, loader=loader)
    stage.spies.set_modes(stage.model, dict.fromkeys(EVERY, training))
    before = stage.spies.modes(stage.model)
    are_right(student.evaluate(*stage.there), (0.0, 0.0))
    are_modes_kept(before, stage.spies.modes(stage.model))


@points(1)
@hint(
    "Batches belong to the loader, and the gradient mode to the whole program.",
    zh="批属于 loader，梯度模式属于整个程序。",
)
@settings(max_examples=4)
@given(sizes=st.sampled_from(((4, 2), (3, 3, 2))), seed=seeds())
def test_batches_and_global_state_stay(student, reference, device, sizes, seed):
    """The batches keep their values, and no global state of torch is changed.
    各批数据的值不变，torch 的全局状态也不变。"""
    stage = scene(student, device, "linear", sizes, seed)
    assert_state_unchanged(student.evaluate, *stage.there)
    claim(
        remote_torch(
            student
        ).is_grad_enabled(),  # by itself: an earlier call may have switched it off already
        "After the call gradients are switched off for the whole program.",
        "调用之后，整个程序的梯度都被关闭了。",
    )
    for (x, y), (got_x, got_y) in zip(stage.batches, stage.loader.batches, strict=True):
        claim(torch.equal(x, got_x) and torch.equal(y, got_y), "A batch was changed.", "有一批数据被修改了。")
