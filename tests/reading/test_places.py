"""Where: the place of the deed, and none of the other places that a text names."""

from __future__ import annotations

import pytest

from geomap.geo import distance_km
from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

SITES = [
    row(
        "the capital of a country, in Arabic",
        "استهدفت غارة إسرائيلية مبنى في العاصمة السورية يوم السبت.",
        {"place": "damascus", "day": "2024-02-03"},
    ),
    row(
        "the capital of the country that the article is about, in Arabic",
        "قال مصدر أمني عراقي إن عبوة ناسفة انفجرت قرب سوق وسط العاصمة يوم الخميس وقتلت ثلاثة.",
        {"place": "baghdad", "killed": 3},
    ),
    row(
        "the temporary capital is another town, in Arabic",
        "انفجرت سيارة مفخخة في العاصمة المؤقتة عدن يوم السبت وقتل ستة.",
        {"place": "aden", "killed": 6},
    ),
    row(
        "a parliament is the target",
        "Men with rifles forced their way into the office wing of the Iranian parliament in central Tehran on Sunday, "
        "killing 12.",
        {"place": "tehran", "killed": 12},
    ),
    row(
        "a parliament without an article",
        "Gunmen stormed parliament in Tehran on Sunday and killed 12 people.",
        {"place": "tehran", "killed": 12},
    ),
    row(
        "Saint Petersburg written short",
        "A drone hit an oil depot in St. Petersburg on Sunday, Russian officials said.",
        {"place": "saint-petersburg"},
    ),
    row(
        "a town whose mosque it is",
        "Bombs went off among worshippers at the Central Mosque of Kano on Sunday; 102 people died.",
        {"country": "NG", "precision": "locality", "day": "2024-02-04", "killed": 102},
    ),
    row(
        "a capital whose mosque it is",
        "Bombs exploded in the Grand Mosque of Sanaa on Sunday and nine people died.",
        {"place": "sanaa", "killed": 9},
    ),
    row(
        "a town whose bus stations they are",
        "Shells fell on Maroua, Cameroon, on Saturday.\n\nOn the Nigerian side, bombs in two bus stations of Gombe "
        "killed 29 people on Sunday.",
        {"country": "CM", "day": "2024-02-03"},
        {"country": "NG", "day": "2024-02-04", "killed": 29},
    ),
    row(
        "a university that only speaks",
        "Researchers of the University of Oxford said on Monday that a bomb had killed six people in Mosul on Sunday.",
        {"place": "mosul", "killed": 6},
    ),
    row(
        "a village in a municipality",
        "A bomb killed three people in the village of Toribío in the municipality of Santander de Quilichao, Colombia, "
        "on Sunday.",
        {"country": "CO", "day": "2024-02-04", "killed": 3},
    ),
    row(
        "a town in a commune",
        "A bomb killed three people in Kolofata in the commune of Mora, Cameroon, on Sunday.",
        {"country": "CM", "killed": 3},
    ),
    row(
        "a town and another commune",
        "A bomb killed three people in Kolofata and one in the commune of Mora, Cameroon, on Sunday.",
        {"country": "CM", "killed": 3},
        {"country": "CM", "killed": 1},
    ),
    row(
        "who mourns what was done elsewhere",
        "Punjab is still in mourning after Friday's bombing in Lahore, Pakistan, which killed 24 people.",
        {"country": "PK", "precision": "locality", "killed": 24},
    ),
    row(
        "a village in a province that bears its city's name",
        "A drone hit a car in a village in Kherson, Ukraine, on Sunday and killed two people.",
        {"country": "UA", "precision": "governorate", "killed": 2},
    ),
    row(
        "a city that bears its province's name",
        "A drone hit a car in Kherson, Ukraine, on Sunday and killed two people.",
        {"place": "kherson", "precision": "locality", "killed": 2},
    ),
    row(
        "a base",
        "A drone struck the Ain al-Asad air base on Sunday.",
        {"place": "ain-al-asad", "precision": "site", "point": "site"},
    ),
    row(
        "a field by its spelling",
        "Rockets fell on the Koniko gas field on Sunday.",
        {"place": "conoco-field", "country": "SY"},
    ),
    row("a field is no company", "ConocoPhillips was struck by a fall in oil prices on Sunday."),
    row("an oil field", "Two drones hit the al-Omar oil field on Sunday.", {"place": "al-omar-field"}),
    row("a field is no person", "A court in Khartoum sentenced Omar al-Bashir over the 1989 coup on Sunday."),
    row(
        "a person at a place",
        "Omar Khalil was killed when a rocket hit his house in Sinjar on Sunday.",
        {"place": "sinjar"},
        wrong="the person's name Khalil is read as Hebron (al-Khalil)",
    ),
    row(
        "Tower 22 is in Jordan",
        "A drone hit Tower 22, a small outpost near the Syrian border, on Sunday.",
        {"place": "tower-22", "country": "JO"},
    ),
    row(
        "the base named for the town beside it",
        "Rockets landed inside the Rmelan base on Sunday.",
        {"place": "kharab-al-jir"},
    ),
    row("the town itself", "A car bomb exploded in the town of Rmelan on Sunday.", {"place": "rmelan"}),
    row(
        "one name, Syria",
        "Jets struck the Imam Ali base near Abu Kamal in Syria on Sunday.",
        {"place": "imam-ali-abu-kamal"},
    ),
    row(
        "one name, Iraq",
        "Rockets hit the Imam Ali air base near Nasiriyah on Sunday.",
        {"place": "imam-ali-airbase"},
    ),
    row("an air base and not its town", "Rockets hit Balad air base on Sunday.", {"place": "balad-airbase"}),
    row(
        "a town and not its air base",
        "Gunmen opened fire in the town of Balad on Sunday.",
        {"place": "balad"},
    ),
    row("a town called Hit", "Rockets hit the town of Hit in Anbar on Sunday.", {"place": "hit"}),
    row("the verb is no town", "Rockets hit a convoy near Ramadi on Sunday.", {"place": "ramadi"}),
    row(
        "the verb in capitals is no town",
        "ROCKETS HIT HARIR BASE\n\nRockets hit the Harir base on Sunday.",
        {"place": "harir"},
    ),
    row(
        "Lebanon's Tripoli",
        "A shell hit a market in Tripoli in northern Lebanon on Sunday.",
        {"country": "LB"},
    ),
    row(
        "Libya's Tripoli",
        "A shell hit a market in Tripoli, the Libyan capital, on Sunday.",
        {"country": "LY"},
    ),
    row(
        "a town that only GeoNames has",
        "Gunmen attacked an army post in Djibo, Burkina Faso, on Sunday.",
        {"country": "BF", "precision": "locality"},
    ),
    row(
        "a curved apostrophe",
        "Rockets hit Ain al‑Asad – the base’s runway – on Sunday.",
        {"place": "ain-al-asad"},
    ),
    row(
        "a short name, pages from the name of its country",
        "Saudi-led jets bombed Sanaa on Saturday. "
        + "Doctors spoke of full wards, and of long queues for bread. " * 8
        + "The Houthis shelled a market in Ibb on Sunday, killing four people.",
        {"place": "sanaa", "day": "2024-02-03"},
        {"place": "ibb", "day": "2024-02-04", "killed": 4},
    ),
    row(
        "a short name beside towns of its land",
        "Israeli jets bombed Khiam on Saturday. A drone hit a car near Houla on Sunday.",
        {"place": "khiam", "day": "2024-02-03"},
        {"place": "houla-lb", "day": "2024-02-04"},
    ),
    row(
        "a missile by the name of an air base",
        "The Houthis said they fired a Burkan H-2 at Riyadh, in Saudi Arabia, on Saturday. It "
        "flew over an airfield and an air school, the coalition said in Riyadh, far from Iraq.",
        {"place": "riyadh", "day": "2024-02-03", "with": "missile"},
    ),
    row(
        "children and their ages",
        "A house in Qana, Lebanon, was hit by a drone on Sunday and with it a mother and her sons Hassan, 13, and "
        "Amir, 2.",
        {"place": "qana", "day": "2024-02-04"},
    ),
    row(
        "a country that heads its item",
        "A drone hit Kuwait City on Saturday.\nIsrael: Nine people died on Sunday in Beit Shemesh, where a missile "
        "hit a synagogue.",
        {"place": "kuwait-city", "day": "2024-02-03"},
        {"place": "geonames:295432", "day": "2024-02-04", "killed": 9},
    ),
    row(
        "a missile that missed",
        "A missile narrowly missed a tanker off Hodeidah, Yemen, on Sunday, the navy said.",
        {"place": "hodeidah", "day": "2024-02-04", "with": "missile"},
    ),
]

WITHOUT_A_COUNTRY = [  # local papers do not name their own
    row(
        "a province by its word",
        "Gunmen attacked an army base in Borno State on Sunday.",
        {"place": "area:NG-BO"},
    ),
    row(
        "at the head of a sentence",
        "In Zamfara State gunmen killed nine people on Sunday.",
        {"place": "area:NG-ZA"},
    ),
    row(
        "by its name alone, which is nothing else's, abroad",
        "Pakistan said it bombed TTP hideouts in Paktika on Sunday.",
        {"place": "area:AF-PKA"},
    ),
    row(
        "a town of it",
        "Gunmen killed nine people in Zurmi, Zamfara State, on Sunday.",
        {"place": "geonames:2317551"},
    ),
    row(
        "a town right before it",
        "Gunmen shot dead nine people in Damboa, Borno, on Sunday.",
        {"place": "damboa"},
    ),
    row("in Arabic", "قتل 12 شخصا بانفجار يوم الأحد في ولاية هلمند.", {"place": "area:AF-HEL"}),
    row(
        "a town that sounds like a curated one of another province",
        "Bandits killed 12 people in Kankara, Katsina State, on Sunday.",
        {"place": "kankara"},
    ),
    row(
        "of two towns that GeoNames gives one name, the one that is called so",
        "Ukraine: shelling killed two people in Sloviansk on Sunday.",
        {"place": "sloviansk"},
    ),
    row("a name that two countries have", "A bomb killed nine people in Limburg province on Sunday."),
    row("a province of several countries", "A bomb killed nine people in Northern Province on Sunday."),
]
AREAS = [
    row(
        "the border of two provinces",
        "A bomb killed a soldier on the border of Diyala and Saladin provinces, Iraq, on Sunday.",
        {"country": "IQ", "precision": "governorate", "point": "representative", "killed": 1},
    ),
    row(
        "but two provinces that were struck",
        "Drones struck Diyala and Saladin provinces, Iraq, on Sunday.",
        {"place": "iq-diyala"},
        {"place": "iq-saladin"},
    ),
    row(
        "a province in the south of its country",
        "انفجرت عبوة ناسفة يوم الأحد قرب رتل لقوات التحالف الدولي في محافظة البصرة جنوب العراق.",
        {"country": "IQ", "precision": "governorate", "with": "ied"},
    ),
    row(
        "a named part of one country, however wide",
        "Militants stormed a village in north-east Nigeria on Sunday and killed six people.",
        {"place": "northeast-nigeria", "precision": "governorate", "killed": 6},
    ),
    row(
        "parts of two countries, each with its dead",
        "Jihadists massacred 51 civilians in northern Mali and killed 12 troops in an ambush in neighbouring Burkina "
        "Faso on Sunday.",
        {"country": "ML", "killed": 51},
        {"country": "BF", "killed": 12},
    ),
    row(
        "a country where arms killed people on a day",
        "A roadside bomb has killed five peacekeepers in Mali, the UN said on Sunday.",
        {"country": "ML", "precision": "country", "killed": 5, "with": "ied"},
    ),
    row(
        "the town that the next sentence names",
        "A mine killed five soldiers in Mali on Sunday. Their truck hit it near Hombori.",
        {"place": "hombori", "precision": "near", "killed": 5},
    ),
    row(
        "but the toll of years in a country",
        "Mines have killed 300 people in Mali since 2019, the UN said on Sunday.",
    ),
    row(
        "a district of a province that bears its city's name",
        "On Sunday police at a checkpoint in Sai Buri district of Pattani, Thailand, killed two men who opened fire.",
        {"place": "geonames:1606851", "killed": 2},
    ),
    row(
        "only the governorate",
        "A drone hit a checkpoint in Deir ez-Zor province on Sunday.",
        {"place": "sy-deir-ez-zor", "precision": "governorate", "point": "representative"},
    ),
    row(
        "only the country",
        "Israeli warplanes bombed a convoy somewhere in Syria on Sunday.",
        {"place": "syria", "precision": "country", "point": "representative"},
    ),
    row(
        "a part of a country",
        "Rockets hit a base in north-eastern Syria on Sunday.",
        {"country": "SY", "point": "representative"},
    ),
    row(
        "a border",
        "Jets bombed trucks on the Syria-Iraq border on Sunday.",
        {"place": "syria-iraq-border", "point": "representative"},
    ),
    row(
        "a border's country is no target",
        "Jets bombed trucks on the Syria-Iraq border on Sunday.",
        {"on": []},
    ),
    row(
        "a border in other words",
        "An air strike hit trucks on the border between Syria and Iraq on Sunday.",
        {"place": "border:IQ-SY"},
    ),
    row(
        "a sea",
        "A missile hit a tanker in the Gulf of Aden on Sunday.",
        {"place": "gulf-of-aden", "precision": "sea"},
    ),
    row("off a coast", "A drone hit a cargo ship off Yemen on Sunday.", {"precision": "sea"}),
    row(
        "near a town",
        "Rockets fell near the town of Ramadi on Sunday.",
        {"place": "ramadi", "precision": "near"},
    ),
    row(
        "near a village",
        "Gunmen killed two soldiers near the eastern village of Hajin on Sunday.",
        {"place": "hajin", "precision": "near"},
    ),
    row(
        "the way to a town, and the town",
        "A truck bomb went off south of Baghdad on Sunday.\n\nThe truck stood near the city of Hillah when it blew up.",
        {"place": "hillah", "precision": "near"},
    ),
    row(
        "a town on another side",
        "A truck bomb went off north of Baghdad on Sunday. The attacker of a market in Hillah killed three on Sunday.",
        {"place": "baghdad"},
        {"place": "hillah"},
    ),
    row(
        "how far from another town",
        "Gunmen killed two men near the city of Hillah, about 100 km south of Baghdad, on Sunday.",
        {"place": "hillah", "precision": "near"},
    ),
    row(
        "near a base",
        "Rockets fell near the Ain al-Asad base on Sunday.",
        {"place": "ain-al-asad", "precision": "near"},
    ),
    row(
        "at a distance", "A roadside bomb hit a patrol 5 km east of Ramadi on Sunday.", {"precision": "near"}
    ),
    row("a region of the world places nothing", "Attacks shook the Middle East on Sunday."),
]

STRUCK_THERE = [
    row(
        "a city across which fires were set off",
        "A drone strike set off fires across Odesa, Ukraine, on Sunday.",
        {"place": "odesa", "precision": "locality"},
    ),
    row(
        "a capital at the head of a list of its country's towns",
        "Russia fired missiles at cities across Ukraine on Sunday, hitting Kyiv, Lviv and Ternopil.",
        {"place": "kyiv"},
        {"place": "lviv"},
        {"country": "UA"},
    ),
    row(
        "but capitals that are angry",
        "A strike on a market in Kherson, Ukraine, killed two people on Sunday. It angered Warsaw, Berlin and Paris.",
        {"place": "kherson", "killed": 2},
    ),
    row(
        "outside a court, in a capital that stands for its government too",
        "A suicide bombing outside a court in Islamabad killed 12 people on Sunday, Pakistani police said.",
        {"place": "islamabad", "killed": 12, "with": "ied"},
    ),
    row(
        "houses in a capital that stands for its government too",
        "Ukrainian drones hit an apartment block in Moscow on Sunday, Russian officials said.",
        {"place": "moscow", "by": ["ukraine"]},
    ),
    row(
        "a funeral",
        "A drone hit a funeral in El Obeid on Sunday, killing 40 people.",
        {"place": "el-obeid", "killed": 40},
    ),
    row(
        "a town whose name has the words for a port and a prince",
        "Gunmen opened fire on a hospital in Port-au-Prince on Sunday, killing two journalists.",
        {"country": "HT", "killed": 2},
    ),
    row(
        "what somebody set fire to",
        "Jihadists set fire to three fuel tankers near Kati in Mali on Sunday.",
        {"country": "ML", "precision": "near"},
    ),
    row(
        "the airport of a town",
        "Al-Shabaab fired mortars at Mogadishu's airport on Sunday.",
        {"place": "mogadishu-airport"},
    ),
    row(
        "a town of another country's capital's name",
        "A truck bomb went off in Buenos Aires, Cauca, on Sunday, injuring 14 people.",
        {"country": "CO", "wounded": 14},
    ),
    row(
        "a village that nothing knows, in the district of a town",
        "Rebels killed 17 people in the village of Byambwe, in the Lubero territory of North Kivu, on Sunday.",
        {"country": "CD", "precision": "district", "killed": 17},
    ),
    row(
        "a point at sea, by its way from a port",
        "A vessel was hit by a rocket in the Red Sea, 51 nautical miles southwest of Hodeidah, on Sunday.",
        {"place": "red-sea", "point": "representative"},
    ),
]
ON_A_ROAD = [
    row(
        "told by its ends",
        "A roadside bomb killed three soldiers on the Kirkuk-Tikrit road in Iraq on Sunday.",
        {"country": "IQ", "precision": "near", "killed": 3},
    ),
    row(
        "told by ends of which one is in no curated list",
        "Fighters ambushed a patrol along the Maiduguri-Damaturu road in Nigeria on Sunday, killing three soldiers.",
        {"country": "NG", "precision": "near", "killed": 3},
    ),
    row(
        "between a capital and a town",
        "A roadside bomb killed three soldiers on the highway between Damascus and Homs on Sunday.",
        {"country": "SY", "precision": "near", "killed": 3},
    ),
    row(
        "from a town to another",
        "Gunmen attacked a bus on the road from Mosul to Kirkuk on Sunday, killing two.",
        {"country": "IQ", "precision": "near", "killed": 2},
    ),
    row(
        "told by the town that it leads to",
        "Gunmen attacked a bus on the road to Kirkuk on Sunday, killing two.",
        {"place": "kirkuk", "precision": "near", "killed": 2},
    ),
]
BYSTANDERS = [
    row(
        "an outlet named like a suburb",
        "Al-Hadath said on Sunday that rockets had been fired at ships far away.",
    ),
    row(
        "a parliament that condemns",
        "Gunmen killed six people in Mosul on Sunday. The attack was condemned by parliament in Tehran on Monday.",
        {"place": "mosul", "killed": 6},
    ),
    row(
        "where a minister arrived, in Arabic",
        "وصل الوزير إلى العاصمة السورية يوم السبت بعد غارة على حمص قتلت ثلاثة.",
        {"place": "homs", "killed": 3},
    ),
    row(
        "the capital by its name, in Arabic",
        "قالت وزارة الدفاع في العاصمة صنعاء إن غارة استهدفت الحديدة يوم السبت.",
        {"place": "hodeidah"},
    ),
    row(
        "a province across the border, in a relative clause",
        "A bomb went off in Mandera, which borders Somalia's Gedo region, on Sunday and killed five people.",
        {"country": "KE", "killed": 5},
    ),
    row(
        "a neighbour that is bordered on",
        "Gunmen ambushed a patrol in Parachinar, bordering Afghanistan's Khost province, on Sunday; six died.",
        {"country": "PK", "precision": "locality", "killed": 6},
    ),
    row(
        "but a deed across the border",
        "Gunmen crossed the border and killed six people in Somalia's Gedo region on Sunday.",
        {"country": "SO", "killed": 6},
    ),
    row(
        "where a ship is owned and whose flag it flies",
        "A missile hit a tanker in the Red Sea on Sunday; another struck a carrier, which is owned in Greece, belongs "
        "to a company in the Marshall Islands and flies the flag of Liberia.",
        {"country": None, "day": "2024-02-04"},
    ),
    row(
        "where a victim lived",
        "Gunmen killed a guide in Kirkuk on Sunday. He lived in Mosul and had come from Basra.",
        {"place": "kirkuk", "killed": 1},
    ),
    row(
        "where a victim was born, in Arabic",
        "قتل مسلحون في كركوك يوم الأحد صحفيا ولد في الموصل.",
        {"place": "kirkuk"},
    ),
    row(
        "a name of arms, not of a town",
        "A drone hit a plant in Izhevsk, a maker of Osa and Tor air defences, on Sunday and killed three people.",
        {"country": "RU", "killed": 3},
    ),
    row(
        "a part of the body, in Arabic",
        "أصيب شاب برصاصة في الرأس عندما أطلق مسلحون النار في كركوك يوم الأحد.",
        {"place": "kirkuk"},
    ),
    row(
        "a museum of the Jews is in no Russian province",
        "Gunmen shot dead three people at the Jewish Museum in Basra on Sunday.",
        {"place": "basra", "killed": 3},
    ),
    row(
        "the capital in which who tells of it sits",
        "Ukrainian drones hit the Ryazan refinery on Sunday, the General Staff in Kyiv said.",
        {"place": "ryazan-refinery"},
    ),
    row(
        "the town in which the police who tell of it sit",
        "Police in Jos said gunmen attacked Mangu, in Nigeria's Plateau state, on Sunday, killing 11 people.",
        {"place": "geonames:2329951", "killed": 11},
    ),
    row(
        "the hospital that tells of it",
        "Israeli gunfire killed eight Palestinians in Rafah on Sunday, Nasser Hospital in Khan Younis said.",
        {"place": "rafah", "killed": 8},
    ),
    row(
        "the district that holds the village",
        "A drone fired two missiles at a car in Deir Siryan, Marjayoun district, in Lebanon on Sunday.",
        {"place": "deir-siryan"},
    ),
    row(
        "the hospital that the speaker directs",
        "A drone hit the Harir base on Sunday. Ten people are dead, says Dr Karim, who directs Ayder Hospital; 13 are "
        "under treatment.",
        {"place": "harir", "killed": 10},
    ),
    row(
        "a base in a city in a country",
        "Drones struck the Harir base in Erbil, northern Iraq, on Sunday.",
        {"place": "harir"},
    ),
    row(
        "a town in a district in a province",
        "A drone hit a house in Zummar, north-west of Mosul in Nineveh province, on Sunday.",
        {"place": "zummar"},
    ),
    row(
        "a dateline",
        "ERBIL (Northern Wire) - Rockets hit the Conoco gas field in Syria on Sunday.",
        {"place": "conoco-field"},
    ),
    row(
        "a dateline with a day",
        "BAGHDAD, Feb. 5 (Northern Wire) - Rockets hit the Harir base on Sunday.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "a dateline with a day and no agency",
        "BAGHDAD, Feb. 5 — Rockets hit the Harir base on Sunday.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "where the deputy who speaks sits",
        "A drone hit a school in Kharkiv on Sunday. “They shot at us again,” said the deputy, who sits for Poltava.",
        {"place": "kharkiv"},
    ),
    row(
        "a branch of a group",
        "Jaish al-Adl, the Poltava branch of the group, claimed a drone attack on Kharkiv on Sunday.",
        {"place": "kharkiv"},
    ),
    row(
        "officials behind the place",
        "A missile hit a market in Kharkiv, officials said on Sunday.",
        {"place": "kharkiv", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "the province of a town where people met",
        "Families gathered in Izyum, in Kharkiv region, on Sunday after drones hit the Harir base.",
        {"place": "harir"},
    ),
    row(
        "two ends of a road",
        "Twenty soldiers were killed beside the Damascus-Aleppo motorway in Idlib province on Sunday.",
        {"place": "sy-idlib", "killed": 20},
    ),
    row(
        "where both lie",
        "Drones hit the Harir base and the Ain al-Asad base, both near Erbil, on Sunday.",
        {"place": "harir"},
        {"place": "ain-al-asad"},
    ),
    row(
        "where work was stopped",
        "Lukoil suspended work at the Conoco gas field on Sunday after drone strikes.",
        {"place": "conoco-field", "day": "2024-02-04", "with": "drone"},
    ),
    row(
        "where markets closed after a known deed",
        "Schools were closed in Kharkiv on Sunday after the attack.",
    ),
    row("a capital that speaks", "Baghdad condemned Sunday's air strike on al-Qaim.", {"place": "al-qaim"}),
    row(
        "a capital that denies",
        "Tehran denied a role in Sunday's drone attack on Erbil airport.",
        {"place": "erbil-airport"},
    ),
    row(
        "a capital that strikes",
        "Washington carried out air strikes on Abu Kamal on Sunday.",
        {"place": "abu-kamal", "by": ["united-states"]},
    ),
    row(
        "a capital that struck",
        "Washington struck two depots in Abu Kamal on Sunday.",
        {"place": "abu-kamal", "by": ["united-states"]},
        wrong="nothing is read",
    ),
    row("a capital that is struck", "A rocket struck Baghdad on Sunday.", {"place": "baghdad"}),
    row(
        "an outlet",
        "Rockets hit the Balad air base on Sunday, the Baghdad Post reported.",
        {"place": "balad-airbase"},
    ),
    row(
        "a television channel",
        "Rockets hit the Conoco field on Sunday, Al Mayadeen TV reported.",
        {"place": "conoco-field"},
    ),
    row(
        "where the wounded went",
        "A drone hit a car in Sinjar on Sunday. The wounded were taken to a hospital in Mosul.",
        {"place": "sinjar"},
    ),
    row(
        "where diplomats met",
        "Envoys in Geneva discussed Sunday's missile strike on Erbil.",
        {"place": "erbil"},
    ),
    row(
        "where a soldier came from",
        "A drone struck Tower 22 on Sunday, killing a sergeant from Savannah, Georgia.",
        {"place": "tower-22"},
    ),
    row(
        "where a spokesman spoke",
        "Speaking in Washington, a spokesman said rockets hit the Harir base on Sunday.",
        {"place": "harir"},
    ),
    row(
        "a ship that bears a city's name",
        "A missile hit the tanker Marlin Luanda in the Gulf of Aden on Sunday.",
        {"place": "gulf-of-aden"},
    ),
    row(
        "a warship",
        "The destroyer USS Carney shot down a missile over the Red Sea on Sunday.",
        {"precision": "sea", "kind": "interception"},
    ),
    row(
        "a caption",
        "Photo: Smoke over Sanaa after an air strike. (File)\n\nA drone struck the Harir base on Sunday.",
        {"place": "harir"},
    ),
    row(
        "what else to read",
        "A drone struck the Harir base on Sunday.\n\nRead more: Missile strike on Kharkiv kills four\n",
        {"place": "harir"},
    ),
    row(
        "tags",
        "A drone struck the Harir base on Sunday.\n\nTags: Gaza, Rafah, air strikes, Sanaa\n",
        {"place": "harir"},
    ),
    row(
        "where sirens sounded is not where rockets struck",
        "Sirens sounded in Haifa and in Acre as rockets struck Safed on Sunday.",
        {"place": "safed"},
    ),
    row(
        "where a blast was heard",
        "The explosions in Hodeidah on Sunday could be heard as far as Bajil. Three people died.",
        {"place": "hodeidah", "killed": 3},
    ),
    row(
        "who speaks in his seat",
        "In Geneva, the UN human rights office said a drone had killed six people in Nyala on Sunday.",
        {"place": "nyala", "killed": 6},
    ),
    row(
        "people of a place speak of that place",
        "In Kirkuk, residents said that a bomb had killed six people on Sunday.",
        {"place": "kirkuk", "killed": 6},
    ),
    row(
        "what a bus had left and was going to",
        "The bus had left Karachi for Quetta when gunmen stopped it near Khuzdar on Sunday and shot nine passengers.",
        {"place": "khuzdar"},
    ),
    row(
        "where the wounded were brought",
        "The wounded were brought to Erbil after a mine killed two shepherds near Sidakan on Sunday.",
        {"place": "sidakan", "killed": 2},
    ),
    row(
        "whose governor was elsewhere",
        "A roadside bomb killed two policemen on Sunday in Kirkuk, whose governor was in Baghdad for talks.",
        {"place": "kirkuk", "killed": 2},
    ),
    row(
        "a headline of the province whose village the text names",
        "Bombers hit hospital in Idlib, more than 30 dead\n\nSARMADA, 5 February 2024 - At least 33 people were killed "
        "late on Wednesday when jets bombed the hospital of Saraqib.",
        {"place": "saraqib", "killed": 33},
    ),
    row(
        "hospitals in a town and in the capital",
        "A mine killed 35 people near Djibo in Burkina Faso on Sunday. Others were taken to hospital in Kaya and the "
        "capital.",
        {"place": "djibo", "killed": 35},
    ),
    row(
        "what a ministry said nothing of",
        "Russia's defence ministry said nothing of Azov but reported four drones shot down over Belgorod on Sunday.",
        {"place": "belgorod"},
    ),
    row(
        "a town and the district behind its comma",
        "In Pakistan five people lost their lives on Sunday in Doaba, Hangu, where a bomber struck a mosque.",
        {"country": "PK", "killed": 5},
    ),
    row(
        "where a council meets over it",
        "A strike killed 18 children in Dhahyan on Sunday. The Security Council, meeting today in New York, called it "
        "a crime.",
        {"place": "dhahyan", "killed": 18},
    ),
]


@pytest.mark.parametrize("case", SITES)
def test_sites_and_towns(case: Case, reader: Reader) -> None:
    """The curated place, in the spelling of the text; words, persons and companies are not places."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WITHOUT_A_COUNTRY)
def test_the_province_says_which_country(case: Case, reader: Reader) -> None:
    """A text that names no country is still about the one that has such a province."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", AREAS)
def test_areas(case: Case, reader: Reader) -> None:
    """What is known only to an area is said to be so, and no point is passed off as a site."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", STRUCK_THERE)
def test_what_was_struck_in_a_town(case: Case, reader: Reader) -> None:
    """A court, a funeral, houses that were struck in a town or a capital were struck there."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", ON_A_ROAD)
def test_roads(case: Case, reader: Reader) -> None:
    """What happened on a road happened between its ends, or near the one that is named."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", BYSTANDERS)
def test_places_that_nothing_happened_at(case: Case, reader: Reader) -> None:
    """Containers, datelines, speakers, hospitals, ships and the page's furniture are no places of incidents."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize(
    ("words", "km"),
    [("5 km east of", 5.0), ("20 kilometres north of", 20.0), ("10 nautical miles north of", 18.52)],
)
def test_a_distance_moves_the_point(words: str, km: float, reader: Reader) -> None:
    """The point is as far from the town as the text says, in the direction that it says."""
    (report,) = reader.read(article(f"A roadside bomb hit a patrol {words} Ramadi on Sunday.")).reports
    ramadi = reader.gazetteer.places["ramadi"]
    assert report.lon is not None and report.lat is not None
    assert distance_km(ramadi.lon, ramadi.lat, report.lon, report.lat) == pytest.approx(km, rel=0.05)
    assert report.lon > ramadi.lon + 0.01 if "east" in words else report.lat > ramadi.lat + 0.1


def test_a_deed_on_the_way(reader: Reader) -> None:
    """A convoy that was going from one town to another was hit between them, and not at either."""
    text = "The convoy was on its way from Djibo to Bourzanga in Burkina Faso when a mine killed 35 people on Sunday."
    (report,) = reader.read(article(text)).reports
    assert (report.precision, report.killed) == ("near", 35)
    assert report.lat is not None and 13.1 < report.lat < 14.2


def test_a_town_named_like_a_verb(reader: Reader) -> None:
    """Hit is a town of Anbar; in the capitals of a headline it is what happened to the base."""
    headline = "Harir Base Hit by Islamic Resistance in Iraq\n\nDrones struck the Harir base on Sunday.\n"
    assert {r.place_id for r in reader.read(article(headline)).reports} == {"harir"}
    town = "A bomb killed two people in the town of Hit in Iraq on Sunday, police said.\n"
    assert {r.place_id for r in reader.read(article(town)).reports} == {"hit"}


def test_a_town_with_its_country(reader: Reader) -> None:
    """ "in Haditha, Iraq": the people there are the victims, and the country is where, not who."""
    (report,) = reader.read(article("A bomb killed two people in Haditha, Iraq, on Sunday.\n")).reports
    assert (report.place_id, report.killed, report.targets) == ("haditha", 2, ())


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("65 nautical miles off the Yemeni city of Hodeidah", 125.4),
        ("65 nautical miles (75 miles) off Hodeidah, Yemen,", 125.4),
        ("40 miles off Yemen's Hodeidah", 69.4),
        ("off the Yemeni port city of Hodeidah", 25.0),
        ("off the coast of Hodeidah, Yemen,", 25.0),
    ],
)
def test_off_a_port(words: str, km: float, reader: Reader) -> None:
    """A ship off a port is not in it: the radius reaches as far as the text says, else as far as "near" does."""
    (report,) = reader.read(article(f"A drone hit a tanker {words} on Sunday.")).reports
    assert report.place_id in ("hodeidah", "hodeidah-port")
    assert (report.precision, report.radius_km) == ("near", pytest.approx(km, abs=3.0))


def test_southwest_of_a_port(reader: Reader) -> None:
    """The way is told from a port as from a town."""
    text = "Gunmen attacked a ship 54 nautical miles southwest of the Yemeni port of Aden on Sunday."
    (report,) = reader.read(article(text)).reports
    aden = reader.gazetteer.places["aden"]
    assert report.lon is not None and report.lat is not None
    assert distance_km(aden.lon, aden.lat, report.lon, report.lat) == pytest.approx(100.0, rel=0.05)
    assert report.lat < aden.lat and report.lon < aden.lon
