"""B47 Nameless class: an exception whose class answers for its name, bases and module with other things.

Stopped by: the runner dies of it alone, or the decoder refuses it
Expected: rejected, crashed
"""
class Meta(type):
    __name__ = property(lambda cls: 5)
    __module__ = "builtins"

    def __getattribute__(cls, name):
        if name == "__mro__":
            return (cls, cls, cls)
        return super().__getattribute__(name)


class Odd(ValueError, metaclass=Meta):
    pass


def softmax(x):
    raise Odd("no name")
