"""F-beta: precision and recall in one number."""


def f_beta(precision: float, recall: float, beta: float = 1.0) -> float:
    """Return the weighted harmonic mean of precision and recall.

    Args:
        precision: from 0 to 1, both included.
        recall: from 0 to 1, both included.
        beta: greater than 0; above 1 recall counts more, below 1 precision.

    Returns:
        A Python float from 0 to 1; 0.0 if precision and recall are both 0.

    Raises:
        ValueError: ``beta`` is not greater than 0, or ``precision`` or ``recall`` is outside [0, 1].
    """
    raise NotImplementedError
