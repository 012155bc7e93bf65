"""Hidden properties of rand_index."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_inputs_unchanged, assert_matches, assert_raises, hint, integers, points

# What the clusters 0, 1, 2 are called: in order, exchanged, with gaps.
NAMES = ((0, 1, 2), (2, 0, 1), (7, 0, 40), (3, 1, 9))


def _every_second(x):
    """The same names at every second place of a longer storage, with other ones between."""
    wide = torch.arange(2 * len(x)) % 3
    wide[::2] = x
    return wide[::2]


def _named(clusters, names):
    return torch.tensor([names[cluster] for cluster in clusters], dtype=torch.int64)


@st.composite
def clusterings(draw, least=2, most=7):
    """Two clusterings of the same samples into at most three clusters, each with names of its own."""
    count = draw(integers(least, most))
    parts = st.lists(integers(0, 2), min_size=count, max_size=count)
    a, b = (_named(draw(parts), draw(st.sampled_from(NAMES))) for _ in range(2))
    return (_every_second(a), b) if draw(st.booleans()) else (a, b)


@points(4)
@hint(
    "List all pairs of four samples by hand: there are six. For each: together in a? Together in b?",
    zh="手工列出四个样本的全部样本对：共六对。逐对问：a 中在一起吗？b 中在一起吗？",
)
@settings(max_examples=60)
@given(case=clusterings())
def test_share_of_pairs_that_agree(student, reference, device, case):
    """The answer is the share of the N(N−1)/2 pairs on which both clusterings agree, as a float.
    答案是两种聚类意见一致的样本对占全部 N(N−1)/2 对的比例，类型为 float。"""
    assert_matches(student.rand_index, reference.rand_index, *case)


@st.composite
def renamed(draw):
    """One clustering under two sets of names."""
    clusters = draw(st.lists(integers(0, 2), min_size=2, max_size=6))
    first, second = draw(st.permutations(NAMES))[:2]
    return _named(clusters, first), _named(clusters, second)


@points(2)
@hint(
    "If every cluster gets a new name, has any pair been torn apart?",
    zh="如果每个簇都换了名字，有哪一对样本因此分开了吗？",
)
@settings(max_examples=30)
@given(case=renamed())
def test_names_of_clusters_do_not_matter(student, reference, device, case):
    """The same clustering under other names agrees on every pair: 1.0.
    同样的聚类换上别的名字，在每一对上都一致：结果为 1.0。"""
    assert_matches(student.rand_index, reference.rand_index, *case)


@st.composite
def lonely_and_all(draw):
    """Every sample alone, or all in one cluster, against the other or against some clustering."""
    count = draw(integers(2, 5))
    alone, one = torch.arange(count), torch.zeros(count, dtype=torch.int64)
    some = _named(draw(st.lists(integers(0, 1), min_size=count, max_size=count)), NAMES[1])
    return draw(
        st.sampled_from(((alone, one), (one, alone), (alone, alone), (one, one), (alone, some), (some, one)))
    )


@points(2)
@hint(
    "If each sample is a cluster of its own, no pair is together, and that can be agreed upon as well.",
    zh="每个样本自成一簇时，没有一对在一起；这一点同样可以达成一致。",
)
@settings(max_examples=30)
@given(case=lonely_and_all())
def test_everyone_alone_and_all_together(student, reference, device, case):
    """Clusterings into N single samples or into one cluster are measured like any other.
    每个样本自成一簇，或全部同属一簇，也照样计算。"""
    assert_matches(student.rand_index, reference.rand_index, *case)


@points(1)
@hint("How many pairs does one sample make?", zh="一个样本能组成几对？")
@settings(max_examples=6)
@given(count=integers(0, 1))
def test_fewer_than_two_samples_are_a_value_error(student, reference, device, count):
    """Fewer than two samples make no pair: ValueError.
    少于两个样本时没有样本对：抛出 ValueError。"""
    clusters = torch.zeros(count, dtype=torch.int64)
    assert_raises(ValueError, student.rand_index, clusters, clusters.clone())


@points(1)
@hint("Which of your lines writes into a tensor it was given?", zh="你的哪一行代码写入了传进来的张量？")
@settings(max_examples=20)
@given(case=clusterings())
def test_leaves_its_inputs_alone(student, reference, device, case):
    """Neither clustering is changed.
    两种聚类都不会被修改。"""
    assert_inputs_unchanged(student.rand_index, *case)
