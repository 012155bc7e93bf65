"""Parameters of adaptive_windows: numbers, how many of them, how many windows, and where these lie."""


def generate(rng):
    """Return the numbers, the windows of torch, and those that somebody without overlap would cut."""
    while True:
        size, out = rng.choice([(5, 3), (7, 3), (7, 4), (5, 2), (7, 2), (8, 3)])
        x = rng.sample(range(1, 60), size)
        windows = [x[i * size // out : -(-(i + 1) * size // out)] for i in range(out)]
        cut = [[i * size // out, (i + 1) * size // out] for i in range(out)]
        if any(max(x[a:b]) != max(window) for (a, b), window in zip(cut, windows, strict=True)):
            return {"x": x, "size": size, "out": out, "windows": windows, "cut": cut}
