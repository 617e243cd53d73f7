"""Make the files of the folder above, with LibreOffice, pandoc and python-docx."""

import subprocess
from datetime import datetime
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

HERE = Path(__file__).parent
OUT = HERE.parent
W = nsdecls("w")
DROPPED = ("thumbnail", "stylesWithEffects")


def run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=HERE)


def libreoffice() -> None:
    run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt",
        "--outdir", str(OUT), "grece.html")  # fmt: skip
    for form in ("docx:MS Word 2007 XML", "rtf:Rich Text Format"):
        run("soffice", "--headless", "--convert-to", form, "--outdir", str(OUT),
            str(OUT / "grece.odt"))  # fmt: skip


def pandoc() -> None:
    for form in ("odt", "rtf"):
        run("pandoc", "-s", "galileo.md", "-o", str(OUT / f"galileo.{form}"))


def add(paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(xml))


def word() -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(11)
    hidden = document.styles.add_style("Caché", WD_STYLE_TYPE.CHARACTER)
    hidden.font.hidden = True
    properties = document.core_properties
    properties.title, properties.created = "Galileo : deux satellites", datetime(2012, 10, 11)
    section = document.sections[0]
    section.header.paragraphs[0].text = "COMMUNIQUÉ DE PRESSE\tKourou, le 12 octobre 2012"
    section.footer.paragraphs[0].text = "Wikinews, 1 rue de l’Exemple – page 1"
    title = document.add_paragraph()
    letters = title.add_run("Lancement prévu aujourd’hui de deux satellites du programme Galileo")
    letters.bold, letters.font.size = True, Pt(16)
    lead = document.add_paragraph("C’est aujourd’hui, à 18 h 15 UTC, qu’une fusée ")
    add(lead, f'<w:del {W} w:id="1" w:author="a"><w:r><w:delText>Ariane</w:delText></w:r></w:del>')
    add(lead, f'<w:ins {W} w:id="2" w:author="a"><w:r><w:t>Soyouz</w:t></w:r></w:ins>')
    lead.add_run(" devrait lancer les satellites n° 3 et 4 depuis le centre spatial de Kourou.")
    lead.add_run(" À vérifier avec le service juridique.", style="Caché")
    box = document.add_paragraph()
    add(
        box,
        f"""<w:r {W}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>
        <w:txbxContent><w:p><w:r><w:t>Le système comptera trente satellites en 2020.</w:t></w:r>
        </w:p>
        </w:txbxContent></v:textbox></v:shape></w:pict></w:r>""",
    )
    document.add_heading("Le principe", 2)
    for item in ("un premier signal donne une sphère ;", "un second donne un cercle ;"):
        document.add_paragraph(item, style="List Number")
    for item in ("GPS", "GLONASS"):
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=0, cols=3)
    for row in (("Système", "Propriétaire", "Satellites"), ("GPS", "États-Unis", "31"),
                ("GLONASS", "Russie", "24")):  # fmt: skip
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Ce lancement sera suivi de dix autres jusqu’en 2014.")
    # Parts of python-docx's template that are larger than all the rest.
    for relations in (document.part.package.rels, document.part.rels):
        for key in [k for k, one in relations.items() if one.reltype.endswith(DROPPED)]:
            relations.pop(key)
    document.save(OUT / "galileo.docx")


if __name__ == "__main__":
    libreoffice()
    pandoc()
    word()
