"""Returns a view and a copy in NumPy.
返回的是 NumPy 的视图和副本。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

def numpy_roundtrip(a):
    return a.view(), a.copy()
