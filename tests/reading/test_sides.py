"""Who struck whom where the sentence does not put it as subject, verb and object."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

UNNAMED_HANDS = [
    row(
        "a name with a word like an auxiliary's: IS",
        "A man of IS-Khorasan fired on the guards of a mosque in Peshawar on Sunday.",
        {"by": ["is-khorasan"], "on": []},
    ),
    row(
        "a bombing claimed by its name",
        "A bomb killed nine people in Peshawar on Sunday; IS-Khorasan claimed the bombing.",
        {"by": ["is-khorasan"], "status": "claimed"},
    ),
    row(
        "suspicion for a deed",
        "Suspicion for Sunday's bombing in Peshawar fell on the TTP.",
        {"by": ["tehrik-i-taliban-pakistan"], "on": []},
    ),
    row(
        "soldiers who perish did not strike",
        "A car bomb went off at a barracks in Gao, Mali, on Sunday; twenty villagers and two French soldiers perished "
        "there.",
        {"by": [], "on": ["france"]},
    ),
    row(
        "who loses their lives is no attacker",
        "A mine exploded under a lorry near Kidal, Mali, on Sunday; four Chadian soldiers lost their lives.",
        {"by": [], "on": ["chad"]},
    ),
    row(
        "the jets of the state in the headline",
        "Israel strikes Houthi ports\n\nThe answer to the attack on a ship did not take long. About 20 jets dropped "
        "bombs on the port of Hodeidah, in Yemen, on Sunday.",
        {"place": "hodeidah-port", "by": ["israel"], "role": "suspected"},
    ),
    row(
        "gunmen who fight for a group",
        "On Sunday gunmen loyal to the Islamic State ambushed a convoy of the Nigerian army near Maiduguri.",
        {"by": ["islamic-state"], "on": ["nigeria"]},
    ),
    row(
        "by a group linked to another",
        "A base in Boulkessi was attacked on Sunday by a group linked to al-Qaeda.",
        {"by": ["al-qaeda"]},
    ),
    row(
        "victims who fought for a group",
        "A drone killed two gunmen linked to Boko Haram near Maiduguri on Sunday.",
        {"by": [], "on": ["boko-haram"]},
    ),
    row(
        "what a named group is tied to",
        "Al-Shabaab, the militant group with ties to al-Qaeda, attacked a hotel in Mogadishu on Sunday.",
        {"by": ["al-shabaab"]},
    ),
    row(
        "the jets of one, the mine of whoever",
        "Israeli jets bombed a depot near Palmyra on Friday, killing two men. On Sunday a roadside bomb killed a "
        "shepherd in Sukhna.",
        {"place": "palmyra", "by": ["israel"]},
        {"place": "sukhnah", "by": [], "with": "ied"},
    ),
    row(
        "nobody known",
        "Unidentified gunmen opened fire on a police patrol in Kirkuk on Sunday and killed two policemen.",
        {"by": [], "on": ["iraq"], "with": "gunfire"},
    ),
    row(
        "at the hands of",
        "Twelve soldiers died in Baidoa on Sunday at the hands of al-Shabaab.",
        {"by": ["al-shabaab"], "on": ["somalia"], "killed": 12},
    ),
]

STATEMENTS = [
    row(
        "a short name that two bear, of the one named in full",
        "Statement of the Islamic Resistance in Lebanon\n\nThe fighters of the Islamic Resistance attacked the Israeli "
        "site of Metula with a drone on Sunday.",
        {"place": "metula", "by": ["hezbollah"]},
    ),
    row(
        "a short name that two bear, of the other",
        "The Islamic Resistance attacked the base of Ain al-Asad with two drones on Sunday.",
        {"by": ["islamic-resistance-in-iraq"]},
    ),
    row(
        "who announces its own martyrs",
        "Hezbollah announced on Sunday that two of its men had been martyred in a raid on Khiam.",
        {"place": "khiam", "by": []},
    ),
    row(
        "the martyrs of a statement, struck by others",
        "Statement of Hezbollah\n\nOn Saturday the fighters of Hezbollah fired rockets at Metula. Two brothers became "
        "martyrs on Sunday when a drone struck their car near Qana.",
        {"place": "metula", "by": ["hezbollah"]},
        {"place": "qana", "by": []},
    ),
    row(
        "martyrs of those whom another struck",
        "Six policemen were martyred in an attack on a post in Bannu on Sunday. The Pakistani Taliban claimed "
        "responsibility.",
        {"by": ["tehrik-i-taliban-pakistan"]},
    ),
]

PUT_FIRST = [
    row(
        "it was they that struck",
        "It was Russia which fired the missiles that killed four people in Kharkiv on Sunday, Ukraine said.",
        {"place": "kharkiv", "by": ["russia"]},
    ),
    row(
        "gunmen who only wore army uniforms",
        "Men wearing army uniforms shot dead six farm workers near Esmeraldas in Ecuador on Sunday.",
        {"by": [], "killed": 6},
    ),
    row(
        "gunmen who posed as soldiers",
        "Assailants posing as soldiers killed five passengers of a bus near Turbat on Sunday.",
        {"place": "turbat", "by": []},
    ),
    row(
        "nobody claims it, but the police know",
        "A suicide bomber killed six policemen in Bannu on Sunday. No group claimed responsibility, but police suspect "
        "the Pakistani Taliban.",
        {"by": ["tehrik-i-taliban-pakistan"]},
    ),
    row(
        "at whose door it is put",
        "A bomb killed two people in an internet cafe in Isulan on Sunday. The army puts it at the door of the BIFF.",
        {"by": ["biff"], "killed": 2},
    ),
    row(
        "whom a government holds responsible",
        "A bus was blown up near Vavuniya on Sunday, killing nine. The government holds the LTTE responsible.",
        {"by": ["tamil-tigers"], "role": "attributed"},
    ),
    row(
        "who took on the responsibility",
        "Gunmen killed two policemen in Zahedan on Sunday. Jaish al-Adl took on the responsibility in a message on "
        "Telegram.",
        {"by": ["jaish-al-adl"], "role": "claimed"},
    ),
]

ARMIES = [
    row(
        "an army by its initials",
        "The IDF struck two vehicles in Beit Lahia on Sunday, which killed nine people.",
        {"by": ["israel"], "killed": 9},
    ),
    row(
        "an army by its initials, with a word before the verb",
        "The IDF later shelled a house in Rafah on Sunday.",
        {"by": ["israel"]},
    ),
    row(
        "an army that a people calls by a name",
        "The Tatmadaw bombed a village in Sagaing on Sunday and killed nine.",
        {"by": ["myanmar"], "killed": 9},
    ),
    row(
        "one of a people, who is no state",
        "A Syrian was killed by a mine near Palmyra on Sunday.",
        {"by": [], "on": [], "killed": 1},
    ),
    row(
        "whose citizens died",
        "Gunmen shot dead five guests of a hotel in Baidoa on Sunday, two of them Kenyan citizens.",
        {"on": [], "killed": 5},
    ),
    row(
        "who kept captured troops where a jet bombed",
        "Nine people died when a jet of the military council bombed a place in Hpakant where the Kachin Independence "
        "Army was keeping families of captured troops on Sunday.",
        {"place": "hpakant", "by": ["myanmar"], "killed": 9},
    ),
]

SERIES = [
    row(
        "who claims a whole series",
        "A series of bombings shook four Iraqi cities on Sunday. Islamic State claimed all of them.\n\nIn Kirkuk a car "
        "bomb went off beside a market and killed nine people.",
        {"place": "kirkuk", "by": ["islamic-state"], "role": "suspected"},
    ),
    row(
        "a series, and what another did on that day",
        "A series of bombings shook four Syrian cities on Sunday. Islamic State claimed all of them.\n\nThe PKK had "
        "business of its own. In Sirnak a roadside bomb killed nine soldiers on Sunday.",
        {"place": "sirnak", "by": []},
    ),
    row(
        "who claims a whole series, in Arabic",
        "هزت سلسلة تفجيرات متزامنة أربع مدن سورية أمس الأحد، وتبناها تنظيم الدولة الإسلامية عبر وكالة أعماق.\n\nوفي "
        "حمص انفجرت سيارة مفخخة عند حاجز للجيش، ما أسفر عن أربعة قتلى وعشرة جرحى.",
        {"place": "homs", "by": ["islamic-state"]},
    ),
    row(
        "who adopted it, with the pronoun glued to the verb",
        "قتل سبعة أشخاص في هجوم على دورية في كركوك أمس الأحد، تبناه تنظيم داعش.",
        {"place": "kirkuk", "by": ["islamic-state"], "role": "claimed"},
    ),
]

SOLDIERS = [
    row(
        "troops behind when",
        "Three villagers died on Sunday when troops shelled the town of Laiza in Myanmar.",
        {"by": ["myanmar"], "role": "suspected", "killed": 3},
    ),
    row(
        "by the army's planes, far behind the verb",
        "Eight bombs were dropped on the market of Kabkabiya, in Sudan, on Sunday by the army's planes.",
        {"by": ["sudan"], "role": "suspected"},
    ),
    row(
        "artillery of the government",
        "Artillery of the government opened up on Ariha on Sunday and killed ten.",
        {"by": ["syria"], "killed": 10},
    ),
    row(
        "a jet where only the state flies",
        "A jet bombed a camp for displaced people at Rann, in Nigeria, on Sunday and killed 112.",
        {"by": ["nigeria"], "role": "suspected", "killed": 112},
    ),
    row(
        "a jet where others fly too",
        "A jet bombed a house in Tyre on Sunday and killed two.",
        {"by": [], "killed": 2},
    ),
    row(
        "the army of the country",
        "The army bombed a market in El Fasher on Sunday and killed 30 people.",
        {"by": ["sudan"], "role": "suspected", "killed": 30},
    ),
    row(
        "security forces that were ambushed",
        "Security forces ambushed in Jableh on Sunday; 12 of them killed.",
        {"by": []},
    ),
    row(
        "a commander of a group",
        "French troops killed a senior commander of al-Qaeda in the Islamic Maghreb near Kidal on Sunday.",
        {"by": ["france"], "on": ["aqim"]},
    ),
    row(
        "whose troops they were, behind their deed",
        "Islamic State fighters ambushed a convoy of the Nigerian army near Maiduguri on Sunday, killing nine.",
        {"by": ["islamic-state"], "on": ["nigeria"]},
    ),
    row(
        "two who struck together",
        "Wagner mercenaries and Malian troops killed 20 villagers in Moura on Sunday.",
        {"by": ["wagner-group", "malian-armed-forces"]},
    ),
    row(
        "forces in a place that were struck",
        "US troops in Hasakah were attacked with rockets on Sunday.",
        {"place": "hasakah", "on": ["united-states"], "with": "rocket"},
    ),
    row(
        "a government's shelling beside another group's attack",
        "Government shelling killed three people in Ariha in Idlib on Sunday. On Saturday ISIS attacked a post near "
        "Palmyra.",
        {"place": "ariha", "by": ["syria"], "role": "suspected"},
        {"place": "palmyra", "by": ["islamic-state"]},
    ),
    row(
        "what the army flies",
        "A paraglider of the army dropped two bombs on a protest in Sagaing in Myanmar on Sunday and killed 24.",
        {"by": ["myanmar"], "with": "airstrike", "killed": 24},
    ),
    row(
        "our air force",
        "Turkey's ministry of defence said three men of the PKK had fled. In northern Iraq's Gara region, our air "
        "force hit 16 caves on Sunday.",
        {"place": "gara", "by": ["turkey"]},
    ),
    row(
        "police at whose post it went off",
        "A car bomb exploded at a police checkpoint in Fallujah on Sunday and killed two.",
        {"place": "fallujah", "by": [], "killed": 2},
    ),
    row(
        "police who only tell of it",
        "An explosion ripped through a minibus in Kabul on Sunday, killing seven people and wounding 20, police "
        "spokesman Khalid Karimi said.",
        {"by": [], "on": [], "killed": 7},
    ),
    row(
        "soldiers whom it killed, and others",
        "A drone flew into a post of Iraq in Kirkuk on Sunday, killing three soldiers and wounding 34.",
        {"by": [], "killed": 3, "wounded": 34},
    ),
]

NOT_HIT = [
    row(
        "a gunman who is said to have belonged to a group",
        "Three people were shot dead near Palmyra on Sunday by a gunman who, the Americans say, belonged to Islamic "
        "State.",
        {"place": "palmyra", "by": ["islamic-state"], "on": []},
    ),
    row(
        "a gunman of a group who was shot",
        "US forces shot dead a gunman who belonged to Islamic State near Palmyra on Sunday.",
        {"place": "palmyra", "by": ["united-states"], "on": ["islamic-state"]},
    ),
    row(
        "whoever counts is based abroad",
        "A car bomb killed 18 people in al-Bab on Sunday. The UK-based Syrian Observatory put the number of dead at "
        "19.",
        {"place": "al-bab", "on": []},
    ),
    row(
        "the police who came to fight are not whom it was aimed at",
        "Robbers shot dead 70 people in Liancourt, Haiti, on Sunday. Two of them were hit in an exchange of fire with "
        "the police.",
        {"on": []},
    ),
    row(
        "who flew the injured out",
        "A bomb killed ten people in a church at Kasindi on Sunday. UN peacekeepers flew some of the gravely injured "
        "to Beni.",
        {"on": [], "killed": 10},
    ),
    row(
        "peacekeepers who were hurt",
        "A bomb went off at a market in Kasindi on Sunday. Three UN peacekeepers were injured.",
        {"on": ["united-nations"]},
    ),
    row(
        "the company that runs the field",
        "A drone struck the Sarsang field, operated by the US company HKN, on Sunday.",
        {"on": [], "with": "drone"},
    ),
    row(
        "whom a state failed to protect",
        "American drones struck a camp near Sokoto on Sunday. Washington has accused Nigeria of not protecting "
        "Christians from being killed.",
        {"by": ["united-states"], "on": []},
    ),
]

WORD = [
    row(
        "said its fighters did it",
        "The Pakistani Taliban said its fighters stormed a police station in Lakki Marwat on Sunday.",
        {"by": ["tehrik-i-taliban-pakistan"], "role": "claimed", "status": "claimed"},
    ),
    row(
        "a hand in it denied",
        "The Ethiopian army denied carrying out Sunday's drone strike on a school in Lalibela that killed seven.",
        {"by": [], "killed": 7, "with": "drone"},
    ),
    row(
        "the group before what it is made of",
        "The Islamic Resistance in Iraq, a coalition of Iranian-backed militias, has spoken. The group claimed that it "
        "attacked the Nevatim air base on Sunday.",
        {"place": "nevatim", "by": ["islamic-resistance-in-iraq"]},
    ),
]


BESIDE = [
    row(
        "people are not their state",
        "Three Palestinians were killed in an Israeli drone strike in Jenin on Sunday.",
        {"by": ["israel"], "on": [], "killed": 3},
    ),
    row(
        "one of a people",
        "A Syrian was wounded when a drone fell on Erbil on Sunday.",
        {"on": [], "wounded": 1},
    ),
    row(
        "what a group is told to be",
        "The Islamic Resistance in Iraq, an umbrella of Iran-backed groups, claimed a drone attack on Ain al-Asad "
        "on Sunday.",
        {"by": ["islamic-resistance-in-iraq"], "role": "claimed"},
    ),
    row(
        "came under fire from",
        "Hezbollah fighters came under fire from Israeli tanks on Sunday near Khiam, the army said.",
        {"by": ["israel"], "on": ["hezbollah"]},
    ),
    row(
        "a name that ends on army",
        "Gunmen killed five policemen in Quetta on Sunday. The banned Balochistan Liberation Army claimed "
        "responsibility.",
        {"by": ["baloch-liberation-army"], "on": ["pakistan"], "status": "claimed"},
    ),
    row(
        "another's base behind a verb",
        "Hamas attacked an Israeli base near Nahal Oz on Sunday.",
        {"by": ["hamas"], "on": ["israel"]},
    ),
    row(
        "arms within the name",
        "Russian air defences shot down 20 Ukrainian drones over Bryansk on Sunday.",
        {"by": ["ukraine"], "kind": "interception"},
    ),
    row(
        "who set it off",
        "FARC dissidents detonated a truck bomb outside an air base in Cali on Sunday, killing six.",
        {"by": ["farc-dissidents"], "on": ["colombia"], "killed": 6},
    ),
    row(
        "the two sides of a clash",
        "Clashes between the SDF and Turkish-backed factions near Tishrin Dam on Sunday killed six.",
        {"kind": "clash", "by": ["syrian-democratic-forces"], "on": ["syrian-national-army"]},
    ),
]

BLAME = [
    row(
        "blamed by one on another",
        "A drone attack on Khartoum airport on Sunday was blamed by the army on the Rapid Support Forces.",
        {"by": ["rapid-support-forces"], "on": []},
    ),
    row(
        "blamed by a state on another",
        "Ukraine blamed Russia for a strike on a hospital in Kharkiv on Sunday.",
        {"place": "kharkiv", "by": ["russia"]},
    ),
    row(
        "attributed to a state",
        "A strike attributed to Israel killed two members of the Revolutionary Guards in Sayyida Zeinab on Sunday.",
        {"by": ["israel"], "on": ["irgc"]},
    ),
    row(
        "believed to be somebody's",
        "Aircraft presumed to be Israeli struck a convoy of Iranian-backed fighters in Abu Kamal on Sunday.",
        {"by": ["israel"], "kind": "airstrike"},
    ),
    row(
        "a group that denies it",
        "A suicide bomber killed 12 people at a mosque in Peshawar on Sunday. The Pakistani Taliban denied "
        "involvement.",
        {"by": [], "killed": 12, "with": "ied"},
    ),
    row(
        "accused in the same breath",
        "Shells landed on a market in El Fasher on Sunday and killed nine people, and residents accused the RSF.",
        {"by": ["rapid-support-forces"], "on": [], "killed": 9},
    ),
    row(
        "a bomb of which a state is accused is no air strike",
        "A bomb killed nine people in Quetta on Sunday, and officials blamed India.",
        {"by": ["india"], "with": "ied", "on": []},
    ),
    row(
        "bombs of which a state is accused came from the air",
        "Bombs levelled a house in Damascus on Sunday and killed five people, and state media blamed Israel.",
        {"place": "damascus", "by": ["israel"], "with": "airstrike"},
    ),
]


FROM_A_LAND = [
    row(
        "a people's territory",
        "A missile launched from Iranian territory hit a house in Erbil on Sunday.",
        {"place": "erbil", "launch": "iran", "by": ["iran"], "role": "suspected"},
    ),
    row(
        "the other side of the border",
        "Shelling from the Turkish side of the border killed a farmer in Amuda on Sunday.",
        {"by": ["turkey"], "role": "suspected", "kind": "shelling"},
    ),
    row(
        "where many fire from",
        "Rockets fired from Iraqi territory hit the Conoco base on Sunday.",
        {"launch": "iraq", "by": []},
    ),
    row(
        "areas of a country",
        "A drone launched from areas in Iraq hit Eilat on Sunday.",
        {"place": "eilat", "launch": "iraq", "by": []},
    ),
    row(
        "shot down on its way",
        "Air defences destroyed two drones launched at Jazan on Sunday.",
        {"kind": "interception", "with": "drone"},
    ),
    row(
        "drones in a depot",
        "Israeli jets destroyed a drone depot in Damascus on Sunday.",
        {"kind": "airstrike"},
    ),
]

SAID_LATER = [
    row(
        "an army that is accused",
        "The RSF accused the army of bombing a market in Nyala on Sunday, killing 30.",
        {"by": ["sudan"], "role": "suspected", "kind": "airstrike", "killed": 30},
    ),
    row(
        "who fired what was told before",
        "Three missiles struck Erbil on Sunday. The IRGC said it had fired them at an Israeli base.",
        {"by": ["irgc"], "on": ["israel"], "with": "missile"},
    ),
    row(
        "a militia backed by a state",
        "A militia backed by Iran fired rockets at Ain al-Asad on Sunday.",
        {"by": ["iran-backed-militias"], "with": "rocket"},
    ),
]


GUESSED = [
    row(
        "shot down by its defender",
        "A missile was intercepted by Israeli air defences over Eilat on Sunday.",
        {"by": [], "on": ["israel"], "kind": "interception"},
    ),
    row(
        "an air strike abroad that its army tells of",
        "US Africa Command said an airstrike near Jilib on Sunday killed an al-Shabaab commander.",
        {"by": ["united-states"], "on": ["al-shabaab"], "kind": "airstrike"},
    ),
    row(
        "an air strike at home that the state tells of",
        "Syria said an airstrike hit Damascus on Sunday.",
        {"by": [], "kind": "airstrike"},
    ),
    row(
        "fighters of a group attacked",
        "Thirty people were killed on Sunday when fighters of al-Shabaab attacked a hotel in Mogadishu.",
        {"by": ["al-shabaab"], "on": [], "killed": 30},
    ),
    row(
        "the only armed group of the article",
        "A bomb killed 20 people at a market in Maiduguri on Sunday. Nobody has claimed it. Boko Haram has fought "
        "in the region for years.",
        {"by": ["boko-haram"], "role": "suspected", "killed": 20},
    ),
    row(
        "one of two armed groups of the article",
        "A bomb killed 20 people at a market in Maiduguri on Sunday. Nobody has claimed it. Boko Haram and the rival "
        "Ansaru have fought in the region for years.",
        {"by": [], "killed": 20},
    ),
    row(
        "a group that holds the land",
        "A bomb killed six people in Saada on Sunday. The Houthis sent ambulances to the market.",
        {"by": [], "killed": 6},
    ),
    row(
        "what a state has at home",
        "Drones were intercepted over Kirkuk on Sunday. Iraqi forces searched the area.",
        {"on": [], "kind": "interception"},
    ),
    row(
        "a state whose people were shot by gunmen",
        "French visitors killed\n\nFour gunmen on motorbikes attacked visitors in Tillaberi in Niger on Sunday "
        "and killed six French aid workers and their driver.",
        {"by": [], "with": "gunfire"},
    ),
]


HEARSAY = [
    row(
        "was their doing",
        "A cargo ship was hit by a missile in the Gulf of Aden on Sunday. That it was their doing the Houthis did not "
        "hide for long.",
        {"by": ["houthis"], "role": "claimed"},
    ),
    row(
        "boasted of it",
        "Gunmen shot eleven soldiers at an army post in Baquba on Sunday. The Islamic State boasted of the raid.",
        {"by": ["islamic-state"], "role": "claimed"},
    ),
    row(
        "had fired it, says somebody",
        "A missile hit a hospital in Kharkiv on Sunday. The governor said that Russia had fired it.",
        {"by": ["russia"], "role": "attributed"},
    ),
    row(
        "it was they, says somebody",
        "Ten people were killed in a bombing in Istanbul on Sunday. It was the PKK, the interior minister said.",
        {"by": ["kurdistan-workers-party"], "role": "attributed"},
    ),
    row(
        "the blame put on them",
        "A car bomb went off in Azaz on Sunday and killed six. Turkey put the blame on the YPG.",
        {"by": ["ypg"], "role": "attributed"},
    ),
    row(
        "stood behind it",
        "A drone hit an oil refinery in Ryazan on Sunday. A source told reporters that Ukraine's military intelligence "
        "stood behind the strike.",
        {"by": ["ukraine"], "on": ["russia"]},
    ),
    row(
        "nothing to do with it",
        "A rocket hit a school in Taiz on Sunday. The Houthis said they had nothing to do with it.",
        {"by": []},
    ),
    row(
        "not involved",
        "A car bomb killed four in Jalalabad on Sunday. The Taliban condemned it and said they were not involved.",
        {"by": [], "killed": 4},
    ),
    row(
        "not its work",
        "A bomb killed nine in Ankara on Sunday. The PKK said that it was not its work.",
        {"by": [], "killed": 9},
    ),
    row(
        "disowned",
        "Twenty people were killed in a raid on Yelwata on Sunday. Boko Haram disowned the raid.",
        {"by": [], "killed": 20},
    ),
    row(
        "a deed of long ago, told behind a claim",
        "A car bomb killed 21 people at a hotel in Mogadishu on Sunday.\n\nAl-Shabaab claimed it.\n\nMany recall "
        "October 2017. A lorry bomb at a junction killed more than 500 people at that time.",
        {"by": ["al-shabaab"], "killed": 21},
    ),
]


OBJECTS = [
    row(
        "two deeds in a clause, each at its place: nobody says whose the bomb was",
        "A car bomb in Azaz on Friday led to a Turkish drone strike in Tal Rifaat.",
        {"place": "azaz", "role": "suspected"},
        {"place": "tal-rifaat", "by": ["turkey"], "role": "attributed"},
    ),
    row(
        "a camp that gunmen got into",
        "Four gunmen got into an Indian army camp at Uri on Sunday and killed 17 soldiers.",
        {"on": ["india"], "by": []},
    ),
    row(
        "killed in a clash with a group",
        "Two Turkish soldiers were killed in a clash with the PKK near Hakkari on Sunday.",
        {"by": ["kurdistan-workers-party"], "on": ["turkey"]},
    ),
    row(
        "arms that were hit",
        "On Sunday Israel destroyed two Hezbollah rocket launchers near Nabatieh.",
        {"by": ["israel"], "on": ["hezbollah"]},
    ),
    row(
        "a group that mourns civilians claims nothing",
        "A strike killed thirteen people, most of them children, in Ain al-Hilweh on Sunday, according to Hamas.",
        {"by": []},
    ),
    row(
        "a single jet",
        "A Russian jet dropped two bombs on Kharkiv on Sunday.",
        {"by": ["russia"], "role": "attributed"},
    ),
    row(
        "jets of a government without a name",
        "Government jets bombed a market in Douma on Sunday, killing 20.",
        {"by": ["syria"], "role": "suspected"},
    ),
    row(
        "its jet stopped them",
        "An Israeli fighter jet shot down a drone near Metula on Sunday.",
        {"by": [], "on": ["israel"], "kind": "interception"},
    ),
]

WHO_WAS_SAID_TO = [
    row(
        "whose men were shot dead",
        "Three men of the Border Security Force were shot dead on Sunday as they passed Bijbehara town.",
        {"by": [], "on": ["india"], "killed": 3},
    ),
    row(
        "people fell to bullets",
        "Two policemen fell to militant bullets at a bus stand in Anantnag on Sunday.",
        {"kind": "attack", "by": [], "on": ["india"], "killed": 2},
    ),
    row(
        "from whose boats it came under attack",
        "A Royal Saudi Navy frigate came under attack on Sunday off Hodeidah from boats of the Houthi militia.",
        {"by": ["houthis"], "on": ["saudi-arabia"]},
    ),
    row(
        "who only chartered the ship",
        "On Sunday the Houthis wrecked a catamaran chartered by the United Arab Emirates, with a missile near Mokha.",
        {"by": ["houthis"], "with": "missile"},
    ),
    row(
        "on whom a group blames it",
        "Six fighters were killed in Quneitra on Sunday in an air strike that Hezbollah blames on Israel.",
        {"by": ["israel"], "killed": 6},
    ),
    row(
        "who is accused of sponsoring it",
        "Gunmen stormed Niamey airport on Sunday. The general accused the presidents of Benin and Ivory Coast of "
        "being the sponsors of the attackers.",
        {"by": [], "kind": "raid"},
    ),
    row(
        "an organisation that is not the group",
        "Fighter jets bombed a hospital in Mrauk-U on Sunday. The town is held by the Arakan Army. The World Health "
        "Organization said it was appalled and counted 67 attacks on clinics.",
        {"by": ["myanmar"], "role": "suspected"},
    ),
    row(
        "whom the army suspects",
        "A device killed ten worshippers in Kasindi on Sunday. The army suspects the Allied Democratic Forces.",
        {"by": ["adf"], "role": "suspected", "killed": 10},
    ),
    row(
        "who is believed to have planted it",
        "Four soldiers were killed in Baga on Sunday when a device blew up beside their truck. Boko Haram gunmen are "
        "believed to have planted the bomb.",
        {"by": ["boko-haram"], "role": "suspected", "on": ["nigeria"]},
    ),
    row(
        "whom a town fell to",
        "The town of Baga fell to Boko Haram on Sunday.",
        {"by": ["boko-haram"], "kind": "seizure"},
    ),
    row(
        "who fired arms that others made",
        "Ukraine sent four American ATACMS missiles at Voronezh on Sunday.",
        {"by": ["ukraine"], "on": ["russia"]},
    ),
    row(
        "whose men held the place",
        "Sixty-seven people were killed on Sunday when al-Shabaab fighters held the Westgate mall in Nairobi.",
        {"by": ["al-shabaab"], "killed": 67},
    ),
    row(
        "whose men were themselves attacked",
        "Nine people died on Sunday after al-Shabaab fighters were attacked by Kenyan jets in Dhobley.",
        {"by": ["kenya"], "on": ["al-shabaab"]},
    ),
    row(
        "what an agency said an army had done",
        "The state news agency said the Israeli army had fired shells at Tyre on Sunday.",
        {"by": ["israel"], "place": "tyre"},
    ),
    row(
        "who only lost men when drones came",
        "Bangladesh has named the six soldiers it lost on Sunday when drones attacked a UN base in Kadugli.",
        {"by": [], "with": "drone"},
    ),
    row(
        "fired within one country",
        "Rockets fired from Horlivka struck Kramatorsk on Sunday and killed seven.",
        {"by": [], "killed": 7},
    ),
    row(
        "a state's jets are no raiders of a village",
        "American jets bombed camps of gunmen in Sokoto, Nigeria, on Thursday. On Sunday the village of Nuku, in "
        "Nigeria's Kwara state, was raided.",
        {"by": ["united-states"]},
        {"kind": "raid", "by": []},
    ),
]

WHO_DID_NOT = [
    row(
        "none of whose sites was hit",
        "A missile fell in Erbil on Sunday. American officials said that no US facility was hit.",
        {"place": "erbil", "on": []},
    ),
    row(
        "none of whose bases was struck in it",
        "No American base was struck in the missile attack on Erbil on Sunday.",
        {"place": "erbil", "on": []},
    ),
    row(
        "who was told of it",
        "Drones came down on Berd in Armenia on Sunday and they hit houses, the US embassy was told.",
        {"on": [], "with": "drone"},
    ),
    row(
        "who counted the dead",
        "A car bomb killed eighteen people in al-Bab on Sunday. The UK-based Syrian Observatory for Human Rights put "
        "the number of the dead at 19.",
        {"place": "al-bab", "on": []},
    ),
    row(
        "what a group does as a rule",
        "A bomb killed ten worshippers in Kasindi on Sunday. The army suspects the ADF. The ADF usually kills with "
        "machetes and rifles.",
        {"by": ["adf"], "role": "suspected", "on": [], "killed": 10},
    ),
    row(
        "nobody says that it was behind it",
        "A bomb went off in the Bakara market of Mogadishu on Sunday. Nobody has said it was behind that. The state "
        "sees the hand of an al-Qaeda affiliate in such blasts.",
        {"with": "ied", "status": "reported"},
    ),
    row(
        "who located the attack",
        "A blast killed five people in Mir Ali on Sunday. The Inter-Services Public Relations located the attack in "
        "the bazaar.",
        {"place": "mir-ali", "by": [], "killed": 5},
    ),
    row(
        "who is accused of not protecting people",
        "Drones struck Jabo on Sunday. Trump has accused Nigeria for weeks of not protecting Christians from "
        "being killed.",
        {"by": [], "with": "drone"},
    ),
    row(
        "one of a people who drove a truck",
        "A Jordanian who drove an aid truck shot two Israelis dead on Sunday at the Allenby Crossing, "
        "the military said.",
        {"by": [], "on": [], "killed": 2},
    ),
    row(
        "one of a people by his work",
        "A Jordanian driver opened fire on Israeli guards on Sunday at the Allenby Crossing.",
        {"by": [], "on": ["israel"]},
    ),
    row(
        "who only killed the gunman",
        "A gunman opened fire on American soldiers in Palmyra on Sunday; Syrian forces shot him dead.",
        {"by": [], "on": ["united-states"]},
    ),
    row(
        "whose targets were struck",
        "More than 70 ISIS targets struck in Deir ez-Zor\n\nThe raids were flown on Sunday.",
        {"by": [], "on": ["islamic-state"]},
    ),
    row(
        "the strikes that a state had carried out",
        "The strikes the US had carried out on Raqqa on Sunday killed five.",
        {"by": ["united-states"], "killed": 5},
    ),
    row(
        "behind the name of a town abroad",
        "Far from Homs, Turkey's air force bombed posts in Hasakah on Sunday.",
        {"place": "hasakah", "by": ["turkey"]},
    ),
]


@pytest.mark.parametrize(
    "case",
    [
        *WHO_WAS_SAID_TO,
        *WHO_DID_NOT,
        *UNNAMED_HANDS,
        *STATEMENTS,
        *PUT_FIRST,
        *SERIES,
        *ARMIES,
        *SOLDIERS,
        *WORD,
        *BESIDE,
        *NOT_HIT,
        *BLAME,
        *FROM_A_LAND,
        *SAID_LATER,
        *GUESSED,
        *HEARSAY,
        *OBJECTS,
    ],
)
def test_who_struck_whom(case: Case, reader: Reader) -> None:
    """The sides are those that the text gives; unnamed people are their group's, soldiers their country's."""
    assert told(case, reader) == case.wanted
