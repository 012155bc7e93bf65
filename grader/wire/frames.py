"""Frames on a stream socket: a fixed prefix, a JSON header, then raw bytes.

Every size is checked against its bound before anything is allocated, and a deadline is a deadline
for the whole frame, so that a peer that drips one byte a second gains nothing.
"""

from __future__ import annotations

import select
import socket
import struct
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

PREFIX = struct.Struct("<4sIQ")
MAGIC = b"TGW1"
MAX_HEADER = 4 << 20
CHUNK = 1 << 20
MAX_PARTS = 64
T = TypeVar("T")


class ProtocolError(Exception):
    """The peer sent something that is not a frame of ours."""


class ChannelClosed(Exception):
    """The peer is gone."""


class DeadlineExceeded(Exception):
    """The frame was not complete when its time was up."""


def frame(header: bytes, payload: Sequence[memoryview]) -> list[memoryview]:
    """Return the parts of one frame."""
    parts = [part.cast("B") for part in payload if part.nbytes]
    total = sum(part.nbytes for part in parts)
    return [memoryview(PREFIX.pack(MAGIC, len(header), total) + header), *parts]


class Channel:
    """One end of the wire: sends and receives whole frames.

    ``watched`` maps further file descriptors to callbacks that are called while waiting for the
    peer, so that what a runner prints never fills its pipe and never blocks it.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._received = bytearray()
        self.watched: Mapping[int, Callable[[], bool]] = {}

    def fileno(self) -> int:
        """Return the descriptor of the socket."""
        return self._socket.fileno()

    def close(self) -> None:
        """Close this end."""
        self._socket.close()

    def send(self, header: bytes, payload: Sequence[memoryview], deadline: float | None = None) -> None:
        """Send one frame; raise `ChannelClosed` if nobody reads it, `DeadlineExceeded` if too slowly."""
        self.send_all([(header, payload)], deadline)

    def send_all(
        self, frames: Sequence[tuple[bytes, Sequence[memoryview]]], deadline: float | None = None
    ) -> None:
        """Send frames one right after the other, as `send` does."""
        left = [part for header, payload in frames for part in frame(header, payload)]
        while left:
            sent = self._try(lambda: self._socket.sendmsg(left[:MAX_PARTS], [], socket.MSG_DONTWAIT))
            if sent is None:
                self._wait(select.POLLOUT, deadline)
                continue
            while left and sent >= left[0].nbytes:
                sent -= left.pop(0).nbytes
            if sent:
                left[0] = left[0][sent:]

    def receive(self, max_payload: int, deadline: float | None = None) -> tuple[bytes, bytearray]:
        """Receive one frame as ``(header, payload)``.

        Raises `ProtocolError` for a malformed prefix or a size over its bound, `ChannelClosed` at the
        end of the stream, `DeadlineExceeded` when `deadline` (``time.monotonic()`` seconds) passes.
        """
        magic, header_size, payload_size = PREFIX.unpack(self._receive_exactly(PREFIX.size, deadline))
        if magic != MAGIC:
            raise ProtocolError("the frame does not start with the magic number")
        if header_size > MAX_HEADER:
            raise ProtocolError(f"the header has {header_size} bytes; at most {MAX_HEADER} are allowed")
        if payload_size > max_payload:
            raise ProtocolError(f"the payload has {payload_size} bytes; at most {max_payload} are allowed")
        header = bytes(self._receive_exactly(header_size, deadline))
        return header, self._receive_exactly(payload_size, deadline)

    def _receive_exactly(self, size: int, deadline: float | None) -> bytearray:
        # Grows with what arrives: a peer that announces 64 MiB and sends nothing costs nothing.
        while len(self._received) < size:
            part = self._try(lambda: self._socket.recv(CHUNK, socket.MSG_DONTWAIT))
            if part is None:
                self._wait(select.POLLIN, deadline)
            elif not part:
                raise ChannelClosed("end of stream")
            else:
                self._received += part
        data, self._received = self._received[:size], self._received[size:]
        return data

    @staticmethod
    def _try(operation: Callable[[], T]) -> T | None:
        """Do what can be done at once; None where the socket would block."""
        try:
            return operation()
        except BlockingIOError:
            return None
        except OSError as error:
            raise ChannelClosed(str(error)) from error

    def _wait(self, event: int, deadline: float | None) -> None:
        poll = select.poll()
        poll.register(self._socket, event)
        for descriptor in self.watched:
            poll.register(descriptor, select.POLLIN)
        while True:
            remaining = None if deadline is None else deadline - time.monotonic()
            if remaining is not None and remaining <= 0:
                raise DeadlineExceeded
            ready = poll.poll(None if remaining is None else max(1, int(remaining * 1000)))
            if self._serve_watched(ready, poll):
                return

    def _serve_watched(self, ready: Sequence[tuple[int, int]], poll: select.poll) -> bool:
        main = False
        for descriptor, _ in ready:
            if descriptor == self._socket.fileno():
                main = True
            elif not self.watched[descriptor]():
                poll.unregister(descriptor)
                self.watched = {fd: call for fd, call in self.watched.items() if fd != descriptor}
        return main
