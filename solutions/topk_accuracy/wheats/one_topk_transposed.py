"""The classic of the ImageNet examples: one topk, transposed, compared with the expanded labels.
ImageNet 示例中的经典写法：一次 topk，转置后与扩展的标签比较。
"""

import torch


def topk_accuracy(output, target, topk=(1,)):
    with torch.no_grad():
        if min(topk) < 1 or max(topk) > output.size(1):
            raise ValueError(f"k out of range: {topk}")
        maxk = max(topk)
        batch_size = target.size(0)
        _, pred = output.topk(maxk, 1, True, True)
        pred = pred.t()
        correct = pred.eq(target.view(1, -1).expand_as(pred) if target.is_contiguous() else target[None])
        res = []
        for k in topk:
            correct_k = correct[:k].reshape(-1).float().sum(0, keepdim=True)
            res.append(correct_k.mul_(1.0 / batch_size).item())
        return res
