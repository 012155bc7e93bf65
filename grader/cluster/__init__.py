"""Grading on many machines: a class's submissions go to Dask workers, attempts come back as plain data.

cluster = Cluster(read_address("tcp://scheduler:8786"), Terms(device="cpu"), tell)
run_batch(catalog, submissions, out, Batch(execute=cluster.graded))

The submitting process alone reads submissions and writes the gradebook. Nothing in here imports Dask
before it is asked to grade.
"""

from grader.cluster.address import Address, read_address
from grader.cluster.dispatch import Terms
from grader.cluster.grading import Cluster

__all__ = ["Address", "Cluster", "Terms", "read_address"]
