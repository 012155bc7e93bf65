"""Writes the older file format, cloned to the CPU.
用旧的文件格式，先复制到 CPU。
"""

import os

import torch


def save(path, model, optimizer, epoch):
    net = {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}
    temporary = os.path.join(os.path.dirname(path), "." + os.path.basename(path))
    with open(temporary, "wb") as file:
        torch.save([epoch, net, optimizer.state_dict()], file, _use_new_zipfile_serialization=False)
    os.replace(temporary, path)


def load(path, model, optimizer):
    epoch, net, state = torch.load(path)
    model.load_state_dict(net)
    optimizer.load_state_dict(state)
    return epoch
