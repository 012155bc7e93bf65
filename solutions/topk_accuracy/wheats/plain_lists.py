"""Sorts every row in plain Python, without torch arithmetic.
用纯 Python 给每一行排序，不用 torch 运算。
"""

def topk_accuracy(logits, labels, ks):
    rows = logits.tolist()
    for k in ks:
        if k not in range(1, len(rows[0]) + 1):
            raise ValueError(k)
    answers = []
    for k in ks:
        hits = 0
        for row, label in zip(rows, labels.tolist()):
            order = sorted(range(len(row)), key=row.__getitem__, reverse=True)
            hits += label in order[:k]
        answers.append(hits / len(rows))
    return answers
