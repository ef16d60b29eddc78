#!/usr/bin/env python3
"""Reproduces the figures of a real call centre's month that were computed independently.

usage: reporting/bench/anonymous-bank.py FOLDER

FOLDER holds 1999-02.jsonl.gz (notifications) and expected-1999-02.json (figures per day, hour and
agent). Imports the notifications into empty data folders, in order and shuffled, some of them
twice, and compares every figure with the views, before and after a rebuild. The records
were organised by Ilan Guedj, who made them available with Avishai Mandelbaum (Technion, Haifa).
"""
import csv
import gzip
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

CALLTALLY = pathlib.Path(__file__).resolve().parents[2] / "calltally"

FIGURES = """
    count(*) as incoming,
    count(*) filter (where outcome = 'answered') as answered,
    count(*) filter (where outcome = 'missed') as missed,
    avg(wait_seconds) filter (where outcome = 'answered') as average_wait_answered,
    avg(wait_seconds) filter (where outcome = 'missed') as average_wait_missed,
    coalesce(sum(talk_seconds), 0) as talk_seconds,
    count(*) filter (where outcome = 'answered' and wait_seconds <= 20)::numeric / count(*) as answered_within_20s_over_incoming
"""

QUERIES = {
    "total": f"select 'total' as key, {FIGURES} from analytics.call where direction = 'incoming'",
    "by_local_date": f"select local_date as key, {FIGURES} from analytics.call where direction = 'incoming' group by 1",
    "by_local_hour": f"select local_hour as key, {FIGURES} from analytics.call where direction = 'incoming' group by 1",
    "by_manager_number": """
        select manager as key, sum(calls_answered) as answered, sum(talk_sum) as talk_seconds
        from analytics.daily_manager group by 1""",
    "by_local_date of the statistics": """
        select local_date as key, sum(incoming) as incoming, sum(answered) as answered, sum(missed) as missed,
            sum(wait_answered_sum) / nullif(sum(wait_answered_count), 0) as average_wait_answered,
            sum(wait_missed_sum) / nullif(sum(wait_missed_count), 0) as average_wait_missed,
            sum(talk_sum) as talk_seconds,
            sum(answered_in_time)::numeric / sum(incoming) as answered_within_20s_over_incoming
        from analytics.daily_line group by 1""",
}


def calltally(folder, *arguments):
    done = subprocess.run(
        [CALLTALLY, *arguments, "--config", folder / "calltally.yaml"],
        cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"calltally {arguments[0]} failed: {done.stderr}")
    return done.stdout


def compare(folder, expected):
    wrong = compared = 0
    for name, query in QUERIES.items():
        figures = expected[name.split(" of ")[0]]
        figures = {"total": figures} if name == "total" else figures
        rows = {row["key"]: row for row in csv.DictReader(io.StringIO(calltally(folder, "sql", "--csv", "--limit", "1000000", query)))}
        if rows.keys() != figures.keys():
            print(f"{name}: {sorted(rows.keys() ^ figures.keys())[:5]} only on one side")
            wrong += 1
        for key, figure in figures.items():
            for column, value in figure.items():
                compared += 1
                got = rows.get(key, {}).get(column)
                if value is None and not got:
                    continue
                if not got or abs(float(got) - float(value)) > 0.00006:
                    print(f"{name} {key} {column}: expected {value}, was {got}")
                    wrong += 1
    return compared, wrong


def reproduce(lines, expected):
    """Imports the lines in order, in two parts, and a third of them again; compares after all but the first."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "calltally.yaml").write_text("sources: [{name: bank, zone: UTC, region: IL}]\n")
        half = len(lines) // 2
        for part, chunk in enumerate([lines[:half], lines[half:], lines[::3]]):
            file = folder / f"part-{part}.jsonl"
            file.write_text("\n".join(chunk) + "\n")
            print(calltally(folder, "import", str(file)).strip())
            calltally(folder, "refresh")
            compared, wrong = compare(folder, expected) if part else (0, 0)
            if part:
                print(f"{compared} figures compared, {wrong} differ")
            if wrong:
                sys.exit(1)
        calltally(folder, "refresh", "--rebuild")
        compared, wrong = compare(folder, expected)
        print(f"rebuilt: {compared} figures compared, {wrong} differ")
        if wrong:
            sys.exit(1)


def main(source):
    expected = json.loads((source / "expected-1999-02.json").read_text())
    lines = gzip.open(source / "1999-02.jsonl.gz", "rt").read().splitlines()
    print("in order:")
    reproduce(lines, expected)
    print("shuffled:")
    random.Random(1).shuffle(lines)
    reproduce(lines, expected)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
