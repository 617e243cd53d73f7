"""Turkish."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="tr",
    terms=TermWords(
        letters="ıüşçğöâî",
        stop_words="""bir bu da de gibi hangi için ile kaç kim mi mı mu mü nasıl ne neden nerede o
            olan olarak olduğu ve veya ya zaman""",
        stemmer="turkish",
    ),
    questions=QuestionWords(
        when="ne_zaman",
        which="hangi",
        times="tarih tarihte yıl yılda gün günde",
        period=PeriodWords(
            year="yıl yılı",
            after_year="yıl yılı yılında yılının yılından yıldan",
        ),
    ),
)
