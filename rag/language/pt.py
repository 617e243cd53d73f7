"""Portuguese."""

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
    code="pt",
    numbers={},
    calendar=Calendar(),
    sentences=SentenceWords(),
    releases=ReleaseWords(),
    terms=TermWords(
        stop_words="""a ao aos as até com como da das de do dos e é ela ele em entre era essa esse
            esta este eu foi foram há isso isto já mais mas muito na não nas no nos o onde os ou
            para pela pelo por porque qual quais quando quanto quantos que quem se sem ser são
            seu sua também um uma""",
        stemmer="portuguese",
    ),
    questions=QuestionWords(
        when="quando",
        who="quem",
        where="onde aonde",
        how_many="quanto quanta quantos quantas",
        why="porquê por_que",
        how="como",
        which="qual quais",
        what="que o_que quê",
        relative="que como",
        times="data datas dia dias ano anos mês momento época década século",
        is_the="é_a é_o era_a era_o foi_a foi_o será_a será_o",
        links="e mas então foi é será",
        prepositions="""a de do em no na por para com desde até a_partir_de antes_de depois_de
            durante""",
        asked="""dizer dizer-me dizer-nos me_dizer nos_dizer diga-me saber sabe sabe_você
            sabe_o_senhor sabe_a_senhora sabes sabem sabemos precisar indicar indique lembra
            pergunto quem_sabe quem_pode_dizer quem_me_pode_dizer quem_pode_me_dizer""",
        period=PeriodWords(
            months="""janeiro fevereiro março abril maio junho julho agosto setembro outubro
                novembro dezembro""",
            of="de",
            to="e a",
            before="antes",
            until="até",
            after="depois após",
            since="desde",
            ends="fim final finais",
            fillers="o do de em ano mês início meados",
            year="ano",
            counted="mais_de menos_de cerca_de quase",
            numbered="artigo resolução diretiva regulamento agenda visão plano",
            goes_on="foi em com",
        ),
    ),
    times=TimeWords(
        telling="""depois após antes durante desde até quando enquanto século séculos época período
            era idade fim final início começo meados véspera ano anos mês meses semana semanas
            dia dias primavera verão outono inverno manhã tarde noite hora horas meio-dia
            meia-noite""",
        units="ano anos mês meses semana semanas dia dias hora horas minuto minutos",
        in_year="em ano",
        before_year="no desde",
        dateline="Em {date}, {text}",
        lead_in="o os a em no na de do da desde",
    ),
    claims=ClaimWords(
        negation=r"""\bnão\b(?!\s+(?:só|somente|apenas)\b)
            | \b(?:nunca|jamais|ninguém|nada|nenhum(?:a|as)?|nenhuns|nem|tampouco)\b""",
        without="sem exceto salvo",
        figures=(
            ("2", "segundo segunda"),
            ("3", "terceiro terceira"),
            ("4", "quarto quarta"),
            ("5", "quinto quinta"),
            ("6", "sexto sexta"),
            ("7", "sétimo sétima"),
            ("8", "oitavo oitava"),
            ("9", "nono nona"),
            ("10", "décimo décima"),
            ("100", "cem cento centenas"),
            ("1000", "mil milhares"),
            ("million", "milhão milhões"),
            ("10⁹", "bilhão bilhões"),
        ),
        titles="sr sra dom dona senhor senhora dr dra",
        openings="além também entretanto porém finalmente contudo",
        days="feira sábado domingo ontem hoje amanhã",
    ),
    speech=SpeechWords(),
)
