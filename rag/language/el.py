"""Greek."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="el",
    file_names="el",
    terms=TermWords(
        stop_words="""αν από αυτή αυτό για δεν ένα ένας είναι ήταν η θα και κατά με μια μία να ο οι
            όπου ποια ποιες ποιο ποιοι ποιος πόσα πόσες πόσοι πότε που πού πρέπει πώς σε στη
            στην στις στο στον τα τη την της τι τις το τον του τους των ως""",
        stemmer="greek",
        script="\u0370-\u03ff",
    ),
    questions=QuestionWords(
        when="πότε",
        which="ποια",
        times="ημερομηνία",
        prepositions="σε",
    ),
)
