"""Plain Python: lists, max and an index, without torch arithmetic.
纯 Python：列表、max 和 index，不用 torch 运算。
"""

def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must be [N]")
    rows, truth = logits.tolist(), labels.tolist()
    if not rows:
        return 0.0
    hits = 0
    for row, label in zip(rows, truth):
        hits += row.index(max(row)) == label
    return hits / len(rows)
