"""Sorts a plain list and walks through groups of equal scores.
给普通列表排序，再按得分相等分组遍历。
"""

from itertools import groupby


def roc_auc(scores, labels):
    samples = sorted(zip(scores.tolist(), labels.tolist()))
    negatives = won = positives = 0
    for _, group in groupby(samples, key=lambda sample: sample[0]):
        group = [label for _, label in group]
        ones = sum(group)
        zeros = len(group) - ones
        won += ones * negatives + 0.5 * ones * zeros
        negatives += zeros
        positives += ones
    if not positives or not negatives:
        raise ValueError("only one class")
    return float(won / (positives * negatives))
