"""The table's file format: write, read, embed. Sizes are little-endian.

"RMNE" | uint32 version=1 | uint32 dims | uint32 tokenCount | uint32 vocabByteLength
| the tokens, UTF-8, joined by LF, zero bytes up to a multiple of 64 | float32 scale[tokenCount], likewise | int8 row[tokenCount][dims]
"""
import os
import struct
import numpy as np
from tokenizer import tokenize


def quantise(vectors):
    scale = np.abs(vectors).max(axis=1).astype(np.float32) / 127
    rows = np.rint(vectors / np.where(scale > 0, scale, 1)[:, None]).clip(-127, 127).astype(np.int8)
    return scale, rows


def write(path, vocab, vectors):
    scale, rows = quantise(vectors)
    words = "\n".join(vocab).encode("utf8")
    assert rows.shape[0] == len(vocab) == len(set(vocab))
    data = b"RMNE" + struct.pack("<4I", 1, rows.shape[1], len(vocab), len(words)) + words
    data += b"\0" * (-len(data) % 64) + scale.astype("<f4").tobytes()
    data += b"\0" * (-len(data) % 64) + rows.tobytes()
    with open(path + ".tmp", "wb") as f:
        f.write(data)
    os.replace(path + ".tmp", path)


class Table:
    def __init__(self, path):
        data = open(path, "rb").read()
        version, self.dims, count, length = struct.unpack_from("<4I", data, 4)
        assert data[:4] == b"RMNE" and version == 1
        self.vocab = data[20:20 + length].decode("utf8").split("\n")
        self.index = {t: i for i, t in enumerate(self.vocab)}
        at = -(-(20 + length) // 64) * 64
        self.scale = np.frombuffer(data, "<f4", count, at)
        at = -(-(at + 4 * count) // 64) * 64
        self.rows = np.frombuffer(data, np.int8, count * self.dims, at).reshape(count, self.dims)
        assert len(self.vocab) == count and at + count * self.dims == len(data)

    def embed(self, text):
        total = np.zeros(self.dims, np.float32)
        for i in (self.index[t] for t in tokenize(text, self.index)):
            total += self.scale[i] * self.rows[i]
        norm = np.linalg.norm(total)
        return total / norm if norm > 0 else total
