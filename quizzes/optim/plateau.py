"""Parameters of plateau: losses that stand still for a while, and how long that is borne."""


def generate(rng):
    """Return a list of losses that improves, rests, improves and rests."""
    best = rng.randrange(70, 90)
    losses = []
    for length in (rng.randrange(1, 3), rng.randrange(2, 6), rng.randrange(1, 3), rng.randrange(2, 5)):
        improving = len(losses) == 0 or improving_last(losses, best)
        for _ in range(length):
            if improving:
                best -= rng.randrange(5, 10)
                losses.append(best / 100)
            else:
                losses.append((best + rng.randrange(1, 5)) / 100)
    return {"losses": losses, "patience": rng.randrange(1, 4), "factor": rng.choice([0.1, 0.5])}


def improving_last(losses, best):
    """Tell whether the last stretch stood still, so that the next one improves."""
    return losses[-1] * 100 > best
