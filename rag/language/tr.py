"""Turkish."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    Language,
    PeriodWords,
    QuestionWords,
    ReleaseWords,
    TermWords,
)

LANGUAGE = Language(
    code="tr",
    calendar=Calendar(
        months=(
            "ocak",
            "şubat",
            "mart",
            "nisan",
            "mayıs",
            "haziran",
            "temmuz",
            "ağustos",
            "eylül",
            "ekim",
            "kasım",
            "aralık",
        ),
        doubtful_months="ocak, mart, ekim, kasım, aralık",
        weekdays=("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
    ),
    terms=TermWords(
        letters="ıüşçğöâî",
        stop_words="""bir bu da de gibi hangi için ile kaç kim mi mı mu mü nasıl ne neden nerede o
            olan olarak olduğu ve veya ya zaman""",
        stemmer="turkish",
    ),
    releases=ReleaseWords(
        labels="basın (bülteni|açıklaması|duyurusu)",
        date_labels="tarih",
        published="yayın(lanma)? tarihi",
        updated="(son )?güncelle(me|nme)( tarihi)?",
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
