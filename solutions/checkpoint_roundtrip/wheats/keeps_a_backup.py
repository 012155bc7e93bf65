"""Moves the old file aside, and back again if writing fails.
先把旧文件移到一边，写入失败再移回来。
"""

import os
import shutil

import torch


def save(path, model, optimizer, epoch):
    backup = path + ".bak"
    if os.path.isfile(path):
        shutil.move(path, backup)
    try:
        torch.save({"epoch": torch.tensor(epoch), "optimizer": optimizer.state_dict(), **{"net." + k: v for k, v in model.state_dict().items()}}, path)
    except BaseException:
        if os.path.isfile(backup):
            os.replace(backup, path)
        raise
    if os.path.isfile(backup):
        os.remove(backup)


def load(path, model, optimizer):
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    stored = torch.load(path)
    optimizer.load_state_dict(stored.pop("optimizer"))
    epoch = stored.pop("epoch").item()
    with torch.no_grad():
        own = model.state_dict()
        for name, value in stored.items():
            own[name[4:]].copy_(value)
    return epoch
