"""Reads the temporary file back before it takes the old one's place.
临时文件先读回来检查，再取代旧文件。
"""

import os

import torch


class Checkpoint:
    def __init__(self, path):
        self.path = os.fspath(path)

    def write(self, **content):
        temporary = f"{self.path}.{os.getpid()}"
        try:
            torch.save(content, temporary)
            assert torch.load(temporary)["epoch"] == content["epoch"]
            os.rename(temporary, self.path)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)

    def read(self):
        return torch.load(self.path)


def save(path, model, optimizer, epoch):
    Checkpoint(path).write(model=model.state_dict(), optimizer=optimizer.state_dict(), epoch=epoch)


def load(path, model, optimizer):
    content = Checkpoint(path).read()
    for key, owner in (("optimizer", optimizer), ("model", model)):
        owner.load_state_dict(content[key])
    return content["epoch"]
