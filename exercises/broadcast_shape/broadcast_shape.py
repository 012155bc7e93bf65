"""Tell the shape of a broadcast from the two shapes alone."""


def broadcast_shape(s1: tuple[int, ...], s2: tuple[int, ...]) -> tuple[int, ...]:
    """Return the common shape of tensors with the shapes ``s1`` and ``s2``.

    Args:
        s1: sizes, each 0 or larger; ``()`` for a 0-d tensor.
        s2: likewise.

    Returns:
        A tuple of ints, as long as the longer of the two shapes.

    Raises:
        ValueError: two sizes meet that differ, neither of them 1.
    """
    raise NotImplementedError
