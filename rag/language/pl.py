"""Polish."""

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
    code="pl",
    file_names="pl",
    calendar=Calendar(
        months=(
            "styczeń, stycznia, styczniu",
            "luty, lutego, lutym",
            "marzec, marca, marcu",
            "kwiecień, kwietnia, kwietniu",
            "maj, maja, maju",
            "czerwiec, czerwca, czerwcu",
            "lipiec, lipca, lipcu",
            "sierpień, sierpnia, sierpniu",
            "wrzesień, września, wrześniu",
            "październik, października, październiku",
            "listopad, listopada, listopadzie",
            "grudzień, grudnia, grudniu",
        ),
        doubtful_months="maj, luty",
        weekdays=(
            "poniedziałek",
            "wtorek",
            "środa, środę",
            "czwartek",
            "piątek",
            "sobota, sobotę",
            "niedziela, niedzielę",
        ),
        before_month="w, we, od, do",
        before_year="w, od, do",
        year_nouns="roku, r.",
    ),
    terms=TermWords(
        letters="łąężóśćńź",
        stop_words="""a ale czy co dla do gdzie i ich jak jaka jakie jaki jego jej jest jako już
            kiedy kto która które który lub ma na nie o od oraz po przez przy się są ta tak to w
            we z za ze że""",
    ),
    releases=ReleaseWords(
        labels="(informacja|notatka) prasowa|komunikat( prasowy)?|informacja dla mediów",
        date_labels="data",
        published="data (publikacji|dodania)|(opublikowan[oey]|dodano|zamieszczono)( dnia)?",
        updated="(ostatnia )?(aktualizacja|modyfikacja)|zaktualizowano|zmieniono"
        "|data (aktualizacji|modyfikacji)",
        embargo="embargo( do)?",
        before_date="dnia",
    ),
    questions=QuestionWords(
        when="kiedy",
        which="którym którego jakim",
        times="roku dniu dnia miesiącu",
        prepositions="od do w",
        who="kto kogo komu kim",
        where="gdzie dokąd skąd",
        how_many="ile ilu",
        why="dlaczego czemu",
        how="jak",
        what="co czego czym",
        yes_no="czy",
        verbs="jest są był była było były będzie",
        greetings="""cześć dzień_dobry dobry_wieczór dobranoc do_widzenia dziękuję dzięki proszę
            jak_się_masz kim_jesteś tak nie""",
        period=PeriodWords(
            months="""styczeń|stycznia|styczniu luty|lutego|lutym marzec|marca|marcu
                kwiecień|kwietnia|kwietniu maj|maja|maju czerwiec|czerwca|czerwcu
                lipiec|lipca|lipcu sierpień|sierpnia|sierpniu wrzesień|września|wrześniu
                październik|października|październiku listopad|listopada|listopadzie
                grudzień|grudnia|grudniu""",
            to="i do",
            before="przed",
            after="po",
            since="od",
            fillers="w roku",
            ends="końca",
            year="rok roku rokiem",
            after_year="rok roku rokiem",
            counted="ponad około",
            goes_on="w i z na od do przez przy",
        ),
    ),
    events={
        "open": """otwarto otwarty otwarta otwarte otworzył otworzono otwarcie zainaugurowano
            zainaugurował""",
        "close": "zamknięto zamknięty zamknięta zamknął zamknęła zamknięcie",
        "build": "zbudowano zbudował zbudowała wybudowano wybudował zbudowany budowa",
        "demolish": "zburzono zburzył zburzony wyburzono zniszczono zniszczył zniszczony",
        "found": "założono założył założyła założony",
        "appoint": "mianowano mianował mianowany mianowana powołano powołał",
        "elect": "wybrano wybrał wybrany wybrana",
        "dismiss": "zwolniono zwolnił odwołano",
        "resign": "zrezygnował zrezygnowała ustąpił",
        "die": "zmarł zmarła zmarło zginął zginęła zginęło umarł",
        "injure": "ranny ranna rannych rannych_zostało zranił poszkodowanych",
        "arrest": "aresztowano aresztował zatrzymano zatrzymał",
        "born": "urodził urodziła urodzony",
        "buy": "kupił kupiła kupiono nabył",
        "sell": "sprzedał sprzedała sprzedano sprzedany",
        "steal": "ukradł ukradziono skradziono",
        "win": "wygrał wygrała zwyciężył",
        "sign": "podpisał podpisano podpisała",
        "cancel": "odwołano anulowano",
        "restore": "odrestaurowano odnowiono wyremontowano odnowił",
        "burn": "spłonął spłonęła",
        "explode": "wybuchł eksplodował",
        "sink": "zatonął zatonęła",
        "evacuate": "ewakuowano ewakuował",
        "design": "zaprojektował zaprojektowała zaprojektowano",
        "pay": "zapłacił zapłacono",
        "move": "przeniesiono przeprowadził",
        "rename": "przemianowano",
        "extend": "przedłużono rozbudowano poszerzono",
        "strike": "strajkowali strajk",
    },
)
