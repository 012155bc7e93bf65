"""Parameters of validation_loss: the losses of the validation batches, and one of the training."""


def generate(rng):
    """Return the losses of five to eight batches and one of the training."""
    count = rng.randrange(5, 9)
    losses = [rng.randrange(30, 70) / 100 for _ in range(count)]
    return {"losses": losses, "step": rng.randrange(30, 70) / 100}
