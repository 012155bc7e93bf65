"""Parameters of last_call_counts: three calls in some order with standard deviations far apart."""


def generate(rng):
    """Return the width, the calls, and the standard deviation that each call makes."""
    n = rng.choice([100, 121, 144, 169, 196, 225, 256, 289, 324, 361, 400])
    std = rng.choice([0.3, 0.4, 0.5, 0.7, 1.0])
    calls = [
        (f"normal_(w, std={std})", std),
        ("kaiming_normal_(w)", (2 / n) ** 0.5),
        ("xavier_uniform_(w, gain=3)", 3 / n**0.5),
    ]
    rng.shuffle(calls)
    return {"n": n, "calls": [call for call, _ in calls], "stds": [made for _, made in calls]}
