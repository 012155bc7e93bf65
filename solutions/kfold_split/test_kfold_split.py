"""Hidden properties of kfold_split."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_raises,
    assert_state_unchanged,
    claim,
    generator,
    hint,
    integers,
    points,
    seeds,
)

# So many samples that two random partitions into so many folds are never the same.
MANY, FOLDS = 60, 6


@st.composite
def sizes(draw):
    """n and k: with a remainder, without one, leave one out, and two folds."""
    k, q = draw(integers(2, 5)), draw(integers(1, 4))
    r = draw(integers(1, k - 1))
    return draw(st.sampled_from(((k * q + r, k), (k * q, k), (k, k), (k + q, 2), (11 + q, 10))))


UNEVEN = st.sampled_from(((10, 4), (5, 3), (7, 5), (11, 3), (5, 2), (9, 4), (13, 10), (3, 2)))


def is_indices(part):
    """Tell whether this is a 1-d int64 tensor."""
    return isinstance(part, torch.Tensor) and part.dtype == torch.int64 and part.dim() == 1


def pair_of(fold):
    """Return train and val of one fold; a named tuple stays in the runner and is unpacked from there."""
    try:
        parts = [] if isinstance(fold, (list, torch.Tensor, dict, str)) else list(fold)
    except TypeError:
        parts = []
    claim(
        len(parts) == 2 and all(map(is_indices, parts)),
        "A fold is not a tuple (train, val) of two 1-d int64 tensors but {got}.",
        "每一折应是由两个一维 int64 张量组成的元组 (train, val)，而不是 {got}。",
        got=repr(fold)[:200],
    )
    return parts[0].tolist(), parts[1].tolist()


def folds_of(answer):
    """Return the pairs (train, val) of an answer as lists of numbers."""
    claim(
        isinstance(answer, list),
        "The result is not a list but {got}.",
        "返回的不是列表，而是 {got}。",
        got=getattr(answer, "type_name", type(answer).__name__),
    )
    return [pair_of(fold) for fold in answer]


@points(2)
@hint("Join all val parts and sort them: what should come out?", zh="把所有 val 拼起来再排序，应该得到什么？")
@settings(max_examples=40)
@given(size=sizes() | UNEVEN, seed=st.none() | seeds())
def test_every_index_is_validated_once(student, reference, device, size, seed):
    """Every index from 0 to n − 1 is in exactly one val.
    从 0 到 n − 1 的每个下标都恰好属于一个 val。"""
    folds = folds_of(student.kfold_split(*size, random_source(device, seed)))
    validated = sorted(index for _, val in folds for index in val)
    claim(
        validated == list(range(size[0])),
        "All val parts together hold {got}; expected 0 to {last}, each once.",
        "所有 val 合起来是 {got}；应为 0 到 {last}，各一次。",
        got=validated,
        last=size[0] - 1,
    )


def random_source(device, seed):
    """Return a generator, or None: indices are drawn on the CPU, and a generator would go to the device."""
    return None if seed is None or device != "cpu" else generator(seed)


@points(2)
@hint(
    "Which samples may a model see that is judged on this fold?",
    zh="要在这一折上评价的模型，可以看到哪些样本？",
)
@settings(max_examples=30)
@given(size=sizes() | UNEVEN, seed=st.none() | seeds())
def test_train_is_the_rest(student, reference, device, size, seed):
    """Train holds exactly the indices that are not in its val, each once.
    train 恰好包含不在本折 val 中的全部下标，每个一次。"""
    for train, val in folds_of(student.kfold_split(*size, random_source(device, seed))):
        rest = sorted(set(range(size[0])) - set(val))
        claim(
            sorted(train) == rest,
            "For val = {val} of {n} samples, train holds {got}; expected {rest} in some order.",
            "共 {n} 个样本、val = {val} 时，train 为 {got}；应为 {rest}（顺序不限）。",
            val=val,
            n=size[0],
            got=sorted(train),
            rest=rest,
        )


@points(2)
@hint(
    "Deal the samples out like cards: by how much can two hands differ?",
    zh="像发牌一样把样本分出去：两个人手里的张数最多相差几张？",
)
@settings(max_examples=30)
@given(size=UNEVEN | sizes(), seed=st.none() | seeds())
def test_fold_sizes_differ_by_at_most_one(student, reference, device, size, seed):
    """There are k folds, and their sizes differ by at most 1.
    共有 k 折，各折大小相差不超过 1。"""
    got = [len(val) for _, val in folds_of(student.kfold_split(*size, random_source(device, seed)))]
    n, k = size
    claim(
        sorted(got) == sorted(n // k + (i < n % k) for i in range(k)),
        "For {n} samples and {k} folds the val parts have the sizes {got}.",
        "{n} 个样本分 {k} 折时，各 val 的大小为 {got}。",
        n=n,
        k=k,
        got=got,
    )


@points(1)
@hint(
    "What does x[val] need val to be? And what does `for train, val in …` unpack?",
    zh="x[val] 要求 val 是什么？for train, val in … 拆开的又是什么？",
)
@settings(max_examples=10)
@given(size=st.sampled_from(((6, 3), (9, 4), (5, 5), (11, 3))))
def test_pairs_of_index_tensors(student, reference, device, size):
    """The result is a list of tuples (train, val), all 1-d int64 tensors, train the first.
    结果是元组 (train, val) 的列表，都是一维 int64 张量，train 在前。"""
    for train, val in folds_of(student.kfold_split(*size)):
        claim(
            len(train) > len(val),
            "The first of a pair has {train} indices and the second {val}: train comes first.",
            "一对中的第一个有 {train} 个下标，第二个有 {val} 个：train 应在前。",
            train=len(train),
            val=len(val),
        )


@points(2)
@hint(
    "The generator decides which samples are together, not only in which order the folds come.",
    zh="generator 决定哪些样本在一起，而不只是各折的先后。",
)
@settings(max_examples=8)
@given(seed=seeds())
def test_a_generator_deals_out_the_samples(student, reference, device, seed):
    """Equal generator seeds give equal folds, others deal otherwise; torch's global state is left alone.
    generator 种子相同则各折相同，不同则分法不同；torch 的全局状态不受影响。"""
    if device != "cpu":
        return  # indices are drawn on the CPU, and every generator would be sent to the device
    split = student.kfold_split
    first, again, other = (
        folds_of(split(MANY, FOLDS, generator=generator(s))) for s in (seed, seed, seed + 1)
    )
    claim(
        first == again,
        "Two generators with the same seed gave different folds.",
        "两个种子相同的 generator 给出了不同的划分。",
    )
    parts, others = ({frozenset(val) for _, val in folds} for folds in (first, other))
    claim(
        parts != others,
        "Two generators with different seeds put the same samples together.",
        "两个种子不同的 generator 把同样的样本分在一起。",
    )
    assert_state_unchanged(split, MANY, FOLDS, generator=generator(seed))


@points(1)
@hint(
    "How many folds can 3 samples fill? And what would one fold train on?",
    zh="3 个样本最多能分几折？只有一折时用什么训练？",
)
@settings(max_examples=30)
@given(
    size=st.tuples(integers(2, 7), st.just(1))
    | st.tuples(integers(0, 5), integers(-2, 0))
    | integers(2, 6).map(lambda n: (n, n + 1))
    | st.tuples(integers(0, 4), integers(6, 9))
)
def test_impossible_numbers_of_folds(student, reference, device, size):
    """Fewer than 2 folds, or more folds than samples, is a ValueError.
    折数少于 2 或多于样本数时抛出 ValueError。"""
    assert_raises(ValueError, student.kfold_split, *size)
