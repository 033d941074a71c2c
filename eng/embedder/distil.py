"""Step 1, the plain table: distil.py WORK_DIR JIEBA_DICT.txt [DIMS]

Each token's vector is what its teacher makes of it alone, centred, reduced by PCA and weighted by how
rare the token is (smooth inverse frequency). The Chinese space is turned onto the English one by
orthogonal Procrustes over the words both teachers' vocabularies hold. Writes plain.npy and plain.bin.
"""
import os
import sys
import numpy as np
import table
import tokenizer

work, jieba_path = sys.argv[1:3]
dims = int(sys.argv[3]) if len(sys.argv) > 3 else 256
SIF = 1e-3


def lines(name):
    return open(os.path.join(work, name), encoding="utf8").read().split("\n")[:-1]


def vectors(name, count):
    return np.fromfile(os.path.join(work, name), np.float32).reshape(count, -1)


vocab, english, ideographs, words, shared = (lines(n + ".txt") for n in ("vocab", "en-tokens", "zh-tokens", "zh-words", "shared"))
en = vectors("en-tokens.f32", len(english))
zh = np.concatenate([vectors("zh-tokens.f32", len(ideographs)), vectors("zh-words.f32", len(words))])
zh_shared = vectors("shared-zh.f32", len(shared))
chinese = ideographs + words

# English: centre, PCA.
en = en - en.mean(axis=0)
en = en @ np.linalg.svd(en, full_matrices=False)[2][:dims].T

# Chinese: centre, PCA, then the rotation that brings the shared words closest to their English vectors.
centre, mean_shared = zh.mean(axis=0), zh_shared.mean(axis=0)
axes = np.linalg.svd(zh - centre, full_matrices=False)[2][:dims]
zh, zh_shared = (zh - centre) @ axes.T, (zh_shared - mean_shared) @ axes.T
row = {t: i for i, t in enumerate(english)}
en_shared = en[[row[t] for t in shared]]
u, _, v = np.linalg.svd(zh_shared.T @ (en_shared - en_shared.mean(axis=0)))
zh = zh @ (u @ v)
zh *= np.linalg.norm(en, axis=1).mean() / np.linalg.norm(zh, axis=1).mean()

# Weights. From "the" on the English vocabulary is in order of frequency, so a Zipf law gives the probabilities;
# the single characters before it count as fairly frequent.
rank = np.arange(len(english)) - english.index("the") + 1
rank = np.where(rank > 0, rank, 50)
en_probability = 1 / (rank * np.log(len(english)))
count = dict.fromkeys(chinese, 1)
for line in open(jieba_path, encoding="utf8"):
    word, n = line.split(" ")[:2]
    for token in tokenizer.run_tokens(word, count):
        count[token] += int(n)
zh_probability = np.array([count[t] for t in chinese]) / sum(count.values())
weight = SIF / (SIF + np.concatenate([en_probability, zh_probability]))

plain = (np.concatenate([en, zh]) * weight[:, None]).astype(np.float32)
np.save(os.path.join(work, "plain.npy"), plain)
table.write(os.path.join(work, "plain.bin"), vocab, plain)
print("plain", plain.shape, os.path.getsize(os.path.join(work, "plain.bin")))
