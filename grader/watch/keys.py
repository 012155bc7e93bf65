"""Single key presses from a terminal, whose settings are put back on any exit."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

Put = Callable[[str], None]

END_OF_INPUT = "end_of_input"

_POLL_SECONDS = 0.2
_SEQUENCE = re.compile("\x1b[\\[O][0-9;]*[A-Za-z~]|.", re.DOTALL)
_NAMES = {"\x1b": "escape", "\r": "enter", "\n": "enter", "\x04": END_OF_INPUT}
_ARROWS = {"A": "up", "B": "down"}


def decode_keys(chunk: bytes) -> tuple[str, ...]:
    """Return the names of the keys in what the terminal sent: characters, arrows, ``enter``, ``escape``."""
    return tuple(map(_name, _SEQUENCE.findall(chunk.decode(errors="replace"))))


def _name(sequence: str) -> str:
    if len(sequence) > 1:
        return _ARROWS.get(sequence[-1], "unknown")
    return _NAMES.get(sequence, sequence)


@contextlib.contextmanager
def ending_on_signals() -> Iterator[None]:
    """Turn a hang-up or a polite kill into `SystemExit`, so that everything is put back on the way out."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {getattr(signal, name): signal.getsignal(getattr(signal, name)) for name in names}
    for number in before:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if sys.platform == "win32":
    import msvcrt

    @contextlib.contextmanager
    def single_keys(put: Put) -> Iterator[None]:
        """Call ``put`` from a thread with the name of each key pressed, until the block ends."""
        stop = threading.Event()
        with _thread(lambda: _listen(put, stop), stop):
            yield

    def _listen(put: Put, stop: threading.Event) -> None:
        while not stop.wait(_POLL_SECONDS / 4):
            while msvcrt.kbhit():
                put(_name(msvcrt.getwch()))

else:
    import select
    import termios
    import tty

    @contextlib.contextmanager
    def single_keys(put: Put) -> Iterator[None]:
        """Call ``put`` from a thread with the name of each key pressed, until the block ends."""
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        stop = threading.Event()
        try:
            tty.setcbreak(terminal)
            with _resuming(terminal, put), _thread(lambda: _listen(terminal, put, stop), stop):
                yield
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)

    def _listen(terminal: int, put: Put, stop: threading.Event) -> None:
        while not stop.is_set():
            ready, _, _ = select.select([terminal], [], [], _POLL_SECONDS)
            if ready and not _read_keys(terminal, put):
                return

    def _read_keys(terminal: int, put: Put) -> bool:
        chunk = _read(terminal)
        for key in decode_keys(chunk) if chunk else (END_OF_INPUT,):
            put(key)
        return bool(chunk)

    def _read(terminal: int) -> bytes:
        try:
            return os.read(terminal, 1024)
        except OSError:  # the terminal is gone
            return b""

    @contextlib.contextmanager
    def _resuming(terminal: int, put: Put) -> Iterator[None]:
        """Take the terminal again after Ctrl-Z and `fg`: the shell has put its own settings back."""

        def resume(number: int, frame: FrameType | None) -> None:
            tty.setcbreak(terminal)
            put("redraw")

        before = signal.signal(signal.SIGCONT, resume)
        resized = signal.signal(signal.SIGWINCH, lambda number, frame: put("redraw"))
        try:
            yield
        finally:
            signal.signal(signal.SIGCONT, before)
            signal.signal(signal.SIGWINCH, resized)


@contextlib.contextmanager
def _thread(target: Callable[[], None], stop: threading.Event) -> Iterator[None]:
    thread = threading.Thread(target=target, name="keys", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
