"""Parameters of transpose_view_line: a transposed batch and four uses of it."""


def generate(rng):
    """Return the sizes, the lines and what is raised."""
    b, h, w = rng.randrange(2, 6), rng.randrange(4, 9), rng.randrange(9, 14)
    n = 3 * h * w
    good = [
        f"t.contiguous().view({b}, {n})",
        f"t.reshape({b}, {n})",
        "t.numpy()",
        "t + 1",
        "t.flatten(1)",
        "t.transpose(1, 3).view(-1)",
        f"t.view({b}, {w}, {h}, 3)",
        "t.clone()",
    ]
    bad = rng.choice([f"t.view({b}, {n})", "t.view(-1)", f"t.view({b}, {w * h}, 3)", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or "t.sum()")
    return {"b": b, "h": h, "w": w, "lines": lines, "bad": bad, "error": "RuntimeError" if bad else "nothing"}
