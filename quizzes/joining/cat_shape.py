"""Parameters of cat_shape: two or three shapes that differ along one axis, and an axis to join along."""


def generate(rng):
    """Return the shapes and the axis; in one of four cases they do not fit."""
    base = [rng.randrange(2, 7), rng.randrange(2, 33), rng.randrange(2, 9)]
    dim = rng.randrange(3)
    count = rng.choice([2, 2, 3])
    shapes = [[n if i != dim else rng.randrange(1, 9) for i, n in enumerate(base)] for _ in range(count)]
    if rng.random() < 0.25:
        shapes[1][(dim + 1) % 3] += 1
    return {"shapes": shapes, "dim": rng.choice([dim, dim, dim - 3]), "axis": dim}
