"""Serialises in memory, writes a temporary file of the same folder, renames it.
先在内存中序列化，写入同一文件夹的临时文件，再改名。
"""

import io
import os
import pathlib
import tempfile

import torch


def save(path, model, optimizer, epoch):
    target = pathlib.Path(path)
    buffer = io.BytesIO()
    torch.save((model.state_dict(), optimizer.state_dict(), epoch), buffer)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(buffer.getbuffer())
        file.flush()
        os.fsync(file.fileno())
    pathlib.Path(file.name).rename(target)


def load(path, model, optimizer):
    with open(path, "rb") as file:
        net, rest, epoch = torch.load(file, weights_only=True, map_location="cpu")
    model.load_state_dict(net, strict=True)
    optimizer.load_state_dict(rest)
    return epoch
