"""Arabic."""

from __future__ import annotations

from rag.language.language import Language, PeriodWords, QuestionWords, TermWords

LANGUAGE = Language(
    code="ar",
    file_names="ar",
    terms=TermWords(
        stemmer="arabic",
        script="\u0600-\u06ff",
    ),
    questions=QuestionWords(
        when="متى",
        which="أي",
        times="تاريخ يوم عام سنة",
        prepositions="في منذ حتى",
        who="من",
        where="أين",
        how_many="كم",
        why="لماذا",
        how="كيف",
        what="ما ماذا",
        yes_no="هل",
        greetings="""مرحبا السلام_عليكم صباح_الخير مساء_الخير أهلا شكرا شكرا_جزيلا كيف_حالك
            من_أنت نعم لا""",
        period=PeriodWords(year="عام سنة العام بعام لعام وعام"),
    ),
    events={
        "open": "افتتح افتتحت افتتاح تدشين دشن فتح",
        "close": "أغلق أغلقت إغلاق اغلاق أغلقوا",
        "build": "بنى بناء شيد تشييد بني",
        "demolish": "هدم تدمير دمر دمرت",
        "found": "أسس تأسيس تأسست",
        "appoint": "عين تعيين عينت",
        "elect": "انتخب انتخاب انتخبت",
        "dismiss": "أقال إقالة فصل",
        "resign": "استقال استقالة استقالت",
        "die": "مات توفي توفيت وفاة قتل قتلى لقي_حتفه",
        "injure": "أصيب إصابة جرح جرحى المصابين مصابا",
        "arrest": "اعتقل اعتقال القبض",
        "born": "ولد ولدت ولادة",
        "buy": "اشترى شراء اشترت",
        "sell": "باع بيع بيعت",
        "steal": "سرق سرقة سرقت",
        "win": "فاز فازت الفائز",
        "sign": "وقع توقيع وقعت",
        "cancel": "ألغى إلغاء ألغيت",
        "restore": "ترميم رمم",
        "burn": "احترق حريق",
        "explode": "انفجر انفجار",
        "sink": "غرق غرقت",
        "evacuate": "إخلاء إجلاء",
        "design": "صمم تصميم صممت",
        "pay": "دفع دفعت",
        "extend": "توسيع تمديد",
        "rename": "أعيدت_تسمية",
        "strike": "إضراب",
    },
)
