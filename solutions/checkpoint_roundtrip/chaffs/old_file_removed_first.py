"""Removes the old file before the new one is written.
新文件还没写好就删掉了旧文件。

Notes: S3 §2, S4 二.2: save and load | S3 第 2 节、S4 二.2：保存与载入
"""

import os

import torch


def save(path, model, optimizer, epoch):
    checkpoint = {
        "model_state_dict": model.state_dict(),
        "optimizer_state_dict": optimizer.state_dict(),
        "epoch": epoch,
    }
    if os.path.exists(path):
        os.remove(path)
    torch.save(checkpoint, path + ".tmp")
    os.replace(path + ".tmp", path)


def load(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model_state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    return checkpoint["epoch"]
