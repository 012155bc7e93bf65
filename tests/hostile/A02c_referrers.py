"""A02c Referrers: climbs from its argument to whoever holds it, and takes the answer that lies beside it.

Stopped by: the process wall; the argument was built in the runner, only the runner's own lists hold it
Expected: rejected, forbidden
"""
import gc
import torch

# The name is forbidden and guarded; but a guard might keep what it guards.
guarded = next(value for name, value in vars(gc).items() if name.endswith("_referrers"))
holders_of = getattr(guarded, "_original", guarded)


def softmax(x):
    waiting, seen = [x], set()
    while waiting and len(seen) < 3000:
        thing = waiting.pop()
        for holder in holders_of(thing):
            if id(holder) in seen or holder is waiting:
                continue
            seen.add(id(holder))
            if isinstance(holder, (dict, list, tuple)):
                waiting.append(holder)
                inside = holder.values() if isinstance(holder, dict) else holder
                for item in list(inside):
                    if type(item) is torch.Tensor and item is not x and item.shape == x.shape:
                        if abs(float(item.detach().sum()) - x[..., 0].numel()) < 1e-4:
                            return item
    return torch.zeros_like(x)
