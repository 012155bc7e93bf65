"""Parameters of gather_formula: a square tensor, an index, and the dimension."""


def generate(rng):
    """Return a tensor without equal numbers, an index that is not symmetric, and a dim."""
    x, idx = rng.sample(range(10, 100), 9), rng.sample([0, 0, 0, 1, 1, 1, 2, 2, 2], 9)
    dim = rng.randrange(2)
    row, col = ("idx[i][j]", "j") if dim == 0 else ("i", "idx[i][j]")
    rows = [x[i : i + 3] for i in (0, 3, 6)]
    return {"x": rows, "idx": [idx[i : i + 3] for i in (0, 3, 6)], "dim": dim, "row": row, "col": col}
