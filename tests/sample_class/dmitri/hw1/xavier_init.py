"""HW1 Task 3: a factory of initialisers (closures), one per distribution."""

import math

import torch


def make_initialiser(fill):
    def initialise(w, gain, generator):
        out, in_, *kernel = w.shape
        variance = 2.0 * gain**2 / ((out + in_) * math.prod(kernel))
        with torch.no_grad():
            fill(w, variance, generator)
        return w

    return initialise


def uniform(w, variance, generator):
    bound = math.sqrt(3 * variance)
    w.uniform_(-bound, bound, generator=generator)


def normal(w, variance, generator):
    w.normal_(mean=0, std=math.sqrt(variance), generator=generator)


INITIALISERS = {f.__name__: make_initialiser(f) for f in (uniform, normal)}


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if distribution not in INITIALISERS:
        raise ValueError(f"choose one of {sorted(INITIALISERS)}")
    if w.ndim < 2:
        raise ValueError("at least two dimensions, please")
    return INITIALISERS[distribution](w, gain, generator)
