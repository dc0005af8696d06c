"""Context: what a figure is a figure of, where, when and according to whom."""

from __future__ import annotations

import pytest

from tests.figures.extracted import PUBLISHED, figure

MEASURES = [
    ("The blast killed 12 people.", "12", "killed"),
    ("Twelve people died in the blast.", "Twelve", "killed"),
    ("The blast injured 12 people.", "12", "injured"),
    ("The death toll rose to 11.", "11", "killed"),
    ("Police arrested 17 people.", "17", "arrested"),
    ("The bridge cost $45 million.", "$45 million", "price"),
    ("The yard posted a profit of $12 million.", "$12 million", "profit"),
    ("The yard had revenue of $12 million.", "$12 million", "revenue"),
    ("Turnout was 55 percent.", "55", "turnout"),
    ("The tower is 300 metres tall.", "300", "height"),
    ("The quake struck at a depth of 10 km.", "10", "depth"),
    ("The river is 300 metres wide.", "300", "width"),
    ("Inflation reached 4 percent.", "4", "inflation"),
    ("Some 300 soldiers were deployed.", "300", "deployed"),
    ("He was jailed for 12 years.", "12", "sentence"),
    ("The bridge is 1,400 feet long.", "1,400", "length"),
    ("The rings were worth €60,000.", "€60,000", "price"),
    ("Two-thirds of the houses burned.", "Two-thirds", "destroyed"),
    ("Shares fell 2.3 percent.", "2.3", "share price"),
    ("Shares in Norvik Bank were down 4%.", "4%", "share price"),
    ("The family sold its 12 percent stake.", "12", "stake"),
    ("The fund bought 4 percent of the shares.", "4", "stake"),
]

SUBJECTS = [
    ("The farm has 12 black horses.", "12", "horse"),
    ("Hundreds of villagers left.", "Hundreds", "villager"),
    ("Two-thirds of the members voted.", "Two-thirds", "member"),
    ("The bridge cost $45 million.", "$45 million", "bridge"),
    ("Profit rose to $12 million.", "$12 million", "profit"),
    ("According to Rival Skarv Air, 2023 was its best year.", "2023", ""),
    ("According to three jurors, the talks were hard.", "three", "juror"),
]

ATTRIBUTIONS = [
    ("At least 12 people died, the mayor said.", "12", "mayor"),
    ("At least 12 people died, according to the mayor.", "12", "mayor"),
    ("The mayor said that 12 people died.", "12", "mayor"),
    ("Mayor Olga Brandt said 12 people died.", "12", "Brandt"),
    ("According to Interpol, 12 people died.", "12", "Interpol"),
    ("According to rival Skarv Air, 12 people died.", "12", "Skarv Air"),
    ("The mayor said 40 died, but 60 were hurt, according to Interpol.", "40", "mayor"),
    ("The mayor said 40 died, but 60 were hurt, according to Interpol.", "60", "Interpol"),
    ("The mayor said 40 died and 60 were hurt, according to a paper.", "60", "mayor"),
]

PERIODS = [
    ("The port handled 300 ships in 2019.", "300", "2019"),
    ("The port handled 300 ships in May 2019.", "300", "2019-05"),
    ("In 2019 the port handled 300 ships.", "300", "2019"),
    ("The port handled 300 ships last year.", "300", "2023"),
    ("The port handled 300 ships on Monday.", "300", "2024-03-11"),
]

PLACES = [
    ("At least 12 people died in Lisbon.", "12", "Lisbon"),
    ("At least 12 people died in northern Portugal.", "12", "Portugal"),
    ("The ferry sank 30 miles off Crete.", "30", "Crete"),
]


OF = [
    ("The laptop will feature 7 hours of battery life.", "7", "laptop battery"),
    ("The museum lost 7 Roman coins.", "7", "museum lost coins"),
    ("Two-thirds of the members voted.", "Two-thirds", "members voted"),
]


@pytest.mark.parametrize(("sentence", "number", "measure"), MEASURES)
def test_a_figure_has_its_measure(sentence: str, number: str, measure: str) -> None:
    assert figure(sentence, number).context.measure == measure


@pytest.mark.parametrize(("sentence", "number", "subject"), SUBJECTS)
def test_a_figure_has_its_subject(sentence: str, number: str, subject: str) -> None:
    assert figure(sentence, number).context.subject == subject


@pytest.mark.parametrize(("sentence", "number", "speaker"), ATTRIBUTIONS)
def test_a_figure_has_who_said_it(sentence: str, number: str, speaker: str) -> None:
    assert speaker.lower() in (figure(sentence, number).context.attribution or "").lower()


@pytest.mark.parametrize(("sentence", "number", "period"), PERIODS)
def test_a_figure_has_its_period(sentence: str, number: str, period: str) -> None:
    assert figure(sentence, number, PUBLISHED).context.period == period


@pytest.mark.parametrize(("sentence", "number", "place"), PLACES)
def test_a_figure_has_its_place(sentence: str, number: str, place: str) -> None:
    assert place in figure(sentence, number).context.places


def test_a_figure_that_nobody_says_has_no_attribution() -> None:
    assert figure("At least 12 people died.", "12").context.attribution is None


@pytest.mark.parametrize(("sentence", "number", "words"), OF)
def test_the_words_of_the_sentence_say_what_it_is(sentence: str, number: str, words: str) -> None:
    of = figure(sentence, number).context.of
    assert set(words.split()) <= set(of)
    assert all(word in sentence for word in of)
