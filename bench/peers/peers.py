"""The peers' side of the comparison of vector searches. Started by `Remanence.Benchmarks peers`, which writes the vectors and asks line by line.

peers.py FOLDER DIMENSIONS TOP CORE: reads FOLDER/vectors and FOLDER/queries (float32, row by row), says which FAISS it is and the names of the
peers, and answers "measure<TAB>name" with the milliseconds of each query and "recall<TAB>name" with the share of the nearest that the peer finds.
"""

import os
import sys
import time

import faiss
import hnswlib
import numpy as np

folder, dimensions, top, core = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
vectors = np.fromfile(os.path.join(folder, "vectors"), dtype="float32").reshape(-1, dimensions)
queries = np.fromfile(os.path.join(folder, "queries"), dtype="float32").reshape(-1, dimensions)

# Building is not measured, so it may use what cores there are.
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, range(os.cpu_count()))

graph = hnswlib.Index(space="ip", dim=dimensions)
graph.init_index(max_elements=len(vectors), M=16, ef_construction=200, random_seed=1)
graph.add_items(vectors, num_threads=os.cpu_count())
graph.set_num_threads(1)

flat = faiss.IndexFlatIP(dimensions)
flat.add(vectors)
faiss.omp_set_num_threads(1)

if core >= 0 and hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {core})

scores = np.empty((1, top), dtype="float32")
rows = np.empty((1, top), dtype="int64")


def by_faiss(query):
    # The call below FAISS's Python wrapper, so that argument checks are not part of the time.
    flat.search_c(1, faiss.swig_ptr(query), top, faiss.swig_ptr(scores), faiss.swig_ptr(rows))
    return rows[0]


def by_graph(ef):
    def search(query):
        graph.set_ef(ef)
        return graph.knn_query(query, k=top)[0][0]

    return search


peers = {"FAISS IndexFlatIP": by_faiss, "hnswlib M=16 ef=100": by_graph(100), "hnswlib M=16 ef=400": by_graph(400)}


def measure(search):
    times = []
    for i in range(len(queries)):
        query = queries[i : i + 1]
        started = time.perf_counter()
        search(query)
        times.append((time.perf_counter() - started) * 1000)
    return " ".join(f"{milliseconds:.6f}" for milliseconds in times)


def recall(search):
    # Equal texts have equal vectors, so a row counts when it is as near as the tenth nearest, whichever it is.
    right = 0
    for i in range(len(queries)):
        exact = vectors @ queries[i]
        least = np.partition(exact, -top)[-top] - 1e-5
        right += sum(exact[row] >= least for row in set(search(queries[i : i + 1]).tolist()))
    return f"{right / (len(queries) * top):.6f}"


print(f"FAISS {faiss.__version__} ({faiss.get_compile_options().strip()})", *peers, sep="\t", flush=True)
for line in sys.stdin:
    verb, name = line.rstrip("\n").split("\t")
    print(measure(peers[name]) if verb == "measure" else recall(peers[name]), flush=True)
