"""Who says the words that a release quotes, as far as the sentence around them names him.

No parser and no list of names: each word of the sentence becomes one letter for what it may do
there (an article, a name, a verb of speech; a whole quote is one letter too), and patterns over
those letters find the verb that governs the quote and the noun phrase that is its subject.
"Il a déclaré" names nobody: then there is no statement, however clear the sentence before is.
"""

from __future__ import annotations

import re

# --- words -------------------------------------------------------------------------------------

# Verbs in -er that report speech, without their ending; with the accents and cedillas they take.
_STEMS = """accus affirm ajout alert annonc annonç appel appell argu argument articul assur avou
balay clam comment confess confi confirm considèr considér constat critiqu condamn conseill déclar
demand dénonc dénonç déplor détaill enchaîn espèr espér estim évoqu exclam exhort exig exige
expliqu félicit fustig fustige indiqu indign inquièt inquiét insist insurg interrog interroge
invit ironis jug juge justifi lanc lanç martel martèl menac menaç mentionn not nuanc observ parl
pens plaid précis préconis proclam promulgu protest qualifi racont raill rappel rappell rassur
réaffirm réclam recommand regrett réitèr réitér rejet relat relev relèv remarqu répèt répét
répliqu résum rétorqu révèl révél salu signal souhait soulign soupir suggèr suggér témoign
tempêt tranch vant vitupèr"""
_ENDINGS = ("e", "ent", "ait", "aient", "a", "èrent")
_FINITE = """dit disait disent disaient répond répondait répondit répondent écrit écrivait écrivent
poursuit poursuivait poursuivit reconnaît reconnait reconnaissait conclut concluait prévient
prévenait soutient soutenait soutiennent maintient promet promettait admet admettait réjouit
réjouissait réjouissent souvient défend défendait avertit croit prétend prétendait
said says told tells added adds stated states declared noted notes explained explains warned warns
stressed stresses insisted insists argued argues claimed claims announced announces wrote writes
tweeted commented concluded concludes replied asked asks recalled recalls emphasised emphasized
underlined continued confirmed confirms acknowledged admitted admits called calls described
describes praised condemned condemns hailed welcomed pledged urged believes thinks denounced"""
_PARTICIPLES = """répondu poursuivi reconnu prévenu soutenu maintenu promis admis réjoui souvenu
défendu averti cru prétendu"""
_GERUNDS = """disant répondant écrivant poursuivant concluant soutenant maintenant promettant
reconnaissant admettant prévenant saying adding stating declaring noting explaining warning
stressing insisting arguing claiming announcing writing recalling emphasising emphasizing
calling describing praising condemning telling"""
_INFINITIVES = """dire répondre écrire poursuivre reconnaître conclure prévenir soutenir maintenir
promettre admettre défendre savoir valoir"""

_LETTERS = {
    "D": """le la les l' un une ce cet cette ces son sa ses leur leurs notre plusieurs certains
        certaines quelques chaque the an its his her their this these several""",  # begin a phrase
    "P": "de d' du des of von van der den el al bin ben da dos di del della zu ter",  # bind names
    "E": "à au aux en to for at",  # bind nouns, and much else
    "p": """dans sur avec par lors devant après avant pendant durant depuis sous sans contre entre
        vers chez malgré auprès via face suite grâce dès jusqu' parmi envers hors outre concernant
        pour in by with from during under against between into upon over through despite amid
        following before since""",
    "S": "selon according",
    "A": """s' se n' ne y lui eux elle-même lui-même pas plus aussi également notamment ensuite
        encore toujours enfin déjà ainsi alors cependant pourtant toutefois néanmoins donc bien
        clairement même hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche
        matin soir midi nuit veille lendemain janvier février mars avril mai juin juillet août
        septembre octobre novembre décembre jour jours semaine mois année ans heures fois
        presse télévision antenne issue occasion micro tribune part côté parallèle
        auparavant récemment immédiatement finalement simplement publiquement longuement vivement
        fermement notablement solennellement d'abord surtout seulement vite tard
        also then later yesterday today tomorrow monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november
        december reporters journalists earlier repeatedly not however meanwhile further again""",
    "s": "que qu' that si whether how why combien comment pourquoi",  # begin what is said
    "c": """comme lorsque lorsqu' quand tandis car puisque puisqu' parce as when because although
        quoique while if""",
    "q": "qui who which dont où lequel laquelle lesquels lesquelles whose",
    "i": """il elle on ils elles je j' nous vous tu c' ceci cela ça celui celle ceux celui-ci
        celle-ci ceux-ci celles-ci he she they it we i you""",
    "&": "et ou and or puis mais but",
    "M": """tient tenait tenu tint vient venait veut voulait voulu doit devait dû peut pouvait pu
        fait faisait fit continue continué""",  # with an infinitive
    "Z": "est sont était étaient été sera seront fut furent is are was were be been being",
    "X": "a ont avait avaient aurait auraient aura auront ait eut has have had ayant",
    "K": _PARTICIPLES,
    "G": _GERUNDS,
    "I": _INFINITIVES,
    "V": _FINITE,
}
_LEXICON = {word: letter for letter, words in _LETTERS.items() for word in words.split()}
for _stem in _STEMS.split():
    _LEXICON |= {_stem + ending: "V" for ending in _ENDINGS}
    _LEXICON |= {_stem + ending: "K" for ending in ("é", "ée", "és", "ées")}
    _LEXICON |= {_stem + "ant": "G", _stem + "er": "I"}
_ENGLISH = {"a": "D", "on": "p", "as": "c", "comment": "w", "part": "w", "plus": "w"}
_TITLES = frozenset(
    """m. mm. mme mmes mme. mlle mlle. mr mr. mrs mrs. ms ms. dr dr. drs pr pr. mgr mgr. sir lord
    sheikh cheikh prof. sen. rep. gov. gen. maître""".split()
)
# Verbs whose object may be followed by the quote: "demande au gouvernement de « … »".
_REQUESTS = re.compile("accus|appel|call|condamn|décri|demand|descri|exhort|invit|parl|prom|qual|urg")
_ROLE = re.compile(
    r"\b(?:\w*(?:président|ministre|minister|secrétaire|secretary|porte-parole|chancelier|commiss"
    r"|ambassad|responsable|chef|maire|député|avocat|juge|général|colonel|capitaine|patron|dirigeant"
    r"|délégué|gouverneur|pape|évêque|membre|représentant|spokes|officer|leader|chair|head|director"
    r"|mayor|general|chancellor|governor|judge|lawyer|analyst|expert|professor|candidat|fondat"
    r"|militant|habitant|témoin|procureur|proche|porte|cadre|reine?|king|queen|roi|prince|auteur"
    r"|présentat|chercheu|élu|premi|vice|préfet|attaché|conseill|spécialiste|doyen|gérant)\w*"
    r"|\w{2,}(?:teur|trice|iste|logue|cien|cienne|euse|ist)|l['’]une?)s?\b",
    re.IGNORECASE,
)
# Subjects that speak for nobody: documents, things, and words that point back.
_NO_SPEAKER = re.compile(
    r"(?:\w+['’]\s*)?(?:\w+\s+)??(?:rapport|communiqué|texte|documents?|études?|loi|déclaration"
    r"|accord|décision|résolution|réunion|article|lettre|message|mesure|situation|plan|projet|site"
    r"|sommet|création|derni[eè]re?s?|intéressée?|objectif|idée|raison|but|question|report|statement"
    r"|study|document|law|letter|former|latter|enquête|sondage|traité|titre|phrase|formule|note"
    r"|traduction|principe|sens|définition|usage|tradition|estimations?|informations?|chiffres)\b",
    re.IGNORECASE,
)  # fmt: skip

# --- patterns over the letters -----------------------------------------------------------------

_NAME = r"(?:T+P{0,2}D?N+|N+)(?:P{1,2}N+)?"
_PHRASE = (  # a noun phrase: an article begins one unless a preposition stands before it
    r"(?:(?<![PEpD])D|(?<![DPEpwNTO])(?=[TNOP]N|[TNO])|(?<![^,:;.Q&])(?=w))"
    r"(?:[wNTOd]|P[DA]?(?=[wNOTPd])|ED?(?=w)|E(?=N\w*$)|&(?=Pw*|w)|,(?=PD?N))*(?<=[wNTO])"
)
_BESIDE = r"[DwNTO][wNTOdPED&]*(?<=[wNTO])"
_ASIDE = r"[pEPAGKqdcIw][^;:Q,]{0,25}"
_SUBJECT = re.compile(
    rf"({_PHRASE})(?:,dA?w?)?(?:,({_BESIDE}))?(?:(?:,{_ASIDE}){{0,2}},|(?<=q))?A*$"
)
_VERB = re.compile(r"(?:X[^XVKZIGJQMisq:;]{0,8}?)(?:K|V)|(?:X[^XVKZIGJQMisq:;]{0,4}?)?M[PEA]{0,2}I|[VGIK]")
