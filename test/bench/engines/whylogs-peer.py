"""whylogs' profile of every column: python whylogs-peer.py REQUEST; the request and the answers are JSON."""
import json
import sys
import warnings

import whylogs

from pandas_frame import read

warnings.filterwarnings("ignore")
request = json.loads(sys.argv[1])
frame = read(request)
view = whylogs.log(frame).view()
answers = []
for column in request["schema"]:
    profile = view.get_column(column["name"])
    summary = profile.to_summary_dict()
    missing = int(summary["counts/null"])
    answer = {"count": len(frame) - missing, "missing": missing}
    if column["type"] == "VARCHAR":
        answer["distinct"] = summary["cardinality/est"]
    else:
        rows = answer["count"]
        sketch = profile.get_metric("distribution").kll.value
        answer |= {key: summary[f"distribution/{key}"] for key in ("min", "max", "mean")}
        answer["std"] = summary["distribution/stddev"] * ((rows - 1) / rows) ** 0.5
        answer["quantiles"] = [float(q) for q in sketch.get_quantiles(request["points"])]
    answers.append(answer)
print(json.dumps(answers))
