"""Makes `gazetteer/country-names.toml`: what countries are called in the languages of conflict reporting. Run by hand.

    pip install babel
    python -m geomap._build.country_names > gazetteer/country-names.toml

Unicode CLDR, as the package babel has it, without what it puts into brackets; `USUAL` adds what the press says.
"""

from __future__ import annotations

import re
from typing import Any

from geomap.gazetteer.data import data_dir, read_toml

LANGUAGES = (
    "am", "ar", "az", "bn", "ckb", "de", "en", "es", "fa", "fr", "ha", "he", "hi", "hy", "id", "it", "ja", "ka", "ko",
    "ku", "my", "nl", "pl", "ps", "pt", "ru", "so", "sw", "th", "ti", "tr", "uk", "ur", "uz", "zh",
)  # fmt: skip
_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]\s*")
AMBIGUOUS = {"zh": ("CD", "CG"), "my": ("CD", "CG"), "ja": ("CD", "CG")}  # one name without their brackets
# What CLDR does not have: short, older and long names in use.
USUAL: dict[str, dict[str, list[str]]] = {
    "AE": {"en": ["UAE", "Emirates"], "fr": ["EAU"], "es": ["EAU"], "ru": ["ОАЭ"], "ar": ["الإمارات"]},
    "BA": {"en": ["Bosnia"], "fr": ["Bosnie"], "de": ["Bosnien"], "ru": ["Босния"]},
    "BY": {"en": ["Belorussia"], "ru": ["Белоруссия"]},
    "CD": {
        "en": ["DRC", "DR Congo", "Democratic Republic of Congo", "Congo-Kinshasa", "Zaire"],
        "fr": ["RDC", "République démocratique du Congo", "RD Congo"], "ru": ["ДР Конго"],
        "ar": ["الكونغو الديمقراطية", "جمهورية الكونغو الديمقراطية"],
        "sw": ["Jamhuri ya Kidemokrasia ya Kongo"], "pt": ["República Democrática do Congo"],
        "de": ["Demokratische Republik Kongo"],
    },
    "CF": {"en": ["CAR"], "fr": ["Centrafrique", "RCA"], "ru": ["ЦАР"], "ar": ["أفريقيا الوسطى"]},
    "CG": {"en": ["Republic of the Congo", "Congo-Brazzaville"], "fr": ["République du Congo"]},
    "CI": {"en": ["Ivory Coast"], "ru": ["Кот-д’Ивуар"], "es": ["Costa de Marfil"], "ar": ["كوت ديفوار"]},
    "CZ": {"en": ["Czech Republic"], "ru": ["Чешская Республика"]},
    "ET": {"fa": ["حبشه"], "ar": ["الحبشة"]},
    "GB": {"en": ["Britain", "Great Britain", "UK"], "fr": ["Grande-Bretagne"], "ar": ["بريطانيا"],
           "es": ["Gran Bretaña"], "fa": ["انگلیس", "انگلستان"]},
    "IR": {"en": ["Persia"], "ar": ["ايران"]},
    "KG": {"en": ["Kirghizia"], "ru": ["Кыргызстан", "Киргизия"]},
    "KP": {"en": ["DPRK"], "ru": ["Северная Корея"], "ar": ["كوريا الشمالية"]},
    "KR": {"ru": ["Южная Корея"], "ar": ["كوريا الجنوبية"]},
    "MD": {"en": ["Moldavia"], "ru": ["Молдавия", "Молдова"]},
    "MK": {"en": ["Macedonia"]},
    "MM": {"en": ["Burma"], "fr": ["Birmanie"], "es": ["Birmania"], "it": ["Birmania"], "pt": ["Birmânia"],
           "de": ["Birma"], "ru": ["Бирма", "Мьянма"], "ar": ["بورما"], "uk": ["Бірма"]},
    "NL": {"en": ["Holland"], "ru": ["Голландия"], "ar": ["هولندا"]},
    "PH": {"es": ["Filipinas"]},
    "PS": {"en": ["Palestine", "State of Palestine"], "fr": ["Palestine"], "es": ["Palestina"], "ar": ["فلسطين"],
           "ru": ["Палестина"], "uk": ["Палестина"], "he": ["פלסטין"], "tr": ["Filistin"], "fa": ["فلسطین"],
           "de": ["Palästina"], "it": ["Palestina"], "pt": ["Palestina"]},
    "RU": {"en": ["Russian Federation"], "ru": ["РФ", "Российская Федерация"], "ar": ["روسيا الاتحادية"]},
    "SA": {"en": ["KSA"], "fr": ["Royaume saoudien"], "ar": ["السعودية"], "fa": ["عربستان"]},
    "SZ": {"en": ["Swaziland"]},
    "TL": {"en": ["East Timor"]},
    "TR": {"en": ["Turkey", "Türkiye"], "ar": ["تركيا"]},
    "US": {"en": ["USA", "United States of America", "America"], "fr": ["États-Unis d’Amérique"], "ru": ["США"],
           "uk": ["США"], "es": ["EE. UU.", "EEUU"], "ar": ["أمريكا", "أميركا"], "fa": ["آمریکا", "امریکا"]},
    "XK": {"sr": ["Косово", "Kosovo i Metohija"]},
}  # fmt: skip


def main() -> None:
    """Print the table."""
    from babel import Locale

    names = {language: Locale.parse(language).territories for language in LANGUAGES}
    print("# Names of countries in other languages, by ISO 3166-1 code; Unicode CLDR (Unicode License v3).")
    print("# Made by geomap/_build/country_names.py.")
    for code in sorted(read_toml(data_dir() / "countries.toml")["countries"]):
        print(f"[{code}]")
        usual = USUAL.get(code, {})
        for language in sorted({*LANGUAGES, *usual}):
            found = [*_name(names, language, code), *usual.get(language, ())]
            if found:
                print(f"{language} = [{', '.join(_quoted(one) for one in dict.fromkeys(found))}]")


def _name(names: dict[str, Any], language: str, code: str) -> list[str]:
    name = names.get(language, {}).get(code)
    if not name or name == code or code in AMBIGUOUS.get(language, ()):
        return []
    return [_BRACKETS.sub(" ", name).strip()]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', "").replace("'", "’") + '"'


if __name__ == "__main__":
    main()
