"""Parameters of separable_kernel: one kernel of rank 1 and three of a higher rank."""

OTHERS = [
    [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
    [[1, 1, 1], [1, -8, 1], [1, 1, 1]],
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0, 1, 0], [1, 1, 1], [0, 1, 0]],
    [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]],
    [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
]


def generate(rng):
    """Return a column, a row, their product and three kernels that are no such product."""
    column = rng.choice([[1, 2, 1], [1, 0, -1], [-1, 0, 1], [1, 1, 1], [1, 3, 1]])
    row = rng.choice([[1, 0, -1], [1, 2, 1], [-1, 2, -1], [2, 0, -2], [1, 1, 1]])
    return {
        "col": column,
        "row": row,
        "good": [[a * b for b in row] for a in column],
        "bad": rng.sample(OTHERS, 3),
    }
