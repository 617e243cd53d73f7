"""Hungarian."""

from __future__ import annotations

from rag.language.language import Calendar, Language, QuestionWords, ReleaseWords, TermWords

LANGUAGE = Language(
    code="hu",
    calendar=Calendar(
        months=(
            "január, jan.",
            "február, feb.",
            "március, márc.",
            "április, ápr.",
            "május",
            "június, jún.",
            "július, júl.",
            "augusztus, aug.",
            "szeptember, szept.",
            "október, okt.",
            "november, nov.",
            "december, dec.",
        ),
        weekdays=("hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"),
        year_first=True,
    ),
    releases=ReleaseWords(
        labels="sajtóközlemény|közlemény",
        date_labels="dátum|kelt",
        published="(közzétéve|megjelent|publikálva)|közzététel (dátuma|napja)",
        updated="(utoljára )?(frissítve|módosítva)|utolsó módosítás",
        embargo="embargó",
    ),
    terms=TermWords(
        stemmer="hungarian",
        letters="áéöóőüíúű",
        common="""a az és hogy nem is egy ez meg de csak volt van mint már még ki el kell lesz
            vagy szerint""",
    ),
    questions=QuestionWords(
        when="mikor",
        who="ki kit kinek kik",
        where="hol hová honnan",
        how_many="hány mennyi mennyit mennyibe",
        why="miért",
        how="hogyan hogy",
        what="mi mit minek milyen",
        greetings="""szia helló jó_napot jó_reggelt jó_estét viszontlátásra köszönöm kérem hogy_vagy
            ki_vagy igen nem""",
    ),
)
