"""Hidden properties of checkpoint_roundtrip."""

from dataclasses import dataclass
from typing import Any

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    StudentRaised,
    assert_raises,
    claim,
    hint,
    integers,
    points,
    record,
    remote_spies,
    remote_torch,
    seeds,
)

PATH, OTHER, ODD, MISSING = "./checkpoint.pt", "./other.pt", "./odd.pt", "./nowhere.pt"
SHAPES = ((2, 3), (3,))
# Each optimiser with two learning rates: that of the run, and the one a fresh optimiser begins with.
OPTIMIZERS = (("SGD", {"momentum": 0.9}, 0.125, 0.5), ("Adam", {}, 0.125, 0.5))
WIDE = 200  # a weight of this width does not fit into the largest file allowed (`limits` in exercise.toml)
MORE = 3  # steps after the checkpoint


@dataclass(frozen=True)
class Run:
    """A net and its optimiser in the runner; the gradients of its weights are the same at every step."""

    leaves: Any
    norm: Any
    model: Any
    optimizer: Any

    def steps(self, count):
        """Make steps, and let the batch norm see a batch at each."""
        for number in range(count):
            self.optimizer.step()
            self.norm(torch.arange(8.0).reshape(4, 2) * (number + 1))

    def state(self):
        """Return parameters and buffers by name."""
        return dict(self.model.state_dict())


def drawn(shape, seed):
    """Return a tensor in float32 drawn from ``seed``."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def run_of(student, device, seed, kind, *, fresh=False, shapes=SHAPES):
    """Build a run in the runner; a fresh one has other weights and another learning rate, no history."""
    spies, torch_there = remote_spies(student), remote_torch(student)
    values = [drawn(shape, seed + number + 100 * fresh) for number, shape in enumerate(shapes)]
    leaves = spies.Leaves(values, [drawn(shape, seed + number + 50) for number, shape in enumerate(shapes)])
    norm = torch_there.nn.BatchNorm1d(2)
    if device != "cpu":
        norm.to(device)
    model = torch_there.nn.Sequential(torch_there.nn.ParameterList(leaves), norm)
    name, options, rate, other_rate = kind
    make = torch_there.optim.SGD if name == "SGD" else torch_there.optim.Adam
    return Run(leaves, norm, model, make(leaves, lr=other_rate if fresh else rate, **options))


def is_same(got, wanted, when):
    """Claim that parameters and buffers of two runs are equal."""
    for name, value in wanted.items():
        claim(
            name in got and torch.allclose(got[name].double(), value.double(), rtol=1e-6, atol=1e-7),
            "{when}: {name} is {got}; expected {wanted}.",
            "{when}：{name} 是 {got}；应为 {wanted}。",
            when=when,
            name=name,
            got=rounded(got.get(name)),
            wanted=rounded(value),
        )


def rounded(value):
    """Return a tensor's first elements with four digits."""
    return None if value is None else [round(float(x), 4) for x in value.detach().flatten()[:6]]


def is_epoch(got, wanted):
    """Claim that ``load`` returned the epoch that was saved."""
    claim(
        type(got) is int and got == wanted,
        "load returned {got}; expected the epoch {wanted}, an int.",
        "load 返回 {got}；应为保存时的轮次 {wanted}（int）。",
        got=getattr(got, "type_name", repr(got)),
        wanted=wanted,
    )


@points(2)
@hint(
    "Which entries of a state_dict are no parameters? And what does list(model.parameters()) know of them?",
    zh="state_dict 里哪些条目不是参数？list(model.parameters()) 里有它们吗？",
)
@settings(max_examples=2)
@given(kind=st.sampled_from(OPTIMIZERS[:1]), epoch=integers(0, 30), seed=seeds())
def test_the_net_comes_back(student, reference, device, kind, epoch, seed):
    """Loaded into a fresh net, a checkpoint gives all parameters and buffers, and the epoch as an int.
    载入一个新网络后，参数和缓冲区全部恢复，并返回轮次（int）。"""
    before, after = run_of(student, device, seed, kind), run_of(student, device, seed, kind, fresh=True)
    for path, number in ((PATH, epoch), (OTHER, epoch + 1)):
        before.steps(1)
        student.save(path, before.model, before.optimizer, number)
    is_epoch(student.load(OTHER, after.model, after.optimizer), epoch + 1)
    is_same(after.state(), before.state(), "After load")
    is_epoch(student.load(PATH, after.model, after.optimizer), epoch)


@points(2)
@hint(
    "What does momentum remember from step to step, and who keeps it?",
    zh="动量从一步到下一步记住了什么？它存在谁那里？",
)
@settings(max_examples=2)
@given(seed=seeds(), steps=integers(1, 3))
def test_training_goes_on_as_if_never_stopped(student, reference, device, seed, steps):
    """After load, further steps give what they would have given without the break.
    载入之后继续训练，得到的与从未中断时相同。"""
    for kind in OPTIMIZERS:
        whole, before = run_of(student, device, seed, kind), run_of(student, device, seed, kind)
        after = run_of(student, device, seed, kind, fresh=True)
        whole.steps(steps)
        before.steps(steps)
        student.save(PATH, before.model, before.optimizer, steps)
        student.load(PATH, after.model, after.optimizer)
        for run in (whole, after):
            run.steps(MORE)
        is_same(after.state(), whole.state(), f"{kind[0]}, {MORE} steps after load")


@points(1)
@hint(
    "Which of your lines changes the net, the optimiser or a gradient?",
    zh="你的哪一行改动了网络、优化器或梯度？",
)
@settings(max_examples=2)
@given(seed=seeds())
def test_saving_changes_nothing(student, reference, device, seed):
    """A run that is saved goes on exactly like one that is not.
    保存之后继续训练，与没有保存时完全一样。"""
    whole, saved = run_of(student, device, seed, OPTIMIZERS[0]), run_of(student, device, seed, OPTIMIZERS[0])
    whole.steps(2)
    saved.steps(2)
    student.save(PATH, saved.model, saved.optimizer, 2)
    for run in (whole, saved):
        run.steps(MORE)
    is_same(saved.state(), whole.state(), f"{MORE} steps after save")


@points(2)
@hint(
    "Which kinds of objects does torch.load accept by default? Does it need the class of your net?",
    zh="torch.load 默认接受哪些类型的对象？它需要你的网络的类吗？",
)
@settings(max_examples=2)
@given(seed=seeds())
def test_files_hold_plain_data_only(student, reference, device, seed):
    """torch.load opens the file with its defaults (weights only), and load refuses a file it would refuse.
    torch.load 用默认设置（只含权重）就能打开该文件；它会拒绝的文件，load 也拒绝。"""
    torch_there = remote_torch(student)
    run = run_of(student, device, seed, OPTIMIZERS[0])
    student.save(PATH, run.model, run.optimizer, 1)
    refused = reason_of_refusal(torch_there, PATH)
    claim(
        not refused,
        "torch.load with its defaults refuses the file: {reason}",
        "torch.load 用默认设置拒绝该文件：{reason}",
        reason=refused,
    )
    run.optimizer.add_param_group({"params": [], "note": remote_spies(student).Journal()})
    record(student.save, ODD, run.model, run.optimizer, 1)  # with an object of a class of its own in it
    if reason_of_refusal(torch_there, ODD):
        assert_raises(Exception, student.load, ODD, run.model, run.optimizer)


def reason_of_refusal(torch_there, path):
    """Return why torch.load does not read a file with its defaults, or nothing."""
    try:
        torch_there.load(path)
    except StudentRaised as error:
        return f"{error.record.type_name}: {error.record.message[:100]}"
    return ""


@points(2)
@hint(
    "At which moment does the old file cease to exist, and is the new one complete by then?",
    zh="旧文件在哪一刻消失？那时新文件已经完整了吗？",
)
@settings(max_examples=2)
@given(seed=seeds(), epoch=integers(0, 9))
def test_an_interrupted_save_keeps_the_file(student, reference, device, seed, epoch):
    """If writing fails half way (here: the file becomes too large), the previous checkpoint is still there.
    如果写到一半失败（这里是文件过大），之前的检查点仍然完好。"""
    small, after = (run_of(student, device, seed, OPTIMIZERS[0], fresh=fresh) for fresh in (False, True))
    small.steps(1)
    student.save(PATH, small.model, small.optimizer, epoch)
    big = run_of(student, device, seed, OPTIMIZERS[0], shapes=((WIDE, WIDE),))
    call = record(student.save, PATH, big.model, big.optimizer, epoch + 1)
    if call.raised is None and not reason_of_refusal(remote_torch(student), PATH):
        return  # a machine without limits on files: nothing was interrupted
    try:
        got = student.load(PATH, after.model, after.optimizer)
    except StudentRaised as error:
        got = None
        claim(
            False,
            "A save broke off half way; after it the previous checkpoint cannot be loaded: {kind}: {reason}",
            "一次保存中途失败，之后无法再载入之前的检查点：{kind}：{reason}",
            kind=error.record.type_name,
            reason=error.record.message[:100],
        )
    is_epoch(got, epoch)
    is_same(after.state(), small.state(), "After load")


@points(1)
@hint(
    "Which exception does open() raise for a file that is not there?",
    zh="文件不存在时，open() 抛出什么异常？",
)
@settings(max_examples=2)
@given(seed=seeds())
def test_a_missing_file(student, reference, device, seed):
    """A file that is not there is a FileNotFoundError.
    文件不存在时抛出 FileNotFoundError。"""
    run = run_of(student, device, seed, OPTIMIZERS[0])
    assert_raises(FileNotFoundError, student.load, MISSING, run.model, run.optimizer)
