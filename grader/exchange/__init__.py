"""Questions for other people's programs, and theirs for ours: GIFT, Moodle XML, QTI 2.1, Canvas, text2qti.

Between a built question and a file stands one neutral record, `Item`. What a format cannot carry is never
dropped in silence: every step adds to one list of losses. Files that are read are data; nothing is run.
"""

from grader.exchange.item import Form, Item
from grader.exchange.losses import Loss, Lost

__all__ = ["Form", "Item", "Loss", "Lost"]
