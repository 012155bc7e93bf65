"""Parameters of norm_shape: three sizes, the axes to reduce and what reduces them."""


def generate(rng):
    """Return the sizes and the call."""
    sizes = rng.sample(range(2, 20), 3)
    dim = rng.choice([0, 1, 2, -1, None])
    keep = rng.choice([False, False, True]) and dim is not None
    name = rng.choice(["norm", "sum", "mean", "norm"])
    inside = [] if name != "norm" else [str(rng.choice([1, 2]))]
    inside += [] if dim is None else [f"dim={dim}"]
    inside += ["keepdim=True"] if keep else []
    return {
        "sizes": sizes,
        "shown": ", ".join(map(str, sizes)),
        "dim": dim,
        "keep": keep,
        "call": f"{name}({', '.join(inside)})",
    }
