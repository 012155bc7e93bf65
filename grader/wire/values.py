"""What encoder and decoder share: names of dtypes, exact floats, bounds."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
import torch

from grader.wire.frames import ProtocolError

MAX_DEPTH = 16
MAX_NODES = 20_000
MAX_NUMEL = 1 << 26
MAX_INT_BITS = 256
KEY_INT_BITS = 60  # Python hashes ints modulo 2**61 - 1: below that, no two of them have the same hash
KEY_DEPTH = 2
MAX_TUPLE_KEYS = 1000  # tuples of one hash can be computed: in a dict of n of them, that costs n * n

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
    """Read what `format_float` wrote; no float is as large as ``0x1p+99999``, which is a `ProtocolError`."""
    try:
        return float(written) if "n" in written else float.fromhex(written)
    except (OverflowError, ValueError) as error:
        raise ProtocolError(f"{written} is not a float") from error


def row_major(shape: Sequence[int]) -> list[int]:
    """Return the strides of a dense row-major layout, in elements."""
    strides = [1] * len(shape)
    for axis in range(len(shape) - 2, -1, -1):
        strides[axis] = strides[axis + 1] * shape[axis + 1]
    return strides


def why_no_key(key: object, depth: int = 0) -> str:
    """Say why a value cannot be a key of a dict that travels; nothing where it can.

    Keys of equal hash make a dict as slow as the square of its length: what can be forged into one hash
    does not travel, or only a few at a time.
    """
    if key is None or type(key) in (bool, float, str, torch.dtype, torch.device):
        return ""
    if isinstance(key, np.generic) and type(key).__module__ == "numpy" and key.dtype.kind in "biuf":
        return ""
    if type(key) is int:
        return "" if key.bit_length() <= KEY_INT_BITS else f"an integer of {key.bit_length()} bits"
    if type(key) not in (tuple, torch.Size):
        return f"an object of type {type(key).__name__[:100]}"
    if depth == KEY_DEPTH:
        return "a tuple that is nested too deeply"
    return next(filter(None, (why_no_key(item, depth + 1) for item in key)), "")  # type: ignore[attr-defined]


def why_no_keys(keys: Collection[object]) -> str:
    """Say why these cannot be the keys of a dict that travels; nothing where they can."""
    tuples = sum(isinstance(key, tuple) for key in keys)
    if tuples > MAX_TUPLE_KEYS:
        return f"{tuples} tuples; at most {MAX_TUPLE_KEYS} travel"
    return next(filter(None, map(why_no_key, keys)), "")
