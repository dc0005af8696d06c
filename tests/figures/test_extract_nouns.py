"""What a count counts: the noun's lemma, its qualifiers, and nouns that are not said."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure

COUNTED = [
    ("The farm has 12 horses.", "12", "horse"),
    ("The farm has 12 black horses.", "12", "horse"),
    ("The farm has 12 sheep.", "12", "sheep"),
    ("The farm has 12 geese.", "12", "goose"),
    ("Some 40 people came.", "40", "person"),
    ("Some 40 women came.", "40", "woman"),
    ("Some 40 men came.", "40", "man"),
    ("Some 40 children came.", "40", "child"),
    ("The police seized 14 stolen bicycles.", "14", "bicycle"),
    ("The court heard 9 witnesses.", "9", "witness"),
    ("The region lost 30 factories.", "30", "factory"),
    ("Two hundred of the villagers left.", "Two hundred", "villager"),
    ("Thousands of villagers left.", "Thousands", "villager"),
    ("The county has 30 high schools.", "30", "school"),
    ("The team has 5 world champions.", "5", "champion"),
    ("A total of 18 boats sank.", "18", "boat"),
    ("Among the guests were 18 mayors.", "18", "mayor"),
    ("The race drew 1,204 riders.", "1,204", "rider"),
    ("The area has 14 football pitches.", "14", "pitch"),
    ("The firm will hire 200 more people.", "200", "person"),
    ("The three-member panel met.", "three", "member"),
    ("The two-storey house burned.", "two", "storey"),
    ("Of the 12 boats, three sank.", "three", "boat"),
    ("He tested positive 3 times.", "3", "time"),
    ("The ferry carried 35 crew.", "35", "crew"),
    ("The clerk accused three co-workers.", "three", "co-worker"),
    ("The three-tiered cake fell.", "three", "tier"),
    ("He completed 29 of 34 passes.", "29", "pass"),
    ("Their keeper threw 23 of 36 passes for 200 yards.", "23", "pass"),
    ("Of the 45 ships, 12 of 20 tankers sank.", "12", "tanker"),
    ("The utility will build two 1,600 MW reactors.", "two", "reactor"),
    ("The mill cut its staff from 900 to 650 workers.", "900", "worker"),
    ("The motion won by 7 votes to 2.", "2", "vote"),
    ("Unemployment rose by 11,000 to 2.71 million.", "11,000", ""),
    ("The navy freed 12 Somali and 11 Kenyan sailors.", "12", "sailor"),
    ("The million-member union struck.", "million", "member"),
    ("Nurses gave 300 doses.", "300", "dose"),
    ("They found three bases.", "three", "base"),
    ("They raised two taxes.", "two", "tax"),
    ("She ate two cookies.", "two", "cookie"),
    ("They dug up 12 corpses.", "12", "corpse"),
    ("The town faces two crises.", "two", "crisis"),
    ("A 10,000-strong force came.", "10,000", "person"),
    ("The town (population 4,300) was cut off.", "4,300", "person"),
    ("A crowd of about 78,000 watched.", "78,000", "person"),
    ("A crowd of 300 students watched.", "300", "student"),
    ("The 40-some nurses left.", "40", "nurse"),
    ("Deaths pass 100,000 mark.", "100,000", "person"),
    ("A couple of hundred boats came.", "A couple of hundred", "boat"),
    ("The state plans 1.7m homes.", "1.7m", "home"),
    ("Some 40k flats lost power.", "40k", "flat"),
    ("The famine drove out 3m and 1.2m died.", "1.2m", "person"),
]

ELIDED = [
    ("A bomb went off in the market, killing four.", "four", "person"),
    ("The blast killed 12 and injured 30.", "12", "person"),
    ("The blast killed 12 and injured 30.", "30", "person"),
    ("The death toll rose to 11.", "11", "person"),
    ("Police arrested 17 after the match.", "17", "person"),
    ("At least six were wounded.", "six", "person"),
    ("Storm Kills 14 in Coastal Town", "14", "person"),
    ("2 Dead, 1 Wounded in Bakery Fire", "1", "person"),
    ("The storm left 24 dead.", "24", "person"),
    ("The Otters have lost four in a row.", "four", "game"),
    ("Five bombs fell, and two went off.", "two", "bomb"),
    ("A father of three died.", "three", "child"),
    ("The 30 guests, 22 of whom left, sang.", "22", "guest"),
    ("Peters made 112 off 167 balls.", "112", "run"),
    ("Peters made 112 off 167 balls.", "167", "ball"),
    ("The Front won 84 seats, the Union 61 and the Greens 12.", "61", "seat"),
    ("The Front won 84 seats, the Union 61 and the Greens 12.", "12", "seat"),
    ("Seats: Labour Front 84, Union 61.", "84", "seat"),
    ("Norway won 16 medals, Germany 12 and Sweden 9.", "9", "medal"),
    ("Workers, about 300 in all, walked out.", "300", "worker"),
    ("Homes nearby, some 1,100, lost power.", "1,100", "home"),
    ("About 200 will lose work.", "200", ""),
    ("Of 1,204 patients, 56 had a cough.", "56", "patient"),
    ("About 200 will lose work, says Norvik, 40 of them pilots.", "40", ""),
]

QUALIFIED = [
    ("The farm has 12 black horses.", "12", "black"),
    ("The army sent 300 reserve soldiers.", "300", "reserve"),
    ("The museum lost 7 Roman coins.", "7", "roman"),
]


@pytest.mark.parametrize(("sentence", "number", "noun"), [*COUNTED, *ELIDED])
def test_a_count_has_the_lemma_of_what_it_counts(sentence: str, number: str, noun: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, found.amount.unit) == ("count", noun)


@pytest.mark.parametrize(("sentence", "number", "qualifier"), QUALIFIED)
def test_a_qualifier_of_the_noun_is_kept(sentence: str, number: str, qualifier: str) -> None:
    assert qualifier in [q.lower() for q in figure(sentence, number).context.qualifiers]
