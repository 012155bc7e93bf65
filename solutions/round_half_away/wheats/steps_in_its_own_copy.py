"""Splits off frac, then steps up and down in place, in a copy of its own.
用 frac 分出小数部分，再在自己的副本上就地进位、退位。
"""

class Rounder:
    def __init__(self, x):
        self.x = x
        self.out = x.trunc() if x.is_floating_point() else x.clone()

    def up(self):
        self.out[self.x.frac() >= 0.5] += 1
        return self

    def down(self):
        self.out[self.x.frac() <= -0.5] -= 1
        return self


def round_half_away(x):
    rounder = Rounder(x.contiguous())
    if x.is_floating_point():
        rounder.up().down()
    return rounder.out.clone()
