"""Makes the bytes first, but writes them straight to the path.
先在内存中得到字节，却仍直接写到目标路径。

Notes: S3 §2, S4 二.2: save and load | S3 第 2 节、S4 二.2：保存与载入
"""

import io

import torch


def save(path, model, optimizer, epoch):
    checkpoint = {
        "model_state_dict": model.state_dict(),
        "optimizer_state_dict": optimizer.state_dict(),
        "epoch": epoch,
    }
    buffer = io.BytesIO()
    torch.save(checkpoint, buffer)
    with open(path, "wb") as file:
        file.write(buffer.getvalue())


def load(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model_state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    return checkpoint["epoch"]
