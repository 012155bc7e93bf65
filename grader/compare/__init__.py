"""Trusted comparison: tolerances, differences, what a reader sees, laws of random answers.

Everything here works on plain values in the judge's process; nothing calls a student's code.
"""
