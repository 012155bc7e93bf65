"""A03 Poison: fills every floating-point tensor that it can reach with NaN, the expected answer too, and returns NaN.

Stopped by: the process wall; NaN is right only where the reference answers NaN
Expected: rejected, forbidden
"""
import gc
import torch

# The name is forbidden and guarded; but a guard might keep what it guards.
guarded = next(value for name, value in vars(gc).items() if name.endswith("_objects"))
everything = getattr(guarded, "_original", guarded)


def softmax(x):
    with torch.no_grad():
        for thing in everything():
            if isinstance(thing, torch.Tensor) and thing.is_floating_point() and thing is not x:
                try:
                    thing.data.fill_(float("nan"))
                except RuntimeError:
                    pass
        answer = torch.full_like(x, float("nan"))
        x.data.fill_(float("nan"))
    return answer
