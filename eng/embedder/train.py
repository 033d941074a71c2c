"""Step 2, the learned table: train.py WORK_DIR [DIMS] [EPOCHS]

Trains the token vectors, and through their lengths the weights, so that the normalised sum over a text's
tokens comes close to the teacher's vector of the whole text, and the similarities between the texts
of a batch close to the teacher's. 5 % of the texts are held out; the epoch that does best on them is kept.

The space: the English teacher's sentence vectors, centred, reduced by PCA. The Chinese teacher's are
centred, reduced likewise and rotated (orthogonal Procrustes over translated texts); a Chinese text with a
translation has the mean of both teachers' vectors as its target. Some Chinese texts are also learned in
Traditional characters. Reads whatever prefix of the texts the teachers have embedded so far.
"""
import os
import sys
import numpy as np
import torch
import table
from tokenizer import tokenize

work = sys.argv[1]
dims = int(sys.argv[2]) if len(sys.argv) > 2 else 256
epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 4
BATCH, RATE, SIF = 1024, 0.002, 1e-3
SIMILARITY, TEMPERATURE = 0.03, 0.1  # the weight and the sharpness of the divergence
NEAR_START = 0.01  # the weight of staying near the start
RIDGE, OFTEN = 0.1, 20
torch.manual_seed(1)
random = np.random.default_rng(1)


def lines(name):
    return open(os.path.join(work, name), encoding="utf8").read().split("\n")[:-1]


def vectors(name, size):
    data = np.fromfile(os.path.join(work, name), np.float32)
    return data[:len(data) // size * size].reshape(-1, size)


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)


vocab = lines("vocab.txt")
index = {t: i for i, t in enumerate(vocab)}


def token_ids(name):
    """All texts of a file as one array of token ids and the offsets of the texts."""
    cache = os.path.join(work, name + ".ids.npz")
    if not os.path.exists(cache) or os.path.getmtime(cache) < os.path.getmtime(os.path.join(work, name)):
        rows = [[index[t] for t in tokenize(text, index)] for text in lines(name)]
        np.savez(cache, ids=np.array([i for row in rows for i in row], np.int32), offsets=np.cumsum([0] + [len(r) for r in rows]))
    loaded = np.load(cache)
    return loaded["ids"], loaded["offsets"]


# The texts and their teachers' vectors; every 20th text is held out.
en, zh = vectors("en.f32", 384), vectors("zh.f32", 512)
en_held, zh_held = np.arange(len(en)) % 20 == 7, np.arange(len(zh)) % 20 == 7
en_mean, zh_mean = en[~en_held].mean(axis=0), zh[~zh_held].mean(axis=0)


def axes(x):
    return np.linalg.eigh(x.T @ x)[1][:, ::-1][:, :dims]


en_axes, zh_axes = axes(en[~en_held] - en_mean), axes(zh[~zh_held] - zh_mean)
en_target, zh_target = unit((en - en_mean) @ en_axes), unit((zh - zh_mean) @ zh_axes)
en_row, zh_row = ({t: i for i, t in enumerate(lines(n)[:m])} for n, m in (("en.txt", len(en)), ("zh.txt", len(zh))))
pairs = np.array([(en_row[e], zh_row[z]) for e, z in (p.split("\t") for p in lines("pairs.tsv")) if e in en_row and z in zh_row])
held_pairs = pairs[en_held[pairs[:, 0]] | zh_held[pairs[:, 1]]]
pairs = pairs[~(en_held[pairs[:, 0]] | zh_held[pairs[:, 1]])]
u, _, v = np.linalg.svd(zh_target[pairs[:, 1]].T @ en_target[pairs[:, 0]])
rotation = u @ v
zh_target = zh_target @ rotation


def matched(a, b):
    """The share of texts whose translation is the nearest of all held-out ones."""
    return np.mean((a @ b.T).argmax(axis=1) == np.arange(len(a)))


teachers_match = matched(zh_target[held_pairs[:, 1]], en_target[held_pairs[:, 0]])
zh_alone = zh_target.copy()
zh_target[pairs[:, 1]] = unit(zh_target[pairs[:, 1]] + en_target[pairs[:, 0]])

# One list of texts: English, Chinese, Chinese in Traditional characters.
parts = [(*token_ids("en.txt"), np.arange(len(en))), (*token_ids("zh.txt"), np.arange(len(zh))),
         (*token_ids("zh-traditional.txt"), np.flatnonzero(random.random(len(zh)) < 0.2))]
texts = [torch.from_numpy(ids[o[i]:o[i + 1]].astype(np.int64)) for ids, o, chosen in parts for i in chosen]
target = torch.from_numpy(np.concatenate([en_target, zh_target, zh_target[parts[2][2]]]).astype(np.float32))
held = np.concatenate([en_held, zh_held, zh_held[parts[2][2]]])
kind = np.repeat([0, 1, 2], [len(en), len(zh), len(parts[2][2])])
filled = np.array([len(t) > 0 for t in texts])
training = np.flatnonzero(~held & filled)

# The first start: each token's own vector from its teacher, weighted by its frequency in the texts.
counts = np.bincount(np.concatenate([texts[i].numpy() for i in training]), minlength=len(vocab)).astype(np.float64)
en_tokens, zh_tokens = vectors("en-tokens.f32", 384), np.concatenate([vectors("zh-tokens.f32", 512), vectors("zh-words.f32", 512)])
en_tokens, zh_tokens = en_tokens - en_tokens.mean(axis=0), zh_tokens - zh_tokens.mean(axis=0)
languages = np.arange(len(en_tokens)), np.arange(len(en_tokens), len(vocab))
sif = np.concatenate([SIF / (SIF + (counts[part] + 1) / (counts[part] + 1).sum()) for part in languages])[:, None]
start = np.concatenate([unit(en_tokens @ en_axes), unit(zh_tokens @ zh_axes @ rotation)]) * sif


def student(rows, weight, learning=False):
    """The texts' vectors, the tokens in them and those tokens' vectors."""
    ids = [texts[i] for i in rows]
    offsets = torch.tensor([0] + [len(t) for t in ids[:-1]]).cumsum(0)
    seen, flat = torch.cat(ids).unique(return_inverse=True)
    local = weight[seen].requires_grad_(learning)
    return torch.nn.functional.normalize(torch.nn.functional.embedding_bag(flat, local, offsets, mode="sum"), dim=1), seen, local


def divergence(a, b):
    """Of the student's similarities within the batch from the teacher's, both as soft choices."""
    away = -1e9 * torch.eye(len(a))
    p = torch.softmax(b @ b.T / TEMPERATURE + away, dim=1)
    logs = torch.log_softmax(a @ a.T / TEMPERATURE + away, dim=1)
    return (p * (torch.log(p + 1e-9) - logs)).sum(dim=1).mean()


def check(name, weight):
    """Measures on the held-out texts; the returned score decides which epoch is kept."""
    found = []
    for k in (0, 1):
        rows = np.flatnonzero(held & filled & (kind == k))
        a, b = student(rows, weight)[0], target[rows]
        found += [(a * b).sum(dim=1).mean().item(),
                  np.mean([divergence(a[i:i + BATCH], b[i:i + BATCH]).item() for i in range(0, len(rows) - BATCH + 1, BATCH)])]
    usable = [(e, len(en) + z) for e, z in held_pairs if filled[e] and filled[len(en) + z]]
    match = matched(*(student([p[side] for p in usable], weight)[0].numpy() for side in (1, 0)))
    print(f"{name}: held-out English cosine {found[0]:.4f} divergence {found[1]:.4f}, Chinese {found[2]:.4f} {found[3]:.4f}, "
          f"translations matched {match:.3f}, mean length {weight.norm(dim=1).mean():.3f}", flush=True)
    return found[0] + found[2] - SIMILARITY * (found[1] + found[3])


def train(name, start, epochs):
    start = torch.from_numpy(start.astype(np.float32))
    weight, mean, square = start.clone(), torch.zeros_like(start), torch.zeros_like(start)
    steps, step = epochs * (len(training) // BATCH) + 1, 0
    best = check(f"{name} epoch 0", weight), weight.clone()
    for epoch in range(1, epochs + 1):
        order = random.permutation(training)
        for i in range(0, len(order) - BATCH + 1, BATCH):
            step += 1
            rows = order[i:i + BATCH]
            a, seen, local = student(rows, weight, learning=True)
            b = target[rows]
            loss = ((1 - (a * b).sum(dim=1)).mean() + SIMILARITY * divergence(a, b)
                    + NEAR_START * (local - start[seen]).square().sum(dim=1).mean())
            loss.backward()
            # Adam, for the tokens of this batch only.
            mean[seen] = m = 0.9 * mean[seen] + 0.1 * local.grad
            square[seen] = v = 0.999 * square[seen] + 0.001 * local.grad.square()
            weight[seen] -= RATE * (1 - step / steps) * (m / (1 - 0.9 ** step)) / ((v / (1 - 0.999 ** step)).sqrt() + 1e-8)
        score = check(f"{name} epoch {epoch}", weight)
        if score > best[0]:
            best = score, weight.clone()
    return best[1].numpy()


print(f"{len(en)} English, {len(zh)} Chinese, {len(pairs)} pairs; teachers match {teachers_match:.3f} of {len(held_pairs)} held-out pairs; "
      f"{np.sum(counts == 0)} tokens never seen", flush=True)
first = train("first pass", start, 2)

# The second start: what the tokens seen often have learned is, for the most part, a linear function of their teacher's
# vectors. That function, fitted to them by ridge regression, is applied to all, so that rare and unseen tokens gain too.
for part, own in zip(languages, (en_tokens, zh_tokens)):
    often, own = part[counts[part] >= OFTEN], own * sif[part]
    x = own[often - part[0]]
    start[part] = own @ np.linalg.solve(x.T @ x + RIDGE * np.eye(x.shape[1]), x.T @ first[often])
    start[part] *= np.linalg.norm(first[often], axis=1).mean() / np.linalg.norm(start[often], axis=1).mean()
learned = train("second pass", start, epochs)
np.save(os.path.join(work, "learned.npy"), learned)
table.write(os.path.join(work, "learned.bin"), vocab, learned)
