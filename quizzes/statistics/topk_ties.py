"""Parameters of topk_ties: a largest number, one that occurs twice, and two smaller ones."""


def generate(rng):
    """Return the numbers and what is needed to speak of them."""
    top, tie, c, d = sorted((n / 10 for n in rng.sample(range(1, 10), 4)), reverse=True)
    x = [top, tie, tie, c, d]
    rng.shuffle(x)
    first = x.index(tie)
    second = x.index(tie, first + 1)
    return {"x": x, "top": top, "tie": tie, "best": x.index(top), "first": first, "second": second, "low": c}
