"""Who says the words that a release quotes: names and roles from the same sentence, or nobody."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.statements.finding import statements
from tests.conftest import SEEDS


def said(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str | None, str]]:
    """(speaker, role, quote) of each statement, as the text has them."""
    return [
        (
            text[one.speaker.start : one.speaker.end],
            text[one.role.start : one.role.end] if one.role else None,
            text[one.quote.start : one.quote.end],
        )
        for one in statements(text, start, len(text) if end is None else end)
    ]


# Release, its statements in order: speaker, role, first and last words of the quote.
IN_THE_RELEASES = {
    "000": [],
    "001": [("M. Stoltenberg", None, "Cela reflète la", "solides et crédibles")],
    "002": [
        ("M. Stoltenberg", None, "L’Union européenne est", "flancs est et sud"),
        ("M. Stoltenberg", None, "C'est en particulier", "demeurer unis"),
    ],
    "003": [
        (
            "Jens Stoltenberg",
            "le secrétaire général de l’OTAN",
            "Les Alliés ont fermement",
            "l’emprise russe",
        ),
        ("M. Stoltenberg", None, "Les Alliés ont déjà", "forces d’invasion"),
        ("M. Stoltenberg", None, "les défis mondiaux", "l’échelle mondiale"),
    ],
    "004": [
        ("M. Stoltenberg", None, "La défense de la", "c’est en Ukraine"),
        ("Le secrétaire général", None, "les actes d’hostilité", "des Alliés"),
        ("M. Stoltenberg", None, "nous dissuader de", "soutenir l’Ukraine"),
    ],
}


@pytest.mark.parametrize("number", sorted(IN_THE_RELEASES))
def test_the_releases(number: str) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    body = path.read_text(encoding="utf-8")
    expected = IN_THE_RELEASES[number]
    lines, at = [], 0
    for line in body.splitlines(keepends=True):  # a passage is a paragraph of its body
        lines += said(body, at, at + len(line))
        at += len(line)
    for found in (said(body), lines):
        assert [(speaker, role) for speaker, role, _ in found] == [one[:2] for one in expected]
        for (_, _, quote), (_, _, first, last) in zip(found, expected, strict=True):
            assert quote.startswith(first)
            assert quote.endswith(last)


def test_what_the_releases_leave_to_a_pronoun_is_nobodys() -> None:
    bodies = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    quotes = " ".join(quote for body in bodies for _, _, quote in said(body))
    for left_out in (
        "Cela facilitera l’engagement",  # « … civiles« , a-t-il déclaré
        "la Russie continue de déstabiliser",  # Il a condamné …, affirmant que « … »
        "Nous appelons la Russie",  # », a-t-il déclaré
        "Mais rien ne nous en dissuadera",  # Et d’ajouter :
    ):
        assert any(left_out in body for body in bodies)
        assert left_out not in quotes


FRENCH = [
    # after the quote
    ("« La paix est proche », a déclaré Jean Dupont.", "Jean Dupont", None),
    ("« La paix est proche » , a-t-on dit ; « La paix est proche », dit Jean Dupont.", None, None),
    ("« La paix est proche« , a indiqué M. Dupont.", "M. Dupont", None),
    ("« La paix est proche », a encore ajouté Mme von der Leyen.", "Mme von der Leyen", None),
    ("« La paix est proche », s’est félicitée Mme d’Estaing.", "Mme d’Estaing", None),
    ("« La paix est proche », a déclaré hier à Bruxelles Jens Stoltenberg.", "Jens Stoltenberg"),
    ("« La paix est proche », a expliqué à l’AFP Jean Dupont.", "Jean Dupont", None),
    ("« La paix est proche », m’a confié M. Dupont.", "M. Dupont", None),
    ("« La paix est proche », selon J. D. Vance.", "J. D. Vance", None),
    ("« La paix est proche », d’après Jean-Marc d’Estaing.", "Jean-Marc d’Estaing", None),
    ("« La paix est proche », comme l’a dit Jean Dupont.", "Jean Dupont", None),
    ("« La paix est proche », a fait savoir l’OTAN.", "l’OTAN", None),
    ("« La paix est proche », a martelé Jean Dupont.", "Jean Dupont", None),  # not a listed verb
    ("« La paix est proche », a dit le porte-parole du ministère.", "le porte-parole du ministère"),
    ("« Oui », a répondu Volodymyr Zelensky.", "Volodymyr Zelensky", None),
    ("« Мир близько », a déclaré Володимир Зеленський.", "Володимир Зеленський", None),
    ("« La paix ? La paix ! C’est oui. » a dit Jean Dupont.", "Jean Dupont", None),
    (
        "« La paix est proche », a indiqué, mardi, le chef du parti, Jean Le Guen, à Lyon.",
        "Jean Le Guen",
        "le chef du parti",
    ),
    (
        "« La paix est proche », a dit Keir Starmer, premier ministre britannique, à Londres.",
        "Keir Starmer",
        "premier ministre britannique",
    ),
    (
        "« La paix est proche », a assuré le ministre ukrainien de la Défense Oleksii Reznikov.",
        "Oleksii Reznikov",
        "le ministre ukrainien de la Défense",
    ),
    (
        "« La paix est proche », a dit le général Abdel Fattah el-Sissi devant l’Assemblée.",
        "Abdel Fattah el-Sissi",
        "le général",
    ),
    (
        "« La paix est proche », a dit le chef de la diplomatie de l’UE Josep Borrell.",
        "Josep Borrell",
        "le chef de la diplomatie de l’UE",
    ),
    (
        "L’accord est « un pas de géant » pour tous, a estimé le maire de Paris, Anne Hidalgo.",
        "Anne Hidalgo",
        "le maire de Paris",
    ),
    # before the quote
    ("Dmytro Kouleba a déclaré : « La paix est proche. »", "Dmytro Kouleba", None),
    ("Dmytro Kouleba a déclaré que « la paix est proche ».", "Dmytro Kouleba", None),
    ("M. Dupont (PS) a dit : « La paix est proche. »", "M. Dupont", None),
    ("Interrogé par la presse, M. Dupont a répondu : « La paix est là. »", "M. Dupont", None),
    ("M. Dupont, qui a dit que « la paix est proche », est parti.", "M. Dupont", None),
    ("Pour Mme Dupont, « la paix est proche ».", "Mme Dupont", None),
    ("Selon l’ONU, la situation est « grave et sans précédent ».", "l’ONU", None),
    ("Le maire a qualifié cette décision de « crime de guerre absolu ».", "Le maire", None),
    ("M. Dupont salue l’accord, ajoutant : « La paix est proche. »", "M. Dupont", None),
    ("M. Dupont a reçu la presse et a déclaré : « La paix est là. »", "M. Dupont", None),
    ("Mme Dupont a elle déclaré que « la paix est proche ».", "Mme Dupont", None),
    ("De nombreux témoins ont dit : « La paix est proche. »", "De nombreux témoins", None),
    ("MM. Scholz et Macron ont déclaré : « La paix est proche. »", "MM. Scholz et Macron", None),
    ("La Chine, écrit Paul Martin, « est en train de gagner ».", "Paul Martin", None),
    (
        "Le maire a condamné l’attaque de lundi, affirmant que « la Russie ment toujours ».",
        "Le maire",
        None,
    ),
    (
        "Dmytro Kouleba, ministre des Affaires étrangères, a affirmé que « la paix est là ».",
        "Dmytro Kouleba",
        "ministre des Affaires étrangères",
    ),
    (
        "Le ministre des Affaires étrangères, du Commonwealth et du Développement, David Lammy,"
        " a déclaré : « La paix est proche. »",
        "David Lammy",
        "Le ministre des Affaires étrangères, du Commonwealth et du Développement",
    ),
    (
        "Dans son discours, le président Joe Biden a par ailleurs condamné « la guerre russe ».",
        "Joe Biden",
        "le président",
    ),
    (
        "Comme le précise l’ambassadeur de France, Bernard Bajolet : « La paix est proche. »",
        "Bernard Bajolet",
        "l’ambassadeur de France",
    ),
]
ENGLISH = [
    ("“We will not go,” said Keir Starmer.", "Keir Starmer", None),
    ('"We will not go," Keir Starmer said.', "Keir Starmer", None),
    ('"Why now?" Smith asked.', "Smith", None),
    (
        "“It is done,” the spokesman for the ministry told reporters.",
        "the spokesman for the ministry",
    ),
    ('The minister said: "We will act now."', "The minister", None),
    (
        'The Secretary General said the attacks were "a crime of war".',
        "The Secretary General",
        None,
    ),
    ('Mr. Smith called the plan "a step in the right direction".', "Mr. Smith", None),
    (
        "“We will not go,” said Keir Starmer, the British prime minister.",
        "Keir Starmer",
        "the British prime minister",
    ),
    (
        '"We will not go," NATO Secretary General Jens Stoltenberg said on Tuesday.',
        "Jens Stoltenberg",
        "NATO Secretary General",
    ),
    (
        'According to Dr. Jane O\'Neill, a researcher at Oxford, "the results are clear".',
        "Dr. Jane O'Neill",
        "a researcher at Oxford",
    ),
    (
        "The UK “would regret it forever”, Business Secretary Greg Clark has said.",
        "Greg Clark",
        "Business Secretary",
    ),
]


@pytest.mark.parametrize("case", FRENCH + ENGLISH, ids=lambda case: case[0][:60])
def test_made_up(case: tuple[str | None, ...]) -> None:
    text, speaker, role = (*case, None)[:3]
    assert text is not None
    found = said(text)
    if speaker is None:  # two in one: nobody for the first, a name for the second
        assert [one[0] for one in found] == ["Jean Dupont"]
    else:
        assert [one[:2] for one in found] == [(speaker, role)]


@pytest.mark.parametrize(
    "text",
    [
        "« La paix est proche », a-t-il déclaré.",
        "« La paix est proche », dit-elle à M. Dupont.",
        "« La paix est proche », a-t-on appris de source proche.",
        "« La paix est proche », peut-on lire dans le rapport.",
        "« La paix est proche », selon lui, le projet avance.",
        "Il a affirmé que « la paix est proche ».",
        "Il a condamné l’attaque, affirmant que « la paix est proche ».",
        "M. Dupont est venu. Il a dit : « La paix est proche. »",
        "M. Dupont est venu. « La paix est proche », a-t-elle ajouté.",
        "Et d’ajouter : « La paix est proche. »",
        "Ce dernier a déclaré que « la paix est proche ».",
        "Le communiqué précise que « les travaux commenceront en mai ».",
        "La « cellule » a été créée par M. Dupont.",
        "M. Dupont a annoncé la création d’une « cellule ».",
        "Il a présenté le livre « Les bâtisseurs de la gloire » au théâtre.",
        "Selon M. Dupont, le programme « Un monde sans faim » avance.",
        "« Les Bâtisseurs de la gloire » a remporté le prix.",
        "“We will not go,” he said.",
        "He told Mr. Smith that “we will not go”.",
        'He was known as "the man of the north" in London.',
        "« La paix est proche, a déclaré M. Dupont.",
        "La paix est proche », a déclaré M. Dupont.",
        "M. Dupont a déclaré : « »",
        "M. Dupont a déclaré que la paix est proche.",
        "",
    ],
)
def test_nobody(text: str) -> None:
    assert said(text) == []


def test_marks_of_every_kind_and_nested() -> None:
    for opening, closing in ["«»", "“”", "„“", '""', ("« ", " »"), ("«\u202f", "\u00a0»")]:
        text = f"{opening}La paix est proche{closing}, a déclaré Jean Dupont."
        assert said(text) == [("Jean Dupont", None, "La paix est proche")]
    nested = "« Il a dit « oui, “vraiment” » hier. Et puis non », a raconté Jean Dupont."
    assert [one[2] for one in said(nested)] == ["Il a dit « oui, “vraiment” » hier. Et puis non"]


def test_a_mark_without_its_partner_swallows_nothing() -> None:
    for lost in ("« La paix commence ici. ", '"La paix commence ici. ', "“La paix commence. "):
        text = f"{lost}M. Dupont a dit : « La guerre est finie. » Mme Martin est partie."
        assert said(text) == [("M. Dupont", None, "La guerre est finie.")]
    text = "« La paix commence.\n\nM. Dupont a dit que la guerre est finie », a dit Mme Martin."
    assert said(text) == []


def test_several_quotes_in_a_sentence() -> None:
    text = "« Il faut agir », a expliqué Jean Dupont, avant d’ajouter : « Et vite, maintenant. »"
    assert [one[0] for one in said(text)] == ["Jean Dupont", "Jean Dupont"]
    text = "« Il faut agir », a dit Jean Dupont ; « non, merci bien », a répondu Anne Martin."
    assert [one[0] for one in said(text)] == ["Jean Dupont", "Anne Martin"]
    text = "M. Dupont veut « agir sans attendre », mais Anne Martin a dit : « Rien ne presse. »"
    assert said(text)[-1] == ("Anne Martin", None, "Rien ne presse.")
    text = "M. Dupont a promis de « tenir ses engagements » et de « réformer le pays entier »."
    assert [one[0] for one in said(text)] == ["M. Dupont", "M. Dupont"]


def test_only_the_passage_is_read() -> None:
    text = "M. Dupont a dit : « La paix est proche. » Fin."
    assert said(text, 12) == []
    assert said(text, 0, text.index("»")) == []
    assert said(text, -5, 10_000) == said(text)
    assert said(text, 30, 3) == []


_PIECES = """«|»|“|”|„|"|, |. | : |; |(|)|a déclaré que|M. Dupont|l’|OTAN|le ministre|selon |dit-il|
said|the|Jean |qui |affirmant |et |de |J. D.|3|É|« a »| |e\u0301|\u00a0|\ue000|\ue001|\n\n""".split(
    "|"
)
_SENTENCES = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@given(st.one_of(st.text(max_size=200), _SENTENCES), st.integers(-3, 60), st.integers(-3, 200))
def test_spans_lie_in_the_passage_and_apart(text: str, start: int, end: int) -> None:
    for one in statements(text, start, end):
        spans = [one.quote, one.speaker, *([one.role] if one.role else [])]
        for span in spans:
            assert max(start, 0) <= span.start < span.end <= min(end, len(text))
            assert text[span.start : span.end] == text[span.start : span.end].strip()
        ordered = sorted(spans, key=lambda span: span.start)
        for left, right in pairwise(ordered):
            assert left.end <= right.start


@pytest.mark.parametrize(
    "unit",
    [
        *("«", '"', "«»", '"« ', "« a b c » ", '"a b c," said X. ', "X a dit que « a b c », "),
        *(
            "(",
            "A.",
            "de ",
            "hier ",
            "« a b c », a hier, à la de le ",
            "« a b c » Jean de la Fos, ",
        ),
    ],
)
def test_a_hundred_thousand_characters_take_no_long_time(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + " « a b c d », a dit X."
    begun = time.thread_time()
    statements(text, 0, len(text))
    assert time.thread_time() - begun < 10
