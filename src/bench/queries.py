#!/usr/bin/env python3
"""Makes queries of three words for a folder of Markdown: queries.py FOLDER COUNT.

Each is three words from one paragraph of one page, in their order, none of them short or on every
third page. The same folder gives the same queries. Prints a line each: an id, a tab, the words.
"""
import collections
import os
import random
import re
import sys

SEED = 1
LEAST_LETTERS = 4
WORDS = 3

folder, count = sys.argv[1], int(sys.argv[2])
files = sorted(
    os.path.join(root, name)
    for root, _, names in os.walk(folder)
    for name in names
    if name.endswith((".md", ".markdown"))
)
pages = []
pages_with = collections.Counter()
for path in files:
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"\A---\n.*?\n---\n", "", file.read(), flags=re.S)
    # Not code, tables, links, HTML.
    paragraphs = [
        list(dict.fromkeys(re.findall(r"\b[a-z]{%d,}\b" % LEAST_LETTERS, paragraph.lower())))
        for paragraph in re.split(r"\n\s*\n", text)
        if not re.search(r"[`|\[<{]|https?:", paragraph)
    ]
    pages.append(paragraphs)
    pages_with.update({word for words in paragraphs for word in words})

rng = random.Random(SEED)
made = 0
for paragraphs in rng.choices(pages, k=50 * count):
    telling = [
        [word for word in words if 3 * pages_with[word] <= len(pages) or len(pages) < 10]
        for words in paragraphs
    ]
    telling = [words for words in telling if len(words) >= WORDS]
    if telling and made < count:
        words = rng.choice(telling)
        chosen = sorted(rng.sample(range(len(words)), WORDS))
        made += 1
        print("g%d\t%s" % (made, " ".join(words[i] for i in chosen)))
