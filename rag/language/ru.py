"""Russian."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="ru",
    file_names="ru",
    terms=TermWords(
        stop_words="""а без бы был была были было в во вы где да для до его ее её если есть еще ещё
            же за и из или им их к как какая какие какой когда которые который кто ли мы на не
            нет но о об он она они от по при с со так также то у уже что это я""",
        stemmer="russian",
    ),
    questions=QuestionWords(
        when="когда",
        which="какой каком какую какого",
        times="день дату год году месяц числа дата",
        prepositions="от с до в",
        period=PeriodWords(
            months="""январь|января|январе февраль|февраля|феврале март|марта|марте
                апрель|апреля|апреле май|мая|мае июнь|июня|июне июль|июля|июле
                август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре
                ноябрь|ноября|ноябре декабрь|декабря|декабре""",
            to="и до по",
            before="перед",
            after="после",
            since="с",
            fillers="в",
            ends="конца",
            year="год году года годе",
            after_year="год году года годе годом г.",
            counted="более около",
            numbered="НАТО",
            goes_on="и в на с о от по",
        ),
    ),
    claims=ClaimWords(negation=r"""\b(?:не|нет|ни|никогда|никто|ничего)\b"""),
)
