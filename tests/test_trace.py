"""What the op trace counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import torch
from torch._ops import OpOverload
from torch.utils._pytree import tree_map

from grader.runner.trace import OpTrace


class Wrapped(torch.Tensor):
    """A tensor that holds another one, and dispatches by itself."""

    inner: torch.Tensor
    __torch_function__ = torch._C._disabled_torch_function_impl

    @staticmethod
    def __new__(cls, inner: torch.Tensor) -> Wrapped:
        made: Wrapped = torch.Tensor._make_wrapper_subclass(cls, inner.shape, dtype=inner.dtype)  # type: ignore
        made.inner = inner
        return made

    @classmethod
    def __torch_dispatch__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        def unwrap(value: Any) -> Any:
            return value.inner if isinstance(value, cls) else value

        result = func(*tree_map(unwrap, args), **tree_map(unwrap, kwargs or {}))
        return tree_map(lambda value: cls(value) if isinstance(value, torch.Tensor) else value, result)


def test_operators_are_counted_by_name() -> None:
    """Each operator counts once per run, in-place forms under their own names."""
    x = torch.ones(3)

    with OpTrace() as trace:
        x + 1
        x + x
        x.mul_(2)

    assert dict(trace.ops) == {"aten::add": 2, "aten::mul_": 1}
    assert trace.ops.total() == 3


def test_backward_operators_are_counted_apart() -> None:
    """What the autograd engine runs does not count as the forward code's."""
    x = torch.ones(3, requires_grad=True)

    with OpTrace() as trace:
        y = x.exp()
        torch.autograd.grad(y, x, torch.ones(3))

    assert trace.ops["aten::exp"] == 1
    assert trace.ops["aten::mul"] == 0
    assert trace.backward_ops["aten::mul"] == 1


def test_bytes_are_those_of_new_storages() -> None:
    """A new tensor counts its storage once; a view, an in-place result and an argument count nothing."""
    x = torch.ones(10, dtype=torch.float64)

    with OpTrace() as trace:
        x.view(2, 5).t()[0].add_(1)
        x.expand(1000, 10)
        without = trace.bytes_allocated
        y = x + 1
        y.view(5, 2)
        y.unbind()

    assert without == 0
    assert trace.bytes_allocated == 80


def test_every_result_of_a_list_counts() -> None:
    """Operators that return several tensors count each storage."""
    with OpTrace() as trace:
        torch.ones(4, dtype=torch.float64).sort()

    assert trace.bytes_allocated == 32 * 3


def test_freed_storages_count_though_their_memory_is_used_again() -> None:
    """Bytes add up over storages that never live at the same time, and the trace keeps none alive."""
    with OpTrace() as trace:
        for _ in range(100):
            torch.empty(1000, dtype=torch.uint8)

    assert trace.bytes_allocated == 100_000


def test_lists_of_tensors_are_arguments() -> None:
    """A storage that comes in inside a list is not new."""
    x, y = torch.ones(2), torch.ones(2)

    with OpTrace() as trace:
        torch._foreach_add_([x, y], 1.0)
        x.view(2)

    assert trace.bytes_allocated == 0


def test_a_trace_can_be_used_again() -> None:
    """`reset` forgets counts and storages; the mode may be entered any number of times."""
    trace = OpTrace()
    x = torch.ones(2, dtype=torch.float64)
    with trace:
        x + 1
    trace.reset()

    with trace:
        x.neg()

    assert dict(trace.ops) == {"aten::neg": 1}
    assert trace.bytes_allocated == 16


def test_the_check_comes_before_the_operator() -> None:
    """A check that raises keeps the operator from running, and it sees what the operator would get."""
    x = torch.zeros(2)
    seen: list[tuple[str, int]] = []

    def check(func: OpOverload, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        seen.append((func._schema.name, len(args)))
        raise KeyError("no")

    with pytest.raises(KeyError), OpTrace(check) as trace:
        x.add_(1)

    assert seen == [("aten::add_", 2)]
    assert x.tolist() == [0.0, 0.0]
    assert not trace.ops


def test_subclasses_that_dispatch_by_themselves_are_counted_once() -> None:
    """On a simulated device an operator counts as one, whatever it is carried out with."""
    x = Wrapped(torch.ones(3))

    with OpTrace() as trace:
        y = x + x

    assert isinstance(y, Wrapped)
    assert y.inner.tolist() == [2.0, 2.0, 2.0]
    assert dict(trace.ops) == {"aten::add": 1}


def test_tensors_without_a_storage_are_let_pass() -> None:
    """Sparse tensors count as operators, without bytes."""
    x = torch.eye(3).to_sparse()

    with OpTrace() as trace:
        x.coalesce()
        torch.sparse.mm(x, torch.ones(3, 1))

    assert trace.ops.total() > 0


def test_inference_mode_is_traced() -> None:
    """Operators under ``inference_mode`` count too."""
    with OpTrace() as trace, torch.inference_mode():
        torch.ones(2).exp()

    assert trace.ops["aten::exp"] == 1
