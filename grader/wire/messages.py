"""The messages of the wire as msgspec structs: decoding a header is validating it.

Requests go from the judge to the runner, replies come back; the values in them are those of
`grader.wire.wirevalues`, which this module gives out again, so that ``m.`` names the whole language.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from grader.wire.wirevalues import (
    MAX_STRING as MAX_STRING,
)
from grader.wire.wirevalues import (
    ArrayValue as ArrayValue,
)
from grader.wire.wirevalues import (
    BoolValue as BoolValue,
)
from grader.wire.wirevalues import (
    ComplexValue as ComplexValue,
)
from grader.wire.wirevalues import (
    DeviceValue as DeviceValue,
)
from grader.wire.wirevalues import (
    DictValue as DictValue,
)
from grader.wire.wirevalues import (
    DtypeValue as DtypeValue,
)
from grader.wire.wirevalues import (
    EllipsisValue as EllipsisValue,
)
from grader.wire.wirevalues import (
    FloatValue as FloatValue,
)
from grader.wire.wirevalues import (
    GeneratorValue as GeneratorValue,
)
from grader.wire.wirevalues import (
    HandleValue as HandleValue,
)
from grader.wire.wirevalues import (
    IntValue as IntValue,
)
from grader.wire.wirevalues import (
    ListValue as ListValue,
)
from grader.wire.wirevalues import (
    LongString as LongString,
)
from grader.wire.wirevalues import (
    NoneValue as NoneValue,
)
from grader.wire.wirevalues import (
    Number as Number,
)
from grader.wire.wirevalues import (
    ScalarValue as ScalarValue,
)
from grader.wire.wirevalues import (
    ShortString as ShortString,
)
from grader.wire.wirevalues import (
    Size as Size,
)
from grader.wire.wirevalues import (
    Sizes as Sizes,
)
from grader.wire.wirevalues import (
    SizeValue as SizeValue,
)
from grader.wire.wirevalues import (
    SliceValue as SliceValue,
)
from grader.wire.wirevalues import (
    SourceString as SourceString,
)
from grader.wire.wirevalues import (
    Strides as Strides,
)
from grader.wire.wirevalues import (
    StrValue as StrValue,
)
from grader.wire.wirevalues import (
    TensorValue as TensorValue,
)
from grader.wire.wirevalues import (
    TupleValue as TupleValue,
)
from grader.wire.wirevalues import (
    Value as Value,
)

# How much of anything one message may hold: an honest runner stays below each of these by itself.
MAX_NAMES = 200
MAX_HITS = 100
MAX_FRAMES = 8
MAX_BASES = 32
MAX_PATHS = 4096
MAX_STORAGES = 32 << 10
MAX_TAKEN = 16 << 10

Line = Annotated[int, Meta(ge=-(1 << 31), lt=1 << 31)]
Count = Annotated[int, Meta(ge=0, le=1 << 62)]
Names = Annotated[list[ShortString], Meta(max_length=MAX_NAMES)]
Paths = Annotated[list[ShortString], Meta(max_length=MAX_PATHS)]


class Path(Struct, frozen=True):
    """Something in the runner: a handle, the submission (-1), torch (-2), the spies (-3); then attributes."""

    root: int
    names: list[ShortString] = []


SUBMISSION = -1
TORCH = -2
SPIES = -3


class Prepare(Struct, frozen=True, tag="prepare"):
    """First request: limits and device of this runner, before it sees a byte of the submission."""

    memory_bytes: int
    device: ShortString
    reply_bytes: int
    file_bytes: int = 16 << 20
    open_files: int = 128
    threads: int = 32
    cpu_seconds: int = 60


class Check(Struct, frozen=True, tag="check"):
    """Parse the source and look for forbidden operations; executes nothing."""

    source: SourceString
    filename: ShortString
    target: ShortString
    forbidden: list[ShortString] = []
    forbid_broadcast: list[ShortString] = []


class Load(Struct, frozen=True, tag="load"):
    """Execute the source that was checked."""


class Call(Struct, frozen=True, tag="call"):
    """Call something; `seed` starts a new example: RNG seeded, earlier handles dropped.

    `traced` has every operation counted and held to the forbidden ones, which costs about 30 us each.
    """

    target: Path
    args: list[Value] = []
    kwargs: dict[ShortString, Value] = {}
    seed: int | None = None
    want_arguments: bool = False
    traced: bool = True


class Evaluate(Struct, frozen=True, tag="evaluate"):
    """Evaluate an author's expression, in which the target, torch and np are known; seeds as `Call` does."""

    expression: SourceString
    seed: int | None = None


class Read(Struct, frozen=True, tag="read"):
    """Read an attribute."""

    target: Path
    seed: int | None = None


class Iterate(Struct, frozen=True, tag="iterate"):
    """Take at most `limit` elements from an iterable."""

    target: Path
    limit: int


class Differentiate(Struct, frozen=True, tag="differentiate"):
    """Call and pull `cotangents` (one for each floating tensor of the result) back to `wrt`.

    `wrt` has argument paths such as ``args[0]`` or ``kwargs[weight]``, or ``parameters``.
    """

    target: Path
    args: list[Value]
    kwargs: dict[ShortString, Value]
    cotangents: list[Value]
    wrt: list[ShortString]
    seed: int | None = None
    traced: bool = True


Request = Prepare | Check | Load | Call | Evaluate | Read | Iterate | Differentiate


class Hit(Struct, frozen=True):
    """A forbidden operation: its name, the route by which it was reached, the submission's line."""

    name: LongString
    route: ShortString
    line: Line | None = None


Hits = Annotated[list[Hit], Meta(max_length=MAX_HITS)]


class Violation(Struct, frozen=True):
    """Two devices mixed on the simulated device, and the submission's line."""

    message: LongString
    line: Line | None = None


class Frame(Struct, frozen=True):
    """One line of the submission in a traceback."""

    line: Line
    function: ShortString
    text: LongString


class ExceptionRecord(Struct, frozen=True):
    """An exception as data: class name, built-in bases, message, the submission's own frames."""

    type_name: ShortString
    bases: Annotated[list[ShortString], Meta(max_length=MAX_BASES)]
    message: LongString
    frames: Annotated[list[Frame], Meta(max_length=MAX_FRAMES)] = []
    out_of_memory: bool = False


class TensorFact(Struct, frozen=True):
    """What is claimed of one tensor in a result."""

    path: ShortString
    dtype: ShortString
    shape: Sizes
    stride: Strides
    device: ShortString
    requires_grad: bool


class Facts(Struct, frozen=True):
    """What happened in a call besides its answer; paths name arguments and parts of the result."""

    mutated: Paths = []
    aliases: Annotated[list[tuple[ShortString, ShortString]], Meta(max_length=MAX_PATHS)] = []
    same_as: ShortString | None = None
    tensors: Annotated[list[TensorFact], Meta(max_length=MAX_PATHS)] = []
    ops: Annotated[dict[ShortString, Count], Meta(max_length=MAX_PATHS)] = {}
    bytes_allocated: Count = 0
    state_changed: Names = []
    violations: Annotated[list[Violation], Meta(max_length=MAX_PATHS)] = []


class Ready(Struct, frozen=True, tag="ready"):
    """The runner is prepared."""


class Checked(Struct, frozen=True, tag="checked"):
    """What the source check found; `error` when the source is not valid Python."""

    hits: Hits = []
    error: ExceptionRecord | None = None


class Loaded(Struct, frozen=True, tag="loaded"):
    """The submission ran; what it defines, and what its target looks like."""

    names: Names
    found: bool
    callable: bool = False
    type_name: ShortString = ""
    parameters: Names | None = None
    state_changed: Names = []
    error: ExceptionRecord | None = None
    hits: Hits = []


class Returned(Struct, frozen=True, tag="returned"):
    """A call or read came back; `arguments` when they were asked for."""

    value: Value
    facts: Facts = Facts()
    arguments: Value | None = None


class Raised(Struct, frozen=True, tag="raised"):
    """A call raised."""

    error: ExceptionRecord
    facts: Facts = Facts()


class Forbidden(Struct, frozen=True, tag="forbidden"):
    """A forbidden operation was reached, whether or not the submission swallowed the exception."""

    hits: Hits


class Yielded(Struct, frozen=True, tag="yielded"):
    """The elements that `Iterate` took; `more` when there were more than the limit."""

    values: Annotated[list[Value], Meta(max_length=MAX_TAKEN)]
    more: bool


class Gradients(Struct, frozen=True, tag="gradients"):
    """One gradient for each of `wrt` (parameters named), None where none arrived.

    `detached` lists the floating tensors of the result that require no grad.
    """

    names: Paths
    gradients: Annotated[list[Value], Meta(max_length=MAX_PATHS)]
    detached: Paths
    facts: Facts = Facts()


Reply = Ready | Checked | Loaded | Returned | Raised | Forbidden | Yielded | Gradients


class RequestEnvelope(Struct, frozen=True):
    """A request, its number, and the byte lengths of the storages that follow."""

    message: Request
    storages: Annotated[list[Size], Meta(max_length=MAX_STORAGES)] = []
    number: Number = 0


class ReplyEnvelope(Struct, frozen=True):
    """A reply, the number of its request, and the byte lengths of the storages that follow."""

    message: Reply
    storages: Annotated[list[Size], Meta(max_length=MAX_STORAGES)] = []
    number: Number = 0


encode = msgspec.json.Encoder().encode
decode_request = msgspec.json.Decoder(RequestEnvelope).decode
decode_reply = msgspec.json.Decoder(ReplyEnvelope).decode
