"""Parameters of matmul_shape: two shapes, vectors, matrices or batches, that mostly fit."""


def generate(rng):
    """Return the two shapes, whether inner sizes and batch sizes fit."""
    n, m, p = rng.sample(range(2, 10), 3)
    b, c = rng.sample(range(2, 6), 2)
    first, second, fits = rng.choice(
        [
            ([n, m], [m, p], True),
            ([b, n, m], [m, p], True),
            ([b, c, n, m], [b, 1, m, p], True),
            ([c, n, m], [b, c, m, p], True),
            ([b, n, m], [b, m], b == n or m == b),
            ([n, m], [m], True),
            ([m], [m, p], True),
            ([b, n, m], [c, m, p], False),
            ([n, m], [p, m], False),
            ([b, 1, n, m], [c, m, p], True),
        ]
    )
    return {"p": first, "q": second, "fits": fits}
