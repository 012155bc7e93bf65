"""Parameters of split_is_view: four numbers, cut into pieces or joined, and what is done to a piece."""


def generate(rng):
    """Return the numbers, the call, the change and what would come of a view and of a copy."""
    x = rng.sample(range(1, 10), 4)
    call, view = rng.choice(
        [
            ("x.split(2)", True),
            ("x.chunk(2)", True),
            ("x.split([2, 2])", True),
            ("x.clone().split(2)", False),
            ("torch.cat([x, x]).split(2)", False),
            ("torch.stack([x[:2], x[2:]])", False),
        ]
    )
    k = rng.randrange(2, 9)
    op = rng.choice([f"q *= {k}", f"q[0] = {k * 10}", f"q.add_({k})", f"q = q * {k}"])
    return {
        "x": x,
        "start": x,
        "call": call,
        "op": op,
        "view": view,
        "inplace": not op.startswith("q = "),
        "k": k,
    }
