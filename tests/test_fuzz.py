"""Nonsense on the wire and nonsense as a submission: refused or plain, one verdict each, never a fault of ours."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from msgspec import MsgspecError
from small_course import REFERENCE, SLUG, STUB, make_small_course

from grader.catalog import Catalog, SourceText, read_submission
from grader.client.checked import CheckedZygote
from grader.errors import SubmissionUnreadable
from grader.judge import Judge
from grader.model import Verdict
from grader.wire import messages as m
from grader.wire.decoding import Decoder, build_plain
from grader.wire.encoding import Encoder, LayoutCodec
from grader.wire.frames import ProtocolError

# What `Session.refusing_malformed` turns into a verdict; anything else would be a fault of ours.
REFUSED = (ProtocolError, MsgspecError, RecursionError, UnicodeError)
PLAIN = (
    type(None), bool, int, float, complex, str, bytes, list, tuple, dict, slice, type(...),
    torch.Tensor, torch.Size, torch.dtype, torch.device, torch.Generator, np.ndarray, np.generic,
)  # fmt: skip
FEW_FRAMES, MANY_FRAMES = 4_000, 200_000
FEW_SOURCES, MANY_SOURCES, PARTS = 60, 10_000, 10
TOKENS = (
    b"null", b"-1", b"1e999", b"99999999999999999999", b'"\\ud800"', b"[]", b"{}", b"true", b'"float64"', b"0", b"1",
    b"9223372036854775807", b"[[[[", b'"tensor"', b'"kind"', b"NaN", b'"\x00"', b'"' + b"a" * 300 + b'"',
)  # fmt: skip


def honest_replies() -> list[tuple[bytes, bytes]]:
    """Return replies of every kind of value, as header and payload."""
    values: list[object] = [
        torch.arange(6.0).view(2, 3).t(), torch.zeros(0, 3), torch.tensor(True), torch.ones(2, dtype=torch.complex64),
        torch.ones(4).expand(3, 4), np.arange(4.0).reshape(2, 2), np.float32(1.5), [1, (2.5, "x"), {"a": None, "b": b""}],
        {"t": torch.ones(2), "s": torch.Size([1, 2]), "d": torch.float16, "v": torch.device("cpu")}, 10**30, 1 + 2j,
        slice(0, 3), float("nan"), "é" * 10, torch.Generator(),
    ]  # fmt: skip
    replies = [reply_of(value) for value in values]
    raised = m.Raised(
        m.ExceptionRecord("ValueError", ["ValueError", "Exception"], "no", [m.Frame(3, "f", "x")])
    )
    others = (
        raised,
        m.Ready(),
        m.Checked([m.Hit("gather", "source", 2)]),
        m.Loaded(["f"], found=True, callable=True),
    )
    return replies + [(m.encode(m.ReplyEnvelope(message, [])), b"") for message in others]


def reply_of(value: object) -> tuple[bytes, bytes]:
    """Return a reply that brings back `value`."""
    encoder = Encoder(LayoutCodec(), lambda other, path: m.HandleValue(1, type(other).__name__))
    message = m.Returned(encoder.encode(value))
    header = m.encode(m.ReplyEnvelope(message, encoder.storages.sizes))
    return header, b"".join(bytes(part) for part in encoder.storages.parts)


def mutated(data: bytes, draw: random.Random) -> bytes:
    """Return `data` with one to four small damages."""
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(data) + 1)
        length = draw.choice((0, 1, 1, 2, 8, 40))
        new = draw.choice(
            (
                b"",
                draw.randbytes(draw.randint(1, 4)),
                draw.choice(TOKENS),
                data[:40],
                data[place : place + 20],
            )
        )
        data = data[:place] + new + data[place + length :]
    return data


def decode(header: bytes, payload: bytes) -> object:
    """Decode a reply as a session does."""
    envelope = m.decode_reply(header)
    if not isinstance(envelope.message, m.Returned):
        return None
    decoder = Decoder(bytearray(payload), envelope.storages, lambda handle: None, build_plain)
    return decoder.decode(envelope.message.value)


def is_plain(value: object) -> bool:
    """Tell whether a value is plain data through and through."""
    if isinstance(value, dict):
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    if isinstance(value, (list, tuple)) and type(value) is not torch.Size:
        return all(map(is_plain, value))
    return type(value) in PLAIN or isinstance(value, np.generic)


def fuzz_frames(count: int) -> tuple[int, int]:
    """Decode `count` damaged replies; return how many were refused and how many were plain values."""
    draw, replies = random.Random(count), honest_replies()
    refused = 0
    for _ in range(count):
        header, payload = draw.choice(replies)
        damaged = mutated(header, draw) if draw.random() < 0.9 else header
        payload = mutated(payload, draw) if draw.random() < 0.3 else payload
        try:
            assert is_plain(decode(damaged, payload))
        except REFUSED:
            refused += 1
    return refused, count - refused


def test_every_honest_reply_is_decoded() -> None:
    """The fuzzer starts from replies that are valid."""
    assert all(is_plain(decode(*reply)) for reply in honest_replies())


def test_damaged_frames_are_refused_or_plain() -> None:
    """A damaged frame is refused by one of four exceptions, or it is another plain value."""
    refused, plain = fuzz_frames(FEW_FRAMES)

    assert refused > FEW_FRAMES / 2
    assert plain > 0  # or the damage is too coarse to find anything


@pytest.mark.slow
def test_very_many_damaged_frames_are_refused_or_plain() -> None:
    """The same for two hundred thousand."""
    refused, plain = fuzz_frames(MANY_FRAMES)

    assert refused > MANY_FRAMES / 2
    assert plain > 0


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """A judge over a small course, with limits that cost little."""
    with Judge(Catalog(make_small_course(tmp_path_factory.mktemp("course"))), zygote=CheckedZygote()) as warm:
        yield warm


def malformed(draw: random.Random) -> bytes:
    """Return a source that is probably not Python any more."""
    source = draw.choice((REFERENCE, STUB)).encode()
    kind = draw.randrange(8)
    if kind == 0:
        return draw.randbytes(draw.randint(0, 200))
    if kind == 1:
        return source.decode().encode(draw.choice(("utf-16", "utf-32", "utf-7", "utf-8-sig")))
    if kind == 2:
        return source.replace(b"\n", draw.choice((b"\r", b"\r\n", b"\x0c", b"\x00", b"\xe2\x80\xa8")))
    if kind == 3:
        return source + draw.choice((b"(", b"[", b"{", b"-", b"not ", b"lambda:", b"f'{")) * draw.randint(
            1, 3000
        )
    if kind == 4:
        return (
            draw.choice((b"# coding: rot13\n", b"# coding: nonsense\n", b"#!x\n# vim: fileencoding=utf-7\n"))
            + source
        )
    return mutated(source, draw)


def fuzz_sources(judge: Judge, folder: Path, count: int, seed: int) -> set[Verdict]:
    """Hand in `count` malformed sources; return the verdicts there were."""
    draw, found = random.Random(seed), set[Verdict]()
    exercise = judge.catalog.load(SLUG)
    limits = replace(exercise.limits, call_seconds=1.0, load_seconds=2.0, exercise_seconds=3.0)
    path = folder / "double.py"
    for _ in range(count):
        path.write_bytes(malformed(draw))
        try:
            source: SourceText = read_submission(path, exercise.limits)
        except SubmissionUnreadable:
            continue  # said at intake, with a sentence of its own
        attempt = judge.grade(replace(exercise, limits=limits), source)
        assert attempt.verdict is not Verdict.GRADER_FAULT, (attempt.messages, path.read_bytes())
        found.add(attempt.verdict)
    return found


def test_malformed_sources_have_a_verdict(judge: Judge, tmp_path: Path) -> None:
    """A malformed source ends in a verdict of the student's, never in a fault of ours."""
    assert Verdict.CRASHED in fuzz_sources(judge, tmp_path, FEW_SOURCES, seed=FEW_SOURCES)


@pytest.mark.parametrize(
    "part",
    [pytest.param(part, marks=pytest.mark.soak if part else pytest.mark.slow) for part in range(PARTS)],
)
def test_very_many_malformed_sources_have_a_verdict(judge: Judge, tmp_path: Path, part: int) -> None:
    """The same for ten thousand, in parts of a thousand."""
    assert Verdict.CRASHED in fuzz_sources(judge, tmp_path, MANY_SOURCES // PARTS, seed=part)
