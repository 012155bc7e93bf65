"""Parameters of rand_like_line: four tensors like `a`, whose dtype is drawn."""


def generate(rng):
    """Return the lines, the data and what is raised."""
    number = rng.choice(["", "."])
    bad = rng.choice(["torch.rand_like(a)", "torch.randn_like(a)"])
    lines = rng.sample(
        [
            "torch.zeros_like(a)",
            "torch.ones_like(a)",
            "torch.full_like(a, 2)",
            "torch.empty_like(a)",
            "torch.rand(a.shape)",
            "torch.rand_like(a, dtype=torch.float32)",
        ],
        3,
    )
    lines.insert(rng.randrange(4), bad)
    data = f"[{rng.randrange(1, 9)}{number}, {rng.randrange(1, 9)}{number}, {rng.randrange(1, 9)}{number}]"
    return {"lines": lines, "bad": bad, "data": data, "error": "nothing" if number else "RuntimeError"}
