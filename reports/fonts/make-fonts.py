#!/usr/bin/env python3
"""Makes the fonts of the reports from Debian's package fonts-inter.

Keeps Latin, Cyrillic, punctuation, arrows and marks; drops layout features, which the PDF writer
does not use. The text fonts get tabular digits, so that figures align in columns; the display font
keeps its proportional digits.

    apt-get install fonts-inter python3-fonttools
    reports/fonts/make-fonts.py
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/inter")
TARGET = Path(__file__).parent.parent / "src/main/resources/calltally/reports/fonts"

TABULAR = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
PROPORTIONAL = ("InterDisplay-SemiBold",)

KEPT = [
    *range(0x0020, 0x007F),  # ASCII
    *range(0x00A0, 0x0180),  # Latin-1, Latin Extended-A
    *range(0x0400, 0x0460),  # Cyrillic of the Slavic languages
    0x0490, 0x0491,  # Ukrainian
    *range(0x2009, 0x200B), *range(0x2010, 0x2027), 0x202F, 0x2030, 0x2039, 0x203A,  # spaces, dashes, quotes
    0x20AC, 0x20BD, 0x2116,  # euro, rouble, number sign
    0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,  # arrows, minus, comparison
    0x25B2, 0x25BC, 0x2713, 0x2717,  # up, down, yes, no
]


def tabular_digits(font):
    """Maps the glyph names of default digits and marks to those of their tabular forms."""
    table = font["GSUB"].table
    lookups = {
        index
        for feature in table.FeatureList.FeatureRecord
        if feature.FeatureTag == "tnum"
        for index in feature.Feature.LookupListIndex
    }
    return {
        default: tabular
        for index in lookups
        for subtable in table.LookupList.Lookup[index].SubTable
        for default, tabular in getattr(subtable, "ExtSubTable", subtable).mapping.items()
    }


def map_digits(font):
    forms = tabular_digits(font)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in table.cmap:
                table.cmap[digit] = forms.get(table.cmap[digit], table.cmap[digit])


def make(name, tabular):
    font = TTFont(SOURCE / f"{name}.otf", recalcTimestamp=False)
    if tabular:
        map_digits(font)
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    TARGET.mkdir(parents=True, exist_ok=True)
    font.save(TARGET / f"{name}.otf")


for name in TABULAR:
    make(name, tabular=True)
for name in PROPORTIONAL:
    make(name, tabular=False)
