"""Grading in the runner of a service, where the student's code, the logs and the folder are not ours.

`services` finds out where we are, `grading` grades one student's folder, `shown` takes out what may not be
seen; `github`, `gitlab`, `classroom50`, `gradescope`, `prairielearn` and `plain` say it as each service reads
it: from one record, with one total. `wall` says how the sandbox can be had, `autograder` makes the zip that
Gradescope takes.
"""
