"""Hidden properties of train_digits."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional as F

from grader.author import (
    assert_inputs_unchanged,
    claim,
    hint,
    integers,
    points,
    remote_torch,
    seeds,
)

# Ten glyphs of 7 rows and 5 columns, row by row.
FONT = (
    "01110100011000110001100011000101110",
    "00100011000010000100001000010001110",
    "01110100010000100010001000100011111",
    "11111000100010000010000011000101110",
    "00010001100101010010111110001000010",
    "11111100001111000001000011000101110",
    "00110010001000011110100011000101110",
    "11111000010001000100010000100001000",
    "01110100011000101110100011000101110",
    "01110100011000101111000010001001100",
)
SIDE = 16
TRAINED, HELD_OUT = 2000, 500
ASKED = 0.95
FEW = 60  # images where only the manners of a submission are looked at
SEEDS = integers(0, 2**31 - 1)


def glyphs():
    """Return the ten digits, [10, 14, 10], strokes 1 and the rest 0."""
    bits = torch.tensor([[float(bit) for bit in row] for row in FONT]).view(10, 7, 5)
    return bits.repeat_interleave(2, dim=1).repeat_interleave(2, dim=2)


def digits(count, seed):
    """Draw images float32 [count, 1, 16, 16] in [0, 1] and their labels; each digit is there equally often.

    A digit sits up to two pixels off the middle, is brighter or darker, a little blurred, and noisy.
    """
    generator = torch.Generator().manual_seed(seed)
    y = torch.arange(count)[torch.randperm(count, generator=generator)] % 10
    down, right = (torch.randint(0, n, (count,), generator=generator).tolist() for n in (3, 5))
    x, shapes = torch.zeros(count, SIDE, SIDE), glyphs()
    for image, digit, top, left in zip(x, y.tolist(), down, right, strict=True):
        image[top : top + 14, left + 1 : left + 11] = shapes[digit]
    x = x[:, None] * (0.5 + 0.5 * torch.rand(count, 1, 1, 1, generator=generator))
    x = 0.5 * x + 0.5 * F.avg_pool2d(x, 3, stride=1, padding=1)
    return (x + 0.1 * torch.randn(x.shape, generator=generator)).clamp(0, 1), y


def noise(count, seed):
    """Draw images that show nothing: nets that differ give them different labels."""
    return torch.rand(count, 1, SIDE, SIDE, generator=torch.Generator().manual_seed(seed))


def are_labels(got, count):
    """Claim that an answer is a LongTensor [count]."""
    is_tensor = isinstance(got, torch.Tensor)
    shown = f"{got.dtype} {list(got.shape)}" if is_tensor else getattr(got, "type_name", type(got).__name__)
    claim(
        is_tensor and got.dtype == torch.int64 and got.shape == (count,),
        "For {count} images predict returned {got}; expected a tensor torch.int64 [{count}].",
        "对 {count} 张图像，predict 返回 {got}；应为张量 torch.int64 [{count}]。",
        count=count,
        got=shown,
    )


@points(5)
@hint(
    "Look at the loss after every epoch: does it fall, and does it stop falling before you stop?",
    zh="看看每一轮之后的损失：它在下降吗？你停下时它已经不再下降了吗？",
)
@settings(max_examples=2)
@given(data=seeds(), seed=SEEDS)
def test_reads_digits_it_has_not_seen(student, reference, device, data, seed):
    """Of 500 digits that were not among the 2000 trained on, at least 95 % are read rightly.
    对 500 个没有参与训练（训练集 2000 个）的数字，至少 95 % 识别正确。"""
    x, y = digits(TRAINED, 2 * data)
    images, labels = digits(HELD_OUT, 2 * data + 1)
    got = student.train_digits(x, y, seed)(images)
    are_labels(got, HELD_OUT)
    share = float((got == labels).double().mean())
    claim(
        share >= ASKED,
        "{got} of the digits are read rightly; expected at least {wanted}.",
        "识别正确的比例是 {got}；应至少为 {wanted}。",
        got=f"{share:.1%}",
        wanted=f"{ASKED:.0%}",
    )


@points(2)
@hint(
    "Which layers still train while you predict? Does the answer for one image depend on its neighbours?",
    zh="预测时哪些层还处于训练模式？一张图像的答案会受同批其他图像影响吗？",
)
@settings(max_examples=2)
@given(data=seeds(), seed=SEEDS)
def test_one_label_for_each_image(student, reference, device, data, seed):
    """predict gives one int64 label for each image, the same alone, in company, and at the second time.
    predict 对每张图像给出一个 int64 标签；单独、成批或再次预测，答案都相同。"""
    predict = student.train_digits(*digits(FEW, data), seed)
    images = noise(8, data + 1)
    together = predict(images)
    are_labels(together, len(images))
    claim(
        bool(((together >= 0) & (together < 10)).all()),
        "The labels are {got}; expected numbers from 0 to 9.",
        "标签是 {got}；应为 0 到 9。",
        got=together.tolist(),
    )
    alone = [predict(image[None]) for image in images]
    for got in alone:
        are_labels(got, 1)
    for when, moment, got in (
        ("one by one", "逐张预测", torch.cat(alone)),
        ("at the second time", "第二次预测", predict(images)),
    ):
        claim(
            torch.equal(got, together),
            "The same images get the labels {got} {when}, and {together} together.",
            "同样的图像{moment}得到 {got}，成批预测得到 {together}。",
            got=got.tolist(),
            when=when,
            moment=moment,
            together=together.tolist(),
        )


@points(1)
@hint(
    "torch.manual_seed changes the numbers that everyone draws after you. What gives the state back?",
    zh="torch.manual_seed 会改变之后所有人抽到的随机数。怎样把状态还原？",
)
@settings(max_examples=2)
@given(data=seeds(), seed=SEEDS)
def test_the_global_random_state_is_restored(student, reference, device, data, seed):
    """Neither training nor predicting changes torch's global random state.
    训练和预测都不改变 torch 的全局随机状态。"""
    torch_there = remote_torch(student)
    before = torch_there.get_rng_state()
    predict = student.train_digits(*digits(FEW, data), seed)
    claim(
        torch.equal(before, torch_there.get_rng_state()),
        "The global random state is another one after training.",
        "训练之后，全局随机状态变了。",
    )
    predict(noise(2, data))
    claim(
        torch.equal(before, torch_there.get_rng_state()),
        "The global random state is another one after predict.",
        "predict 之后，全局随机状态变了。",
    )


@points(1)
@hint("Which of your lines writes into the images?", zh="你的哪一行写入了图像？")
@settings(max_examples=2)
@given(data=seeds(), seed=SEEDS)
def test_images_and_labels_stay(student, reference, device, data, seed):
    """Images and labels keep their values, in training and in predict.
    训练和预测时，图像和标签的值都不变。"""
    x, y = digits(FEW, data)
    assert_inputs_unchanged(student.train_digits, x, y, seed)
    predict = student.train_digits(x, y, seed)
    assert_inputs_unchanged(predict, noise(4, data))


@points(1)
@hint(
    "Where do your first weights and the order of the samples come from?",
    zh="你的初始权重和样本顺序从哪里来？",
)
@settings(max_examples=2)
@given(data=seeds(), seed=SEEDS, drawn=st.integers(1, 5))
def test_the_seed_decides(student, reference, device, data, seed, drawn):
    """Equal data and equal seeds give nets that agree, whatever was drawn in between.
    数据和种子都相同，得到的网络就一致，不管其间抽过什么随机数。"""
    x, y = digits(FEW, data)
    images = noise(200, data + 1)
    first = student.train_digits(x, y, seed)(images)
    remote_torch(student).rand(drawn)
    second = student.train_digits(x, y, seed)(images)
    are_labels(first, len(images))
    claim(
        torch.equal(first, second),
        "Two nets trained with the same seed disagree on {count} of {all} images.",
        "用同一个种子训练的两个网络对 {all} 张图像中的 {count} 张意见不同。",
        count=int((first != second).sum()) if first.shape == second.shape else "all",
        all=len(images),
    )
