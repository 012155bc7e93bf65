"""Kernels in front of torch's own, for the operators that a submission may not call: they see every route.

A mode sees a thread only if it was entered there, costs time at every operator, and can be switched off. A
kernel is what every route ends in: another thread, ``vmap``, scripted code, ``torch.ops``, switched-off
modes. Only the operators in question pay for it. The question, whose call it is, is asked before the
original kernel runs; the original then gets the very same arguments, so that answers do not change.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import _getframe
from types import FrameType
from typing import Any, Protocol

import torch

from grader.runner import native
from grader.runner.fronts import Hit, Kernel
from grader.runner.sealing import sealed

# Where a kernel may sit, and from which backend the original is taken. What only has a composite kernel
# must be replaced as such: a kernel of a backend's own would cut it off from autograd.
GPU = ("CUDA", "SparseCUDA") if torch.version.cuda else ()
BACKENDS = ("CPU", "SparseCPU", "SparseCsrCPU", "MkldnnCPU", "NestedTensorCPU", "QuantizedCPU", *GPU)
COMPOSITE = "CompositeImplicitAutograd"
COMPOSITES = ((COMPOSITE, "CPU"), ("FuncTorchBatched", "FuncTorchBatched"))
EXPLICIT = ("CompositeExplicitAutograd", "CompositeExplicitAutogradNonFunctional")
EXPLICIT_BACKENDS = ("CPU", *GPU[:1])
# Only the autograd engine calls these.
DERIVATIVES = ("_backward", "_grad", "_double_backward")
OURS = "kernels of the grader"
WRAPPED = (True, 1, 1.0, 1j)  # one number of each kind that `x + number` turns into a tensor

_has = torch._C._dispatch_has_kernel_for_dispatch_key
# What torch.library.get_kernel calls, which does not know the name of every key.
_library: Any = torch._C._dispatch_library
_kernel_of: Any = getattr(torch._C, "_dispatch_get_computed_kernel_for_dispatch_key", None)


class Asker(Protocol):
    """Says whether a call may be held against the submission, and then whether it is."""

    def suspects(self, base: str, frame: FrameType | None, args: Any, kwargs: Any) -> Any:
        """Return what speaks against the submission, or None: this is asked at every call."""

    def settle(self, suspicion: Any, gathered: Any) -> Hit | None:
        """Return the hit where the C++ stack confirms the suspicion."""


@dataclass(frozen=True, slots=True)
class Place:
    """An operator's overload (``aten::gather.out``), the dispatch key to replace, where the original is."""

    name: str
    key: str
    source: str

    @property
    def base(self) -> str:
        """The operator's name without namespace and overload."""
        return self.name.partition("::")[2].partition(".")[0]


class Kernels:
    """The kernels in front of a set of operators, until they are removed."""

    def __init__(self, bases: Iterable[str], asker: Asker) -> None:
        self.places = tuple(place for base in sorted(bases) for place in places(base))
        # Not a `torch.library.Library`: the garbage collector knows those, and whoever asks it for them.
        self._module = _library("IMPL", "aten", "", OURS, 0)
        labels = {f"aten/{place.name[6:]}/{place.key}" for place in self.places}
        self._labels = labels - torch.library._impls  # torch replaces some kernels of its own in this way
        self._turn = itertools.cycle(self.places)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch says once that a kernel was replaced
            for place in self.places:
                self._module.impl(place.name, place.key, in_front(place, asker), True)

    def remove(self) -> None:
        """Put the original kernels back."""
        self._module.reset()

    def is_replaced(self) -> bool:
        """Tell whether the public way of replacing kernels was used on one of ours; costs next to nothing."""
        return not self._labels.isdisjoint(torch.library._impls)

    def is_next_in_place(self) -> bool:
        """Tell whether one of the kernels, each in turn, is still where it was put; costs about 0.1 ms."""
        place = next(self._turn, None)
        return place is None or f"\n{label_in_dump(place.key)}: registered at {OURS}:" in dump(place.name)


def dump(name: str) -> str:
    """Return torch's account of an operator's kernels, a line each."""
    return str(torch._C._dispatch_dump(name))


def label_in_dump(key: str) -> str:
    """Return how torch's account names a dispatch key."""
    return f"{key}[alias]" if key == COMPOSITE else key


@lru_cache(maxsize=1 << 12)
def places(base: str) -> tuple[Place, ...]:
    """Return every place where a kernel of an operator can be reached."""
    if base.endswith(DERIVATIVES):
        return ()
    return tuple(place for name in native.operator_names().get(base, ()) for place in _places(name))


def _places(name: str) -> Iterator[Place]:
    yield from (Place(name, key, key) for key in BACKENDS if _has(name, key))
    if _has(name, COMPOSITE):
        yield from (Place(name, key, source) for key, source in COMPOSITES)
    elif any(_has(name, key) for key in EXPLICIT):
        yield from (Place(name, key, key) for key in EXPLICIT_BACKENDS if not _has(name, key))


def in_front(place: Place, asker: Asker) -> Callable[..., Any]:
    """Return a kernel that asks, then runs the original."""
    original = _kernel_of(place.name, torch._C._dispatch_key_parse(place.source)).call_boxed
    base = place.base

    def ask(args: Sequence[Any], kwargs: Mapping[str, Any]) -> Hit | None:
        suspicion = asker.suspects(base, _getframe(1).f_back, args, kwargs)
        if suspicion is None:
            return None
        # Here and not in a function of its own: `native.RUNS_OF_OURS` counts on it.
        return asker.settle(suspicion, native.gather(False, False, True))

    return Kernel(sealed(ask), original, sealed(wrapped), *_tensor_parameters(place.name)).function()


@lru_cache(maxsize=1 << 12)
def _tensor_parameters(name: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return where an operator wants a single tensor: positions, and names of keyword-only parameters."""
    base, _, overload = name.partition("::")[2].partition(".")
    parameters = torch._C._get_schema(f"aten::{base}", overload).arguments
    indices = tuple(i for i, p in enumerate(parameters) if str(p.type) == "Tensor" and not p.kwarg_only)
    return indices, tuple(p.name for p in parameters if str(p.type) == "Tensor" and p.kwarg_only)


@lru_cache(maxsize=1)
def _wrapped_kinds() -> dict[type, torch.Tensor]:
    """Return for each kind of number a tensor that takes part in type promotion as a Python number does.

    torch makes such tensors of numbers and hands them to kernels, but shows them to Python as numbers. The
    graph of a product keeps one.
    """
    one = torch.ones((), requires_grad=True)
    return {type(number): (one * number).grad_fn._saved_other for number in WRAPPED}  # type: ignore[union-attr]


def wrapped(number: complex) -> torch.Tensor:
    """Return a number as the tensor that the original kernel would have got."""
    with torch._C.DisableTorchFunction():
        tensor = _wrapped_kinds()[type(number)].detach()
        tensor.set_(torch.tensor(number, dtype=tensor.dtype))  # type: ignore[call-overload]
    return tensor


@lru_cache(maxsize=1)
def is_supported() -> bool:
    """Tell whether kernels can be replaced, and the C++ stack read, with this torch on this machine."""
    if _kernel_of is None:
        return False
    _wrapped_kinds()
    probe = _Probe()
    kernels = Kernels(("_log_softmax",), probe)
    try:
        torch.nn.functional.cross_entropy(torch.zeros(1, 2), torch.zeros(1, dtype=torch.long))
    except RuntimeError:
        return False  # torch cannot unwind the C++ stack here
    finally:
        kernels.remove()
    return "cross_entropy_loss" in probe.found


class _Probe:
    """Suspects every call, and only notes what the C++ stack shows."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def suspects(self, base: str, frame: FrameType | None, args: Any, kwargs: Any) -> str:
        """Suspect."""
        return base

    def settle(self, suspicion: str, gathered: Any) -> None:
        """Note the operators."""
        self.found += native.outermost_operators(native.symbols(gathered), 1 + native.RUNS_OF_OURS)
