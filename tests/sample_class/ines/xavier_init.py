from torch.nn import init


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    fill = {"uniform": init.xavier_uniform_, "normal": init.xavier_normal_}
    if distribution not in fill:
        raise ValueError(distribution)
    return fill[distribution](w, gain=gain, generator=generator)
