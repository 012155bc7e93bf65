"""Saves the learning rate, but not what the optimiser remembers of each weight.
只保存了学习率，没有保存优化器为各权重记住的量。

Notes: S3 §2, S4 二.2: save and load | S3 第 2 节、S4 二.2：保存与载入
"""

import os

import torch


def save(path, model, optimizer, epoch):
    checkpoint = {
        "model_state_dict": model.state_dict(),
        "optimizer_state_dict": [g["lr"] for g in optimizer.param_groups],
        "epoch": epoch,
    }
    torch.save(checkpoint, path + ".tmp")
    os.replace(path + ".tmp", path)


def load(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model_state_dict"])
    for group, lr in zip(optimizer.param_groups, checkpoint["optimizer_state_dict"]):
        group["lr"] = lr
    return checkpoint["epoch"]
