"""Makes the models and expected attributions of this folder: pip install xgboost-cpu==3.2.0 shap==0.51.0, then python make.py."""
import json
import os

import numpy as np
import shap
import xgboost

here = os.path.dirname(os.path.abspath(__file__))


def adult(name):
    with open(os.path.join(here, "..", "adult", name)) as file:
        return [json.loads(line) for line in file]


train, test = adult("validation-dataset.jsonl"), adult("test-dataset.jsonl")
features = json.load(open(os.path.join(here, "..", "adult", "linear-model.json")))["features"]
x = np.array([row["features"] for row in train], dtype=float)
rng = np.random.default_rng(1)
x[rng.random(x.shape) < 0.05] = np.nan
rows = np.array([row["features"] for row in test[:25]], dtype=float)
rows[rng.random(rows.shape) < 0.1] = np.nan
background = x[:8]
label = np.array([row["label"] for row in train])
hours = x[:, features.index("Hours per week")] if "Hours per week" in features else x[:, 12]
hours = np.nan_to_num(hours, nan=40)

cases = {
    "binary": ({"objective": "binary:logistic", "base_score": 0.25}, label, x),
    "classes": ({"objective": "multi:softprob", "num_class": 3}, np.digitize(hours, [35, 45]), x),
    "regression": ({"objective": "reg:squarederror"}, hours + 10 * label, x),
    "counts": ({"objective": "count:poisson"}, np.maximum(0, np.round(hours / 10)), x),
}


def plain(values):
    return [[None if isinstance(v, float) and np.isnan(v) else v for v in row] for row in values.tolist()]


expected = {"features": features, "rows": plain(rows), "background": plain(background), "models": {}}
for name, (parameters, y, data) in cases.items():
    matrix = xgboost.DMatrix(data, y, feature_names=features)
    rounds = 6 if name == "classes" else 12
    booster = xgboost.train({"max_depth": 4, "eta": 0.3, "seed": 1, **parameters}, matrix, rounds)
    booster.save_model(os.path.join(here, f"{name}.json"))
    margins = booster.predict(xgboost.DMatrix(rows, feature_names=features), output_margin=True)
    at_background = booster.predict(xgboost.DMatrix(background, feature_names=features), output_margin=True)
    found = shap.TreeExplainer(booster, background, feature_perturbation="interventional").shap_values(rows)
    values = np.asarray(found, dtype=float)
    values = values[:, :, None] if values.ndim == 2 else values
    expected["models"][name] = {
        "margins": np.asarray(margins, dtype=float).reshape(len(rows), -1).tolist(),
        "expected": np.asarray(at_background, dtype=float).reshape(len(background), -1).mean(axis=0).tolist(),
        "attributions": values.transpose(2, 0, 1).tolist(),
    }
with open(os.path.join(here, "expected.json"), "w") as file:
    json.dump(expected, file)
