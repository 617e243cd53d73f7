"""Questions that ask for a date and those that do not, in each language that is known."""

from __future__ import annotations

import pytest

from rag.language import asks_when
from rag.language.questions import question_months
from rag.language.registry import known, languages

FOR_A_DATE = {
    "fr": """Depuis quand ?|À partir de quand la règle vaut-elle ?|A quelle date ?|Jusqu’à quand ?
        |Savez-vous quand le pont a ouvert ?|Qui peut me dire quand le pont a ouvert ?
        |Quelle est la date de l’ouverture ?|Dans quel siècle ?|Le pont a ouvert quelle année ?
        |La cellule a été créée quand ?|À quelle date la réunion a-t-elle eu lieu ?
        |En quelle année ?|quel jour|Quand la cellule a-t-elle été créée ?""",
    "en": """Since when?|Until when?|In what year did it open?|What is the date of the opening?
        |Do you know when it opened?|Who can tell me when it opened?|It opened on what date?
        |The bridge, when did it open?
        |When was it created?|On what date did they meet?""",
    "de": """Wann wurde das Werk eröffnet?|Ab wann gilt der Tarif?|Bis wann läuft die Frist?
        |Seit wann besteht die Brücke?|Von wann ist der Bericht?|An welchem Tag wurde sie eröffnet?
        |In welchem Jahr?|Welches Datum hat der Vertrag?|Zu welchem Zeitpunkt?
        |Wissen Sie, wann die Brücke eröffnet wurde?|Können Sie mir sagen, wann sie öffnet?
        |Wer weiß, wann sie öffnet?|Ist bekannt, seit wann sie besteht?
        |Die Brücke, wann wurde sie eröffnet?|Die Brücke wurde eröffnet – wann?|WANN WURDE SIE
        ERÖFFNET?
        |Wann wurde die Zelle geschaffen?""",
    "es": """¿Cuándo se inauguró el muelle?|¿Desde cuándo funciona?|¿Hasta cuándo?|Cuando abrió?
        |¿A partir de cuándo rige?|¿En qué fecha se inauguró?|¿En qué año?|¿Qué día se reunieron?
        |¿Cuál es la fecha de la inauguración?|¿Sabe cuándo se inauguró?|¿Sabe usted cuándo abrió?
        |Dígame, ¿cuándo se inauguró?|El muelle, ¿cuándo se inauguró?
        |¿El muelle se inauguró cuándo?
        |¿Cuándo se creó?""",
    "it": """Quando è stato aperto il ponte?|Da quando è aperto?|Fino a quando?|A partire da quando?
        |In che anno è stato inaugurato?|In quale giorno?|Qual è la data dell’inaugurazione?
        |Sa dirmi quando è stato aperto?|Il ponte, quando è stato aperto?|Il ponte è stato aperto
        quando?
        |Quando è stata creata?""",
    "nl": """Wanneer werd de brug geopend?|Sinds wanneer rijdt de tram?|Tot wanneer?|Vanaf wanneer?
        |In welk jaar werd de brug geopend?|Op welke dag?|Wat is de datum van de opening?
        |Weet u wanneer de brug werd geopend?|Kunt u mij vertellen wanneer de brug opent?
        |De brug, wanneer werd die geopend?|De brug werd geopend op welke datum?
        |Wanneer werd de cel opgericht?""",
    "pt": """Quando foi inaugurada a ponte?|Desde quando?|Até quando?|A partir de quando?
        |Em que ano foi inaugurada?|Em que dia?|Qual é a data da inauguração?
        |Sabe quando foi inaugurada a ponte?|Pode dizer-me quando abriu?|A ponte, quando abriu?
        |A ponte foi inaugurada quando?
        |Quando foi criada?""",
    "ar": "في أي عام تأسست؟|منذ متى؟|متى تم إنشاء الخلية؟",
    "bg": "Кога е открит мостът?",
    "ca": "Quan es va obrir el pont?",
    "cs": "Od kdy most stojí?",
    "da": "Hvornår åbnede broen?",
    "el": "Σε ποια ημερομηνία;|Πότε δημιουργήθηκε;",
    "fi": "Milloin silta avattiin?",
    "he": "מתי נפתח הגשר?",
    "hi": "कब बना पुल?",
    "hr": "Kada je otvoren most?",
    "hu": "Mikor nyílt meg a híd?",
    "hy": "Երբ բացվեց կամուրջը",
    "id": "Kapan jembatan dibuka?",
    "ja": "橋は何年に開通しましたか|いつ設立されましたか",
    "ko": "다리는 몇 년에 열렸습니까?",
    "no": "Når åpnet broen?",
    "pl": "W którym roku otwarto most?|Kiedy powstała?",
    "ro": "În ce an s-a deschis podul?|Când a fost creată?",
    "ru": "В каком году открыли мост?|С какого числа?|Когда была создана ячейка?",
    "sr": "Од када постоји мост?",
    "sv": "När öppnade bron?",
    "ta": "பாலம் எப்போது திறக்கப்பட்டது?",
    "th": "สะพานเปิดเมื่อไหร่",
    "tr": "Ne zaman açıldı?|Hangi yıl açıldı?",
    "uk": "З коли діє?|В якому році відкрили міст?",
    "vi": "Khi nào cầu mở?",
    "zh": "大桥哪一年通车？|什么时候成立的？|该小组是何时成立的？",
}
FOR_SOMETHING_ELSE = {
    "fr": """Que fait la mairie quand il pleut ?|Que fait la mairie, quand il pleut ?
        |Quand il pleut, que fait la mairie ?|Qui voulait savoir quand le pont ouvrirait ?
        |Combien d’années ?|Depuis combien de temps ?|À quelle heure ?
        |Que fait l’OTAN quand un Allié est attaqué ?|Quelle cellule a été créée ?
        |Quelqu’un a-t-il parlé ?|Combien de pays ?|Qui dirige l’OTAN ?""",
    "en": """What did he say when he arrived?|Who spoke when the bridge opened?|How many years?
        |When it rains, what does the council do?|What time does it start?
        |Who spoke when the meeting ended?|Quandary of the alliance""",
    "de": """Was tut die Stadt, wenn es regnet?|Wer sagte, wann die Brücke öffnet?
        |Welcher Minister erklärte, wann die Brücke öffnet?|Was geschieht, wann immer es regnet?
        |Wer wollte wissen, wann die Brücke öffnet?|Wie viele Tage dauerte es?
        |Um wie viel Uhr beginnt die Sitzung?|Wandel in der Stadt""",
    "es": """¿Qué hace el ayuntamiento cuando llueve?|¿Quién habló cuando abrió el muelle?
        |Cuando llegó la ministra, ¿quién la recibió?|¿Cuántos días?|¿Qué dice el informe?""",
    "it": """Che cosa fa il comune quando piove?|Quando piove, che cosa fa il comune?
        |Quando è arrivato il ministro, chi lo ha accolto?|Quanti anni?|Chi dirige l’ente?""",
    "nl": """Wat doet de gemeente wanneer het regent?|Wat gebeurt er, wanneer het regent?
        |Wanneer het regent, wat doet de gemeente?|Wie sprak wanneer de brug werd geopend?
        |Hoeveel jaar duurde het?""",
    "pt": """O que faz a câmara quando chove?|Quando chove, o que faz a câmara?
        |Quem falou quando a ponte abriu?|Quando o ministro chegou, quem o recebeu?
        |Quantos anos?""",
    "da": "Hvem åbnede broen?",
    "el": "Ποιος άνοιξε τη γέφυρα;",
    "pl": "Kto otworzył most?",
    "ru": "Кто открыл мост?",
    "sv": "Vem öppnade bron?",
    "uk": "Хто відкрив міст?",
    "zh": "谁开通了大桥？",
}


def _each(questions: dict[str, str]) -> list[object]:
    return [
        pytest.param(" ".join(question.split()), id=f"{code} {number}")
        for code, several in questions.items()
        for number, question in enumerate(several.split("|"))
    ]


@pytest.mark.parametrize("question", _each(FOR_A_DATE))
def test_it_asks_for_a_date(question: str) -> None:
    assert asks_when(question)


@pytest.mark.parametrize("question", _each(FOR_SOMETHING_ELSE))
def test_it_asks_for_something_else(question: str) -> None:
    assert not asks_when(question)


def test_every_language_that_asks_for_a_date_is_tested() -> None:
    asking = {
        code
        for code, language in languages().items()
        if language.questions.when or language.questions.anywhere
    }
    assert asking == set(FOR_A_DATE)


def test_an_announcement_that_a_relative_clause_follows_is_still_a_question_for_its_date() -> None:
    for question in (
        "Quando è stata inaugurata la stazione, che collega le due rive?",
        "Wann wurde das Werk, wie angekündigt, eröffnet?",
        "Quando abriu a ponte, como anunciado?",
    ):
        assert asks_when(question)


def test_months_in_questions_are_twelve_or_none() -> None:
    for code, language in languages().items():
        assert len(question_months(language)) in (0, 12), code
    assert "märz" in question_months(known("de"))[2]
    assert "квітня" in question_months(known("uk"))[3]
