import torch


def broadcasting_add(a, b):
    """PyTorch can do this already."""
    try:
        return a + b
    except RuntimeError as error:
        raise ValueError(str(error))
