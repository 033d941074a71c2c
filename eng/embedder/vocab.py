"""Chooses the table's vocabulary: vocab.py GTE_TOKENIZER.json BGE_TOKENIZER.json JIEBA_DICT.txt OUT_DIR [DIMS]

English: the entries of the English teacher's vocabulary that the tokenizer can produce.
Chinese: every ideograph of the Chinese teacher's vocabulary, then the most frequent words of 2-4
ideographs of jieba's dictionary (personal names left out) until the table would pass 16,000,000 bytes.
Writes vocab.txt and, as inputs for teacher.mjs, en-tokens.txt, zh-tokens.txt (ideographs) and zh-words.txt,
and shared.txt (words that both teachers' vocabularies hold).
"""
import json
import os
import sys
import tokenizer

LIMIT = 16_000_000 - 256
gte_path, bge_path, jieba_path, out = sys.argv[1:5]
dims = int(sys.argv[5]) if len(sys.argv) > 5 else 256


def load(path):
    entries = json.load(open(path, encoding="utf8"))["model"]["vocab"]
    return sorted(entries, key=entries.get)


def special(token):
    return len(token) > 2 and token[0] == "[" and token[-1] == "]"


def kinds(token):
    return [kind for kind, _ in tokenizer.split(token)]


def producible(token):
    bare = token[2:] if token.startswith("##") and len(token) > 2 else token
    if special(token) or tokenizer.normalise(bare) != bare:
        return False
    found = kinds(bare)
    return found == ["word"] or (found == ["mark"] and bare == token)


english = [t for t in load(gte_path) if producible(t)]
bge = [t for t in load(bge_path) if not special(t)]
ideographs = [t for t in bge if len(t) == 1 and tokenizer.is_ideograph(t)]
both = set(english) & set(bge)
shared = [t for t in bge if t in both and t.isascii() and not t.startswith("##")]

known = set(ideographs)
words = []
for line in open(jieba_path, encoding="utf8"):
    word, count, kind = line.split(" ")[:3]
    if 2 <= len(word) <= 4 and all(c in known for c in word) and not kind.startswith("nr"):
        words.append((-int(count), word))
words = [w for _, w in sorted(words)]

size = sum(len(t.encode()) + 1 + 4 + dims for t in english + ideographs)
chosen = []
for word in words:
    size += len(word.encode()) + 1 + 4 + dims
    if size > LIMIT:
        break
    chosen.append(word)

for name, tokens in (("vocab", english + ideographs + chosen), ("en-tokens", english), ("zh-tokens", ideographs),
                     ("zh-words", chosen), ("shared", shared)):
    with open(os.path.join(out, name + ".txt"), "w", encoding="utf8") as f:
        f.writelines(t + "\n" for t in tokens)
    print(name, len(tokens))
