"""Makes the training text out of unpacked Debian packages: corpus.py PACKAGES_DIR WORK_DIR

PACKAGES_DIR/NAME/ is the unpacked package NAME; PACKAGES_DIR/descriptions/ holds apt's Translation files.
Writes en.txt, zh.txt (one text of 3-60 words per line: the translated ones, then
the rest shuffled, so that a prefix is a sample) and
pairs.tsv (an English text, TAB, its Chinese translation; both sides are also in en.txt and zh.txt).
"""
import glob
import gettext
import gzip
import html
import os
import random
import re
import sys
import templates
import tokenizer

packages, work = sys.argv[1:3]
random.seed(1)


def files(pattern):
    return sorted(glob.glob(os.path.join(packages, pattern), recursive=True))


def read(path):
    data = open(path, "rb").read()
    return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf8", "replace")


def words(text):
    """Length in words; a Chinese word counts as about 1.6 ideographs."""
    ideographs = sum(map(tokenizer.is_ideograph, text))
    return len(re.findall(r"[A-Za-z0-9']+", text)) + ideographs / 1.6


def clean(text):
    text = html.unescape(re.sub(r"<[^>]*>", "", text))
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return re.sub(r"\s+", " ", text).strip()


def good(text, chinese=False):
    letters = sum(c.isalpha() or c == " " for c in text)
    if not text or letters < 0.8 * len(text) or not 3 <= words(text) <= 60 or len(text) > 500:
        return False
    share = sum(map(tokenizer.is_ideograph, text)) / len(text)
    return share > 0.3 if chinese else share == 0 and "\ufffd" not in text


def passages(paragraph, chinese=False):
    """A paragraph of at most 60 words as it is, and a longer one in groups of one to three sentences."""
    paragraph = clean(paragraph)
    if words(paragraph) <= 45:
        return [paragraph]
    sentences = re.split(r"(?<=[。！？；])" if chinese else r"(?<=[.!?;])\s+", paragraph)
    found, group = [], ""
    size = random.choice((12, 24, 40))
    for sentence in sentences:
        joined = (group + ("" if chinese else " ") + sentence).strip()
        if group and words(joined) > size:
            found.append(group)
            joined, size = sentence.strip(), random.choice((12, 24, 40))
        group = joined
    return found + [group]


def paragraphs_of_html(path):
    text = re.sub(r"(?s)<(script|style|head|pre|programlisting)\b.*?</\1>", " ", read(path))
    return re.findall(r"(?s)<(?:p|dd|li|desc|title)\b[^>]*>(.*?)</(?:p|dd|li|desc|title)>", text)


def translations(language):
    """(English, translation) from the message catalogues of the games."""
    for path in files(f"*/**/{language}/LC_MESSAGES/*.mo"):
        for english, other in gettext.GNUTranslations(open(path, "rb"))._catalog.items():
            if isinstance(english, str) and english and "%" not in english:
                yield clean(english.split("\x04")[-1].split("^")[-1]), clean(other)


def help_paragraphs(locale):
    found = {}
    for path in files(f"libreoffice-help-*/usr/share/libreoffice/help/{locale}/text/**/*.html"):
        name = path.split("/text/")[1]
        for key, body in re.findall(r'(?s)<p id="([^"]+)"[^>]*>(.*?)</p>', read(path)):
            found[name, key] = clean(body)
    return found


def descriptions(name):
    found = {}
    for path in files(f"descriptions/*{name}*"):
        for record in read(path).split("\n\n"):
            match = re.search(r"Description-md5: (\w+)\nDescription-\w+: (.*)\n((?: .*\n?)*)", record)
            if match:
                body = re.split(r"\n \.\n", match[3])
                found[match[1]] = [clean(match[2])] + [clean(p) for p in body if "\n  " not in "\n" + p]
    return found


def parallel():
    pairs = list(translations("zh_CN"))
    english, chinese = help_paragraphs("en-US"), help_paragraphs("zh-CN")
    pairs += random.sample([(english[k], chinese[k]) for k in sorted(english) if k in chinese], 12000)
    english, chinese = descriptions("Translation-en"), descriptions("Translation-zh")
    for key in sorted(chinese):
        if key in english and len(english[key]) == len(chinese[key]):
            pairs += zip(english[key], chinese[key])
    return [(e, z) for e, z in pairs if good(z, True) and good(e)]


def wordnet():
    for path in files("wordnet-base/usr/share/wordnet/data.*"):
        for line in read(path).split("\n"):
            if " | " not in line or line.startswith("  "):
                continue
            head, gloss = line.split(" | ", 1)
            names = head.split()
            name = names[4].replace("_", " ").split("(")[0]
            definition = re.split(r'; *"', gloss)[0].strip()
            yield "gloss", random.choice((definition, f"{name}: {definition}", f"{name} means {definition}"))
            for example in re.findall(r'"([^"]+)"', gloss):
                yield "example", clean(example)


def dictionary(name):
    for path in files(f"{name}/usr/share/dictd/*.dict.dz"):
        for block in read(path).split("\n\n"):
            block = re.sub(r"\[[^\]]*\]|--[A-Z].*|\\[^\\]*\\|\([A-Z][a-z]+\.\)|[{}]|^\s*\d+\.", "", block)
            yield from passages(re.sub(r"^\s*(\d+\.|<[^>]*>|Note:|Syn:)", "", clean(block)))


def fortunes():
    for path in files("fortunes*/usr/share/games/fortunes/*"):
        if os.path.isfile(path) and "." not in os.path.basename(path) and "zh" not in path and "mario" not in path:
            for cookie in read(path).split("\n%\n"):
                yield from passages(re.sub(r"\n\s*--.*", "", cookie, flags=re.S))


def phrases():
    """The English side of the examples in a German-English dictionary."""
    for path in files("trans-de-en/usr/share/trans/*"):
        for line in read(path).split("\n"):
            for phrase in line.partition("::")[2].split(" | "):
                if phrase.count(" ") >= 3 and ";" not in phrase:
                    yield clean(re.sub(r"\[[^\]]*\]|\{[^}]*\}|/[^/ ]*/", "", phrase))


def of_html(*patterns, chinese=False):
    for pattern in patterns:
        for path in files(pattern):
            for paragraph in paragraphs_of_html(path):
                yield from passages(paragraph, chinese)


def manual_pages(pattern, chinese=False):
    for path in files(pattern):
        text = re.sub(r"(?m)^\.[A-Z]{1,2} ?", "\n\n", read(path))
        text = re.sub(r"\\f.|\\&|\\", "", re.sub(r"(?m)^[.'].*$", "", text))
        for paragraph in text.split("\n\n"):
            yield from passages(paragraph, chinese)


def plain_text(*patterns, separator="\n\n", chinese=False):
    for pattern in patterns:
        for path in files(pattern):
            for paragraph in read(path).split(separator):
                yield from passages(paragraph, chinese)


def take(name, texts, limit, chinese=False):
    texts = sorted({t for t in texts if good(t, chinese)})
    chosen = random.sample(texts, min(limit, len(texts)))
    print(f"{name}: {len(chosen)} of {len(texts)}", flush=True)
    return chosen


pairs = parallel()
pairs = [p for p in dict(pairs).items()]
net = list(wordnet())
apt = [p for d in descriptions("Translation-en").values() for p in d]
english = [
    take("translated (English)", [e for e, _ in pairs], 30000),
    take("WordNet examples", [t for kind, t in net if kind == "example"], 45000),
    take("WordNet glosses", [t for kind, t in net if kind == "gloss"], 30000),
    take("phrases", phrases(), 45000),
    take("GCIDE", dictionary("dict-gcide"), 20000),
    take("other dictionaries", (t for n in ("foldoc", "jargon", "devil") for t in dictionary("dict-" + n)), 8000),
    take("fortunes", fortunes(), 15000),
    take("game texts", (t for e, _ in translations("en_GB") for t in passages(e)), 12000),
    take("crawl", plain_text("crawl-common/usr/share/crawl/dat/d*/*.txt"), 6000),
    take("manuals", of_html("gnome-user-docs/usr/share/help/C/**/*.page", "debian-handbook/**/en-US/**/*.html",
                            "debian-faq/**/*.en.html", "stellarium-data/**/description.en.utf8"), 12000),
    take("package descriptions", apt, 10000),
    take("templates (English)", templates.english(packages, work, 45000), 45000),
]
chinese = [
    take("translated (Chinese)", [z for _, z in pairs], 30000, True),
    take("templates (Chinese)", templates.chinese(packages, work, 60000), 60000, True),
    take("fortunes-zh", plain_text("fortunes-zh/usr/share/games/fortunes/*", separator="\n%\n", chinese=True), 5000, True),
    take("manuals (Chinese)", of_html("gnome-user-docs/usr/share/help/zh_CN/**/*.page", "debian-faq-zh-cn/**/*.html",
                                      "debian-reference-zh-cn/**/*.html", "gimp-help-zh-cn/**/*.html",
                                      "stellarium-data/**/description.zh_CN.utf8", chinese=True), 15000, True),
    take("manual pages (Chinese)", manual_pages("manpages-zh/usr/share/man/zh_CN/man*/*.gz", True), 6000, True),
    take("crawl (Chinese)", plain_text("crawl-common/usr/share/crawl/dat/d*/zh/*.txt", chinese=True), 6000, True),
]
for name, parts in (("en", english), ("zh", chinese)):
    texts = sorted({t for part in parts for t in part})
    random.shuffle(texts)
    first = {p[name == "zh"] for p in pairs}
    texts.sort(key=lambda t: t not in first)
    with open(os.path.join(work, name + ".txt"), "w", encoding="utf8") as f:
        f.writelines(t + "\n" for t in texts)
    print(name, len(texts))
with open(os.path.join(work, "pairs.tsv"), "w", encoding="utf8") as f:
    f.writelines(f"{e}\t{z}\n" for e, z in pairs)
print("pairs", len(pairs))
