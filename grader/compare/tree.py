"""Walk nested results, and copy calls so that a reference can be asked again."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import torch

SEQUENCES = (list, tuple, torch.Size)

Change = Callable[[torch.Tensor], torch.Tensor]


def leaves(value: object, path: str = "result") -> Iterator[tuple[str, Any]]:
    """Yield every path and value that is not a list, tuple or dict: ``result[0]``, ``result['W1']``."""
    if isinstance(value, list | tuple):
        for position, item in enumerate(value):
            yield from leaves(item, f"{path}[{position}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}[{key!r}]")
    else:
        yield path, value


def is_floating(value: object) -> bool:
    """Tell whether ``value`` is a tensor of floating-point or complex numbers."""
    return isinstance(value, torch.Tensor) and (value.is_floating_point() or value.is_complex())


@dataclass(frozen=True, slots=True)
class Asked:
    """A call of a reference: the callable (a module, a function, a bound method) and its arguments."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]

    def run(self) -> Any:
        """Make the call; whatever it raises comes out."""
        return self.function(*self.args, **self.kwargs)

    def with_own_arguments(self) -> Asked:
        """Copy the arguments, layouts and sharing included, and keep the callable itself."""
        memo: dict[int, Any] = {}
        return Asked(self.function, _copied(self.args, memo), _copied(self.kwargs, memo))

    def remembered(self) -> Asked:
        """Copy what the call may change in the callable itself: a module's buffers, an object's state."""
        if inspect.isfunction(self.function) or inspect.isbuiltin(self.function):
            return self
        return Asked(copy.deepcopy(self.function), self.args, self.kwargs)

    def changed(self, change: Change) -> Asked:
        """Copy the whole call in float64, with ``change`` done to every floating-point tensor in it."""
        memo: dict[int, Any] = {}
        function = _widened(self.function, change, memo)
        return Asked(function, _widened(self.args, change, memo), _widened(self.kwargs, change, memo))

    def tensors(self) -> Iterator[torch.Tensor]:
        """Yield every tensor the call reads: arguments, and parameters and buffers of modules."""
        roots = (getattr(self.function, "__self__", self.function), self.args, self.kwargs)
        for _, value in leaves(roots):
            if isinstance(value, torch.nn.Module):
                yield from value.parameters()
                yield from value.buffers()
            elif isinstance(value, torch.Tensor):
                yield value


def _copied(value: Any, memo: dict[int, Any]) -> Any:
    """Copy deeply; a tensor with a history becomes a leaf, because torch copies leaves only."""
    if type(value) in (list, tuple):
        return type(value)(_copied(item, memo) for item in value)
    if type(value) is dict:
        return {key: _copied(item, memo) for key, item in value.items()}
    if isinstance(value, torch.Tensor) and not value.is_leaf:
        value = value.detach().requires_grad_()
    return copy.deepcopy(value, memo)


def _widened(value: Any, change: Change, memo: dict[int, Any]) -> Any:
    """Copy deeply in float64: tensors, modules (also behind a bound method) and dtype arguments."""
    if type(value) in (list, tuple):
        return type(value)(_widened(item, change, memo) for item in value)
    if type(value) is dict:
        return {key: _widened(item, change, memo) for key, item in value.items()}
    if isinstance(value, torch.dtype):
        return torch.float64 if value.is_floating_point else value
    if is_floating(value):
        return _wide_tensor(value, change, memo)
    if isinstance(value, torch.nn.Module):
        return _wide_module(value, change, memo)
    if inspect.ismethod(value) and isinstance(value.__self__, torch.nn.Module):
        return value.__func__.__get__(_wide_module(value.__self__, change, memo))
    return _copied(value, memo)


def _wide_tensor(value: torch.Tensor, change: Change, memo: dict[int, Any]) -> torch.Tensor:
    if id(value) not in memo:
        wide = torch.complex128 if value.is_complex() else torch.float64
        fresh = change(value.detach().to(wide, copy=True)).requires_grad_(value.requires_grad)
        memo[id(value)] = torch.nn.Parameter(fresh) if isinstance(value, torch.nn.Parameter) else fresh
    return memo[id(value)]  # type: ignore[no-any-return]


def _wide_module(module: torch.nn.Module, change: Change, memo: dict[int, Any]) -> torch.nn.Module:
    if id(module) in memo:
        return memo[id(module)]  # type: ignore[no-any-return]
    wide = copy.deepcopy(module, memo).double()
    for tensor in (*wide.parameters(), *wide.buffers()):
        if is_floating(tensor):
            tensor.data = change(tensor.data)
    return wide
