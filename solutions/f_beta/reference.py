"""Reference for f_beta: the formula, with its one undefined point."""


def f_beta(precision: float, recall: float, beta: float = 1.0) -> float:
    """Return (1 + β²)PR / (β²P + R), and 0.0 for P = R = 0."""
    if not beta > 0:
        raise ValueError(f"beta must be greater than 0, got {beta}")
    if not (0 <= precision <= 1 and 0 <= recall <= 1):
        raise ValueError(f"precision and recall must lie in [0, 1], got {precision} and {recall}")
    weight = beta * beta
    divisor = weight * precision + recall
    return (1 + weight) * precision * recall / divisor if divisor else 0.0
