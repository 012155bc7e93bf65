"""Moves the channels to the end, where broadcasting finds them, and back.
把通道移到最后，让广播碰到它，再移回来。
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    return (feat.movedim(1, -1) + bias).movedim(-1, 1)
