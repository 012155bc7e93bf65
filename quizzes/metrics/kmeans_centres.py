"""Parameters of kmeans_centres: points on a line and two centres that both get some of them."""


def generate(rng):
    """Return five points and two centres; no point lies half way between these."""
    while True:
        points = sorted(rng.sample(range(0, 30), 5))
        centres = sorted(rng.sample(range(0, 30), 2))
        left = [p for p in points if 2 * p < sum(centres)]
        if 1 < len(left) < 5 and all(2 * p != sum(centres) for p in points):
            return {
                "points": [float(p) for p in points],
                "centres": [float(c) for c in centres],
                "left": len(left),
            }
