"""Parameters of kmeans_stops: points and centres, and the way that the centres go."""


def generate(rng):
    """Return seven points, two centres near the left end, and the path of the centres."""
    while True:
        points = sorted(rng.sample(range(0, 40), 7))
        path = [[float(points[0]), float(points[1])]]
        while len(path) < 9 and (step := moved(points, path[-1])) and step != path[-1]:
            path.append(step)
        if 2 <= len(path) - 1 <= 5 and step == path[-1]:
            return {
                "points": [float(p) for p in points],
                "centres": path[0],
                "path": [[round(c, 2) for c in p] for p in path],
            }


def moved(points, centres):
    """Return the means of both groups; None where a group is empty or a point lies half way."""
    left = [p for p in points if 2 * p < sum(centres)]
    right = [p for p in points if 2 * p > sum(centres)]
    if not left or not right or len(left) + len(right) < len(points):
        return None
    return [sum(left) / len(left), sum(right) / len(right)]
