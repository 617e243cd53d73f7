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
        who="kim kimi kime kimler",
        where="nerede nereye nereden",
        how_many="kaç ne_kadar",
        why="neden niçin niye",
        how="nasıl",
        what="ne nedir",
        greetings="""merhaba selam günaydın iyi_günler iyi_akşamlar iyi_geceler hoşça_kal
            teşekkürler
            teşekkür_ederim lütfen nasılsın nasılsınız sen_kimsin kimsin evet hayır""",
        period=PeriodWords(
            year="yıl yılı",
            after_year="yıl yılı yılında yılının yılından yıldan",
        ),
    ),
)
