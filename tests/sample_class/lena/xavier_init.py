import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.dim() < 2:
        raise ValueError("a weight has 2 dimensions or more")
    area = 1
    for k in w.shape[2:]:
        area *= k
    std = gain * (2.0 / ((w.shape[0] + w.shape[1]) * area)) ** 0.5
    if distribution == "uniform":
        numbers = (2 * torch.rand(w.shape, generator=generator, dtype=w.dtype) - 1) * 3**0.5
    elif distribution == "normal":
        numbers = torch.randn(w.shape, generator=generator, dtype=w.dtype)
    else:
        raise ValueError(distribution)
    with torch.no_grad():
        w.zero_()
        w += numbers * std
    return w
