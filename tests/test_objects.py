"""The runner's half of the values: arguments arrive on the device asked for, answers leave as plain data."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from grader.runner.objects import (
    Handles,
    Placement,
    SimulatedPlacement,
    argument_decoder,
    result_encoder,
)
from grader.runner.server import Server, place
from grader.runner.simulated import is_simulated, to_cpu
from grader.wire import messages as m
from grader.wire.decoding import Decoder, build_plain
from grader.wire.encoding import Encoder, LayoutCodec
from grader.wire.frames import Channel
from grader.wire.values import MAX_NUMEL


def arrived(value: object, placement: Placement) -> object:
    """Send a value from the judge to a runner whose tensors live where `placement` says."""
    encoder = Encoder(LayoutCodec(), lambda stranger, why: m.NoneValue())
    encoded = encoder.encode(value)
    payload = bytearray(b"".join(bytes(part) for part in encoder.storages.parts))
    return argument_decoder(payload, encoder.storages.sizes, placement, Handles()).decode(encoded)


def answered(value: object, placement: Placement) -> m.Value:
    """Return an answer as the runner writes it."""
    return result_encoder(placement, Handles()).encode(value)


def test_arguments_keep_layout_and_sharing_on_the_simulated_device() -> None:
    """Two views of one storage are two views of one simulated storage; leaves stay leaves."""
    base = torch.arange(6.0).reshape(2, 3)
    weight = torch.nn.Parameter(torch.ones(2))

    whole, turned, parameter = arrived([base, base.t(), weight], SimulatedPlacement())

    assert all(map(is_simulated, (whole, turned, parameter)))
    assert (turned.shape, turned.stride()) == ((3, 2), (1, 3))
    to_cpu(whole).fill_(7)
    assert torch.equal(to_cpu(turned), torch.full((3, 2), 7.0))
    assert isinstance(parameter, torch.nn.Parameter)
    assert parameter.requires_grad


def test_one_storage_may_be_read_as_several_types() -> None:
    """A storage is moved once for each dtype it is seen as, and memory stays shared."""
    base = torch.zeros(2, dtype=torch.int32)

    numbers, bits = arrived([base, base.view(torch.float32)], SimulatedPlacement())
    to_cpu(numbers).fill_(0x3F800000)

    assert to_cpu(bits).tolist() == [1.0, 1.0]


def test_a_generator_arrives_on_the_simulated_device_with_its_state() -> None:
    """It draws what the judge's would, and belongs to the device."""
    ours = torch.Generator().manual_seed(5)
    theirs = arrived(ours, SimulatedPlacement())

    assert theirs.device.type == "simulated"
    assert torch.equal(torch.rand(3, generator=theirs), torch.rand(3, generator=ours))


def test_answers_of_the_simulated_device_say_so() -> None:
    """The elements travel densely; the device is told, on the CPU as well."""
    placement = SimulatedPlacement()
    there = arrived(torch.arange(6.0).reshape(2, 3), placement)

    value = answered(there.t(), placement)
    here = answered(torch.ones(2), placement)

    assert (value.device, value.shape, value.stride) == ("simulated", [3, 2], [2, 1])
    assert (here.device, here.shape) == ("cpu", [2])


def test_a_device_without_our_memory_gets_one_copy_of_a_storage() -> None:
    """As on CUDA: layouts are rebuilt over a copy there; the copy is forgotten with the next message."""
    placement = Placement("meta")
    base = torch.arange(6.0).reshape(2, 3)

    whole, turned = arrived([base, base.t()], placement)
    (again,) = arrived([base], placement)

    assert {whole.device.type, turned.device.type} == {"meta"}
    assert (turned.shape, turned.stride()) == ((3, 2), (1, 3))
    assert whole.untyped_storage()._cdata == turned.untyped_storage()._cdata
    assert whole.untyped_storage()._cdata != again.untyped_storage()._cdata


def test_too_large_answers_stay_where_they_are() -> None:
    """More elements than travel is a handle that says how many, for arrays as for tensors."""
    huge = np.lib.stride_tricks.as_strided(np.zeros(1), (MAX_NUMEL + 1,), (0,))

    assert answered(huge, Placement("cpu")).note == f"it has {MAX_NUMEL + 1} elements"
    assert answered(torch.zeros(1).expand(MAX_NUMEL + 1), Placement("cpu")).note.startswith("it has")


def test_answers_are_dense_whatever_their_layout() -> None:
    """A transposed array and a conjugated tensor arrive with their elements, in row-major order."""
    array = np.arange(6.0).reshape(2, 3).T
    tensor = torch.tensor([[1 + 2j, 3 - 1j]]).conj().t()
    encoder = result_encoder(Placement("cpu"), Handles())
    encoded = [encoder.encode(array), encoder.encode(tensor), encoder.encode(np.empty((0, 2)))]
    payload = bytearray(b"".join(bytes(part) for part in encoder.storages.parts))

    got = Decoder(payload, encoder.storages.sizes, lambda handle: handle, build_plain)

    np.testing.assert_array_equal(got.decode(encoded[0]), array)
    assert got.decode(encoded[1]).tolist() == [[1 - 2j], [3 + 1j]]
    assert got.decode(encoded[2]).shape == (0, 2)


def test_handles_of_an_example_are_forgotten_with_it() -> None:
    """A number that is kept no more is nobody's object."""
    handles = Handles()
    kept = handles.keep(torch.nn.Linear(1, 1))

    assert (kept.type_name, kept.module, kept.callable) == ("Linear", True, True)
    handles.clear()
    with pytest.raises(KeyError):
        handles.get(kept.id)


@pytest.fixture
def tf32() -> Iterator[None]:
    """TF32 as a machine may allow it; put back afterwards."""
    switches = (torch.backends.cudnn, torch.backends.cuda.matmul)
    before = [switch.allow_tf32 for switch in switches]
    for switch in switches:
        switch.allow_tf32 = True
    yield
    for switch, allowed in zip(switches, before, strict=True):
        switch.allow_tf32 = allowed


@pytest.mark.usefixtures("tf32")
@pytest.mark.parametrize(
    ("device", "kind", "allowed"),
    [("cpu", Placement, True), ("simulated", SimulatedPlacement, True), ("cuda", Placement, False)],
)
def test_a_device_has_its_placement(device: str, kind: type[Placement], allowed: bool) -> None:
    """Each device is known by its name; CUDA alone loses TF32, whose ten bits would look like a wrong answer."""
    assert type(place(device)) is kind
    assert torch.backends.cudnn.allow_tf32 is allowed
    assert torch.backends.cuda.matmul.allow_tf32 is allowed


def test_a_runner_refuses_requests_out_of_their_order() -> None:
    """Nothing is loaded before it was checked, and nothing called before it was loaded."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        server = Server(Channel(ours))
        with pytest.raises(RuntimeError, match="load before check"):
            server.answer(m.Load(), bytearray(), [])
        with pytest.raises(RuntimeError, match="call before load"):
            server.answer(m.Read(m.Path(m.SUBMISSION, ["f"])), bytearray(), [])
