"""D14 Main guard: defines its target only where the file is run as a program.

Stopped by: the file is imported under another name
Expected: no_target
"""

if __name__ == "__main__":

    def softmax(x):
        return x
