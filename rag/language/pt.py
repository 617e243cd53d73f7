"""Portuguese."""

from __future__ import annotations

from rag.language import language as parts

LANGUAGE = parts.Language(
    code="pt",
    file_names="pt por",
    numbers=parts.numbered(
        """1 um uma, 2 dois duas, 3 três tres, 4 quatro, 5 cinco, 6 seis, 7 sete, 8 oito,
        9 nove, 10 dez, 11 onze, 12 doze, 13 treze, 14 catorze quatorze, 15 quinze,
        16 dezasseis dezesseis, 20 vinte, 30 trinta, 40 quarenta, 50 cinquenta, 60 sessenta,
        100 cem"""
    ),
    calendar=parts.Calendar(
        months=(
            "janeiro, jan",
            "fevereiro, fev",
            "março, mar",
            "abril, abr",
            "maio, mai",
            "junho, jun",
            "julho, jul",
            "agosto, ago",
            "setembro, set",
            "outubro, out",
            "novembro, nov",
            "dezembro, dez",
        ),
        doubtful_months="jan, fev, mar, abr, mai, jun, jul, ago, set, out, nov, dez",
        only_here="set, out, ago, dez",
        weekdays=(
            "segunda-feira, segunda feira, 2.ª-feira, 2ª-feira",
            "terça-feira, terça feira, 3.ª-feira, 3ª-feira",
            "quarta-feira, quarta feira, 4.ª-feira, 4ª-feira",
            "quinta-feira, quinta feira, 5.ª-feira, 5ª-feira",
            "sexta-feira, sexta feira, 6.ª-feira, 6ª-feira",
            "sábado, sabado",
            "domingo",
        ),
        seasons=("primavera", "verão", "outono", "inverno"),
        ordinals=(
            "primeiro, primeira, 1.º, 1º, 1°, 1ª",
            "segundo, segunda, 2.º, 2º, 2°, 2ª",
            "terceiro, terceira, 3.º, 3º, 3°",
            "quarto, 4.º, 4º, 4°",
        ),
        last_ordinal="último, última",
        quarters="trimestre",
        halves="semestre",
        halves_of_anything="metade",
        quarter_codes="T",
        half_codes="S",
        units={
            "day": "dia",
            "week": "semana",
            "month": "mês",
            "quarter": "trimestre",
            "half": "semestre",
            "year": "ano",
        },
        plurals={
            "day": "dias",
            "week": "semanas",
            "month": "meses",
            "quarter": "trimestres",
            "half": "semestres",
            "year": "anos",
        },
        before_day="""a, o, em, no, ao, do, de, no dia, dia, ao dia, do dia, desde, até, até dia,
            até ao dia, desde o dia, este, esta, na""",
        after_weekday="dia, o dia",
        sides_before_day={"last": "passado, último, passada, última", "next": "próximo, próxima"},
        day_suffixes="º, °, .º, o",
        of_month="de",
        of_year="de, do ano de",
        before_days="de, nos dias, os dias, dias, entre os dias, do dia, a, em, dos dias, no"
        " dia, dia",
        between="entre, entre os dias, entre o dia",
        until="a, ao, até, até ao, ao dia, até ao dia",
        and_="e",
        before_second_day="o, dia",
        before_month_year="""em, de, desde, até, a partir de, no mês de, do mês de, início de,
            no início de, meados de, em meados de, final de, no final de, finais de, em finais de,
            fim de, no fim de, durante""",
        before_month="""em, desde, até, a partir de, no mês de, do mês de, no início de, início de,
            em meados de, meados de, no final de, final de, em finais de, no fim de, durante""",
        sides_after_month={"last": "passado, último", "next": "próximo, que vem"},
        before_period="""em, no, na, do, da, o, a, ao, à, desde o, desde a, até ao, até à, para o,
            para a, durante o, durante a, pelo, no início do, no início da, no final do,
            no final da, em meados do, a partir do, a partir da""",
        of_period="de, do ano de, do ano, do",
        before_year="em, desde, até, durante, antes de, depois de, após, a partir de, por volta de",
        surely_before_year="""o ano de, no ano de, do ano de, ano de, ano, em meados de, meados de,
            no final de, final de, em finais de, no início de, início de, no fim de, fim de,
            até final de, até ao final de, até ao fim de, no princípio de, no decorrer de""",
        after_year="""e, ou, a, à, ao, aos, em, no, na, nos, nas, de, do, da, dos, das, com, por,
            para, pela, pelo, sem, sobre, entre, como, quando, que, quem, onde, mas, se, não, o,
            os, as, um, uma, é, são, foi, foram, era, eram, será, serão, tem, têm, tinha, após,
            segundo, até, desde, durante, contra, já, mais, também, graças""",
        before_our_era=r"a\.\s?C",
        before_quantity="mais de, menos de, cerca de, quase, uns, umas, perto de",
        relative=parts.RelativeWords(
            days={
                -2: "anteontem",
                -1: "ontem",
                0: "hoje",
                1: "amanhã",
                2: "depois de amanhã",
            },
            parts_of_day="de manhã, à tarde, à noite, mesmo, pela manhã",
            today=("(esta|nesta) manhã", "(esta|nesta) tarde", "(esta|nesta) noite"),
            ago=("há {count}( atrás)?", "{count} atrás"),
            ahead=("(dentro de|daqui a) {count}",),
            vague="cerca de, quase, mais de, menos de, uns, umas, aproximadamente, perto de",
            weeks={8: 1, 15: 2},
            sides=parts.Sides(
                last=(
                    "((o|a|no|na|do|da|ao|à) )?{span} passad[oa]",
                    "((o|a|no|na|do|da|ao|à) )passad[oa] {span}",
                    "((o|a|no|na|do|da) )?{weekday} passad[oa]",
                    "((o|a|no|na|do|da) )?(passad[oa]|últim[oa]) {weekday}",
                    "{month} (passado|último)",
                    "((o|no|do) )?passado (mês de )?{month}",
                ),
                this=(
                    "(n|d)?est[ae] {span}",
                    "(n|d)?est[ae] {weekday}",
                    "(n|d)?este (mês de )?{month}",
                    "(n|d)?este {quarter}",
                    "(n|d)?este {half}",
                ),
                next=(
                    "((o|a|no|na|do|da|ao|à) )?{span} (que vem|próxim[oa])",
                    "((o|a|no|na|do|da|ao|à) )?próxim[oa] {span}",
                    "((o|a|no|na|do|da) )?{weekday} (que vem|próxim[oa])",
                    "((o|a|no|na|do|da) )?próxim[oa] {weekday}",
                    "{month} (próximo|que vem)",
                    "((o|no|do) )?próximo (mês de )?{month}",
                ),
            ),
            plain=(
                r"(na|no|desde o|desde a|até ao|até à|durante o|durante a) {season}(?! (de|da"
                r"|do)\b)",
                r"(no|até ao|durante o|desde o) {quarter}(?! (de|da)\b)",
                r"(no|na|até ao|durante o) {half}(?! (de|da)\b)",
                "((na|no) )?{weekday}",
            ),
            story=(
                "no dia (seguinte|anterior)",
                "o dia (seguinte|anterior)",
                "na véspera",
                "a véspera",
                "((o|a|no|na) ){span} (seguinte|anterior)",
                "((o|a|no|na) )?{weekday} (seguinte|anterior)",
                "às segundas",
                "às terças",
                "às quartas",
                "às quintas",
                "às sextas",
                "aos sábados",
                "aos domingos",  # habits
            ),
            not_dates=(
                "de hoje",
                r"(?<!depois\s)de amanhã",
                "hoje em dia",
                "até hoje",
                "(cada|todo|toda|um|uma) {weekday}",
                "primavera árabe",
            ),
            after_date=parts.Sides(
                last=("passado", "último", "d[oa] {unit} passad[oa]", "d[oa] passad[oa] {unit}"),
                this=("dest[ae] {unit}", "do corrente( {unit})?"),
                next=("próximo", "que vem", "d[oa] próxim[oa] {unit}", "d[oa] {unit} que vem"),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"(?!verão\b|tubarão\b|barão\b|refrão\b|padrão\b|patrão\b|ladrão\b|cidrão\b)\w{2,}(rá|rão)",
            future=r"(?!verão\b)\w+(rá|rão)|vai|vão|prevê|preveem|previst[oa]s?|próxim[oa]s?"
            r"|terá lugar",
            coming=r"seria(m)?|teria(m)?|poderia(m)?|deveria(m)?|espera-se|deve(m)?|pretende(m)?",
            been=r"foi|foram|tem|têm|teve|tiveram|era(m)?|tinha(m)?|havia|houve|disse(ram)?|é"
            r"|são|está|estão|(?!sou\b)\w+(ou|iu|[rcdbvl]eu|aram|eram|iram)"
            r"|\w+(ava|avam)",
            frees=r"para( o)?|até( ao)?|a partir de|antes de|o mais tardar( a)?"
            r"|(um|nosso)( (?!(a|o|em|no|de|do|ao|dia)\b)\w+)?",
            clause_ends=r"(que|quem|quando|onde|enquanto|mas|cujo|cuja)\b",
            relatives=r"(quem|cuj[oa]s?|onde)\b",
            continues=r"(que|mas)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""sr, sra, srta, srs, dr, dra, drs, prof, profa, eng, arq, gen, cap, cel, d,
            dom, st, sto, sta, av, r, pç, n, nº, núm, art, arts, pág, págs, vol, ed, etc, aprox,
            máx, mín, tel, telef, fig, cia, excelentíssimo, exmo, exma, lda, ltda, min, séc, dep,
            p. ex, a. c, d. c, s. a, v. exa, e. u. a, n. d""",
        may_end="etc, cia, lda, ltda",
        numbered="n, nº, núm, num",
        starters="""O, A, Os, As, Um, Uma, Em, No, Na, Nos, Nas, De, Do, Da, Com, Por, Para, Se, É,
            São, Este, Esta, Estes, Estas, Esse, Essa, Isto, Como, Quando, Não, E, Mas, Segundo,
            Após, Além, Também, Assim, Desde, Durante, Entre, Hoje, Ontem""",
    ),
    mails=parts.MailWords(
        sender="de|remetente",
        sent="data|enviad[ao]( em)?",
        recipient="para|cc",
        subject="assunto",
        forwarded="(início da )?mensagem (encaminhada|reencaminhada)",
        original="mensagem original",
        wrote="escreveu",
        reply="re|res",
        forward="enc|fwd?",
        notices=r"est[ae] (mensagem|e-?mail)[^\n]*confidencia(l|is)|antes de imprimir"
        r"|pense no ambiente",
        sent_from="enviado d[oe]",
    ),
    releases=parts.ReleaseWords(
        labels="(nota|comunicado|informação|boletim)s?( (de|à|para a))? imprensa|nota"
        " (informativa|à comunicação social)|comunicado"
        "( oficial)?|press release|para (divulgação|publicação) imediata|embargo|declaração( à"
        " imprensa)?|notícia",
        date_labels="data( (de publicação|da notícia))?",
        published="enviad[oa]|submetid[oa]|"
        "publicad[oa]s?|divulgad[oa]|data d[ea] (publicação|divulgação)|publicação",
        updated="(última )?(atualização|actualização|modificação|alteração)|a(c)"
        "?tualizad[oa]s?|modificad[oa]s?|alterad[oa]",
        by="por",
        embargo="(sob )?embarg(o|ad[oa])( até)?|não (publicar|divulgar) antes",
        release_now="para (divulgação|publicação) imediata",
        done_at="(feito|dado|assinado) em",
        day_titles="conselho de ministros|reunião|sessão|resumo|ata|decisões|declaração"
        "|conferência de imprensa|discurso|boletim|comunicado",
        announcing="convite|convocatória|ordem d(o dia|e trabalhos)|agenda|inscrições",
        event_labels="local|hora|onde|horário",
        short_weekdays="seg, ter, qua, qui, sex, sáb, dom",
        before_date="em|a|aos|de|no dia|dia|o",
        number_sign=r"n\.?\s?[º°]|núm\.?",
        place_words="de, do, da, dos, das, o, a, e",
        clock="às|à|as",
        clock_end="h|horas",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? de leitura"
        r"|tempo de leitura\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="(n)?est[ae] ({weekday}|dia|manhã|tarde|noite|semana)|hoje|{weekday}( dia)?",
        news="reunião|reuniões|cimeira|cúpula|conferência|visita|sessão|encontros?|entrevista"
        "|cerimónia|cerimônia|discurso"
        "|reunid[oa]s?|anunciad[oa]s?|apresentad[oa]s?|inaugurad[oa]s?|anunciou|anunciaram"
        "|disse(ram)?|declarou|apresentou"
        "|apresentaram|inaugurou|inauguraram|recebeu|visitou|visitaram|reuniu|reuniram|assinou"
        "|assinaram|aprovou|afirmou",
        older=r"(assinad[oa]s?|desde|aprovad[oa]s?|tratado|aniversári\w+|nascid[oa]s?"
        r"|fundad[oa]s?|criad[oa]s?|abert[oa]s?"
        r"|lançad[oa]s?|antes de|até|em vigor|lei|decreto)\s*((em) \w+ )?((de|o|a|do) )?",
        older_articles="de|do|do dia|desde|até",
        own_articles="(n)?est[ae]",
        credit=r"\((foto|imagem|fotografia)|(crédito(s)?( da)? )?foto(s|grafias?)?\s*(:|©|–|-"
        r"|por\b|de\b)|legenda\s*:",
        appeared="apareceu primeiro",
        untitled="sem título",
        contact=r"contactos?( (de |com a |para a )?imprensa)?\s*:|contatos?( (de |para a )"
        r"?imprensa)?\s*:|tel(ef)?\.",
        auxiliaries="tem, têm, tinha, é, são, foi, foram, era, será, serão, está, estão, vai, vão",
        site="(ver|veja|visualizar) est[ae] (e-?mail|mensagem)|se não (conseguir|consegue|"
        "visualiza)|cancelar (a )?(subscrição|assinatura|inscrição)|"
        "(leia|veja|ler|ver) (também|mais)|(artigos|notícias"
        "|conteúdos?) relacionad[oa]s?|(partilh|compartilh)(ar|e)( (em|no|na|este"
        "|esta))?|siga-nos|(deixe|deixar|escreva|publicar|adicionar) um comentário"
        "|(deve|precisa|tem de) (estar|iniciar|fazer)"
        "|o seu endereço de e-?mail não será|campos obrigatórios|este s(ite"
        "|ítio) utiliza|utilizamos cookies|(aceitar|recusar)( todos)?( os)? cookies"
        "|(ir|saltar|pular) para o conteúdo|voltar (a|à|ao|para)(?!.{30})|você está aqui"
        "|está aqui|imprimir (esta|a)|(descarregar|baixar) (o|a|em)|(artigo"
        "|notícia) (anterior|seguinte)|subscreva|assine|etiquetas? ?:|categorias? ?:"
        "|tags? ?:|outras notícias"
        "|(recebeu|está a receber|você recebeu) est[ea] (mensagem|e-?mail)|cancelar"
        " (a )?(subscrição|inscrição)|ver est[ea] (mensagem|e-?mail) n",
        site_lines="sem comentários|nenhum comentário|"
        "início|página inicial|menu|pesquisar?|busca|navegação|imprimir|partilhar"
        "|compartilhar|enviar|comentários?|topo|publicidade|cookies|contactos?"
        "|contatos?|ajuda|notícias|ler mais|leia mais|saiba mais|descarregar|baixar"
        "|subscrever|entrar|idiomas?|línguas?",
        sections="(você )?(recebeu|está (a receber|recebendo)) est[ae] (e-?mail|mensagem)|"
        "conta(c)?tos?( (de|para( a)?) ?(imprensa|mídia|media))?( ?:|$)"
        "|conta(c)?tos? (de )?imprensa|assessoria de (imprensa|comunicação)"
        "|gabinete de (imprensa|comunicação)|para (mais|mais) informações"
        "|mais informações( ?:|$)|fonte ?:|aviso legal|todos os direitos reservados"
        "|newsletter|boletim informativo( ?:|$)|política de privacidade|nota(s)? (aos"
        "|para) (os )?(editores|redatores)",
        about=r"sobre (o|a|os|as|nós)\b[^.!?]{0,60}$|sobre [^.!?]{2,50}$",
        corrected="corrigid|correç|retific|rectific|errata|atualizad",
        release_ends="fim( do comunicado)?",
    ),
    terms=parts.TermWords(
        letters="ãçéáíóêõúâôàü",
        stop_words="""a ao aos as até com como da das de do dos e é ela ele em entre era essa esse
            esta este eu foi foram há isso isto já mais mas muito na não nas no nos o onde os ou
            para pela pelo por porque qual quais quando quanto quantos que quem se sem ser são
            seu sua também um uma""",
        stemmer="portuguese",
    ),
    questions=parts.QuestionWords(
        joining="que",
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
        contacts="contactos?|contatos?|contactar|contatar|telefone|e-?mail"
        "|correio eletronico|assessoria de imprensa|gabinete de imprensa"
        "|aviso legal|newsletter|subscrever|site|sitio web|porta-voz",
        requests="""diga diz diz-me diga-me dá-me dê dê-me cite cita nomeie explique explica
            descreva
            descreve enumere liste indique resuma mostre pode_dizer podes podia sabe sabes
            gostaria_de_saber quero_saber queria_saber pergunto-me""",
        verbs="é são era eram foi foram há houve tem têm tinha será serão está estão pode podem",
        number_signs="número n",
        thanks="""obrigado obrigada muito_obrigado muito_obrigada obrigado_desde_já
            desde_já_obrigado
            cumprimentos atenciosamente grato grata""",
        please="por_favor se_faz_favor",
        salutations="""senhor senhora senhores senhoras a_todos a_todas e caro cara caros prezado
            prezada prezados perfeito ótimo bom bem muito_bem entendi interessante certo
            excelente está_bem""",
        wrapping="""eu tu você vocês o_senhor a_senhora me nos te se pode podes podem podia podias
            podiam poderia poderias poderiam dizer dizer-me dizer-nos diz diga diga-me digam-me
            diz-me sabe sabes sabem saberia saber sabemos gostaria gostávamos gostava gostaríamos de
            quero queremos queria queríamos desejo desejava pergunto pergunto-me perguntava
            perguntar explicar explicar-me explique indicar indicar-me indique informar informar-me
            lembrar conhecer alguém tem têm tens ideia alguma por_acaso por_favor
            preciso interessa""",
        greetings="""olá oi bom_dia boa_tarde boa_noite adeus até_logo obrigado obrigada
            muito_obrigado
            por_favor tudo_bem como_vai como_estás como_está quem_és_tu quem_é_você
            o_que_sabes_fazer como_te_chamas és_um_robô o_que_é_isto sim não ok ajude- me""",
        names="como_se_chama como_se_chamava qual_é_o_nome",
        plurals=parts.PluralWords(
            verbs="são:é têm:tem foram:foi eram:era",
            words="quais:qual os:o as:a",
            endings="íses:ís ões:ão ães:ão res:r s:",
        ),
        scope=parts.ScopeWords(
            over_time="""ao_longo_dos_anos ao_longo_do_tempo com_o_passar_dos_anos cada_ano
                ano_a_ano ano_após_ano por_ano evolução sucessivos sucessivas sucessivamente
                de_ano_para_ano todos_os_anos a_tendência o_histórico de_um_ano_para_o_outro
                sucederam um_após_o_outro""",
            how_often="quantas_edições quantas_vezes em_quantas_ocasiões",
            which_dates="em_que_datas em_quais_datas em_que_anos em_quais_anos",
            took_place="tiveram_lugar teve_lugar se_realiza",
            first="primeiro primeira primeiros primeiras inicial mais_antigo mais_antiga",
            last="último última últimos últimas mais_recente mais_recentes ",
            first_time="pela_primeira_vez a_primeira_vez",
            last_time="pela_última_vez a_última_vez",
            now="""hoje agora atualmente actualmente atual actual atuais actuais neste_momento
                hoje_em_dia presentemente""",
            any_figure="número números quantidade total montante cifra cifras volume",
            figures="""população número efetivo orçamento montante total taxa preço tráfego
                volume capacidade consumo emissões despesas receitas vendas exportações
                importações dívida défice lucro produção afluência""",
            state=r"dirig(e|ia|ido|ida)|presid(e|ia|ido|ida)|ocupava?",
            who_many="foram são eram tinham",
            past=(
                r"foi|foram|era|eram|tinha|tinham|havia|houve|teve|tiveram|fez|fizeram|"
                r"esteve|estava|\w{2,}(ou|aram|eram|iram)|\w{3,}(ava|avam|iam)"
            ),
            evolved="evoluiu evoluíram evoluído mudou cresceu variou aumentou diminuiu",
            how_often_in="por mais menos ao",
            named_first="ministro ministra dama lugar linha necessidade socorros",
            plural_endings="s",
            formerly="anteriormente antes previamente",
            deputies="adjunto adjunta vice",
            former="antigo antiga ex vice adjunto adjunta futuro futura",
            figure="qual",
            held="lugar realizou realizaram realizado realizada decorreu decorreram",
            awards="prémio prêmio prémios prêmios medalha troféu taça copa campeonato concurso",
            won="""ganhou ganharam ganhado recebeu receberam recebido venceu venceram galardoado
                galardoados""",
            winners="vencedor vencedora vencedores laureado laureados",
            listed="lista nomes nome",
            highest="mais_alto mais_alta o_maior a_maior mais_elevado mais_elevada",
            lowest="mais_baixo mais_baixa o_menor a_menor",
            most="mais",
            least="menos",
        ),
        period=parts.PeriodWords(
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
    times=parts.TimeWords(
        telling="""depois após antes durante desde até quando enquanto século séculos época período
            era idade fim final início começo meados véspera ano anos mês meses semana semanas
            dia dias primavera verão outono inverno manhã tarde noite hora horas meio-dia
            meia-noite""",
        units="ano anos mês meses semana semanas dia dias hora horas minuto minutos",
        in_year="em ano",
        before_year="no desde",
        dateline="Em {date}, {text}",
        lead_in="o os a em no na de do da desde",
        hours="h horas",
        before_hours="às",
        named="""orçamento exercício resolução lei plano programa relatório edição temporada
            campanha agenda diretiva regulamento""",
        documents="""lei decreto portaria convenção acordo tratado protocolo resolução
            regulamento diretiva acórdão carta declaração decisão contrato""",
        of_date="de",
        through="por mediante através_de pelo pela",
        anniversaries="aniversario* festeja festejam festejou centenario",
        closes="encerrado encerrada findo terminado nascido nascida datado datada",
        begins="desde a_partir_de começa começou inicia iniciou abre abriu início",
        ends="até termina acaba encerra prazo data_limite vence o_mais_tardar",
    ),
    claims=parts.ClaimWords(
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
    offices=parts.OfficeWords(
        copulas="é era foi são eram foram será sido",
        auxiliaries="tem têm tinha",
        leading="""dirig* direção direcção preside presidiu presidirá presidia presidido presidência
            comanda comandou comando cargo eleito eleita nomeado nomeada nomeou nomeação sucede
            sucedeu sucederá sucessor sucessora designado designada lidera liderou liderado
            liderança frente chefia chefiou chefiado responsável gerente""",
        leaves="deixa deixará deixou demite demitiu reforma abandona",
        becomes="torn*",
        takes="""nome* elei* eleg* reelei* design* torn* assum* cargo posse promov* promoc*
            substitu* suced* escolh* mandato indic* funcoes""",
        succeeds="""sucede sucedeu sucederá suceder substitui substituiu substituirá
            substituir substituição""",
        posts={
            "president": "presidente presidenta",
            "minister": "ministro ministra",
            "director": "diretor diretora director directora",
            "secretary": "secretário secretária",
            "spokesperson": "porta-voz",
            "ambassador": "embaixador embaixadora",
            "governor": "governador governadora",
            "chief": "chefe",
            "commander": "comandante",
            "rector": "reitor reitora",
            "chancellor": "chanceler",
            "commissioner": "comissário comissária",
            "prosecutor": "procurador procuradora",
            "treasurer": "tesoureiro tesoureira",
            "king": "rei",
            "queen": "rainha",
            "pope": "papa",
            "coach": "treinador treinadora",
            "head": "dirigente líder",
        },
    ),
    speech=parts.SpeechWords(
        titles="""senhor senhora sr sr. sra sra. dom dona dr dr. dra dra. prof prof. eng eng.""",
        name_links="de da do das dos e",
        roles="""president ministr secretári porta-voz diretor directora director autarca
            prefeit chef vereador responsáve deputad senador governador embaixador comissári
            fundador coordenador doutor professor capitão capitã voluntári médic engenheir
            reitor administrador gerent vice agricultor investigador pesquisador morador gestor
            sócia sócio""",
        role_endings="dor dora dores doras ista",
        masculine="ele o um",
        feminine="ela a uma",
        plurals="os as uns umas",
        stand_ins="""edifício obra sociedade empresa companhia grupo organização associação entidade
            instituição clube equipa equipe fundação agência aliança comissão união projeto projecto
            programa evento local monumento documento texto veículo país estado cidade município
            região""",
        no_names="""contacto contactos contato contatos cidade câmara porto serviço ministério
            associação sociedade empresa grupo comité comitê conselho universidade instituto
            fundação imprensa notas nota fonte foto anexo citação citações informações""",
        introductions=(
            "((a|as|uma) )?(citaç(ão|ões)|declaraç(ão|ões)|palavras|testemunho|depoimento"
            "|comentário)"
            " (de|do|da|dos|das)|segundo"
        ),
        asked="""disse diz dito declarou declara declarado afirmou afirma afirmado explicou
            explica sublinhou acrescentou garantiu considera acha agradece agradeceu espera
            alerta alertou promete prometeu lamenta lamentou sublinha""",
        say="""dito diz dizer disse""",
        what_said="""(o que|que) (tem |têm |tinha )?{said} {speaker}""",
        said_on="sobre|acerca (de|do|da|dos|das)|a respeito (de|do|da)",
        said_of="de|do|da|dos|das",
        first_person="eu nós nos nosso nossa",
        authors=(
            "segundo quem|de quem (é|são) (a|as|esta|estas|essa|essas) (citação|frase"
            "|palavras|declaração)"
        ),
    ),
    answers=parts.AnswerWords(
        plural_articles="os as uns umas",
        joins="e ou mas nem bem_como",
        both="e bem_como",
        another="outro outra",
        either="e ou",
        to="a",
        ranges="de/a entre/e",
        multiples="mil milhão milhões bilhão bilhões bilião biliões",
        of="de",
        units="""euro euros dólar dólares real reais ano anos mês meses dia dias semana semanas
            hora horas minuto minutos metro metros quilómetro quilómetros quilômetro quilômetros
            hectare hectares tonelada toneladas litro litros grau graus por_cento ponto pontos""",
        articles="o a os as um uma",
        alone="foi é será era tem",
        several="quais",
        passive="foi foram é são era eram será serão sido ser",
        by="por pelo pela pelos pelas",
        nameless="ele ela eles elas alguém outros quem aqueles todos",
        opposites="""abrir* abriu abre abert* inaugur* / fech* encerr*, aument* subiu subir* subida*
            cresc* / diminu* baixou baixar* descer* desceu reduz* queda*, compr* adquir* aquisi* /
            vender* vendeu venda vendas vendid*, ganh* vitori* venceu vencer* / perdeu perder*
            perdid* derrot*, contratou contratar* contratad* / despedi* demitid*, criou criar*
            criad* criacao / extint* extinguiu dissolv*, casou casar* casament* / divorci*, aceit*
            aprov* adot* / rejeit* recus*, autoriz* permit* / proib*, chegou chegar* chegada* /
            deixou deixar* partida*, comec* inici* / termin* acabou acabar*, importac* importar* /
            exportac* exportar*, apoi* / opos* oposic* bloque*, constru* / demol* destru*, libertad*
            libertou liberad* / preso presa detid* detev*, nomead* nomeou nomeacao / demissao
            demiti* destitu*, maxim* / minim*, mensal* mensais por_mes ao_mes cada_mes / anual*
            anuais por_ano ao_ano cada_ano / diari* por_dia ao_dia cada_dia / semanal* semanais
            por_semana, vermelh* / laranja / amarel* / verde verdes / azul azuis / pret* / branc*,
            norte / sul, leste oriental* / oeste ocidental*, mulheres feminin* / homens masculin*,
            meninos / meninas, privad* / public*, democrat* / republican*, bruto bruta / liquido
            liquida, esquerda / direita, primavera / outono / inverno""",
        announces="""anunciou anuncia anunciado apresentou apresenta apresentado inaugurou
            inaugura inaugurado visitou visita visitado saudou felicitou declarou declara
            afirmou afirma sublinhou destacou recordou confirmou prometeu agradeceu
            assistiu comentou explicou elogiou""",
        participles="ado ada ados adas ido ida idos idas",
        benefits="para",
        origins="""de_quando_data de_quando_datam de_quando_e / data datam remont* constru*
            edific* fund* criad* criac* conclu* inaugur* seculo assin* adot* public* aprov*""",
        beginnings="""nomead* nomeou nomeacao eleit* eleicao assum* fundad* fundou fundacao
            criad* criou criacao abert* abriu abre lanc* inic* comec* entrou entrada adot*
            tornou tomou institu* introduz* inaugur* nasceu posse""",
        endings="""fim final termin* expir* encerr* fech* cess* prazo deix* demit* demissao
            prorrog* morreu""",
        undoes="""cancel* anul* recus* rejeit* romp* dissol* retirad* retirou retirar abandon*
            demit* demiss* renunci* suspend* suspens* proib* adiad* adiou adiar fech* encerr*
            despedi* extint* suprim* boicot* imped* fracass* expuls* excluid* exclusao destitu*
            cessou cessar negou negad* opos* destru* perdeu perder* pôs_fim pôr_fim""",
        beside="com",
        neighbours="vizinho vizinha vizinhos vizinhas concorrent* rival*",
        not_so="""observador observadora candidato candidata candidatura deseja negoceia negocia
            recusa recusou""",
        unrealised="""deve devem deveria* poderia* preve preveem previst* pondera ponderam pede
            pedem pediu exig* reclam*
            solicit* quer querem espera esperam propo* considera* recomend* projeta projetam
            pretende*""",
        declines="renunci* recus* desist*",
        superlatives="""o_mais a_mais os_mais as_mais o_menos melhor pior maior menor / mais
            menos record* primeir* principal* maxim* minim* maiori* unico unica nunca jamais""",
        reasons="""porque pois já_que visto_que como causa causas caus* motivo motivos razão
            razões devido para por após graças falta fim objetivo consequência provoc* face dado
            permit* pela pelo""",
        receives="recebe recebeu recebido receberam recebera",
        gives="entregou entrega entregue entregara concedeu atribuiu atribui",
        wishes="exige exigem reclama reclamam solicita pede pedem",
        recipients="a ao à aos às para",
        opponents="contra perante para",
        deeds={
            "found": """fundar funda fundou fundado criar cria criou criado / fundador
                fundadora criador criadora""",
            "design": """projetar projetou projetado desenhar desenhou desenhado conceber
                concebeu concebido / arquiteto arquiteta""",
            "build": """construir constrói construiu construído edificar edificou edificado
                erguer ergueu erguido / construtor""",
            "write": "escrever escreve escreveu escrito redigir redigiu redigido / autor autora",
            "compose": "compor compõe compôs composto / compositor compositora",
            "paint": "pintar pinta pintou pintado / pintor pintora",
            "invent": "inventar inventa inventou inventado / inventor inventora",
            "discover": "descobrir descobre descobriu descoberto / descobridor descobridora",
            "buy": """comprar compra comprou comprado adquirir adquire adquiriu adquirido
                / comprador compradora""",
            "sell": "vender vende vendeu vendido / vendedor vendedora",
            "win": """ganhar ganha ganhou ganho vencer vence venceu conquistar conquistou
                / vencedor vencedora""",
            "lose": "perder perde perdeu perdido / perdedor perdedora",
            "beat": "derrotar derrotou derrotado bater bateu batido eliminar eliminou eliminado",
            "finance": """financiar financia financiou financiado pagar paga pagou pago /
                financiador""",
            "own": "possuir possui / proprietário proprietária dono dona",
            "dismiss": """demitir demite demitiu demitido despedir despediu despedido exonerar
                exonerou exonerado""",
            "appoint": "nomear nomeia nomeou nomeado designar designou designado",
            "replace": """substituir substitui substituiu substituído suceder sucede sucedeu /
                sucessor sucessora""",
            "give": """entregar entrega entregou entregue oferecer ofereceu oferecido doar
                doou doado atribuir atribuiu atribuído conceder concedeu concedido""",
            "receive": "receber recebe recebeu recebido obter obtém obteve / galardoado galardoada",
            "lend": "emprestar empresta emprestou emprestado",
            "open": "inaugurar inaugura inaugurou inaugurado",
            "sign": "assinar assina assinou assinado",
            "publish": "publicar publica publicou publicado editar editou editado / editor editora",
            "make": "fabricar fabrica fabricou fabricado / fabricante",
            "organise": "organizar organiza organizou organizado / organizador organizadora",
            "coach": "treinar treina treinou treinado / treinador treinadora",
            "rescue": "salvar salvou salvo resgatar resgatou resgatado",
            "arrest": "prender prendeu preso deter deteve detido",
            "kill": "matar matou morto",
            "order": "ordenar ordenou ordenado",
            "launch": "lançar lança lançou lançado",
            "restore": """restaurar restaura restaurou restaurado renovar renovou renovado /
                restaurador restauradora""",
            "elect": "eleger elege elegeu eleito",
            "welcome": "acolher acolheu acolhido",
            "congratulate": "felicitar felicitou felicitado",
            "thank": "agradecer agradeceu agradecido",
            "criticise": "criticar critica criticou criticado",
            "decorate": "condecorar condecorou condecorado",
            "suspend": "suspender suspendeu suspenso",
            "exclude": "excluir excluiu excluído desqualificar desqualificou desqualificado",
            "run": "explorar explora gerir gere gerido",
            "lead": "dirigir liderar lidera",
            "chair": "presidir",
            "invite": "convidar convida",
            "accompany": "acompanhar",
            "visit": "visitar",
            "present": "apresentar desvendar",
            "approve": "aprovar autorizar",
            "reject": "rejeitar",
            "demolish": "demolir",
            "destroy": "destruir destruído",
            "steal": "roubar / ladrão ladra",
            "attack": "atacar",
            "treat": "tratar",
            "deliver": "fornecer",
            "equip": "equipar",
            "accuse": "acusar",
            "convict": "condenar",
            "investigate": "investigar",
            "warn": "avisar",
            "support": "apoiar apoia",
            "choose": "escolher selecionado",
            "negotiate": "negociar",
            "adapt": "adaptar",
            "translate": "traduzir / tradutor tradutora",
            "develop": "desenvolver",
            "produce": "produzir / produtor produtora",
            "repair": "reparar repara",
            "rebuild": "reconstruir reconstruído",
            "reopen": "reabrir reaberto",
            "repaint": "repintar",
            "plan": "planear planejar",
            "sponsor": "patrocinar / patrocinador patrocinadora",
            "christen": "batizar",
            "pilot": "pilotar / piloto",
            "hire": "contratar",
            "light": "acender",
            "leave": "abandonar",
            "resign": "renunciar",
            "propose": "propor propõe propôs proposto",
            "extinguish": "extinguir apagar",
            "install": "instalar",
            "represent": "representar defender",
        },
        against="contra face_a face_ao face_aos",
        than="que",
        year_before="ano_anterior ano_precedente exercício_anterior",
        year_earlier="um_ano_antes",
        years_earlier="anos_antes",
        more="a_mais a_menos mais_do_que menos_do_que",
    ),
    memberships=parts.MembershipWords(
        asked="""membro membros aderiu aderiram aderido juntou juntaram entrou entraram
            fazem_parte faz_parte sócios parceiros pertencem""",
        asked_left="deixou deixaram saiu saíram abandonou abandonaram excluído excluídos",
        joins=(
            r"ader(?:e|em|iu|iram)|assin(?:am|ou|aram)|junt(?:a|am|ou|aram)-se|entr(?:a|am|ou|aram)|(?:é|são)"
            r"(?: agora)? membros?|faz(?:em)? parte|torn(?:a|ou)-se(?: \S+){0,3}? membro"
        ),
        leaves=r"deix(?:a|am|ou|aram)|sa(?:i|iu|íram)|abandon(?:a|ou|aram)|sua saída",
        admits=r"(?:adesão|entrada|admissão) d[eoa]s?|acolhe(?:u|ram)?|membros? ?:",
        expels=r"(?:saída|retirada|exclusão) d[eoa]s?",
    ),
    measures=parts.MeasureWords(
        percent="por_cento",
        dimensions={
            "height": "altura alto alta altitude",
            "length": "comprimento comprido comprida extensao",
            "width": "largura largo larga",
            "depth": "profundidade profundo profunda",
            "thickness": "espessura espesso",
            "diameter": "diametro",
            "revenue": "receita receitas faturamento vendas",
            "profit": "lucro lucros",
        },
        units={
            "money": "euro euros € dólar dólares $ real reais libras",
            "time": """ano anos mês meses dia dias semana semanas hora horas minuto
                minutos século séculos""",
            "length": """metro metros quilómetro quilómetros quilômetro quilômetros km m""",
            "area": "hectare hectares km² m²",
            "mass": "tonelada toneladas quilo quilos kg",
            "volume": "litro litros hectolitros m³ barris",
            "energy": """kwh mwh gwh twh kw mw gw quilowatts megawatt megawatts gigawatts
                megawatts-hora gigawatts-hora""",
            "share": "% por_cento ponto pontos",
            "clock": "h horas meio-dia meia-noite",
            "temperature": "° grau graus celsius",
            "speed": "km/h kmh nós",
        },
        sizes="número quantidade volume",
        ages="idade quantos_anos_tem quantos_anos_tinha",
        asked={
            "energy": "eletricidade energia potência",
            "money": """dinheiro paga pagam pagou pagaram pagará pagarão pagar custo custa custou
                custaram custará preço orçamento montante
                salário soma valor faturação faturamento receita receitas lucro lucros dividendo
                investimento volume_de_negócios""",
            "time": "duração dura durou idade tempo",
            "length": """altura altitude comprimento largura profundidade distância mede""",
            "area": "superfície área",
            "mass": "peso pesa",
            "share": "percentagem porcentagem taxa",
            "clock": "que_horas",
            "temperature": "temperatura temperaturas",
            "speed": "velocidade",
        },
        how_much="quanto",
        amounts="""nenhum nenhuma poucos poucas muitos muitas vários várias dezena dezenas dúzia
            centenas milhares maioria todos todas metade terço quarto""",
        people="pessoa pessoas gente indivíduos",
        counted={
            "dead": "mortos mortes vítimas morreram",
            "injured": "feridos",
            "jobs": "empregos postos",
            "staff": "trabalhadores empregados funcionários colaboradores emprega pessoas",
            "inhabitants": "habitantes população moradores residentes",
            "visitors": "visitantes espectadores entradas visitas pessoas",
            "passengers": "passageiros viajantes utentes",
            "participants": "participantes",
            "births": "nascimentos bebés partos",
            "copies": "exemplares cópias",
            "members": "membros sócios",
            "votes": "votos",
            "soldiers": "soldados militares tropas",
            "states": "países estados nações",
            "households": "famílias lares",
            "companies": "empresas companhias",
            "homes": "casas apartamentos habitações fogos",
            "pupils": "alunos estudantes crianças",
            "teachers": "professores docentes",
            "doctors": "médicos",
            "nurses": "enfermeiros",
            "patients": "doentes pacientes",
            "volunteers": "voluntários",
            "towns": "municípios cidades concelhos",
            "vehicles": "veículos carros camiões",
            "ships": "navios barcos",
            "trains": "comboios trens",
            "buses": "autocarros ônibus",
            "trees": "árvores",
            "beds": "camas",
            "rooms": "quartos",
            "seats": "lugares",
            "tickets": "bilhetes ingressos",
            "books": "livros volumes",
            "films": "filmes",
            "farms": "quintas explorações",
            "schools": "escolas",
        },
    ),
    follow_ups=parts.FollowUpWords(
        marks="{}?",
        opens="e mas então",
        about="e_quanto_a quanto_a e_no_caso_de que_tal que_dizer_de",
        that_one="o_de a_de o_da o_do a_da a_do",
        tails="exatamente isso então precisamente",
        said=r"quem (o disse|disse (isso|isto|aquilo)|o afirmou|diz (isso|isto)|disse-o)"
        r"|segundo quem",
        who_said="Quem disse «{words}»?",
        subjects="ele:m ela:f eles:m elas:f",
        clitics="o: a: os: as: lhe:a lhes:a",
        stressed="ele:m ela:f eles:m elas:f",
        particles_before="se não me te nos",
        possessives="seu:o sua:a seus:os suas:as",
        drops_subjects=True,
        demonstratives="este esta estes estas esse essa esses essas",
        relations="""sucessor sucessora antecessor antecessora predecessor predecessora adjunto
            adjunta
            mulher marido esposa esposo pai mãe filho filha irmão irmã sócio sócia chefe homólogo
            homóloga advogado advogada fundador fundadora dono dona vice""",
        who_is="Quem é {noun}?",
        genders="o:m a:f os:m as:f",
        titles_of_women="sra dona senhora",
        which_is="o:qual_é_o a:qual_é_a os:quais_são_os as:quais_são_as",
        contractions="""de+o:do de+a:da de+os:dos de+as:das em+o:no em+a:na em+os:nos em+as:nas
            a+o:ao a+a:à a+os:aos a+as:às por+o:pelo por+a:pela por+os:pelos por+as:pelas""",
        in_territory="o:no a:na os:nos as:nas",
        places="em a",
        added="para",
        these="esses",
        that="isso",
        what_noun="que",
        auxiliaries="foi foram é são tem têm tinha",
        participles=r"\w+(ado|ada|ados|adas|ido|ida|idos|idas)|feito|dito|aberto|escrito|visto"
        r"|eleit[oa]s?|mort[oa]s?|aberta|feita",
        year="em",
        this_release=r"(neste|nesse|segundo este|segundo o) (comunicado|texto|documento)",
    ),
    events={
        "born": "nasceu nascido nascida nascimento / nasc* natal* originari* batiz*",
        "open": """inaugur* abriu abre aberto aberta abrira abrir / abr* abert* reabert* inici*
            comec* arranc* acolh* estrei*""",
        "close": """fechou fechado fechada fecha fechar encerrou encerrado encerramento / fech*
            encerr* termin* cess* fim""",
        "build": """construiu construido construida construiram construir / constru* edific*
            ergu* obra* arquitet* data cria* encomend* entreg*""",
        "demolish": """demoliu demolido demolida demolicao destruiu destruido destruida
            destruicao / demol* destru* derrub* incend* arras*""",
        "found": """fundou fundada fundado fundador fundadora fundaram fundacao / fund* criou
            criad* criac* estabelec* nasc* origem* constitu*""",
        "appoint": """nomeou nomeado nomeada nomear nomeacao / nome* design* elei* eleg*
            substitu* suced* nov* cargo assum* indic*""",
        "elect": "eleito eleita elegeu eleger / elei* eleg* vot* ganh* venc* nome* mandato",
        "dismiss": """despediu despedido despedida despedidos demitido demitida exonerado /
            desped* demit* exoner* afast* substitu* dispens*""",
        "resign": """demitiu demissao renunciou demitir / demit* demiss* renunci* deix*
            abandon* sai* retir*""",
        "retire": "reformou aposentou reforma_se / reform* aposent* deix* retir*",
        "die": """morreu morreram morto morta mortos morte mortes faleceu falecido / morr*
            mort* falec* assassin* vitim* matou matar* perd_a_vida perdeu_a_vida
            perderam_a_vida afog*""",
        "kill": """matou mataram matar assassinou assassinado assassinada / matar* assassin*
            morr* mort* vitim* execut* obito*""",
        "marry": """casou casaram casamento / casado casada casar* casamento* matrimon* espos*
            mulher marido""",
        "divorce": "divorciou divorcio / divorc* separ*",
        "injure": """ferido ferida feridos feridas feriu / ferid* ferim* acident* hospital*
            vitim* lesao lesoes""",
        "arrest": """preso presa presos detido detida detidos deteve prendeu / detid* detev*
            deten* prisao prisoes prend* captur* polici*""",
        "free": "libertado libertada libertados libertou / libert* solt* resgat*",
        "convict": """condenado condenada condenou condenados / conden* senten* pena culpad*
            tribunal* julg* multa*""",
        "sue": "processou queixa processado / process* queix* tribunal* denunc* recurs*",
        "accuse": "acusou acusado acusada acusa / acus* denunc* suspeit* culp*",
        "buy": """comprou comprado comprada compra compraram comprar adquiriu / compr* adquir*
            aquis* vend* pago pagar* paga prec*""",
        "sell": """vendeu vendido vendida vendidos vendidas venderam vender venda / vend*
            compr* adquir* leil* client* exemplar*""",
        "steal": "roubou roubado roubada roubaram / roub* furt* ladr* desapar* assalt*",
        "win": """ganhou ganha ganhar vencedor vencedora venceu vence / ganh* venc* vitor*
            triunf* derrot* premi* campea* campeo* conquist* obtev* obtid*""",
        "lose": "perdeu perderam perder perde / perd* derrot* caiu cair* queda*",
        "sign": """assinou assinado assinada assinaram assinatura / assin* acord* tratad*
            contrat* protocol* celebr*""",
        "adopt": """adotou adotado adotada aprovou aprovado aprovada aprovaram / adot* aprov*
            vot* aceit* decid* ratific*""",
        "veto": "veto vetou vetado / vet* bloque* rejeit* opoe opos*",
        "refuse": """recusou recusado recusada recusa rejeitou rejeitado rejeitada / recus*
            rejeit* neg* opo* nao bloque* chumb*""",
        "accept": "aceitou aceite aceitaram aceita / aceit* aprov* acord* admit* conc*",
        "propose": "propos proposto proposta propoe / prop* apresent* suger* plan* projet*",
        "cancel": """cancelou cancelado cancelada cancelaram anulado anulada / cancel* anul*
            suspen* adiad* adiou adiam*""",
        "postpone": "adiou adiado adiada adiaram adiamento / adiad* adiam* atras* suspen*",
        "strike": "greve greves / grev* paralis*",
        "publish": """publicou publicado publicada publicaram / public* edit* lanc* divulg*
            apresent*""",
        "withdraw": "retirou retirado retirada retiraram / retir* abandon* desist* sai* renunc*",
        "rise": """subiu aumentou aumentado cresceu aumentaram / subi* sobe* aument* cresc*
            mais alt* elev* dupl*""",
        "fall": """desceu baixou caiu diminuiu reduzido reduzida reduziu diminuido / desc*
            baix* cair* diminu* redu* menos perd* cort*""",
        "ban": "proibiu proibido proibida proibir / proib* ved* interdi* ilegal*",
        "restore": """restaurou restaurado restaurada restauro / restaur* reabilit* renov*
            remodel* obra*""",
        "burn": "ardeu queimou queimado queimada incendio / ard* queim* incend* fog*",
        "explode": "explodiu explosao / explo* rebent* bomb*",
        "drown": "afogou afogaram afogado afogados / afog* naufrag* morr* mort*",
        "evacuate": "evacuou evacuado evacuada evacuados / evacu* desaloj* retir*",
        "kidnap": """raptou raptado raptada sequestrado sequestrada refem refens resgate /
            rapt* sequestr* refe* resgat*""",
        "attack": """atacou atacado atacada atacaram ataque / atac* ataqu* agred* assalt*
            ofensiv* bombard* atent*""",
        "expel": "excluido excluida exclusao expulsou expulso expulsa expulsao / expuls* exclu*",
        "suspend": "suspendeu suspenso suspensa suspensao / suspen* interromp* parou paralis*",
        "hire": """contratou contratado contratada contrataram / contrat* empreg* recrut*
            admit* posto*""",
        "compose": "compos composto_por compositor compositora / compos* music* obra* escrev*",
        "design": """desenhou desenhado desenhada projetou projetado concebeu / desenh* projet*
            arquitet* conceb* criou criad* criac*""",
        "donate": "doou doado doada doaram / doac* doad* oferec* ofert* ced* receb*",
        "criticise": """criticou criticado criticada criticaram / critic* denunc* lament*
            protest* opo* conden*""",
        "damage": "danificado danificada danificou / danific* dano* destru* estrag* parti*",
        "vaccinate": "vacinado vacinada vacinados vacinou / vacin* dose*",
        "flood": "inundou inundado inundada / inund* agua* cheia*",
        "acquit": "absolvido absolvida absolveu / absolv* inocen*",
        "leave": """partiu partiram abandonou abandonado saiu / abandon* deix* sai* part*
            demit* retir* renunc*""",
        "reopen": "reabr* reabert* / abr* abert*",
        "write": "escreveu escrito escrita / escr* autor* public* carta* texto* redig*",
        "pay": """pagou pago paga pagaram / pag* receb* reembols* financi* doou doac* contribu*
            compr* adquir* cust* prec*""",
        "freeze": "congelado congelada congelou / congel*",
        "move": "mudou_se mudou_para transferido transferida / mud* transf* instal*",
        "abolish": """suprimido suprimida extinto extinta abolido / suprim* extin* abol*
            elimin* cort*""",
        "end": """terminou terminado terminada acabou acabado / termin* acab* fim conclu*
            encerr* ate""",
        "install": """instalado instalada instalaram instalou / instal* coloc* mont*
            cri* estabel* sed* situ* aloj* alberg* abr* transfer*""",
        "translate": "traduziu traduzido traduzida tradutor tradutora / tradu*",
        "collapse": "desabou desmoronou ruiu colapsou / desab* desmoron* ruin* colaps* derroc*",
        "launch": "lancou lancado lancada lancamento / lanc* inici* comec* apresent* cri*",
        "discover": "descobriu descoberto descoberta / descob* encontr* achad* detet* detect*",
        "sink": "afundou afundado naufragou afundamento / afund* naufrag*",
        "extend": """prolongada prolongado prolongou ampliada ampliado ampliacao alargada alargado /
            prolong* ampli* alarg* expan* estend* extens*""",
        "rename": "rebatizado rebatizada renomeado / rebatiz* renome* nome denomin* cham*",
        "merge": """fundiu fusao fundiram / fus* fund* uniu uniram uniao unific* integr* incorpor*
            absor*""",
        "rescue": "resgatado resgatada resgatados resgate / resgat* salv* socorr*",
    },
)
