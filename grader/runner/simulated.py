"""A second device simulated on the CPU: real values, and CUDA's refusals where devices mix.

A simulated tensor says that it lies on the device ``simulated:0`` and keeps a plain CPU tensor that
holds its values. Below autograd every operation is checked by `grader.runner.mixing`, run on the CPU
tensors, and wrapped again; so values are bit-equal to the CPU's, and a tensor that was left behind on
the CPU is found where a GPU would find it.

The registration with PyTorch is for the whole process and cannot be undone: `install` it in a process
that grades one submission, in the thread that runs the submission.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from types import ModuleType, TracebackType
from typing import Any, Self

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.backend_registration import _setup_privateuseone_for_python_backend

from grader.runner import engine
from grader.runner.generators import DeviceGenerator
from grader.runner.simulated_tensor import (
    DEVICE_TYPE,
    REPLACED,
    Simulated,
    device,
    rebuild,
    run,
    set_data,
    wrap,
)
from grader.runner.violations import (
    Ledger,
    Violation,
    close_ledger,
    is_noted,
    open_ledger,
    refused,
)

__all__ = ["Placement", "Violation", "install", "is_simulated", "simulate", "to_cpu"]

# Keeps the kernels registered: PyTorch withdraws them when the library object dies.
_kernels: list[torch.library.Library] = []


def install() -> None:
    """Register the device ``simulated`` in this process; a second call does nothing."""
    if _kernels:
        return
    engine.stay_in_this_thread()
    _setup_privateuseone_for_python_backend(rename=DEVICE_TYPE)
    library = torch.library.Library("aten", "IMPL")  # type: ignore[no-untyped-call]
    for name, kernel in _KERNELS.items():
        library.impl(name, kernel, "PrivateUse1")  # type: ignore[no-untyped-call]
    _kernels.append(library)
    torch.serialization.add_safe_globals([rebuild])
    _settle_dtensor()


def _factory(operator: Any) -> Any:
    return lambda *args, **kwargs: run(operator, args, {**kwargs, "device": device()})


def _copy_from(source: Any, target: Any, non_blocking: bool = False) -> Any:
    source, target = (t.elem if isinstance(t, Simulated) else t for t in (source, target))
    return target.copy_(source, non_blocking)


# What PyTorch calls with every mode and subclass switched off, in torch.tensor(..., device=...) for one.
_KERNELS = {
    "empty.memory_format": _factory(torch.ops.aten.empty.memory_format),
    "empty_strided": _factory(torch.ops.aten.empty_strided.default),
    "_copy_from": _copy_from,
}


def simulate(tensor: torch.Tensor) -> torch.Tensor:
    """Return a tensor on the simulated device over the memory of the plain CPU `tensor`.

    Same dtype, shape, strides and offset; a leaf that does not require grad.
    """
    return wrap(tensor)


def _settle_dtensor() -> None:
    """Run one operation while ``torch.distributed.tensor`` is an empty module.

    At the first wrapper tensor PyTorch looks up its class DTensor, once, to tell it from others; the import
    takes a second (it brings sympy), and no submission has a DTensor.
    """
    name = "torch.distributed.tensor"
    if name in sys.modules:
        return
    stand_in = ModuleType(name)
    stand_in.DTensor = type("DTensor", (), {})  # type: ignore[attr-defined]
    sys.modules[name] = stand_in
    try:
        simulate(torch.zeros(1)).add(1)
    finally:
        del sys.modules[name]


def is_simulated(tensor: torch.Tensor) -> bool:
    """Tell whether `tensor` (or an `nn.Parameter`) lies on the simulated device."""
    return isinstance(tensor, Simulated)


def to_cpu(tensor: torch.Tensor) -> torch.Tensor:
    """Return the plain CPU tensor, detached, whose memory a simulated `tensor` shares."""
    if not isinstance(tensor, Simulated):
        raise TypeError("the tensor is not on the simulated device")
    return tensor.elem


class _Operations(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Sees the operations that no simulated tensor announces: factories and mixes."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        # Nothing is compiled here, and the guard imports torch._dynamo: over a second, at the first call.
        return False

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        return run(func, args, kwargs or {})


_has_compatible = torch._has_compatible_shallow_copy_type


class _Names(TorchFunctionMode):
    """Lets ``cuda`` mean the simulated device, and replaces what looks at a tensor's memory."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = {name: _here(value) if name == "device" else value for name, value in (kwargs or {}).items()}
        try:
            result = self._call(func, args, kwargs)
        except RuntimeError as error:
            if _is_about_devices(error):
                raise refused(RuntimeError, str(error).replace(str(device()), "cuda:0")) from None
            raise
        engine.raise_deferred()
        return result

    @staticmethod
    def _call(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        special = _SPECIAL.get(func)
        if special is not None:
            return special(*args, **kwargs)
        if func in REPLACED and isinstance(args[0], Simulated):
            return REPLACED[func](*args, **kwargs)
        return func(*[_here(arg) if isinstance(arg, torch.device) else arg for arg in args], **kwargs)


def _is_about_devices(error: RuntimeError) -> bool:
    """Tell whether PyTorch itself refused a mix of devices, before any operation was dispatched."""
    message = str(error)
    named = any(words in message for words in (f"{DEVICE_TYPE}:", "different device", "same device"))
    return named and not is_noted(message) and not isinstance(error, NotImplementedError)


def _here(asked: Any) -> Any:
    """Return the simulated device for a CUDA device, however it is written; anything else as it is."""
    if isinstance(asked, str) and asked.partition(":")[0] == "cuda":
        return device()
    return device() if isinstance(asked, torch.device) and asked.type == "cuda" else asked


def _to(self: torch.Tensor, *args: Any, **kwargs: Any) -> torch.Tensor:
    return self.to(*map(_here, args), **kwargs)


def _cuda(self: torch.Tensor, device: Any = None, non_blocking: bool = False, **kwargs: Any) -> torch.Tensor:
    return self.to(_here("cuda"), non_blocking=non_blocking, **kwargs)


def _named(*args: Any, **kwargs: Any) -> torch.device:
    asked = torch.device(*args, **kwargs)
    return device() if asked.type == "cuda" else asked


def _is_cuda(self: torch.Tensor) -> bool:
    return isinstance(self, Simulated) or self.is_cuda


def _compatible(tensor: torch.Tensor, other: torch.Tensor) -> bool:
    # `nn.Module.to` asks before it moves a parameter in place (as for CUDA) instead of making another;
    # a tensor that a living graph holds cannot be swapped.
    if isinstance(tensor, Simulated) == isinstance(other, Simulated):
        return bool(_has_compatible(tensor, other))
    return tensor._use_count() == 1  # type: ignore[attr-defined, no-any-return]


_SPECIAL: dict[Any, Any] = {
    torch.device: _named,
    torch.Tensor.to: _to,
    torch.Tensor.cuda: _cuda,
    torch.Tensor.is_cuda.__get__: _is_cuda,  # type: ignore[attr-defined]
    torch.Tensor.data.__set__: set_data,  # type: ignore[attr-defined]
    _has_compatible: _compatible,
}


class Placement:
    """While entered, finds the operations that mix devices, in the code of the file `filename`.

    ``violations`` has one entry a refusal, in order, also where the code catches the exception.
    """

    def __init__(self, filename: str) -> None:
        self._ledger = Ledger(filename)
        self._entered = ExitStack()
        self.violations: list[Violation] = self._ledger.violations

    def __enter__(self) -> Self:
        engine.forget_deferred()
        open_ledger(self._ledger)
        self._entered.callback(close_ledger, self._ledger)
        # "cuda if torch.cuda.is_available() else cpu" has to choose the device.
        self._replace(torch.cuda, "is_available", lambda: True)
        self._replace(torch, "Generator", DeviceGenerator)
        self._entered.enter_context(_Operations())  # type: ignore[no-untyped-call]
        self._entered.enter_context(_Names())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._entered.__exit__(kind, error, trace)
        if error is None:
            # From a function that no TorchFunctionMode sees, such as torch.autograd.backward.
            engine.raise_deferred()

    def _replace(self, module: ModuleType, name: str, value: object) -> None:
        self._entered.callback(setattr, module, name, getattr(module, name))
        setattr(module, name, value)
