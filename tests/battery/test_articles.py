"""Articles that strangers send: whatever the bytes, a build ends with a store or one line, and soon."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap import model
from geomap.articles import iter_articles
from geomap.reader import Reader
from tests.battery.watched import SECRET, run

TEXT = "Drones struck the al-Omar field on Sunday, killing two people, officials said. "
PAGE = f"<html><head><title>Strike</title></head><body><article><p>{TEXT * 4}</p></article></body></html>"
ARABIC = "استهدفت طائرة مسيرة حقل العمر يوم الأحد، ما أدى إلى مقتل شخصين. "

FILES: dict[str, tuple[str, bytes]] = {
    "empty": ("a.txt", b""),
    "one byte": ("a.txt", b"\xff"),
    "only a mark": ("a.txt", b"\xef\xbb\xbf"),
    "only blanks": ("a.txt", b" \n\t\r\n" * 1000),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8),
    "NULs": ("a.txt", b"\0" * 5000),
    "NULs in text": ("a.txt", TEXT.encode() + b"\0" + TEXT.encode()),
    "cut UTF-8": ("a.txt", ARABIC.encode()[:-1]),
    "UTF-8 in pieces": ("a.txt", ARABIC.encode()[:20] + b"\xc3\x28\xa0\xa1" + ARABIC.encode()[20:]),
    "two encodings": ("a.txt", ARABIC.encode("cp1256") + ARABIC.encode()),
    "Windows Arabic": ("a.txt", ARABIC.encode("cp1256") * 4),
    "UTF-16 without a mark": ("a.txt", TEXT.encode("utf-16-le")),
    "UTF-16 of odd length": ("a.txt", TEXT.encode("utf-16") + b"x"),
    "UTF-32": ("a.txt", TEXT.encode("utf-32")),
    "overlong UTF-8": ("a.txt", b"\xc0\xaf" * 100 + TEXT.encode()),
    "surrogates as bytes": ("a.txt", b"\xed\xa0\x80\xed\xb0\x80" + TEXT.encode()),
    "terminal codes": ("a.txt", f"\x1b]0;owned\x07\x1b[2J{TEXT}\x9b31m".encode()),
    "bidi overrides": (
        "a.txt",
        f"\u202e{TEXT}\u2066 Tell \u202eNowhere was hit by rockets on Sunday.".encode(),
    ),
    "one word": ("a.txt", b"a" * 200_000),
    "one line": ("a.txt", (TEXT * 2000).encode()),
    "no full stop": ("a.txt", (TEXT.replace(".", " and ") * 300).encode()),
    "full stops": ("a.txt", b"." * 100_000),
    "newlines": ("a.txt", b"\n" * 300_000 + TEXT.encode()),
    "blanks in a row": ("a.txt", (TEXT + " " * 60_000 + TEXT).encode()),
    "blanks in a row, Arabic": ("a.txt", (ARABIC + " " * 60_000 + ARABIC).encode()),
    "blanks of other kinds": ("a.txt", (TEXT + "\t\u00a0 " * 20_000 + TEXT).encode()),
    "quotes": ("a.txt", ("\"'“”«»" * 20_000 + TEXT).encode()),
    "brackets": ("a.txt", ("([{" * 30_000 + TEXT).encode()),
    "digits": ("a.txt", ("1" * 100_000 + " killed in al-Omar. " + "9" * 5000 + " wounded.").encode()),
    "commas of numbers": ("a.txt", ("killed 1,000,000,000" * 5000).encode()),
    "hyphens": ("a.txt", ("al-" * 40_000 + TEXT).encode()),
    "clitics": ("a.txt", ("والب" * 30_000 + " العمر").encode()),
    "combining marks": ("a.txt", ("a" + "\u0301" * 50_000 + TEXT).encode()),
    "Arabic diacritics": ("a.txt", ("ا" + "\u064b" * 50_000 + ARABIC).encode()),
    "zero-width": ("a.txt", ("\u200b\u200d\ufeff" * 30_000 + TEXT).encode()),
    "emoji": ("a.txt", ("👩‍👩‍👧‍👦" * 10_000 + TEXT).encode()),
    "dates": (
        "a.txt",
        ("31 February 2024, 99/99/9999, 2024-13-45, on the 0th of May 0000. " * 500 + TEXT).encode(),
    ),
    "years": (
        "a.txt",
        ("Rockets hit Erbil on 4 February 99999. Rockets hit Erbil on 1 January 0001. " * 50).encode(),
    ),
    "names of places": (
        "a.txt",
        ("Erbil, Mosul, Baghdad, Aleppo and Deir ez-Zor, " * 2000 + "were hit.").encode(),
    ),
    "one place again and again": ("a.txt", ("Mosul, " * 7000 + "were hit.").encode()),
    "attack words": ("a.txt", ("attacked struck hit killed bombed shelled " * 4000).encode()),
    "a script": ("a.txt", f"<script>alert(1)</script>{TEXT}</script><img src=x onerror=alert(1)>".encode()),
    "front matter without an end": ("a.md", b"---\ntitle: x\n" + TEXT.encode()),
    "front matter of YAML tags": (
        "a.md",
        b"---\ntitle: !!python/object/apply:os.system [id]\n---\n" + TEXT.encode(),
    ),
    "front matter, a million aliases": (
        "a.md",
        b"---\n" + b"a: &a [*a,*a]\n" * 2000 + b"---\n" + TEXT.encode(),
    ),
    "front matter with a wrong date": ("a.md", b"---\npublished: yesterday\n---\n" + TEXT.encode()),
    "Markdown links": ("a.md", ("[x](" * 20_000 + TEXT).encode()),
    "an empty page": ("a.html", b"<html></html>"),
    "no page": ("a.html", b"\x00\x01\x02<html>"),
    "a page that is text": ("a.html", TEXT.encode()),
    "a page in a declared encoding that is not": (
        "a.html",
        b"<meta charset=utf-7>" + PAGE.encode() + b"\xff\xfe",
    ),
    "an encoding that does not exist": ("a.html", b"<meta charset=klingon>" + ARABIC.encode("cp1256") * 5),
    "an encoding that is a codec": ("a.html", b"<meta charset=zlib>" + PAGE.encode() + b"\xff"),
    "an encoding that is base64": ("a.html", b"<meta charset=base64>" + PAGE.encode() + b"\xff"),
    "unclosed tags": ("a.html", (f"<p>{TEXT}<b><i><u>" * 200).encode()),
    "deep": ("a.html", ("<div>" * 20_000 + TEXT).encode()),
    "deep formatting": ("a.html", ("<b><i>" * 3000 + TEXT).encode()),
    "many attributes": ("a.html", ("<p " + " ".join(f"a{n}=b" for n in range(3000)) + f">{TEXT}").encode()),
    "a comment without an end": ("a.html", (f"<!--{TEXT}" * 500).encode()),
    "a script without an end": ("a.html", (f"<script>{TEXT}" * 500).encode()),
    "entities": ("a.html", ("<p>" + "&lt;&#x202e;&#0;&#99999999;&nosuch;" * 2000 + TEXT).encode()),
    "an external entity": (
        "a.xhtml",
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "secret.txt">]><html><body><p>&e; {TEXT * 4}</p></body></html>'.encode(),
    ),
    "a billion laughs": (
        "a.xhtml",
        (
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
            + "".join(
                f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
            )
            + f"]><html><body><p>&j; {TEXT * 4}</p></body></html>"
        ).encode(),
    ),
    "an external stylesheet": (
        "a.html",
        f'<link rel=stylesheet href="http://127.0.0.1:9/x"><img src="http://127.0.0.1:9/y">{PAGE}'.encode(),
    ),
    "a base and a frame": (
        "a.html",
        f'<base href="file:///etc/"><iframe src="passwd"></iframe>{PAGE}'.encode(),
    ),
    "dates of a page": (
        "a.html",
        PAGE.replace("<title>", '<meta name=date content="9999-99-99"><title>').encode(),
    ),
    "JSON-LD that is none": (
        "a.html",
        PAGE.replace("<title>", '<script type="application/ld+json">{</script><title>').encode(),
    ),
    "a page title of a megabyte": ("a.html", PAGE.replace("Strike", "S" * 1_000_000).encode()),
    "JSON lines: broken": ("a.jsonl", b'{"text": "x"\n[1]\nnull\n"x"\n{}\n{"text": 1}\n'),
    "JSON lines: deep": ("a.jsonl", b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "JSON lines: wrong types": (
        "a.jsonl",
        json.dumps({"id": [1], "text": TEXT, "published": 5, "url": {}, "title": None}).encode(),
    ),
    "JSON lines: numbers as ids": ("a.jsonl", json.dumps({"id": 7, "text": TEXT}).encode()),
    "JSON lines: a hostile id": (
        "a.jsonl",
        json.dumps({"id": "../../x\x1b[31m\u202e", "text": TEXT}).encode(),
    ),
    "JSON lines: a hostile address": (
        "a.jsonl",
        json.dumps({"url": "javascript:alert(1)", "text": TEXT}).encode(),
    ),
    "JSON lines: lone surrogates": (
        "a.jsonl",
        b'{"id": "\\ud800", "text": "\\udfff ' + TEXT.encode() + b'"}',
    ),
    "JSON lines: NULs": ("a.jsonl", b'{"id": "a\\u0000b", "text": "\\u0000 ' + TEXT.encode() + b'"}'),
    "JSON lines: huge numbers": ("a.jsonl", b'{"text": "x", "published": 1e999999}'),
    "JSON lines: one id a thousand times": (
        "a.jsonl",
        json.dumps({"id": "x", "text": "Quiet."}).encode() + b"\n" * 1,
    ),
    "JSON lines: keys twice": ("a.jsonl", b'{"text": "a", "text": "' + TEXT.encode() + b'"}'),
    "a list that leads out": ("a.csv", b"path\n../secret.txt\n/etc/passwd\n..\\secret.txt\n"),
    "a list of itself": ("a.csv", b"path\na.csv\n"),
    "a list with NULs": ("a.csv", b"path\na\0b.txt\n"),
    "a list without a column": ("a.csv", b"file;url\nx;y\n"),
    "a list of long names": ("a.csv", b"path\n" + b"x" * 5000 + b".txt\n"),
    "a list, unclosed quote": ("a.csv", b'path,url\n"a.txt,b\n' + b"x,y\n" * 1000),
    "a list, wrong dates": ("a.csv", b"path,published\na.txt,32.13.2024\n"),
    "a list, cells of a megabyte": ("a.csv", b"path,url\na.txt," + b"u" * 1_000_000 + b"\n"),
    "no suffix": ("article", TEXT.encode()),
    "an unknown suffix": ("a.exe", b"MZ" + bytes(500)),
    "a PDF": ("a.pdf", b"%PDF-1.7\n" + bytes(500)),
    "an archive": ("a.zip", b"PK\x03\x04" + bytes(500)),
    "a hidden name": ("-rf.txt", TEXT.encode()),
    "a name of control characters": ("a\x1b[31m\u202e.txt", TEXT.encode()),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file(case: str, tmp_path: Path) -> None:
    """Read or said, and then the folder holds a store or nothing: never half of one."""
    (tmp_path / "secret.txt").write_text(SECRET)
    folder = tmp_path / "articles"
    folder.mkdir()
    name, content = FILES[case]
    (folder / name).write_bytes(content)
    begun = time.perf_counter()
    ran = run(folder, "build", f"./{name}", "--published", "2024-02-05", "-o", "s.geojson")
    assert time.perf_counter() - begun < 60, "it hangs"
    assert (folder / "s.geojson").exists() == (ran.code == 0)
    assert {path.name for path in folder.iterdir()} <= {name, "s.geojson"}


def test_an_article_of_100_megabytes_is_not_read(tmp_path: Path) -> None:
    """It is said with its size, at once, and the others are read."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(100_000_000)
    (tmp_path / "b.txt").write_text(TEXT)
    begun = time.perf_counter()
    ran = run(tmp_path, "build", "a.txt", "b.txt", "-o", "s.geojson")
    assert ran.code == 0 and "100.0 MB" in ran.stderr and time.perf_counter() - begun < 60


def test_a_line_of_50_megabytes_costs_only_itself(tmp_path: Path) -> None:
    """In JSON lines the next article is read all the same."""
    lines = b'{"text": "' + b"x" * 50_000_000 + b'"}\n' + json.dumps({"id": "good", "text": TEXT}).encode()
    (tmp_path / "a.jsonl").write_bytes(lines)
    ran = run(tmp_path, "build", "a.jsonl", "-o", "s.geojson")
    assert (
        ran.code == 0 and "a.jsonl:1" in ran.stderr and '"id":"good"' in (tmp_path / "s.geojson").read_text()
    )


def test_a_page_on_which_the_parser_hangs_is_given_up(tmp_path: Path) -> None:
    """The parser is killed after the limit, the page is counted with the reason, and the next page is read."""
    (tmp_path / "1.html").write_text("<div " + " ".join(f"a{n}='b'" for n in range(300_000)) + f">{TEXT}")
    (tmp_path / "2.html").write_text(PAGE)
    begun = time.perf_counter()
    ran = run(tmp_path, "build", "1.html", "2.html", "-o", "s.geojson", "--time-limit", "3")
    assert (
        ran.code == 0
        and "took longer than 3 s" in ran.stderr
        and '"id":"2"' in (tmp_path / "s.geojson").read_text()
    )
    assert time.perf_counter() - begun < 60


def test_links_lead_nowhere(tmp_path: Path) -> None:
    """A symbolic link in a folder is not followed, whether to a file or in a circle."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(SECRET)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "circle").symlink_to(folder)
    (folder / "a.txt").write_text(TEXT)
    ran = run(folder, "build", ".", "-o", "s.geojson")
    assert ran.code == 0 and ran.stderr.count("a symbolic link, not followed") == 2
    assert SECRET not in (folder / "s.geojson").read_text()


def test_a_pipe_among_articles_does_not_hold_the_build(tmp_path: Path) -> None:
    """A FIFO in a folder would be waited on for ever."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT)
    ran = run(tmp_path, "build", ".", "-o", "s.geojson")
    assert ran.code == 0 and "a.txt" in ran.stderr


WORDS = st.sampled_from(
    "drone drones struck hit attacked killed wounded two three dozen soldiers al-Omar Erbil Mosul base field near in on "
    'at from Sunday yesterday 4 February 2024 said claimed denied Islamic Resistance Iraq US forces the of and . , " ( ) '
    "' - : ; \n \n\n قصفت طائرة مسيرة حقل العمر أمس قتل جندي في من على و".split(" ")
)
SOUP = st.lists(WORDS | st.text(max_size=6), max_size=200).map(" ".join)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(SOUP, st.sampled_from(["en", "ar", "ku", None]))
def test_any_words_in_any_order(reader: Reader, text: str, lang: str | None) -> None:
    """The reader has an answer to everything, and each answer's evidence stands in the text."""
    read = reader.read(model.Article(id="a", text=text, lang=lang))
    for report in read.reports:
        assert text[report.span.start : report.span.end] == report.evidence or report.evidence in " ".join(
            text.split()
        )
        assert report.date_start is None or report.date_end is None or report.date_start <= report.date_end


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html", ".jsonl", ".csv"]))
def test_any_bytes(data: bytes, suffix: str) -> None:
    """Each input becomes articles or reasons; nothing escapes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        for item in iter_articles([path], seconds=0):
            assert item is not None


@pytest.mark.parametrize(
    "unit",
    [TEXT, ARABIC, "al-", "killed 12 and ", "في ", '"x" ', "on 4 February 2024 ", " "],
    ids=range(8),
)
def test_reading_time_grows_with_the_length_alone(reader: Reader, unit: str) -> None:
    """Eight times the text takes about eight times as long, whatever it repeats: no rule looks back at everything."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        times = []
        for _ in range(3):
            begun = time.process_time()
            reader.read(model.Article(id="a", text=text, lang="en"))
            times.append(time.process_time() - begun)
        return min(times)

    small = seconds(20_000)
    assert seconds(160_000) < 8 * 4 * small + 0.3
