import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    # notes, 16: xavier normal ~ N(0, sqrt(2 / (in + out))), xavier uniform ~ U(+- sqrt(6 / (in + out)))
    if w.ndim < 2:
        raise ValueError("need a matrix")
    receptive = w[0, 0].numel() if w.numel() else 1
    n_in, n_out = w.size(1) * receptive, w.size(0) * receptive
    with torch.no_grad():
        if distribution == "uniform":
            limit = gain * (6.0 / (n_in + n_out)) ** 0.5
            w.uniform_(-limit, limit, generator=generator)
        elif distribution == "normal":
            variance = (2.0 / (n_in + n_out)) ** 0.5
            w.normal_(0, gain * variance ** 0.5, generator=generator)
        else:
            raise ValueError(distribution)
    return w
