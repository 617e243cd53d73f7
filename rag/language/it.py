"""Italian."""

from __future__ import annotations

from rag.language import language as parts

LANGUAGE = parts.Language(
    code="it",
    file_names="it ita italian italien italiano",
    numbers=parts.numbered(
        """1 un un' uno una, 2 due, 3 tre, 4 quattro, 5 cinque, 6 sei, 7 sette, 8 otto, 9 nove,
        10 dieci, 11 undici, 12 dodici, 13 tredici, 14 quattordici, 15 quindici, 16 sedici,
        20 venti, 30 trenta, 40 quaranta, 50 cinquanta, 60 sessanta, 100 cento"""
    ),
    calendar=parts.Calendar(
        months=(
            "gennaio, genn, gen",
            "febbraio, febb, feb",
            "marzo, mar",
            "aprile, apr",
            "maggio, mag",
            "giugno, giu",
            "luglio, lug",
            "agosto, ago",
            "settembre, sett, set",
            "ottobre, ott",
            "novembre, nov",
            "dicembre, dic",
        ),
        doubtful_months="genn, gen, febb, feb, mar, apr, mag, giu, lug, ago, sett, set, ott,"
        " nov, dic",
        only_here="set, sett, ago, mag, gen, estate",
        weekdays=(
            "lunedì, lunedi, lunedi'",
            "martedì, martedi, martedi'",
            "mercoledì, mercoledi, mercoledi'",
            "giovedì, giovedi, giovedi'",
            "venerdì, venerdi, venerdi'",
            "sabato",
            "domenica",
        ),
        seasons=("primavera", "estate", "autunno", "inverno"),
        doubtful_seasons="estate",
        ordinals=(
            "primo, prima, 1°, 1º, I",
            "secondo, seconda, 2°, 2º, II",
            "terzo, terza, 3°, 3º, III",
            "quarto, quarta, 4°, 4º, IV",
        ),
        last_ordinal="ultimo",
        quarters="trimestre",
        halves="semestre",
        halves_of_anything="metà",
        quarter_codes="T, Q",
        half_codes="S, H",
        units={
            "day": "giorno",
            "week": "settimana",
            "month": "mese",
            "quarter": "trimestre",
            "half": "semestre",
            "year": "anno",
        },
        plurals={
            "day": "giorni",
            "week": "settimane",
            "month": "mesi",
            "quarter": "trimestri",
            "half": "semestri",
            "year": "anni",
        },
        before_day="""il, lo, l', del, dell', dal, dall', al, all', nel, lì, li, questo, entro il,
            fino al, fino all'""",
        after_weekday="giorno, il",
        sides_before_day={"last": "scorso, passato", "next": "prossimo"},
        day_suffixes="°, º",
        of_month="di, del mese di",
        of_year="del, dell'anno",
        before_days="dal, dall', il, i giorni, nei giorni, i, gli, l', del, dell', da, da il",
        between="tra il, fra il, tra l', fra l', tra, fra",
        until="al, all', a, fino al, fino all', e il",
        and_="e, ed",
        before_second_day="il, l'",
        before_month_year="""nel, a, ad, in, da, di, dal, fino a, fino ad, entro, nel mese di,
            del mese di, ai primi di, a inizio, a fine, a metà, inizio, fine, metà, per, verso""",
        before_month="""nel mese di, a, ad, in, da, fino a, fino ad, entro, ai primi di, a inizio,
            a fine, a metà, inizio, fine, metà, del mese di""",
        sides_after_month={"last": "scorso", "next": "prossimo"},
        before_period="""nel, nella, nell', in, il, la, l', del, della, dell', al, alla, all', dal,
            dalla, dall', entro il, entro la, entro l', per il, per la, per l', durante il,
            durante la, durante l', fino al, fino alla, fino all', a inizio, a fine, a metà, fine,
            inizio, metà""",
        of_period="del, dell'anno, di, dell'esercizio",
        before_year="nel, dal, al, entro il, fino al, prima del, dopo il, a partire dal, sin"
        " dal, dopo, entro, verso il",
        surely_before_year="""l'anno, nell'anno, dell'anno, all'anno, anno, a inizio, a fine,
            a metà, a metà del, inizio, fine, metà, all'inizio del, alla fine del, entro fine,
            entro la fine del, entro metà, verso la fine del, agli inizi del""",
        after_year="""e, ed, o, a, ad, al, alla, in, nel, nella, di, del, della, con, per, da, dal,
            su, sul, tra, fra, come, quando, che, chi, dove, ma, se, non, il, lo, la, i, gli, le,
            l, un, una, si, è, sono, era, erano, fu, furono, ha, hanno, aveva, sarà, saranno, dopo,
            prima, secondo, anche, già, più, grazie, durante, presso, contro""",
        before_our_era=r"a\.\s?C",
        before_quantity="più di, meno di, circa, quasi, oltre, intorno a, almeno",
        relative=parts.RelativeWords(
            days={
                -2: "l'altro ieri, avantieri, ieri l'altro",
                -1: "ieri",
                0: "oggi, stamattina, stamane, stasera, stanotte",
                1: "domani",
                2: "dopodomani",
            },
            parts_of_day="mattina, pomeriggio, sera, notte, stesso",
            today=(
                "questa mattina",
                "questa sera",
                "questa notte",
                "questo pomeriggio",
                "in data odierna",
            ),
            ago=("{count} fa", "{count} or sono"),
            ahead=("(tra|fra) {count}",),
            vague="circa, quasi, oltre, più di, meno di, appena",
            weeks={8: 1, 15: 2},
            sides=parts.Sides(
                last=(
                    "((il|lo|la|del|dello|della|nel|nello|nella) |(l|dell|nell)')?{span}"
                    " (scors[oa]|passat[oa])",
                    "((il|lo|la|del|dello|della|nel|nello|nella) )(scors[oa]|passat[oa]) {span}",
                    "(lo )?{weekday} scors[oa]",
                    "((lo|la) )?scors[oa] {weekday}",
                    "(lo )?{month} scorso",
                    "(lo )?scorso {month}",
                ),
                this=(
                    "(quest[oa] |quest'){span}",
                    "quest[oa] {weekday}",
                    "questo {month}",
                    "questo {quarter}",
                    "questo {half}",
                    "nel {unit} (in corso|corrente)",
                ),
                next=(
                    "((il|la|del|della|nel|nella|al|alla|dal|dalla) |(l|dell|nell|all)')"
                    "?{span} prossim[oa]",
                    "((il|la|del|della|nel|nella|al|alla|dal|dalla) )?prossim[oa] {span}",
                    "{weekday} prossim[oa]",
                    "((il|la) )?prossim[oa] {weekday}",
                    "{month} prossimo",
                    "(il )?prossimo {month}",
                ),
            ),
            plain=(
                r"(in|nella|entro la|dalla|per la) {season}(?! (di|del|della)\b| dell')",
                r"(nell'|entro l'|dall'|per l'){season}(?! (di|del|della)\b| dell')",
                r"(nel|entro il|dal|per il) {season}(?! (di|del|della)\b| dell')",
                r"(nel|entro il|dal|per il) {quarter}(?! (di|della)\b)",
                r"(nel|nella|entro il|entro la|dal|per il) {half}(?! (di|della)\b)",
                "{weekday}",
            ),
            story=(
                "il giorno (dopo|seguente|successivo|prima|precedente)",
                "l'indomani",
                "alla vigilia",
                "la vigilia",
                "((il|la) |l'){span} (seguente|successiv[oa]|precedente|dopo|prima)",
                "{weekday} (seguente|successiv[oa]|precedente)",
                "(il|la|ogni) {weekday}",  # habits
            ),
            not_dates=(
                "di oggi",
                "di domani",
                "al giorno d'oggi",
                "fino a oggi",
                "a tutt'oggi",
                "(ogni|un|una) {weekday}",
                "primavera araba",
            ),
            after_date=parts.Sides(
                last=(
                    r"(u\.s\.|ultimo )?scors[oa]",
                    "dell(o|a) scors[oa] {unit}",
                    "(dell'|della |del ){unit} scors[oa]",
                ),
                this=(
                    "(di )?quest('|[oa] ){unit}",
                    r"(c\.m\.|corrente( mese| anno)?)",
                    "del corrente {unit}",
                ),
                next=(
                    r"(p\.v\.|prossim[oa]( venturo)?)",
                    "(del|della) prossim[oa] {unit}",
                    "(dell'|della |del ){unit} prossim[oa]",
                ),
            ),
        ),
        tense=parts.TenseWords(
            forms=r"\w{2,}(rà|ranno)",
            future=r"(?!però\b)\w+(erà|irà|eranno|iranno)|sarà|saranno|avrà|avranno|terrà"
            r"|terranno|potrà|potranno|dovrà|dovranno"
            r"|verrà|verranno|andrà|andranno|darà|farà|starà|previst[oaie]|in programma"
            r"|prossim[oaie]",
            coming=r"sarebbe(ro)?|\w+ebbe(ro)?|dovrebbe(ro)?|atteso|attesa|si prevede|deve|devono",
            been=r"è|sono|ha|hanno|fu|furono|era|erano|aveva|avevano|stat[oaie]|(?!può\b|però\b"
            r"|ciò\b)\w+(ò|arono|irono)|disse|tenne|prese",
            frees=r"per (il|l')|entro (il|l')|fino al|a partire dal|prima del"
            r"|(un|nostro)( (?!(il|del|al|dal|di)\b)\w+)?",
            clause_ends=r"(che|chi|cui|dove|quando|mentre|ma)\b",
            relatives=r"(cui|dove)\b",
            continues=r"(che|ma)\b",
        ),
    ),
    sentences=parts.SentenceWords(
        abbreviations="""sig, sigg, sig.ra, dott, dr, prof, ing, avv, arch, geom, rag, on, sen,
            mons, don, s, ss, st, gen, col, cap, art, artt, pag, pagg, p, pp, cap, vol, ed, ecc,
            etc, es, fig, n, nn, nr, num, tel, ca, cfr, v, vs, spett, egr, gent, ill, co, f. lli,
            p. es, a. c, d. c, s. p. a, s. r. l, s. n. c, u. s, c. a, p. v, c. m""",
        may_end="ecc, etc, co, s. p. a, s. r. l",
        numbered="n, nn, nr, num",
        starters="""Il, Lo, La, I, Gli, Le, L, Un, Uno, Una, In, Nel, Nella, A, Al, Alla, Di, Del,
            Della, Con, Per, Da, Dal, Su, Si, È, Sono, Questo, Questa, Questi, Queste, Come,
            Quando, Se, Non, E, Ma, Secondo, Dopo, Inoltre, Anche, Così, Oggi, Ieri, Durante,
            Tra""",
    ),
    mails=parts.MailWords(
        sender="da|mittente",
        sent="data|inviato",
        recipient="a|per|cc",
        subject="oggetto",
        forwarded="(inizio )?messaggio inoltrato",
        original="messaggio originale",
        wrote="ha scritto",
        reply="r|re",
        forward="i|fwd?",
        notices=r"(questo|il presente) (messaggio|e-?mail)[^\n]*riservat[ei]"
        r"|prima di stampare|pensa all'ambiente",
        sent_from="inviato da",
    ),
    releases=parts.ReleaseWords(
        labels="comunicat[oi]( (stampa|ufficiale))?|nota (stampa|per la stampa)|ufficio stampa"
        "|per (la )?(diffusione|pubblicazione)"
        " immediata|embargo|dichiarazione( alla stampa)?|notizia",
        date_labels="data( di pubblicazione)?|in data",
        published="inviat[oa]|"
        "pubblicat[oa]|diffus[oa]|data di (pubblicazione|diffusione)|pubblicazione",
        updated="(ultim[oa] )?(aggiornamento|modifica)|aggiornat[oa]|modificat[oa]",
        by="da|di",
        embargo="(sotto |con )?embargo( fino)?( alle| al| a)?|non (diffondere|pubblicare) prima",
        release_now="per (la )?(diffusione|pubblicazione) immediata",
        done_at="(fatto|dato|firmato) (a|in)",
        day_titles="consigli(o|ere)? dei ministri|giunta|riunione|seduta|sessione|resoconto"
        "|verbale|sintesi|dichiarazione|conferenza stampa|discorso|bollettino"
        "|comunicato",
        announcing="invito|convocazione|ordine del giorno|agenda|iscrizioni",
        event_labels="luogo|ora|dove|orario",
        short_weekdays="lun, mar, mer, gio, ven, sab, dom",
        before_date="il|lì|li|in data|del|a|al",
        number_sign=r"n\.?\s?[°º]?|nr\.?",
        place_words="di, del, della, dei, sul, la, e",
        clock="alle ore|alle|ore|dalle",
        reading_time=r"\d{1,2}[\s-]?min\w*\.? di lettura"
        r"|tempo di lettura\s?:?\s?\d{1,2}[\s-]?min\w*\.?",
        today="(questo|questa) ({weekday}|giorno|mattina|sera|settimana)|oggi|{weekday}("
        " giorno)?|in data odierna",
        news="riunion[ei]|vertice|conferenza|visita|seduta|incontr[oi]|colloqui|cerimonia"
        "|discorso|convegno|riunit[oaie]"
        "|annunciat[oaie]|presentat[oaie]|inaugurat[oaie]|annunciò|ha (detto|dichiarato"
        "|annunciato|presentato|inaugurato"
        "|incontrato|visitato|firmato|approvato|ricevuto)|hanno (firmato|annunciato|presentato"
        "|incontrato)|tenut[oa]|svolt[oa]",
        older=r"(firmat[oaie]|da|dal|adottat[oaie]|approvat[oaie]|trattato|anniversari\w+"
        r"|nat[oaie]|fondat[oaie]|creat[oaie]"
        r"|apert[oaie]|lanciat[oaie]|prima del?|fino al?|in vigore|legge|decreto)\s*((a|in) \w+"
        r" )?((il|del|dal|al) )?",
        older_articles="del|dell'|dal|dall'|fino al|fino all'|al|all'",
        own_articles="questo",
        credit=r"\((foto|immagine)|(credit[io]( della)? )?fot[oi](grafi[ae])?\s*(:|©|–|-|di\b)"
        r"|didascalia\s*:",
        appeared="proviene da",
        untitled="senza titolo",
        contact=r"contatti?( (stampa|per la stampa|media))?\s*:|ufficio stampa\s*:|tel\.",
        auxiliaries="ha, hanno, aveva, è, sono, era, erano, sarà, saranno, fu, furono",
        site="(visualizza|vedi|leggi) quest[ao] (e-?mail|newsletter|messaggio)|"
        "se non (visualizzi|vedi|riesci a)|(annulla|cancella) (l'|la tua )?iscrizione|"
        "disiscriviti|"
        "(leggi|vedi) (anche|tutto|altro)|(articoli|notizie|contenuti) (correlat[ie]"
        "|simili)|condividi( (su|questo|questa|l'))?|seguici|(lascia|scrivi|pubblica"
        "|aggiungi) un commento|(devi|è necessario) (essere|effettuare)"
        "|il tuo indirizzo e-?mail non sarà|campi obbligatori|questo sito (utilizza"
        "|usa)|utilizziamo i cookie|(accetta|rifiuta)( tutti)?( i)? cookie"
        "|vai al contenuto|salta al contenuto|torna (a|al|alla|su|indietro)(?!.{30})"
        "|ti trovi (qui|in)|sei qui|stampa (la|questa)|scarica (il|la|in)|(articolo"
        "|notizia) (precedente|successiv[oa])|iscriviti|abbonati|etichette ?:"
        "|categori[ae] ?:|tags? ?:|altre notizie"
        "|(hai|ha) ricevuto quest[oa] (e-?mail|messaggio)|(annulla|cancella) (la tu"
        "a )?iscrizione|disiscriviti|visualizza quest[oa] (e-?mail|messaggio)",
        site_lines="nessun commento|"
        "home|menù?|cerca|ricerca|navigazione|stampa|condividi|invia|commenti?"
        "|inizio pagina|pubblicità|cookie|contatti|aiuto|notizie|leggi tutto"
        "|scopri di più|scarica|iscriviti|accedi|lingue|lingua",
        sections="(ricevi|hai ricevuto|riceve|ha ricevuto) questa (e-?mail|newsletter|"
        "comunicazione)|"
        "contatt[oi]( (per )?(la )?(stampa|media))?( ?:|$)|contatti stampa"
        "|(per )?(ulteriori|maggiori) informazioni|per informazioni|fonte ?:"
        "|note legali|tutti i diritti riservati|newsletter|informativa sulla privacy"
        "|note? (per|ai) (gli )?(editori|redattori|redazioni)"
        "|relazioni con (la stampa|i media)",
        about="(informazioni )?su (di noi|[^.!?]{2,50}$)|chi siamo|profilo (di|della"
        "|del) [^.!?]{2,50}$",
        corrected="corrett|rettific|errata|aggiornat",
        release_ends="fine( del comunicato)?",
    ),
    terms=parts.TermWords(
        letters="àèùòéì",
        stop_words="""a ad ai al alla alle anche che chi ci come con cosa cui da dai dal dalla dalle
            dei del della delle di dove e è ed era gli ha hanno i il in io l la le lo ma mi ne
            nei nel nella non o per perché più qual quale quali quando quanti quanto quello
            questa questo se si sono su sua suo sul sulla tra un una uno""",
        stemmer="italian",
        elided="c d l m n s t v un all dall dell nell sull coll quest quell gl sant bell",
    ),
    questions=parts.QuestionWords(
        joining="che",
        when="quando",
        who="chi",
        where="dove dov",
        how_many="quanto quanta quanti quante quant",
        why="perché",
        how="come com",
        which="quale quali qual",
        what="che che_cosa cosa cos",
        relative="che come com",
        times="data date giorno giorni anno anni mese momento epoca decennio secolo",
        is_the="è_la è_il era_la era_il fu_la fu_il è_stata_la è_stato_il sarà_la sarà_il",
        links="e ma allora è fu sarà",
        prepositions="""a da da_parte_di di in per con su dal fino_a sin_da fin_da a_partire_da
            nel_corso_di prima_di verso entro""",
        asked="""dire dirmi dirci mi_dica dimmi sapere sa sa_lei sai sapete sanno sappiamo precisare
            indicare indichi ricorda chiedo chi_sa chi_può_dire chi_può_dirmi""",
        contacts="contatt[oi]|contattare|telefono|e-?mail|posta elettronica"
        "|ufficio stampa|note legali|newsletter|iscriversi|sito (web|internet)"
        "|portavoce",
        requests="""dimmi dica dammi mi_dica cita citi nomina spiega spieghi descrivi
            descriva elenca
            elenchi indica indichi riassumi mostra puoi può_dirmi potresti sai sa_dirmi
            vorrei_sapere voglio_sapere mi_chiedo""",
        verbs="""è sono era erano fu furono ha hanno aveva avevano sarà saranno c'è ci_sono può
            possono""",
        number_signs="numero n",
        thanks="""grazie grazie_mille grazie_in_anticipo cordiali_saluti mille_grazie
            tante_grazie""",
        please="per_favore per_piacere per_cortesia",
        salutations="""signore signora signori a_tutti a_tutte e gentile gentili caro cara
            perfetto bene molto_bene benissimo ottimo capisco capito interessante allora va_bene
            d'accordo""",
        wrapping="""io tu lei voi noi mi ci ti si può puoi potete possono potrebbe potresti
            potreste potrei dire dirmi dirci dica dimmi ditemi mi_dica sa sai sapete sanno saprebbe
            sapresti sapere sappiamo vorrei vorremmo volevo volevamo voglio vogliamo piacerebbe
            interessa interesserebbe conoscere chiedo chiedevo chiedere spiegare spiegarmi spiegami
            indicare indicarmi ricordare ricordarmi informarmi qualcuno per_caso ha hai avete idea
            di un'idea gentilmente cortesemente sarebbe_così_gentile_da per_favore""",
        greetings="""ciao buongiorno buonasera buonanotte salve arrivederci grazie grazie_mille
            per_favore prego come_stai come_va come_sta chi_sei chi_è_lei cosa_sai_fare
            cosa_puoi_fare come_ti_chiami sei_un_robot che_cos'è_questo sì no ok aiutami""",
        names="come_si_chiama come_si_chiamava qual_è_il_nome",
        plurals=parts.PluralWords(endings="i:e i:o e:a"),
        scope=parts.ScopeWords(
            over_time="""nel_corso_degli_anni negli_anni ogni_anno anno_dopo_anno anno_per_anno
                di_anno_in_anno per_anno nel_tempo evoluzione successivi successive
                successivamente l'andamento la_tendenza tutti_gli_anni da_un_anno_all'altro
                succeduti succedute uno_dopo_l'altro""",
            how_often="quante_edizioni quante_volte in_quante_occasioni",
            which_dates="in_quali_date in_quali_anni in_che_anni",
            took_place="avuto_luogo si_svolge si_svolgerà si_tiene si_terrà",
            first="primo prima primi prime iniziale più_vecchio più_antico",
            last="ultimo ultima ultimi ultime più_recente più_recenti ",
            first_time="per_la_prima_volta la_prima_volta",
            last_time="per_l'ultima_volta l'ultima_volta",
            now="oggi ora adesso attualmente attuale attuali al_momento in_questo_momento",
            any_figure="numero numeri quantità totale importo cifra cifre volume",
            figures="""popolazione numero organico bilancio importo totale tasso prezzo traffico
                volume capacità consumo emissioni spese entrate vendite esportazioni
                importazioni debito deficit utile produzione affluenza fatturato""",
            state=r"allena(va)?|dirig(e|eva)|dirett[oa]|presied(e|eva)|guida(va|to|ta)?",
            who_many="sono furono erano hanno",
            past=(
                r"era|erano|fu|furono|(ha|hanno)(?=.*\w{2,}(at|ut|it|tt|st|ss|rs)[oiae]\b)|aveva|avevano|ebbe|stat[oaie]|"
                r"\w{2,}(arono|erono|irono)|\w{3,}(ava|eva|iva)(no)?|\w{2,}[òì](?!\w)"
            ),
            evolved="""evoluto evoluta cambiato cambiata cresciuto evoluti evolute cambiati
                cambiate variato variata aumentato aumentata diminuito diminuita""",
            how_often_in="al alla più meno per",
            named_first="ministro ministra luogo linea soccorso di del della dei che",
            plural_endings="i e",
            formerly="precedentemente prima",
            deputies="vice vicedirettore aggiunto aggiunta",
            former="ex vice vicedirettore futuro futura onorario aggiunto",
            figure="qual",
            held="luogo svolto svolta svolti svolte tenuto tenuta tenuti tenute",
            awards="premio premi medaglia medaglie trofeo coppa campionato concorso",
            won="vinto vinse ricevuto ottenuto premiato premiati",
            winners="vincitore vincitrice vincitori vincitrici",
            listed="elenco lista nomi nome",
            highest="più_alto più_alta più_alti il_maggiore la_maggiore più_elevato più_elevata",
            lowest="più_basso più_bassa più_bassi il_minore la_minore",
            most="più",
            least="meno",
        ),
        period=parts.PeriodWords(
            of="di del",
            to="e al a",
            before="prima",
            until="fino",
            after="dopo",
            since="dal dalla",
            ends="fine",
            fillers="il nel del di anno inizio metà",
            year="anno",
            counted="più_di meno_di circa oltre quasi",
            numbered="articolo risoluzione direttiva regolamento agenda piano",
            goes_on="per che si è e della",
        ),
    ),
    times=parts.TimeWords(
        telling="""dopo prima durante da dal dalla fino quando mentre secolo secoli epoca periodo
            era età fine inizio metà vigilia indomani anno anni mese mesi settimana settimane
            giorno giorni primavera estate autunno inverno mattina mattino sera notte ora ore
            mezzogiorno mezzanotte""",
        units="anno anni mese mesi settimana settimane giorno giorni ora ore minuto minuti",
        in_year="nel anno",
        before_year="in dal",
        dateline="Il {date}, {text}",
        lead_in="il lo l' del dell' dal dall' al all' nel nell' in di da",
        hours="h ore",
        before_hours="ore alle",
        named="""bilancio esercizio risoluzione legge piano programma rapporto edizione stagione
            campagna agenda direttiva regolamento""",
        documents="""legge decreto ordinanza convenzione accordo trattato protocollo risoluzione
            regolamento direttiva circolare sentenza lettera dichiarazione decisione
            contratto""",
        of_date="del dell' di",
        through="con per mediante",
        anniversaries="anniversar* compleann* compie compiono compira festeggi* centenario",
        closes="chiuso chiusa concluso conclusa terminato nato nata datato datata",
        begins="dal da a_partire_dal a_partire_da comincia inizia iniziato apre aperta inizio",
        ends="fino_al fino_a entro termina finisce chiude scadenza scade al_più_tardi",
    ),
    claims=parts.ClaimWords(
        negation=r"""\bnon\b(?!\s+(?:solo|soltanto)\b)
            | \b(?:nessun[oa]?|niente|nulla|né|neppure|nemmeno|neanche)\b""",
        without="senza tranne eccetto salvo",
        figures=(
            ("2", "secondo seconda"),
            ("3", "terzo terza"),
            ("4", "quarto quarta"),
            ("5", "quinto quinta"),
            ("6", "sesto sesta"),
            ("7", "settimo settima"),
            ("8", "ottavo ottava"),
            ("9", "nono nona"),
            ("10", "decimo decima"),
            ("100", "cento centinaia"),
            ("1000", "mille mila migliaia"),
            ("million", "milione milioni"),
            ("10⁹", "miliardo miliardi"),
        ),
        titles="sig signor signora dott dottor",
        openings="secondo inoltre tuttavia infine anche poi inoltre così",
        days="lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani",
    ),
    offices=parts.OfficeWords(
        copulas="è era fu sono erano furono sarà stato stata stati state",
        leading="""dirig* diretto diretta direzione presiede presiederà presieduto presieduta
            presidenza guid* comanda comandato comando carica eletto eletta nominato
            nominata nomina nomine
            succede succederà succeduto succeduta successore incarico incaricato incaricata capo
            vertice responsabile""",
        leaves="lascia lascerà lasciato dimette dimesso pensione",
        becomes="divent* divenn* divenut*",
        takes="""nomin* elett* eless* elegg* rielett* design* divent* divenn* divenut* scelt*
            succed* succes* sostitu* subentr* incaric* carica assum* mandato promoss*
            insedi*""",
        succeeds="""succede succederà succeduto succeduta succedere sostituisce sostituirà
            sostituito sostituzione subentra""",
        posts={
            "president": "presidente presidentessa",
            "minister": "ministro ministra",
            "prefect": "prefetto prefetta",
            "mayor": "sindaco sindaca",
            "director": "direttore direttrice",
            "secretary": "segretario segretaria",
            "spokesperson": "portavoce",
            "ambassador": "ambasciatore ambasciatrice",
            "governor": "governatore governatrice",
            "chief": "capo",
            "commander": "comandante",
            "rector": "rettore rettrice",
            "chancellor": "cancelliere cancelliera",
            "commissioner": "commissario commissaria",
            "prosecutor": "procuratore procuratrice",
            "treasurer": "tesoriere tesoriera",
            "king": "re",
            "queen": "regina",
            "pope": "papa",
            "coach": "allenatore allenatrice",
            "head": "dirigente leader",
        },
    ),
    speech=parts.SpeechWords(
        titles="""signor signora sig sig. dott dott. dottor dottoressa dr dr. prof prof. avv
            avv. ing ing.""",
        name_links="de di del della dei degli dal da la lo",
        roles="""president ministr segretari portavoce direttor direttric sindac cap responsabil
            deputat senator governator ambasciator commissari fondator coordinator presidente
            dottor professor capitan volontari medic ingegner rettor assessor consiglier
            amministrator vicepresident agricoltor ricercator titolar socia socio""",
        role_endings="tore trice tori trici ista",
        masculine="egli lui il lo un",
        feminine="ella lei la una",
        plurals="i gli le",
        stand_ins="""edificio opera società azienda impresa compagnia gruppo organizzazione
            associazione ente istituzione club squadra fondazione agenzia alleanza commissione
            unione progetto programma evento luogo monumento documento testo veicolo paese stato
            città comune regione struttura""",
        no_names="""contatto contatti città comune porto ufficio servizio ministero associazione
            società azienda gruppo comitato consiglio università istituto fondazione stampa note
            nota fonte foto allegato citazione citazioni informazioni""",
        introductions=(
            "((la|le|una) )?(citazioni?|dichiarazion[ei]|parole|testimonianza|commento)"
            " (di|del|della|dell')|secondo"
        ),
        asked="""detto dice disse dichiarato dichiara dichiarò affermato afferma affermò
            spiegato spiega sottolineato aggiunto ritiene pensa sostiene ringrazia ringraziato
            spera sperato avverte avvertito promette promesso sottolinea lamenta""",
        say="""detto dice disse dire""",
        what_said="""(che cosa|che|cosa) (ha |hanno |aveva )?{said} {speaker}""",
        said_on=(
            "su|sul|sulla|sui|sulle|sugli|sull'|riguardo (a|al|alla)|a proposito (di|del|della|dei)"
        ),
        said_of="di|del|della|dei|delle|dell'",
        first_person="io noi ci nostro nostra",
        authors=(
            "secondo chi|di chi (è|sono) (la|le|questa|queste) (citazione|frase|parole"
            "|dichiarazione)"
        ),
    ),
    answers=parts.AnswerWords(
        plural_articles="gli i",
        joins="e ed o ma né nonché",
        both="e ed nonché",
        another="un_altro un'altra l'altro l'altra",
        either="e ed o",
        to="a",
        ranges="da/a tra/e fra/e",
        multiples="mila milione milioni miliardo miliardi",
        of="di",
        units="""euro dollaro dollari anno anni mese mesi giorno giorni settimana settimane ora
            ore minuto minuti metro metri chilometro chilometri ettaro ettari tonnellata
            tonnellate litro litri grado gradi per_cento punto punti""",
        articles="il lo la i gli le l' un una di del della",
        alone="ha è fu sarà era",
        several="quali",
        passive="""è sono stato stata stati state fu furono viene vengono venne vennero sarà saranno
            essere""",
        by="da dal dalla dai dalle dall'",
        nameless="egli lui lei loro qualcuno qualcuna altri chi coloro ognuno tutti",
        opposites="""apri* apre aprono apert* inaugur* / chius* chiud*, aument* cresc* cresciut*
            rialz* / diminu* calo calat* calano ridott* riduz* scese sceso scend*, acquist* compr* /
            vendit* vende* vendut*, vinc* vinto vinta vinti vittori* / perdut* perde perse perso
            sconfitt*, assunt* assunzion* / licenzi*, creat* crea creazion* / sciolt* soppress*,
            sposat* sposar* matrimoni* / divorzi*, accett* approv* adott* / rifiut* respint*
            respin*, autorizz* permess* / vietat* divieto proib*, arriv* / lascia* partenz*, inizi*
            cominci* / termin* conclu*, importaz* importa* / esporta*, sosten* sostegn* appogg* /
            oppon* oppost* blocc*, costru* / demol* distru*, liberat* liberazion* / arrest*
            incarcer*, nominat* nomina* / dimiss* dimess* revocat*, massim* / minim*, mensil*
            al_mese ogni_mese / annual* annuo annui all_anno ogni_anno / quotidian* giornalier*
            al_giorno ogni_giorno / settimanal* alla_settimana, rosso rossa rossi rosse / arancione
            / giall* / verde verdi / blu azzurr* / nero nera neri nere / bianc*, nord / sud, ovest /
            est, donne femminil* / uomini maschil*, ragazzi / ragazze, primaria / secondaria,
            privat* / pubblic*, democratic* / repubblican*, lordo lorda / netto netta, sinistra /
            destra, primavera / autunno / inverno / estate""",
        announces="""annunciato annunciò annuncia presentato presentò presenta inaugurato
            inaugurò inaugura visitato visitò visita salutato elogiato dichiarato dichiara
            affermato afferma sottolineato ricordato confermato promesso incontrato ringraziato
            commentato spiegato ha_assistito svelato""",
        participles="ato ata ati ate ito ita iti ite uto uta uti ute",
        benefits="per",
        origins="""quando_risale quando_risalgono / risal* costru* edific* fond* cread* creat*
            complet* inaugur* secolo firm* adott* pubblic* approv*""",
        beginnings="""nominat* nomina elett* elezione assun* assum* fondat* fondazione creat*
            creazione apert* aper* lanci* inizi* comincia* entrat* entra adottat* divent*
            istitu* introdott* inaugur* nato nata insedia* arriv*""",
        endings="""fine finisce finito termin* scad* chiu* cess* lasci* dimess* dimission*
            prorog* morto""",
        undoes="""annull* rifiut* respint* respin* rott* rottura sciolt* scioglie* ritir*
            abbandon* lasciat* lascia dimiss* dimess* sospes* sospend* vietat* divieto proib*
            rinviat* rinvio chius* chiud* licenzi* soppress* boicott* imped* fallit* espuls*
            escluso esclusa esclusi escluse esclusione destitu* cessat* negat* nega oppost* oppon*
            distru* perse perso perdut* pone_fine posto_fine""",
        beside="con",
        neighbours="confinante limitrof* concorrent* rival*",
        not_so="""osservatore osservatori candidato candidata candidatura desidera negozia rifiuta
            rifiutato""",
        unrealised="""deve devono dovrebbe* potrebbe* prevede prevedono previst* valuta valutano
            chied* chiest* esig* propon*
            propost* spera sperano vuole vogliono progetta pensa* raccomand* intend*""",
        declines="rinunc* rifiut*",
        superlatives="""il_piu la_piu i_piu le_piu il_meno migliore peggiore maggiore minore /
            piu meno record* prim* principal* massim* minim* maggior* unico unica mai""",
        reasons="""perché poiché siccome dato visto causa cause caus* motivo motivi ragione
            ragioni dovuto dovuta per dopo grazie seguito mancanza scopo fine obiettivo provoc*
            conseguenza in_quanto permett* vist*""",
        receives="ricevuto ricevuta ricevuti riceve ricevette ricevera ottenuto",
        gives="consegnato consegnata consegna consegnera assegnato assegna conferito conferisce",
        wishes="chiede chiedono chiesto esige",
        recipients="a al allo alla all' ai agli alle",
        opponents="contro su",
        deeds={
            "found": """fondare fonda fondò fondato creare crea creò creato / fondatore
                fondatrice creatore creatrice""",
            "design": """progettare progetta progettò progettato disegnare disegnò disegnato
                / architetto architetta progettista""",
            "build": """costruire costruisce costruì costruito edificare edificò edificato /
                costruttore""",
            "write": "scrivere scrive scrisse scritto redigere redatto / autore autrice",
            "compose": "comporre compone compose composto / compositore compositrice",
            "paint": "dipingere dipinge dipinse dipinto / pittore pittrice",
            "invent": "inventare inventa inventò inventato / inventore inventrice",
            "discover": "scoprire scopre scoprì scoperto / scopritore scopritrice",
            "buy": """comprare compra comprò comprato acquistare acquista acquistò
                acquistato acquisire acquisito / acquirente compratore""",
            "sell": "vendere vende vendette venduto cedere ceduto / venditore",
            "win": "vincere vince vinse vinto / vincitore vincitrice",
            "lose": "perdere perde perse perso / perdente",
            "beat": """battere batte batté battuto sconfiggere sconfigge sconfisse
                sconfitto eliminare eliminato""",
            "finance": """finanziare finanzia finanziò finanziato pagare paga pagò pagato /
                finanziatore""",
            "own": "possedere possiede / proprietario proprietaria",
            "dismiss": """licenziare licenzia licenziò licenziato destituire destituito
                esonerare esonerato""",
            "appoint": "nominare nomina nominò nominato designare designò designato",
            "replace": """sostituire sostituisce sostituì sostituito succedere succede
                succeduto / successore""",
            "give": """consegnare consegna consegnò consegnato donare dona donò donato
                regalare regalò regalato assegnare assegnato conferire conferito""",
            "receive": """ricevere riceve ricevette ricevuto ottenere ottiene ottenuto /
                premiato premiata""",
            "lend": "prestare presta prestò prestato",
            "open": "inaugurare inaugura inaugurò inaugurato",
            "sign": "firmare firma firmò firmato",
            "publish": "pubblicare pubblica pubblicò pubblicato / editore editrice",
            "make": "fabbricare fabbrica fabbricato produrre prodotto / produttore fabbricante",
            "organise": """organizzare organizza organizzò organizzato / organizzatore
                organizzatrice""",
            "coach": "allenare allena allenò allenato / allenatore allenatrice",
            "rescue": "salvare salva salvò salvato soccorrere soccorso",
            "arrest": "arrestare arresta arrestò arrestato",
            "kill": "uccidere uccide uccise ucciso",
            "order": "ordinare ordinò ordinato",
            "launch": "lanciare lancia lanciò lanciato",
            "restore": """restaurare restaura restaurò restaurato ristrutturare ristrutturato
                / restauratore restauratrice""",
            "elect": "eleggere elegge elesse eletto",
            "welcome": "accogliere accoglie accolse accolto",
            "congratulate": "congratularsi congratulato",
            "thank": "ringraziare ringrazia ringraziò ringraziato",
            "criticise": "criticare critica criticò criticato",
            "decorate": "decorare decorato insignito",
            "suspend": "sospendere sospende sospese sospeso",
            "exclude": "escludere esclude escluse escluso squalificare squalificato",
            "run": "gestire gestisce gestito / gestore",
            "lead": "dirigere diresse diretto guidare",
            "chair": "presiedere presiedette",
            "invite": "invitare",
            "accompany": "accompagnare",
            "visit": "visitare",
            "present": "presentare svelare",
            "approve": "approvare autorizzare",
            "reject": "respingere respinse respinto bocciato",
            "demolish": "demolire",
            "destroy": "distruggere distrusse distrutto",
            "steal": "rubare / ladro ladra",
            "attack": "attaccare",
            "treat": "curare",
            "deliver": "fornire",
            "equip": "attrezzare",
            "accuse": "accusare",
            "convict": "condannare",
            "investigate": "indagare",
            "warn": "avvertire",
            "support": "sostenere sostiene sostenne",
            "choose": "scegliere scelse scelto selezionato",
            "negotiate": "negoziare",
            "adapt": "adattare",
            "translate": "tradurre traduce tradusse tradotto / traduttore traduttrice",
            "develop": "sviluppare",
            "produce": "produce produsse / produttore produttrice",
            "repair": "riparare",
            "rebuild": "ricostruire",
            "reopen": "riaprire riaperto",
            "repaint": "ridipingere ridipinto",
            "plan": "pianificare",
            "sponsor": "sponsorizzare",
            "christen": "battezzare",
            "pilot": "pilotare / pilota",
            "hire": "assumere assunse assunto ingaggiato",
            "light": "accendere accese",
            "leave": "lasciare",
            "resign": "dimettere dimise dimesso dimessasi",
            "propose": "proporre propone propose proposto",
            "extinguish": "spegnere spense spento",
            "install": "installare",
            "represent": "rappresentare difendere difeso",
        },
        against="contro rispetto_a rispetto_al rispetto_alle rispetto_ai rispetto_all'",
        than="che del nel",
        year_before="anno_precedente anno_prima esercizio_precedente",
        year_earlier="un_anno_prima",
        years_earlier="anni_prima",
        more="in_più in_meno",
    ),
    memberships=parts.MembershipWords(
        asked="""membro membri aderito aderisce aderiscono unito uniti entrato entrati entrata
            entrate fanno_parte fa_parte soci partner appartengono firmatari""",
        asked_left="""lasciato lascia lasciano uscito usciti uscite ritirato ritirati escluso
            esclusi""",
        joins=(
            r"aderisc(?:e|ono)|ha(?:nno)? aderito|si unisc(?:e|ono)|si (?:è|sono) unit[oaie]"
            r"|ha(?:nno)? firmato|firmano|entra(?:no)?|(?:è|sono) entrat[oaie]"
            r"|divent(?:a|ano)(?: \S+){0,3}? membr[oi]"
            r"|(?:è|sono) (?:ora )?membr[oi]|fa(?:nno)? parte"
        ),
        leaves=(
            r"lascia(?:no)?|ha(?:nno)? lasciato|esc(?:e|ono)|si ritira(?:no)?|(?:sua|loro) uscita"
        ),
        admits=(
            r"(?:adesione|ingresso|entrata|ammissione) (?:di|del|della|dell'|dei|degli|delle)"
            r"|accogli(?:e|ono)|ha(?:nno)? (?:accolto|ammesso)|membr[oi] ?:"
        ),
        expels=r"(?:uscita|ritiro|esclusione) (?:di|del|della|dell'|dei|degli|delle)",
    ),
    measures=parts.MeasureWords(
        percent="per_cento",
        dimensions={
            "height": "altezza alto alta altitudine",
            "length": "lunghezza lungo lunga",
            "width": "larghezza largo larga",
            "depth": "profondita profondo profonda",
            "thickness": "spessore spesso",
            "diameter": "diametro",
            "revenue": "ricavi fatturato vendite",
            "profit": "utile utili profitto profitti",
        },
        units={
            "money": "euro € dollaro dollari $ lire sterline",
            "time": """anno anni mese mesi giorno giorni settimana settimane ora ore
                minuto minuti secolo secoli""",
            "length": "metro metri chilometro chilometri km m",
            "area": "ettaro ettari km² m²",
            "mass": "tonnellata tonnellate chilo chili kg",
            "volume": "litro litri ettolitri m³ barili",
            "energy": """kwh mwh gwh twh kw mw gw kilowattora megawattora gigawattora kilowatt
                megawatt gigawatt""",
            "share": "% per_cento punto punti",
            "clock": "ore mezzogiorno mezzanotte",
            "temperature": "° grado gradi celsius",
            "speed": "km/h kmh nodi",
        },
        sizes="numero quantità volume",
        ages="età quanti_anni_ha quanti_anni_aveva",
        asked={
            "energy": "elettricità energia potenza",
            "money": """denaro soldi paga pagano pagato pagata pagherà pagheranno pagò pagare
                costo costa costato costata costati costate ammonta prezzo
                bilancio importo stipendio somma fatturato ricavi utile utili dividendo
                investimento""",
            "time": "durata dura età tempo",
            "length": """altezza altitudine lunghezza larghezza profondità distanza misura""",
            "area": "superficie",
            "mass": "peso pesa",
            "share": "percentuale tasso",
            "clock": "che_ora",
            "temperature": "temperatura temperature",
            "speed": "velocità",
        },
        verbs="misura",
        how_much="quanto",
        amounts="""nessuno nessuna pochi poche molti molte diversi decina decine dozzina centinaia
            migliaia maggior maggioranza tutti tutte metà terzo quarto""",
        people="persona persone individui gente",
        counted={
            "dead": "morti vittime decessi uccisi",
            "injured": "feriti",
            "jobs": "posti impieghi",
            "staff": "dipendenti lavoratori addetti impiegati impiega personale persone",
            "inhabitants": "abitanti popolazione residenti",
            "visitors": "visitatori spettatori ingressi presenze persone",
            "passengers": "passeggeri viaggiatori utenti",
            "participants": "partecipanti",
            "births": "nascite neonati parti",
            "copies": "copie esemplari",
            "members": "membri soci iscritti",
            "votes": "voti",
            "soldiers": "soldati militari truppe",
            "states": "paesi stati nazioni",
            "households": "famiglie",
            "companies": "aziende imprese società",
            "homes": "alloggi appartamenti case",
            "pupils": "alunni studenti scolari bambini",
            "teachers": "insegnanti docenti professori",
            "doctors": "medici",
            "nurses": "infermieri infermiere",
            "patients": "pazienti malati",
            "volunteers": "volontari",
            "towns": "comuni città",
            "vehicles": "veicoli auto camion",
            "ships": "navi barche",
            "trains": "treni",
            "buses": "autobus",
            "trees": "alberi piante",
            "beds": "letti",
            "rooms": "camere stanze",
            "seats": "posti",
            "tickets": "biglietti",
            "books": "libri volumi",
            "films": "film",
            "farms": "fattorie",
            "schools": "scuole",
        },
    ),
    follow_ups=parts.FollowUpWords(
        marks="{}?",
        opens="e ed ma allora",
        about="che_ne_è_di che_dire_di e_per_quanto_riguarda per_quanto_riguarda",
        that_one="quello_di quella_di quelli_di quelle_di",
        tails="esattamente mai questo precisamente",
        said=r"chi (l'ha|lo ha|l'aveva) (detto|affermato|dichiarato)|chi lo (dice|afferma)"
        r"|chi (ha detto|dice) (questo|ciò|quello)|secondo chi",
        who_said="Chi ha detto «{words}»?",
        subjects="lui:m lei:f egli:m ella:f loro:",
        clitics="lo: la: l: li: le: gli:a ne:di ci:a",
        stressed="lui:m lei:f loro: esso:m essa:f",
        particles_before="si s non mi ti vi",
        possessives="suo:il sua:la suoi:i sue:le loro:i",
        drops_subjects=True,
        demonstratives="questo questa questi queste quest quel quello quella quei quelle",
        relations="""successore succeditrice predecessore vice moglie marito padre madre figlio
            figlia fratello sorella socio socia capo omologo avvocato fondatore fondatrice
            proprietario compagna compagno""",
        who_is="Chi è {noun}?",
        genders="il:m lo:m la:f i:m le:f",
        titles_of_women="signora dottoressa",
        which_is="""il:qual_è_il la:qual_è_la lo:qual_è_lo l:qual_è_l' i:quali_sono_i
            le:quali_sono_le""",
        contractions="""di+il:del di+lo:dello di+la:della di+l:dell' di+i:dei di+gli:degli
            di+le:delle a+il:al a+lo:allo a+la:alla a+l:all' a+i:ai
            a+gli:agli a+le:alle in+il:nel in+lo:nello
            in+la:nella in+l:nell' in+i:nei in+gli:negli in+le:nelle da+il:dal da+lo:dallo
            da+la:dalla da+l:dall' da+i:dai da+gli:dagli da+le:dalle su+il:sul su+lo:sullo
            su+la:sulla su+l:sull' su+i:sui su+gli:sugli su+le:sulle""",
        in_territory="il:in la:in l:in gli:negli i:nei le:nelle",
        places="in a",
        added="per",
        these="questi",
        that="questo",
        what_noun="che",
        auxiliaries="ha hanno aveva è sono era",
        participles=r"\w+(ato|ata|ati|ate|uto|uta|uti|ute|ito|ita|iti|ite)|stato|stata|fatto|detto"
        r"|\w*(mort|elett|scelt|apert|chius|scritt)[oaie]|nat[oaie]|ripres[oaie]|sospes[oaie]",
        year="nel",
        this_release=r"(in|secondo) (questo|quel) (comunicato|testo|documento)",
    ),
    events={
        "born": """e_nato e_nata nacque nascita / nato_il nato_a nato_nel nata nacque nasc* natal*
            originari* battezz*""",
        "open": """inaugur* aperto aperta aperti aperte apre aprira apri aprono / apri* apert*
            riap* iniz* avvi* accogl* inaug*""",
        "close": """chiuso chiusa chiude chiudera chiusi chiusura chiusero / chiu* termin*
            cess* fine""",
        "build": """costruito costruita costruiti costruisce costrui costruire / costru*
            edific* realizz* eret* lavori architett* risal* crea* innalz* ordin* commission*""",
        "demolish": """demolito demolita demolizione distrutto distrutta distrutti / demol*
            distru* abbatt* incend* bruci* devast* croll*""",
        "found": """fondato fondata fondatore fondatrice fondazione fondati / fond* crea* nasc*
            nacq* nato nata istitu* costitu* origin*""",
        "appoint": """nominato nominata nomina nomino nominati / nomin* design* elett* eleg*
            scelt* succed* sostitu* nuov* incaric* diventa*""",
        "elect": """eletto eletta eletti elesse / elett* eless* elez* vot* vinc* nomin* scelt*
            mandato""",
        "dismiss": """licenziato licenziata licenziati licenziamento destituito / licenz*
            destitu* rimoss* esoner* allontan* esuber* sostitu*""",
        "resign": """dimesso dimessa dimise dimissioni dimettersi / dimess* dimis* dimett*
            lasci* abbandon* rinunc* ritir*""",
        "retire": "pensione pensionato / pension* ritir* lasci*",
        "die": """morto morta morti morte mori morirono muore deceduto / mort* morir* muor*
            deced* decess* ucci* vittim* scompars* assassin* perso_la_vita perse_la_vita anneg*""",
        "kill": """ucciso uccisa uccisi uccise uccidere assassinato / ucci* assassin* mort*
            vittim* omicid*""",
        "marry": "sposato sposata sposati sposo matrimonio / spos* matrimon* nozz* moglie marito",
        "divorce": "divorziato divorzio / divorz* separ*",
        "injure": """ferito ferita feriti ferite ferire / ferit* ferir* incident* ospedal*
            vittim* colpit*""",
        "arrest": """arrestato arrestata arrestati arresto arrestare fermato / arrest* ferm*
            incarcer* deten* carcer* cattur* polizi*""",
        "free": "liberato liberata liberati liberazione / liber* rilasc* scarcer* salv*",
        "convict": """condannato condannata condannati condanna / condann* sentenz* pena
            tribunal* process* colpevol* mult*""",
        "sue": "denunciato querelato denuncia / denunc* querel* caus* tribunal* ricors*",
        "accuse": "accusato accusata accusa accusati / accus* imput* denunc* sospett* rimprov*",
        "buy": """comprato comprata compro acquistato acquistata acquisto comprare acquistati /
            compra compran* comprat* comprar* acquis* vend* rilev* pagat* pagar* paga prezz*""",
        "sell": """venduto venduta venduti vendute vendette vende vendere vendita / vend*
            acquist* compra comprat* comprar* cedut* cession* asta client* copie""",
        "steal": "rubato rubata rubati rubo / rub* furt* ladr* scompar* rapin*",
        "win": """vinto vinta vinse vince vincere vincitore vincitrice / vinc* vins* vint*
            vittor* batt* sconf* premi* campion* ottenut* conquist* trionf*""",
        "lose": "perso persa perse perde perdere perduto / pers* perd* sconf* batt* cal* ridu*",
        "sign": """firmato firmata firmo firmarono firma / firm* accord* sottoscri* trattat*
            intes* contratt* raggiun*""",
        "adopt": """adottato adottata approvato approvata approvo / adott* approv* vot* accett*
            decis* accord* ratific*""",
        "veto": "veto / blocc* respin* oppo*",
        "refuse": """rifiutato rifiutata rifiuto rifiuta respinto respinta / rifiut* respin*
            oppo* non no boccia* nega* blocc*""",
        "accept": "accettato accettata accetto accetta / accett* accord* approv* accolt*",
        "propose": "proposto proposta propose propone / propo* present* sugger* progett* pian*",
        "cancel": """annullato annullata annullati annullamento cancellato / annull* cancell*
            sospes* rinvi* revoc*""",
        "postpone": "rinviato rinviata rinvio posticipato / rinvi* postic* sospes* ritard*",
        "strike": "sciopero scioperato scioperano scioperi / sciop* astens* agitazion*",
        "publish": "pubblicato pubblicata pubblicati / pubblic* edit* usci* diffus* present*",
        "withdraw": "ritirato ritirata ritirati ritiro / ritir* rinunc* abbandon* lasci* revoc*",
        "rise": """aumentato aumentata aumentati salito salita cresciuto cresciuta / aument*
            salit* salir* sale cresc* increment* piu rialz* raddopp*""",
        "fall": """diminuito diminuita calato calata sceso scesa ridotto ridotta / diminu* cal*
            sces* scend* ridu* ridott* meno perd* taglia*""",
        "ban": "vietato vietata vieta divieto proibito / viet* proib* diviet* illegal* chiu*",
        "restore": """restaurato restaurata restauro / restaur* ristruttur* riqualif* recuper*
            lavori""",
        "burn": """bruciato bruciata incendiato incendiata incendio / bruci* incend* fuoc*
            fiamm* rogo""",
        "explode": "esploso esplosa esplosione / esplo* scopp* bomb*",
        "drown": "annegato annegata annegati / anneg* naufrag* mort*",
        "evacuate": "evacuato evacuata evacuati / evacu* sgomber* lasci*",
        "kidnap": """rapito rapita rapiti sequestrato ostaggio ostaggi riscatto / rapit* rapim*
            sequestr* ostagg* riscatt*""",
        "attack": """attaccato attaccata attacco / attacc* aggress* assalt* offensiv* bombard*
            attent*""",
        "expel": """escluso esclusa esclusi esclusione espulso espulsa espulsi espulsione /
            espul* esclu* cacciat*""",
        "suspend": "sospeso sospesa sospensione / sospe* interro* ferm*",
        "hire": """assunto assunta assunti assume assunzioni / assun* assum* impieg* lavor*
            post* recluta*""",
        "compose": "composto_da compose compositore compositrice / compo* autor* scrit* scriss*",
        "design": """progettato progettata progetto_di disegnato disegnata / progett* disegn*
            architett* idea* realizz*""",
        "donate": "donato donata dono donati / donat* donaz* donar* regal* offert* lascit* ricev*",
        "criticise": """criticato criticata criticati / critic* denunc* contest* protest* oppo*
            lament*""",
        "damage": "danneggiato danneggiata danneggiati / dann* distru* rott* colpit*",
        "vaccinate": "vaccinato vaccinati vaccinata / vaccin* dosi",
        "flood": "allagato allagata inondato / allag* inond* alluvion* acqua",
        "acquit": "assolto assolta / assol* innocen*",
        "leave": """lasciato lasciata lascia abbandonato / lasci* abbandon* part* usci* ritir*
            dimess* dimis*""",
        "reopen": "riaperto riapertura riapr* / apr* apert*",
        "write": "scritto scritta scrisse / scri* autor* pubblic* lettera testo redatt*",
        "pay": """pagato pagata pago versato versata / pag* vers* ricev* rimbors* finanzi* donat*
            contribu* compr* acquist* acquis* cost* prezz*""",
        "freeze": "congelato congelata / congel* blocc*",
        "move": "trasferito trasferita trasloco trasferisce / trasfer* traslo* spost*",
        "abolish": """soppresso soppressa soppressi abolito abolita / soppr* abol* elimin*
            taglia* chiu*""",
        "end": """finito finita finisce terminato terminata concluso conclusa / fin* termin*
            conclu* cess* chiu*""",
        "install": """installato installata installati / install* mont* post* colloc*
            cre* sed* ospit* apert* apr* trasfer*""",
        "translate": "tradotto tradotta traduttore traduttrice / trad*",
        "collapse": "crollato crollata crollo / croll* cedut* cedim*",
        "launch": "lanciato lanciata lancio / lanc* avvi* iniz* present* crea*",
        "discover": "scoperto scoperta scopri / scop* trov* rinven* individu*",
        "sink": "affondato affondata affondo affondamento naufragato / affond* naufrag* colat*",
        "extend": """prolungata prolungato ampliata ampliato ampliamento allargata allargato /
            prolung* ampli* allarg* esten* estes* allung*""",
        "rename": "ribattezzato ribattezzata rinominato / ribattezz* rinomin* nome denomin* chiam*",
        "merge": """fuso fusione fusi / fusion* fus* fond* unito unita uniti unir* unific* accorp*
            incorpor*""",
        "rescue": "salvato salvata salvati soccorso soccorsi / salv* soccor*",
    },
)
