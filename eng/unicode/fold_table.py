"""Writes src/Remanence.Text/Folding/DiacriticTable.cs: each character of the basic plane whose canonical
decomposition, combining marks dropped, is one other character. The product runs without ICU, where
string.Normalize does nothing.

    python3 eng/unicode/fold_table.py > src/Remanence.Text/Folding/DiacriticTable.cs
"""
import unicodedata

pairs = []
for point in range(0xC0, 0xFFFF):
    char = chr(point)
    if 0xAC00 <= point <= 0xD7A3 or unicodedata.category(char) == "Cs":
        continue  # Hangul is decomposed by arithmetic
    base = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    if len(base) == 1 and base != char and ord(base) < 0x10000:
        pairs.append((point, ord(base)))

print("namespace Remanence.Text.Folding;\n")
print("/// <summary>\n/// Made by <c>eng/unicode/fold_table.py</c>, Unicode", unicodedata.unidata_version + ": a character, then what is left of it without its marks.\n/// </summary>")
print("internal static class DiacriticTable\n{\n    public const string Pairs =")
chunks = [pairs[i:i + 12] for i in range(0, len(pairs), 12)]
for number, chunk in enumerate(chunks):
    text = "".join(f"\\u{a:04x}\\u{b:04x}" for a, b in chunk)
    print(f'        "{text}"' + (";" if number == len(chunks) - 1 else " +"))
print("}")
