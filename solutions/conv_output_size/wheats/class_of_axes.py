"""A dataclass per axis that checks itself; compares itself with F.conv1d and F.max_pool1d when run.
每个轴一个自带检查的 dataclass；直接运行时与 F.conv1d、F.max_pool1d 对拍。
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Axis:
    n: int
    kernel: int
    stride: int
    padding: int
    dilation: int

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) in (bool, float) or not isinstance(value, int):
                raise TypeError(f"{field.name} is {value!r}")
            if value < (field.name != "padding"):
                raise ValueError(f"{field.name} is {value}")
        if self.reach > self.padded:
            raise ValueError(f"{self.reach} positions do not fit into {self.padded}")

    @property
    def reach(self) -> int:
        return self.dilation * (self.kernel - 1) + 1

    @property
    def padded(self) -> int:
        return self.n + self.padding + self.padding

    def places(self, ceil_mode: bool) -> int:
        complete = (self.padded - self.reach + self.stride) // self.stride
        if not ceil_mode:
            return complete
        rounded_up = (self.padded - self.reach + 2 * self.stride - 1) // self.stride
        starts_inside = (rounded_up - 1) * self.stride < self.n + self.padding
        return rounded_up if starts_inside else rounded_up - 1


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    arguments = (n, kernel, stride, padding, dilation)
    if not isinstance(n, (list, tuple)):
        return Axis(*arguments).places(ceil_mode)
    columns = zip(*(v if isinstance(v, (list, tuple)) else (v, v) for v in arguments))
    return tuple(Axis(*column).places(ceil_mode) for column in columns)


if __name__ == "__main__":
    import torch
    import torch.nn.functional as F

    x = torch.zeros(1, 1, 11)
    assert conv_output_size(11, 3, 2, 1, 2) == F.conv1d(x, torch.zeros(1, 1, 3), None, 2, 1, 2).shape[-1]
    for stride in range(1, 5):
        pooled = F.max_pool1d(x, 3, stride, 1, ceil_mode=True)
        assert conv_output_size(11, 3, stride, 1, ceil_mode=True) == pooled.shape[-1]
    print("agrees with torch")
