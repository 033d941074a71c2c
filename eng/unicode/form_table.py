"""Writes src/Remanence.Text/Folding/forms.txt: what characters that are written otherwise than they are read stand for:
full and half width, ligatures, superscripts, letters in circles, units in one character. FIRST=TEXT or FIRST-LAST=FIRST OF TEXT, in hex;
a dot separates the characters of a text. Marks that are no letters of their own are left out, as the tokenizer leaves them out.

    python3 eng/unicode/form_table.py > src/Remanence.Text/Folding/forms.txt
"""
import unicodedata

# Scripts whose marks the tokenizer keeps, as in CharacterClasses.
KEPT_MARKS = [
    (0x0E00, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A00, 0x1AAF), (0x1B00, 0x1B7F),
    (0x1BC0, 0x1BFF), (0xA900, 0xA92F), (0xA930, 0xA95F), (0xA980, 0xA9FF), (0xAA00, 0xAADF),
]


# Letters with a stroke and joined letters, which Unicode does not take apart and which people write without.
STROKES = {"Đ": "D", "đ": "d", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Ħ": "H", "ħ": "h", "Ŧ": "T", "ŧ": "t", "ı": "i",
           "ß": "ss", "ẞ": "SS", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ð": "D", "ð": "d", "Þ": "TH", "þ": "th"}


def form(point):
    """What is left of a character, or None when it stands for itself, for a mark, or for what the diacritic table has."""
    char = chr(point)
    if 0xAC00 <= point <= 0xD7A3 or 0xD800 <= point <= 0xDFFF:
        return None
    if point in (0x309B, 0x309C, 0xFF9E, 0xFF9F):
        return "\u3099"  # voicing marks that stand alone; voicing is dropped elsewhere
    if char in STROKES:
        return STROKES[char]
    decomposed = unicodedata.normalize("NFKD", char)
    keeps_marks = any(first <= point <= last for first, last in KEPT_MARKS)
    text = decomposed if keeps_marks else "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    is_wanted = decomposed != unicodedata.normalize("NFD", char) or point > 0xFFFF or keeps_marks or len(text) > 1
    if decomposed == char or not is_wanted or not any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Mc" for c in text):
        return None
    return " " + text if "\u2044" in text else text


runs = []
for point in range(0x80, 0x32000):
    text = form(point)
    if text is None:
        continue
    last = runs[-1] if runs else None
    if last and len(text) == len(last[2]) == 1 and last[1] + 1 == point and ord(last[2]) + point - last[0] == ord(text):
        last[1] = point
    else:
        runs.append([point, point, text])

line = ""
for first, last, text in runs:
    entry = f"{first:X}" + (f"-{last:X}" if last > first else "") + "=" + ".".join(f"{ord(c):X}" for c in text)
    if len(line) + len(entry) >= 150:
        print(line)
        line = ""
    line += (" " if line else "") + entry
print(line)
