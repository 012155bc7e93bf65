"""Quizzes: questions whose keys are computed by the code they show, frozen variants, marking.

    questions(folder)             reading    every question of a bank, as its author wrote it
    Builder(zygote).build(q, 7)   build      run the listing in the sandbox -> one frozen `Variant`
    Store(folder)                 store      variants on disk, found by question, source and seed
    read(variant, fields)         marking    what we read, before anything is marked
    mark(variant, fields)         marking    one stored raw answer -> one `Mark`
    result(variant, response)     scoring    attempts, penalties and hints -> points
    regrade(results, revisions)   regrade    stored answers marked anew: a dry run; `apply` carries it out

A raw answer is a tuple of strings, kept as typed: one for most types, one per blank (cloze) or left side
(match). Only `build` and `remote` import torch and talk to a runner; everything else is pure, and `program`
is a text that only runners execute.
"""
