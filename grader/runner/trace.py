"""What a call does, operator by operator: which ATen operators run, how often, how much they allocate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import torch
from torch._C import _current_graph_task_id
from torch._ops import OpOverload
from torch.utils._python_dispatch import TorchDispatchMode

Check = Callable[[OpOverload, Sequence[Any], Mapping[str, Any]], None]
OUTSIDE_BACKWARD = -1  # what torch answers where no backward pass is under way


class OpTrace(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts the operators that run while it is entered; asks ``check`` before each.

    ``ops`` counts those of forward code by name (``"aten::add"``), ``backward_ops`` those that run during a
    backward pass. ``bytes_allocated`` is the sum, in bytes, of the storages that came into being in results;
    a storage counts once, and one that came in with an argument not at all.
    """

    def __init__(self, check: Check | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._check = check
        self._names: dict[int, str] = {}
        self._seen: dict[int, Any] = {}
        self.reset()

    def reset(self) -> None:
        """Forget what was counted."""
        self.ops: Counter[str] = Counter()
        self.backward_ops: Counter[str] = Counter()
        self.bytes_allocated = 0
        self._release()

    def __del__(self) -> None:
        self._release()

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Do without torch's wrapper around `__torch_dispatch__`: it costs as much as the counting."""
        return False

    def __torch_dispatch__(
        self,
        func: OpOverload,
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        """Check, run and count one operator."""
        if self._check is not None:
            self._check(func, args, kwargs or {})
        # By id: operators live as long as torch does, and hashing one is a Python call.
        name = self._names.get(id(func)) or self._name(func)
        counts = self.ops if _current_graph_task_id() == OUTSIDE_BACKWARD else self.backward_ops
        counts[name] = counts.get(name, 0) + 1
        self._see(args)
        if kwargs:
            self._see(kwargs.values())
            result = func(*args, **kwargs)
        else:
            result = func(*args)
        self.bytes_allocated += self._see(result if isinstance(result, tuple | list) else (result,))
        return result

    def _name(self, func: OpOverload) -> str:
        name = self._names[id(func)] = func._schema.name if isinstance(func, OpOverload) else str(func)
        return name

    def _see(self, values: Iterable[Any]) -> int:
        """Note the storages of tensors, also in nested sequences; return the bytes of new ones."""
        new = 0
        for value in values:
            if isinstance(value, torch.Tensor):
                new += self._see_storage(value)
            elif isinstance(value, list | tuple) and value and not isinstance(value[0], int | float):
                new += self._see(value)
        return new

    def _see_storage(self, tensor: torch.Tensor) -> int:
        try:
            storage = tensor.untyped_storage()
        except (NotImplementedError, RuntimeError):
            return 0  # sparse and nested tensors have no storage of their own
        key = storage._cdata
        if key in self._seen:
            return 0
        # The weak reference lets the memory go but keeps the address from coming back as another's.
        self._seen[key] = storage._weak_ref()
        return storage.nbytes()

    def _release(self) -> None:
        for reference in self._seen.values():
            torch.UntypedStorage._free_weak_ref(reference)  # type: ignore[no-untyped-call]
        self._seen = {}
