"""The student's loop: save the file, see the result, press a key.

`machine` decides (pure), `screen` says what is shown (pure), `keys` and `files` listen, `loop` joins them.
"""
