"""Every surface of a result: records in, text out. Nothing here has ever seen a tensor.

`view` decides what a reader may see, `table` adds up, `words` names how things ended, `visible` makes
strangers' text harmless; `terminal`, `html`, `as_json` and `junit` are the surfaces.
"""
