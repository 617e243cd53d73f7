"""Spanish."""

from __future__ import annotations

from rag.language import language as parts

LANGUAGE = parts.Language(
    code="es",
    file_names="es spa spanish espagnol espanol español",
    numbers=parts.numbered(
        """1 un una uno, 2 dos, 3 tres, 4 cuatro, 5 cinco, 6 seis, 7 siete, 8 ocho, 9 nueve,
        10 diez, 11 once, 12 doce, 13 trece, 14 catorce, 15 quince, 16 dieciséis, 20 veinte,
        30 treinta, 40 cuarenta, 50 cincuenta, 60 sesenta, 100 cien"""
    ),
    calendar=parts.Calendar(
        months=(
            "enero, ene",
            "febrero, feb",
            "marzo, mar",
            "abril, abr",
            "mayo, may",
            "junio, jun",
            "julio, jul",
            "agosto, ago",
            "septiembre, setiembre, sept, sep",
            "octubre, oct",
            "noviembre, nov",
            "diciembre, dic",
        ),
        doubtful_months="ene, feb, mar, abr, may, jun, jul, ago, sept, sep, oct, nov, dic",
        only_here="ago, lunes",
        weekdays=(
            "lunes",
            "martes",
            "miércoles, miercoles",
            "jueves",
            "viernes",
            "sábado, sabado",
            "domingo",
        ),
        seasons=("primavera", "verano", "otoño", "invierno"),
        ordinals=(
            "primer, primero, primera, 1er, 1.er, 1º, 1.º, 1ª",
            "segundo, segunda, 2º, 2.º, 2ª, 2do",
            "tercer, tercero, tercera, 3er, 3.er, 3º, 3.º",
            "cuarto, 4º, 4.º, 4to",
        ),
        last_ordinal="último, última",
        quarters="trimestre",
        halves="semestre",
        halves_of_anything="mitad",
        quarter_codes="T",
        half_codes="S",
        units={
            "day": "día",
            "week": "semana",
            "month": "mes",
            "quarter": "trimestre",
            "half": "semestre",
            "year": "año",
        },
        plurals={
            "day": "días, dias",
            "week": "semanas",
            "month": "meses",
            "quarter": "trimestres",
            "half": "semestres",
            "year": "años",
        },
        before_day="el, del, al, este, desde el, hasta el",
        after_weekday="día, dia, el",
        sides_before_day={"last": "pasado, último", "next": "próximo, proximo"},
        day_suffixes="º, °, .º, ro, ero, er",
        of_month="de, del mes de",
        of_year="de, del, del año",
        before_days="del, los días, los dias, los, el, desde el, de los días, entre los días",
        between="entre el, entre los días, entre",
        until="al, a, hasta el",
        and_="y, e",
        before_second_day="el, al",
        before_month_year="""en, de, desde, hasta, a principios de, a comienzos de, a mediados de,
            a finales de, a fines de, principios de, mediados de, finales de, durante,
            en el mes de, del mes de""",
        before_month="""en, desde, hasta, a principios de, a comienzos de, a mediados de,
            a finales de, a fines de, durante, en el mes de, del mes de, el mes de""",
        sides_after_month={"last": "pasado", "next": "próximo, proximo, que viene"},
        before_period="""en, en el, en la, el, la, del, de la, al, desde, desde el, desde la,
            hasta, hasta el, hasta la, para, para el, para la, durante, durante el, durante la,
            a principios de, a principios del, a mediados de, a mediados del, a finales de,
            a finales del, antes del, después del""",
        of_period="de, del, del año, de año",
        before_year="""en, desde, hasta, durante, antes de, después de, a partir de, para, hacia,
            desde el, hasta el""",
        surely_before_year="""el año, del año, al año, en el año, año, a principios de,
            a comienzos de, a mediados de, a finales de, a fines de, principios de, mediados de,
            finales de, a principios del año, a mediados del año, a finales del año,
            para finales de, para mediados de""",
        after_year="""y, e, o, u, a, al, en, de, del, con, por, para, sin, sobre, entre, desde,
            hasta, como, cuando, que, quien, donde, pero, si, no, el, la, los, las, lo, un, una,
            se, su, sus, es, son, fue, fueron, era, eran, será, serán, ha, han, había, tras, según,
            ante, bajo, contra, durante, aunque, porque, pues, ya, más, también, gracias""",
        before_our_era=r"a\.\s?C",
        before_quantity="más de, mas de, menos de, unos, unas, casi, cerca de, alrededor de, hasta",
        relative=parts.RelativeWords(
            days={
                -2: "anteayer, antes de ayer, antier",
                -1: "ayer, anoche",
                0: "hoy",
                1: "mañana",
                2: "pasado mañana",
            },
            parts_of_day="por la mañana, por la tarde, por la noche, mismo",
            today=("esta mañana", "esta tarde", "esta noche"),
            ago=("hace {count}", "{count} atrás"),
            ahead=("dentro de {count}",),
            vague="unos, unas, cerca de, casi, más de, menos de, alrededor de,"
            " aproximadamente, apenas",
            weeks={8: 1, 15: 2},
            sides=parts.Sides(
                last=(
                    "((el|la|del|al|de la) )?{span} pasad[oa]",
                    "((el|la|del|al|de la) )pasad[oa] {span}",
                    "((el|del|al) )?{weekday} pasado",
                    "((el|del|al) )?pasado {weekday}",
                    "{month} pasado",
                    "((el|del) )?pasado (mes de )?{month}",
                ),
                this=(
                    "est[ae] {span}",
                    "este (mismo )?{weekday}",
                    "este (mes de )?{month}",
                    "este {quarter}",
                    "este {half}",
                ),
                next=(
                    "((el|la|del|al|de la) )?{span} (próxim[oa]|que viene)",
                    "((el|la|del|al|de la) )?(próxim[oa]|entrante) {span}",
                    "((el|del|al) )?{weekday} (próximo|que viene)",
                    "((el|del|al) )?próximo {weekday}",
                    "{month} próximo",
                    "((el|del) )?próximo (mes de )?{month}",
                ),
            ),
            plain=(
                r"(en|desde|hasta|para|durante) (el|la) {season}(?! de\b)",
                r"en {season}(?! de\b)",
                r"((en|desde|hasta|para|durante) )?el {quarter}(?! de\b)",
                r"((en|desde|hasta|para|durante) )?(el|la) {half}(?! de\b)",
                "(el )?{weekday}",
            ),
            story=(
                "al día siguiente",
                "el día (siguiente|anterior)",
                "la víspera",
                "(el|la) {span} (siguiente|anterior)",
                "(el )?{weekday} (siguiente|anterior)",
                "los {weekday}",
                "los sábados",
                "los domingos",  # habits
            ),
            not_dates=(
                "de hoy",
                "de mañana",
                "(la|por la|de la|una|cada|buena) mañana",
                "hoy en día",
                "hasta hoy",
                "(cada|un) {weekday}",
                "primavera árabe",
            ),
            after_date=parts.Sides(
                last=(
                    "pasado",
                    "de(l| la) {unit} pasad[oa]",
                    "de(l| la) pasad[oa] {unit}",
                    "último",
                ),
                this=("de est[ae] {unit}", "del (presente|corriente) {unit}"),
                next=(
                    "próximo",
                    "que viene",
                    "de(l| la) {unit} (próxim[oa]|que viene)",
                    "de(l| la) próxim[oa] {unit}",
                ),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"\w{2,}(rá|rán)",
            future=r"(?!irán|terán|corán)\w+(rá|rán)|va a|van a|prevé|prevén|previst[oa]s?"
            r"|próxim[oa]s?|tendrá lugar",
            coming=r"está previst[oa]|se espera|\w+(ería|aría|iría)n?|debe(n)?|planea(n)?"
            r"|espera(n)?",
            been=r"fue(ron)?|ha(n)?|había(n)?|era(n)?|tuvo|tuvieron|hubo|hizo|dijo|\w+(ó|aron"
            r"|ieron)|\w+(aba|aban)|estuvo",
            frees=r"para( el)?|hasta( el)?|a partir del?|antes del|a más tardar( el)?"
            r"|(un|nuestro)( (?!(el|del|al|de|en)\b)\w+)?",
            clause_ends=r"(que|quien|quienes|cuando|donde|mientras|pero|cuyo)\b",
            relatives=r"(quien|quienes|cuy[oa]s?|donde)\b",
            continues=r"(que|pero)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""sr, sra, srta, sres, d, dña, dr, dra, dres, ud, uds, vd, vds, lic, ing,
            arq, prof, gral, cnel, cap, sto, sta, st, av, avda, c, pza, plza, núm, num, art, arts,
            pág, págs, cap, vol, ed, etc, aprox, máx, mín, tel, tfno, fig, cía, cia, hnos, excmo,
            excma, ilmo, ilma, op, vs, jr, gob, dep, admón, ee. uu, p. ej, a. m, p. m, a. c, d. c,
            s. a, s. l, p. d, cc. aa, jj. oo, rr. hh""",
        may_end="etc, cía, cia, hnos, jr",
        numbered="núm, num, no, nro",
        starters="""El, La, Los, Las, Lo, Un, Una, Unos, En, De, Del, Al, A, Con, Por, Para, Se,
            Su, Sus, Es, Son, Este, Esta, Esto, Estos, Estas, Ese, Esa, Como, Cuando, Si, No, Y,
            Pero, Según, Tras, Además, También, Así, Desde, Durante, Entre, Hoy, Nuestro,
            Nuestra""",
    ),
    mails=parts.MailWords(
        sender="de|remitente",
        sent="fecha|enviado( el)?",
        recipient="para|a|cc",
        subject="asunto",
        forwarded="(inicio del )?mensaje (reenviado|remitido)",
        original="mensaje original",
        wrote="escribió",
        reply="re|rv",
        forward="rv|fwd?",
        notices=r"este (mensaje|correo)[^\n]*confidencial|piense en el medio ambiente"
        r"|antes de imprimir",
        sent_from="enviado desde",
    ),
    releases=parts.ReleaseWords(
        labels="(nota|comunicado|boletín|aviso)s?( (de|a la))? (prensa|informativ[oa])"
        "|comunicado( oficial)?|gabinete de (prensa"
        "|comunicación)|para (su )?(difusión|publicación) inmediata|embargo|declaración( a la"
        " prensa)?|noticia",
        date_labels="fecha( de publicación)?",
        published="enviad[oa]|"
        "publicad[oa]s?|difundid[oa]|fecha de (publicación|difusión|emisión)|publicación",
        updated="(última )?(actualización|modificación)|actualizad[oa]s?|modificad[oa]s?",
        by="por",
        embargo="(bajo )?embarg(o|ad[oa])( informativo)?( hasta)?|no (publicar"
        "|difundir) (antes|hasta)",
        release_now="para (su )?(difusión|publicación) inmediata",
        done_at="((hecho|dado|firmado) )?en",
        day_titles="consejo de (ministros|gobierno)|reunión|sesión|resumen|acta|acuerdos"
        "|declaración|rueda de prensa|discurso|boletín|comunicado|pleno",
        announcing="invitación|convocatoria|orden del día|agenda|inscripción",
        event_labels="lugar|hora|dónde|dirección",
        short_weekdays="lun, mar, mié, jue, vie, sáb, dom",
        before_date="el|a|del|día",
        number_sign=r"n(ú|u)m\.?|n\.?\s?º|nro\.?",
        place_words="de, del, la, las, los, el, y",
        clock="a las|a la",
        clock_end="h|hs|hrs|horas",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? de lectura"
        r"|tiempo de lectura\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="(este|esta) ({weekday}|día|mañana|tarde|noche|semana)|hoy|{weekday}( día)?",
        news="reuni(ó|o)n(es)?|cumbre|conferencia|visita|sesión|encuentro|entrevistas?"
        "|ceremonia|discurso|acto|rueda de prensa"
        "|reunid[oa]s?|anunciad[oa]s?|presentad[oa]s?|inaugurad[oa]s?|anunció|anunciaron|dijo"
        "|dijeron|declaró|presentó"
        "|presentaron|inauguró|inauguraron|recibió|visitó|visitaron|se (reunió|reunieron)"
        "|firmó|firmaron|celebró|aprobó|afirmó",
        older=r"(firmad[oa]s?|desde|aprobad[oa]s?|tratado|aniversari\w+|nacid[oa]s?"
        r"|fundad[oa]s?|cread[oa]s?|abiert[oa]s?"
        "|lanzad[oa]s?|antes de|hasta|en vigor|ley|decreto|real decreto|publicad[oa] en)"
        r"\s*((en) \w+ )?((el|del|de) )?",
        older_articles="del|desde|hasta|al",
        own_articles="este",
        credit=r"\((foto|imagen|fotografía)|(crédito( de la)? )?foto(s|grafías?)?\s*(:|©|–|-"
        r"|por\b|de\b)|pie de foto\s*:",
        appeared="se publicó primero",
        untitled="sin título",
        contact=r"contactos?( (de |con la )?(prensa|medios))?\s*:|tel(é|e)f\w*\s*:|tel\.",
        auxiliaries="ha, han, había, es, son, fue, fueron, era, será, serán, está, están",
        site="ver (este|el) (correo|mensaje|e-?mail)|si no (ve|puede ver|visualiza) (bien |"
        "correctamente )?este|darse de baja|cancelar (la |su )?suscripción|"
        "(leer|ver|lea|vea) (también|más)|(artículos?|noticias?"
        "|contenidos?) relacionad[oa]s?|compart(ir|e|a)( (en|esta|este|la|el))?"
        "|síguenos|síganos|(deja|dejar|escribe|publicar|añadir) un comentario|(debes"
        "|tienes que) (estar|iniciar)|tu dirección de correo electrónico no será"
        "|campos obligatorios|est(e|a) (sitio|página)( web)? utiliza"
        "|utilizamos cookies|(aceptar|rechazar)( todas)?( las)? cookies|(ir"
        "|saltar) al contenido|volver a(?!.{30})|usted está aquí|está usted aquí"
        "|imprimir (esta|la)|descargar (el|la|en)|(artículo|noticia) (anterior"
        "|siguiente)|suscr(í|i)b(ete|ase|irse)|etiquetas? ?:|categorías? ?:|tags? ?:"
        "|otras noticias"
        "|(ha |has )?(recibe|recibes|recibido) este (mensaje|correo)|darse de baja|"
        "cancelar (la |su )?suscripción|ver (este|el) (correo|mensaje|boletín) en",
        site_lines="sin comentarios|no hay comentarios|"
        "inicio|menú|buscar|búsqueda|navegación|imprimir|compartir|enviar"
        "|comentarios?|arriba|publicidad|cookies|contacto|ayuda|noticias|leer más"
        "|más información|descargar|suscribirse|iniciar sesión|idiomas?",
        sections="(ha recibido|recibe|usted recibe|has recibido) este (correo|mensaje|e-?mail)|"
        "contactos?( (de|para( la)?) ?(prensa|medios))?( ?:|$)"
        "|contactos? (de )?prensa|(gabinete|oficina) de (prensa|comunicación)"
        "|para (más|mayor) información|más información( ?:|$)|fuente ?:|aviso legal"
        "|todos los derechos reservados|boletín( de noticias)?( ?:|$)"
        "|política de privacidad|nota para (los )?editores",
        about="(acerca|sobre) (de |del |la |el |los |las |nosotros)?[^.!?]{0,60}$",
        corrected="corregid|correcci(ó|o)n|rectific|fe de erratas|actualizad",
        release_ends="fin( del comunicado)?",
    ),
    terms=parts.TermWords(
        letters="óíáéñúü",
        stop_words="""a al algo ante antes como con cual cuál cuáles cuando cuándo cuánto cuántos de
            del desde donde dónde e el él ella ellas ellos en entre era es esta está estas este
            esto estos fue fueron ha han hasta hay la las le les lo los más me mi muy no nos o
            para pero por porque que qué quien quién quiénes se ser si sin sobre son su sus
            también tan un una uno unos y ya""",
        stemmer="spanish",
    ),
    questions=parts.QuestionWords(
        joining="que",
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
        contacts="contactos?|contactar|telefono|correo electronico|e-?mail|(gabinete"
        "|jefe|oficina) de prensa|aviso legal|boletin|suscribirse|pagina web"
        "|sitio web|portavoz",
        requests="""explícame explíqueme cuéntame muéstrame enuméreme di dime diga dígame
            da dame deme cita cite nombra nombre explica
            explique describe
            describa enumera indica indique resume resuma muestra puedes puede_decirme podrías
            sabes sabe_usted quiero_saber quisiera_saber me_gustaría_saber me_pregunto""",
        verbs="""es son era eran fue fueron ha han había habían será serán hay está están puede
            pueden tiene tienen""",
        number_signs="número núm",
        thanks="""gracias muchas_gracias gracias_de_antemano un_saludo saludos
            gracias_por_adelantado""",
        please="por_favor porfa",
        salutations="""señor señora señores señoras a_todos a_todas y estimado estimada estimados
            genial perfecto bien muy_bien estupendo entiendo entendido interesante bueno
            de_acuerdo excelente""",
        wrapping="""yo tú usted ustedes me nos os te le se puede puedes pueden podéis podría
            podrías podrían podríais decir decirme decirnos dime dígame díganme decidme di diga
            sabe sabes saben sabéis sabría sabrías sabrían saber sabemos quiero queremos quisiera
            querría querríamos quería queríamos quisiéramos gustaría gustaria interesa interesaría
            conocer pregunto preguntaba preguntar explicar explicarme explícame indicar indicarme
            indíqueme recordar recordarme informar informarme averiguar tiene tienes tienen idea de
            alguna alguien si_es_posible acaso por_favor necesito necesitamos estoy buscando a""",
        greetings="""hola buenos_días buenas_tardes buenas_noches buenas adiós hasta_luego gracias
            muchas_gracias por_favor qué_tal cómo_estás cómo_está cómo_está_usted quién_eres
            quién_es_usted qué_puedes_hacer cómo_te_llamas eres_un_robot qué_es_esto sí no vale
            ok ayúdame""",
        names="cómo_se_llama cómo_se_llamaba cuál_es_el_nombre",
        plurals=parts.PluralWords(
            verbs="son:es han:ha fueron:fue eran:era están:está",
            words="cuáles:cuál quiénes:quién los:el las:la",
            endings="íses:ís ones:ón des:d res:r les:l s:",
            unchanged="""crisis""",
        ),
        scope=parts.ScopeWords(
            over_time="""a_lo_largo_de_los_años a_lo_largo_del_tiempo con_los_años cada_año
                año_tras_año año_por_año por_año evolución sucesivos sucesivas sucesivamente
                con_el_tiempo a_través_de_los_años de_año_en_año la_tendencia el_historial
                todas_las_cifras a_través_del_tiempo año_a_año de_un_año_a_otro todos_los_años
                edición_tras_edición sucedieron sucedido uno_tras_otro
                temporada_a_temporada""",
            how_often="cuántas_ediciones cuántas_veces en_cuántas_ocasiones",
            which_dates="en_qué_fechas en_qué_años qué_años",
            took_place="tenido_lugar tuvieron_lugar tuvo_lugar se_celebra",
            first="primer primero primera primeros primeras inicial más_antiguo más_antigua",
            last="último última últimos últimas más_reciente más_recientes ",
            first_time="por_primera_vez la_primera_vez",
            last_time="por_última_vez la_última_vez",
            now="""hoy ahora actualmente actual actuales en_la_actualidad hoy_en_día
                en_este_momento""",
            any_figure="número números cantidad total importe cifra cifras volumen",
            figures="""población número plantilla presupuesto importe total tasa precio tráfico
                volumen capacidad consumo emisiones gastos ingresos ventas exportaciones
                importaciones deuda déficit beneficio producción asistencia cifra""",
            state=r"entrena(ba)?|dirig(e|ía|ido|ida)|presid(e|ía|ido|ida)|ocupaba?",
            who_many="fueron son han",
            past=(
                r"fue|fueron|era|eran|ha|han|había|habían|hubo|estaba|estaban|tuvo|"
                r"tuvieron|hizo|hicieron|\w{2,}(ó|aron|ieron)|\w{3,}(aban?|ían?)"
            ),
            evolved="""evolucionado evolucionó cambiado cambió crecido variado aumentado
                disminuido aumentó creció""",
            how_often_in="por más menos al",
            named_first="""ministro ministra ministros lugar dama ayuda línea materia materias
                necesidad""",
            plural_endings="s",
            formerly="anteriormente antes previamente",
            deputies="adjunto adjunta vice subdirector subdirectora",
            former="""antiguo antigua ex exdirector exdirectora expresidente adjunto adjunta
                vice futuro futura""",
            figure="cuál",
            held="""celebrado celebró celebraron celebrada lugar organizado organizó disputado
                disputó""",
            awards="premio premios medalla medallas trofeo copa campeonato concurso galardón",
            won="""ganado ganó ganaron recibido recibió recibieron obtenido obtuvo obtuvieron
                galardonado galardonados premiado premiados""",
            winners="ganador ganadora ganadores ganadoras galardonados",
            listed="lista nombres nombre",
            highest="""más_alto más_alta más_altos más_altas el_mayor la_mayor el_máximo
                más_elevado más_elevada""",
            lowest="""más_bajo más_baja más_bajos más_bajas el_menor la_menor el_mínimo
                más_reducido más_reducida""",
            most="más",
            least="menos",
        ),
        period=parts.PeriodWords(
            of="de del",
            to="y a al",
            before="antes",
            until="hasta",
            after="después despues tras",
            since="desde",
            ends="final finales",
            fillers="el del al año mes inicio principios mediados",
            year="año",
            counted="más_de menos_de casi unos unas",
            numbered="artículo articulo resolución directiva reglamento agenda visión plan OTAN",
            goes_on="con por para que se fue ha han y o del los las como",
        ),
    ),
    times=parts.TimeWords(
        telling="""después antes durante desde hasta cuando mientras siglo siglos época período
            periodo era edad fin final principio principios comienzo inicio mediados víspera año
            años mes meses semana semanas día días primavera verano otoño invierno mañana tarde
            noche hora horas mediodía medianoche""",
        units="año años mes meses semana semanas día días hora horas minuto minutos",
        in_year="en año",
        before_year="desde hacia",
        dateline="El {date}, {text}",
        lead_in="el los del al de desde en a",
        hours="h horas hs",
        before_hours="las",
        named="""presupuesto presupuestos ejercicio resolución ley plan programa informe edición
            temporada campaña agenda directiva reglamento""",
        documents="""ley decreto orden convenio acuerdo tratado protocolo resolución reglamento
            directiva sentencia carta declaración decisión contrato""",
        of_date="del de",
        through="por mediante",
        anniversaries="aniversario* cumple cumplen cumplio cumplira centenario",
        closes="cerrado cerrada finalizado finalizada terminado nacido nacida fechado fechada",
        begins="""desde a_partir_del a_partir_de comienza comenzó empieza empezó inicia inició
            abre abierta inicio""",
        ends="hasta termina finaliza acaba concluye cierra plazo fecha_límite a_más_tardar vence",
    ),
    claims=parts.ClaimWords(
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
    offices=parts.OfficeWords(
        copulas="es era fue son eran fueron será sido",
        auxiliaries="ha han había",
        leading="""dirig* dirección preside presidió presidirá presidía presidido presidencia mando
            cargo encargad* elegido elegida elige nombrado nombrada nombró nombramiento sucede
            sucedió sucederá sucesor sucesora designado designada designó puesto frente
            encabez* lidera liderado lideró liderará comanda responsable gerente""",
        leaves="deja dejará dejó dimite dimitió abandona jubila jubilación",
        becomes="convirti* convert* convierte",
        takes="""nombr* design* eleg* elig* elect* reeleg* convirti* convierte convert* asum*
            cargo puesto proclam* promov* promocion* ascend* sustitu* suced* relev*
            mandato frente posesion fich* tomo_el""",
        succeeds="""sucede sucedió sucederá suceder sustituye sustituyó sustituirá sustituir
            reemplaza reemplazó relevo releva sustitución""",
        posts={
            "president": "presidente presidenta",
            "minister": "ministro ministra",
            "prefect": "prefecto prefecta",
            "mayor": "alcalde alcaldesa",
            "director": "director directora",
            "secretary": "secretario secretaria",
            "spokesperson": "portavoz",
            "ambassador": "embajador embajadora",
            "governor": "gobernador gobernadora",
            "chief": "jefe jefa",
            "commander": "comandante",
            "rector": "rector rectora",
            "chancellor": "canciller",
            "commissioner": "comisario comisaria",
            "prosecutor": "fiscal",
            "treasurer": "tesorero tesorera",
            "king": "rey",
            "queen": "reina",
            "pope": "papa",
            "coach": "entrenador entrenadora seleccionador",
            "head": "dirigente líder",
        },
    ),
    speech=parts.SpeechWords(
        titles="""señor señora señorita sr sr. sra sra. srta srta. don doña dr dr. dra dra. prof
            prof.""",
        name_links="de del la las los y",
        roles="""president ministr secretari portavo director directora alcald jef consejer
            responsabl diputad senador gobernador embajador comisari fundador coordinador
            presidenta doctor profesor capitán capitana vecin voluntari médic ingenier rector
            decan delegad encargad vicepresident agricultor ganader investigador técnic socia
            socio gerent""",
        role_endings="dor dora dores doras ista",
        masculine="él el un",
        feminine="ella la una",
        plurals="los las unos unas",
        stand_ins="""edificio obra sociedad empresa compañía grupo organización asociación entidad
            institución club equipo fundación agencia alianza comisión unión proyecto programa
            evento lugar monumento documento texto vehículo país estado ciudad municipio región""",
        no_names="""contacto contactos ciudad ayuntamiento puerto oficina servicio ministerio
            asociación sociedad empresa grupo comité consejo universidad instituto fundación
            prensa notas nota fuente foto anexo cita citas información""",
        introductions=(
            "((la|las|una) )?(citas?|declaración|declaraciones|palabras|testimonio|comentario)"
            " (de|del)( (la|el))?|según"
        ),
        asked="""dijo dice dicho declaró declara declarado afirmó afirma afirmado explicó
            explica señaló subrayó añadió aseguró indicó opinó opina considera agradece
            agradeció celebra celebró lamenta lamentó espera advierte advirtió promete prometió
            opinado señalado explicado""",
        say="""dicho dice decir dijo""",
        what_said="""(qué|que) (ha |han |había )?{said} {speaker}""",
        said_on="sobre|acerca (de|del)|respecto (a|de|al|del)",
        said_of="de|del",
        first_person="yo nosotros nosotras nos nuestro nuestra",
        authors=(
            "según quién|de quién (es|son) (la|las|esta|estas) (cita|frase|palabras|declaración)"
        ),
    ),
    answers=parts.AnswerWords(
        plural_articles="los las unos unas",
        joins="y e o u pero ni así_como",
        both="y e así_como",
        another="otro otra el_otro la_otra",
        either="y e o u",
        to="a",
        ranges="de/a entre/y",
        multiples="mil millón millones",
        of="de",
        units="""euro euros dólar dólares peso pesos año años mes meses día días semana semanas
            hora horas minuto minutos metro metros kilómetro kilómetros hectárea hectáreas
            tonelada toneladas litro litros grado grados por_ciento punto puntos""",
        articles="el la los las un una unos unas",
        alone="ha es fue será era",
        several="cuáles quiénes qué",
        passive="fue fueron ha_sido han_sido sido es son será serán era eran siendo ser",
        by="por",
        nameless="él ella ellos ellas alguien alguno alguna otros quien quienes aquellos todos",
        opposites="""abrir* abrio abre abren abiert* apertura inaugur* / cerr* cierr* clausur*,
            aument* subio subir* subida* subier* sube suben increment* / disminu* bajo bajar*
            bajada* baja bajan descend* redujo reducir* reduccion*, compro comprar* compra compran
            adquiri* adquisic* / vend* venta ventas, gano ganar* gana ganador* victoria* vencio
            vencer* / perdio perder* perdid* derrot*, contrato contratar* / despid* despedi*, creo
            crear* creacion creado* / suprim* disol*, casaron casar* casado* matrimonio* / divorci*,
            acept* aprob* aprueb* adopt* / rechaz*, autoriz* permit* / prohib*, llego llegar*
            llegada* / marcho marchar* abandon*, comenz* comienz* empez* empiez* / termin* finaliz*
            acabo acabar*, importac* importar* / exportac* exportar*, apoy* / oponer* opone opuso
            opuest* bloque*, construi* construy* construcc* / demol* destru*, liberar* libero
            liberad* / arrest* detenid* detuv* encarcel*, nombr* / dimit* dimision* destitu*, maxim*
            / minim*, mensual* al_mes por_mes cada_mes / anual* al_ano por_ano cada_ano / diari*
            al_dia por_dia cada_dia / semanal* a_la_semana por_semana, rojo roja rojos rojas /
            naranja / amarill* / verde verdes / azul azules / negr* / blanc*, norte / sur, oriental*
            este_de_la / occidental* oeste, mujeres femenin* / hombres masculin*, ninos / ninas,
            primaria / secundaria, privad* / public*, democrat* / republican*, bruto bruta / neto
            neta, izquierd* / derecha, primavera / otono / invierno""",
        announces="""anunció anuncia anunciado presentó presenta presentado inauguró inaugura
            inaugurado visitó visita visitado saludó felicitó declaró declara afirmó afirma
            subrayó destacó recordó confirmó prometió agradeció asistió comentó explicó
            elogió""",
        participles="ado ada ados adas ido ida idos idas",
        benefits="para",
        origins="""de_cuando_data de_cuando_es de_cuando_datan / data datan remont* constru*
            edific* fund* cread* creacion termin* inaugur* siglo firm* adopt* public* aprob*""",
        beginnings="""nombrad* nombro nombramiento elegid* eleg* eleccion asum* fund* cread*
            creo creacion abri* abiert* lanz* empez* empiez* comenz* comienz* inici* entro
            entrada adopt* establec* introdu* inaugur* nacio tom* incorpor* lleg* convirtio""",
        endings="""fin final finaliz* termin* expir* cerr* cierr* cierre ces* plazo dej*
            dimit* vence* prorrog* murio""",
        undoes="""cancel* rechaz* rompi* ruptura* disol* disuel* retir* abandon* dimit*
            dimision* renunci* suspend* suspens* prohib* aplaz* cerr* cierr* despid* despedi*
            suprim* boicot* impid* impedi* fracas* expuls* excluid* excluy* exclusion destitu* nego
            negar* niega negad* cese ceso cesar* opon* opuso opuest* destru* perdi* perder*
            pone_fin puso_fin poner_fin""",
        beside="con",
        neighbours="vecino vecina vecinos vecinas competidor* rival* competencia",
        not_so="""observador observadora observadores candidato candidata candidatura desea desean
            negocia negocian rechaza rechazó""",
        unrealised="""debe deben deberia* podria* preve preven previst* planea* estudia estudian
            pide piden pidio exig*
            reclam* solicit* quiere quieren espera esperan propon* propus* considera
            consideran recomiend* insta proyecta proyectan pretende*""",
        declines="renunci* rechaz*",
        superlatives="""el_mas la_mas los_mas las_mas mas_goles el_menos la_menos mejor peor
            mayor menor / mas menos record* primer* principal* maxim* minim* mayori* unico
            unica nunca jamas""",
        reasons="""porque pues ya_que puesto_que como causa causas caus* motivo motivos razón
            razones debido para por tras gracias falta fin objetivo consecuencia provoc* oblig*
            ante dado permit* decid* quier*""",
        receives="recibe recibio recibido recibieron recibir obtuvo",
        gives="entrego entrega entregado entregara concedio concede otorgo otorga",
        wishes="exige exigen exigió reclama reclaman solicita solicitan pide piden",
        recipients="a al",
        opponents="ante contra frente_a",
        deeds={
            "found": """fundar funda fundó fundado crear crea creó creado / fundador
                fundadora creador creadora""",
            "design": """diseñar diseña diseñó diseñado proyectó / arquitecto arquitecta
                diseñador diseñadora""",
            "build": """construir construye construyó construido edificar edificó edificado
                levantó / constructor""",
            "write": "escribir escribe escribió escrito redactar redactó redactado / autor autora",
            "compose": "componer compone compuso compuesto / compositor compositora",
            "paint": "pintar pinta pintó pintado / pintor pintora",
            "invent": "inventar inventa inventó inventado / inventor inventora",
            "discover": "descubrir descubre descubrió descubierto / descubridor descubridora",
            "buy": """comprar compra compró comprado adquirir adquiere adquirió adquirido
                / comprador compradora""",
            "sell": "vender vende vendió vendido / vendedor vendedora",
            "win": "ganar gana ganó ganado / ganador ganadora vencedor vencedora",
            "lose": "perder pierde perdió perdido / perdedor perdedora",
            "beat": """vencer vence venció vencido derrotar derrota derrotó derrotado
                eliminar eliminó eliminado""",
            "finance": """financiar financia financió financiado pagar paga pagó pagado /
                financiador""",
            "own": "poseer posee / propietario propietaria dueño dueña",
            "dismiss": "despedir despide despidió despedido destituir destituyó destituido cesó",
            "appoint": "nombrar nombra nombró nombrado designar designó designado",
            "replace": """sustituir sustituye sustituyó sustituido reemplazar reemplazó
                suceder sucede sucedió relevar relevó / sucesor sucesora""",
            "give": """entregar entrega entregó entregado donar donó donado regaló regalado
                otorgar otorgó otorgado conceder concedió concedido""",
            "receive": """recibir recibe recibió recibido obtener obtiene obtuvo / galardonado
                galardonada""",
            "lend": "prestar presta prestó prestado",
            "open": "inaugurar inaugura inauguró inaugurado",
            "sign": "firmar firma firmó firmado",
            "publish": "publicar publica publicó publicado editar editó editado / editor editora",
            "make": "fabricar fabrica fabricó fabricado / fabricante",
            "organise": "organizar organiza organizó organizado / organizador organizadora",
            "coach": "entrenar entrena entrenó entrenado / entrenador entrenadora",
            "rescue": "salvar salvó salvado rescatar rescató rescatado",
            "arrest": "detener detuvo detenido arrestar arrestó arrestado",
            "kill": "matar mató matado",
            "order": "ordenar ordenó ordenado",
            "launch": "lanzar lanza lanzó lanzado",
            "restore": """restaurar restaura restauró restaurado rehabilitó renovar renovó
                renovado / restaurador restauradora""",
            "elect": "elegir elige eligió elegido",
            "welcome": "acoger acogió acogido",
            "congratulate": "felicitar felicita felicitó felicitado",
            "thank": "agradecer agradeció agradecido",
            "criticise": "criticar critica criticó criticado",
            "decorate": "condecorar condecoró condecorado",
            "suspend": "suspender suspendió suspendido",
            "exclude": "excluir excluyó excluido descalificar descalificó descalificado",
            "run": "explotar explota gestionar gestiona gestionado",
            "lead": "dirigir liderar",
            "chair": "presidir",
            "invite": "invitar",
            "accompany": "acompañar",
            "visit": "visitar",
            "present": "presentar desvelar",
            "approve": "aprobar aprueba autorizar",
            "reject": "rechazar",
            "demolish": "demoler derribar",
            "destroy": "destruir",
            "steal": "robar / ladrón ladrona",
            "attack": "atacar",
            "treat": "atender atiende",
            "deliver": "suministrar",
            "equip": "equipar",
            "accuse": "acusar",
            "convict": "condenar",
            "investigate": "investigar",
            "warn": "advertir advirtió avisar",
            "support": "apoyar",
            "choose": "escoger seleccionar",
            "negotiate": "negociar negoció",
            "adapt": "adaptar",
            "translate": "traducir tradujo / traductor traductora",
            "develop": "desarrollar",
            "produce": "producir produjo / productor productora",
            "repair": "reparar repara",
            "rebuild": "reconstruir",
            "reopen": "reabrir reabierto",
            "repaint": "repintar",
            "plan": "planificar",
            "sponsor": "patrocinar / patrocinador patrocinadora",
            "christen": "bautizar",
            "pilot": "pilotar / piloto",
            "hire": "contratar fichar",
            "light": "encender",
            "leave": "abandonar",
            "resign": "dimitir",
            "propose": "proponer propuso propuesto",
            "extinguish": "extinguir apagar",
            "install": "instalar",
            "represent": "representar defender",
        },
        against="frente_a frente_al contra respecto_a respecto_al",
        than="que",
        year_before="año_anterior año_previo año_precedente ejercicio_anterior",
        year_earlier="un_año_antes un_año_atrás",
        years_earlier="años_antes años_atrás",
        more="más menos",
    ),
    memberships=parts.MembershipWords(
        asked="""miembro miembros adherido adheridos unido unidos unió incorporado incorporados
            forman_parte forma_parte integran socios ingresado pertenecen firmantes""",
        asked_left="abandonado abandonaron abandonó salido retirado retirados expulsado expulsados",
        joins=(
            r"se (?:une|unen|unió|unieron|incorpora|incorporan|incorporó|incorporaron|adhiere"
            r"|adhieren|adhirió|adhirieron)|se ha(?:n)? (?:unido|incorporado|adherido)"
            r"|ingresa(?:n|ron)?|ingresó|ha(?:n)? firmado|firma(?:n|ron)|firmó"
            r"|(?:es|son)(?: ya)? miembros?|forman? parte"
        ),
        leaves=(
            r"abandon(?:a|an|ó|aron)|se retir(?:a|an|ó|aron)|ha(?:n)? abandonado"
            r"|su (?:salida|retirada)"
        ),
        admits=(
            r"(?:adhesión|incorporación|ingreso|entrada) (?:de|del)|acog(?:e|en|ió)"
            r"|admit(?:e|en|ió)"
            r"|miembros? ?:"
        ),
        expels=r"(?:salida|retirada|expulsión) (?:de|del)|expuls(?:a|ó)",
    ),
    measures=parts.MeasureWords(
        percent="por_ciento",
        dimensions={
            "height": "altura alto alta altitud",
            "length": "longitud largo larga",
            "width": "anchura ancho ancha",
            "depth": "profundidad profundo profunda",
            "thickness": "espesor grosor",
            "diameter": "diametro",
            "revenue": "ingresos facturacion ventas",
            "profit": "beneficio beneficios ganancia ganancias",
        },
        units={
            "money": "euro euros € dólar dólares $ peso pesos libras",
            "time": """año años mes meses día días semana semanas hora horas minuto
                minutos siglo siglos""",
            "length": "metro metros kilómetro kilómetros km m",
            "area": "hectárea hectáreas km² m²",
            "mass": "tonelada toneladas kilo kilos kg",
            "volume": "litro litros hectolitros m³ barriles",
            "energy": """kwh mwh gwh twh kw mw gw kilovatios megavatio megavatios gigavatios
                kilovatios-hora megavatios-hora gigavatios-hora""",
            "share": "% por_ciento punto puntos",
            "clock": "h horas mediodía medianoche",
            "temperature": "° grado grados celsius",
            "speed": "km/h kmh nudos",
        },
        sizes="número cantidad volumen",
        ages="edad cuántos_años_tiene cuántos_años_tenía",
        asked={
            "energy": "electricidad energía potencia",
            "money": """dinero pagó paga pagan pagará pagarán pagado pagaron pagar costo coste
                cuesta costó costaron costado costará precio
                presupuesto monto importe salario suma facturación ingresos beneficio beneficios
                inversión dividendo cifra_de_negocios volumen_de_negocios""",
            "time": "duración dura duró edad tiempo",
            "length": "altura altitud longitud anchura profundidad distancia mide",
            "area": "superficie",
            "mass": "peso pesa",
            "share": "porcentaje tasa proporción",
            "clock": "qué_hora",
            "temperature": "temperatura temperaturas",
            "speed": "velocidad",
        },
        how_much="cuánto",
        amounts="""ninguno ninguna ningún pocos pocas muchos muchas varios varias decena decenas
            docena centenares cientos miles mayoría todos todas mitad tercio cuarto""",
        people="persona personas gente individuos",
        counted={
            "dead": "muertos muertes fallecidos víctimas murieron muerto",
            "injured": "heridos",
            "jobs": "empleos puestos",
            "staff": "empleados trabajadores plantilla personal emplea personas profesionales",
            "inhabitants": "habitantes población vecinos residentes",
            "visitors": "visitantes visitas asistentes espectadores personas",
            "passengers": "pasajeros viajeros usuarios",
            "participants": "participantes asistentes",
            "births": "nacimientos bebés partos",
            "copies": "ejemplares copias",
            "members": "miembros socios",
            "votes": "votos",
            "soldiers": "soldados militares tropas",
            "states": "países estados naciones",
            "households": "hogares familias",
            "companies": "empresas compañías",
            "homes": "viviendas pisos",
            "pupils": "alumnos estudiantes escolares niños",
            "teachers": "profesores docentes maestros",
            "doctors": "médicos",
            "nurses": "enfermeras enfermeros",
            "patients": "pacientes enfermos",
            "volunteers": "voluntarios",
            "towns": "municipios ciudades pueblos",
            "vehicles": "vehículos coches camiones",
            "ships": "barcos buques",
            "trains": "trenes",
            "buses": "autobuses",
            "trees": "árboles",
            "beds": "camas",
            "rooms": "habitaciones",
            "seats": "plazas asientos",
            "tickets": "billetes entradas",
            "books": "libros volúmenes",
            "films": "películas",
            "farms": "granjas explotaciones",
            "schools": "escuelas colegios",
        },
    ),
    follow_ups=parts.FollowUpWords(
        marks="¿{}?",
        opens="y e pero entonces",
        about="qué_hay_de qué_pasa_con qué_tal qué_hay_con qué_ocurre_con qué_hay_en qué_pasa_en",
        that_one="el_de la_de los_de las_de",
        tails="exactamente eso entonces precisamente",
        said=r"qui[eé]n(es)? (lo|la) (dijo|ha dicho|dice|afirm[oó]|afirma|declar[oó])"
        r"|qui[eé]n(es)? (dijo|dice|ha dicho) (eso|esto|ello)|seg[uú]n qui[eé]n",
        who_said="¿Quién dijo «{words}»?",
        subjects="él:m ella:f ellos:m ellas:f",
        clitics="lo: la: los: las: le:a les:a",
        personal="a",
        stressed="él:m ella:f ellos:m ellas:f ello:",
        particles_before="se no me te nos",
        possessives="su:el sus:los",
        drops_subjects=True,
        feminine_endings="a ad ion as",
        demonstratives="este esta estos estas ese esa esos esas",
        relations="""sucesor sucesora predecesor predecesora antecesor antecesora adjunto adjunta
            esposa esposo mujer marido padre madre hijo hija hermano hermana socio socia jefe jefa
            homólogo homóloga abogado abogada fundador fundadora dueño dueña""",
        who_is="¿Quién es {noun}?",
        genders="el:m la:f los:m las:f",
        titles_of_women="sra srta señora doña",
        which_is="el:cuál_es_el la:cuál_es_la los:cuáles_son_los las:cuáles_son_las",
        contractions="de+el:del a+el:al",
        places="en a",
        added="para",
        these="esos",
        that="eso",
        what_noun="que",
        with_subject="{asks} {verb} {subject} {rest}",
        auxiliaries="ha han había habían fue fueron",
        participles=r"\w+(ado|ada|ados|adas|ido|ida|idos|idas)|hecho|dicho|visto|puesto|abierto"
        r"|muert[oa]s?|abierta|escrit[oa]s?|hecha",
        year="en",
        this_release=r"(en|según) (este|ese) (comunicado|texto|documento)",
    ),
    events={
        "born": """nacio nacido nacida nacimiento nace / nacio nacid* nacim* natal* originari*
            bautiz*""",
        "open": """inaugur* abrio abre abrira abrieron abierto abierta abrir / abr* abier*
            apertur* reapert* estren* comenz* empez* inici* puesta_en_marcha acog*""",
        "close": """cerro cerrar cierra cerraron cerrada cerrado cierre / cerr* cierr* clausur*
            termin* fin cese""",
        "build": """construyo construyeron construido construida construir / constru* edific*
            levant* erig* obra* arquitect* data crea* encarg* entreg*""",
        "demolish": """demolio demolido demolida demolicion destruyo destruido destruida
            destruccion derribo derribado / demol* destru* derrib* incend* quem* arras*
            derrumb*""",
        "found": """fundo fundada fundado fundar fundacion fundador fundadora fundaron / fund*
            crea* creo establec* nac* origen* constitu*""",
        "appoint": """nombro nombrado nombrada nombrar nombramiento / nombr* design* eleg*
            elig* elect* sustitu* suced* asum* nuevo nueva cargo proclam* promov*""",
        "elect": """elegido elegida eligio eligieron elegir / eleg* elig* elecc* electo electa
            vot* gan* design* nombr* mandato""",
        "dismiss": """despidio despedido despedida despedidos despedir destituido destituida
            destituyo / despid* despedi* destitu* ces* apart* relev* expuls* sustitu* jubil*""",
        "resign": """dimitio dimitir dimision dimitido renuncio / dimit* dimision* renunci*
            dej* abandon* salid* retir* jubil*""",
        "retire": "jubilo jubilado jubilada jubilacion / jubil* retir* dej*",
        "die": """murio murieron muerto muerta muertos morir fallecio fallecido fallecieron
            muerte muertes / muer* muri* mort* moria fallec* asesin* victim* mato mata*
            vida_perd* perdio_la_vida perdieron_la_vida ahog*""",
        "kill": """mato mataron matar asesino asesinado asesinada asesinaron / mata* asesin*
            muer* muri* victim* fusil* ejecut* falleci*""",
        "marry": "casaron casarse boda / casado casada casar* boda* matrimon* espos* mujer marido",
        "divorce": "divorcio divorciaron / divorc* separ*",
        "injure": """herido herida heridos heridas herir hirio / herid* herir* lesion*
            accident* hospital* victim*""",
        "arrest": """arrestado arrestada arresto detenido detenida detenidos detuvo detener /
            arrest* deten* detuv* encarcel* captur* preso presa pris* polic*""",
        "free": "liberado liberada liberados libero liberaron / liber* solt* rescat* salir",
        "convict": """condenado condenada condeno condenados / conden* senten* pena culpabl*
            juic* tribunal multa*""",
        "sue": """demando denuncio denuncia demanda / demand* denunc* querell* tribunal* juic*
            recurr*""",
        "accuse": """acuso acusado acusada acusa acusan / acus* imput* denunc* culp* reproch*
            sospech*""",
        "buy": """compro comprado comprada compra compraron comprar adquirio / compr* adquir*
            adquis* vend* vent* pago pagar* paga precio*""",
        "sell": """vendio vendido vendida vendidas vendidos vendieron vender venta / vend*
            vent* compr* subast* adquir* client* ejemplar*""",
        "steal": "robo robado robada robaron robar / rob* hurt* ladr* desapar* saque*",
        "win": """gano ganado ganar ganador ganadora gana vencio / gan* venc* victor* triunf*
            derrot* premi* campeon* logr* obtuv* recib*""",
        "lose": "perdio perdieron perder pierde / perd* pierd* derrot* cay* caid* caer baj*",
        "sign": """firmo firmaron firmado firmada firmar / firm* acuerd* suscri* tratad*
            conveni* contrat* pact*""",
        "adopt": """adopto adoptado adoptada aprobo aprobado aprobada aprobaron / adopt* aprob*
            aprueb* vot* acord* acept* ratific* valid*""",
        "veto": "veto vetado veta vetaron / vet* bloque* rechaz* opon* opus*",
        "refuse": """rechazo rechazado rechazada rechaza rechazaron nego / rechaz* neg* nieg*
            deneg* opon* opus* no bloque* desestim*""",
        "accept": "acepto aceptado acepta aceptaron / acept* aprob* acord* admit* favor*",
        "propose": """propuso propuesto propuesta propone / propon* propus* propuest* present*
            suger* plan* proyect*""",
        "cancel": """cancelo cancelado cancelada cancelaron anulado suspendido suspendio /
            cancel* anul* suspend* suspens* aplaz*""",
        "postpone": """aplazo aplazado aplazada aplazaron pospuso / aplaz* pospo* pospues*
            retras* suspend*""",
        "strike": "huelga huelgas / huelg* paro*",
        "publish": """se_publico publicado publicada publicaron publicar / public* edit*
            aparec* present* difund* inform*""",
        "withdraw": """retiro retirado retirada retiraron retirar / retir* renunc* abandon*
            salid* salio""",
        "rise": """subio subido subieron aumento aumentado crecio / sub* aument* crec*
            increment* mas alz* elev* dupl*""",
        "fall": """bajo bajado bajaron cayo caido disminuyo disminuido descendio redujo
            reducido / baj* cae caid* caer disminu* descen* redu* menos recort* perd*""",
        "ban": """prohibio prohibido prohibida prohibir / prohib* ved* veto* ilegal* impid*
            cierr* cerr*""",
        "restore": """restauro restaurado restaurada restauracion / restaur* rehabilit* renov*
            reform* obras""",
        "burn": "quemo quemado ardio incendio incendiado / quem* ard* incend* fuego* llam*",
        "explode": "exploto explosion / explo* estall* bomb*",
        "drown": "ahogo ahogaron ahogado ahogados / ahog* naufrag* muer*",
        "evacuate": "evacuo evacuado evacuada evacuados / evacu* desaloj* traslad*",
        "kidnap": """secuestro secuestrado secuestrada secuestraron rehen rehenes rescate /
            secuestr* rehen* rescat*""",
        "attack": """ataco atacado atacada atacaron ataque / atac* ataque* agre* asalt*
            ofensiv* bombard* atentad*""",
        "expel": """excluido excluida exclusion expulso expulsado expulsada expulsion / expuls*
            exclu* ech* sancion*""",
        "suspend": "suspendido suspendio suspension / suspen* interrump* parali* deten*",
        "hire": """contrato contratado contratada contrataron / contrat* emple* fich* incorpor*
            puesto*""",
        "compose": """compuso compuesto compositor compositora / compus* compues* compos*
            autor* escri*""",
        "design": """diseno disenado disenada disenaron / disen* arquitect* proyect* plan* cre*
            idea*""",
        "donate": """dono donado donada donaron / donac* donad* donar regal* entreg* legad*
            ced* recib*""",
        "criticise": """criticado criticada criticaron / critic* denunc* lament* rechaz*
            protest* opon* opus* conden*""",
        "damage": "danado danada danados dano / dan* destru* estrope* romp* afect*",
        "vaccinate": "vacunado vacunada vacunados vacuno / vacun* dosis",
        "flood": "inundo inundado inundada / inund* agua* desbord* riad*",
        "nationalise": "nacionalizado nacionalizada nacionalizo / nacional* estad* public*",
        "acquit": "absuelto absuelta absolvio / absol* absuel* inocen*",
        "leave": """partio partieron zarpo abandono abandonado abandonar marcho / abandon* dej*
            march* salid* salio fue part* retir* dimit* renunc*""",
        "reopen": "reabr* reapert* / abr* abiert* apert*",
        "write": """escribio escrito escrita escribieron / escri* autor* public* carta* texto*
            redact*""",
        "pay": """pago pagado pagada pagaron / pag* abon* cobr* recib* financi* donac* donat* donad*
            contribu* aport* compr* adquir* cost* preci*""",
        "freeze": "congelado congelada congelo / congel*",
        "move": "traslado trasladado trasladada mudo / traslad* mud* instal*",
        "abolish": """suprimido suprimida suprimio suprimidos / suprim* supres* elimin* cierr*
            recort*""",
        "end": """termino terminado terminada acabo acabado finalizo / termin* acab* finaliz*
            fin conclu* clausur* hasta""",
        "install": """instalado instalada instalaron instalo / instal* coloc* mont*
            cre* establ* sed* ubic* aloj* alberg* abr* traslad*""",
        "translate": "tradujo traducido traducida traductor traductora / tradu*",
        "collapse": "derrumbo derrumbado hundio colapso / derrumb* hund* colaps* desplom* cay*",
        "launch": "lanzo lanzado lanzada lanzamiento / lanz* inici* comenz* presen* cre*",
        "discover": """descubrio descubierto descubierta descubrieron / descub* hall* encontr*
            detect*""",
        "sink": "hundio hundido hundieron naufrago hundimiento / hund* naufrag* zozobr*",
        "extend": """prolongo prolongada prolongado ampliada ampliado ampliacion ensancho
            extendio / prolong* ampli* ensanch* extend* extens* alarg*""",
        "rename": "rebautizado rebautizada rebautizo / rebautiz* renombr* nombre denomin* llam*",
        "merge": "fusiono fusionado fusionaron fusion / fusion* unir* union* unio* absor* integr*",
        "rescue": "rescatado rescatada rescatados rescate / rescat* salv* socorr*",
    },
)
