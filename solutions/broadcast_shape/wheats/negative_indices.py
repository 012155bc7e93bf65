"""Counts axes from −1 down and asks an object for the size there.
从 −1 往前数轴，由对象给出那里的大小。
"""

class Shape:
    def __init__(self, sizes):
        self.sizes = list(sizes)

    def at(self, i):
        return self.sizes[-i] if i <= len(self.sizes) else 1

    def __or__(self, other):
        out = []
        for i in range(1, max(len(self.sizes), len(other.sizes)) + 1):
            m, n = self.at(i), other.at(i)
            match (m, n):
                case (1, size) | (size, 1):
                    out.insert(0, size)
                case _ if m == n:
                    out.insert(0, m)
                case _:
                    raise ValueError(f"axis -{i}: {m} and {n}")
        return Shape(out)


def broadcast_shape(s1, s2):
    return tuple((Shape(s1) | Shape(s2)).sizes)
