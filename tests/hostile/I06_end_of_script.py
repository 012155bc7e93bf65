"""I06 End of script: closes the element that carries the page's data.

Stopped by: escaping inside embedded data
Expected: rejected
"""
import torch


def softmax(x):
    print('</script><!--', ']]>', '-->')
    raise KeyError('</script></pre></details>')
