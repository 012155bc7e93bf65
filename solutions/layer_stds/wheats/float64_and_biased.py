"""Works in float64 and divides by n, not n − 1; a seed of its own for each layer.
用 float64 计算，除以 n 而不是 n − 1；每层有自己的种子。
"""

import torch


class Experiment:
    def __init__(self, width, std, seed):
        self.width, self.std, self.seed = width, std, seed

    def weight(self, layer):
        generator = torch.Generator().manual_seed(self.seed + layer + 1)
        return torch.normal(0.0, self.std, (self.width, self.width), generator=generator, dtype=torch.float64)

    def run(self, depth, f, x):
        for layer in range(depth):
            x = f(x @ self.weight(layer))
            value = torch.std(x, correction=0)
            yield float(value)
            if not torch.isfinite(value):
                return


def layer_stds(depth, width, std, act, seed, batch=16):
    try:
        f = {"identity": torch.nn.Identity(), "tanh": torch.tanh, "relu": lambda t: t.clamp(min=0)}[act]
    except KeyError as error:
        raise ValueError("unknown act") from error
    x = torch.randn(batch, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return list(Experiment(width, std, seed).run(depth, f, x))
