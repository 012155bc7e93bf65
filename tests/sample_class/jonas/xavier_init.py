import logging

import torch

logging.basicConfig(level=logging.DEBUG)
log = logging.getLogger("xavier")


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    log.info("initialising %s with gain %s, %s", list(w.shape), gain, distribution)
    if w.dim() < 2:
        log.error("too few dimensions")
        raise ValueError("too few dimensions")
    area = torch.tensor(w.shape[2:]).prod().item() if w.dim() > 2 else 1
    total = (w.size(0) + w.size(1)) * area
    log.debug("fan_in + fan_out = %s", total)
    with torch.no_grad():
        if distribution == "uniform":
            b = gain * (6 / total) ** 0.5
            w.uniform_(-b, b, generator=generator)
        elif distribution == "normal":
            w.normal_(0, gain * (2 / total) ** 0.5, generator=generator)
        else:
            log.error("unknown distribution")
            raise ValueError(distribution)
    log.info("done: mean %s", w.detach().mean())
    return w
