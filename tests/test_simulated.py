"""The simulated device accepts what a GPU accepts and refuses what a GPU refuses.

The registration of a device is for the whole process, and harmless to other tests: it adds a device
name that nothing else uses, and keeps backward passes in the calling thread, where those of CPU tensors
run anyway. What `Placement` replaces (``torch.Generator``, ``torch.cuda.is_available``) it puts back.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from grader.runner.simulated import Placement, Violation, install, is_simulated, simulate, to_cpu


@pytest.fixture(autouse=True, scope="module")
def _installed() -> None:
    install()
    install()


class LeNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.norm = nn.BatchNorm2d(16)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.max_pool2d(self.conv1(x).relu(), 2)
        x = F.max_pool2d(self.norm(self.conv2(x)).relu(), 2).flatten(1)
        return self.fc3(self.fc2(self.fc1(x).relu()).relu())


def trained(device: str, make: Callable[..., torch.optim.Optimizer]) -> list[torch.Tensor]:
    """Return the losses and final state of three steps on four random images."""
    torch.manual_seed(1)
    net, images, labels = LeNet(), torch.randn(4, 1, 28, 28), torch.tensor([1, 7, 3, 3])
    net, images, labels = net.to(device), images.to(device), labels.to(device)
    optimiser, losses = make(net.parameters()), []
    for _ in range(3):
        optimiser.zero_grad()
        loss = F.cross_entropy(net(images), labels)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.detach())
    return [*losses, *net.state_dict().values()]


@pytest.mark.parametrize(
    "make",
    [
        lambda parameters: torch.optim.SGD(parameters, lr=0.1, momentum=0.9, nesterov=True),
        lambda parameters: torch.optim.Adam(parameters, lr=0.01, weight_decay=0.1),
        lambda parameters: torch.optim.AdamW(parameters, lr=0.01, amsgrad=True),
    ],
    ids=["sgd", "adam", "adamw"],
)
def test_training_is_bit_equal_to_the_cpu(make: Callable[..., torch.optim.Optimizer]) -> None:
    """Three steps of a LeNet give the CPU's losses, weights and running statistics, bit for bit."""
    expected = trained("cpu", make)
    with Placement(__file__) as placement:
        actual = trained("cuda", make)
    assert placement.violations == []
    assert all(is_simulated(tensor) for tensor in actual)
    assert all(torch.equal(to_cpu(a), b) for a, b in zip(actual, expected, strict=True))


def test_simulated_tensors_share_memory_with_what_they_were_made_from() -> None:
    """Views of one simulated base alias each other and the CPU tensor, with its strides and offset."""
    base = torch.arange(8.0)
    whole = simulate(base)
    part, turned = whole.as_strided((2, 2), (4, 1), 1), simulate(base[2:6].view(2, 2).t())
    part.mul_(-1)
    turned.add_(100)
    assert base.tolist() == [0, -1, 98, 103, 104, 95, -6, 7]
    assert to_cpu(part).untyped_storage().data_ptr() == base.untyped_storage().data_ptr()
    assert (turned.stride(), turned.storage_offset(), turned.is_contiguous()) == ((1, 2), 2, False)
    assert part.data_ptr() == base[1:].data_ptr()


def test_a_change_of_shape_stays_with_the_simulated_tensor() -> None:
    """In-place changes of metadata do not reach the tensor it was made from."""
    base = torch.zeros(2, 3)
    simulated = simulate(base).t_().unsqueeze_(0)
    assert (simulated.shape, to_cpu(simulated).shape, base.shape) == ((1, 3, 2), (1, 3, 2), (2, 3))


def test_autograd_sees_writes_through_views() -> None:
    """A write through a view of something saved for backward is an error, as on any device."""
    with Placement(__file__) as placement:
        x = torch.ones(3, device="cuda", requires_grad=True)
        y = x.exp()
        y[0] = 5
        with pytest.raises(RuntimeError, match="modified by an inplace operation"):
            y.sum().backward()
    assert placement.violations == []


def test_parameters_are_simulated_and_unwrapped_without_gradient() -> None:
    """A parameter on the device is one, and its plain tensor is detached and shares its memory."""
    base = torch.ones(2)
    parameter = nn.Parameter(simulate(base))
    plain = to_cpu(parameter)
    assert isinstance(parameter, nn.Parameter)
    assert is_simulated(parameter)
    assert (type(plain), plain.requires_grad, plain.data_ptr()) == (torch.Tensor, False, base.data_ptr())
    assert not is_simulated(base)
    with pytest.raises(TypeError):
        to_cpu(base)


def student(source: str) -> dict[str, Any]:
    """Return the names that a submission of this text defines."""
    names: dict[str, Any] = {"torch": torch, "np": np}
    exec(compile(source, "student.py", "exec"), names)
    return names


def test_a_violation_names_the_innermost_line_of_the_submission() -> None:
    """The line is the one in the submission's file, even where PyTorch's own code calls the operation."""
    names = student(
        "def helper(x):\n  return torch.nn.functional.linear(x, torch.ones(2, 3))\n\ny = helper\n"
    )
    with Placement("student.py") as placement, pytest.raises(RuntimeError):
        names["helper"](simulate(torch.ones(3)))
    assert [violation.line for violation in placement.violations] == [2]


def test_a_caught_refusal_is_still_recorded() -> None:
    """Code that catches the exceptions cannot hide them, and elsewhere there is no line to name."""
    x = simulate(torch.ones(3))
    names = student("def f(x):\n  try: return x + torch.ones(3)\n  except RuntimeError: return x.tolist()\n")
    with Placement("student.py") as placement:
        assert names["f"](x) == [1, 1, 1]
        with pytest.raises(TypeError):
            x.numpy()
    message = "can't convert cuda:0 device type tensor to numpy. "
    message += "Use Tensor.cpu() to copy the tensor to host memory first."
    assert [violation.line for violation in placement.violations] == [2, None]
    assert placement.violations[1] == Violation(message, None)


def test_the_message_names_the_argument() -> None:
    """The reader learns which argument of which operation was left behind."""
    with Placement(__file__) as placement, pytest.raises(RuntimeError):
        simulate(torch.ones(3)).matmul(torch.ones(3, 2))
    assert "argument 'mat2' of 'mm' is on the CPU: float32 [3, 2]" in placement.violations[0].message


class Careless(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: torch.Tensor) -> torch.Tensor:
        return x * 2

    @staticmethod
    def backward(ctx: Any, *grads: Any) -> Any:
        return grads[0] * torch.ones(3)


class Broken(Careless):
    @staticmethod
    def backward(ctx: Any, *grads: Any) -> Any:
        raise ValueError("mine")


def test_mixes_in_a_backward_pass_are_found() -> None:
    """A mix in a hand-written backward raises from backward(), with the line of the mix."""
    with Placement(__file__) as placement:
        x = torch.ones(3, device="cuda", requires_grad=True)
        with pytest.raises(RuntimeError, match="two devices"):
            Careless.apply(x).sum().backward()
        with pytest.raises(ValueError, match="mine"):
            Broken.apply(x).sum().backward()
    assert [v.line for v in placement.violations] == [Careless.backward.__code__.co_firstlineno + 2]


def test_a_mix_in_the_last_backward_pass_is_raised_at_the_end() -> None:
    """Where no later operation can raise it, leaving the `Placement` does."""
    x = simulate(torch.ones(3)).requires_grad_()
    with pytest.raises(RuntimeError, match="two devices"), Placement(__file__) as placement:
        torch.autograd.backward(Careless.apply(x).sum())
    assert len(placement.violations) == 1


def test_a_mix_inside_a_gradient_formula_is_raised_by_backward() -> None:
    """A cotangent left on the CPU is found by PyTorch's own gradient formulas, for each use."""
    with Placement(__file__) as placement:
        x = torch.ones(3, device="cuda", requires_grad=True)
        with pytest.raises(RuntimeError, match="argument 'self' of 'mul'"):
            x.sin().backward(torch.ones(3))
        with pytest.raises(RuntimeError, match="argument 'self' of 'mul'"):
            torch.autograd.grad(x.sin(), x, torch.ones(3))
    assert len(placement.violations) == 2


def test_assigned_gradients_have_to_be_on_the_device() -> None:
    """PyTorch's own complaints about devices are violations too, and do not name the simulation."""
    with Placement(__file__) as placement, pytest.raises(RuntimeError):
        torch.ones(3, device="cuda").grad = torch.ones(3)
    assert len(placement.violations) == 1
    with Placement(__file__) as placement, pytest.raises(RuntimeError):
        torch.ones(2, 2, device="cuda").take_along_dim(torch.zeros(2, 1, dtype=torch.int64), 1)
    assert "cuda:0" in placement.violations[0].message
    assert "simulated" not in placement.violations[0].message


def test_an_ordinary_error_is_no_violation() -> None:
    """Shapes that do not fit raise what they raise on the CPU, and nothing is recorded."""
    with Placement(__file__) as placement, pytest.raises(RuntimeError, match="must match the size"):
        torch.ones(3, device="cuda") + torch.ones(2, device="cuda")
    assert placement.violations == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: torch.ones(3).cuda(),
        lambda: torch.ones(3).to("cuda"),
        lambda: torch.ones(3).to(torch.device("cuda:0"), torch.float64),
        lambda: torch.ones(3, device="cuda:0"),
        lambda: torch.ones(3).to(device="cuda" if torch.cuda.is_available() else "cpu"),
        lambda: torch.ones(3, device=torch.device("cuda", 0)),
        lambda: torch.tensor([1.0], device="cuda"),
        lambda: torch.as_tensor([1.0], device="cuda"),
        lambda: nn.Linear(2, 2).cuda().weight,
        lambda: nn.Linear(2, 2).to("cuda").weight,
        lambda: nn.Linear(2, 2, device="cuda").weight,
        lambda: in_context(torch.device("cuda")),
        lambda: torch.rand(2, generator=torch.Generator("cuda"), device="cuda"),
    ],
)
def test_cuda_means_the_simulated_device(make: Callable[[], torch.Tensor]) -> None:
    """However code asks for CUDA inside a `Placement`, it gets the simulated device."""
    with Placement(__file__) as placement:
        made = make()
        assert made.is_cuda
        assert made.device == torch.device("simulated", 0)
        assert not made.cpu().is_cuda
        assert not is_simulated(made.to("cpu"))
    assert placement.violations == []


def in_context(device: torch.device) -> torch.Tensor:
    with device:
        return torch.ones(3) + torch.zeros(3)


def test_values_come_back_and_print() -> None:
    """Lists, numbers, conditions and text work on the device; text shows where the tensor is."""
    with Placement(__file__) as placement:
        x = torch.tensor([1.5, -2.0], device="cuda")
        assert (x.tolist(), x[0].item(), float(x[1]), bool(x[0] > 0), len(x)) == (
            [1.5, -2.0],
            1.5,
            -2.0,
            True,
            2,
        )
        assert repr(x) == "tensor([ 1.5000, -2.0000], device='simulated:0')"
        assert f"{x[0]:.2f} {x[0]} {x}" == f"1.50 1.5 {x!r}"
        assert x.numpy(force=True).tolist() == x.cpu().numpy().tolist() == [1.5, -2.0]
        assert repr(nn.Parameter(x)).startswith("Parameter(tensor(")
    assert placement.violations == []


class CountsOperations(TorchDispatchMode):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.append(str(func))
        return func(*args, **(kwargs or {}))


class NamesFunctions(TorchFunctionMode):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Any] = []

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.seen.append(func)
        return func(*args, **(kwargs or {}))


def worked(device: str) -> Any:
    x = torch.arange(6.0, device=device).view(2, 3).requires_grad_()
    loss = (x.t() @ x).add_(1).softmax(0).square().sum()
    loss.backward()
    assert x.grad is not None
    return x.grad.tolist()


@pytest.mark.parametrize("outside", [True, False])
def test_other_modes_see_the_same_operations_as_on_the_cpu(outside: bool) -> None:
    """A counter of operations pushed outside or inside a `Placement` counts what it counts on the CPU."""
    with CountsOperations() as counter, NamesFunctions() as functions:
        expected = worked("cpu")
    ops, names = CountsOperations(), NamesFunctions()
    placement = Placement(__file__)
    for mode in (ops, names, placement) if outside else (placement, ops, names):
        mode.__enter__()
    try:
        actual = worked("cuda")
    finally:
        for mode in (placement, names, ops) if outside else (names, ops, placement):
            mode.__exit__(None, None, None)
    assert actual == expected
    assert ops.names == counter.names
    assert placement.violations == []
    if not outside:
        assert names.seen == functions.seen


def test_leaving_restores_what_entering_replaced() -> None:
    """After a `Placement`, also after an exception in it, PyTorch's own names are back."""
    before = torch.Generator, torch.cuda.is_available, torch.device("cuda")
    with Placement(__file__):
        assert isinstance(torch.Generator(), torch.Generator)
    with pytest.raises(ZeroDivisionError), Placement(__file__):
        _ = 1 / 0
    assert (torch.Generator, torch.cuda.is_available, torch.device("cuda")) == before


def test_installing_starts_no_thread_and_imports_no_compiler() -> None:
    """A process that trains on the device has one thread, has not imported torch._dynamo, and ends well."""
    program = (
        "import os, sys, torch\n"
        "from grader.runner.simulated import Placement, install\n"
        "install()\n"
        "with Placement('student.py'):\n"
        "    torch.ones(3, device='cuda', requires_grad=True).sum().backward()\n"
        "import threading\n"
        "assert 'torch._dynamo' not in sys.modules\n"
        "print(threading.active_count(), len(os.listdir('/proc/self/task')))\n"
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 1\n", "")
