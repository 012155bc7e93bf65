"""Grading on many machines: a class's submissions go to Dask workers, attempts come back as plain data.

cluster = Cluster(read_address("tcp://scheduler:8786"), Terms(device="cpu"), tell)
run_batch(catalog, submissions, out, Batch(elsewhere=cluster.graded))

The submitting process alone reads submissions and writes the gradebook (`grading`, `dispatch`, `crew`). On a
worker, Dask calls `station`, beside which `judging` runs. Imported from here is nothing: Dask's scheduler
imports this package, too, and has no use for it.
"""
