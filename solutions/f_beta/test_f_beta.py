"""Hidden properties of f_beta."""

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_matches, assert_raises, floats, hint, points

RATES = floats(0.01, 1)
BETAS = st.sampled_from((2.0, 0.5, 3.0, 1.5, 0.1, 10.0))


@points(3)
@hint(
    "Which of the two rates stands beside β² below the fraction bar? Try P = 0.5, R = 1, β = 2 by hand.",
    zh="分数线下面的 β² 与哪个比率相乘？用 P = 0.5、R = 1、β = 2 手算一次。",
)
@settings(max_examples=40)
@given(precision=RATES, recall=RATES, beta=BETAS)
def test_weighted_harmonic_mean(student, reference, device, precision, recall, beta):
    """F-beta is (1 + β²)·P·R / (β²·P + R), as a float.
    F-beta 等于 (1 + β²)·P·R / (β²·P + R)，类型为 float。"""
    assert_matches(student.f_beta, reference.f_beta, precision, recall, beta)


@points(2)
@hint("What does the signature say about beta?", zh="函数签名里 beta 的默认值是什么？")
@given(precision=RATES, recall=RATES)
def test_beta_is_one_by_default(student, reference, device, precision, recall):
    """Without beta the answer is the F1 score.
    不给 beta 时，答案是 F1 分数。"""
    assert_matches(student.f_beta, reference.f_beta, precision, recall)


@points(2)
@hint(
    "What is the divisor if both rates are 0? And what does 1 / P do if only P is 0?",
    zh="两个比率都为 0 时除数是多少？只有 P 为 0 时，1 / P 会怎样？",
)
@settings(max_examples=40)
@given(
    rates=st.sampled_from(((0.0, 0.0), (0.0, 0.5), (0.5, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))),
    beta=BETAS,
)
def test_the_ends_of_the_range(student, reference, device, rates, beta):
    """Rates of exactly 0 and 1 are allowed; with a rate of 0, or two, the answer is 0.0.
    比率可以恰好为 0 或 1；有一个或两个为 0 时，答案是 0.0。"""
    assert_matches(student.f_beta, reference.f_beta, *rates, beta)


@points(1)
@hint("Is 0 less than 0?", zh="0 小于 0 吗？")
@settings(max_examples=20)
@given(rate=st.sampled_from((0.5, 1.0, 0.0)), beta=st.sampled_from((0.0, -1.0, -0.5)))
def test_beta_must_be_positive(student, reference, device, rate, beta):
    """A beta of 0 or less is a ValueError, also where precision and recall are 0.
    beta 小于或等于 0 时抛出 ValueError，查准率和召回率为 0 时也一样。"""
    assert_raises(ValueError, student.f_beta, rate, rate, beta)


OUTSIDE = (1.5, -0.5, 1.000001, -0.000001)


@points(2)
@hint("Two rates, two ends each: that makes four comparisons.", zh="两个比率、各有两端：一共要比较四次。")
@settings(max_examples=60)
@given(wrong=st.sampled_from(OUTSIDE), other=st.sampled_from((0.5, 0.0, 1.0)), first=st.booleans())
def test_rates_outside_of_the_range(student, reference, device, wrong, other, first):
    """A precision or a recall below 0 or above 1 is a ValueError, whatever the other one is.
    查准率或召回率小于 0 或大于 1 时抛出 ValueError，与另一个的值无关。"""
    rates = (wrong, other) if first else (other, wrong)
    assert_raises(ValueError, student.f_beta, *rates)
