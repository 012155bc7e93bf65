"""Parameters of clamp_values: four integers and bounds, of which one may be missing or both crossed."""


def generate(rng):
    """Return the numbers, the bounds and the call."""
    x = rng.sample(range(-9, 20), 4)
    low, high = sorted(rng.sample(range(-3, 15), 2))
    kind = rng.choice(["both", "both", "min", "max", "crossed"])
    call = {
        "both": f"clamp({low}, {high})",
        "min": f"clamp({low})",
        "max": f"clamp(max={high})",
        "crossed": f"clamp({high}, {low})",
    }[kind]
    return {"x": x, "low": low, "high": high, "kind": kind, "call": call}
