"""Hidden properties of kmeans."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    arguments,
    assert_fresh,
    assert_inputs_unchanged,
    assert_matches,
    assert_ops_do_not_grow,
    hint,
    integers,
    points,
    seeds,
    tensors,
)

CLEAR = 1e-3  # the least difference of two distances, as a part of the largest: nobody's rounding decides
FAR = 50.0
TINY = 1e-6  # points so close together that an absolute tolerance takes any move for none
LONG = 40  # more rounds than any case here needs


def squared_distances(x, centers):
    """Return the squared distance [N, K] of every point to every centre."""
    return (x[:, None] - centers).square().sum(dim=2)


def rounds(x, centers, iters):
    """Yield distances and labels of each assignment in ``iters`` rounds, and of one more after them."""
    for _ in range(iters + 1):
        distances = squared_distances(x, centers)
        labels = distances.argmin(dim=1)
        yield distances, labels
        members = [x[labels == k] for k in range(len(centers))]
        centers = torch.stack(
            [own.mean(dim=0) if len(own) else c for own, c in zip(members, centers, strict=True)]
        )


def is_clear(case):
    """Tell whether in no round a point is about as near to one centre as to another."""
    for distances, _ in rounds(*case):
        if distances.size(1) > 1 and len(distances):
            best, second = distances.topk(2, dim=1, largest=False).values.unbind(1)
            if float((second - best).min()) <= CLEAR * float(distances.max()):
                return False
    return True


def is_cut_short(case):
    """Tell whether the last round of ``iters`` and one more would still find other labels."""
    *_, last, after = (labels for _, labels in rounds(*case))
    return not torch.equal(last, after)


@st.composite
def clouds(draw, most=3):
    """Draw points and centres without any order, and up to ``most`` rounds."""
    count, clusters, width = draw(integers(1, 7)), draw(integers(1, 3)), draw(integers(1, 3))
    x = draw(tensors(shape=(count, width), values="normal"))
    return x, draw(tensors(shape=(clusters, width), values="normal")), draw(integers(1, most))


@st.composite
def chains(draw):
    """Draw points along a line with all centres at its beginning: the clusters move for several rounds."""
    count, clusters, seed = draw(integers(6, 9)), draw(integers(2, 3)), draw(seeds())
    noise = torch.randn(count, 2, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    x = 0.2 * noise + torch.arange(count, dtype=torch.float64)[:, None] * torch.tensor([1.0, 0.25])
    return x, x[:clusters].clone(), draw(integers(1, 3))


CLOUDS = clouds().filter(is_clear)
CHAINS = chains().filter(lambda case: is_clear(case) and is_cut_short(case))


@points(4)
@hint(
    "Do two rounds by hand. Which labels and which centres do you hold at the end, and which came first?",
    zh="手工做两轮。最后你手里的是哪一次的标签、哪一次的中心？谁先谁后？",
)
@settings(max_examples=30)
@given(cloud=CLOUDS, chain=CHAINS)
def test_rounds_of_assigning_and_moving(student, reference, device, cloud, chain):
    """Labels and centres are those after `iters` rounds, or after fewer if no label changed.
    得到的是 iters 轮之后的标签和中心；若标签不再变化，则提前结束。"""
    assert_matches(student.kmeans, reference.kmeans, *cloud)
    x, centers, iters = chain
    for scale in (1.0, TINY):
        assert_matches(student.kmeans, reference.kmeans, scale * x, scale * centers, iters)


@st.composite
def lonely(draw):
    """Draw a cloud with a centre that no point is near to, at any of the places."""
    x, centers, iters = draw(CLOUDS)
    place = draw(integers(0, len(centers)))
    away = torch.full((1, x.size(1)), draw(st.sampled_from((FAR, -FAR))), dtype=x.dtype)
    return x, torch.cat([centers[:place], away, centers[place:]]), iters


@points(2)
@hint("What is the mean of no points at all?", zh="没有任何点时，均值是多少？")
@settings(max_examples=15)
@given(case=lonely())
def test_an_empty_cluster_keeps_its_centre(student, reference, device, case):
    """A cluster without points keeps its centre and its number, the others move as ever.
    没有点的簇保留自己的中心和编号，其他簇照常移动。"""
    assert_matches(student.kmeans, reference.kmeans, *case)


@points(1)
@hint(
    "Before the first round there are no labels: what do you compare with? And with no round at all?",
    zh="第一轮之前还没有标签：你拿什么比较？如果一轮也不做呢？",
)
@settings(max_examples=15)
@given(case=CLOUDS, iters=integers(1, 3))
def test_the_first_round_and_none(student, reference, device, case, iters):
    """With iters = 0 the given centres give the labels; the first round always moves the centres.
    iters = 0 时用给定的中心分配一次标签；第一轮总是要移动中心。"""
    x, centers, _ = case
    assert_matches(student.kmeans, reference.kmeans, x, centers, 0)
    one = x[:1] + 0.75  # the only centre: each point has label 0 from the start
    assert_matches(student.kmeans, reference.kmeans, x, one, iters)
    assert_matches(student.kmeans, reference.kmeans, x[:0], centers, iters)


@points(1)
@hint(
    "If two rounds in a row give the same labels, what will every later round give?",
    zh="如果连续两轮标签相同，以后每一轮会得到什么？",
)
@settings(max_examples=5)
@given(case=CHAINS)
def test_stops_when_no_label_changes(student, reference, device, case):
    """Once the labels stay, no more rounds are made, however many are allowed.
    标签一旦不再变化就停止，不管还允许多少轮。"""
    x, centers, _ = case
    assert_ops_do_not_grow(student.kmeans, arguments(x, centers, LONG), arguments(x, centers, 2 * LONG))


@points(1)
@hint(
    "Which dtype do centres have that you made with torch.zeros? Which one do positions have?",
    zh="用 torch.zeros 造出的中心是什么 dtype？位置编号又应是什么 dtype？",
)
@settings(max_examples=10)
@given(case=CLOUDS, iters=integers(0, 2), dtype=st.sampled_from((torch.float32, torch.float64)))
def test_dtypes(student, reference, device, case, iters, dtype):
    """Centres have the dtype of X, labels are int64.
    中心的 dtype 与 X 相同，标签为 int64。"""
    x, centers, _ = case
    assert_matches(student.kmeans, reference.kmeans, x.to(dtype), centers.to(dtype), iters)


@points(1)
@hint(
    "Where do the new centres go, and what do you hand back if nothing was moved?",
    zh="新的中心写到了哪里？一步也没移动时，你交回的是什么？",
)
@settings(max_examples=10)
@given(case=CLOUDS | CHAINS, iters=integers(0, 2))
def test_leaves_its_inputs_alone(student, reference, device, case, iters):
    """X and the given centres keep their values, and the results share no memory with them.
    X 和给定的中心保持不变，结果不与它们共享内存。"""
    x, centers, _ = case
    for rounds_made in {iters, 0, 2}:
        assert_inputs_unchanged(student.kmeans, x, centers, rounds_made)
        assert_fresh(student.kmeans, x, centers, rounds_made)
