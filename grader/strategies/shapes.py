"""Shapes, with sides of 0 and 1 and with equal and unequal sides all common."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

Shape = tuple[int, ...]
Maker = Callable[[DrawFn, int, int, int], Shape]


def shapes(
    min_rank: int = 0, max_rank: int = 3, min_side: int = 0, max_side: int = 4
) -> SearchStrategy[Shape]:
    """Draw a shape; shrinks to few sides of 1.

    A side of 0 counts as the least simple one: a failure that needs no empty tensor is shown without.
    """
    if not (0 <= min_rank <= max_rank and 0 <= min_side <= max_side):
        raise ValueError(f"no shape has rank {min_rank}..{max_rank} and sides {min_side}..{max_side}")
    plans = [
        (rank, make) for rank in range(min_rank, max_rank + 1) for make in _makers(rank, min_side, max_side)
    ]
    return _shapes(plans, max(min_side, 1), max_side)


def broadcastable_shapes(count: int = 2, max_rank: int = 4) -> SearchStrategy[tuple[Shape, ...]]:
    """Draw ``count`` shapes that broadcast together, scalars and sides of 0 included."""
    return _broadcastable(count, shapes(max_rank=max_rank))


def _makers(rank: int, min_side: int, max_side: int) -> tuple[Maker, ...]:
    """Weigh the ways to make a shape, simplest first: drawn side by side, squares would be rare."""
    if rank == 0:
        return (_free,) * 2
    if max_side == 0:
        return (_empty,)
    equal = (_equal,) * 2 if rank > 1 else ()
    return (_free,) * 4 + equal + ((_empty,) if min_side == 0 else ())


def _free(draw: DrawFn, rank: int, least: int, most: int) -> Shape:
    """Any sides, with 1 drawn more often than the others."""
    if rank == 0:
        return ()
    sides = st.sampled_from([*range(least, most + 1), *([1] if least == 1 else [])])
    return tuple(draw(sides) for _ in range(rank))


def _equal(draw: DrawFn, rank: int, least: int, most: int) -> Shape:
    return (draw(st.integers(least, most)),) * rank


def _empty(draw: DrawFn, rank: int, least: int, most: int) -> Shape:
    """At least one side of 0, at any place."""
    axis = draw(st.integers(0, rank - 1))
    return tuple(0 if at == axis else draw(st.integers(0, most)) for at in range(rank))


@st.composite
def _shapes(draw: DrawFn, plans: list[tuple[int, Maker]], least: int, most: int) -> Shape:
    rank, make = draw(st.sampled_from(plans))
    return make(draw, rank, least, most)


@st.composite
def _broadcastable(draw: DrawFn, count: int, bases: SearchStrategy[Shape]) -> tuple[Shape, ...]:
    base = draw(bases)
    return tuple(_narrowed(draw, base) for _ in range(count))


def _narrowed(draw: DrawFn, base: Shape) -> Shape:
    """Leave out leading dimensions and make some of the others 1."""
    kept = base[draw(st.integers(0, len(base))) :]
    ones = draw(st.integers(0, 2 ** len(kept) - 1))
    return tuple(1 if ones >> axis & 1 else side for axis, side in enumerate(kept))
