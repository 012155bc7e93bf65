import torch


def broadcasting_add(a, b):
    """Returns the sum and the common shape."""
    shape = []
    for i in range(max(a.dim(), b.dim())):
        m = a.shape[-1 - i] if i < a.dim() else 1
        n = b.shape[-1 - i] if i < b.dim() else 1
        if m != n and m != 1 and n != 1:
            raise ValueError("shapes")
        shape.append(n if m == 1 else m)
    shape.reverse()
    dtype = torch.result_type(a, b)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape), tuple(shape)
