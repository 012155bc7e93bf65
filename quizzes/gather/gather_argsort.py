"""Parameters of gather_argsort: two rows of three different numbers, none of them sorted."""


def generate(rng):
    """Return the rows."""
    rows = []
    while len(rows) < 2:
        row = rng.sample(range(10, 100), 3)
        if row != sorted(row) and row != sorted(row, reverse=True):
            rows.append(row)
    return {"x": rows}
