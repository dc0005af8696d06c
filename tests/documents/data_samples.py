"""What the samples hold that are made of data: the documents of each file, their blocks, what is left out."""

from __future__ import annotations

EXPECTED_OF_DATA = {
    "delimited.csv": [
        "heading: Ferry traffic of Skarvik",
        'row: Year,"Passengers, thousands",R',
        'row: 2010,98.4,"4,100",91.5',
        'row: 2011,120,"4,300",88',
        "caption: Source: harbour office",
    ],
    "delimited.tsv": [
        "row: Harbour\tPassengers (thousands)",
        "row: Skarvik\t98,4\t1.200",
        "row: Norvik\t120,5\t850",
    ],
    "workbook.xlsx": [
        "heading: Traffic",
        "heading: Ferry traffic of Skarvik",
        "row: | Year | Passengers (thousands",
        "row: | 2010 | 98.4 | $4.1 million |",
        "row: | 2011 | 120 | $4.3 million | ",
        "row: | Total |  | 8.4 |",
        "heading: Old",
        "row: | ship | crew |",
        "row: | Havørn | 14 |",
    ],
    "records.json": [
        "#1 heading: Ferry strands 120 passengers",
        "#1 paragraph: A ferry with 120 passengers on",
        "#1 paragraph: Two tugs pulled it off.",
        "#2 skipped: an object without text (keys:",
        "#3 heading: Ferry aground",
        "#3 paragraph: A ferry with 118 on board ran ",
        "#3 item: 14 crew",
    ],
    "records.jsonl": [
        "#1 paragraph: A ferry with 120 passengers on",
        "#2 heading: Ferry free",
        "#2 paragraph: Two tugs pulled the ferry off ",
    ],
    "feed.rss": [
        "#1 heading: Ferry strands 120 passengers",
        "#1 paragraph: A ferry with 120 passengers ra",
        "#1 paragraph: Two tugs came.",
        "#2 heading: Harbour closed for 3 days",
    ],
    "feed.atom": [
        "#1 heading: Ferry strands 120 passengers",
        "#1 paragraph: A ferry with 120 passengers ra",
    ],
    "mail.eml": [
        "heading: Ferry at Skarvík",
        "paragraph: A ferry with 120 passengers on",
        "furniture: On Monday, Bo Dahl wrote:\n> I ",
        "paragraph: Nobody was hurt, the coast gua",
        "furniture: -- \nAda Lind, phone 5550100",
        "/traffic.csv row: year,passengers",
        "/traffic.csv row: 2011,120",
    ],
    "archive.zip": [
        "/notes/ferry.txt paragraph: A ferry with 120 passengers on",
        "/traffic.csv row: year,passengers",
        "/traffic.csv row: 2011,120",
    ],
    "web_archive.warc": [
        "#1 paragraph: A ferry with 120 passengers on",
        "skipped: parts of pages that hold no te",
    ],
}
