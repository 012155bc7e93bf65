"""Mixes tabs and spaces."""

def gather(x, dim, index):
        x = x + 0
	return x[index]
