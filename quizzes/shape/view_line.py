"""Parameters of view_line: four ways to reshape a batch of images, one of them perhaps impossible."""


def generate(rng):
    """Return sizes, lines and what is raised."""
    b, h, w = rng.choice([2, 3, 5]), rng.choice([4, 6, 8]), rng.choice([7, 9, 11])
    good = [
        f"x.view({b}, {h * w})",
        f"x.view({b * h}, {w})",
        f"x.view({b}, {h}, {w})",
        f"x.view({b}, -1)",
        f"x.reshape({w}, {b * h})",
        f"x.view({b}, 1, {w}, {h})",
        f"torch.reshape(x, ({b * h * w},))",
    ]
    kind, bad = rng.choice(
        [
            ("count", f"x.view({b}, {h * w - 1})"),
            ("count", f"x.reshape({b + 1}, {h * w})"),
            ("two", f"x.view({b}, -1, -1)"),
            ("function", f"torch.view(x, ({b}, -1))"),
            ("", f"x.view({h}, {b}, {w})"),
        ]
    )
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad)
    error = {"": "nothing", "function": "AttributeError"}.get(kind, "RuntimeError")
    return {"b": b, "h": h, "w": w, "lines": lines, "bad": bad, "kind": kind, "error": error}
