"""Parameters of misspelt_line: four calls, one of them perhaps misspelt."""


def generate(rng):
    """Return the size, the lines, the wrong and the right name."""
    n = rng.randrange(2, 20)
    good = [
        f"torch.empty({n})",
        "torch.from_numpy(a)",
        "x.numel()",
        "x.size()",
        "x.dim()",
        f"torch.randperm({n})",
        "torch.zeros_like(x)",
    ]
    bad, right = rng.choice(
        [
            (f"torch.enpyt({n})", "torch.empty"),
            ("torch.form_numpy(a)", "torch.from_numpy"),
            ("x.munel()", "x.numel"),
            ("", ""),
        ]
    )
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or "x.element_size()")
    return {
        "n": n,
        "lines": lines,
        "bad": bad,
        "right": right,
        "error": "AttributeError" if bad else "nothing",
    }
