"""What encoder and decoder share: names of dtypes, exact floats, bounds."""

from __future__ import annotations

import math

import torch

MAX_DEPTH = 16
MAX_NODES = 20_000
MAX_NUMEL = 1 << 26
MAX_INT_BITS = 256

DTYPES: dict[str, torch.dtype] = {
    name: value
    for name, value in vars(torch).items()
    if isinstance(value, torch.dtype) and str(value) == f"torch.{name}"
}
PLAIN_DTYPES = frozenset(
    [
        "bool",
        "uint8",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint16",
        "uint32",
        "uint64",
        "float16",
        "bfloat16",
        "float32",
        "float64",
        "complex64",
        "complex128",
    ]
)
ARRAY_KINDS = frozenset("biufc")
FINITE_ONLY = {math.inf: "inf", -math.inf: "-inf"}


class NotPlain(Exception):
    """This value cannot travel; the text says why."""


def dtype_name(dtype: torch.dtype) -> str:
    """Return ``float64`` for ``torch.float64``."""
    return str(dtype).removeprefix("torch.")


def format_float(value: float) -> str:
    """Write a float exactly."""
    if math.isnan(value):
        return "nan"
    return FINITE_ONLY.get(value) or float.hex(value)


def parse_float(written: str) -> float:
    """Read what `format_float` wrote."""
    return float(written) if "n" in written else float.fromhex(written)
