"""Guards on public functions and classes that no mode sees, because they are Python or take no tensor."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import _getframe
from types import (
    BuiltinFunctionType,
    FrameType,
    FunctionType,
    GetSetDescriptorType,
    MethodDescriptorType,
    ModuleType,
)
from typing import Any, Protocol, is_typeddict

import numpy
import torch
from torch.overrides import resolve_name

from grader.runner.fronts import Guarded, Hit, ImportGuard, front
from grader.runner.native import operator_names
from grader.runner.patterns import Patterns, spellings
from grader.runner.sealing import sealed

NAMESPACES = (
    "torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "torch.nn.utils", "torch.linalg",
    "torch.special", "torch.fft", "torch.autograd", "torch.autograd.functional", "torch.func", "torch.optim",
    "torch.optim.lr_scheduler", "torch.utils.data", "torch.utils.dlpack", "torch.utils._python_dispatch",
    "torch.distributions", "torch.sparse", "torch.library", "numpy", "numpy.linalg",
    "numpy.fft", "numpy.random", "numpy.lib.stride_tricks", "scipy", "sklearn", "torchvision.ops",
    "torchvision.models", "torchmetrics", "functorch",
)  # fmt: skip
FUNCTIONS = (FunctionType, BuiltinFunctionType, numpy.ufunc, type(numpy.mean))


class Judge(Protocol):
    """What a guard asks: is the use of ``name`` from ``frame`` the submission's?"""

    def __call__(self, name: str, frame: FrameType) -> Hit | None:
        """Return the hit, or None where the use is legal."""


def asked(original: Any, name: str, judge: Judge) -> Callable[..., tuple[Hit | None, Any]]:
    """Return what answers for a front: the hit, or else the result of the original."""

    def answer(args: Sequence[Any], kwargs: dict[str, Any]) -> tuple[Hit | None, Any]:
        hit = judge(name, _getframe(1))
        return (hit, None) if hit is not None else (None, original(*args, **kwargs))

    return sealed(answer)


def asked_for_argument(
    original: Any, argument: tuple[str, object], judge: Judge
) -> Callable[..., tuple[Hit | None, Any]]:
    """Return the same for a function of which one keyword argument must not have one value."""
    keyword, value = argument
    name = f"{keyword}={value!r}"

    def answer(args: Sequence[Any], kwargs: dict[str, Any]) -> tuple[Hit | None, Any]:
        hit = judge(name, _getframe(1)) if keyword in kwargs and kwargs[keyword] is value else None
        return (hit, None) if hit is not None else (None, original(*args, **kwargs))

    return sealed(answer)


def install(patterns: Patterns, judge: Judge) -> None:
    """Guard everything the patterns cover; for the rest of the process."""
    sys.meta_path.insert(0, ImportGuard(sealed(functools.partial(_judge_import, patterns, judge))))
    classes = []
    for name, owner, attribute, value in public_names(NAMESPACES):
        if patterns.covers(name):
            if isinstance(value, type):
                classes.append((name, value))
            elif isinstance(value, FUNCTIONS) and not (is_seen_by_modes(value) and is_operator(attribute)):
                setattr(owner, attribute, Guarded(value, asked(value, name, judge)))
    _guard_classes(classes, judge)
    _guard_tensors(patterns, judge)
    _guard_modules(patterns, judge)
    _guard_dispatcher(patterns, judge)
    for argument in patterns.arguments:
        _guard_argument(argument, judge)


def _judge_import(patterns: Patterns, judge: Judge, name: str, frame: FrameType) -> Hit | None:
    return judge(name, frame) if patterns.covers(name) else None


@functools.lru_cache(maxsize=1)
def public_names(namespaces: Sequence[str]) -> tuple[tuple[str, ModuleType, str, Any], ...]:
    """Return (dotted name, module, attribute, value) of every function and class in loaded namespaces.

    Worth calling once before processes are forked: it is the same for all of them.
    """
    return tuple(entry for namespace in namespaces for entry in _callables(namespace))


def _callables(namespace: str) -> Iterator[tuple[str, ModuleType, str, Any]]:
    module = sys.modules.get(namespace)
    for attribute, value in list(vars(module).items()) if module else ():
        if callable(value) and not (attribute.startswith("__") or isinstance(value, ModuleType)):
            assert module is not None
            yield f"{namespace}.{attribute}", module, attribute, value


def is_seen_by_modes(function: object) -> bool:
    """Tell whether every call of a function reaches a `TorchFunctionMode`."""
    if isinstance(function, FunctionType):
        return "handle_torch_function" in function.__code__.co_names
    return function is not torch.from_numpy and resolve_name(function) is not None


def is_operator(name: str) -> bool:
    """Tell whether a function has an ATen operator of its name, which a kernel watches."""
    return any(spelling in operator_names() for spelling in spellings(name))


def _guard_tensors(patterns: Patterns, judge: Judge) -> None:
    """Guard the methods and attributes of tensors that are no operators, such as ``numpy`` and ``data``."""
    for attribute in tensor_attributes():
        name = f"torch.Tensor.{attribute}"
        if patterns.covers(name):
            setattr(torch.Tensor, attribute, _guarded_member(getattr(torch.Tensor, attribute), name, judge))


@functools.lru_cache(maxsize=1)
def tensor_attributes() -> tuple[str, ...]:
    """Return the methods and attributes of `torch.Tensor` that are no operators."""
    own = {name: getattr(torch.Tensor, name) for name in dir(torch.Tensor) if not hasattr(object, name)}
    methods = (FunctionType, MethodDescriptorType)
    return tuple(
        name
        for name, member in own.items()
        if isinstance(member, GetSetDescriptorType) or (isinstance(member, methods) and not is_operator(name))
    )


def _guarded_member(original: Any, name: str, judge: Judge) -> Any:
    if not isinstance(original, GetSetDescriptorType):
        return _dressed(front(asked(original, name, judge)), original)
    accessors = (original.__get__, original.__set__, original.__delete__)
    fget, fset, fdel = (front(asked(accessor, name, judge)) for accessor in accessors)
    return property(fget, fset, fdel)


def _dressed(function: Callable[..., Any], original: Any) -> Callable[..., Any]:
    """Give a function the looks of the original, but no way to it."""
    functools.update_wrapper(function, original)
    del function.__wrapped__  # type: ignore[attr-defined]
    if isinstance(original, FunctionType):
        function.__signature__ = inspect.signature(original)  # type: ignore[attr-defined]
    return function


def _guard_classes(covered: Sequence[tuple[str, type]], judge: Judge) -> None:
    """Guard the constructors of classes, and of ``nn`` classes derived from them."""
    kinds = tuple(kind for _, kind in covered if not is_typeddict(kind))
    derived = [(f"torch.nn.{k}", v) for k, v in vars(torch.nn).items() if _is_derived(v, kinds)]
    for name, kind in {kind: (name, kind) for name, kind in [*derived, *covered]}.values():
        if not (is_typeddict(kind) or issubclass(kind, BaseException | torch.Tensor)):
            _guard_constructor(kind, name, judge)


def _is_derived(value: object, kinds: tuple[type, ...]) -> bool:
    return isinstance(value, type) and issubclass(value, torch.nn.Module) and issubclass(value, kinds)


def _guard_constructor(kind: type, name: str, judge: Judge) -> None:
    original = kind.__init__  # type: ignore[misc]
    try:
        kind.__init__ = _dressed(front(asked(original, name, judge)), original)  # type: ignore[misc]
    except TypeError:
        return  # a class written in C cannot be guarded; the source check still finds its name


def _guard_modules(patterns: Patterns, judge: Judge) -> None:
    """Guard the functions of other modules that are forbidden by name, such as pickle."""
    for name, owner, attribute, value in functions_elsewhere(patterns.roots):
        if patterns.covers(name):
            setattr(owner, attribute, Guarded(value, asked(value, name, judge)))


def functions_elsewhere(roots: Iterable[str]) -> list[tuple[str, ModuleType, str, Any]]:
    """Return the functions of the modules among ``roots`` that are no libraries of tensors."""
    found = (
        entry for root in roots if root != "torch" and root not in NAMESPACES for entry in _callables(root)
    )
    return [entry for entry in found if not isinstance(entry[-1], type)]


def _guard_dispatcher(patterns: Patterns, judge: Judge) -> None:
    """Guard the functions by which the dispatcher's kernels are replaced."""
    for attribute in dispatcher_functions():
        value, name = getattr(torch._C, attribute), f"torch._C.{attribute}"
        if patterns.covers(name):
            setattr(torch._C, attribute, Guarded(value, asked(value, name, judge)))


@functools.lru_cache(maxsize=1)
def dispatcher_functions() -> tuple[str, ...]:
    """Return the functions in `torch._C` that speak to the dispatcher."""
    names = (name for name in dir(torch._C) if name.startswith("_dispatch_"))
    return tuple(name for name in names if isinstance(getattr(torch._C, name), BuiltinFunctionType))


def guarded_names() -> Iterator[str]:
    """Yield every name that `install` asks about; worth asking once before processes are forked."""
    yield from (name for name, *_ in public_names(NAMESPACES))
    yield from (f"torch.Tensor.{attribute}" for attribute in tensor_attributes())
    yield from (f"torch._C.{attribute}" for attribute in dispatcher_functions())


def _guard_argument(argument: tuple[str, object], judge: Judge) -> None:
    for _, owner, attribute, value in public_names(NAMESPACES):
        code = getattr(value, "__code__", None)
        if code is not None and argument[0] in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
            setattr(owner, attribute, Guarded(value, asked_for_argument(value, argument, judge)))
