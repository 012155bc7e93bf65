"""B34 Forged facts: a tensor of NaN whose facts are those of the right answer, with every name of a gradient.

Stopped by: facts decide nothing about values
Expected: rejected, crashed
"""
import json
import os
import struct
import sys


def exactly(size):
    data = bytearray()
    while len(data) < size:
        part = os.read(3, size - len(data))
        if not part:
            os._exit(0)
        data += part
    return bytes(data)


def send(message, number, payload=b"", sizes=None):
    storages = sizes if sizes is not None else [len(payload)] * bool(payload)
    header = message if isinstance(message, bytes) else json.dumps(message).encode()
    header = b'{"message":%s,"storages":%s,"number":%d}' % (header, json.dumps(storages).encode(), number)
    data = memoryview(struct.pack("<4sIQ", b"TGW1", len(header), len(payload)) + header + payload)
    while data:
        data = data[os.write(3, data) :]


def impersonate(reply):
    """Be the runner: answer the import, then every request with what `reply` makes of it."""
    frame = sys._getframe()
    while "envelope" not in frame.f_locals:
        frame = frame.f_back
    loaded = {"type": "loaded", "names": ["softmax"], "found": True, "callable": True, "parameters": ["x"]}
    send(loaded, frame.f_locals["envelope"].number)
    while True:
        _, header, payload = struct.unpack("<4sIQ", exactly(16))
        request = json.loads(exactly(header))
        exactly(payload)
        send(*reply(request["message"], request["number"]))



def softmax(x):
    """Never called."""


def as_answer(value, request, facts=None):
    """Give a value as the answer to a call, or as the only gradient."""
    if request["type"] == "call":
        return {"type": "returned", "value": value}
    given = request["args"][0]
    fact = {"path": "result", "dtype": given["dtype"], "shape": given["shape"], "stride": given["stride"]}
    fact |= {"device": "cpu", "requires_grad": True}
    return {"type": "gradients", "names": ["args[0]"], "gradients": [value], "detached": [], "facts": {"tensors": [fact]}}


def tensor(shape, stride, dtype="float32", storage=0, **more):
    return {"type": "tensor", "dtype": dtype, "shape": shape, "stride": stride, "offset": 0, "storage": storage} | more


def reply(request, number):
    if request["type"] == "call":
        return {"type": "returned", "value": {"type": "none"}, "facts": {"tensors": []}}, number
    given = request["args"][0]
    size = {"float64": 8, "float32": 4}[given["dtype"]]
    count = 1
    for side in given["shape"]:
        count *= side
    value = {"type": "tensor", "dtype": given["dtype"], "shape": given["shape"], "stride": given["stride"], "offset": 0, "storage": 0}
    stride = []
    for side in reversed(given["shape"]):
        stride.insert(0, stride[0] * before if stride else 1)
        before = side
    answer = as_answer(value | {"stride": stride}, request)
    answer["names"], answer["gradients"] = ["args[0]"] * 3 + ["x"], [answer["gradients"][0]] * 4
    return answer, number, b"\xff" * size * count


impersonate(reply)
