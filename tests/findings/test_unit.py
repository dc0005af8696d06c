"""Units that do not go together in one text: each check with texts that are wrong and right."""

from __future__ import annotations

import pytest

from tests.findings.single import judged

WRONG = [
    ("The path is 10 km (9 miles) long.", "9", "10 kilometers are 6.21 miles"),
    ("The path is more than 10 miles (about 25 km) long.", "25", "10 miles are 16.1 kilometers"),
    ("It is 30 miles (40 km) away.", "40", "30 miles are 48.3 kilometers"),
    ("It weighs 5 tons (4,000 kg).", "4,000", "5 tons are 4,536 kilograms"),
    ("It weighs 80 kilograms (200 pounds).", "200", "80 kilograms are 176 pounds"),
    ("The tank holds 10 gallons (60 litres).", "60", "10 gallons are 37.9 liters"),
    ("It burned 100 acres (100 hectares).", "100", "100 acres are 40.5 hectares"),
    ("It burned 1.2 million square km (1.2 million square miles).", "1.2 million", "463,323 square miles"),
    ("The parcel weighs 100 kg (150 pounds).", "150", "100 kilograms are 220 pounds"),
    ("Winds reached 100 mph (120 km/h).", "120", "100 mph are 161 km/h"),
    ("The captain is 5 ft 8 in (190 cm) tall.", "190", "5.67 feet are 173 centimeters"),
    ("It was 40 C (120 F) in the shade.", "120", "40 °C are 104 °F"),
    ("It was 30°C (100°F) in the shade.", "100", "30 °C are 86 °F"),
    ("It is 5-6 km (5-6 miles) away.", "5-6", "5 kilometers are 3.11 miles"),
    ("It lasted 90 minutes (two hours).", "two", "90 minutes are 1.5 hours"),
]
RIGHT = [
    "The path is 10 km (6 miles) long.",
    "It is 20 miles (30 km) away.",
    "The wall is 300 feet (100 metres) long.",
    "It is half a mile (800 metres) away.",
    "The wave was 50 centimeters (20 inches) high.",
    "The tank holds 5 gallons (23 litres).",
    "It burned 590,000 hectares (1,500,000 acres).",
    "It is 30 miles (50 km) away.",
    "It is 10 miles (15 km) away.",
    "It is 2 miles (4 km) away.",
    "It weighs 5 tons (4,600 kg).",
    "It weighs 80 kilograms (180 pounds).",
    "It weighs 50 tons (50,800 kg).",
    "Winds reached 60 mph (97 kph).",
    "The guard is 6 ft 2 in (1.88m) tall.",
    "It was 40 C (104 F) in the shade.",
    "It was minus 40°C (minus 40°F) at night.",
    "It is 1.5 degrees Celsius (2.7 degrees Fahrenheit) warmer.",
    "Elsin claims a zone of 200 miles (370 km).",
    "The house cost $500,000 (A$700,000).",
    "Petrol costs $3.50 a gallon (92 cents a litre).",
    "He gave up after 60 km (2 miles short of Elsin).",
    "He took 2 hours (30 minutes longer than she did).",
]


@pytest.mark.parametrize(("text", "primary", "reason"), WRONG, ids=[text for text, _, _ in WRONG])
def test_a_wrong_conversion_is_told_with_the_right_one(text: str, primary: str, reason: str) -> None:
    found = judged(text, "unit")
    assert found.told() == [("unit/conversion", primary)]
    assert reason in found.reasons()[0]
    assert [len(side) for side in found.findings[0].sides] == [1, 1]


@pytest.mark.parametrize("text", RIGHT)
def test_a_conversion_within_rounding_is_not_told(text: str) -> None:
    assert judged(text, "unit").told() == []


@pytest.mark.parametrize(
    ("text", "primary"),
    [
        ("It cost A$7 and US$5. It cost $6.", "$6"),
        ("It cost $6. It cost A$7 and US$5.", "$6"),
        ("It cost C$7 million, not US$5 million. The crane cost $2 million.", "$2 million"),
        ("It cost HK$7 and US$5. It cost $6, then $8.", "$6"),
        ("It cost NZ$7 ($5). It cost US$8, then $9.", "$9"),
        ("It cost S$7 and US$5, or $6 with tax.", "$6"),
    ],
)
def test_a_bare_sign_among_several_dollars_is_told_once(text: str, primary: str) -> None:
    assert judged(text, "unit").told() == [("unit/currency", primary)]


@pytest.mark.parametrize(
    "text",
    [
        "It cost A$7 and US$5.",
        "It cost A$7 ($5).",
        "It cost US$5, then $6.",
        "It cost $5, then $6.",
        "It cost A$7 and US$5. It cost $6 million Canadian.",
        "It cost A$7 (US$5). It cost €6.",
    ],
)
def test_signs_that_are_clear_are_not_told(text: str) -> None:
    assert judged(text, "unit").told() == []
