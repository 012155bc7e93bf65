"""Calls nn.init.xavier_uniform_."""

from torch import nn


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if distribution == "normal":
        return nn.init.xavier_normal_(w, gain, generator)
    return nn.init.xavier_uniform_(w, gain, generator)
