"""Parameters of read_curves: losses of four epochs that show one of three cases clearly."""

CASES = {
    "over": ((0.90, 0.40, 0.12, 0.03), (0.95, 0.60, 0.72, 0.95)),
    "under": ((1.40, 1.31, 1.28, 1.27), (1.42, 1.33, 1.30, 1.29)),
    "early": ((1.40, 1.10, 0.85, 0.64), (1.42, 1.13, 0.89, 0.69)),
}


def generate(rng):
    """Return a case and its two curves, scaled a little differently each time."""
    case = rng.choice(sorted(CASES))
    scale = rng.choice([0.8, 0.9, 1.0, 1.1, 1.2, 1.3])
    train, val = ([round(scale * v + rng.randrange(-1, 2) / 200, 3) for v in curve] for curve in CASES[case])
    return {"case": case, "train": train, "val": val}
