"""The same aggregates in polars: python polars-peer.py REQUEST; the request and the answers are JSON."""
import json
import sys

import polars as pl

request = json.loads(sys.argv[1])
schema, path, points = request["schema"], request["path"], request["points"]
types = {"BIGINT": pl.Int64, "DOUBLE": pl.Float64, "VARCHAR": pl.String}
names = [column["name"] for column in schema]
columns = {column["name"]: types[column["type"]] for column in schema}

if request["format"] == "csv":
    frame = pl.scan_csv(f"{path}/*.csv", schema=columns)
elif request["format"] == "json":
    frame = pl.scan_ndjson(f"{path}/*.jsonl", schema=columns)
elif request["format"] == "parquet":
    frame = pl.scan_parquet(f"{path}/*.parquet")
else:
    side = pl.Struct({"data": pl.String})
    records = pl.scan_ndjson(
        f"{path}/**/*.jsonl",
        schema={"captureData": pl.Struct({"endpointInput": side, "endpointOutput": side})},
    )
    data = pl.col("captureData").struct
    inputs = pl.col("inputs").struct
    frame = records.select(
        data.field("endpointOutput").struct.field("data").alias("output"),
        data.field("endpointInput").struct.field("data").str.split_exact(",", len(names) - 2).alias("inputs"),
    ).select(
        (pl.col("output") if i == 0 else inputs.field(f"field_{i - 1}"))
        .replace("", None)
        .cast(pl.String if columns[name] == pl.String else pl.Float64, strict=False)
        .alias(name)
        for i, name in enumerate(names)
    )

wanted = []
for name in names:
    column = pl.col(name)
    wanted += [column.count().alias(f"{name} count"), column.null_count().alias(f"{name} missing")]
    if columns[name] == pl.String:
        wanted.append(column.approx_n_unique().alias(f"{name} distinct"))
        continue
    wanted += [
        column.min().alias(f"{name} min"),
        column.max().alias(f"{name} max"),
        column.mean().alias(f"{name} mean"),
        column.std(ddof=0).alias(f"{name} std"),
    ]
    wanted += [column.quantile(q, "nearest").alias(f"{name} q{i}") for i, q in enumerate(points)]

row = frame.select(wanted).collect(engine="streaming").row(0, named=True)
answers = []
for name in names:
    answer = {"count": row[f"{name} count"], "missing": row[f"{name} missing"]}
    if columns[name] == pl.String:
        # It counts the missing value, too.
        answer["distinct"] = row[f"{name} distinct"]
    else:
        answer |= {key: row[f"{name} {key}"] for key in ("min", "max", "mean", "std")}
        answer["quantiles"] = [row[f"{name} q{i}"] for i in range(len(points))]
    answers.append(answer)
print(json.dumps(answers))
