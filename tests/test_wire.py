"""The wire: values survive the crossing exactly; anything malformed is refused before it is believed."""

import math
import socket
import struct
import threading
import time

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.runner.facts import address_span
from grader.runner.objects import Handles, Placement, result_encoder
from grader.strategies import any_dtypes, tensors
from grader.wire import messages as m
from grader.wire.decoding import Decoder, ReplyDecoder, build_plain
from grader.wire.encoding import Encoder, LayoutCodec
from grader.wire.frames import MAGIC, PREFIX, Channel, ChannelClosed, DeadlineExceeded, ProtocolError
from grader.wire.values import MAX_NODES, MAX_NUMEL, MAX_TUPLE_KEYS, parse_float


def as_handle(value: object, why: str) -> m.HandleValue:
    """Encode what is not plain as a handle that carries the reason."""
    return m.HandleValue(1, type(value).__name__, note=why)


def cross(value: object) -> object:
    """Send a value through encoder, JSON and decoder."""
    encoder = Encoder(LayoutCodec(), as_handle)
    encoded = encoder.encode(value)
    header = m.encode(m.ReplyEnvelope(m.Returned(encoded), encoder.storages.sizes))
    envelope = m.decode_reply(header)
    payload = bytearray(b"".join(bytes(part) for part in encoder.storages.parts))
    return decoder_for(payload, envelope.storages).decode(envelope.message.value)


def decoder_for(payload: bytearray, sizes: list[int]) -> Decoder:
    """Return a decoder in which handles stay what they are."""
    return Decoder(payload, sizes, lambda handle: handle, build_plain)


def same(a: object, b: object) -> bool:
    """Compare plain values, NaN equal to NaN and types exact."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return a == b


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**255), 2**255),
    st.floats(),
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.just(...),
    st.sampled_from([torch.float16, torch.int64, torch.device("cpu"), torch.Size([2, 0, 3])]),
)
nested = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(nested)
def test_plain_values_come_back_equal_and_of_the_same_type(value: object) -> None:
    """Numbers, text and nesting survive exactly: bool stays bool, NaN stays NaN, tuples stay tuples."""
    assert same(cross(value), value)


@settings(deadline=None)
@given(tensors(dtype=any_dtypes()))
def test_tensors_keep_values_dtype_shape_and_layout(tensor: torch.Tensor) -> None:
    """A judge's tensor is rebuilt with the same strides and offset over its own storage."""
    rebuilt = cross(tensor)

    assert isinstance(rebuilt, torch.Tensor)
    assert (rebuilt.dtype, rebuilt.shape, rebuilt.stride()) == (tensor.dtype, tensor.shape, tensor.stride())
    assert rebuilt.storage_offset() == tensor.storage_offset()
    torch.testing.assert_close(rebuilt, tensor, rtol=0, atol=0, equal_nan=True)


def test_tensors_that_share_memory_still_share_it() -> None:
    """Views of one storage are views of one storage on the other side, and one object stays one object."""
    base = torch.arange(12.0).reshape(3, 4)

    first, second, third = cross([base, base.t(), base])

    assert first.untyped_storage().data_ptr() == second.untyped_storage().data_ptr()
    assert first is third


def test_leaves_and_parameters_arrive_as_such() -> None:
    """``requires_grad`` and ``nn.Parameter`` survive."""
    leaf, parameter = cross([torch.ones(2, requires_grad=True), torch.nn.Parameter(torch.ones(2))])

    assert leaf.is_leaf
    assert leaf.requires_grad
    assert type(parameter) is torch.nn.Parameter


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6)[::-2],
        np.array(3.0),
        np.zeros((0, 3)),
        np.arange(6, dtype=np.uint8).reshape(2, 3).T,
        np.ones(2, "c16"),
    ],
    ids=str,
)
def test_arrays_keep_values_dtype_and_strides(array: np.ndarray) -> None:
    """NumPy arrays survive, negative strides and all."""
    rebuilt = cross(array)

    np.testing.assert_array_equal(rebuilt, array)
    assert rebuilt.dtype == array.dtype
    assert rebuilt.size == 0 or rebuilt.strides == array.strides


def test_numpy_scalars_stay_numpy_scalars() -> None:
    """``np.float32(2)`` is not a Python float, and must not become one on the way."""
    assert type(cross(np.float32(2))) is np.float32


class Lying(torch.Tensor):
    """A subclass that could claim anything."""


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (object(), ""),
        (1 << 300, "301 bits"),
        ("x" * 70_000, "70000 characters"),
        (np.array([None]), "dtype object"),
    ],
    ids=["object", "int", "str", "array"],
)
def test_what_is_not_plain_becomes_a_handle_with_the_reason(value: object, why: str) -> None:
    """Anything else stays where it is."""
    handle = cross(value)

    assert isinstance(handle, m.HandleValue)
    assert why in handle.note


def test_deep_nesting_becomes_a_handle() -> None:
    """A list that contains itself ends at the depth limit instead of never."""
    endless: list[object] = []
    endless.append(endless)

    value = cross(endless)
    while isinstance(value, list):
        (value,) = value

    assert "too deeply" in value.note


def tensor_value(**changes: object) -> m.TensorValue:
    """Return a valid tensor value of two float32 over storage 0, with changes."""
    fields = {"dtype": "float32", "shape": [2], "stride": [1], "offset": 0, "storage": 0} | changes
    return m.TensorValue(**fields)


@pytest.mark.parametrize(
    "changes",
    [
        {"dtype": "complex32"},
        {"dtype": "qint8"},
        {"shape": [3]},
        {"offset": 1},
        {"stride": [1 << 30]},
        {"stride": [-1]},
        {"stride": [1, 1]},
        {"shape": [MAX_NUMEL + 1], "stride": [0]},
        {"storage": 1},
        {"dtype": "int32", "requires_grad": True},
        {"dtype": "int32", "requires_grad": True, "parameter": True},
        {"shape": [1 << 40, 1 << 40, 0], "stride": [1, 1, 1]},
    ],
    ids=str,
)
def test_a_tensor_that_does_not_fit_its_storage_is_refused(changes: dict[str, object]) -> None:
    """No tensor may reach past its bytes, and none may be huge by a stride of zero."""
    with pytest.raises(ProtocolError):
        decoder_for(bytearray(8), [8]).decode(tensor_value(**changes))


def test_a_bool_byte_that_is_neither_zero_nor_one_is_refused() -> None:
    """A forged bool could be both true and unequal to True."""
    with pytest.raises(ProtocolError, match="neither 0 nor 1"):
        decoder_for(bytearray(b"\x02"), [1]).decode(tensor_value(dtype="bool", shape=[1]))


def test_storages_must_add_up_to_the_payload() -> None:
    """A header that announces other sizes than came is refused."""
    with pytest.raises(ProtocolError, match="announced"):
        decoder_for(bytearray(8), [4])


@pytest.mark.parametrize(
    "dtype", ["O", "S4", "nonsense", "M8[s]", "V0", "f3", "f4,f4", "(2,)f4", ",", "9", "f", "99999999999f4"]
)
def test_arrays_of_odd_dtypes_are_refused(dtype: str) -> None:
    """Object arrays would be pointers; text and times do not travel."""
    value = m.ArrayValue(dtype, [1], [1], 0, 0)

    with pytest.raises(ProtocolError):
        decoder_for(bytearray(8), [8]).decode(value)


@pytest.mark.parametrize(
    "changes",
    [
        {"shape": [3]},
        {"shape": [-1]},
        {"offset": 5},
        {"strides": [1 << 40]},
        {"strides": [-4]},
        {"strides": [4, 4]},
        {"storage": 1},
        {"shape": [MAX_NUMEL + 1], "strides": [0]},
        {"shape": [1 << 40, 1 << 40, 0], "strides": [4, 4, 4]},
    ],
    ids=str,
)
def test_an_array_that_does_not_fit_its_storage_is_refused(changes: dict[str, object]) -> None:
    """No array may reach before or past its bytes either."""
    fields = {"dtype": "<f4", "shape": [2], "strides": [4], "offset": 0, "storage": 0} | changes

    with pytest.raises(ProtocolError):
        decoder_for(bytearray(8), [8]).decode(m.ArrayValue(**fields))


@pytest.mark.parametrize(
    "value",
    [
        m.ScalarValue("<f4", 0),
        m.ScalarValue("<f8", 1),
        m.GeneratorValue("cpu", 0, "1"),
        m.DtypeValue("float33"),
        m.DtypeValue("Tensor"),
        m.DeviceValue("nowhere"),
        m.DictValue([(m.ListValue([]), m.NoneValue())]),
        m.DictValue([(m.SliceValue(m.NoneValue(), m.NoneValue(), m.NoneValue()), m.NoneValue())]),
    ],
    ids=str,
)
def test_what_means_nothing_is_refused(value: m.Value) -> None:
    """A scalar of another size, a forged generator, unknown names and keys that no dict can have."""
    with pytest.raises(ProtocolError):
        decoder_for(bytearray(8), [8]).decode(value)


def test_nesting_deeper_than_any_encoder_goes_is_refused() -> None:
    """A forged value cannot use up the judge's stack."""
    value: m.Value = m.NoneValue()
    for _ in range(1000):
        value = m.TupleValue([value])

    with pytest.raises(ProtocolError, match="too deeply"):
        decoder_for(bytearray(), []).decode(value)


short = st.lists(st.integers(0, 3) | st.just(1 << 40), max_size=3)
strides = st.lists(st.integers(-8, 8) | st.just(1 << 40), max_size=3)
forged_tensors = st.builds(
    m.TensorValue,
    st.sampled_from(["bool", "int64", "float16", "float32", "complex128", "quint8"]),
    short,
    strides,
    st.integers(0, 9) | st.just(1 << 40),
    st.integers(0, 1),
    requires_grad=st.booleans(),
    parameter=st.booleans(),
)
forged_arrays = st.builds(
    m.ArrayValue,
    st.sampled_from(["<f4", "|b1", ">i8"]) | st.text("<>|=biufcOSV0123456789,()[]", max_size=5),
    short,
    strides,
    st.integers(0, 9) | st.just(1 << 40),
    st.integers(0, 1),
)


@given(forged_tensors | forged_arrays, st.binary(min_size=16, max_size=16))
def test_a_forged_value_is_refused_or_lies_within_its_bytes(value: m.Value, data: bytes) -> None:
    """Whatever a runner describes, the judge builds something whole, or raises a `ProtocolError`."""
    try:
        built = decoder_for(bytearray(data), [16]).decode(value)
    except ProtocolError:
        return

    low, high = address_span(built)
    assert high - low <= 16
    assert len(built.reshape(-1)[:4].tolist()) == min(4, math.prod(built.shape))


def test_an_array_met_twice_is_one_object() -> None:
    """What was one array in a value is one array on the other side; a forged number makes no tensor of it."""
    array = np.arange(3.0)
    first, second = cross([array, array])
    decoder = decoder_for(bytearray(8), [8])
    tensor = decoder.decode(tensor_value(identity=7))

    assert first is second
    assert decoder.decode(m.ArrayValue("<f4", [2], [4], 0, 0, identity=7)) is not tensor
    assert decoder.decode(tensor_value(identity=7)) is not tensor


def test_devices_of_the_simulation_are_the_cpu_here() -> None:
    """The judge has no simulated device: its name is an alias for the one it has."""
    assert decoder_for(bytearray(), []).decode(m.DeviceValue("simulated:0")) == torch.device("cpu")
    assert cross(torch.device("cuda:1")) == torch.device("cuda:1")


def test_a_tensor_of_a_subclass_stays_where_it_is() -> None:
    """Whatever a subclass says about itself, a runner's answer has a handle in its place, with the reason."""
    handles = Handles()
    answer = torch.ones(2).as_subclass(Lying)
    handle = result_encoder(Placement("cpu"), handles).encode(answer)

    assert isinstance(handle, m.HandleValue)
    assert (handle.type_name, handle.note) == ("Lying", "it is a subclass of torch.Tensor")
    assert handles.get(handle.id) is answer


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"{}",
        b"null",
        b'{"message":{"type":"unheard of"}}',
        b'{"message":{"type":"returned"}}',
        b'{"message":{"type":"returned","value":{"type":"int","v":"1e9"}}}',
        b'{"message":{"type":"returned","value":{"type":"float","v":"NaN"}}}',
        b'{"message":{"type":"returned","value":{"type":"size","v":[-1]}}}',
        b'{"message":{"type":"yielded","more":false,"values":[' + b'{"type":"list","v":[' * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_malformed_header_raises_only_what_the_judge_expects(header: bytes) -> None:
    """Every malformed header ends in a validation error or a recursion error, both of which are verdicts."""
    with pytest.raises((msgspec.MsgspecError, RecursionError, UnicodeError)):
        m.decode_reply(header)


def channels() -> tuple[Channel, socket.socket]:
    """Return a channel and the raw socket at its other end."""
    ours, theirs = socket.socketpair()
    return Channel(ours), theirs


def soon(seconds: float = 0.05) -> float:
    """Return a deadline a moment away."""
    return time.monotonic() + seconds


@pytest.mark.parametrize(
    ("prefix", "why"),
    [
        (b"EVIL" + bytes(12), "magic"),
        (PREFIX.pack(MAGIC, (1 << 32) - 1, 0), "header has"),
        (PREFIX.pack(MAGIC, 2, 1 << 60), "payload has"),
    ],
)
def test_a_bad_prefix_is_refused_before_anything_is_allocated(prefix: bytes, why: str) -> None:
    """Magic and sizes are checked on the sixteen bytes of the prefix alone."""
    channel, raw = channels()
    raw.sendall(prefix)

    with pytest.raises(ProtocolError, match=why):
        channel.receive(1 << 20, soon(5))
    channel.close()
    raw.close()


def test_a_peer_that_drips_meets_the_deadline_of_the_whole_frame() -> None:
    """One byte now and then does not extend the time."""
    channel, raw = channels()
    raw.sendall(PREFIX.pack(MAGIC, 1000, 0) + b"x")

    with pytest.raises(DeadlineExceeded):
        channel.receive(1 << 20, soon())
    channel.close()
    raw.close()


def test_a_peer_that_hangs_up_is_noticed() -> None:
    """The end of the stream in the middle of a frame is `ChannelClosed`."""
    channel, raw = channels()
    raw.sendall(struct.pack("<4s", MAGIC))
    raw.close()

    with pytest.raises(ChannelClosed):
        channel.receive(1 << 20, soon(5))
    channel.close()


def test_a_peer_that_hung_up_before_is_noticed_when_sending() -> None:
    """Nobody reads it: sending is `ChannelClosed`, too, however the operating system calls it."""
    channel, raw = channels()
    raw.close()

    with pytest.raises(ChannelClosed):
        channel.send(b"{}", [], soon(5))
    channel.close()


def test_a_frame_larger_than_the_socket_buffer_arrives_whole() -> None:
    """Sending and receiving go on in turns until the whole frame is through."""
    channel, raw = channels()
    other = Channel(raw)
    data = bytearray(range(256)) * 8192
    sender = threading.Thread(target=channel.send, args=(b"{}", [memoryview(data)], soon(20)))
    sender.start()

    header, payload = other.receive(len(data), soon(20))
    sender.join()

    assert (header, payload) == (b"{}", data)
    channel.close()
    other.close()


def reply_decoder(size: int) -> ReplyDecoder:
    """Return the judge's decoder over one storage."""
    return ReplyDecoder(bytearray(size), [size], lambda handle: handle)


@pytest.mark.parametrize(
    "changes",
    [
        {"shape": [2, 2], "stride": [1, 1]},
        {"shape": [2], "stride": [0]},
        {"shape": [1], "offset": 1},
        {"shape": [1]},
        {"shape": [0], "stride": [1]},
    ],
    ids=str,
)
def test_an_answer_holds_all_of_its_storage_densely(changes: dict[str, object]) -> None:
    """A runner cannot describe more elements than it sent bytes for, nor fewer."""
    with pytest.raises(ProtocolError):
        reply_decoder(8).decode(tensor_value(**changes))
    assert reply_decoder(8).decode(tensor_value()).shape == (2,)


@pytest.mark.parametrize(
    "changes", [{"shape": [2, 2], "strides": [4, 4]}, {"shape": [1]}, {"offset": 4}], ids=str
)
def test_an_array_answered_holds_all_of_its_storage_densely(changes: dict[str, object]) -> None:
    """The same is demanded of arrays."""
    fields = {"dtype": "<f4", "shape": [2], "strides": [4], "offset": 0, "storage": 0}

    with pytest.raises(ProtocolError):
        reply_decoder(8).decode(m.ArrayValue(**(fields | changes)))
    assert reply_decoder(8).decode(m.ArrayValue(**fields)).shape == (2,)


def test_no_two_values_of_an_answer_lie_in_one_storage() -> None:
    """Many values over one storage would cost the judge far more than the runner; one object may come twice."""
    twice = [tensor_value(identity=1), tensor_value(identity=1)]
    first, again = reply_decoder(8).decode(m.ListValue(twice))

    assert first is again
    with pytest.raises(ProtocolError, match="two values"):
        reply_decoder(8).decode(m.ListValue([tensor_value(identity=1), tensor_value(identity=2)]))


@pytest.mark.parametrize(
    "array",
    [np.ones((4, 3))[:, :1], np.ones((1, 5))[::-1], np.ones((0, 3)).T, np.ones(()), np.arange(4)[::2]],
)
def test_every_layout_of_an_array_is_answered_densely(array: np.ndarray) -> None:
    """What NumPy calls contiguous in spite of its strides is written with those that the judge demands."""
    encoder = result_encoder(Placement("cpu"), Handles())
    value = encoder.encode(array)
    payload = bytearray(b"".join(bytes(part) for part in encoder.storages.parts))

    got = ReplyDecoder(payload, encoder.storages.sizes, lambda handle: handle).decode(value)

    np.testing.assert_array_equal(got, array)


ONE_HASH = 2**61 - 1


@pytest.mark.parametrize(
    "keys",
    [
        [k * ONE_HASH for k in range(3)],
        [complex(1, 2)],
        [((((1,),),),)],
        [(k,) for k in range(MAX_TUPLE_KEYS + 1)],
        [(1, ONE_HASH)],
    ],
    ids=["large", "complex", "deep", "many tuples", "large in a tuple"],
)
def test_a_dict_of_keys_that_can_be_forged_into_one_hash_does_not_travel(keys: list[object]) -> None:
    """The runner keeps such a dict and says why; one that is sent all the same is refused."""
    value = m.DictValue([(Encoder(LayoutCodec(), as_handle).encode(key), m.NoneValue()) for key in keys])

    handle = cross(dict.fromkeys(keys))

    assert isinstance(handle, m.HandleValue)
    assert "keys do not travel" in handle.note
    with pytest.raises(ProtocolError, match="does not travel"):
        decoder_for(bytearray(), []).decode(value)


def test_the_keys_of_honest_dicts_travel() -> None:
    """Names, numbers, None, dtypes, and tuples of them."""
    honest = {
        "w": 1,
        3: 2,
        -(1 << 59): 3,
        None: 4,
        0.5: 5,
        (1, ("a", True)): 6,
        torch.float32: 7,
        np.int64(8): 8,
    }

    assert cross(honest) == honest


def test_an_answer_of_too_many_parts_stays_where_it_is() -> None:
    """It is one handle that says so, not thousands; a message forged with more parts is refused."""
    handle = cross([0] * (MAX_NODES + 1))

    assert isinstance(handle, m.HandleValue)
    assert handle.note == f"it has {MAX_NODES + 1} parts"
    assert len(cross([0] * MAX_NODES)) == MAX_NODES
    with pytest.raises(ProtocolError, match="parts"):
        decoder_for(bytearray(), []).decode(m.ListValue([m.NoneValue()] * (MAX_NODES + 1)))


def test_parts_are_counted_over_the_whole_message() -> None:
    """Many lists that are small each are too many together, on both sides of the wall."""
    encoder = Encoder(LayoutCodec(), as_handle)
    rows = encoder.encode([[0] * 100 for _ in range(1 + MAX_NODES // 100)])
    row = m.ListValue([m.NoneValue()] * 100)

    assert isinstance(rows, m.ListValue)
    assert isinstance(rows.v[-1], m.HandleValue)
    with pytest.raises(ProtocolError, match="parts"):
        decoder_for(bytearray(), []).decode(m.ListValue([row] * (1 + MAX_NODES // 100)))


def test_a_float_that_no_float_can_hold_is_refused() -> None:
    """Its spelling is right and its size is not: that is the sender's fault, no exception of ours."""
    assert parse_float("0x1p+1023") == 2.0**1023
    with pytest.raises(ProtocolError, match="is not a float"):
        parse_float("0x1p+99999")


def test_a_generator_has_the_state_of_a_generator() -> None:
    """Megabytes that claim to be one are refused before they are copied."""
    with pytest.raises(ProtocolError, match="that much state"):
        reply_decoder(1 << 20).decode(m.GeneratorValue("cpu", 0))


@pytest.mark.parametrize(
    "message",
    [
        {"type": "loaded", "names": ["x"] * (m.MAX_NAMES + 1), "found": True},
        {"type": "loaded", "names": [], "found": True, "parameters": ["x"] * (m.MAX_NAMES + 1)},
        {"type": "loaded", "names": [], "found": True, "state_changed": ["x"] * (m.MAX_NAMES + 1)},
        {"type": "forbidden", "hits": [{"name": "n", "route": "call"}] * (m.MAX_HITS + 1)},
        {"type": "forbidden", "hits": [{"name": "n", "route": "call", "line": 10**12}]},
        {"type": "returned", "value": {"type": "none"}, "facts": {"mutated": ["x"] * (m.MAX_PATHS + 1)}},
        {"type": "returned", "value": {"type": "none"}, "facts": {"bytes_allocated": 10**30}},
        {"type": "returned", "value": {"type": "none"}, "facts": {"ops": {"aten::add": -1}}},
        {"type": "yielded", "values": [{"type": "none"}] * (m.MAX_TAKEN + 1), "more": False},
    ],
    ids=lambda message: "-".join(message),
)
def test_a_message_holds_no_more_of_anything_than_an_honest_one(message: dict[str, object]) -> None:
    """Names, hits, facts and numbers are bounded where they are read."""
    with pytest.raises(msgspec.ValidationError):
        m.decode_reply(msgspec.json.encode({"message": message}))


def test_storages_are_counted_before_they_are_made() -> None:
    """A million storages of no bytes are refused with the header."""
    with pytest.raises(msgspec.ValidationError, match="length"):
        m.decode_reply(
            msgspec.json.encode({"message": {"type": "ready"}, "storages": [0] * (m.MAX_STORAGES + 1)})
        )
