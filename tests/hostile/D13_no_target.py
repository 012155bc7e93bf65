"""D13 Wrong export: defines nothing at all, hoping that nothing to test means nothing failed.

Stopped by: a target that is missing is a verdict
Expected: no_target
"""
