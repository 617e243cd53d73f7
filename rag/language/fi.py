"""Finnish."""

from __future__ import annotations

from rag.language.language import Calendar, Language, QuestionWords, ReleaseWords, TermWords

LANGUAGE = Language(
    code="fi",
    calendar=Calendar(
        months=(
            "tammikuu, tammikuuta, tammikuussa, tammikuun",
            "helmikuu, helmikuuta, helmikuussa, helmikuun",
            "maaliskuu, maaliskuuta, maaliskuussa, maaliskuun",
            "huhtikuu, huhtikuuta, huhtikuussa, huhtikuun",
            "toukokuu, toukokuuta, toukokuussa, toukokuun",
            "kesäkuu, kesäkuuta, kesäkuussa, kesäkuun",
            "heinäkuu, heinäkuuta, heinäkuussa, heinäkuun",
            "elokuu, elokuuta, elokuussa, elokuun",
            "syyskuu, syyskuuta, syyskuussa, syyskuun",
            "lokakuu, lokakuuta, lokakuussa, lokakuun",
            "marraskuu, marraskuuta, marraskuussa, marraskuun",
            "joulukuu, joulukuuta, joulukuussa, joulukuun",
        ),
        weekdays=(
            "maanantai, maanantaina",
            "tiistai, tiistaina",
            "keskiviikko, keskiviikkona",
            "torstai, torstaina",
            "perjantai, perjantaina",
            "lauantai, lauantaina",
            "sunnuntai, sunnuntaina",
        ),
        day_suffixes=".",
        before_year="vuonna, vuoden, vuodesta",
    ),
    terms=TermWords(
        stemmer="finnish",
        letters="äöå",
        common="""ja on ei se että oli hän mutta ovat myös kuin tai joka ole voi sekä mukaan""",
    ),
    releases=ReleaseWords(
        labels="(lehdistö)?tiedote",
        date_labels="pvm|päiväys",
        published="julkaistu|julkaisupäivä|julkaisuaika",
        updated="päivitetty|muokattu",
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
