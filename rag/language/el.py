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
        which="ποια ποιο ποιες ποιον ποιος ποιοι",
        times="ημερομηνία",
        prepositions="σε",
        who="ποιος ποια ποιοι ποιον ποιους ποιου ποιας",
        where="πού",
        how_many="πόσο πόσα πόσες πόσοι πόση πόσος πόσους πόσων",
        why="γιατί",
        how="πώς",
        what="τι",
        verbs="είναι ήταν έχει έχουν είχε",
        greetings="""γεια γεια_σου γεια_σας καλημέρα καλησπέρα καληνύχτα αντίο ευχαριστώ παρακαλώ
            τι_κάνεις ποιος_είσαι ναι όχι""",
    ),
)
