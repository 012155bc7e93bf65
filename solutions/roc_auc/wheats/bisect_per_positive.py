"""Two bisections per positive in plain Python.
用纯 Python 对每个正样本做两次二分查找。
"""

from bisect import bisect_left, bisect_right


def roc_auc(scores, labels):
    neg = sorted(s for s, y in zip(scores.tolist(), labels.tolist()) if y == 0)
    pos = [s for s, y in zip(scores.tolist(), labels.tolist()) if y == 1]
    try:
        return sum(bisect_left(neg, p) + bisect_right(neg, p) for p in pos) / (2 * len(pos) * len(neg))
    except ZeroDivisionError:
        raise ValueError("only one class is present") from None
