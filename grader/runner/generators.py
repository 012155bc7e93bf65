"""Random generators of the simulated device: CPU generators that know where they are allowed."""

from __future__ import annotations

from typing import Any
from weakref import WeakValueDictionary

import torch

from grader.runner.violations import refused

_CpuGenerator = torch.Generator
# The dispatcher hands kernels a fresh Python object for a generator, so a subclass is known by its address.
_simulated: WeakValueDictionary[int, SimulatedGenerator] = WeakValueDictionary()


class SimulatedGenerator(_CpuGenerator):
    """A generator on the simulated device; draws what a CPU generator of the same seed draws."""

    def __init__(self) -> None:
        super().__init__()
        _simulated[_address(self)] = self

    @property
    def device(self) -> torch.device:  # type: ignore[override]
        """The simulated device."""
        return torch.device("simulated", 0)


def _address(generator: torch.Generator) -> int:
    return int(generator._cdata)  # type: ignore[attr-defined]


class _AnyGenerator(type):
    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, _CpuGenerator)


class DeviceGenerator(metaclass=_AnyGenerator):
    """Stands in for `torch.Generator`, whose constructor does not know the simulated device."""

    def __new__(cls, device: torch.device | str | int = "cpu") -> Any:
        """Return a generator of that device; ``cuda`` means the simulated one."""
        name = device if isinstance(device, str) else torch.device(device).type
        return SimulatedGenerator() if name.partition(":")[0] in ("cuda", "simulated") else _CpuGenerator()


def check_generator(generator: torch.Generator | None, on_device: bool) -> None:
    """Raise CUDA's RuntimeError for a generator of the other device than the operation's."""
    if generator is None or (_address(generator) in _simulated) == on_device:
        return
    expected, found = ("cuda", "cpu") if on_device else ("cpu", "cuda")
    raise refused(RuntimeError, f"Expected a '{expected}' device type for generator but found '{found}'")
