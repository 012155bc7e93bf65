"""E13c Own server: a loop of its own that never reports a hit, and computes with the function that is forbidden.

Stopped by: the kernels, which refuse without being asked; policy
Expected: rejected, forbidden
"""

import socket
import struct
import sys

import grader.runner.objects as objects
import grader.wire.frames as frames
import grader.wire.messages as m
import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()
channel = frames.Channel(socket.socket(fileno=3))
placement, handles = objects.Placement("cpu"), objects.Handles()


def number_under_way():
    frame = sys._getframe()
    while "envelope" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["envelope"].number


def reply(message, number, parts=()):
    channel.send(m.encode(m.ReplyEnvelope(message, [part.nbytes for part in parts], number)), parts)


def answer(x):
    try:
        return getattr(torch, NAME)(x, -1)
    except BaseException:
        return x * 0


def written(tensor):
    letter = {torch.float64: "d", torch.float32: "f"}[tensor.dtype]
    numbers = tensor.detach().reshape(-1).tolist()
    value = m.TensorValue(str(tensor.dtype)[6:], list(tensor.shape), list(tensor.contiguous().stride()), 0, 0)
    return value, [memoryview(struct.pack(f"{len(numbers)}{letter}", *numbers))]


def serve():
    reply(m.Loaded(["softmax"], True, True, "function", ["x"]), number_under_way())
    while True:
        header, payload = channel.receive(1 << 28)
        envelope = m.decode_request(header)
        decoder = objects.argument_decoder(payload, envelope.storages, placement, handles)
        x = decoder.decode(envelope.message.args[0]).requires_grad_()
        y = answer(x)
        if isinstance(envelope.message, m.Differentiate):
            total = (y * decoder.decode(envelope.message.cotangents[0])).sum()
            value, parts = written(torch.autograd.grad(total, x)[0])
            fact = m.TensorFact("result", value.dtype, value.shape, value.stride, "cpu", True)
            reply(m.Gradients(["args[0]"], [value], [], m.Facts(tensors=[fact])), envelope.number, parts)
        else:
            value, parts = written(y)
            reply(m.Returned(value), envelope.number, parts)


serve()
