"""B22 Half characters: lone surrogates and other text that is none, as an answer, a name and a message.

Stopped by: the encoder escapes them; an exception's name and message likewise
Expected: rejected, crashed
"""
CALLS = []


def softmax(x):
    CALLS.append(1)
    text = "\ud800\udfff\udc80\x00\x1b[2J\u202e\ufeff\U0010ffff"
    if len(CALLS) % 3 == 1:
        return [text, {text: text}]
    raise type("Odd" + text * (len(CALLS) % 3), (ValueError,), {})(text)
