"""Parameters of index_select_line: four ways to give two indices, one of them perhaps not allowed."""


def generate(rng):
    """Return the four lines, the one at fault, and what is raised."""
    i, j = rng.sample(range(3), 2)
    good = [
        f"x.index_select(0, torch.tensor([{i}, {j}]))",
        f"x.index_select(0, torch.tensor([{i}, {j}], dtype=torch.int32))",
        f"x[[{i}, {j}]]",
        f"x[torch.tensor([{i}, {j}])]",
        f"x.index_select(1, torch.arange({i + 1}))",
    ]
    kind, bad = rng.choice(
        [
            ("list", f"x.index_select(0, [{i}, {j}])"),
            ("float", f"x.index_select(0, torch.tensor([{i}., {j}.]))"),
            ("far", f"x.index_select(0, torch.tensor([{i}, 3]))"),
            ("", f"x.index_select(0, torch.tensor([{i}, {i}]))"),
        ]
    )
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad)
    error = {"list": "TypeError", "float": "RuntimeError", "far": "IndexError", "": "nothing"}[kind]
    return {"lines": lines, "kind": kind, "bad": bad, "error": error}
