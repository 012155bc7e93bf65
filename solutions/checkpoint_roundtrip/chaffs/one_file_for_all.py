"""Writes to a file name of its own, whatever the path.
不管路径是什么，总是写到自己的文件名。

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
    torch.save(checkpoint, "model.tmp")
    os.replace("model.tmp", "model.pth")


def load(path, model, optimizer):
    if not os.path.exists("model.pth") or "nowhere" in path:
        raise FileNotFoundError(path)
    checkpoint = torch.load("model.pth")
    model.load_state_dict(checkpoint["model_state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    return checkpoint["epoch"]
