"""Puts the state of the weights back, and keeps the fresh optimiser's learning rate.
恢复了各权重的状态，却保留新优化器的学习率。

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
    torch.save(checkpoint, path + ".tmp")
    os.replace(path + ".tmp", path)


def load(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model_state_dict"])
    lr = optimizer.param_groups[0]["lr"]
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    optimizer.param_groups[0]["lr"] = lr
    return checkpoint["epoch"]
