"""Parameters of which_product: a matrix, two batches, and four products of them."""


def generate(rng):
    """Return the sizes, the lines, the one at fault, and what is raised."""
    b, n, m = rng.randrange(3, 9), rng.randrange(2, 9), rng.randrange(10, 20)
    good = [
        "torch.matmul(x, w)",
        "torch.mm(w.t(), w)",
        "torch.bmm(x, y)",
        "x @ w",
        "torch.matmul(one, y)",
        "w.mm(w.t())",
        "x.matmul(y)",
        "torch.bmm(one, one.mT)",
    ]
    bad = rng.choice(["torch.mm(x, w)", "torch.bmm(x, w)", "torch.bmm(one, y)", "torch.mm(w, w)", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or "one @ w")
    return {"b": b, "n": n, "m": m, "lines": lines, "bad": bad, "error": "RuntimeError" if bad else "nothing"}
