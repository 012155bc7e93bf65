"""The tagged structs of values: what an argument or an answer is on the wire.

Tensors and arrays point into the storages that follow the header. Decoding a struct is validating it.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

MAX_STRING = 64 << 10
MAX_RANK = 64

ShortString = Annotated[str, Meta(max_length=200)]
LongString = Annotated[str, Meta(max_length=MAX_STRING)]
SourceString = Annotated[str, Meta(max_length=4 << 20)]
Digits = Annotated[str, Meta(max_length=80, pattern=r"^-?[0-9]+$")]
FloatString = Annotated[str, Meta(max_length=40, pattern=r"^(nan|-?inf|-?0x[01]\.?[0-9a-f]*p[+-][0-9]+)$")]
Size = Annotated[int, Meta(ge=0, le=1 << 40)]
Number = Annotated[int, Meta(ge=-(1 << 62), le=1 << 62)]
Sizes = Annotated[list[Size], Meta(max_length=MAX_RANK)]
Strides = Annotated[list[Annotated[int, Meta(ge=-(1 << 40), le=1 << 40)]], Meta(max_length=MAX_RANK)]


class NoneValue(Struct, frozen=True, tag="none"):
    """``None``."""


class EllipsisValue(Struct, frozen=True, tag="ellipsis"):
    """``...``."""


class BoolValue(Struct, frozen=True, tag="bool"):
    """A Python bool."""

    v: bool


class IntValue(Struct, frozen=True, tag="int"):
    """A Python int of at most 256 bits, in decimal: JSON numbers lose large ones."""

    v: Digits


class FloatValue(Struct, frozen=True, tag="float"):
    """A Python float in hexadecimal: exact, and NaN and infinities have a spelling."""

    v: FloatString


class ComplexValue(Struct, frozen=True, tag="complex"):
    """A Python complex number."""

    re: FloatString
    im: FloatString


class StrValue(Struct, frozen=True, tag="str"):
    """A Python str; lone surrogates are escaped by the sender."""

    v: LongString


class ListValue(Struct, frozen=True, tag="list"):
    """A list."""

    v: list[Value]


class TupleValue(Struct, frozen=True, tag="tuple"):
    """A tuple."""

    v: list[Value]


class DictValue(Struct, frozen=True, tag="dict"):
    """A dict (an ordered dict too) as pairs, so that keys may be any value."""

    v: list[tuple[Value, Value]]


class SliceValue(Struct, frozen=True, tag="slice"):
    """A slice."""

    start: Value
    stop: Value
    step: Value


class SizeValue(Struct, frozen=True, tag="size"):
    """A torch.Size."""

    v: Sizes


class DtypeValue(Struct, frozen=True, tag="dtype"):
    """A torch dtype by name, e.g. ``float64``."""

    v: ShortString


class DeviceValue(Struct, frozen=True, tag="device"):
    """A torch device, e.g. ``cpu`` or ``cuda:0``."""

    v: ShortString


class GeneratorValue(Struct, frozen=True, tag="generator"):
    """A torch.Generator: its device, its seed and, in a storage, its state."""

    device: ShortString
    storage: Size
    seed: Digits = "0"


class TensorValue(Struct, frozen=True, tag="tensor"):
    """A tensor: where its elements lie in a storage (sizes and strides in elements).

    From the judge, `stride` and `offset` describe the real layout over the whole storage; from the
    runner, the storage holds the elements densely in row-major order and `stride` is only a report.
    `identity` tells which values are one and the same object within a message.
    """

    dtype: ShortString
    shape: Sizes
    stride: Strides
    offset: Size
    storage: Size
    device: ShortString = "cpu"
    requires_grad: bool = False
    parameter: bool = False
    identity: Number = -1


class ArrayValue(Struct, frozen=True, tag="array"):
    """A NumPy array: sizes in elements, `strides` and `offset` in bytes."""

    dtype: ShortString
    shape: Sizes
    strides: Strides
    offset: Size
    storage: Size
    identity: Number = -1


class ScalarValue(Struct, frozen=True, tag="scalar"):
    """A NumPy scalar such as ``np.float64(1.0)``."""

    dtype: ShortString
    storage: Size


class HandleValue(Struct, frozen=True, tag="handle"):
    """An object that stays in the runner; `note` says why a tensor did not travel."""

    id: Number
    type_name: ShortString = "object"
    callable: bool = False
    module: bool = False
    note: LongString = ""


Value = (
    NoneValue
    | EllipsisValue
    | BoolValue
    | IntValue
    | FloatValue
    | ComplexValue
    | StrValue
    | ListValue
    | TupleValue
    | DictValue
    | SliceValue
    | SizeValue
    | DtypeValue
    | DeviceValue
    | GeneratorValue
    | TensorValue
    | ArrayValue
    | ScalarValue
    | HandleValue
)
