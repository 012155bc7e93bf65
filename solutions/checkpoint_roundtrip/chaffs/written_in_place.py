"""Writes straight to the path; if that breaks off, nothing is left.
直接写到目标路径；中途失败就什么都不剩。

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
    torch.save(checkpoint, path)


def load(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model_state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    return checkpoint["epoch"]
