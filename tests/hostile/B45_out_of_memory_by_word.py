"""B45 Word of memory: says that it ran out of memory, without having asked for any.

Stopped by: the points; the sentence is the submission's own fault either way
Expected: out_of_memory
"""
def softmax(x):
    raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 0 bytes")
