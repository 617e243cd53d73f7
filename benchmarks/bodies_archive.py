"""Write an archive of press releases that state known facts over time.

The facts stand in ``bodies_facts``, and the wordings in ``bodies_phrases``. Offices change hands,
figures are stated for several years, names join lists, events are held again, and two releases
differ. Each release also says things of no concern: other people with other offices, other numbers.
The same seed gives the same files.

Half of the releases state their date in the text, most others in front matter or a ``<meta>``. A
few have none: only those whose text says the time of the fact.

Behind them stand real texts as background, up to 2,000: Wikinews, NTREX, and speeches of the
Canadian House of Commons of 150 to 400 words that speak of ministers, budgets and the like.

    python -m benchmarks.bodies_archive [--seed 1] [--background 500] [--data FOLDER]
"""

from __future__ import annotations

import calendar
import html
import random
import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from benchmarks.archive import debates
from benchmarks.bodies_facts import (
    ABOUT,
    ABOUT_KEY,
    ABOUT_RELEASES,
    EVENTS,
    FIGURES,
    LISTS,
    OFFICES,
    TOLD,
    Event,
    Figure,
    Holder,
    Joined,
    Office,
    Told,
)
from benchmarks.bodies_phrases import (
    APPOINTED,
    COUNTED,
    DOMAINS,
    HELD,
    JOINED,
    MEN,
    MENTIONED,
    MONTHS,
    SECOND,
    SURNAMES,
    WATCHED,
    WOMEN,
    in_words,
)
from benchmarks.common import WORK, parser, require

SEED = 1
FOLDER = "bodies"
MAX_BACKGROUND = 2_000
FACT_FOLDER = "communiques"
"""Where the releases with facts lie in the archive."""
TAIL = "Contact presse : service de la communication, du lundi au vendredi."
_WORDS = re.compile(
    r"\b(?:ministres?|présidente?s?|directeurs?|directrices?|budgets?|population|partenaires?|"
    r"ambassadeurs?|porte-parole|secrétaires?|maires?|millions)\b",
    re.I,
)
_WOMAN = re.compile(r"(?:sous-)?\w*(?:ente|trice|ière|ieure|effe|sule|ée)\b|\w+ adjointe\b")
_ARTICLES = ("le ", "la ", "les ", "l'")
_ELIDED = re.compile(r"\bde (?=[AEIOUÉ])")
_NBSP = "\u202f"

Dated = Literal["text", "meta", "none"]


@dataclass(frozen=True, slots=True)
class Written:
    """A release of the archive.

    Attributes:
        file: its path in the archive, with ``/``.
        content: the file.
        day: its day.
        dated: where it states its day.
        facts: the keys of the facts of which it speaks.
        paragraphs: its title and its paragraphs, without its day.
    """

    file: str
    content: str
    day: date
    dated: Dated
    facts: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    """What a release is to say, before the rest is put around it."""

    key: str
    day: date
    town: str
    org: str
    domain: str
    paragraphs: list[str]
    title: str = ""
    language: str = "fr"
    timed: bool = False
    about: bool = False
    facts: list[str] = field(default_factory=list)


# French


def de(noun: str) -> str:
    """A noun after *de*: ``le fonds`` gives ``du fonds``."""
    if noun.startswith("le "):
        return f"du {noun[3:]}"
    if noun.startswith("les "):
        return f"des {noun[4:]}"
    vowel = unicodedata.normalize("NFD", noun)[0] in "AEIOUaeiou"
    return f"d'{noun}" if vowel else f"de {noun}"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def bare(noun: str) -> str:
    """A noun without its article."""
    for article in _ARTICLES:
        if noun.startswith(article):
            return noun[len(article) :]
    return noun


def written_day(day: date) -> str:
    """``1er avril 2016``."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(month: str, rng: random.Random) -> date:
    """A day in the middle of a month: from the 5th to the 24th."""
    year, number = map(int, month.split("-"))
    return date(year, number, rng.randint(5, 24))


def digits(number: float, rng: random.Random) -> str:
    """A number in digits, with one of the separators that French releases have."""
    if number != int(number):
        return f"{number:.1f}".replace(".", ",")
    grouped = f"{int(number):,}"
    return grouped.replace(",", rng.choice((" ", " ", " ", "\u00a0", _NBSP, ".")))


def amount(number: float, unit: str, rng: random.Random) -> str:
    """A number with its unit; a round one sometimes in words."""
    whole = number == int(number)
    if whole and (number < 100 or number % 1000 == 0) and number < 1_000_000 and rng.random() < 0.4:
        return f"{in_words(int(number))} {unit}"
    if unit == "euros" and number >= 1_000_000:
        return f"{number / 1e6:.2f} million d'euros".replace(".", ",")
    return f"{digits(number, rng)} {unit}"


def person(role: str, rng: random.Random) -> str:
    """A name of no concern for someone with an office."""
    woman = _WOMAN.match(role) is not None
    return f"{rng.choice(WOMEN if woman else MEN)} {rng.choice(SURNAMES)}"


def filled(wording: str, rng: random.Random, domain: str, **values: str) -> str:
    """A wording with its fields; each ``x`` is there with a capital as ``X`` too."""
    words = DOMAINS[domain]
    values["otherrole"] = rng.choice(words.roles)
    values["other"] = person(values["otherrole"], rng)
    values |= {
        f"of_{key}": de(values[key]) for key in ("name", "old", "role", "other") if values.get(key)
    }
    quote = rng.choice(words.quotes)
    values |= {"quote": quote, "small": quote[:1].lower() + quote[1:]}
    values["n"] = digits(rng.randint(21, 99) * rng.choice((1, 10, 100)), rng)
    return wording.format(**values, **{capital(k): capital(v) for k, v in values.items()})


# Facts to drafts


def _holder_values(office: Office, holder: Holder) -> dict[str, str]:
    woman = holder.sex == "f"
    role = office.roles[woman]
    return {
        "name": holder.name,
        "mx": f"{'Mme' if woman else 'M.'} {holder.name.split(' ', 1)[1]}",
        "role": role,
        "of": office.of,
        "le": "l'" if role[0] in "aeiou" else "la " if woman else "le ",
        "e": "e" if woman else "",
        "il": "elle" if woman else "il",
    }


def _offices(seed: int) -> Iterator[_Draft]:
    for office in OFFICES:
        old = ""
        for holder in office.holders:
            values = _holder_values(office, holder)
            for month in (*((holder.since,) if holder.since else ()), *holder.mentions):
                rng = random.Random(f"{seed}:{office.key}:{month}")
                day = day_of(month, rng)
                appointed = month == holder.since
                wording = rng.choice(APPOINTED if appointed else MENTIONED)
                said = filled(
                    wording,
                    rng,
                    office.domain,
                    **values,
                    old=old,
                    date=written_day(day),
                    age=str(rng.randint(38, 61)),
                )
                paragraphs = said.split("\n\n")
                if not appointed and old and rng.random() < 0.3:
                    paragraphs.append(f"Un hommage a été rendu à {old}, qui exerçait auparavant.")
                title = ""
                if appointed and rng.random() < 0.5:
                    title = rng.choice(("Une page se tourne", "Nomination", "Gouvernance"))
                    title += f" : {bare(office.org)}"
                draft = _Draft(office.key, day, office.town, office.org, office.domain, paragraphs)
                draft.title = title
                yield draft
            old = holder.name


def _figures(seed: int) -> Iterator[_Draft]:
    for figure in FIGURES:
        years = sorted(figure.values)
        for year in years:
            told = [False, *([False] if year in figure.twice else [])]
            told += [True] if year == figure.rounded[0] else []
            for number, rounded in enumerate(told):
                rng = random.Random(f"{seed}:{figure.key}:{year}:{number}")
                wordings = [
                    one
                    for one in (*COUNTED, *figure.own)
                    if year > years[0] or "{oldcount}" not in one
                ]
                # Another wording for each release on the same year.
                random.Random(f"{seed}:{figure.key}:{year}").shuffle(wordings)
                yield _figure(figure, year, years, wordings[number], rng, rounded)


def _figure(
    figure: Figure, year: int, years: Sequence[int], wording: str, rng: random.Random, rounded: bool
) -> _Draft:
    """A release on a year of a figure, from January to June of the next year."""
    before = [one for one in years if one < year]
    day = date(year + 1, rng.randint(1, 6), rng.randint(3, 27))
    count = figure.rounded[1] if rounded else amount(figure.values[year], figure.unit, rng)
    said = filled(
        wording,
        rng,
        figure.domain,
        subject=figure.subject,
        e="e" if figure.subject.startswith("la ") else "",
        count=count,
        year=str(year),
        oldcount=amount(figure.values[before[-1]], figure.unit, rng) if before else "",
        oldyear=str(before[-1]) if before else "",
    )
    if figure.subject.startswith("le nombre d") and wording in COUNTED and not rounded:
        said = said.replace(f" {figure.unit}", "")
    draft = _Draft(figure.key, day, figure.town, figure.org, figure.domain, [said])
    draft.timed = "{year}" in wording
    if rng.random() < 0.4:
        draft.title = rng.choice((f"{capital(figure.org)} : l'année en chiffres", "Chiffres clés"))
    return draft


def _lists(seed: int) -> Iterator[_Draft]:
    for joined in LISTS:
        before = ""
        for month, item in joined.items:
            rng = random.Random(f"{seed}:{joined.key}:{month}")
            wording = rng.choice([one for one in JOINED if before or "{before}" not in one])
            day = day_of(month, rng)
            yield _joining(joined, item, before, wording, day, rng)
            before = item


def _joining(
    joined: Joined, item: str, before: str, wording: str, day: date, rng: random.Random
) -> _Draft:
    values = {"what": joined.what, "of_what": de(joined.what), "date": written_day(day)}
    values |= {"watching": joined.watching, "of_watching": de(joined.watching)}
    said = filled(wording, rng, joined.domain, item=item, of_item=de(item), before=before, **values)
    paragraphs = [said]
    if rng.random() < 0.4:
        paragraphs.append(filled(rng.choice(WATCHED), rng, joined.domain, **values))
    draft = _Draft(joined.key, day, joined.town, joined.org, joined.domain, paragraphs)
    draft.timed = "{date}" in wording
    draft.about = joined.domain == "fondation"
    if rng.random() < 0.5:
        draft.title = f"Du nouveau pour {joined.what}"
    return draft


def _events(seed: int) -> Iterator[_Draft]:
    for event in EVENTS:
        for month, place in event.held:
            for second in (False, *((True,) if month in event.twice else ())):
                rng = random.Random(f"{seed}:{event.key}:{month}:{second}")
                yield _held(event, month, place, rng, second)


def _held(event: Event, month: str, place: str, rng: random.Random, second: bool) -> _Draft:
    year, number = map(int, month.split("-"))
    # The same days in both releases on an event.
    first = date(year, number, 5 + sum(map(ord, event.key + month)) % 18)
    last = first + timedelta(days=4)
    said = filled(
        rng.choice(SECOND if second else HELD),
        rng,
        event.domain,
        what=event.what,
        of_what=de(event.what),
        e="e" if event.sex == "f" else "",
        e_place="e" if place[-1] == "e" else "",
        place=place,
        first=written_day(first),
        start=str(first.day),
        last=written_day(last),
    )
    day = last + timedelta(days=40 if second else 1)
    draft = _Draft(event.key, day, place, event.org, event.domain, [said], timed=True)
    if rng.random() < 0.5:
        draft.title = f"{capital(bare(event.what))} : {'les leçons' if second else 'le bilan'}"
    return draft


def _told(told: Told, org: str) -> _Draft:
    day = date.fromisoformat(told.day)
    draft = _Draft(told.key, day, told.town, org, told.domain, list(told.paragraphs))
    draft.title, draft.language = told.title, told.language
    return draft


def _foundation(seed: int) -> Iterator[_Draft]:
    """Releases of which only the boilerplate is of note."""
    for number in range(ABOUT_RELEASES):
        rng = random.Random(f"{seed}:{ABOUT_KEY}:{number}")
        day = date(2012 + number // 2, rng.randint(1, 12), rng.randint(2, 27))
        words = DOMAINS["fondation"]
        said = filled(rng.choice(MENTIONED[:5]), rng, "fondation", **_nobody(rng))
        draft = _Draft(ABOUT_KEY, day, "Vertoux", "la Fondation Calvière", "fondation", [said])
        draft.title = rng.choice(words.titles[len(words.titles) - 4 :]).format(town="Vertoux")
        draft.about = True
        yield draft


def _nobody(rng: random.Random) -> dict[str, str]:
    role = "président du jury"
    values = {"name": person(role, rng), "role": role, "of": "des bourses d'atelier"}
    return values | {"le": "le ", "e": "", "il": "il", "mx": "M. le président"}


# Drafts to files


def releases(seed: int = SEED) -> list[Written]:
    """The releases with facts, by day."""
    drafts = [*_offices(seed), *_figures(seed), *_lists(seed), *_events(seed), *_foundation(seed)]
    drafts += [_told(told, "la rédaction") for told in TOLD]
    drafts.sort(key=lambda draft: (draft.day, draft.key))
    return [
        _written(draft, number, random.Random(f"{seed}:{number}"))
        for number, draft in enumerate(drafts)
    ]


def _written(draft: _Draft, number: int, rng: random.Random) -> Written:
    words = DOMAINS[draft.domain]
    title = draft.title
    own = list(draft.paragraphs)
    if draft.language == "fr":
        names = {"town": draft.town, "org": draft.org, "Org": capital(draft.org)}
        title = title or rng.choice(words.titles).format(**names)
        around = rng.sample(words.fillers, 2)
        role = rng.choice(words.roles)
        aside = f"« {rng.choice(words.quotes)} », a confié {person(role, rng)}, {role}."
        others = [
            paragraph.format(town=draft.town, n=digits(rng.randint(13, 97) * 10, rng))
            for paragraph in around
        ]
        if rng.random() < 0.6:
            others.append(aside)
        place = rng.choice((0, 0, 1, 2))
        own = [*others[:place], *own, *others[place:]]
        title, *own = (_ELIDED.sub("d'", one) for one in (title, *own))
        if draft.about:
            own.append(ABOUT)
        elif rng.random() < 0.3:
            own.append(TAIL)
    dated = _where_dated(draft, rng)
    kind = rng.choice(("txt", "txt", "md", "html"))
    lines = [title, *own]
    content = _file(draft, lines, dated, kind, rng)
    facts = (draft.key, *((ABOUT_KEY,) if draft.about and draft.key != ABOUT_KEY else ()))
    name = f"{FACT_FOLDER}/{number:04d}.{kind}"
    return Written(name, content, draft.day, dated, facts, tuple(lines))


def _where_dated(draft: _Draft, rng: random.Random) -> Dated:
    chance = rng.random()
    if chance < 0.15 and draft.timed:
        return "none"
    return "text" if chance < 0.57 else "meta"


def _dateline(draft: _Draft, rng: random.Random) -> str:
    """The place and the day, as the first words of a release."""
    if draft.language == "en":
        month = calendar.month_name[draft.day.month]
        return f"{draft.town}, {draft.day.day} {month} {draft.day.year} – "
    if draft.language == "de":
        months = (
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
        )
        month = months.split()[draft.day.month - 1]
        return f"{draft.town}, {draft.day.day}. {month} {draft.day.year} – "
    day = written_day(draft.day)
    return rng.choice((f"{draft.town}, le {day} – ", f"{draft.town}, le {day}. "))


def _file(draft: _Draft, lines: list[str], dated: Dated, kind: str, rng: random.Random) -> str:
    """The file, with its day."""
    title, *paragraphs = lines
    above = ""
    if dated == "text":
        if draft.language == "fr" and rng.random() < 0.4:
            above = rng.choice(("Communiqué de presse du {}", "Publié le {}"))
            above = above.format(written_day(draft.day))
        else:
            paragraphs[0] = _dateline(draft, rng) + paragraphs[0]
    day = draft.day.isoformat()
    if kind == "html":
        meta = (
            f'<meta property="article:published_time" content="{day}">' if dated == "meta" else ""
        )
        shown = [f"<p>{html.escape(one, quote=False)}</p>" for one in (above, *paragraphs) if one]
        escaped = html.escape(title, quote=False)
        return (
            f'<!DOCTYPE html>\n<html lang="{draft.language}">\n<head><meta charset="utf-8">{meta}'
            f"<title>{escaped}</title></head>\n<body>\n<h1>{escaped}</h1>\n"
            + "\n".join(shown)
            + "\n</body>\n</html>\n"
        )
    heading = f"# {title}" if kind == "md" else title
    front = f"---\ndate: {day}\n---\n\n" if dated == "meta" else ""
    return front + "\n\n".join(one for one in (heading, above, *paragraphs) if one) + "\n"


# Background


def background(data: Path, number: int) -> Iterator[tuple[str, str]]:
    """(path in the archive, content) of real texts."""
    found = _background(data)
    for _, one in zip(range(min(number, MAX_BACKGROUND)), found, strict=False):
        yield one


def _background(data: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(require(data / "wikinews_fr" / "documents").glob("*.html")):
        yield f"wikinews/{path.name}", path.read_text(encoding="utf-8")
    ntrex = require(data / "ntrex")
    ids = (ntrex / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")
    lines = (ntrex / "newstest2019-ref.fra.txt").read_text(encoding="utf-8").split("\n")
    documents: dict[str, list[str]] = {}
    for name, line in zip(ids, lines, strict=False):
        if line.strip():
            documents.setdefault(name.split("\t")[0], []).append(line.strip())
    for place, sentences in enumerate(documents.values()):
        yield f"ntrex/{place:03d}.txt", "\n\n".join(sentences) + "\n"
    for name, text in debates(data):
        yield from _speeches(name, text)


def _speeches(name: str, text: str) -> Iterator[tuple[str, str]]:
    """A text of 150 to 400 words out of a sitting, if it speaks of what the facts speak of."""
    start = text.index("\n", text.rindex("---\n") + 4) if text.startswith("---") else 0
    front, body = text[:start], text[start:].strip()
    chosen: list[str] = []
    count = 0
    for paragraph in body.split("\n\n"):
        length = len(paragraph.split())
        if _WORDS.search(paragraph) and count + length <= 400:
            chosen.append(paragraph)
            count += length
    if count >= 150:
        yield f"debats/{name}", f"{front.strip()}\n\n" + "\n\n".join(chosen) + "\n"


def archive(data: Path, number: int, seed: int = SEED) -> Path:
    """The folder of the archive with this many background texts; written anew."""
    folder = WORK / FOLDER / f"corpus-{seed}-{number}"
    shutil.rmtree(folder, ignore_errors=True)
    files = [(one.file, one.content) for one in releases(seed)]
    for name, content in (*files, *background(data, number)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--background", type=int, default=500, help="real texts, at most 2,000")
    arguments = options.parse_args()
    print(archive(arguments.data, arguments.background, arguments.seed))


if __name__ == "__main__":
    main()
