"""The tokenizer of the built-in embedder: the reference the C# code is held against.

 1. Every character of Unicode category Z*, and TAB, LF, VT, FF, CR and U+0085, is white space.
    Every other character of a category C* (controls, format characters, unassigned) is dropped.
 2. NFD; characters of category Mn are dropped; each character is lower-cased on its own.
 3. White space splits. Each character of category P* or S* is a token of its own. A CJK ideograph
    belongs to a run of such ideographs; every other character belongs to a word.
 4. A run: from the left, the longest entry of the vocabulary of 1 to 4 ideographs; an ideograph
    without an entry is skipped.
 5. A word: from the left, the longest entry of the vocabulary, with "##" before every piece but the
    first. A word of more than 100 characters, or one that cannot be covered, is skipped whole.
 6. Tokens without an entry (punctuation, symbols) are skipped.

A character is a Unicode code point throughout.
"""
import unicodedata

MAX_WORD = 100
MAX_RUN = 4
SPACES = "\t\n\x0b\x0c\r\x85"
IDEOGRAPHS = ((0x3005, 0x3005), (0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
              (0x20000, 0x2FA1F), (0x30000, 0x323AF))


def is_ideograph(ch):
    return any(low <= ord(ch) <= high for low, high in IDEOGRAPHS)


def normalise(text):
    kept = []
    for ch in text:
        category = unicodedata.category(ch)
        if category[0] == "Z" or ch in SPACES:
            kept.append(" ")
        elif category[0] != "C":
            kept.append(ch)
    decomposed = unicodedata.normalize("NFD", "".join(kept))
    return "".join(ch.lower() for ch in decomposed if unicodedata.category(ch) != "Mn")


def split(text):
    """Yields (kind, string): kind is "word", "run" or "mark"."""
    kind, part = None, []
    for ch in normalise(text):
        if ch == " ":
            new = None
        elif unicodedata.category(ch)[0] in "PS":
            new = "mark"
        else:
            new = "run" if is_ideograph(ch) else "word"
        if part and (new != kind or new == "mark"):
            yield kind, "".join(part)
            part = []
        kind = new
        if new:
            part.append(ch)
    if part:
        yield kind, "".join(part)


def pieces(word, vocab):
    if len(word) > MAX_WORD:
        return []
    found, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            if prefix + word[start:end] in vocab:
                found.append(prefix + word[start:end])
                start = end
                break
        else:
            return []
    return found


def run_tokens(run, vocab):
    found, start = [], 0
    while start < len(run):
        for end in range(min(len(run), start + MAX_RUN), start, -1):
            if run[start:end] in vocab:
                found.append(run[start:end])
                start = end
                break
        else:
            start += 1
    return found


def tokenize(text, vocab):
    tokens = []
    for kind, part in split(text):
        if kind == "mark":
            tokens += [part] if part in vocab else []
        elif kind == "run":
            tokens += run_tokens(part, vocab)
        else:
            tokens += pieces(part, vocab)
    return tokens
