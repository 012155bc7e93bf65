"""Guards on public functions and classes that no mode sees, because they are Python or take no tensor."""

from __future__ import annotations

import _thread
import functools
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
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

from grader.runner.native import operator_names
from grader.runner.patterns import Patterns, spellings

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
    """What a guard asks: raises where the use of ``name`` from ``frame`` is the submission's."""

    def __call__(self, name: str, frame: FrameType) -> None:
        """Raise, or return where the use is legal."""


class Guarded:
    """A forbidden function in its module's place: asks first, otherwise behaves as the original."""

    def __init__(self, original: Any, name: str, judge: Judge) -> None:
        self._original = original
        self._name = name
        self._judge = judge
        self.__doc__ = original.__doc__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Ask, then call the original."""
        self._judge(self._name, sys._getframe(1))
        return self._original(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._original, name)


class GuardedArgument(Guarded):
    """A function of which one keyword argument must not have one value."""

    def __init__(self, original: Any, argument: tuple[str, object], judge: Judge) -> None:
        super().__init__(original, f"{argument[0]}={argument[1]!r}", judge)
        self._argument = argument

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Ask where the argument has the value, then call the original."""
        keyword, value = self._argument
        if keyword in kwargs and kwargs[keyword] is value:
            self._judge(self._name, sys._getframe(1))
        return self._original(*args, **kwargs)


class ImportGuard:
    """Asks before a forbidden module is imported for the first time, under whatever spelling."""

    def __init__(self, patterns: Patterns, judge: Judge) -> None:
        self._patterns = patterns
        self._judge = judge

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Ask; the finders that follow do the finding."""
        if self._patterns.covers(name):
            self._judge(name, sys._getframe(1))


def install(patterns: Patterns, judge: Judge) -> None:
    """Guard everything the patterns cover; for the rest of the process."""
    sys.meta_path.insert(0, ImportGuard(patterns, judge))
    classes = []
    for name, owner, attribute, value in public_names(NAMESPACES):
        if patterns.covers(name):
            if isinstance(value, type):
                classes.append((name, value))
            elif isinstance(value, FUNCTIONS) and not (is_seen_by_modes(value) and is_operator(attribute)):
                setattr(owner, attribute, Guarded(value, name, judge))
    _guard_classes(classes, judge)
    _guard_tensors(patterns, judge)
    _guard_modules(patterns, judge)
    _guard_dispatcher(patterns, judge)
    for argument in patterns.arguments:
        _guard_argument(argument, judge)


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
    def asked(function: Any) -> Any:
        def guarded(*args: Any, **kwargs: Any) -> Any:
            judge(name, sys._getframe(1))
            return function(*args, **kwargs)

        return guarded

    if isinstance(original, GetSetDescriptorType):
        return property(asked(original.__get__), asked(original.__set__), asked(original.__delete__))
    return functools.wraps(original)(asked(original))


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

    @functools.wraps(original)
    def guarded(self: object, *args: Any, **kwargs: Any) -> None:
        judge(name, sys._getframe(1))
        original(self, *args, **kwargs)

    try:
        kind.__init__ = guarded  # type: ignore[misc]
    except TypeError:
        return  # a class written in C cannot be guarded; the source check still finds its name


def _guard_modules(patterns: Patterns, judge: Judge) -> None:
    """Guard the functions of other modules that are forbidden by name, such as pickle."""
    for root in patterns.roots - {"torch"}:
        module = sys.modules.get(root)
        if isinstance(module, ModuleType) and root not in NAMESPACES:
            for name, owner, attribute, value in list(_callables(root)):
                if patterns.covers(name) and not isinstance(value, type):
                    setattr(owner, attribute, Guarded(value, name, judge))


def _guard_dispatcher(patterns: Patterns, judge: Judge) -> None:
    """Guard the functions by which the dispatcher's kernels are replaced."""
    for attribute in dispatcher_functions():
        value, name = getattr(torch._C, attribute), f"torch._C.{attribute}"
        if patterns.covers(name):
            setattr(torch._C, attribute, Guarded(value, name, judge))


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
            setattr(owner, attribute, GuardedArgument(value, argument, judge))


def watch_threads(watch: Callable[[], AbstractContextManager[object]]) -> None:
    """Have every thread started from now on run inside ``watch()``: modes are per thread."""
    _watch_thread_objects(watch)
    start = _thread.start_new_thread

    def watched_start(function: Callable[..., object], *arguments: Any) -> int:
        def watched_function(*args: Any, **kwargs: Any) -> None:
            with watch():
                function(*args, **kwargs)

        return start(watched_function, *arguments)

    # `threading` keeps the original, for threads that are watched as objects.
    _thread.start_new_thread = watched_start


def _watch_thread_objects(watch: Callable[[], AbstractContextManager[object]]) -> None:
    start = threading.Thread.start

    def watched_start(thread: threading.Thread) -> None:
        run = thread.run

        def watched_run() -> None:
            with watch():
                run()

        thread.run = watched_run  # type: ignore[method-assign]
        start(thread)

    threading.Thread.start = watched_start  # type: ignore[method-assign, assignment]
