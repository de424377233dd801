"""Articles from files: every format, every encoding, and a reason for each that cannot be read."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import pytest

from geomap.articles import ArticleBatch, iter_articles, read_articles
from geomap.errors import DataError, UsageError

TEXT = "Rockets fell on the base in the east of the province, and the army said that nobody was hurt there."
ARABIC = "سقطت صواريخ على قاعدة في شرق المحافظة، وقال الجيش إن أحداً من الجنود لم يُصب في الهجوم على القاعدة."
DAY = dt.date(2024, 2, 5)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(batch: ArticleBatch):  # type: ignore[no-untyped-def]
    assert batch.skipped == []
    (article,) = batch.articles
    return article


def test_a_text_file_is_its_text(tmp_path: Path) -> None:
    """Id from the name, language from the words, characters unchanged so that spans are true."""
    article = one(read_articles([write(tmp_path, "base.txt", TEXT)]))
    assert (article.id, article.text, article.lang) == ("base", TEXT, "en")
    assert article.published is None
    assert len(article.sha256 or "") == 64


def test_a_collectors_first_line_is_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    """Cutting it off would shift every span."""
    article = one(read_articles([write(tmp_path, "a.txt", f" date 2024-02-05 {TEXT}")]))
    assert (article.published, article.published_from) == (DAY, "first line")
    assert article.text.startswith(" date")


@pytest.mark.parametrize(
    "text", [f"The date 2024-02-05 was set. {TEXT}", f"updated 2024-02-05\n{TEXT}", f"date 2024-99-05 {TEXT}"]
)
def test_other_first_lines_are_not_metadata(tmp_path: Path, text: str) -> None:
    """Only the collector's own form counts, and only a day."""
    assert one(read_articles([write(tmp_path, "a.txt", text)])).published is None


def test_front_matter(tmp_path: Path) -> None:
    """Five plain keys between two fences; the text is what follows."""
    head = "---\ntitle: \"Rockets: again\"\npublished: 2024-02-05\noutlet: 'Tigris Dispatch'\n"
    head += "url: https://example.org/a\nlang: en\n---\n"
    article = one(read_articles([write(tmp_path, "a.md", head + TEXT)]))
    assert (article.title, article.outlet, article.url) == (
        "Rockets: again",
        "Tigris Dispatch",
        "https://example.org/a",
    )
    assert (article.published, article.published_from) == (DAY, "front matter")
    assert article.text == TEXT


def test_a_bad_date_in_front_matter_is_said_and_not_used(tmp_path: Path) -> None:
    """Silence would leave every "yesterday" without a day."""
    batch = read_articles([write(tmp_path, "a.md", f"---\npublished: next week\n---\n{TEXT}")])
    assert one(batch).published is None
    assert "next week" in batch.notes[0][1]


def test_a_saved_page(tmp_path: Path) -> None:
    """Text without menus, date from the metadata and not from the page's clock."""
    page = f"""<html lang="en"><head><title>Rockets on a base</title>
    <meta property="og:site_name" content="Harbour Post">
    <meta property="article:published_time" content="2024-02-05T07:40:00+00:00">
    <link rel="canonical" href="https://example.org/rockets"></head>
    <body><header><nav><a href="/">Home</a> Friday, September 20, 2024</nav></header>
    <article><h1>Rockets on a base</h1><p>{TEXT}</p><p>{TEXT}</p></article>
    <footer>Please log in to comment.</footer></body></html>"""
    article = one(read_articles([write(tmp_path, "a.html", page)]))
    assert TEXT in article.text and "log in" not in article.text
    assert (article.published, article.published_from) == (DAY, "html metadata")
    assert (article.outlet, article.url, article.lang) == (
        "Harbour Post",
        "https://example.org/rockets",
        "en",
    )


def test_a_page_without_metadata_has_no_date(tmp_path: Path) -> None:
    """A date that the page shows is left to the reading of dates, which doubts it."""
    page = "<html><body><p>Friday, September 20, 2024</p>"
    page += f"<article><h1>X</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    assert one(read_articles([write(tmp_path, "a.html", page)])).published is None


def test_json_lines(tmp_path: Path) -> None:
    """Only the text must be there; a bad line is skipped by number and the others are read."""
    lines = [
        json.dumps({"id": "x", "text": TEXT, "published": "2024-02-05", "source": "Gulf File", "title": "T"}),
        "not json",
        json.dumps({"title": "no text"}),
        "",
        json.dumps({"url": "https://example.org/b", "text": TEXT}),
        json.dumps({"text": ARABIC}),
    ]
    batch = read_articles([write(tmp_path, "many.jsonl", "\n".join(lines))])
    assert [a.id for a in batch.articles] == ["x", "https://example.org/b", "many-6"]
    assert batch.articles[0].outlet == "Gulf File" and batch.articles[0].published == DAY
    assert batch.articles[2].lang == "ar"
    assert [Path(path).name for path, _ in batch.skipped] == ["many.jsonl:2", "many.jsonl:3"]


def test_a_lone_surrogate_does_not_break_the_run(tmp_path: Path) -> None:
    """JSON may hold what no encoding can."""
    batch = read_articles([write(tmp_path, "a.jsonl", '{"text": "Rockets \\ud800 fell"}')])
    assert batch.articles[0].text == "Rockets \ufffd fell"


def test_a_list_of_articles(tmp_path: Path) -> None:
    """The list's metadata is used, and what it names is not read twice from the same folder."""
    write(tmp_path, "texts/a.txt", TEXT)
    write(
        tmp_path,
        "list.csv",
        "path,url,published,outlet\ntexts/a.txt,https://example.org/a,2024-02-05,Gulf File\n",
    )
    article = one(read_articles([tmp_path]))
    assert (article.published, article.published_from, article.outlet) == (DAY, "csv", "Gulf File")


def test_a_list_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    """A list that somebody sends must not make us read other files."""
    write(tmp_path, "secret.txt", TEXT)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    rows = f"path\n../secret.txt\n{tmp_path / 'secret.txt'}\nlink.txt\nmissing.txt\n"
    batch = read_articles([write(tmp_path, "in/list.csv", rows)])
    assert batch.articles == []
    assert len(batch.skipped) == 4


def test_precedence(tmp_path: Path) -> None:
    """The command line outranks the file's metadata, which outranks the first line."""
    path = write(tmp_path, "a.md", f"---\npublished: 2024-02-06\n---\ndate 2024-02-07 {TEXT}")
    assert one(read_articles([path])).published == dt.date(2024, 2, 6)
    article = one(read_articles([path], published="2024-02-05", outlet="Mine"))
    assert (article.published, article.published_from, article.outlet) == (DAY, "--published", "Mine")


@pytest.mark.parametrize("said", ["yesterday", "2024-13-01", "05/02/2024x", ""])
def test_a_bad_published_is_a_usage_error(tmp_path: Path, said: str) -> None:
    """Refused before any file is opened."""
    with pytest.raises(UsageError, match="is not a day"):
        read_articles([write(tmp_path, "a.txt", TEXT)], published=said)


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    """A typing mistake must not look like an empty result."""
    with pytest.raises(DataError, match="no such file"):
        read_articles([tmp_path / "nothing.txt"])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (ARABIC.encode("utf-8"), ARABIC),
        ((ARABIC * 20).encode("cp1256"), ARABIC * 20),
        ((TEXT + " “Café”").encode("cp1252"), TEXT + " “Café”"),
        (TEXT.replace(" and", "\r\nand").encode(), TEXT.replace(" and", "\nand")),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    """UTF-8 first, then marks, then a guess; line ends are one character."""
    assert one(read_articles([write(tmp_path, "a.txt", data)])).text == text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"  \n", "empty"),
        ("zip.txt", b"PK\x03\x04\0\0\0", "NUL"),
        ("long.txt", b"a " * 5_000_001, "10 MB"),
        ("half.txt", b"\xff\xfea", "UTF-16"),
        ("scan.pdf", b"%PDF", "not read"),
        ("page.html", b"<html><body></body></html>", "no article"),
        ("list.csv", b"name\nx\n", "path"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_a_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    """One bad file of a thousand does not stop the run, and is not lost silently."""
    write(tmp_path, name, data)
    write(tmp_path, "good.txt", TEXT)
    batch = read_articles([tmp_path])
    assert [a.id for a in batch.articles] == ["good"]
    ((path, said),) = batch.skipped
    assert Path(path).name == name and reason in said


def test_an_endless_line_is_not_measured_wrongly(tmp_path: Path) -> None:
    """Of a line over the limit only the beginning is read: its size is not known, so none is said."""
    path = write(tmp_path, "a.jsonl", b'{"text": "' + b"x" * 25_000_000 + b'"}\n{"text": "Rockets fell."}\n')
    batch = read_articles([path])
    assert [(Path(where).name, said) for where, said in batch.skipped] == [
        ("a.jsonl:1", "over the limit of 10 MB an article")
    ]
    assert [one.id for one in batch.articles] == ["a-2"]


def test_folders_are_read_sorted_and_links_are_not_followed(tmp_path: Path) -> None:
    """The same order on every file system; a link could lead anywhere, or round in a ring."""
    for name in ("b/2.txt", "a/1.txt", "c.txt", ".hidden/x.txt", "README.md"):
        write(tmp_path / "in", name, TEXT)
    write(tmp_path, "out/secret.txt", TEXT)
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "ring").symlink_to(tmp_path / "in")
    batch = read_articles([tmp_path / "in"])
    assert [a.id for a in batch.articles] == ["c", "1", "2"]
    assert sorted(Path(path).name for path, _ in batch.skipped) == ["README.md", "link", "ring"]


def test_two_articles_of_one_name_get_two_ids(tmp_path: Path) -> None:
    """Reports and decisions point at ids; the user is told."""
    write(tmp_path, "a/x.txt", TEXT)
    write(tmp_path, "b/x.txt", TEXT)
    batch = read_articles([tmp_path])
    assert [a.id for a in batch.articles] == ["x", "x-2"]
    assert "x-2" in batch.notes[0][1]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """Twice the same article would look like two sources."""
    path = write(tmp_path, "x.txt", TEXT)
    batch = read_articles([path, tmp_path, path])
    assert [a.id for a in batch.articles] == ["x"]


@pytest.mark.parametrize(
    ("data", "article_id"),
    [(TEXT, "stdin"), (json.dumps({"id": "j", "text": TEXT}), "j"), (f"---\ntitle: T\n---\n{TEXT}", "stdin")],
)
def test_stdin(monkeypatch: pytest.MonkeyPatch, data: str, article_id: str) -> None:
    """A pipe may carry a text, front matter or JSON lines; the first characters tell."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    article = one(read_articles(["-"]))
    assert article.id == article_id and TEXT in article.text


def test_a_long_file_is_read_line_by_line(tmp_path: Path) -> None:
    """The first article is there before the last line is read."""
    path = write(tmp_path, "a.jsonl", "".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(50)))
    articles = iter_articles([path])
    assert next(articles).id == "a-1"  # type: ignore[union-attr]


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    """Old Arabic pages say windows-1256; a short one gives a guess too little to go on."""
    page = f'<html><head><meta charset="windows-1256"></head><body><article><p>{ARABIC}</p></article></body></html>'
    assert ARABIC in one(read_articles([write(tmp_path, "a.html", page.encode("cp1256"))])).text
