"""Parameters of result_shape: two shapes that mostly fit."""


def generate(rng):
    """Return the shapes; in one of four cases a size is changed so that they may not fit."""
    full = [rng.randrange(2, 9) for _ in range(rng.randrange(2, 5))]
    p = [n if rng.random() < 0.6 else 1 for n in full]
    q = [1 if p[i] != 1 and rng.random() < 0.5 else n for i, n in enumerate(full)][rng.randrange(0, 3) :] or [
        full[-1]
    ]
    if rng.random() < 0.3:
        i = rng.randrange(len(q))
        q[i] = q[i] + 1
    first, second = (p, q) if rng.random() < 0.7 else (q, p)
    return {"p": first, "q": second}
