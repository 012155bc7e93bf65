"""Which operations accept tensors on two devices: CUDA's eager rules, read off the operator's schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch

# Operations made to cross devices.
_CROSSING = frozenset({"copy", "_to_copy", "fill"})
# Arguments CUDA kernels read on the host, so that they may (or must) stay on the CPU.
_HOST_ARGUMENTS = {
    "index": frozenset({"indices"}),
    "index_put": frozenset({"indices"}),
    "_index_put_impl": frozenset({"indices"}),
    "_unsafe_index": frozenset({"indices"}),
    "_unsafe_index_put": frozenset({"indices"}),
    "_pack_padded_sequence": frozenset({"lengths"}),
    "_pack_padded_sequence_backward": frozenset({"batch_sizes"}),
    "_pad_packed_sequence": frozenset({"batch_sizes"}),
    "_ctc_loss": frozenset({"input_lengths", "target_lengths"}),
}
# Arguments that may be 0-d CPU tensors although the operation is not pointwise.
_SCALAR_ARGUMENTS = {
    "index_put": frozenset({"values"}),
    "_index_put_impl": frozenset({"values"}),
    "masked_fill": frozenset({"value"}),
    "index_fill": frozenset({"value"}),
    "linspace": frozenset({"start", "end"}),
}
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """What one operator lets lie on the CPU beside tensors on the device."""

    name: str
    arguments: tuple[str, ...]
    written: frozenset[str]
    host: frozenset[str]
    scalars: frozenset[str]
    crosses: bool

    def allows(self, argument: str, tensor: torch.Tensor) -> bool:
        """Tell whether this CPU `tensor` may be that argument."""
        return self.crosses or argument in self.host or (tensor.dim() == 0 and argument in self.scalars)


@cache
def rule(operator: Any) -> Rule:
    """Return the rule of an operator overload."""
    schema = operator._schema
    name = schema.name.partition("::")[2].rstrip("_")
    arguments = tuple(argument.name for argument in schema.arguments)
    written = frozenset(a.name for a in schema.arguments if a.alias_info and a.alias_info.is_write)
    scalars = _SCALAR_ARGUMENTS.get(name, _NOTHING)
    if name == "where" or torch.Tag.pointwise in operator.tags:
        # TensorIterator lifts a 0-d CPU operand to the device; it never writes to one.
        scalars = frozenset(arguments) - written
    return Rule(name, arguments, written, _HOST_ARGUMENTS.get(name, _NOTHING), scalars, name in _CROSSING)


@dataclass(frozen=True, slots=True)
class Stray:
    """A CPU tensor given to an operation on the device: which argument of what, and the tensor."""

    operator: str
    argument: str
    tensor: torch.Tensor

    def __str__(self) -> str:
        kind = f"{str(self.tensor.dtype).removeprefix('torch.')} {list(self.tensor.shape)}"
        return (
            "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu! "
            f"(argument {self.argument!r} of {self.operator!r} is on the CPU: {kind})"
        )


def strays(
    operator: Any,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    is_on_device: Callable[[torch.Tensor], bool],
) -> Iterator[Stray]:
    """Yield every CPU tensor that CUDA would refuse; call it when at least one tensor is on the device."""
    known = rule(operator)
    for name, tensor in _operands(known, args, kwargs):
        if not is_on_device(tensor) and not known.allows(name, tensor):
            yield Stray(known.name, name, tensor)


def _operands(
    known: Rule, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Iterator[tuple[str, torch.Tensor]]:
    named = [*zip(known.arguments, args, strict=False), *kwargs.items()]
    for name, value in named:
        for item in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(item, torch.Tensor):
                yield name, item
