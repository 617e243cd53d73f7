"""Mails and saved pages: the own text, what the headers state, attachments that are releases.
``tests/data/rows/README.md`` tells where the files come from."""

from __future__ import annotations

import base64
import io
from email.message import EmailMessage
from pathlib import Path

import pytest

import rag
from rag import messages
from rag.config import ColumnSettings
from rag.corpus.formats import Part
from rag.corpus.formats.mail import expand
from rag.corpus.formats.mail.headers import decode_bytes
from rag.corpus.formats.mail.plain import own_text, without_marks
from rag.corpus.listing import list_corpus
from rag.corpus.parts import Parts, with_parts
from rag.corpus.reading import read_release
from rag.types import Release
from tests.conftest import paragraph, write
from tests.test_tables import DATA

TEXT = paragraph("oies")
HEAD = "Subject: Un titre\nDate: Fri, 12 Mar 2021 10:00:00 +0100\nFrom: a@mairie.example\n"


def parts(data: bytes | str) -> list[Part]:
    content = data.encode() if isinstance(data, str) else data
    return list(expand(io.BytesIO(content), ColumnSettings()))


def own(data: bytes | str) -> str:
    (part,) = [part for part in parts(data) if not part.name]
    return part.read().decode()


def refusal(data: bytes | str) -> str:
    with pytest.raises(rag.UnreadableFileError) as caught:
        parts(data)
    for code in messages.LANGUAGES:
        with messages.use(code):
            assert str(caught.value)
    return caught.value.key


def read(corpus: Path, data: bytes | str | None = None, name: str = "a.eml") -> dict[str, Release]:
    """The releases in a mail by source. Without data, the file is one of ``tests/data/rows``."""
    content = (DATA / name).read_bytes() if data is None else data
    (corpus / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with Parts(ColumnSettings()) as found:
        listing = with_parts(list_corpus(corpus), lambda file: found.expand(file.path))
        return {one.source: read_release(one, found.read(one)) for one in listing.files}


# -- files of several programs --------------------------------------------------------------------


def test_a_mail_is_a_release_and_so_are_its_attachments(corpus: Path) -> None:
    found = read(corpus, name="courriel-python.eml")
    mail = found["courriel-python.eml"]
    assert mail.id == "courriel-python"
    assert mail.title == "France : le SMIC augmentera de 2 %"
    assert (mail.published.value, mail.published.stated_by) == ("2012-06-26", "file")
    assert mail.published.words == "Tue, 26 Jun 2012 18:30:00 +0200"
    assert mail.origin == "travail.example.fr"
    assert mail.blocks[0].kind == "title"  # the heading of the HTML part
    text = found["courriel-python.eml/Minitel - fin de service.txt"]
    assert text.id == "Minitel - fin de service"
    assert (text.published.value, text.published.stated_by) == ("2012-06-22", "header")
    (inner,) = [one for source, one in found.items() if source.endswith(".eml/" + one.id + ".eml")]
    assert inner.title.startswith("France : Hewlett-Packard va supprimer 520 postes")
    assert (inner.published.value, inner.origin) == ("2012-07-02", "example.com")


def test_a_signature_and_a_quoted_mail_are_no_part_of_the_text(corpus: Path) -> None:
    found = read(corpus, name="courriel-thunderbird.eml")
    (mail,) = found.values()
    assert mail.title == "Science : découverte du Boson de Higgs"
    assert (mail.published.value, mail.language) == ("2012-07-04", "fr")
    assert "décou" in mail.body
    for other in ("Attachée de presse", "quota secret", "a écrit"):
        assert other not in mail.body


def test_a_forwarded_mail_is_the_release_with_its_own_date_and_sender(corpus: Path) -> None:
    (mail,) = read(corpus, name="courriel-outlook.eml").values()
    assert mail.title.startswith("Chômage : Le nombre d'emplois menacés")
    assert (mail.published.value, mail.origin) == ("2012-07-05", "cgt.example.fr")
    for other in ("Pour info", "Envoyé", "Objet", "mailto"):
        assert other not in mail.body
    assert "La CGT tiendra les 9 et 10 juillet" in mail.body


def test_a_saved_page_has_its_own_date_and_address(corpus: Path) -> None:
    (page,) = read(corpus, name="page-chrome.mhtml").values()
    assert page.title == "États-Unis : Lancement réussi pour Space X Dragon"
    assert page.published.value == "2012-05-22"  # and not 2022, when it was saved
    assert page.url == "https://fr.wikinews.org/wiki/43971"
    assert "Accueil" not in page.body


# -- headers --------------------------------------------------------------------------------------


def test_the_day_of_sending_gives_way_to_the_date_of_the_text(corpus: Path) -> None:
    body = f"{HEAD}Content-Type: text/plain; charset=utf-8\n\n"
    release = read(corpus, f"{body}Paris, le 10 mars 2021\n\n{TEXT}\n")["a.eml"]
    assert (release.published.value, release.published.stated_by) == ("2021-03-10", "header")
    assert not release.published.doubtful
    assert read(corpus, f"{body}{TEXT}\n")["a.eml"].published.value == "2021-03-12"


def test_a_date_is_a_hint_for_what_is_attached(corpus: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Un envoi", "Fri, 12 Mar 2021 10:00:00 +0100"
    mail.set_content("Voir le communiqué ci-joint.")
    mail.add_attachment(TEXT, filename="communiqué.txt")
    attached = read(corpus, mail.as_bytes())["a.eml/communiqué.txt"]
    assert (attached.published.value, attached.published.doubtful) == ("2021-03-12", True)


def test_the_day_of_forwarding_is_a_hint_alone(corpus: Path) -> None:
    head = "De : Mairie <m@mairie.example>\nEnvoyé : {}\nÀ : Marie\nObjet : Le port\n\n"
    for sent, date, doubtful in (("5 mars 2021", "2021-03-05", False), ("?", "2021-03-12", True)):
        text = HEAD.replace("Un titre", "TR: Un titre") + "\n" + head.format(sent) + TEXT
        published = read(corpus, text)["a.eml"].published
        assert (published.value, published.doubtful) == (date, doubtful)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("=?utf-8?B?" + base64.b64encode("L’été à Évreux".encode()).decode() + "?=",
         "L’été à Évreux"),
        ("=?iso-8859-1?Q?L'=E9t=E9?=\n =?iso-8859-1?Q?_=E0_=C9vreux?=", "L'été à Évreux"),
        ("=?windows-1252?Q?Re=3A_TR_=3A_L=92=E9t=E9?=", "L’été"),
        ("RE: Fwd: WG: L'été", "L'été"), ("=?x-unknown?Q?=C3=A9t=C3=A9?=", "été"),
        ("Réunion: le programme", "Réunion: le programme"), ("=?utf-8?B?%%%?=", None),
    ],
)  # fmt: skip
def test_subjects_are_decoded_and_without_marks(header: str, title: str | None) -> None:
    (part,) = parts(f"Subject: {header}\nFrom: a@b.example\n\n{TEXT}\n")
    if title is not None:
        assert part.stated["title"] == title


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable", "base64"])
def test_charsets_and_transfer_encodings(charset: str, transfer: str) -> None:
    text = f"L'été à Évreux, {TEXT.replace('’', chr(39))}\n"
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(text, charset=charset, cte=transfer)
    assert own(mail.as_bytes()).split() == text.split()


def test_a_wrong_charset_does_not_spoil_the_letters() -> None:
    head = "Subject: x\nContent-Type: text/plain; charset={}\n\n"
    for stated, real in (("us-ascii", "utf-8"), ("utf-8", "cp1252"), ("none", "utf-8")):
        data = head.format(stated).encode() + f"L'été à Évreux. {TEXT}".encode(real)
        assert own(data).startswith("L'été à Évreux.")


@pytest.mark.parametrize("charset", ["utf\0-8", "undefined", "hex", "nope", ""])
def test_a_charset_that_is_none_is_left_alone(charset: str) -> None:
    assert decode_bytes("Le pont a été ouvert.".encode(), charset) == "Le pont a été ouvert."


def test_flowed_lines_are_whole_paragraphs() -> None:
    head = "Subject: x\nContent-Type: text/plain; format=flowed\n\n"
    assert (
        own(f"{head}Le port ouvre \nlundi.\n\nDeux.\n-- \nMarie\n")
        == "Le port ouvre lundi.\n\nDeux."
    )


# -- the own text ---------------------------------------------------------------------------------

QUOTE = "> Bonjour,\n> une question\n"


@pytest.mark.parametrize(
    "tail",
    [
        f"Le 12 mars 2021 à 10:02, Paul Petit <p@x.example> a écrit :\n\n{QUOTE}",
        f"Le ven. 12 mars 2021 à 10:02, Paul Petit <paul.petit@x.example> a\nécrit :\n{QUOTE}",
        f"On 12/03/2021 10:02, Paul wrote:\n{QUOTE}",
        "-----Message d’origine-----\nDe : Paul\nEnvoyé : vendredi 12 mars 2021\nÀ : Marie\n"
        "Objet : une question\n\nBonjour,\nune question\n",
        "De: Paul <p@x.example>\nDate: 12 mars 2021\nSujet: une question\n\nBonjour,\n",
        "________________________________\nFrom: Paul\nSent: Friday\nTo: Marie\nSubject: x\n\nHi\n",
        "-- \nMarie Durand\nAttachée de presse\n",
        "Envoyé de mon iPhone\n",
        "Sent from my Samsung\n\n",
        "--\nMarie\n",
    ],
)
def test_what_stands_below_the_own_text_of_a_reply_is_left_out(tail: str) -> None:
    assert own_text(f"{TEXT}\n\n{tail}", "RE: une question").text == TEXT


@pytest.mark.parametrize(
    "above",
    [
        "---------- Forwarded message ---------\nDe : Mairie <m@mairie.example>\n"
        "Date: ven. 12 mars 2021 à 10:02\nSubject: Le port rouvre\nTo: <a@b.example>\n\n\n",
        "Pour info.\n\n-------- Message transféré --------\nSujet : \tLe port rouvre\n"
        "Date : \tFri, 12 Mar 2021 10:02:00 +0100\n"
        "De : \tMairie <m@mairie.example>\nPour : \ta@b.example\n\n",
        "Début du message réexpédié :\n\n> De: Mairie <m@mairie.example>\n> Date: 12 mars 2021\n"
        "> Objet: Le port rouvre\n\n",
        "De : Mairie [mailto:m@mairie.example]\nEnvoyé : vendredi 12 mars 2021 10:02\n"
        "À : Rédaction; Marie\nObjet : Le port rouvre\n\n",
    ],
)
def test_of_a_forwarded_mail_the_text_stays_with_what_its_head_states(above: str) -> None:
    found = own_text(f"{above}{TEXT}\n", "TR: Le port rouvre")
    assert found.text == TEXT
    assert found.head["subject"] == "Le port rouvre"
    assert "m@mairie.example" in found.head["sender"]
    assert "12" in found.head["sent"]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a écrit :\n\n« Nous viendrons lundi. »",
        "Au programme :\n> Un concert\n> Un bal\nEntrée libre.",
        "Date : 12 mars\nLieu : Paris\nObjet : le port\n\nLe port rouvre.",
        "Le maire -- qui préside -- a dit : « De : rien. »",
    ],
)
def test_a_release_that_looks_like_a_quote_stays_whole(text: str) -> None:
    assert own_text(text, "Le port rouvre").text == text


def test_marks_before_a_subject() -> None:
    assert without_marks("Re: RE : Tr: [Presse] Le port") == "[Presse] Le port"
    assert without_marks("Recherche : le port") == "Recherche : le port"


@pytest.mark.parametrize(
    "quote",
    [
        '<div class="moz-cite-prefix">Le 12/03/2021, Paul a écrit :</div>'
        '<blockquote type="cite">une question</blockquote>',
        '<div class="gmail_quote"><div class="gmail_attr">Le ven. 12 mars, Paul a écrit :<br></div>'
        "<blockquote>une question</blockquote></div>",
        '<div id="divRplyFwdMsg"><b>De :</b> Paul<br><b>Envoyé :</b> vendredi<br><b>À :</b> Marie'
        "<br><b>Objet :</b> x</div><div><p>une question</p></div><p>une question</p>",
        '<div class="gmail_signature">une question</div>', '<div id="Signature">une question</div>',
    ],
)  # fmt: skip
def test_quotes_and_signatures_of_html_are_left_out(quote: str) -> None:
    html = f"<html><body><p>{TEXT}</p><p>Deux.</p>{quote}</body></html>"
    head = "Subject: RE: x\nContent-Type: text/html; charset=utf-8\n\n"
    text = own(f"{head}{html}")
    assert TEXT in text
    assert "question" not in text


@pytest.mark.parametrize(
    "head",
    [
        '<div class="moz-forward-container">-------- Message transféré --------<table>'
        "<tr><th>Sujet : </th><td>Le port rouvre</td></tr><tr><th>Date : </th><td>12 mars 2021</td>"
        "</tr><tr><th>De : </th><td>m@mairie.example</td></tr></table><br>",
        '<div class="gmail_quote"><div class="gmail_attr">-------- Forwarded message -----<br>'
        "De : <b>Mairie</b> &lt;m@mairie.example&gt;<br>Date: 12 mars 2021<br>"
        "Subject: Le port rouvre<br>To: a@b.example<br></div>",
    ],
)
def test_of_a_forwarded_mail_in_html_the_text_stays(head: str) -> None:
    html = f"<html><body><p>Pour info.</p>{head}<p>{TEXT}</p><p>Deux.</p></div></body></html>"
    (part,) = parts(f"Subject: Fwd: x\nContent-Type: text/html; charset=utf-8\n\n{html}")
    text = part.read().decode()
    assert TEXT in text
    for other in ("Pour info", "Message transféré", "Forwarded", "mairie"):
        assert other not in text
    assert part.stated["title"] == "Le port rouvre"
    assert part.stated["origin"] == "mairie.example"


def test_plain_text_comes_first_where_html_says_no_more() -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(f"{TEXT}\n")
    mail.add_alternative(f"<html><body><div>{TEXT}</div></body></html>", subtype="html")
    (part,) = parts(mail.as_bytes())
    assert part.suffix == ".txt"


# -- attachments ----------------------------------------------------------------------------------


def test_every_attachment_is_read_or_told_and_pictures_in_the_text_are_not(corpus: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(TEXT)
    mail.add_alternative(f"<p>{TEXT}</p><p><img src='cid:1'></p>", subtype="html")
    mail.get_payload()[1].add_related(b"x", "image", "png", cid="<1>")  # type: ignore[union-attr, index]
    mail.add_attachment(b"x", maintype="image", subtype="jpeg", filename="photo.jpg")
    mail.add_attachment(f"id,texte\n1,{TEXT}\n", subtype="csv", filename="../t.csv")
    mail.add_attachment(TEXT, filename="a/b.txt")
    mail.add_attachment(TEXT + "2", filename="a/b.txt")
    write(corpus, "a.eml", mail.as_string())
    with Parts(ColumnSettings()) as found:
        expanded = found.expand(corpus / "a.eml")
    assert [part.name for part in expanded.parts] == [
        "", "/t.csv#1", "/a-b.txt", "/a-b-2.txt",
    ]  # fmt: skip
    told = [(one.source, one.reason) for one in expanded.skipped]
    assert told == [("/photo.jpg", "file.no_reader")]


def test_mails_in_mails_are_read_two_deep(corpus: Path) -> None:
    mail = EmailMessage()
    for number in range(4):
        outer = EmailMessage()
        outer["Subject"] = f"Titre {number}"
        outer.set_content(f"{number} {TEXT}")
        if number:
            outer.add_attachment(mail)
        mail = outer
    write(corpus, "a.eml", mail.as_string())
    with Parts(ColumnSettings()) as found:
        expanded = found.expand(corpus / "a.eml")
    assert [part.name for part in expanded.parts] == [
        "", "/Titre 2.eml", "/Titre 2.eml/Titre 1.eml",
    ]  # fmt: skip
    assert [one.reason for one in expanded.skipped] == ["file.too_deep"]


# -- mails that cannot be read --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("", "file.empty"), ("Bonjour le monde", "file.not_mail"),
        (b"\x00\x01" * 99, "file.not_mail"),
        ("Subject: x\n\n", "file.empty_mail"),
        ("Subject: x\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\na\n--x--\n",
         "file.encrypted_mail"),
        ("Subject: x\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG",
         "file.encrypted_mail"),
        ("".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000)),
         "file.broken"),
    ],
)  # fmt: skip
def test_a_mail_that_cannot_be_read_is_refused(data: bytes | str, key: str) -> None:
    assert refusal(data) == key


@pytest.mark.parametrize(
    "data",
    [
        "Subject: " + "=?utf-8?q?=C3=A9?= " * 200_000 + f"\n\n{TEXT}",
        "Content-Type: text/plain; " + 'a="b"; ' * 300_000 + f"\n\n{TEXT}",
        "From: " + "a@b.c, " * 300_000 + f"\n\n{TEXT}",
        "Subject: x\n" * 100_000 + f"\n{TEXT}",
        "Subject: x\n\n" + "> x\n" * 100_000 + TEXT,
        "Subject: x\n\n" + "De : x\n" * 100_000 + TEXT,
        "Subject: x\nContent-Type: text/html\n\n" + "<div>" * 50_000 + TEXT,
    ],
)
def test_a_hostile_mail_is_read_at_once(data: str) -> None:
    assert any(TEXT in part.read().decode() for part in parts(data) if not part.problem)
