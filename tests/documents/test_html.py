"""Pages of many shapes. A row shows the body of a page and what becomes of its blocks, furniture aside or not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.documents.reading import Reading, Source, reader_of
from factcheck.errors import UnreadableError
from factcheck.model import Document
from tests.documents.figures_of import document_of, placed_figures

SAMPLE = Path(__file__).parents[1] / "samples" / "documents" / "html.html"
FIRST = "The old bridge of Lundholm will close for 14 months from Monday, the county said in a letter to the schools."
SECOND = (
    "Some 9,300 cars cross it every day, and the detour by the northern road takes drivers about 25 minutes longer."
)
THIRD = "The works cost 48 million euros, of which the state pays a third, and the rest comes from tolls and a loan."
READER = "I counted 500 cars in an hour, so the county is wrong by a lot, and I have told it so for 20 years or more."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
UNSEEN = "<div hidden><p>It was 99 metres.</p></div><p style='display: none'>Or 98.</p>"
FOLDED = "<details><summary>In figures</summary><p>It has 17 piers.</p><ul><li>210 lamps</li></ul></details>"
TOLD = [f"paragraph: {FIRST}", f"paragraph: {SECOND}", f"paragraph: {THIRD}"]


def reading_of(markup: str | bytes) -> Reading:
    data = markup if isinstance(markup, bytes) else markup.encode("utf-8")
    (reading,) = reader_of("a.html")(Source("a.html", data))
    assert isinstance(reading, Reading)
    return reading


def page(body: str, head: str = "") -> Reading:
    return reading_of(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def told(reading: Reading, *, furniture: bool = False) -> list[str]:
    blocks = [block for block in reading.blocks if furniture or block.kind != "furniture"]
    return [f"{block.kind}: {block.span.quote(reading.text)}" for block in blocks]


def test_the_figures_of_the_sample_lead_back_to_their_lines(tmp_path: Path) -> None:
    document = document_of(SAMPLE.read_bytes(), "html.html", tmp_path)
    placed = placed_figures(document)
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    for words, place in placed:
        first = int(place.removeprefix("line ")) - 1
        assert words.split()[0] in "".join(lines[first : first + 2]) or "×" in words
    found = [words for words, _ in placed]
    assert ("120", "line 20") in placed
    assert ("14", "line 26") in placed
    assert any(words.startswith("2 × 10⁵") for words in found)
    assert not {"3", "5 worst", "40,000", "48213", "10"} & set(found)


def test_the_sample_says_what_it_is(tmp_path: Path) -> None:
    document = document_of(SAMPLE.read_bytes(), "html.html", tmp_path)
    assert (document.title, document.outlet) == ("Ferry strands 120 passengers off Skarvik", "Coast Courier")
    assert (document.published, document.updated) == (date(2011, 5, 3), date(2011, 5, 4))
    assert document.url == "https://example.org/coast-courier/ferry-skarvik"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"<article><h1>Bridge closes</h1>{STORY}</article>", ["heading: Bridge closes", *TOLD], id="plain"
        ),
        pytest.param(
            f"<header><h1>Bridge closes</h1></header><nav>Top 10</nav><main>{STORY}</main>",
            ["heading: Bridge closes", *TOLD],
            id="the headline stands outside",
        ),
        pytest.param(
            f"<div id=c><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div></div>", TOLD, id="paragraphs parted by breaks"
        ),
        pytest.param(f"<div><div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></div>", TOLD, id="divs alone"),
        pytest.param(
            f"<table width=100%><tr><td><a href=/>Home</a></td><td>{STORY}</td></tr></table>",
            TOLD,
            id="a table for the layout is none",
        ),
        pytest.param(
            f"<article>{STORY}<p>It holds 3 &times; 10<sup>6</sup> rivets.</p></article>",
            [*TOLD, "paragraph: It holds 3 × 10⁶ rivets."],
            id="a power stays one",
        ),
        pytest.param(
            f"<article>{STORY}<p>It opened on the 3<sup>rd</sup> of May<sup><a href=#1>[4]</a></sup>.</p></article>",
            [*TOLD, "paragraph: It opened on the 3rd of May."],
            id="an ordinal, and the sign of a note",
        ),
        pytest.param(
            f"<article>{STORY}<ul><li>14 months</li><li><p>25 minutes</p></li></ul></article>",
            [*TOLD, "item: 14 months", "item: 25 minutes"],
            id="a list",
        ),
        pytest.param(
            f"<article>{STORY}<dl><dt>Length</dt><dd>410 metres</dd></dl></article>",
            [*TOLD, "item: Length: 410 metres"],
            id="a definition goes with its term",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p>{UNSEEN}<dl><dt>Length</dt><dd>410 metres</dd></dl><p>{SECOND}</p></article>",
            [TOLD[0], "item: Length: 410 metres", TOLD[1]],
            id="definitions in a story with hidden parts",
        ),
        pytest.param(
            f"<article>{STORY}<div>{UNSEEN}<dl><dt>Piers</dt><dd>12</dd></dl></div></article>",
            [*TOLD, "item: Piers: 12"],
            id="definitions in a box of their own",
        ),
        pytest.param(
            f"<div><p>{FIRST}</p>{UNSEEN}{FOLDED}<p>{SECOND}</p></div>",
            [TOLD[0], "paragraph: In figures", "paragraph: It has 17 piers.", "item: 210 lamps", TOLD[1]],
            id="what folds away beside hidden parts",
        ),
        pytest.param(
            f"<article><h1>Bridge</h1>{UNSEEN}<dl><dt>Piers</dt><dd>12</dd></dl>{FOLDED}</article>",
            [
                "heading: Bridge",
                "item: Piers: 12",
                "paragraph: In figures",
                "paragraph: It has 17 piers.",
                "item: 210 lamps",
            ],
            id="a page of little else",
        ),
        pytest.param(
            f"<article>{STORY}<div class=share><dl><dt>Shares</dt><dd>12</dd></dl></div></article>",
            TOLD,
            id="definitions in furniture",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><figure><img><figcaption>The bridge, 410 m long</figcaption></figure>"
            f"<p>{SECOND}</p><p>{THIRD}</p></article>",
            [TOLD[0], "caption: The bridge, 410 m long", *TOLD[1:]],
            id="a caption is kept",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><blockquote><p>{SECOND}</p></blockquote><p>{THIRD}</p></article>",
            TOLD,
            id="a quotation",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><aside><p>Our 12 best walks across the bridges of the county.</p></aside>"
            f"<p>{SECOND}</p><p>{THIRD}</p></article>",
            TOLD,
            id="an aside is none of it",
        ),
        pytest.param(
            f"<article>{STORY}</article><div class='related-articles'><h2>Related</h2><p>Tolls: 8 percent.</p></div>",
            TOLD,
            id="related headlines below",
        ),
        pytest.param(
            f"<div class=cookie-banner><p>We and our 842 partners use cookies.</p></div><article>{STORY}</article>",
            TOLD,
            id="a cookie note",
        ),
        pytest.param(
            f"<article>{STORY}<p hidden>It costs 99 euros.</p><div style='display: none'>Or 98.</div></article>",
            TOLD,
            id="what nobody sees",
        ),
        pytest.param(
            f"<article>{STORY}<script>var n = 77;</script><noscript>76 people</noscript></article>", TOLD, id="scripts"
        ),
        pytest.param(f"<p>{FIRST}<p>{SECOND}<p>{THIRD}", TOLD, id="tags that nothing closes"),
        pytest.param(f"<pre>{FIRST}\n\n{SECOND}\n\n{THIRD}</pre>", TOLD, id="text as it was typed"),
        pytest.param(
            f"<header><h1><a href=/>The Post</a></h1></header><article><h2>Bridge closes</h2>{STORY}</article>",
            ["heading: Bridge closes", *TOLD],
            id="the outlet's name is no headline",
        ),
        pytest.param(
            f"<article>{STORY}<div class=newsletter-signup><p>Join 40,000 readers.</p></div></article>",
            TOLD,
            id="a newsletter box",
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><div class=factbox><ul><li>Length: 410 m</li></ul></div>"
            f"<p>{SECOND}</p><p>{THIRD}</p></article>",
            [TOLD[0], "item: Length: 410 m", *TOLD[1:]],
            id="a box of facts is text",
        ),
        pytest.param(
            f"<div class=body><div><p>{FIRST}</p><p>{SECOND}</p></div><div class=video>Video: 3 min</div>"
            f"<div><p>{THIRD}</p></div></div>",
            TOLD,
            id="a body in two parts",
        ),
        pytest.param(
            f"<article>{STORY}</article><section id=comments><div class=comment><p>{READER}</p></div></section>",
            TOLD,
            id="readers' comments",
        ),
        pytest.param(f"<article>{STORY}<!-- 55 people --></article>", TOLD, id="a comment"),
        pytest.param(
            "<p>It closes for 14 months.</p>", ["paragraph: It closes for 14 months."], id="a page of one sentence"
        ),
        pytest.param(
            f"<article><p>{FIRST}</p><p>{SECOND}</p><h2>The price</h2><p>{THIRD}</p></article>",
            [*TOLD[:2], "heading: The price", TOLD[2]],
            id="a heading between",
        ),
        pytest.param(
            f"<article><section><p>{FIRST}</p></section><section><p>{SECOND}</p></section>"
            f"<div class=ad>Win 500 euros</div><section><p>{THIRD}</p></section></article>",
            TOLD,
            id="sections, and an advertisement between",
        ),
        pytest.param(
            f"<article><p>{FIRST.replace('14 months', '14&nbsp;months').replace('Lundholm', 'Lund&shy;holm')}</p>"
            f"<p>{SECOND}</p><p>{THIRD}</p></article>",
            [TOLD[0].replace("14 months", "14\u00a0months"), *TOLD[1:]],
            id="soft hyphens go, hard blanks stay",
        ),
        pytest.param(
            f"<article>{STORY}<p>Read more</p><p>Share this</p></article>", TOLD, id="furniture by its phrase"
        ),
    ],
)
def test_the_article_of_a_page(body: str, expected: list[str]) -> None:
    assert told(page(body)) == expected


def test_what_stands_in_the_article_and_is_none_of_it_is_not_lost() -> None:
    aside = "<aside><p>Our 12 best walks across the bridges of the county.</p></aside>"
    reading = page(f"<article><p>{FIRST}</p>{aside}<p>{SECOND}</p><p>{THIRD}</p></article>")
    assert "furniture: Our 12 best walks across the bridges of the county." in told(reading, furniture=True)


TABLE = """<table><caption>Crossings</caption><thead><tr><th rowspan=2>road</th><th colspan=2>a day</th></tr>
<tr><th>cars</th><th>buses</th></tr></thead>
<tr><td>north</td><td>9,300</td><td>41</td></tr>
<tr><td>south</td><td>700</td><td>3</td></tr></table>"""


def test_a_table_keeps_its_cells_and_heads_that_span_several() -> None:
    reading = page(f"<article>\n{STORY}\n{TABLE}</article>")
    assert told(reading)[3:] == [
        "caption: Crossings",
        "row: | road | a day | a day |",
        "row: | road | cars | buses |",
        "row: | north | 9,300 | 41 |",
        "row: | south | 700 | 3 |",
    ]
    heads = {cell.span.quote(reading.text): [h.quote(reading.text) for h in cell.heads] for cell in reading.cells}
    assert heads["41"] == ["a day", "buses", "north"]
    document = Document("d1", "a.html", reading.text, marks=reading.marks)
    assert document.place(reading.text.index("700")) == "line 6"


ARTICLE = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'
GRAPH = """<script type="application/ld+json">{"@graph": [
{"@type": "Organization"}, {"@type": ["ReportageNewsArticle"], "datePublished": "2011-05-03"}]}</script>"""
META = '<meta property="%s" content="%s">'


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ("", None, None),
        (META % ("article:published_time", "2011-05-03T23:30:00-05:00"), "2011-05-03", None),
        (META % ("article:modified_time", "2011-05-04T10:00:00Z"), None, "2011-05-04"),
        (META % ("og:updated_time", "2011-05-04"), None, "2011-05-04"),
        (ARTICLE % '"datePublished": "2011-05-03", "dateModified": "2011-05-05"', "2011-05-03", "2011-05-05"),
        (ARTICLE % '"datePublished": "yesterday"', None, None),
        (ARTICLE % '"datePublished": "2011-05-03"' + ARTICLE % '"datePublished": "2011-05-01"', None, None),
        (GRAPH, "2011-05-03", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', None, None),
        ('<link rel="canonical" href="https://example.org/2011/05/03/bridge">', "2011-05-03", None),
        (META % ("article:published_time", "2011-13-03"), None, None),
        (META % ("date", "2011-05-03"), "2011-05-03", None),
    ],
)  # fmt: skip
def test_the_days_of_publication_and_of_the_last_change_are_told_apart(
    head: str, published: str | None, updated: str | None
) -> None:
    known = page(f"<article>{STORY}</article>", head).metadata
    assert (known.published and known.published.isoformat(), known.updated and known.updated.isoformat()) == (
        published,
        updated,
    )


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ('<time datetime="2011-05-03T10:00">3 hours ago</time>', "", "2011-05-03"),
        ('Updated <time datetime="2011-05-03T10:00">3 hours ago</time>', "", None),
        ("<span>Published: 3 May 2011</span>", "", "2011-05-03"),
        ("", '<div class="related"><a href=/x>Tolls rise</a> <time datetime="2011-05-02">2 May</time></div>', None),
        ("", '<p>It was built from <time datetime="1931-04-01">1 April 1931</time> to the summer of 1934.</p>', None),
        ('<time datetime="2011-05-03">a</time></p><p><time datetime="2011-05-04">b</time>', "", None),
    ],
)
def test_a_day_on_the_page_counts_where_it_stands_at_the_head(
    above: str, below: str, published: str | None, tmp_path: Path
) -> None:
    body = f"<html><body><article><h1>Bridge closes</h1><p>{above}</p>{STORY}{below}</article></body></html>"
    found = document_of(body.encode(), "a.html", tmp_path).published
    assert (found and found.isoformat()) == published


@pytest.mark.parametrize(
    ("head", "outlet", "title", "url"),
    [
        ("<title>Bridge closes</title>", None, "Bridge closes", None),
        (META % ("og:site_name", "Coast Courier") + META % ("og:title", "Bridge"), "Coast Courier", "Bridge", None),
        (ARTICLE % '"publisher": {"name": "Coast Courier"}, "headline": "Bridge"', "Coast Courier", "Bridge", None),
        ("<link rel=canonical href='javascript:alert(1)'>", None, None, None),
        ("<link rel=canonical href='https://example.org/b'>", None, None, "https://example.org/b"),
        (META % ("og:url", "https://example.org/b"), None, None, "https://example.org/b"),
    ],
)
def test_what_a_page_says_of_itself(head: str, outlet: str | None, title: str | None, url: str | None) -> None:
    known = page(f"<article>{STORY}</article>", head).metadata
    assert (known.outlet, known.title, known.url) == (outlet, title, url)


POSTS = [("2011-05-03T22:10:00Z", FIRST), ("2011-05-04T06:30:00Z", SECOND), ("2011-05-04T09:15:00Z", THIRD)]
LIVE = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting", "datePublished": "2011-05-03"%s}</script>'


@pytest.mark.parametrize(
    "post",
    [
        '<article class=post><header><time datetime="{at}">10:24</time><h3>News</h3></header><p>{words}</p></article>',
        '<li><p><time datetime="{at}">10:24</time></p><p>{words}</p></li>',
        '<div class="entry"><span><time datetime="{at}">3 May 2011</time></span><div><p>{words}</p></div></div>',
        '<section><p>{words}</p><footer><time datetime="{at}">10:24</time></footer></section>',
    ],
)
@pytest.mark.parametrize("head", ["", LIVE % ""])
def test_the_posts_of_a_live_page_have_their_own_days(post: str, head: str) -> None:
    posts = "".join(post.format(at=at, words=words) for at, words in POSTS)
    reading = page(f"<main><h1>The bridge, live</h1><div>{posts}</div></main>", head)
    days = {b.span.quote(reading.text): b.published for b in reading.blocks if b.kind == "paragraph"}
    assert days == {words: date.fromisoformat(at[:10]) for at, words in POSTS}


def test_posts_without_times_have_those_of_the_page_s_data() -> None:
    updates = ", ".join(f'{{"datePublished": "{at}", "articleBody": "{words}"}}' for at, words in POSTS)
    reading = page(f"<article><h1>Live</h1>{STORY}</article>", LIVE % f', "liveBlogUpdate": [{updates}]')
    days = [block.published for block in reading.blocks if block.kind == "paragraph"]
    assert days == [date.fromisoformat(at[:10]) for at, _ in POSTS]


def test_days_named_in_an_article_make_no_posts() -> None:
    inner = [f'<p>On <time datetime="{at}">that day</time> it was said: {words}</p>' for at, words in POSTS]
    reading = page(f"<article><h1>Bridge</h1>{''.join(inner)}</article>")
    assert {block.published for block in reading.blocks} == {None}


def test_relative_days_of_a_post_count_from_its_own(tmp_path: Path) -> None:
    posts = "".join(
        f'<article><time datetime="{at}">10:24</time><p>{words} It opened yesterday.</p></article>'
        for at, words in POSTS
    )
    document = document_of(f"<html><body><main>{posts}</main></body></html>".encode(), "a.html", tmp_path)
    assert [block.published for block in document.blocks if block.kind == "paragraph"] == [
        date(2011, 5, 3),
        date(2011, 5, 4),
        date(2011, 5, 4),
    ]


@pytest.mark.parametrize(
    ("data", "expected", "warned"),
    [
        ("<meta charset=utf-8><p>It cost £5m – too much.</p>".encode(), "It cost £5m – too much.", False),
        ("<meta charset=utf-8><p>It cost £5m – too much.</p>".encode("cp1252"), "It cost £5m – too much.", False),
        ("\ufeff<p>It cost £5m.</p>".encode("utf-16-le"), "It cost £5m.", False),
        ("<meta charset='windows-1250'><p>Stálo to 5 miliónů.</p>".encode("cp1250"), "Stálo to 5 miliónů.", False),
        ("<?xml version='1.0' encoding='iso-8859-2'?><html><p>Škoda 5 miliónů.</p></html>".encode("iso-8859-2"),
         "Škoda 5 miliónů.", False),
        ("<meta charset=zip><p>It cost £5m.</p>".encode("cp1252"), "It cost £5m.", False),
        (("<p>" + "Účet za opravu mostu činil 300 milionů korun, řekl starosta. Ťukot, Ťažba, Ťava. " * 9 + "</p>")
         .encode("cp1250"), "Účet za opravu mostu činil 300 milionů", True),
    ],
)  # fmt: skip
def test_the_letters_of_a_page(data: bytes, expected: str, warned: bool) -> None:
    reading = reading_of(data)
    assert reading.text.startswith(expected)
    assert bool(reading.problems) == warned


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty; there is nothing to check"),
        (b"<html><body><script>fill()</script><div id=root></div></body></html>", "no text found in it"),
        (b"<html><body><img src=a.png></body></html>", "no text found in it"),
        (b"%PDF-1.7 ...", "named as HTML but is a PDF; name it .pdf"),
        (b"PK\x03\x04....", "named as HTML but is a packed file"),
        (b"<p>5\0 ships</p>", "NUL"),
        (b"<div>" * 2000 + b"<p>Deep down 5 ships lie.</p>", "no text found in it.*nested deeper than 256 tags"),
    ],
)
def test_a_page_without_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        reading_of(data)


def test_what_is_nested_too_deep_is_said() -> None:
    reading = page(f"<article>{STORY}</article>" + "<div>" * 400 + "<p>Deep down 5 ships lie.</p>")
    assert reading.problems == ("nested deeper than 256 tags; what lies deeper was not read",)


def test_a_page_that_a_script_fills_may_hold_its_text_as_data() -> None:
    reading = page("<div id=root></div>", ARTICLE % f'"articleBody": "{FIRST}"')
    assert told(reading) == [f"paragraph: {FIRST}"]
