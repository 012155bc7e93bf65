"""A head layer and the rest of the net inside it, recursively; ReLU in place on its own values.
由首层和其余网络递归构成；对自己的中间值做原地 ReLU。
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, first, *others):
        super().__init__()
        self.head = nn.Linear(first, others[0])
        self.tail = Chain(*others) if len(others) > 1 else None

    def forward(self, x):
        y = self.head(x)
        return y if self.tail is None else self.tail(y.relu_())


def build_mlp(sizes):
    try:
        first, second, *others = sizes
    except ValueError:
        raise ValueError("need an input and an output size") from None
    return Chain(first, second, *others)
