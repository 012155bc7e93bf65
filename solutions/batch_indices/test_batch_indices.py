"""Hidden properties of batch_indices."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_matches,
    assert_raises,
    assert_same,
    assert_state_unchanged,
    claim,
    generator,
    hint,
    integers,
    points,
    seeds,
)

# So many samples that no two random orders agree, and no batch is a run of neighbours, by chance.
MANY, LARGE = 60, 10
# Nearly half of the samples are left out: two random orders never leave out the same ones.
LEFT_OUT = 99, 50


@st.composite
def sizes(draw):
    """n and batch_size: exact multiples, one over, one short, one batch only, and anything."""
    batch_size, batches = draw(integers(1, 5)), draw(integers(1, 4))
    n = batch_size * batches + draw(st.sampled_from((0, 1, -1, 0)))
    return draw(st.sampled_from(((n, batch_size), (n, n + 2), (draw(integers(1, 14)), draw(integers(1, 6))))))


FILLED = sizes().filter(lambda size: size[0] > 0)
WITH_A_REST = FILLED.filter(lambda size: size[0] % size[1])
EXACT = st.tuples(integers(1, 4), integers(1, 4)).map(lambda pair: (pair[0] * pair[1], pair[0]))

IMPOSSIBLE = (
    st.tuples(integers(-7, -1), integers(1, 4))
    | st.tuples(integers(0, 6), st.just(0))
    | st.tuples(integers(0, 6), integers(-3, -1))
)


def are_batches(batches):
    """Claim that an answer is a list of 1-d int64 tensors, before its indices are looked at."""
    right = isinstance(batches, list) and all(
        isinstance(batch, torch.Tensor) and batch.dtype == torch.int64 and batch.dim() == 1
        for batch in batches
    )
    claim(
        right,
        "The result is not a list of 1-d int64 tensors but {got}.",
        "返回的不是由一维 int64 张量组成的列表，而是 {got}。",
        got=repr(batches)[:200],
    )


def order_of(batches):
    """Return the indices of all batches, one after another."""
    are_batches(batches)
    return [index for batch in batches for index in batch.tolist()]


def is_run(batch):
    """Tell whether a batch holds neighbours only, in any order."""
    return int(batch.max() - batch.min()) == len(batch) - 1


@points(2)
@hint(
    "Write the batches of 10 samples in threes on paper. What becomes of sample 9?",
    zh="把 10 个样本每 3 个一批写在纸上。样本 9 去了哪里？",
)
@settings(max_examples=40)
@given(size=FILLED)
def test_batches_in_order(student, reference, device, size):
    """Without shuffle the batches count up from 0, and the last one may be shorter.
    不打乱时各批下标从 0 依次递增，最后一批可以更短。"""
    assert_matches(student.batch_indices, reference.batch_indices, *size)


@points(1)
@hint("How many batches do no samples fill?", zh="没有样本时，能装满几批？")
@settings(max_examples=12)
@given(batch_size=integers(1, 5), shuffle=st.booleans(), drop_last=st.booleans())
def test_no_samples_no_batches(student, reference, device, batch_size, shuffle, drop_last):
    """For n = 0 the list is empty.
    n = 0 时列表为空。"""
    assert_matches(student.batch_indices, reference.batch_indices, 0, batch_size, shuffle, drop_last)


@points(2)
@hint(
    "Which batches are incomplete when batch_size divides n? And when it is larger than n?",
    zh="batch_size 整除 n 时哪些批次不完整？batch_size 大于 n 时呢？",
)
@settings(max_examples=30)
@given(rest=WITH_A_REST, exact=EXACT)
def test_drop_last_drops_the_incomplete_batch(student, reference, device, rest, exact):
    """With drop_last a smaller last batch is left out; a full one stays.
    drop_last 时舍去不足一批的最后一批；完整的一批要保留。"""
    assert_matches(student.batch_indices, reference.batch_indices, *rest, drop_last=True)
    assert_matches(student.batch_indices, reference.batch_indices, *exact, drop_last=True)


@points(1)
@hint("Cut the random order exactly as you cut the plain one.", zh="随机顺序的切法应与普通顺序完全相同。")
@settings(max_examples=30)
@given(size=FILLED, drop_last=st.booleans())
def test_shuffled_every_sample_comes_once(student, reference, device, size, drop_last):
    """Shuffled batches have the same sizes as plain ones, and no sample comes twice.
    打乱后各批大小不变，任何样本都不会重复出现。"""
    batches = student.batch_indices(*size, True, drop_last)
    order = order_of(batches)
    expected = reference.batch_indices(*size, drop_last=drop_last)
    assert_same([len(b) for b in batches], [len(b) for b in expected], name="sizes of the batches")
    strange = sorted({index for index in order if order.count(index) > 1 or not 0 <= index < size[0]})
    claim(
        not strange,
        "The indices {strange} come more than once, or are none of the {n} samples.",
        "下标 {strange} 出现了不止一次，或不属于这 {n} 个样本。",
        strange=strange,
        n=size[0],
    )


@points(1)
@hint(
    "Is it the samples that you shuffle, all of them, before they are cut into batches?",
    zh="你打乱的是样本吗？是全部样本、在切成批次之前吗？",
)
@settings(max_examples=4)
@given(seed=seeds())
def test_shuffling_mixes_all_samples(student, reference, device, seed):
    """Shuffling mixes the samples of the whole set, and with drop_last any of them may be left out.
    打乱的是整个数据集的样本；drop_last 舍去的可以是其中任意样本。"""
    batches = student.batch_indices(MANY, LARGE, shuffle=True)
    order_of(batches)
    runs = [batch.tolist() for batch in batches if is_run(batch)]
    claim(
        not runs,
        "Of {n} shuffled samples the batch {run} still holds neighbours only.",
        "打乱 {n} 个样本后，批次 {run} 里仍然全是相邻的样本。",
        n=MANY,
        run=runs and runs[0],
    )
    first, second = (set(order_of(student.batch_indices(*LEFT_OUT, True, True))) for _ in range(2))
    claim(
        first != second,
        "With drop_last the same {count} of {n} samples are left out in every call.",
        "drop_last 时，每次调用舍去的都是同样的 {count} 个样本（共 {n} 个）。",
        count=LEFT_OUT[0] - len(first),
        n=LEFT_OUT[0],
    )


@points(1)
@hint(
    "A seed set inside a function makes every epoch the same.", zh="在函数里固定种子，会让每个 epoch 都一样。"
)
@settings(max_examples=4)
@given(drop_last=st.booleans())
def test_a_new_order_in_every_call(student, reference, device, drop_last):
    """Without a generator two calls in a row shuffle differently.
    不传 generator 时，连续两次调用的顺序不同。"""
    first, second = (order_of(student.batch_indices(MANY, LARGE, True, drop_last)) for _ in range(2))
    claim(
        first != second,
        "Two calls in a row gave the same order.",
        "连续两次调用给出了同样的顺序。",
    )


@points(1)
@hint(
    "Every random number has to come from the generator that was passed.",
    zh="每个随机数都要来自传入的 generator。",
)
@settings(max_examples=8)
@given(seed=seeds(), drop_last=st.booleans())
def test_a_generator_makes_it_repeatable(student, reference, device, seed, drop_last):
    """Equal generator seeds give equal batches, others do not; torch's global state is left alone.
    generator 种子相同则批次相同，不同则不同；torch 的全局状态不受影响。"""
    if device != "cpu":
        return  # indices are drawn on the CPU, and every generator would be sent to the device
    draw = student.batch_indices
    first, again, other = (
        draw(MANY, LARGE, True, drop_last, generator=generator(s)) for s in (seed, seed, seed + 1)
    )
    are_batches(first)
    assert_same(again, first, name="batches from the same seed")
    claim(
        order_of(first) != order_of(other),
        "Two generators with different seeds gave the same order.",
        "两个种子不同的 generator 给出了同样的顺序。",
    )
    assert_state_unchanged(draw, MANY, LARGE, True, drop_last, generator=generator(seed))


@points(1)
@hint(
    "Which of the two numbers may be 0? Check both before anything else.",
    zh="这两个数中哪个可以为 0？先检查，再做别的事。",
)
@settings(max_examples=30)
@given(size=IMPOSSIBLE, shuffle=st.booleans(), drop_last=st.booleans())
def test_impossible_sizes_are_refused(student, reference, device, size, shuffle, drop_last):
    """A negative n or a batch_size below 1 is a ValueError.
    n 为负或 batch_size 小于 1 时抛出 ValueError。"""
    assert_raises(ValueError, student.batch_indices, *size, shuffle, drop_last)
