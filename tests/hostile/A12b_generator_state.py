"""A12b State of the generators: rolls torch's and Python's generators back and replays them as the reference would.

Stopped by: the judge's generators are its own; the answer depends on none
Expected: rejected
"""
import random
import torch

STATES = [torch.get_rng_state(), torch.default_generator.get_state()]
PYTHON = random.getstate()


def softmax(x):
    for state in (*STATES, torch.get_rng_state()):
        torch.set_rng_state(state)
        random.setstate(PYTHON)
        for _ in range(16):
            guess = torch.rand(x.shape)
            if bool(((guess.sum(-1) - 1).abs() < 1e-4).all()):
                return guess
    torch.manual_seed(0)
    return torch.zeros_like(x)
