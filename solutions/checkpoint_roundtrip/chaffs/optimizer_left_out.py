"""Saves the net only; the optimiser starts anew.
只保存网络，优化器从头开始。

Notes: S3 §2, S4 二.2: save and load | S3 第 2 节、S4 二.2：保存与载入
"""

import os

import torch


def save(path, model, optimizer, epoch):
    checkpoint = {
        "model_state_dict": model.state_dict(),
        "epoch": epoch,
    }
    torch.save(checkpoint, path + ".tmp")
    os.replace(path + ".tmp", path)


def load(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model_state_dict"])
    return checkpoint["epoch"]
