#!/usr/bin/env python3
"""Makes the colour profile that defines red, green and blue in the PDFs: sRGB.

The numbers are those of IEC 61966-2-1 (primaries adapted to D50, tone curve with 1024 points); the
file is an ICC profile of version 2.1, small enough to be embedded in every report. It was
written for Calltally and is under Calltally's licence.

    reports/colour/make-srgb.py
"""

import struct
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/main/resources/calltally/reports/srgb.icc"

WHITE = (0.9642, 1.0, 0.8249)
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.71410)
POINTS = 1024


def fixed(value):
    return struct.pack(">i", round(value * 65536))


def xyz(values):
    return b"XYZ \0\0\0\0" + b"".join(fixed(value) for value in values)


def text(words):
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"


def description(words):
    ascii_words = words.encode("ascii") + b"\0"
    return (
        b"desc\0\0\0\0" + struct.pack(">I", len(ascii_words)) + ascii_words
        + struct.pack(">II", 0, 0) + struct.pack(">HB", 0, 0) + bytes(67)
    )


def linear(encoded):
    return encoded / 12.92 if encoded <= 0.04045 else ((encoded + 0.055) / 1.055) ** 2.4


def curve():
    points = [round(65535 * linear(i / (POINTS - 1))) for i in range(POINTS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{POINTS}H", POINTS, *points)


def profile():
    tone = curve()
    tags = [
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", text("Calltally")),
        (b"wtpt", xyz(WHITE)),
        (b"rXYZ", xyz(RED)),
        (b"gXYZ", xyz(GREEN)),
        (b"bXYZ", xyz(BLUE)),
        (b"rTRC", tone),
        (b"gTRC", tone),
        (b"bTRC", tone),
    ]
    offset = 128 + 4 + 12 * len(tags)
    table, body, places = b"", b"", {}
    for name, content in tags:
        if content not in places:
            places[content] = offset + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    size = offset + len(body)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 11, 22, 0, 0, 0) + b"acsp"
    header += bytes(4 + 4 + 4 + 4 + 8 + 4) + b"".join(fixed(value) for value in WHITE)
    header += bytes(128 - len(header))
    return header + struct.pack(">I", len(tags)) + table + body


TARGET.write_bytes(profile())
