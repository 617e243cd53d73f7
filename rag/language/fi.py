"""Finnish."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="fi",
    terms=TermWords(
        stemmer="finnish",
        letters="äöå",
        common="""ja on ei se että oli hän mutta ovat myös kuin tai joka ole voi sekä mukaan""",
    ),
    questions=QuestionWords(
        when="milloin",
        who="kuka ketä kenen kenelle",
        where="missä mihin mistä",
        how_many="kuinka_monta kuinka_paljon montako paljonko",
        why="miksi",
        how="miten kuinka",
        what="mikä mitä",
        verbs="on ovat oli olivat onko",
        greetings="""hei moi terve hyvää_päivää hyvää_huomenta hyvää_iltaa näkemiin kiitos ole_hyvä
            mitä_kuuluu kuka_olet kyllä ei""",
    ),
)
