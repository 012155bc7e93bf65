"""Parameters of early_stop: validation losses that make training stop, after a false alarm or two."""


def generate(rng):
    """Return the losses, all different, and how many bad epochs in a row are borne."""
    while True:
        patience = rng.randrange(2, 4)
        losses = drawn(rng)
        if len(set(losses)) == len(losses) and 4 <= stop(losses, patience) <= 8:
            return {"losses": losses, "patience": patience}


def drawn(rng):
    """Return ten losses, each a little below or above the best so far."""
    losses = [rng.randrange(60, 70)]
    while len(losses) < 10:
        losses.append(min(losses) + rng.choice([-4, -3, 2, 3, 4, 5, 6]))
    return [loss / 100 for loss in losses]


def stop(losses, patience):
    """Return the epoch in which training stops, 99 where it does not."""
    best = 0
    for epoch, loss in enumerate(losses):
        best = epoch if loss <= losses[best] else best
        if epoch - best == patience:
            return epoch
    return 99
