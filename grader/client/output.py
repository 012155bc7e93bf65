"""What a submission prints: kept up to a limit, shown apart, never read as anything else."""

from __future__ import annotations

import os
from dataclasses import dataclass

READ_CHUNK = 64 << 10


@dataclass(slots=True)
class Output:
    """What the submission printed, up to a limit."""

    limit: int
    data: bytes = b""
    truncated: bool = False

    def drain(self, descriptor: int) -> bool:
        """Read what is there; return False at the end of the pipe."""
        try:
            part = os.read(descriptor, READ_CHUNK)
        except BlockingIOError:
            return True
        room = self.limit - len(self.data)
        self.data += part[:room]
        self.truncated = self.truncated or len(part) > room
        return bool(part)

    def drain_all(self, descriptor: int) -> None:
        """Read what is left in the pipe, at most a few limits' worth."""
        os.set_blocking(descriptor, False)
        for _ in range(4 + self.limit // READ_CHUNK):
            before = len(self.data), self.truncated
            if not self.drain(descriptor) or before == (len(self.data), self.truncated):
                return
