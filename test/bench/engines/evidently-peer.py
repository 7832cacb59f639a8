"""Evidently's summary of every column: python evidently-peer.py REQUEST; the request and the answers are JSON.

What it reports is rounded, so the answers are those of the pandas frame that it was given, checked against the report as it rounds.
"""
import json
import sys
import warnings

from evidently import DataDefinition, Dataset, Report
from evidently.presets import DataSummaryPreset

from pandas_frame import read

warnings.filterwarnings("ignore")
request = json.loads(sys.argv[1])
frame = read(request)
numeric = [column["name"] for column in request["schema"] if column["type"] != "VARCHAR"]
others = [column["name"] for column in request["schema"] if column["type"] == "VARCHAR"]
definition = DataDefinition(numerical_columns=numeric, categorical_columns=others)
report = Report([DataSummaryPreset()]).run(Dataset.from_pandas(frame, data_definition=definition), None)
found = {}
for metric in report.dict()["metrics"]:
    config = metric["config"]
    if "column" not in config:
        continue
    kind = config["type"].split(":")[-1]
    key = kind if kind != "QuantileValue" else f"q{config['quantile']}"
    found.setdefault(config["column"], {})[key] = metric["value"]

answers = []
for column in request["schema"]:
    name = column["name"]
    values = found[name]
    missing = int(values["MissingValueCount"]["count"])
    answer = {"count": len(frame) - missing, "missing": missing}
    if column["type"] == "VARCHAR":
        answer["distinct"] = int(frame[name].nunique())
    else:
        rows = answer["count"]
        answer |= {"min": values["MinValue"], "max": values["MaxValue"], "mean": values["MeanValue"]}
        answer["std"] = values["StdValue"] * ((rows - 1) / rows) ** 0.5
        answer["quantiles"] = [values.get(f"q{q}") for q in request["points"]]
    answers.append(answer)
print(json.dumps(answers, default=float))
