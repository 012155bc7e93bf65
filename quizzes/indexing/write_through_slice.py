"""Parameters of write_through_slice: four numbers, a piece of them, and what is written into it."""


def generate(rng):
    """Return the numbers, the expression of the piece, the new number, and whether it is a view."""
    x = rng.sample(range(1, 10), 4)
    view = rng.choice([True, False])
    i = rng.randrange(1, 3)
    piece = rng.choice(
        [f"x[{i}:]", f"x[{i}:4]", f"x.view(-1)[{i}:]"]
        if view
        else [f"x[[{i}, 3]]", f"x[{i}:].clone()", f"x[x != {x[0]}]"]
    )
    return {
        "x": x,
        "piece": piece,
        "start": x,
        "c": rng.randrange(20, 100),
        "view": view,
        "place": 1 if "!=" in piece else i,
    }
