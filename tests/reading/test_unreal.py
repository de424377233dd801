"""What did not happen, or is no incident: nothing of it may stand on the map. Each with its near miss that did."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

HARIR = {"place": "harir"}

NOT_REAL = [
    row("whoever did", "The minister said on Sunday that whoever struck at Harir would pay a heavy price."),
    row(
        "a country's past, without a day",
        "Lawyers asked for an inquiry on Sunday. The coalition bombed towns in Yemen with such jets, they say.",
    ),
    row(
        "an exercise",
        "Troops fired rockets at mock targets near Tartus on Sunday as part of a three-day drill.",
    ),
    row(
        "the enemies of an exercise, sentences later",
        "The navy opened its yearly exercise on Monday. The drills take place off Palawan.\n\nAmong the main events "
        "are the shooting down of drones and the sinking of a ship off Laoag in the Philippines. Jets and rockets hit "
        "it one after another. Last year's exercises were smaller. No country is the target of the exercise, a colonel "
        "said.",
    ),
    row(
        "an attack on an exercise",
        "A drone hit the Harir base on Sunday while new recruits were asleep.",
        HARIR,
    ),
    row(
        "a crash of an army's aircraft",
        "Nine soldiers were killed when a military transport plane went down near Gao, Mali, on Sunday, the army said. "
        "Rebels hold the desert to the north, and gunmen have attacked patrols there.",
    ),
    row(
        "where the wreck of an aircraft was brought",
        "The remains of the nine soldiers killed when an army plane went down near Gao were flown to Bamako, Mali, on "
        "Sunday. Engineers will look at what is left of the aircraft. Rebels with rockets hold the desert.",
    ),
    row(
        "a drone that hit an aircraft",
        "Nine soldiers were killed when a drone hit an army helicopter near Gao, Mali, on Sunday, the army said.",
        {"place": "gao", "killed": 9},
    ),
    row(
        "ammunition that is blown up by engineers, in Arabic",
        "تقوم فرق من الجيش اليوم بتفجير ذخائر غير منفجرة في محيط بلدتي تولين والطيبة جنوب لبنان. ودعت القيادة "
        "الأهالي إلى عدم الهلع لدى سماع دوي الانفجارات.",
    ),
    row("a plan", "The army plans to strike rebel positions in Saraqib this week, a general said on Sunday."),
    row(
        "a strike after planning",
        "Rockets hit the Harir base on Sunday.\n\nThe attack was planned for weeks.",
        HARIR,
    ),
    row(
        "a film that was shot",
        "Rockets hit the Harir base on Sunday, killing a guard. A crew shot the film in Mosul on Saturday.",
        HARIR,
    ),
    row(
        "sirens that went off",
        "Rockets hit the Harir base on Sunday, killing a guard. At Balad the sirens went off on Sunday as well.",
        HARIR,
    ),
    row(
        "deeds that grew in number",
        "The report was presented in Doha on Sunday. Deaths from targeted shootings by the Taliban grew by half.",
    ),
    row(
        "a factory that blew up by accident",
        "GEBZE - A blast that was heard for miles brought down part of an ammunition factory in Gebze on Sunday, and "
        "nine workers have lost their lives, officials said. Seven others were hurt.\n\n"
        "The governor ruled out sabotage and spoke of a technical fault.",
    ),
    row(
        "a base where an attack is not ruled out",
        "A blast tore through a depot at the Harir base on Sunday and killed nine soldiers.\n\n"
        "Officials have not said whether it was sabotage.",
        HARIR,
    ),
    row(
        "whom a storm killed",
        "Heavy rain has fallen on the city since Friday, with floods and flooding. Five people were killed when a "
        "house in Mosul collapsed on Sunday. The floodwater reached the camps.\n\n"
        "The houses had been weakened by bombardment during the war.",
    ),
    row(
        "an attack while it rained",
        "Heavy rain has fallen on the plain since Friday, with flooding and floods. Rockets hit the Harir base on "
        "Sunday while the floodwater rose.",
        HARIR,
    ),
    row(
        "a novel",
        "The new novel opens in Mosul. A car bomb kills the baker, and gunmen storm the market. The novelist, who won "
        "a literary prize, wrote the novel in Erbil.",
    ),
    row(
        "years of raids",
        "There is no foreign base here, the ministry said on Monday.\n\nIn the years after 2003 the Americans used "
        "the airfields at Harir and Bashur, and from the latter drones took off for strikes in the mountains that "
        "killed militants and herders by the hundred.",
    ),
    row(
        "a plant that burned where safety was broken",
        "TARSUS - On Sunday evening two explosions were heard in Tarsus, and a workshop of the works "
        "burned down. Nineteen workers are in hospital.\n\nInvestigators speak of violated industrial safety and "
        "of a short circuit.",
    ),
    row(
        "the dead of an exercise, on paper",
        "Jets came in low over the range near Tartus on Sunday, laid their bombs across a line of wooden trucks and "
        "killed three hundred of the enemy, on paper. The manoeuvres end on Tuesday; the drill is the dress rehearsal "
        "of the year, and the exercises have onlookers.",
    ),
    row(
        "what is ruled out on land",
        "DOHA, July 19 - No attacks from the air, on land, over water or over the radio: to this the Democratic "
        "Republic of Congo and the M23 rebels bound themselves on Saturday. Jets and drones are to stay at home.",
    ),
    row(
        "what people thought they heard",
        "We thought they were shelling Mosul again, a neighbour said on Sunday; it was thunder. An army jet passed.",
    ),
    row(
        "talk of an attack",
        "A loud bang was heard in Natanz on Sunday. Accounts abroad vied in speculation about an attack by drones on "
        "the plant in Natanz.",
    ),
    row(
        "plans in a list",
        "Whoever reads the papers finds the plans: shelling of Tyre by drones and guns, raids on Sidon with rockets.",
    ),
    row(
        "what a company of gunmen used to do",
        "For Bamako this means fewer raids by jets. Wagner rode along with Malian columns, took losses and burned "
        "villages. JNIM profits from any pause: it has drones and rockets.",
    ),
    row(
        "houses of one town that were bombed",
        "Gunmen bombed houses in Kidal on Sunday and killed two men.",
        {"place": "kidal"},
    ),
    row(
        "arms of which there were none",
        "Media cell: no rockets at Harir, only grass on fire\n\nErbil - Farmers burnt stubble near the Harir base on "
        "Sunday, the cell said. Nobody was hurt.",
    ),
    row(
        "sirens that warned in vain",
        "Sirens that warned of a hostile aircraft sounded in Metula on Sunday and sent residents to their shelters. It "
        "was a false alarm, the army said; no interceptor was launched.",
    ),
    row("a threat", "The group threatened on Sunday to attack US bases at Harir and Ain al-Asad."),
    row(
        "a strike after a threat",
        "The group had threatened the base for weeks; on Sunday rockets hit Harir air base.",
        HARIR,
    ),
    row("a vow", "Iran vowed on Sunday to strike Haifa if it is attacked again."),
    row("a warning", "The embassy warned on Sunday that rockets could hit the Green Zone."),
    row(
        "a condition",
        "If a drone were to hit the Harir base, the contingent would leave, an officer said on Sunday.",
    ),
    row("a negation", "No rockets hit the Harir base on Sunday, the garrison said."),
    row("a negated verb", "The Harir base was not attacked on Sunday, a spokesman said."),
    row(
        "a negated victim is no negation",
        "A rocket hit the Harir base on Sunday but did not hurt anyone.",
        {"place": "harir", "killed": 0, "wounded": 0},
    ),
    row(
        "a foiled plot",
        "Police foiled a plot to bomb a market in Karbala on Sunday.",
    ),
    row("a false alarm", "Sirens sounded in Haifa on Sunday; the army said it was a false alarm."),
    row(
        "a rumour denied",
        "The governor denied on Sunday reports that a drone had hit Erbil airport.",
    ),
    row("a call for", "A cleric called on Sunday for attacks on the US base at Harir."),
    row(
        "suspended attacks",
        "Kataib Hezbollah announced on Sunday that it suspends its attacks on US forces in Iraq.",
    ),
    row(
        "defences against attacks",
        "The Pentagon will send air defences to Erbil to protect troops against drone attacks, it "
        "said on Sunday.",
    ),
    row("an anniversary", "Halabja marked on Sunday the anniversary of the chemical attack."),
    row(
        "soldiers whose bus overturned",
        "Eleven conscripts were killed and six hurt when their bus overturned on the desert road near Mosul on Sunday. "
        "They were on the way to their posts, where the army fights Islamic State.",
    ),
    row(
        "a depot that a fire set off",
        "More than 200 people were killed in Mosul on Sunday when a fire set off the stock of a depot, hospital "
        "sources said. Shells flew across the river. The minister spoke of a short circuit.",
    ),
    row(
        "a wall that a war had cracked",
        "Ten children were killed on Sunday when the wall of a school that had been hit in the war years ago fell on "
        "them in Mosul. Rain had soaked the mud bricks for days; many houses are dilapidated.",
    ),
    row(
        "a house that collapsed under a bomb",
        "Nine people were killed when a house collapsed in Mosul on Sunday after a barrel bomb hit it. It had rained.",
        {"place": "mosul", "killed": 9},
    ),
    row(
        "a lorry in a crowd",
        "A lorry crashed into a crowd in Mosul on Sunday, killing 12 people. Islamic State claimed the attack.",
        {"place": "mosul", "killed": 12},
    ),
    row(
        "a fire in a hospital, in Arabic",
        "قُتل 92 شخصاً في الحريق الذي اندلع في مستشفى في الموصل يوم الأحد نتيجة تماس كهربائي.",
    ),
    row(
        "a house that an air strike brought down, in Arabic",
        "قُتل تسعة مدنيين بانهيار مبنى في مدينة الموصل استهدفته غارة جوية يوم الأحد.",
        {"place": "mosul", "killed": 9},
    ),
    row(
        "what would follow",
        '"You bomb Saraqib, they walk to Atmeh," an aid worker said on Sunday. "It is arithmetic."',
    ),
    row(
        "what bandits do all the time",
        "Herders sell their cattle. Bandits raid villages and schools in Benue, and farmers and herders kill one "
        "another on the Plateau.",
    ),
    row(
        "what mines go on doing",
        "The mines go on killing in Ramadi long after the fighters left, a sapper said.",
    ),
    row(
        "a death at every hour",
        "In the camp near Mosul a child dies every two hours, the agency says; jets pass.",
    ),
    row(
        "what somebody is able to do",
        "The army is able to shell Tyre with tank guns from where it stands, the minister said on Sunday.",
    ),
    row(
        "what is not true",
        'What several channels spread on Sunday about "a drone attack on the base in Harir" is not true, it said.',
    ),
    row(
        "a deed of which something else is not true",
        "Rockets hit the Harir base on Sunday. The claim that soldiers fled is false, the army said.",
        HARIR,
    ),
    row(
        "bandits who did it once",
        "Bandits raided villages near Bosso, Niger, on Sunday and killed 20 people, as you know, the governor said.",
        {"killed": 20},
    ),
    row(
        "blasts of those who clear mines",
        "Deminers have found four arms caches near Harir. It is the army that takes them away or blows them up in "
        "place, so that the blasts that villagers hear around Harir on Sundays are demolitions. Soldiers stand guard.",
    ),
    row(
        "a deminer's week, in Arabic",
        "انتزعت الفرق ألف لغم وعبوة ناسفة في الموصل خلال أسبوع، وأتلفت ما جمع منها في تفجير مسيطر عليه. وتحدث خبراء عن "
        "حقول الألغام.",
    ),
    row(
        "a missile that fell among those who were training",
        "Six soldiers were killed on Sunday when a drone struck a range near Harir during an exercise. The exercise "
        "was led by a major. Exercises in the open had been forbidden, and no exercise should gather over ten men.",
        {"killed": 6},
    ),
    row(
        "rockets of a scenario",
        'Rockets "fell" on Harir on Sunday and killed forty people in the simulation of the army\'s exercise.',
    ),
    row(
        "a maneuver's last day",
        "The Guards ended their maneuvers on Sunday with ten missiles and drones. They came down on a mock-up of the "
        "base at Harir. Speedboats had stormed an island of a presumptive enemy, and air defence shot down a jet above "
        "Harir on Saturday. A maneuver is a warning, a general said. The enemy of the exercise wore red.",
    ),
    row(
        "a film that won prizes",
        "The thriller won two Oscars, for best picture and best director, on Sunday. It opens in Mosul, where a "
        "sergeant is blown up by a bomb under a cart; a sniper fires at soldiers. It was shot in Erbil.",
    ),
    row(
        "a life that ended in bed",
        "The general died at the age of 93 after a long illness. In the north, at Harir, he stood on a roof as jets "
        "fired rockets. Soldiers carried him. He leaves three daughters.",
    ),
    row(
        "a question of arms",
        "An explosion was heard in Harir on Sunday. Was it a drone? It was a technical fault, an accident.",
    ),
    row(
        "an evacuation because of an old bomb",
        "The bomb squad will defuse a bomb of the last war. Sappers dug up a dud last week. On Sunday the people of "
        "Harir had to leave because of a bomb in Harir. Soldiers helped the wounded of the hospital.",
    ),
    row(
        "what somebody can hit",
        "Harir and what is beyond Harir were the targets that his party is able to hit, the leader said on Sunday.",
    ),
    row(
        "a month's figures",
        "The figures for October were published on Sunday. Compared with September more were killed by bombs. "
        "In Mosul there were 268 killed and 807 injured. The casualty figures are an absolute minimum.",
    ),
    row(
        "a day among a month's figures",
        "The figures for October were published on Sunday. Compared with September fewer were killed. A bomb killed 26 "
        "people in Mosul on Saturday. The casualty figures are an absolute minimum.",
        {"killed": 26},
    ),
    row(
        "a fuel lorry that blew up",
        "Nine people burned to death in Mosul on Sunday when a fuel lorry caught fire and blew up. Soldiers came.",
    ),
    row(
        "a fuel lorry that was a bomb",
        "A fuel lorry packed with explosives blew up at a gate in Mosul on Sunday and killed nine soldiers.",
        {"place": "mosul", "killed": 9},
    ),
    row(
        "a blast that nobody meant",
        "An explosion in an arms plant in Harir on Sunday wounded two. There are no traces of a deliberate act.",
    ),
    row("shots into the air", "Guards fired into the air at Harir on Sunday as soldiers pushed to the gate."),
    row(
        "shots into the air and at people",
        "Police fired into the air and then at the crowd in Mosul on Sunday, and killed three protesters, medics said.",
        {"place": "mosul", "killed": 3},
    ),
    row("planes that landed", "Two cargo planes landed at Harir on Sunday with vaccine for the soldiers."),
    row(
        "what is taken back",
        "Somebody wrote that rockets had hit Harir on Sunday. None of this happened, the army said.",
    ),
    row(
        "whom hunger kills",
        "In the camp at Harir 130 children die each day of hunger, the agency said.",
    ),
    row(
        "shots into the air, in Arabic",
        "أطلق حراس النار في الهواء في الموصل يوم الأحد لتفريق متظاهرين، بحسب الشرطة.",
    ),
    row("a matter of time", "A rebel attack on Goma is only a matter of time, the institute says."),
    row("a question of time", "A drone strike on Haifa is a question of time, an officer warned."),
    row(
        "what had been a matter of time",
        "The rocket attack on Eilat on Sunday was only a matter of time, residents said.",
        {"place": "eilat", "day": "2024-02-04"},
    ),
]

COUNTS = [
    row(
        "but what attacks have cost on a day",
        "Israeli attacks have killed 492 people in Tyre, Lebanon, on Sunday.",
        {"place": "tyre", "day": "2024-02-04", "killed": 492},
    ),
    row(
        "but a town that fell while arms were left behind",
        "RSF fighters seized Babanusa, Sudan, on Sunday as troops abandoned weapons.",
        {"kind": "seizure", "by": ["rapid-support-forces"]},
    ),
    row(
        "a war that began",
        "A missile hit Izium, Ukraine, on Monday and killed two people. Russia, which invaded Ukraine on January 9, "
        "denies it.",
        {"day": "2024-02-05", "killed": 2},
    ),
    row(
        "but a village that was invaded",
        "Gunmen invaded the town of Gwoza, Nigeria, on Sunday and killed 12 people.",
        {"country": "NG", "killed": 12},
    ),
    row("a toll of days in several places", "Gunmen killed 49 in seven days across Kharkiv and Harir."),
    row(
        "a toll of days in one place",
        "Gunmen killed nine people in two days at the Harir base.",
        HARIR | {"killed": 9},
    ),
    row(
        "the targets of two months",
        "Over two months, it said, American aircraft hit more than 100 targets in Syria, and 50 militants were killed.",
    ),
    row(
        "the targets of two months, in Arabic",
        "خلال شهرين قصفت الطائرات الأميركية أكثر من 100 هدف في سوريا وقتل أكثر من خمسين مسلحا.",
    ),
    row(
        "the targets of one night",
        "American aircraft hit 20 targets near Palmyra in Syria on Sunday, and five militants were killed.",
        {"place": "palmyra", "killed": 5},
    ),
    row(
        "what they have done since November",
        "The Houthis control Sanaa. Since November they have fired missiles and drones at ships in the Red Sea.",
    ),
    row(
        "what an attack would be",
        "Talks on a truce went on in Cairo on Sunday. An attack on Rafah would be a disaster, Egypt warned.",
    ),
    row(
        "explosions that could be heard in May",
        "The assault of 26 May on a base in Bulo Marer, Somalia, killed 54 soldiers. Blasts could be heard for hours.",
        {"country": "SO", "killed": 54},
        published=dt.date(2023, 6, 7),
    ),
    row(
        "drones that draw",
        "Two thousand drones drew a falcon in the sky over Dubai on Sunday for a festival.",
    ),
    row(
        "under fire all winter",
        "Germany will send air defences, Berlin said on Sunday. Odesa and Kharkiv have been under attack by missiles "
        "and drones all winter.",
    ),
    row(
        "killed since January",
        "Turkish forces have killed 1,200 PKK fighters in northern Iraq since January, the minister said on Sunday.",
    ),
    row(
        "months of shelling",
        "Guns were silent in Marib on Sunday. Months of shelling have driven out thousands.",
    ),
    row(
        "what a group has done time and again",
        "Al-Shabaab wants to topple the government. It has attacked hotels, markets and army bases in Mogadishu.",
    ),
    row(
        "a group that has attacked a base",
        "Al-Shabaab has attacked the army base of Bulo Marer in Somalia, residents said on Sunday.",
        {"country": "SO"},
    ),
    row(
        "a total",
        "US forces in Iraq and Syria have come under attack more than 160 times since October, "
        "officials said on Sunday.",
    ),
    row(
        "a total at one place",
        "The Conoco base has been hit 22 times by rockets since October.",
    ),
    row("a toll of months", "Air strikes killed 3,200 people in Idlib in 2019, a monitor said on Sunday."),
    row(
        "a count by place",
        "Attacks since 18 October:\n- Conoco base: 22\n- al-Omar field: 19\n- Kharab al-Jir: 14\n",
    ),
    row("repeated shelling", "Villages around Khiam are shelled almost daily."),
    row(
        "one more of many",
        "Rockets hit the Conoco base on Sunday, the 23rd attack on it since October.",
        {"place": "conoco-field", "day": "2024-02-04"},
    ),
    row(
        "a war by its name",
        "He fought in the battle of Mosul and in the siege of Kobani, and received a medal on Sunday.",
    ),
]

OTHER_SENSES = [
    row(
        "a missile that is bought",
        "Poland bought eight batteries on Sunday for two billion pounds. The missile, known as Arrow, is of the "
        "hit-to-kill kind and has a reach of 90 km. A factory near Warsaw will make the launchers.",
    ),
    row("a strike of workers", "Teachers in Sulaymaniyah went on strike on Sunday over unpaid wages."),
    row(
        "a trial",
        "Twenty men went on trial in Paris on Sunday over the gun and bomb attacks that killed 130 people in 2015.",
    ),
    row(
        "two vehicles",
        "Ten people were killed when a bus hit a lorry on the road from Kirkuk to Baghdad on Sunday, police said.",
    ),
    row(
        "a bus that was hit by a rocket",
        "Ten people were killed when a rocket hit a bus on the road near Kirkuk, Iraq, on Sunday, police said.",
        {"country": "IQ", "killed": 10},
    ),
    row(
        "where a minister spoke of air strikes",
        "Warplanes have hit many camps of the PKK, the defence minister said on Sunday in Ankara.",
    ),
    row(
        "what a film shows",
        "A film about Mosul won a prize in Berlin on Sunday. The film shows snipers who fired at soldiers, and car "
        "bombs exploding. It was the actor's first film.",
    ),
    row(
        "vehicles against mines", "Three mine-resistant vehicles stood parked at Al Asad Air Base on Sunday."
    ),
    row("who clears mines", "A mine-clearing team worked near Mosul on Sunday."),
    row("a deal", "Baghdad and Erbil struck a deal on oil exports on Sunday."),
    row(
        "an earthquake",
        "An earthquake struck Aleppo on Sunday, killing dozens.",
    ),
    row("a storm", "A sandstorm hit Basra on Sunday and closed the airport."),
    row(
        "an accident",
        "A gas cylinder exploded in a restaurant kitchen in Sulaymaniyah on Sunday; the fire brigade "
        "spoke of a leak.",
    ),
    row(
        "a match",
        "Al-Shorta hit back to beat Erbil 2-1 in Basra on Sunday after a late strike by the captain.",
    ),
    row(
        "a film",
        "The film, which tells of the bombing of Halabja, was shown in Erbil on Sunday.",
        wrong="the film's bombing is read as news",
    ),
    row(
        "a visit", "The minister visited the Harir base on Sunday and thanked the soldiers for their service."
    ),
    row(
        "a launch of a product",
        "A company launched a drone delivery service in Amman on Sunday.",
    ),
    row("a word of anger", "The deputy attacked the prime minister in parliament in Baghdad on Sunday."),
    row("an arrest", "Police arrested four men in Kirkuk on Sunday over a robbery."),
    row("a controlled blast", "Engineers blew up old mines near Basra on Sunday in a controlled explosion."),
    row("sanctions", "Washington imposed sanctions on Sunday on a Baghdad airline over drone parts."),
    row("a patient", "He suffered a heart attack in Damascus on Sunday."),
]


_MARKET = (
    "The old market of Mosul sells spices again. Traders speak of a good year, the mayor of a new roof. Carpets come "
    "from Shiraz, pistachios from Gaziantep. A museum is planned by the river. Students paint the walls.\n\n"
    "The bakers open at four. A kilo of flour costs a little less than in spring. The bridge was finished in May. {} "
    "The tailors have moved to the next lane. Tourists are few, and most of them come from Baghdad. A guide shows them "
    "the minaret. The hotel has forty rooms. Its owner hopes for a train from the capital.\n\n"
    "Nobody here talks of politics. The best tea, they say, is served behind the mosque."
)
TOUCHED_IN_PASSING = [
    row(
        "a word on old shelling",
        _MARKET.format("The years of shelling around Mosul, with rockets, are far away."),
    ),
    row("a raid without a day", _MARKET.format("People remember gunfire and attacks by drones in Kirkuk.")),
    row(
        "one deed in a clause with its place and its day",
        _MARKET.format("On Sunday a rocket hit the Harir base and killed two guards."),
        HARIR,
    ),
    row("a flash that is short", "A rocket hit the Harir base.", HARIR),
]


@pytest.mark.parametrize("case", TOUCHED_IN_PASSING)
def test_what_is_only_touched(case: Case, reader: Reader) -> None:
    """An article about something else is no source for an attack that it only alludes to; a plain sentence is."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NOT_REAL)
def test_what_did_not_happen(case: Case, reader: Reader) -> None:
    """Drills, plans, threats, warnings, conditions, denials: nothing of today on the map."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", COUNTS)
def test_totals_are_no_incident(case: Case, reader: Reader) -> None:
    """Counts over months, tables, daily shelling and wars by their names are not events."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", OTHER_SENSES)
def test_words_of_war_in_other_senses(case: Case, reader: Reader) -> None:
    """Strikes of workers, storms, sport, films and visits."""
    assert told(case, reader) == case.wanted
