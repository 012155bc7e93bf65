"""Loops without end and catches every exception on the way."""

def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
