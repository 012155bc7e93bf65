"""Appends without end: refused by the limit, not by a size that is wrong at once."""

def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    kept = []
    while True:
        kept.append(bytearray(64 << 20))
