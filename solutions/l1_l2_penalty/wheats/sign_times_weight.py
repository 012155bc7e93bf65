"""The absolute value as weight times sign, both penalties in one expression, summed by Python's sum.
绝对值写成权重乘以符号，两种惩罚合在一个式子里，用 Python 的 sum 求和。
"""

import torch


def l1_l2_penalty(params, l1, l2):
    def term(w):
        return (w * (l1 * w.detach().sign() + w * (l2 / 2))).sum()

    return sum(map(term, params), start=torch.zeros(()))
