"""Parameters of linspace_steps_line: four makers of tensors, one of them perhaps without its steps."""


def generate(rng):
    """Return the four lines and what is raised."""
    a, b, n = rng.randrange(3), rng.randrange(5, 12), rng.randrange(3, 9)
    good = [
        f"torch.arange({a}, {b})",
        f"torch.arange({b})",
        f"torch.linspace({a}, {b}, {n})",
        f"torch.logspace({a}, 3, steps={n})",
        f"torch.eye({n})",
        f"torch.full([], {b})",
    ]
    bad = rng.choice([f"torch.linspace({a}, {b})", f"torch.logspace({a}, 3)", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or f"torch.randperm({n})")
    return {"lines": lines, "bad": bad, "error": "TypeError" if bad else "nothing"}
