"""Takes the best class k times and overwrites it with −inf in the caller's logits.
取 k 次最大值，每次把它在调用者的 logits 里改成 −inf。

Notes: S1 §31–32 statistics, argmax | S1 第 31–32 节，argmax
"""

import torch


def topk_accuracy(logits, labels, ks):
    for k in ks:
        if k < 1 or k > logits.size(1):
            raise ValueError("k must lie between 1 and the number of classes")
    chosen = []
    for _ in range(max(ks)):
        best = logits.argmax(dim=1)
        chosen.append(best)
        logits[torch.arange(logits.size(0), device=logits.device), best] = float("-inf")
    guesses = torch.stack(chosen, dim=1)
    hits = guesses == labels.unsqueeze(1)
    answers = []
    for k in ks:
        right = hits[:, :k].any(dim=1).sum().item()
        answers.append(right / labels.size(0))
    return answers
