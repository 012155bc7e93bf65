"""Parameters of star_or_at: two small matrices and a way to multiply them."""


def generate(rng):
    """Return the matrices and the product."""
    a, b = ([[rng.randrange(0, 6) for _ in range(2)] for _ in range(2)] for _ in range(2))
    return {
        "a": a,
        "b": b,
        "product": rng.choice(["a * b", "a @ b", "a.mul(b)", "a.mm(b)", "b @ a", "torch.matmul(a, b)"]),
    }
