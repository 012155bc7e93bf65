"""The tensors of the simulated device, and how an operation on them is carried out."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn

import torch
from torch.overrides import handle_torch_function, has_torch_function_unary
from torch.utils._mode_utils import no_dispatch

from grader.runner import mixing
from grader.runner.engine import raise_or_defer
from grader.runner.generators import check_generator
from grader.runner.recurrent import STAND_INS
from grader.runner.violations import refused

DEVICE_TYPE = "simulated"
_CPU = torch.device("cpu")


@cache
def device() -> torch.device:
    """Return the simulated device; its name has to be registered before."""
    return torch.device(DEVICE_TYPE, 0)


class Simulated(torch.Tensor):
    """A tensor on the simulated device; ``elem`` is the plain CPU tensor that holds its values."""

    elem: torch.Tensor

    @staticmethod
    def __new__(cls, elem: torch.Tensor) -> Simulated:
        """Wrap `elem` itself; see `wrap` for a tensor that others hold."""
        made: Simulated = torch.Tensor._make_wrapper_subclass(
            cls,
            elem.size(),
            strides=elem.stride(),
            storage_offset=elem.storage_offset(),
            dtype=elem.dtype,
            device=device(),
            requires_grad=False,
        )
        made.elem = elem
        return made

    __torch_function__ = torch._C._disabled_torch_function_impl  # type: ignore[assignment]

    @classmethod
    def __torch_dispatch__(  # type: ignore[override]
        cls, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        return run(func, args, kwargs or {})


def wrap(tensor: torch.Tensor) -> Simulated:
    """Return a simulated tensor over the memory of a CPU `tensor`."""
    with no_dispatch():
        # A tensor object of our own: in-place changes of shape must not reach the caller's.
        return Simulated(tensor.detach())


# The sizes of the batches of packed sequences are always on the CPU.
_SECOND_STAYS = frozenset({torch.ops.aten._pack_padded_sequence.default})


# --- one operation ---------------------------------------------------------------------------------------


def run(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Carry out an ATen operation: check the devices, compute on the CPU tensors, wrap the results.

    Raises RuntimeError, and notes a violation, where CUDA would refuse the mix of devices.
    """
    operands = [v for v in _flat((*args, *kwargs.values())) if isinstance(v, torch.Tensor)]
    ours = [tensor for tensor in operands if isinstance(tensor, Simulated)]
    asked = kwargs.get("device")
    on_device = bool(ours) if asked is None else asked.type == DEVICE_TYPE
    check_generator(kwargs.get("generator"), on_device)
    if not ours and not on_device:
        return func(*args, **kwargs)
    if ours and len(ours) < len(operands):
        _check_mix(func, args, kwargs)
    if on_device and asked is not None:
        kwargs = {**kwargs, "device": _CPU}
    result = STAND_INS.get(func, func)(*_bare(args), **_bare(kwargs))
    if _mutates(func):
        for tensor in ours:
            _follow_elem(tensor)
    if func in _SECOND_STAYS:
        return _wrapped(result[0], ours, operands), result[1]
    return _wrapped(result, ours, operands) if on_device else result


def _check_mix(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    for stray in mixing.strays(func, args, kwargs, _is_on_device):
        # The values exist, so in a backward pass it can go on.
        return raise_or_defer(refused(RuntimeError, str(stray)))


def _is_on_device(tensor: torch.Tensor) -> bool:
    # Sparse results are left unwrapped, so their device is not known.
    return isinstance(tensor, Simulated) or tensor.layout is not torch.strided


def _flat(values: tuple[Any, ...]) -> list[Any]:
    return [item for value in values for item in (value if isinstance(value, (list, tuple)) else (value,))]


def _bare(value: Any) -> Any:
    """Replace simulated tensors by their CPU tensors, in lists, tuples and dicts too."""
    if isinstance(value, Simulated):
        return value.elem
    if isinstance(value, (list, tuple)):
        return type(value)([_bare(item) for item in value])
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items()}
    return value


def _wrapped(result: Any, ours: list[Simulated], operands: list[torch.Tensor]) -> Any:
    """Wrap the tensors in `result`: an operand is returned as itself, a view shares the wrapper's storage."""
    if isinstance(result, (list, tuple)):
        return type(result)([_wrapped(item, ours, operands) for item in result])
    if not isinstance(result, torch.Tensor) or result.layout is not torch.strided:
        return result
    for operand in operands:
        if result is (operand.elem if isinstance(operand, Simulated) else operand):
            return operand
    return _share(Simulated(result), ours)


def _share(made: Simulated, ours: list[Simulated]) -> Simulated:
    """Give `made` the storage of the wrapper whose memory it views, as autograd asks of views."""
    memory = made.elem.untyped_storage()._cdata
    for tensor in ours:
        if tensor.elem.untyped_storage()._cdata == memory:
            torch._functionalize_unsafe_set(made, tensor)
            break
    return made


@cache
def _mutates(func: Any) -> bool:
    return bool(func._schema.is_mutable)


def _follow_elem(tensor: Simulated) -> None:
    """Repeat on the wrapper a change of shape or strides that an operation made to its CPU tensor."""
    elem = tensor.elem
    with no_dispatch(), torch._C.DisableTorchFunctionSubclass():
        if tensor.shape != elem.shape or tensor.stride() != elem.stride():
            _set_data(tensor, _share(Simulated(elem), [tensor]))


# --- methods whose C++ or Python code would look at the memory -------------------------------------------

Method = Callable[..., Any]
_get_data: Method = torch.Tensor.data.__get__  # type: ignore[attr-defined]
_set_data: Method = torch.Tensor.data.__set__  # type: ignore[attr-defined]
REPLACED: dict[Any, Method] = {}


def _replaces(original: Any, name: str) -> Callable[[Method], Method]:
    """Put a method in the place of `original`, still seen by every TorchFunctionMode under that name."""

    def decorate(body: Method) -> Method:
        def method(self: Simulated, *args: Any, **kwargs: Any) -> Any:
            if has_torch_function_unary(self):
                return handle_torch_function(original, (self,), self, *args, **kwargs)
            return body(self, *args, **kwargs)

        REPLACED[original] = body
        setattr(Simulated, name, method)
        return body

    return decorate


def _refuse_numpy() -> NoReturn:
    raise refused(
        TypeError,
        "can't convert cuda:0 device type tensor to numpy. "
        "Use Tensor.cpu() to copy the tensor to host memory first.",
    )


@_replaces(torch.Tensor.numpy, "numpy")
def _numpy(self: Simulated, *, force: bool = False) -> Any:
    return self.elem.numpy() if force else _refuse_numpy()


@_replaces(torch.Tensor.__array__, "__array__")
def _array(self: Simulated, dtype: Any = None, **kwargs: Any) -> Any:
    _refuse_numpy()


@_replaces(torch.Tensor.tolist, "tolist")
def _tolist(self: Simulated) -> Any:
    return self.elem.tolist()


@_replaces(torch.Tensor.data_ptr, "data_ptr")
def _data_ptr(self: Simulated) -> int:
    return self.elem.data_ptr()


@_replaces(torch.Tensor.__repr__, "__repr__")
def _repr(self: Simulated, *, tensor_contents: str | None = None) -> str:
    text: str = torch._tensor_str._str(self, tensor_contents=tensor_contents)  # type: ignore[no-untyped-call]
    return text.replace(f"{Simulated.__name__}(", "tensor(", 1)


@_replaces(torch.Tensor.__format__, "__format__")
def _format(self: Simulated, spec: str) -> str:
    return format(self.elem if self.dim() == 0 else self, spec) if spec or self.dim() == 0 else _repr(self)


@_replaces(torch.Tensor.__deepcopy__, "__deepcopy__")
def _deepcopy(self: Simulated, memo: dict[int, Any]) -> Any:
    if id(self) in memo:
        return memo[id(self)]
    if not self.is_leaf:
        raise RuntimeError("Only Tensors created explicitly by the user support the deepcopy protocol")
    made = wrap(self.elem.clone()).requires_grad_(self.requires_grad)
    memo[id(self)] = made
    kept = {name: value for name, value in vars(self).items() if name != "elem"}
    vars(made).update(copy.deepcopy(kept, memo))
    if self.grad is not None:
        made.grad = copy.deepcopy(self.grad, memo)
    return made


def rebuild(elem: torch.Tensor, requires_grad: bool, is_parameter: bool) -> torch.Tensor:
    """Rebuild a pickled simulated tensor."""
    made = wrap(elem)
    return torch.nn.Parameter(made, requires_grad) if is_parameter else made.requires_grad_(requires_grad)


@_replaces(torch.Tensor.__reduce_ex__, "__reduce_ex__")
def _reduce_ex(self: Simulated, protocol: int) -> Any:
    return rebuild, (self.elem, self.requires_grad, isinstance(self, torch.nn.Parameter))


def set_data(self: torch.Tensor, value: torch.Tensor) -> None:
    """Carry out ``self.data = value``, across devices too, as CUDA tensors allow it."""
    if isinstance(self, Simulated) and isinstance(value, Simulated):
        _set_data(self, value)
        self.elem = value.elem
    elif isinstance(self, Simulated) or isinstance(value, Simulated):
        _become(self, value)
    else:
        _set_data(self, value)


def _become(self: torch.Tensor, value: torch.Tensor) -> None:
    """Make `self` the other kind of tensor: the same object for whoever holds it, e.g. an optimiser."""
    fresh = value.detach()
    if isinstance(self, torch.nn.Parameter):
        fresh = torch.nn.Parameter(fresh, self.requires_grad)
    else:
        fresh.requires_grad_(self.requires_grad)
    if self.grad is not None:
        fresh.grad = self.grad.to(value.device)
    torch.utils.swap_tensors(self, fresh)  # type: ignore[no-untyped-call]


Simulated.data = property(_get_data, set_data)  # type: ignore[assignment]
