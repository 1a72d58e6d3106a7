"""People of an origin, a faith or a status are found by what stands beside a name, in any words."""

import time

import pytest

from groundwork.authoring import origins as from_cldr
from groundwork.subject import choosing, origins
from groundwork.subject.fairness.rule_card import RuleCard, check

TOLD = (
    "Members of Mt. Zion AME first",
    "Asylum applicants",
    "Green-card holders",
    "Families with an ITIN",
    "Members of the Islamic Center",
    "Stateless persons",
    "whites only",
    "MENA residents",
    "people from overseas",
    "Foreigners",
    "foreign nationals",
    "Temporary Protected Status holders",
    "H-2A workers",
    "Unaccompanied minors",
    "second-generation families",
    "Families from Haiti and Guatemala first, then Brown and Native families; then by wait",
    "Families from Haiti and Native mothers who look like those we serve",
    "Haiti families",
    "Families from Haiti and Native households, ACS",
    "Farmworkers from Mexico",
    "Cherokee families",
    "Native families",
    "Brown families",
    "People of colour",
    "Families whose parents were not born in the United States",
    "Native-born residents only",
    "US-born residents only",
    "American families first",
    "Naturalized families",
    "Residents with proof of lawful presence",
    "Residents with a Social Security number only",
    "Families without papers",
    "Mixed-status families",
    "Visa holders",
    "African families",
    "Africans",
    "Caribbean families",
    "Central American families",
    "West Indian",
    "European",
    "Italian",
    "Indian",
    "Bengali",
    "Karen families",
    "West Indian families",
    "European families",
    "Italian families",
    "Indian families",
    "Bengali families",
    "Garifuna families",
    "Pentecostal families",
    "Parishioners of Mt. Zion AME first",
    "Mosque members first",
    "families of the synagogue",
    "families with Spanish surnames",
    "Little Haiti residents",
    "Chinatown residents",
    "B/AA first",
    "R/E code 2 or 3 first",
    "BAME",
    "Global majority",
    "Historically excluded families",
    "AA mothers",
    "AfAm mothers",
    "Hawaiian mothers",
    "Foreign born mothers",
    "Navajo elders",
    "Zip code, since we can no longer use race",
    "We may not use race any more, so we use poverty",
    "To make up for decades of neglect",
    "members of the tribe first",
    "Promotoras from El Salvador",
    "cooks from Honduras",
    "Residents born in Sri Lanka",
    "born outside Canada",
    "Armenian mothers",
    "Yoruba families",
    "Punjabi drivers",
    "Latin American parents",
    "Sub-Saharan African families",
    "Chilean workers",
    "Peruvians first",
    "Those who came from Venezuela",
    "Callers who fled Syria",
    "People on student visas",
    "Families from the Caribbean",
    "Families from Central America",
    "Families from West Africa",
    "Haiti-born mothers",
    "Mexican-born parents",
    "Choctaw members first",
    "Lutheran families",
    "Methodist residents",
    "Church families first",
    "Members of Bethel AME Church",
    "Parents at the mosque",
    "dark-skinned residents",
    "Residents who are Brazilian",
    "Race may not be used, so zip code stands here",
    "Because we cannot ask about race, we look at the school",
    "biracial children",
    "Families with roots in Eritrea",
    "Turkish residents",
    "Polish seniors",
    "Portuguese elders first",
    "Hopi households",
    "Lumbee residents",
    "West African families",
    "New Haitian mothers",
)
PASSES = (
    "Answer from the Jordan office",
    "People with no papers at the desk",
    "Referred from the India Street clinic",
    "People at the Greek festival with food poisoning",
    "Egg whites past their date",
    "Foreign body in the eye",
    "Asian tiger mosquito bites",
    "White-tailed deer tick counts",
    "Black-legged ticks found",
    "Black widow bite",
    "Asian longhorned beetle",
    "Zika from Brazil",
    "ADI over 80",
    "SVI over 75",
    "Children due for the 4-month shots",
    "Babies with low birth weight",
    "Pregnant women in the WIC window",
    "Age-appropriate for the vaccine by CDC schedule",
    "Native American Health Week booth",
    "Blood lead at or above 3.5 micrograms per deciliter, then days since the test",
    "Systolic pressure over 140 first",
    "A smoke alarm older than 10 years",
    "race track chemical spill, then fire",
    "Korean War veterans hall has mold",
    "Which children get a home visit first",
    "Bank of China building inspected",
    "Families from Georgia",
    "Residents of Lebanon County",
    "Residents of Peru, Indiana",
    "Residents of Mexico, Missouri",
    "University of Georgia clinic",
    "Residents of New Mexico",
    "Panama City residents",
    "Spices from India with lead above 3.5",
    "Travelers returning from Nigeria within 21 days",
    "American Heart Association class done",
    "American Community Survey, table B17001",
    "Americans with Disabilities Act request",
    "French fries fryer out of order",
    "Italian restaurant with a critical violation",
    "Chinese food truck inspected within 30 days",
    "Forms in Spanish, Somali and Arabic",
    "The language of the form is Spanish",
    "Patients of Methodist Hospital",
    "Lutheran Social Services clients",
    "Patients of Saint Jude Hospital",
    "Food pantry at the church hall",
    "Clinic site at Bethel Church",
    "Church Street residents",
    "Temple University nurses",
    "Parish office",
    "Wheelchair ramp missing",
    "AA members",
    "AA batteries",
    "Visa gift cards",
    "Lead paint from China",
    "Polish on the floor",
    "Turkey dinner delivered",
    "Weeks of pregnancy past 28, then no prenatal visit yet; then the order of asking.",
    "A safety risk at home; the Nurse Supervisor grants it.",
    "Days since the request",
    "Homes with a well within 100 feet of a septic tank",
    "Score of 9 or more on the screen",
    "Hemoglobin below 11 first",
    "A1c over 9 first",
    "Income below 200 percent of poverty",
    "Distance from the clinic over 10 miles",
    "Wait over 30 days",
    "Temperature over 100 first",
    "Rent over 50 percent of income",
    "Newborn screening result out of range",
    "White Mountain Road",
    "Blacktop repair",
    "A blind draw among equal needs",
    "Records from Jordan Valley Clinic",
    "Calls from Lebanon Street",
    "Food-borne illness reported",
    "Vector-borne disease case",
    "Papers filed at the desk",
    "Paid within 10 days by Finance",
    "Native plants garden",
    "Brown water from the tap",
    "Brown County clinic",
    "Congregate care site",
    "Temple of the head measured",
    "Households without heat",
    "Homes built before 1978",
    "Cases of measles within 21 days",
    "No doctor's visit in 12 months",
    "Unsafe drinking water notice",
    "Referral from a hospital",
    "Wait since the first call",
    "Asthma emergency visits in 12 months",
    "Rate of asthma visits per 10,000 residents",
    "Any need, regardless of race, religion or age",
    "By district, not by race",
    "Race is not used",
    "Staff do not ask about race or religion",
    "Order of need on the form",
    "Oldest request first",
    "Number of rooms with mold",
    "Lowest water pressure first",
    "Dental pain score of 8 to 10",
    "Cuba Street bridge closed",
    "Homes in Harlan, Iowa",
    "Delaware County request",
    "Cheyenne residents with a well",
    "Dakota County Health Department referral",
    "Norfolk clinic requests",
    "Houma clinic requests",
    "Marathon route closed",
    "Patients of the Mohawk Valley clinic",
    "Oneida County requests",
    "Indian River residents whose well is closed",
    "Swiss cheese recall",
    "Greek yogurt recall",
    "Sandwich shops with a critical violation",
    "Restaurants with a critical violation",
    "Apache Road flooding",
    "Cherokee County residents",
    "Sioux Falls callers",
    "Turkey Creek residents",
    "Guinea pig bites",
    "Prenatal visit kept in week 12",
    "Immediate danger to life",
    "Gas leak reported",
    "Home visit not done in 10 days",
    "Days without insulin",
    "Carbon monoxide over 9 parts per million",
    "Nitrate over 10 milligrams per liter",
    "Radon at or above 4.0 picocuries",
    "Building older than 50 years",
)
BODIES = (
    "Tribal Council of the nearest Tribe",
    "Tribal health director",
    "Tribal Liaison",
    "Black Parents United",
    "Members of the Hmong American Partnership",
    "Latino Health Access",
    "Immigrants' rights group members",
    "The Hmong elders council",
    "Historically Black University's School of Public Health",
    "the Cherokee Nation",
    "Each federally recognized Tribe in the county",
    "Consultation with the Navajo Nation",
    "Office of Racial Equity",
    "Haitian American Nurses Association",
    "Somali parents council",
    "Latino Commission on AIDS",
    "Tribal governments, by letter",
    "The Tribe's health department",
    "Jewish Family Services",
    "Catholic Charities",
    "National Association of Hispanic Nurses",
    "Asian Pacific Community in Action Network",
    "Black Chamber of Commerce",
    "the Tribal court",
    "Korean Community Center",
)
NO_BODIES = (
    "members of the tribe first",
    "Tribal members first",
    "Members of the Cherokee Nation first",
    "Citizens of the Navajo Nation only",
    "Tribe members only",
    "Haitian families first",
    "Black mothers",
    "two Hmong elders",
    "Black nurses",
    "Native mothers",
)
NUDGED = (
    "Public housing residents first",
    "Anyone from the east side",
    "Families in the Promise Zone",
    "Q'anjob'al speakers",
    "People with HIV first",
    "People in wheelchairs",
    "Widows",
    "Wives of members",
    "Under-18s first",
    "Over 65",
    "Residents over 65",
    "65 and older",
    "Children, then over 80",
    "Autistic residents first",
    "Blind residents",
)
NEED = (
    "Children under 6 in poverty, ACS",
    "Births to mothers without a visit by week 12",
    "Infant deaths per 1,000 births",
    "Women without a screening in two years",
    "Seniors waiting for a ramp",
    "Adolescents diagnosed with asthma",
)


@pytest.mark.parametrize("text", TOLD)
def test_people_of_an_origin_a_faith_or_a_status_are_a_question_of_law(text: str) -> None:
    trait = choosing.by(text)
    assert trait and trait.strong
    (told,) = [each for each in check(RuleCard(criteria=text)) if each.harms]
    assert "counsel" in told.try_instead


@pytest.mark.parametrize("text", PASSES)
def test_a_thing_a_place_or_a_measure_is_no_trait(text: str) -> None:
    assert choosing.by(text) is None


@pytest.mark.parametrize("text", BODIES)
def test_a_tribe_or_a_body_is_asked_as_such(text: str) -> None:
    trait = choosing.by(text, of_positions=True)
    assert trait is None or not trait.strong


@pytest.mark.parametrize("text", NO_BODIES)
def test_members_are_no_body(text: str) -> None:
    trait = choosing.by(text, of_positions=True)
    assert trait and trait.strong


@pytest.mark.parametrize("text", NUDGED)
def test_health_family_and_age_are_nudged(text: str) -> None:
    trait = choosing.by(text)
    assert trait and not trait.strong


@pytest.mark.parametrize("text", NEED)
def test_a_count_that_describes_need_chooses_nobody(text: str) -> None:
    assert choosing.of_need(text) is None
    assert choosing.of_need(f"{text}; teens first")


def test_members_of_a_panel_who_were_asked_are_not_chosen() -> None:
    for asked in ("Latina mothers on the panel", "Black Mothers United, paid"):
        assert not [each for each in check(RuleCard(asked=asked)) if each.part == "asked"]
    (told,) = [each for each in check(RuleCard(asked="Latina mothers")) if each.part == "asked"]
    assert told.harms


def test_a_log_may_count_the_result_by_race() -> None:
    log = "Log; the Office Manager counts the result by race each quarter, none under 10"
    assert not [each for each in check(RuleCard(log=log)) if each.part == "log"]


def test_the_names_are_those_of_the_cldr() -> None:
    assert from_cldr.generate(check=True) == []
    for place in from_cldr.from_cldr()["places"]:
        if place.isalpha() and place.casefold() not in origins._OTHER_WORDS:
            assert origins.found(f"Families from {place} first") == place


def test_a_long_text_is_read_while_it_is_typed() -> None:
    text = " ".join(PASSES)[:5000]
    choosing.by(text)
    start = time.process_time()
    for _ in range(5):
        choosing.by(text)
    assert (time.process_time() - start) / 5 < 0.1, "tens of milliseconds even on a slow machine"
