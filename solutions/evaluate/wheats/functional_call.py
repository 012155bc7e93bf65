"""Calls the net with detached copies of its parameters and buffers.
用脱离计算图的参数和缓冲区副本调用网络。
"""

import torch
from torch.func import functional_call


class Totals:
    loss = 0.0
    hits = 0
    n = 0

    def add(self, loss, logits, y):
        self.loss += loss.item() * y.numel()
        self.hits += torch.count_nonzero(logits.topk(1, dim=1).indices[:, 0] == y).item()
        self.n += y.numel()

    def means(self):
        return self.loss / max(self.n, 1), self.hits / max(self.n, 1)


def evaluate(model, loader, loss_fn):
    state = {k: v.detach().clone() for k, v in (*model.named_parameters(), *model.named_buffers())}
    was = [m.training for m in model.modules()]
    totals = Totals()
    with torch.no_grad():
        for x, y in loader:
            model.eval()
            logits = functional_call(model, state, (x,))
            totals.add(loss_fn(logits, y), logits, y)
            for m, mode in zip(model.modules(), was):
                m.training = mode
    return totals.means()
