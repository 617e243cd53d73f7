"""Questions for a date: which date answers, in which words, and when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import rag
from rag import messages


class Case(NamedTuple):
    """A release, a question about it, and the right answer.

    Attributes:
        name: of the case; also the name of its file.
        text: the release, in a .md file if it begins with "---", otherwise in a .txt file.
        question: a question for a date.
        value: the value of the right date; None for an abstention.
        words: what the answer's text must contain.
        of: whose date it is: ``event`` or ``release``.
    """

    name: str
    text: str
    question: str
    value: str | None
    words: str = ""
    of: str = "event"


CASES = [
    # -- the date is in another sentence of the passage, or of the release --------------------
    Case(
        "sentence-before",
        "Lausanne, le 4 mai 2011\n\nEnquête sur les barrages\n\nEn vue de la parution de l'enquête "
        "sur les barrages, la commission invite les journalistes, le 12 mai 2011, à une séance "
        "d'information avec les auteurs. Cette séance aura lieu à 9 h 15, à la salle des fêtes.",
        "Quand aura lieu la séance d'information sur les barrages ?",
        "2011-05-12",
        "12 mai 2011",
    ),
    Case(
        "sentence-before-undated",
        "Enquête sur les forêts\n\nEn vue de la parution de l'enquête sur les forêts, la "
        "commission invite les journalistes, le 12 mai 2011, à une séance d'information avec les "
        "auteurs. Cette séance aura lieu à 9 h 15, à la salle des fêtes.",
        "Quand aura lieu la séance d'information sur les forêts ?",
        "2011-05-12",
        "12 mai 2011",
    ),
    Case(
        "other-paragraph",
        "Brest, le 3 mars 2015\n\nLe salon nautique revient à Kerlouan\n\nLe salon nautique de "
        "Kerlouan réunira deux cents exposants venus de toute l'Europe, et trois pavillons seront "
        "consacrés aux voiles légères.\n\nOuverture au public du 18 au 21 juin 2015, de 10 heures "
        "à 19 heures, au parc des expositions. Entrée libre pour les moins de douze ans.",
        "Quand aura lieu le salon nautique de Kerlouan ?",
        "2015-06-18/2015-06-21",
        "du 18 au 21 juin 2015",
    ),
    Case(
        "practical-line",
        "---\ntitle: Un concert pour la restauration de l'orgue\ndate: 2018-09-04\n---\n\n"
        "L'association des amis de l'orgue donnera un concert à la collégiale de Vernon afin de "
        "financer la restauration de l'instrument.\n\nDate : samedi 6 octobre 2018, 20 h 30\n\n"
        "Lieu : collégiale Notre-Dame",
        "Quand aura lieu le concert pour la restauration de l'orgue ?",
        "2018-10-06",
        "6 octobre 2018",
    ),
    Case(
        "sentence-after",
        "Nantes, le 2 avril 2019\n\nUne nouvelle passerelle sur l'Erdre\n\nLa métropole a présenté "
        "la passerelle de la Jonelière. L'ouvrage, long de 180 mètres, sera réservé aux piétons et "
        "aux cyclistes. Son inauguration est fixée au 14 septembre 2020.",
        "Quand la passerelle de la Jonelière sera-t-elle inaugurée ?",
        "2020-09-14",
        "14 septembre 2020",
    ),
    Case(
        "en-sentence-before",
        "LONDON, 3 June 2013\n\nReview of the flood barriers\n\nThe board invites the press to the "
        "launch of the review of the flood barriers on 19 June 2013. The briefing will be held at "
        "10.30 am in room 12.",
        "When will the briefing on the flood barriers be held?",
        "2013-06-19",
        "19 June 2013",
    ),
    Case(
        "de-sentence-before",
        "Bern, 5. Mai 2014\n\nBericht über die Talsperren\n\nDie Kommission lädt die Medien am "
        "20. Mai 2014 zur Vorstellung des Berichts über die Talsperren ein. Die Medienkonferenz "
        "findet um 14.00 Uhr im Saal 86 statt.",
        "Wann findet die Medienkonferenz über die Talsperren statt?",
        "2014-05-20",
        "20. Mai 2014",
    ),
    Case(
        "release-date-is-right",
        "Toulouse, le 9 janvier 2017\n\nUn drone pour surveiller les digues\n\nLa société Aerolis "
        "lance le drone Milan, conçu pour la surveillance des digues.",
        "Quand la société Aerolis a-t-elle lancé le drone Milan ?",
        "2017-01-09",
        "9 janvier 2017",
        "release",
    ),
    # -- a number that is no date --------------------------------------------------------------
    Case(
        "resolution-number",
        "Genève, le 6 octobre 2010\n\nLe conseil crée une mission d'observation\n\nPréoccupé par "
        "la pêche illégale, le conseil de l'océan a créé ce matin une mission d'observation. Par "
        "sa résolution 1944 (2010), il la charge de surveiller les ports.",
        "Quand le conseil de l'océan a-t-il créé la mission d'observation ?",
        "2010-10-06",
        "ce matin",
    ),
    Case(
        "resolution-number-alone",
        "Genève, le 6 octobre 2012\n\nLe conseil crée un fonds pour les phares\n\nPar la résolution "
        "2043 (2011), adoptée à l'unanimité, le conseil des phares a créé un fonds de secours.",
        "Quand le conseil des phares a-t-il créé le fonds de secours ?",
        "2012-10-06",
        "6 octobre 2012",
        "release",
    ),
    Case(
        "fiscal-year",
        "WASHINGTON, March 9, 2005\n\nSenator Hale chairs hearing\n\nSenator Mary Hale delivered "
        "the following statement today at a hearing that she chaired on the Fiscal Year (FY) 2006 "
        "Budget for the Coast Survey.",
        "When did Senator Hale chair the hearing on the Coast Survey budget?",
        "2005-03-09",
        "today",
    ),
    Case(
        "budget-year",
        "Québec, le 12 mars 2008\n\nLe ministre dépose les crédits\n\nLe ministre Paul Roy a déposé "
        "hier à l'Assemblée le budget 2009 de la forêt.",
        "Quand le ministre Paul Roy a-t-il déposé le budget de la forêt ?",
        "2008-03-11",
        "hier",
    ),
    Case(
        "ship-of-year",
        "Le Havre, le 7 juin 2016\n\nLe Marie-Anne revient au port\n\nLe chalutier Marie-Anne, un "
        "navire de 1984, a été remis à l'eau après deux ans de travaux.",
        "Quand le chalutier Marie-Anne a-t-il été remis à l'eau ?",
        "2016-06-07",
        "7 juin 2016",
        "release",
    ),
    Case(
        "plan-range",
        "Namur, le 14 février 2022\n\nLe plan forêt prend forme\n\nLa mesure s'inscrit dans le plan "
        "forêt pour 2021-2027, déposé en octobre dernier par le gouvernement.",
        "Quand le plan forêt a-t-il été déposé ?",
        "2021-10",
        "en octobre dernier",
    ),
    Case(
        "plan-range-bare",
        "Namur, le 14 février 2021\n\nUn plan pour l'eau\n\nLe gouvernement adopte le plan Eau "
        "2021-2027, doté de trente millions d'euros.",
        "Quand le gouvernement a-t-il adopté le plan Eau ?",
        "2021-02-14",
        "14 février 2021",
        "release",
    ),
    Case(
        "law-number",
        "Paris, le 20 mai 2019\n\nLe décret sur les jardins est signé\n\nLe ministre a signé "
        "aujourd'hui le décret d'application de la loi n° 2018-938 du 30 octobre 2018 sur les "
        "jardins ouvriers.",
        "Quand le décret sur les jardins ouvriers a-t-il été signé ?",
        "2019-05-20",
        "aujourd'hui",
    ),
    Case(
        "it-law-of-year",
        "Roma, 8 luglio 2015\n\nNuovo fondo per i porti\n\nIl ministro ha istituito oggi un fondo "
        "per i porti, in attuazione della legge 84 del 1994.",
        "Quando il ministro ha istituito il fondo per i porti?",
        "2015-07-08",
        "oggi",
    ),
    # -- durations and hours --------------------------------------------------------------------
    Case(
        "duration",
        "Lyon, le 11 octobre 2012\n\nFédora 4.2 est disponible\n\nAprès 18 mois de travail, "
        "l'équipe Fédora est heureuse d'annoncer la sortie de la version 4.2 de son logiciel.",
        "Quand la version 4.2 de Fédora est-elle sortie ?",
        "2012-10-11",
        "11 octobre 2012",
        "release",
    ),
    Case(
        "duration-works",
        "Dijon, le 3 avril 2014\n\nLe musée rouvre ses portes\n\nLe musée des Ducs rouvre ses "
        "portes après trois ans de travaux.",
        "Quand le musée des Ducs rouvre-t-il ?",
        "2014-04-03",
        "3 avril 2014",
        "release",
    ),
    Case(
        "en-duration",
        "OSLO, 12 May 2016\n\nNordix 8 released\n\nAfter 14 months of development, the Nordix "
        "project announces the release of version 8.",
        "When was version 8 of Nordix released?",
        "2016-05-12",
        "12 May 2016",
        "release",
    ),
    Case(
        "hour",
        "Mâcon, le 17 juillet 2015\n\nAlerte aux orages\n\nDe violents orages sont attendus dans le "
        "Mâconnais demain à partir de 18 heures.",
        "Quand les orages sont-ils attendus dans le Mâconnais ?",
        "2015-07-18",
        "demain",
    ),
    Case(
        "hour-only",
        "Rennes, le 5 mai 2017\n\nLe maire reçoit les lycéens\n\nLe maire recevra les lycéens de "
        "Bréquigny ce vendredi, à 11 heures, à l'hôtel de ville.",
        "Quand le maire recevra-t-il les lycéens de Bréquigny ?",
        "2017-05-05",
        "ce vendredi",
    ),
    # -- two dates -----------------------------------------------------------------------------
    Case(
        "closed-and-held",
        "Lille, le 27 avril 2010\n\nNordis publie ses résultats\n\nLes résultats du premier "
        "trimestre clos le 31 mars 2010 seront présentés lors de l'assemblée générale de Nordis "
        "qui se tiendra ce jour, à 15 heures.",
        "Quand se tient l'assemblée générale de Nordis ?",
        "2010-04-27",
        "ce jour",
    ),
    Case(
        "until",
        "Berne, le 2 octobre 2024\n\nConsultation sur les eaux\n\nLors de sa séance du 1er octobre "
        "2024, le conseil a ouvert la consultation sur la loi sur les eaux. La consultation dure "
        "jusqu'au 15 janvier 2025.",
        "Jusqu'à quand dure la consultation sur la loi sur les eaux ?",
        "2025-01-15",
        "15 janvier 2025",
    ),
    Case(
        "until-one-sentence",
        "Metz, le 2 mai 2018\n\nUne exposition au centre Verlaine\n\nOuverte depuis le 14 avril "
        "2018, l'exposition Reflets se visite jusqu'au 30 septembre 2018 au centre Verlaine.",
        "Jusqu'à quand peut-on visiter l'exposition Reflets ?",
        "2018-09-30",
        "30 septembre 2018",
    ),
    Case(
        "since-one-sentence",
        "Metz, le 2 mai 2018\n\nUne exposition au centre Rimbaud\n\nOuverte depuis le 14 avril "
        "2018, l'exposition Ombres se visite jusqu'au 30 septembre 2018 au centre Rimbaud.",
        "Depuis quand l'exposition Ombres est-elle ouverte ?",
        "2018-04-14",
        "14 avril 2018",
    ),
    Case(
        "from-range",
        "Nîmes, le 2 mai 2018\n\nLa route du col fermée\n\nLa route du col de Mercou sera fermée à "
        "la circulation à compter du 4 juin 2018 et jusqu'au 20 juillet 2018, en raison de travaux.",
        "À partir de quand la route du col de Mercou sera-t-elle fermée ?",
        "2018-06-04",
        "4 juin 2018",
    ),
    Case(
        "adopted-and-in-force",
        "Bruxelles, le 3 décembre 2009\n\nLe règlement sur les batteries\n\nLe règlement sur les "
        "batteries, adopté le 12 novembre 2009, entrera en vigueur le 1er juillet 2010.",
        "Quand le règlement sur les batteries entrera-t-il en vigueur ?",
        "2010-07-01",
        "1er juillet 2010",
    ),
    Case(
        "adopted-not-in-force",
        "Bruxelles, le 3 décembre 2009\n\nLe règlement sur les pneus\n\nLe règlement sur les "
        "pneus, adopté le 12 novembre 2009, entrera en vigueur le 1er juillet 2010.",
        "Quand le règlement sur les pneus a-t-il été adopté ?",
        "2009-11-12",
        "12 novembre 2009",
    ),
    Case(
        "anniversary",
        "Caen, le 20 mai 2014\n\nHommage aux marins\n\nLa ville commémorera le 6 juin 2014 à Ver le "
        "naufrage du Saphir, survenu le 11 mars 1944.",
        "Quand le naufrage du Saphir est-il survenu ?",
        "1944-03-11",
        "11 mars 1944",
    ),
    Case(
        "en-until",
        "DUBLIN, 4 March 2019\n\nConsultation on seeds\n\nThe consultation on the Seeds Act opened "
        "on 1 March 2019 and runs until 30 April 2019.",
        "Until when does the consultation on the Seeds Act run?",
        "2019-04-30",
        "30 April 2019",
    ),
    Case(
        "de-until",
        "Wien, 4. März 2019\n\nAusstellung im Stadtmuseum\n\nDie Ausstellung Lichtblicke ist seit "
        "dem 1. März 2019 geöffnet und läuft bis zum 30. Juni 2019.",
        "Bis wann läuft die Ausstellung Lichtblicke?",
        "2019-06-30",
        "30. Juni 2019",
    ),
    Case(
        "es-since",
        "Madrid, 4 de marzo de 2019\n\nExposición en el museo\n\nLa exposición Luces, abierta desde "
        "el 1 de febrero de 2019, se puede visitar hasta el 30 de junio de 2019.",
        "¿Desde cuándo está abierta la exposición Luces?",
        "2019-02-01",
        "1 de febrero de 2019",
    ),
    Case(
        "nl-until",
        "Gent, 4 maart 2019\n\nTentoonstelling in het museum\n\nDe tentoonstelling Licht opende op "
        "1 maart 2019 en loopt tot 30 juni 2019.",
        "Tot wanneer loopt de tentoonstelling Licht?",
        "2019-06-30",
        "30 juni 2019",
    ),
    Case(
        "pt-until",
        "Lisboa, 4 de março de 2019\n\nExposição no museu\n\nA exposição Luzes abriu a 1 de março "
        "de 2019 e pode ser visitada até 30 de junho de 2019.",
        "Até quando pode ser visitada a exposição Luzes?",
        "2019-06-30",
        "30 de junho de 2019",
    ),
    # -- a day and a month without a year ------------------------------------------------------
    Case(
        "nominal-near-future",
        "---\ntitle: Tous mobilisés\ndate: 2019-11-12\n---\n\nLa fédération appelle à la grève dans "
        "les gares. Toutes les conditions sont réunies pour un grand 5 décembre dans les gares.",
        "Quand aura lieu la grève dans les gares ?",
        "2019-12-05",
        "5 décembre 2019",
    ),
    Case(
        "future-next-year",
        "Tours, le 20 novembre 2012\n\nUn colloque sur la Loire\n\nLe colloque sur la Loire se "
        "tiendra le 14 février à l'université de Tours.",
        "Quand se tiendra le colloque sur la Loire ?",
        "2013-02-14",
        "14 février 2013",
    ),
    Case(
        "past-year",
        "Tours, le 10 janvier 2012\n\nUn prix pour le château\n\nLe château de Villandry a reçu le "
        "prix des jardins le 18 décembre.",
        "Quand le château de Villandry a-t-il reçu le prix des jardins ?",
        "2011-12-18",
        "18 décembre 2011",
    ),
    Case(
        "call-for-papers",
        "Rouen, le 3 octobre 2011\n\nAppel à contributions\n\nDate limite d'envoi des "
        "contributions au colloque Estuaires : 15 janvier.",
        "Quelle est la date limite d'envoi des contributions au colloque Estuaires ?",
        "2012-01-15",
        "15 janvier 2012",
    ),
    Case(
        "year-unknown",
        "Le pont de Sully fermé\n\nLe pont de Sully sera fermé le 12 mars pour des travaux "
        "d'étanchéité.",
        "Quand le pont de Sully sera-t-il fermé ?",
        "--03-12",
        "12 mars",
    ),
    Case(
        "en-nominal",
        "BOSTON, November 20, 2018\n\nRally in the harbour\n\nUnions call for a rally in the "
        "harbour of Salem: everything is ready for a big January 15 in the harbour.",
        "When is the rally in the harbour of Salem?",
        "2019-01-15",
        "January 15",
    ),
    # -- relative dates ------------------------------------------------------------------------
    Case(
        "yesterday-not-release",
        "Arras, le 9 juin 2020\n\nUn accord pour le lait\n\nLes coopératives et le ministère ont "
        "signé hier un accord sur le prix du lait.",
        "Quand l'accord sur le prix du lait a-t-il été signé ?",
        "2020-06-08",
        "hier",
    ),
    Case(
        "relative-beside-old-date",
        "Arras, le 9 juin 2020\n\nUn accord pour le sucre\n\nConformément à la convention du 3 mars "
        "2018, les coopératives et le ministère ont signé hier un accord sur le prix du sucre.",
        "Quand l'accord sur le prix du sucre a-t-il été signé ?",
        "2020-06-08",
        "hier",
    ),
    Case(
        "next-month",
        "Auch, le 9 juin 2020\n\nUne halle neuve\n\nConstruite en 1894 puis rénovée, la halle "
        "d'Auch ouvrira ses portes le mois prochain.",
        "Quand la halle d'Auch ouvrira-t-elle ?",
        "2020-07",
        "le mois prochain",
    ),
    # -- seasons, quarters, parts of a year ----------------------------------------------------
    Case(
        "mid-year",
        "Reims, le 8 novembre 2021\n\nUn tramway pour Reims\n\nLa ligne C du tramway sera mise en "
        "service mi-2024.",
        "Quand la ligne C du tramway sera-t-elle mise en service ?",
        "2024",
        "mi-2024",
    ),
    Case(
        "quarter",
        "Reims, le 8 novembre 2021\n\nUne usine de batteries\n\nL'usine Voltéa démarrera au "
        "troisième trimestre 2023.",
        "Quand l'usine Voltéa démarrera-t-elle ?",
        "2023-35",
        "troisième trimestre 2023",
    ),
    Case(
        "autumn",
        "Reims, le 8 novembre 2021\n\nUne médiathèque neuve\n\nLa médiathèque Croix-Rouge ouvrira à "
        "l'automne 2022, après des travaux commencés en 2019.",
        "Quand la médiathèque Croix-Rouge ouvrira-t-elle ?",
        "2022-23",
        "automne 2022",
    ),
    # -- how a date is shown -------------------------------------------------------------------
    Case(
        "raw-stamp",
        "---\ntitle: Une écluse neuve\ndate: 2019-11-07T14:46:54.089Z\n---\n\nL'écluse de Bollène "
        "est mise en service par la compagnie du Rhône.",
        "Quand l'écluse de Bollène est-elle mise en service ?",
        "2019-11-07",
        "le 7 novembre 2019 (date du communiqué)",
        "release",
    ),
    Case(
        "raw-iso",
        "---\ntitle: Une grue neuve\ndate: 2020-02-01 08:00:00 +0100\n---\n\nLa grue Goliath est "
        "mise en service sur le quai nord de Sète.",
        "Quand la grue Goliath est-elle mise en service ?",
        "2020-02-01",
        "le 1er février 2020 (date du communiqué)",
        "release",
    ),
    Case(
        "numeric-stamp",
        "---\ntitle: Une vedette neuve\ndate: 07/11/2019\n---\n\nLa vedette Iroise est mise en "
        "service par la société de sauvetage à Molène.",
        "Quand la vedette Iroise est-elle mise en service ?",
        "2019-11-07",
        "7 novembre 2019",
        "release",
    ),
    # -- no date at all ------------------------------------------------------------------------
    Case(
        "nothing-stated",
        "Une rampe au port\n\nLa rampe du port de Doëlan est mise en service par la commune.",
        "Quand la rampe du port de Doëlan est-elle mise en service ?",
        None,
    ),
    Case(
        "only-a-number",
        "Un fonds pour les musées\n\nPar la résolution 1321 (2009), le conseil des musées a créé un "
        "fonds d'urgence.",
        "Quand le conseil des musées a-t-il créé le fonds d'urgence ?",
        None,
    ),
    Case(
        "only-a-duration",
        "Trégor 2.0 est disponible\n\nAprès 30 mois de développement, l'équipe annonce la version "
        "2.0 du logiciel Trégor.",
        "Quand la version 2.0 de Trégor a-t-elle été annoncée ?",
        None,
    ),
]
