"""A06b Metadata: reads from the records of installed packages where the course is installed in place.

Stopped by: the allow-list of packages that are mounted; no record but those of torch and its friends
Expected: rejected
"""
import importlib.metadata
import json
import os
import sys
import torch


def softmax(x):
    places = []
    for distribution in importlib.metadata.distributions():
        url = distribution.read_text("direct_url.json")
        if url:
            places.append(json.loads(url)["url"].removeprefix("file://"))
    for finder in sys.meta_path:
        module = sys.modules.get(getattr(finder, "__module__", ""), None)
        places += [os.path.dirname(path) for path in getattr(module, "MAPPING", {}).values()]
    for place in places:
        path = os.path.join(place, "solutions", "softmax", "reference.py")
        if os.path.exists(path):
            space = {}
            exec(open(path).read(), space)
            return space["softmax"](x)
        raise RuntimeError(f"the course lies in {place}: {os.listdir(place)}")
    return torch.zeros_like(x)
