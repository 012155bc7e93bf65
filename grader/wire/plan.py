"""Which layers of the jail a runner puts on: decided by the judge's side, sent to the zygote once."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass

NAMESPACES = "namespaces"
LANDLOCK = "landlock"
SECCOMP = "seccomp"
CAPABILITIES = "capabilities"
RLIMITS = "rlimits"
CGROUP = "cgroup"

# What the judge asks of the zygote: one byte, then a length and as much JSON.
FORK = b"F"
PREPARE = b"P"
LENGTH = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class Plan:
    """The layers that every runner of one zygote puts on before it reads a byte of a submission.

    ``namespaces``: the zygote stands in a container of its own and runners nest another one in it.
    ``filtered``: capabilities dropped, Landlock and seccomp as far as the kernel has them.
    ``readable``: the folders that Landlock leaves readable.
    """

    namespaces: bool = False
    filtered: bool = False
    readable: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the plan as one line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, data: str) -> Plan:
        """Return the plan in a line of JSON."""
        fields = json.loads(data)
        return cls(fields["namespaces"], fields["filtered"], tuple(fields["readable"]))


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of one fork: bytes of disk in the scratch folder, and whether it may use a GPU."""

    disk_bytes: int = 32 << 20
    gpu: bool = False

    def to_json(self) -> bytes:
        """Return the order as JSON."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Order:
        """Return the order in a piece of JSON."""
        return cls(**json.loads(data))
