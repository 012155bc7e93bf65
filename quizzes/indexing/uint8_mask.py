"""Parameters of uint8_mask: a mask by comparison or by numbers, and four uses of it in some order."""


def generate(rng):
    """Return the lines, the mask's expression, what is raised, and the tensor."""
    numbers = [rng.randrange(1, 9) for _ in range(4)]
    bits = [rng.randrange(2) for _ in range(4)]
    made = rng.choice(
        [
            f"x > {rng.randrange(2, 6)}",
            f"torch.tensor({bits}, dtype=torch.uint8)",
            f"torch.ByteTensor({bits})",
            f"torch.tensor({bits}).bool()",
        ]
    )
    lines = [
        "x.masked_select(mask)",
        *rng.sample(["x[mask]", "mask.sum()", "mask.any()", "mask == 1", "x * mask"], 2),
    ]
    rng.shuffle(lines)
    byte = "uint8" in made or "Byte" in made
    return {
        "x": numbers,
        "made": made,
        "lines": lines,
        "byte": byte,
        "error": "RuntimeError" if byte else "nothing",
    }
