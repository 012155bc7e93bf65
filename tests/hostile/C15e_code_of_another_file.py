"""C15e Whose call is it: the target is compiled under the name of another file, so that no frame is the submission's.

Stopped by: the walk along the frames: code that is nobody's is the submission's
Expected: forbidden
"""

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()
text = f"def target(x):\n    return torch.{NAME}(x, -1)\n"
scope = {"torch": torch}
exec(compile(text, "elsewhere", "exec"), scope)
softmax = scope["target"]
