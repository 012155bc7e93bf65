"""Parameters of bool_sum: eight small numbers, two thresholds, and a way to add."""


def generate(rng):
    """Return the numbers, the thresholds and the expression."""
    x = [rng.randrange(0, 10) for _ in range(8)]
    return {
        "x": x,
        "a": rng.randrange(2, 4),
        "b": rng.randrange(5, 7),
        "form": rng.choice(
            [
                "((x > A) + (x > B)).sum()",
                "(x > A).sum() + (x > B).sum()",
                "((x > A) & (x < B)).sum()",
                "((x < A) | (x > B)).sum()",
            ]
        ),
    }
