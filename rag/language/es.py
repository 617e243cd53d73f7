"""Spanish."""

from __future__ import annotations

from rag.language.language import (
    Calendar,
    ClaimWords,
    Language,
    PeriodWords,
    QuestionWords,
    ReleaseWords,
    SentenceWords,
    SpeechWords,
    TermWords,
    TimeWords,
)

LANGUAGE = Language(
    code="es",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""a al algo ante antes como con cual cuál cuáles cuando cuándo cuánto cuántos de
            del desde donde dónde e el él ella ellas ellos en entre era es esta está estas este
            esto estos fue fueron ha han hasta hay la las le les lo los más me mi muy no nos o
            para pero por porque que qué quien quién quiénes se ser si sin sobre son su sus
            también tan un una uno unos y ya""",
        stemmer="spanish",
    ),
    questions=QuestionWords(
        when="cuándo",
        who="quién quiénes",
        where="dónde adónde",
        how_many="cuánto cuánta cuántos cuántas",
        why="por_qué",
        how="cómo",
        which="cuál cuáles",
        what="qué",
        times="fecha fechas día días año años mes momento época década siglo",
        is_the="es_la es_el fue_la fue_el era_la era_el será_la será_el",
        links="y pero entonces fue es será",
        prepositions="""a de en por con para desde hasta desde_hasta a_partir_de antes_de después_de
            hacia sobre durante según""",
        asked="""decir decirme decirnos dígame dime saber sabe sabe_usted sabes saben sabéis sabemos
            precisar indicar indique recuerda pregunto quién_sabe quién_puede_decir
            quién_puede_decirme""",
        period=PeriodWords(
            months="""enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre
                noviembre diciembre""",
            of="de del",
            to="y a al",
            before="antes",
            until="hasta",
            after="después despues",
            since="desde",
            ends="final finales",
            fillers="el del al año mes inicio principios mediados",
            year="año",
            counted="más_de menos_de casi unos unas",
            numbered="artículo articulo resolución directiva reglamento agenda visión plan OTAN",
            goes_on="con por para que se fue ha han y o del los las como",
        ),
    ),
    times=TimeWords(
        telling="""después antes durante desde hasta cuando mientras siglo siglos época período
            periodo era edad fin final principio principios comienzo inicio mediados víspera año
            años mes meses semana semanas día días primavera verano otoño invierno mañana tarde
            noche hora horas mediodía medianoche""",
        units="año años mes meses semana semanas día días hora horas minuto minutos",
        in_year="en año",
        before_year="desde hacia",
        dateline="El {date}, {text}",
        lead_in="el los del al de desde en a",
    ),
    claims=ClaimWords(
        negation=r"""\bno\b(?!\s+(?:sólo|solo|solamente)\b)(?!\.?\s*\d)
            | \b(?:nunca|jamás|nadie|nada|ningun[oa]s?|ningún|tampoco|ni)\b""",
        without="sin salvo excepto",
        figures=(
            ("2", "segundo segunda"),
            ("3", "tercero tercera tercer"),
            ("4", "cuarto cuarta"),
            ("5", "quinto quinta"),
            ("6", "sexto sexta"),
            ("7", "séptimo séptima"),
            ("8", "octavo octava"),
            ("9", "noveno novena"),
            ("10", "décimo décima"),
            ("100", "cien ciento cientos"),
            ("1000", "mil miles"),
            ("million", "millón millones"),
        ),
        titles="sr sra srta don doña señor señora dr dra",
        openings="según además asimismo finalmente también embargo luego especialmente",
        days="lunes martes miércoles jueves viernes sábado domingo ayer hoy",
    ),
    speech=SpeechWords(),
)
