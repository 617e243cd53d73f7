"""Hindi."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="hi",
    terms=TermWords(
        stemmer="hindi",
        script="\u0900-\u097f",
    ),
    questions=QuestionWords(
        when="कब",
        who="कौन किसने किसे",
        where="कहाँ कहां",
        how_many="कितने कितना कितनी",
        why="क्यों",
        how="कैसे",
        what="क्या",
        asking="कौन किसने किसे कहाँ कहां कितने कितना कितनी क्यों कैसे क्या",
        greetings="नमस्ते नमस्कार धन्यवाद शुक्रिया आप_कैसे_हैं तुम_कौन_हो आप_कौन_हैं हाँ नहीं",
    ),
)
