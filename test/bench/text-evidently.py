"""The same texts through Evidently (PyPI: evidently 0.7): python text-evidently.py FOLDER, after drift.ts export-texts.

Prints the share of windows that are found, at a level that is the same for all: the threshold of each score is its 1 %
quantile over the windows without a change. Scores: the ROC AUC of Evidently's domain classifier for texts; the smallest
p-value of Evidently's Kolmogorov-Smirnov test over those of its descriptors that need no download; ours. Beside them what
Evidently says with its own defaults, and ours at its nominal level.
"""
import json
import sys
import warnings

import numpy as np
import pandas as pd
from evidently.legacy.calculations.stattests import get_stattest, ks_stat_test
from evidently.legacy.core import ColumnType
from evidently.legacy.features.contains_link_feature import ContainsLink
from evidently.legacy.features.non_letter_character_percentage_feature import NonLetterCharacterPercentage
from evidently.legacy.features.sentence_count_feature import SentenceCount
from evidently.legacy.features.text_length_feature import TextLength
from evidently.legacy.features.word_count_feature import WordCount
from evidently.legacy.utils.data_drift_utils import roc_auc_domain_classifier
from sklearn.model_selection import train_test_split

warnings.filterwarnings("ignore")
level = 0.01
# Evidently's threshold for a reference of more than 1,000 texts.
usual_area = 0.55
descriptors = [TextLength, WordCount, SentenceCount, NonLetterCharacterPercentage, ContainsLink]
kinds = [ColumnType.Numerical] * 4 + [ColumnType.Categorical]
cached = {}


def described(texts):
    """Evidently's descriptors of texts, one row each; of a text that was seen before they are known."""
    fresh = list(dict.fromkeys(text for text in texts if text not in cached))
    if fresh:
        frame = pd.DataFrame({"text": fresh})
        columns = [make("text").generate_feature(frame, None).iloc[:, 0].astype(float) for make in descriptors]
        cached.update(zip(fresh, np.stack(columns, axis=1)))
    return np.stack([cached[text] for text in texts])


def classified(reference, current):
    """ROC AUC of the domain classifier, on texts that are split as Evidently splits them."""
    texts = pd.Series(reference + current)
    target = pd.Series([0] * len(reference) + [1] * len(current))
    parts = train_test_split(texts, target, test_size=0.5, random_state=42, shuffle=True)
    return roc_auc_domain_classifier(*parts)[0]


def usual(reference, current, kind):
    """What Evidently says of a column when nothing is set."""
    return get_stattest(reference, current, kind, None)(reference, current, kind, None).drifted


with open(f"{sys.argv[1]}/texts.jsonl") as lines:
    reference = json.loads(next(lines))["texts"]
    before = described(reference)
    found = {}
    for line in lines:
        window = json.loads(line)
        after = described(window["texts"])
        area = classified(reference, window["texts"])
        columns = [(pd.Series(before[:, j]), pd.Series(after[:, j])) for j in range(len(descriptors))]
        p_values = [ks_stat_test(*column, ColumnType.Numerical, 0.05).drift_score for column in columns]
        drifted = [usual(*column, kind) for column, kind in zip(columns, kinds)]
        scores = (window["ours"], -area, min(p_values), np.mean(drifted) >= 0.5)
        found.setdefault(window["change"], {}).setdefault(window["n"], []).append(scores)

nulls = {n: np.array(rows, dtype=float) for n, rows in found["none"].items()}
print("| change | n | runs | byom, level 0.01 | byom | classifier | descriptors | classifier, its default | half of the descriptors, its default |")
for change, sizes in found.items():
    for n, rows in sizes.items():
        rows = np.array(rows, dtype=float)
        limits = np.quantile(nulls[n], level, axis=0)
        cells = [
            (rows[:, 0] < level).mean(),
            *[(rows[:, j] < limits[j]).mean() for j in range(3)],
            (-rows[:, 1] > usual_area).mean(),
            rows[:, 3].mean(),
        ]
        print("|", change, "|", n, "|", len(rows), "|", " | ".join(f"{cell:.2f}" for cell in cells), "|", flush=True)
