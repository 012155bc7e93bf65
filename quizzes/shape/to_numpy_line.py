"""Parameters of to_numpy_line: images in some layout, with or without gradients, out to NumPy."""


def generate(rng):
    """Return the sizes, the lines and what is raised."""
    b, h = rng.randrange(2, 9), rng.randrange(8, 33)
    good = [
        "x.numpy()",
        "x.permute(0, 2, 3, 1).numpy()",
        "x[0].numpy()",
        "x.flatten(1).numpy()",
        "x.transpose(1, 2).numpy()",
    ]
    bad = rng.choice(["w.numpy()", "(x * w).numpy()", "", ""])
    lines = ["x.numpy()", *rng.sample(good[1:], 2)]
    lines.insert(rng.randrange(4), bad or "w.detach().numpy()")
    return {"b": b, "h": h, "lines": lines, "bad": bad, "error": "RuntimeError" if bad else "nothing"}
