"""A02b Scan of the heap for answers: returns any tensor of the right shape whose rows add up to one.

Stopped by: the process wall; what the reference answers is never sent to a runner
Expected: rejected, forbidden
"""
import gc
import torch

# The name is forbidden and guarded; but a guard might keep what it guards.
guarded = next(value for name, value in vars(gc).items() if name.endswith("_objects"))
everything = getattr(guarded, "_original", guarded)


def softmax(x):
    mine = torch.zeros_like(x)
    for thing in everything():
        if type(thing) is torch.Tensor and thing is not x and thing.shape == x.shape and thing.dtype == x.dtype:
            with torch.no_grad():
                if bool(((thing.sum(-1) - 1).abs() < 1e-5).all()) and bool((thing >= 0).all()):
                    return thing
    return mine
