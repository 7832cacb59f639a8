"""The same vectors through Evidently (PyPI: evidently 0.7): python vector-evidently.py FOLDER, after drift.ts export FOLDER.

FOLDER holds baseline.f32 and, per shift, <name>.f32 with `runs` windows of `n` vectors, described by vectors.json.
"""
import json
import sys
import warnings

import numpy as np
import pandas as pd
from evidently.legacy.metrics.data_drift.embedding_drift_methods import distance, mmd, model, ratio

warnings.filterwarnings("ignore")
folder = sys.argv[1]
about = json.load(open(f"{folder}/vectors.json"))
width, n, runs = about["width"], about["n"], about["runs"]
names = [f"v{j}" for j in range(width)]


def read(name):
    return np.fromfile(f"{folder}/{name}.f32", dtype=np.float32).reshape(-1, width)


methods = {
    "model, its default": lambda: model(bootstrap=False),
    "distance, its default": lambda: distance(bootstrap=False),
    "ratio, its default": lambda: ratio(),
    "mmd, its default": lambda: mmd(bootstrap=False),
}
reference = pd.DataFrame(read("baseline")[:1000], columns=names)
print("| shift |", " | ".join(methods), "|")
for shift in about["shifts"]:
    windows = read(shift["file"]).reshape(runs, n, width)
    rates = []
    for make in methods.values():
        found = 0
        for window in windows:
            _, drifted, _ = make()(pd.DataFrame(window, columns=names), reference.copy())
            found += bool(drifted)
        rates.append(f"{found / runs:.2f}")
    print("|", shift["name"], "|", " | ".join(rates), "|", flush=True)
