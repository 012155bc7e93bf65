"""Item analysis: what the answers of a class say about the questions. Pure; Python's own statistics.

    analyse(answers, variants)   study     everything below, for every question that was answered
    scores(answers)              scores    who reached which share of which question
    wilson, correlation, …       figures   the formulas, on plain numbers

Only each student's first answer to a question counts, since the later ones measure what it taught. Where
students met different questions, each is compared with how they did on all others that they met.
"""
