"""Parameters of one_course: marks of two students in three courses, and how points are added."""


def generate(rng):
    """Return the marks, the points, the course and the kind of addition."""
    marks = [[rng.randrange(40, 90) for _ in range(3)] for _ in range(2)]
    p, c = rng.randrange(2, 10), rng.randrange(3)
    kind = rng.choice(["vector", "column", "slice"])
    bonus = {"vector": [p if i == c else 0 for i in range(3)], "column": [[p], [0]], "slice": 0}[kind]
    return {"marks": marks, "p": p, "c": c, "kind": kind, "bonus": bonus}
