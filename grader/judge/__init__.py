"""The trusted side: properties, corpus, search, verdict, diagnosis. One submission in, one `Attempt` out."""

from grader.judge.judge import Judge

__all__ = ["Judge"]
