#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds each translation against its source: the same places (%1, %L2, %n), a key where there is one, the same end.

usage: check_translations.py FILE.ts…     prints every text that breaks a rule; exit status 1 when there is one
       check_translations.py --self-test     shows that every rule can fail
"""

import re
import sys
import typing
import xml.etree.ElementTree as ElementTree

PLACE = re.compile(r"%L?\d")
KEY = re.compile(r"&(?=[^&\s])")
ENDS = ("…", ".", "?", ":")


def end_of(text: str) -> str:
    return text[-1] if text.endswith(ENDS) else ""


def fault(source: str, text: str, plural: bool) -> typing.Optional[str]:
    if not text.strip():
        return "is empty"
    if sorted(set(PLACE.findall(source))) != sorted(set(PLACE.findall(text))):
        return "has other places than its source"
    if not plural and ("%n" in source) != ("%n" in text):
        return "has a number where its source has none, or none where it has one"
    if len(KEY.findall(source)) != len(KEY.findall(text)):
        return "has not as many keys (&) as its source"
    if end_of(source) != end_of(text):
        return "ends otherwise than its source"
    return None


def faults(name: str, tree: ElementTree.Element) -> list[str]:
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            for text in forms or [translation.text or ""]:
                if why := fault(source, text, bool(forms)):
                    found.append(f"{name}: {context.findtext('name')}: {source!r} → {text!r} {why}")
    return found


def self_test() -> int:
    cases = [
        ("Take %1", "Fassung", "other places"),
        ("%1 of %2", "%2 von %1", None),
        ("%n takes", "Fassungen", "a number"),
        ("&Save", "Speichern", "keys"),
        ("Save && go", "Sichern && los", None),
        ("Open…", "Öffnen", "ends otherwise"),
        ("Open…", "Öffnen …", None),
        ("Done", "", "empty"),
    ]
    wrong = [(source, text) for source, text, why in cases if (why or "") not in (fault(source, text, False) or "")]
    wrong += [(source, text) for source, text, why in cases if why is None and fault(source, text, False)]
    print("\n".join(f"self-test: {case}" for case in wrong))
    return 1 if wrong else 0


def main() -> int:
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    found = [line for name in sys.argv[1:] for line in faults(name, ElementTree.parse(name).getroot())]
    print("\n".join(found) if found else "every translation fits its source")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
