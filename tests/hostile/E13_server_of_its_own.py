"""E13 Own server: never returns from its import; it takes over the socket and answers all requests itself.

Stopped by: whoever answers, the judge compares the values
Expected: rejected, crashed
"""

import socket

import grader.wire.frames as frames
import grader.wire.messages as m
import torch

channel = next((c for c in (frames.Channel(socket.socket(fileno=3)),)), None)


def reply(message, number, parts=()):
    channel.send(m.encode(m.ReplyEnvelope(message, [part.nbytes for part in parts], number)), parts)


def zeros(value):
    return m.TensorValue(value.dtype, value.shape, value.stride, 0, 0, requires_grad=value.requires_grad)


def serve(number):
    reply(m.Loaded(["softmax"], True, True, "function", ["x"]), number)
    while True:
        header, _ = channel.receive(1 << 28)
        envelope = m.decode_request(header)
        size = 8 * torch.Size(envelope.message.args[0].shape).numel()
        part = memoryview(bytes(size))
        if isinstance(envelope.message, m.Differentiate):
            x = envelope.message.args[0]
            fact = m.TensorFact("result", x.dtype, x.shape, x.stride, "cpu", True)
            reply(m.Gradients(["args[0]"], [zeros(x)], [], m.Facts(tensors=[fact])), envelope.number, [part])
        else:
            reply(m.Returned(zeros(envelope.message.args[0])), envelope.number, [part])


serve(3)
