"""Killed and wounded: active, passive, nominal, headline; zero, totals, parts; and what only looks like it."""

from __future__ import annotations

import pytest

from geomap.extract.casualties.of_sentence import find_casualties
from tests.fixtures.hurt import counts, found
from tests.fixtures.lexicon import words


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A drone killed three US soldiers and wounded more than 40 others.", 3, 40),
        ("Shells fell on the market, killing at least 12 people and wounding 30.", 12, 30),
        ("Three people were killed when aircraft struck around midnight.", 3, None),
        ("Three people died and two were hurt.", 3, 2),
        ("A suicide bomber had killed four people.", 4, None),
        ("Another killed four and a third wounded six.", 4, 6),
        ("Nine people waiting for bread were killed.", 9, None),
        ("Six passengers on a bus to Kabul were killed.", 6, None),
        ("Two men riding a motorcycle were killed by a drone.", 2, None),
        ("At least seven workers at a factory in Odesa have been killed.", 7, None),
        ("At least 19 of the 300 pupils of the centre in Kabul are dead.", 19, None),
        ("Four soldiers in a town where nine people were killed fled.", 9, None),
        ("Four soldiers told reporters in Gao that nine men were killed.", 9, None),
        ("Four soldiers in Gao said that their comrades were killed.", None, None),
        ("A gunman has killed at least 40 worshippers.", 40, None),
        ("The attackers had killed two guards.", 2, None),
        ("A policeman was killed a day after the blast.", 1, None),
        ("A soldier had been killed and two were hurt.", 1, 2),
        ("Two conscripts of the brigade's 13th battalion were killed and two dozen more hurt.", 2, 24),
        ("The blast left six dead and 18 hurt.", 6, 18),
        ("The truck left three military dead and 25 wounded.", 3, 25),
        ("It resulted in the death of three soldiers and the wounding of 40.", 3, 40),
        ("Six fighters dead after drone hits base", 6, None),
        ("Seven SDF commandos killed and 18 hurt", 7, 18),
        ("Twelve civilians, two of them children, are dead and 25 wounded.", 12, 25),
        ("The attack brought the death toll to 7.", 7, None),
        ("The toll rose from five to seven.", 7, None),
        ("He raised the number of injured to 29.", None, 29),
        ("Another 33 people were wounded by it.", None, 33),
        ("One more person was killed and one wounded.", 1, 1),
        ("At least one contractor died.", 1, None),
        ("A missile killed a civilian.", 1, None),
        ("The strike killed a leader in the Brigades.", 1, None),
        ("It killed Mushtaq Talib “Abu X”, a leading commander of the group.", 1, None),
        ("The commander was killed in his car.", 1, None),
        ("One US serviceman was badly wounded in the attack.", None, 1),
        ("Three bodies and 25 wounded were brought to the hospital.", 3, 25),
        ("Two drones killed three soldiers.", 3, None),
        ("The commander was killed in a strike that wounded three people.", 1, 3),
        ("They brought the number of confirmed dead to 18.", 18, None),
        ("Confirmed dead: 25.", 25, None),
        ("The agency gives the dead as six.", 6, None),
        ("He put the injured at fifty.", None, 50),
        ("They put the death toll at more than 30 and the injuries at some 100.", 30, 100),
        ("The toll stands at between 20 and 30.", 20, None),
        ("A drone hit the depot, the agency said without specifying any casualties.", None, None),
        ("Fourteen others, of several nations, are wounded.", None, 14),
        ("Gunmen killed six civilians and three guards.", 9, None),
        ("Six people in all were hurt.", None, 6),
        ("Five service members and a second contractor were wounded.", None, 6),
        ("A woman and two children were killed.", 3, None),
        ("It killed two soldiers and three guards were hurt.", 2, 3),
        ("Eight people were hurt and three had since gone home.", None, 8),
        ("Two women in the car were wounded.", None, 2),
        ("Four men who guarded the gate were killed.", 4, None),
        ("Ten neighbours had minor injuries.", None, 10),
        ("Eight service members were treated for brain injuries.", None, 8),
        ("Three guards suffered serious burns.", None, 3),
        ("It left eight US and allied personnel with injuries.", None, 8),
        ("A man of 50 was killed.", 1, None),
        ("A contractor, an interpreter, was killed and two guards were hurt.", 1, 2),
        ("Nine members of a fisherman's family from Sindh, four of them children, were slain.", 9, None),
        ("Three workers of a road company, all of them foreigners, were wounded.", None, 3),
        ("Six traders were kidnapped and executed.", 6, None),
        ("Five men were called out of the mosque and shot dead by gunmen.", 5, None),
        ("Four people were arrested and two wounded.", None, 2),
        ("Ten followers of a preacher were killed.", 10, None),
        ("The dead lay in eight burned vehicles and four burnt-out houses.", None, None),
        ("Six people were burned in three cars.", None, 6),
    ],
)
def test_english_counts(text: str, killed: int | None, wounded: int | None) -> None:
    """What a careful reader writes into the two columns."""
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("قُتل 9 أشخاص في غارة جوية", 9, None),
        ("وأُصيب فيها 45 أمريكياً", None, 45),
        ("مقتل 3 جنود وإصابة 5 آخرين", 3, 5),
        ("أسفر عن مقتل شخص وإصابة ثلاثة بجروح", 1, 3),
        ("سقوط قتيلين و3 جرحى", 2, 3),
        ("مقتل جنديين أميركيين", 2, None),
        ("استشهاد 37 شخصاً وجرح 2931", 37, 2931),
        ("12 شهيداً و2323 جريحاً", 12, 2323),
        ("أودت اشتباكات بحياة 55 شخصاً وجُرح فيها 146", 55, 146),
        ("أن ما يزيد على مئة شخص قُتلوا أمس", 100, None),
        ("عشرة قتلى على الأقل", 10, None),
        ("ارتفعت إلى 10 حصيلة قتلى الضربة", 10, None),
        ("قُتل في الغارة 9 أشخاص", 9, None),
        ("مقتل القيادي في الحزب", 1, None),
        ("قتلوا ستة مدنيين وثلاثة من رجال الأمن", 9, None),
    ],
)
def test_arabic_counts(text: str, killed: int | None, wounded: int | None) -> None:
    """The same in Arabic."""
    assert counts(text, "ar") == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("No casualties were reported.", "en"),
        ("There were no injuries.", "en"),
        ("There was no damage and nobody was hurt.", "en"),
        ("It fell without casualties.", "en"),
        ("rockets were launched, with no casualties or damage reported", "en"),
        ("The rockets did not cause any casualties.", "en"),
        ("No one was killed or injured.", "en"),
        ("No U.S. or coalition personnel were hurt.", "en"),
        ("ولم يُصب أحد", "ar"),
        ("ولا إصابات ولا أضرار في البنية التحتية", "ar"),
        ("لم تقع إصابات", "ar"),
        ("دون خسائر بشرية", "ar"),
        ("من دون وقوع إصابات", "ar"),
    ],
)
def test_nobody_hurt_is_zero(text: str, lang: str) -> None:
    """Said to be none is 0, which is not the empty cell of "not said"."""
    assert counts(text, lang) == (0, 0)
    assert all(casualty.none for casualty in found(text, lang))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("There was no immediate word of casualties.", "en"),
        ("It was not clear whether there were casualties.", "en"),
        ("Five soldiers were captured and two are missing.", "en"),
        ("He was wounded by two gunmen.", "en"),
        ("killed or wounded 30 soldiers", "en"),
        ("How many were killed it did not say.", "en"),
        ("Without Neymar, injured in the match, 2 goals fell.", "en"),
        ("They mourned the killing of civilians.", "en"),
        ("The wounded recruit spoke to us.", "en"),
        ("The Dead Sea shore was hit by 2 drones.", "en"),
        ("They vowed to kill the deal.", "en"),
        ("Three rockets were fired at soldiers.", "en"),
        ("two soldiers shot down a drone", "en"),
        ("وأن إصابات مباشرة وقعت داخل القاعدة", "ar"),
        ("وأصابتها إصابة مباشرة", "ar"),
        ("أصابت 3 أهداف", "ar"),
    ],
)
def test_what_only_looks_like_casualties(text: str, lang: str) -> None:
    """Unknown is not none, captives are not dead, hits on things wound nobody."""
    assert counts(text, lang) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The campaign has killed more than 30,000 people since October.",
        "Since October, more than 120 people have been killed.",
        "Some 200 soldiers have been wounded in the war.",
    ],
)
def test_totals_are_flagged(text: str) -> None:
    """The dead of a war are not the dead of one attack."""
    assert found(text)
    assert all(casualty.total for casualty in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "It killed three, the deadliest strike since October.",
        "Three were killed, the first deaths since May.",
    ],
)
def test_the_first_since_is_no_total(text: str) -> None:
    """The three died today."""
    assert found(text)
    assert not any(casualty.total for casualty in found(text))


def test_a_part_of_a_number_is_not_added() -> None:
    """The children are among the thirty."""
    whole, part = found("30 people were killed, including 5 children.")
    assert (whole.best, whole.part) == (30, False)
    assert (part.best, part.part, part.civilians) == (5, True, True)


def test_hedges_make_a_range() -> None:
    """At least twelve has no upper end, dozens has no number."""
    (killed, wounded) = found("It killed at least 12 people and injured dozens.")
    assert (killed.low, killed.best, killed.high) == (12, 12, None)
    assert (wounded.low, wounded.best) == (24, None)


def test_who_they_were() -> None:
    """The words beside the number are kept, and civilians are told apart."""
    (soldiers,) = found("A drone killed three US soldiers.")
    assert soldiers.of == "US soldiers" and not soldiers.civilians
    (civilians,) = found("The shelling killed two civilians.")
    assert civilians.civilians


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Seven men from the border guard and the customs service died and 12 more were injured.", 7, 12),
        ("Two policemen from Basra and Kut were killed by the bomb.", 2, None),
        ("Four men of a Pakistani road patrol were killed near the pass.", 4, None),
        ("Three of the guards at the gate were hurt.", None, 3),
        ("More than 30 people, two boys aged 9 and 13 among them, were wounded by shells.", None, 30),
        ("Thirty people (most of them women) were killed.", 30, None),
        ("Two peacekeepers, both from Nepal, fell and were hurt.", None, 2),
        ("Two women pulled from the same building were in critical condition.", None, 2),
        ("A corporal of the brigade was killed and two sergeants were injured.", 1, 2),
        ("The imam of the mosque was shot dead at his door.", 1, None),
        ("The army has named the six soldiers and drivers it lost on Saturday.", 6, None),
        ("An officer counted nine Ethiopian dead.", 9, None),
        ("The toll in the bombing of a bus of the frontier police went up to six.", 6, None),
        ("Two blue helmets of the UN mission in Mali, MINUSMA, were injured on Friday.", None, 2),
        ("The country named the six soldiers and civilian workers it lost on Saturday.", 6, None),
        ("A monitor gives eleven as the number of dead: eight Iranians and three Syrians.", 11, None),
        ("A policeman, a soldier and a passer-by were shot dead.", 3, None),
        ("A judge was killed with his wife and a son.", 3, None),
        ("Fifteen of the recruits had shrapnel wounds.", None, 15),
        ("Journalists Hassan Ali and Omar Khalil were killed.", 2, None),
        ("Capt. John Meyer and Sgt. Paul Adams of the Texas National Guard were killed.", 2, None),
    ],
)
def test_whom_the_words_around_the_number_tell_of(text: str, killed: int | None, wounded: int | None) -> None:
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 14 sheep and wrecked a barn.",
        "Sixteen cows died in the shelling.",
        "Some 300 hectares were burnt.",
        "Two men from the village were arrested and questioned.",
        "Forty members of a Syrian council were elected.",
        "Members of Jund Allah and Ansar Allah were killed.",
        "Two women from the north were in a good mood.",
        "The two generals it lost sight of came back.",
        "The commander of the unit was arrested.",
    ],
)
def test_beasts_and_people_unhurt_are_not_counted(text: str) -> None:
    assert counts(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "killed", "own"),
    [
        ("Two officers and five attackers died in the gunfight.", 2, False),
        ("Three guards and the two attackers were killed.", 3, False),
        ("They killed three guards and two attackers.", 3, False),
        ("Five attackers died in the gunfight.", 5, True),
        ("Jets bombed the attackers, who lost 58 men.", 58, True),
        ("The army lost 58 men to the attackers.", 58, False),
    ],
)
def test_the_attackers_dead_are_apart(text: str, killed: int, *, own: bool) -> None:
    assert [(c.best, c.own) for c in found(text)] == [(killed, own)]


def test_none_of_one_nation_is_not_none() -> None:
    """Words like "no Americans were hurt" do not undo the six who died."""
    assert [c.best for c in found("Six fighters were killed; no American casualties were reported.")] == [6]


def test_only_the_sentence_is_read_and_offsets_are_the_articles() -> None:
    """A sentence's numbers are its own."""
    text = "Two soldiers died. Five people were wounded."
    (casualty,) = find_casualties(text, (19, len(text)), "en", words("counts-en"))
    assert casualty.what == "wounded"
    assert text[casualty.start : casualty.end] == "Five people were wounded"


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Fourteen bystanders, three pupils among them, were killed when the tram was hit.", 14, None),
        ("At least 41 conscripts, eight cooks included, were killed in the barracks.", 41, None),
        (
            "Ninety farmers at the least, twelve of them women and five of them infants, lost their lives in the raid.",
            90,
            None,
        ),
        ("By midnight the list of the dead had 31 names.", 31, None),
        ("The roll of the injured counted 57 names by morning.", None, 57),
        ("Deaths stand at 17 as of now, and the injured at over sixty.", 17, 60),
        ("Fatalities now stand at nine, the ministry said.", 9, None),
        ("The number of boys who died has reached six.", 6, None),
        ("The number of miners who were wounded has climbed to 23.", None, 23),
        ("It put the dead on Tuesday at 112, and at 340 the number of those injured.", 112, 340),
        ("As for the wounded, the governor put them at 48.", None, 48),
        ("Among the 22 people who were killed is a midwife.", 22, None),
        ("Most of the 33 who perished were asleep.", 33, None),
        ("Forty people who were injured are in the clinic.", None, 40),
        ("Some 15 residents or so had been injured.", None, 15),
        ("60 or so were killed.", 60, None),
        ("Three rangers there got wounds, the mayor announced.", None, 3),
        ("More than 45 persons received injuries of various degrees.", None, 45),
        ("Six people survived with wounds.", None, 6),
        ("Twelve people are in critical condition.", None, 12),
        ("The blast injured 30 people, four of whom are in serious condition.", None, 30),
        ("Thirty-four were hurt, and five of them are in a critical condition.", None, 34),
        ("Nine pupils with serious injuries were driven to Aden.", None, 9),
        ("Five people, the cook among them, have been taken to Taiz with wounds.", None, 5),
        ("Around twenty were taken to hospitals, some by boat.", None, 20),
        ("Eight people were flown to hospital in the capital.", None, 8),
        ("Four bodies were taken to hospital.", 4, None),
        ("A girl aged six and her grandfather were killed and nine others hurt.", 2, 9),
        (
            "The deputy chief of the Border Guards, Sami Haddad, and his driver were killed on Friday.",
            2,
            None,
        ),
        ("A colonel was killed along with two of his bodyguards.", 3, None),
        ("A judge was shot dead together with her son.", 2, None),
        ("The commander Ali Hassan was martyred in Taiz on the road, together with six companions.", 7, None),
        ("Jets had burned a passenger vehicle in the district.", None, None),
        ("Mullah Nazir died along with nine of his men.", 10, None),
        ("A drone killed the commander Abu Omar and two of his bodyguards.", 3, None),
        ("A drone killed the commander Abu Omar and two soldiers were hurt.", 1, 2),
        ("Judge Omar Saleh and his driver Ali Hamid were killed.", 2, None),
        ("Judge Omar Saleh and two guards were killed.", 3, None),
        ("A shell hit Tal Abyad and three civilians were killed.", 3, None),
        ("A man of 21, Omar Saleh, was fatally hit by shrapnel.", 1, None),
        ("The man who died is named as Omar, 49.", 1, None),
        ("And 21 civilians, 14 of them under age, were pulled out dead by rescuers.", 21, None),
        ("It claims an ambush on soldiers, with three of them killed.", 3, None),
        ("The shelling cost two lives and hurt eleven.", 2, 11),
        ("Three bombs at the bus station: more than 50 lives.", 50, None),
        ("Rockets on the camp: nine lives at least.", 9, None),
        ("A third man was badly wounded.", None, 1),
        ("Two more airmen from that squadron are wounded, in stable condition.", None, 2),
        ("Three sailors and a cat were hurt.", None, 3),
        ("Seven people were injured and are being treated.", None, 7),
        ("The documented burial of 64 persons took place on Monday.", 64, None),
        ("Twenty recruits and more were killed, by two accounts.", 20, None),
        ("About 90 villagers were massacred on that day.", 90, None),
        ("It shot down three drones.", None, None),
        ("The rescuers saved nine lives.", None, None),
        ("He had killed two officers of the 40 who were there.", 2, None),
        ("The 12 men who had killed a trader fled.", 1, None),
        ("Six people were killed and 13 of those wounded are children.", 6, None),
        ("The army put at 200 the number of its tanks.", None, None),
        ("A gunman killed the owner and his wife.", 2, None),
        ("The strike killed a commander and his three guards.", 4, None),
        ("A family of five was killed.", 5, None),
        ("Three brothers and their mother died under the roof.", 4, None),
        ("The bomber killed himself and four guards.", 4, None),
        ("Between 20 and 25 people were hurt.", None, 20),
        ("A father and his two sons were killed.", 3, None),
        ("Two children and their teacher were wounded.", None, 3),
        ("Doctors had counted 31 dead and twice as many wounded.", 31, None),
        ("Nineteen people lie dead, and some forty are wounded.", 19, 40),
        ("The hospital received 17 bodies and 60 wounded.", 17, 60),
        ("The attack took ten lives.", 10, None),
        ("Gunmen killed a trader and wounded his brother.", 1, 1),
        ("Four women were among the eleven killed.", 11, None),
        ("The clinic received eight dead and 14 wounded.", 8, 14),
        ("Of the 30 passengers, 12 were killed.", 12, None),
        ("All nine crew were killed.", 9, None),
        ("Both pilots were killed.", 2, None),
        ("Dead: 12. Injured: 30.", 12, 30),
        ("A soldier, a nurse and two drivers were killed.", 4, None),
        ("Forty patients and relatives were killed, the doctors said.", 40, None),
        ("Some twenty soldiers and auxiliaries died as the post fell.", 20, None),
        ("The number of pupils who died yesterday, Monday, has reached five.", 5, None),
        ("Three nurses lose their lives in drone strike", 3, None),
        ("Nine people died in Herat and twelve officers near Kunduz.", 9, None),
        ("Twenty homes burned and villagers were killed.", None, None),
        ("Six people were killed, two officials in Gaza said.", 6, None),
        ("Thirty people fled and soldiers were killed.", None, None),
        ("Two convoys and patrols were hit.", None, None),
        ("Some forty others, by the figures of the rescue service, were wounded.", None, 40),
        ("Eleven people including PTI leader Asad Khan were injured in a blast.", None, 11),
        ("Nine others, some of them in serious condition, are being treated in the hospitals.", None, 9),
        ("Two engineers and their interpreter were shot dead near the bridge.", 3, None),
        ("A couple and their two children were killed in the village.", 4, None),
        ("Between two and three guards were killed.", 2, None),
        (
            "A jet bombed the market and killed, according to medics, around 60 people, many of them women.",
            60,
            None,
        ),
        ("A wreath for the eleven sailors who fell when the strait was closed.", 11, None),
        ("Two ballistic missiles that fell on the port started a fire.", None, None),
        ("At least twelve herders were lined up and shot on Monday.", 12, None),
        ("Six members of the army and the police had been injured at the gate.", None, 6),
        ("Two nurses, sisters both, who were killed in the raid lived there.", 2, None),
        ("A contractor working for the ministry lost his life and four others were wounded.", 1, 4),
        ("Shopkeeper, 31, killed by rocket in the old town", 1, None),
        ("A watchman at the depot paid for it with his life.", 1, None),
        ("Fourteen residents got cuts from flying glass.", None, 14),
        ("Ten pilgrims were among the dead.", None, None),
    ],
)
def test_english_counts_in_freer_words(text: str, killed: int | None, wounded: int | None) -> None:
    """Asides, lists of the dead, hospitals, company: the number stands far from the word for the harm."""
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("سقط خمسة من حراس الميناء في كمين على الطريق.", 5, None),
        ("قُطع رأس حارس في هجوم على مستودع.", 1, None),
        ("استهدفت مسيّرة دراجة فقُتل سائقها وأصيب ثلاثة أشخاص.", 1, 3),
        ("وابل صواريخ أودى بمهندس مدني وأصاب أحد عشر.", 1, 11),
        ("فجّر انتحاري نفسه وحصد 14 روحاً وأصاب 50.", 14, 50),
        ("هاجم مسلحون حاجزاً فقتلوا ستة جنود وأصابوا 9.", 6, 9),
        ("فقتل أربعة أشخاص وأصاب 12.", 4, 12),
        ("جُرح فيه حارس آخر.", None, 1),
        ("سقطت قذيفة في السوق فجرحت شخصاً.", None, 1),
        ("قُتل في إحداها عامل في حيفا.", 1, None),
        ("وقُتل بعد ساعات من ذلك أربعة من طاقم القناة.", 4, None),
        ("ثمانية أشخاص نُقلوا إلى المستشفيات.", None, 8),
        ("نُقل سبعة جرحى إلى المستشفى.", None, 7),
        ("ارتقى تسعة من عمال الإغاثة.", 9, None),
        ("بلغ عدد الشهداء 44 والمصابين 120.", 44, 120),
        ("قضى ستة مصلين وأُسعف عشرون إلى المشفى.", 6, 20),
        ("قُتل رجل وزوجته وثلاثة من أطفالهما.", 5, None),
        ("سقط عشرات القتلى والجرحى.", None, None),
        ("أصيب ما لا يقل عن 17 شخصاً بينهم أطفال.", None, 17),
        ("قتلت الغارة ثلاثة مزارعين وجرحت اثنين.", 3, 2),
        ("أوقع الهجوم سبعة قتلى وعشرين جريحاً.", 7, 20),
        ("راح ضحيته 30 شخصاً.", 30, None),
        ("أسفرت الغارة عن مقتل شخصين وإصابة أربعة.", 2, 4),
        ("أسقط الجيش خمس طائرات.", None, None),
        ("سقطت ثلاثة صواريخ في البحر.", None, None),
        ("اغتالت المسيّرة قيادياً في الحركة.", 1, None),
        ("أودت الضربة بحياة ضابط وجرحت جنديين.", 1, 2),
        ("أصابت القذيفة منزلاً فاستشهدت امرأة وأصيب ابنها.", 1, 1),
        ("أصاب الصاروخ مبنى من ثلاثة طوابق.", None, None),
        ("قتل مسلحو التنظيم ثمانية رعاة.", 8, None),
        ("قتل المهاجمون ثلاثة حراس عند المدخل.", 3, None),
    ],
)
def test_arabic_counts_in_freer_words(text: str, killed: int | None, wounded: int | None) -> None:
    """People who "fall", are taken to hospital or are one in the accusative; what falls that is no person."""
    assert counts(text, "ar") == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Bombs killed nine people in Kirkuk on Monday and six more in Mosul on Tuesday.", [9, 6]),
        ("Two guards were killed at Jos on Friday, and on Sunday one more in Kaduna.", [2, 1]),
        (
            "Gunmen killed four in Lahore, another two in Quetta a day later and a third one in Sibi.",
            [4, 2, 1],
        ),
        ("Three died in Aden on Friday and two in Lahj are missing.", [3]),
        ("The raid killed nine in Homs on Monday and one of the gunmen fled.", [9]),
        ("Rockets killed two in Sderot on Monday and four rockets fell in Ashkelon.", [2]),
    ],
)
def test_the_dead_of_the_next_place_need_no_verb(text: str, killed: list[int]) -> None:
    """A map would show the second deed of the sentence without its dead."""
    assert [c.best for c in found(text)] == killed
