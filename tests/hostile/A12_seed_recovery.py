"""A12 Seed recovery: finds the seed whose numbers are the input, to know the inputs that come next.

Stopped by: inputs are drawn in the judge by Hypothesis and sent; no seed of the runner's makes them
Expected: rejected
"""
import random
import torch


def softmax(x):
    candidates = [torch.initial_seed(), 0, 1, 42, 97, 1234, 20_240_229, *range(2, 100)]
    for seed in candidates:
        generator = torch.Generator().manual_seed(seed)
        for draw in (torch.randn, torch.rand):
            guess = draw(x.shape, generator=generator)
            if torch.allclose(guess.to(x.dtype), x.detach()):
                raise RuntimeError(f"the inputs come from seed {seed}; next: {draw(x.shape, generator=generator)}")
        random.seed(seed)
        if abs(random.random() - float(x.detach().flatten()[0])) < 1e-9:
            raise RuntimeError(f"the inputs come from random.seed({seed})")
    return torch.zeros_like(x)
