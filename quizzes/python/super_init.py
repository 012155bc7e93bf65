"""Parameters of super_init: attributes that the base class sets, whether it is called, and own attributes."""


def generate(rng):
    """Return the lines of both constructors and the numbers of attributes."""
    base, own = rng.randrange(2, 5), rng.randrange(1, 4)
    called = rng.choice([True, False])
    names = rng.sample(
        ["hooks", "layers", "buffers", "training", "names", "cache", "size", "steps"], base + own
    )
    first = "; ".join(f"self.{name} = {rng.randrange(10)}" for name in names[:base])
    second = (["super().__init__()"] if called else []) + [
        f"self.{name} = {rng.randrange(10)}" for name in names[base:]
    ]
    return {"base": base, "own": own, "called": called, "first": first, "second": "; ".join(second)}
