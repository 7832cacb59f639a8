"""Deequ's profiler on Spark in local mode: spark-submit deequ-peer.py REQUEST; the request and the answers are JSON."""
import json
import os
import sys

os.environ.setdefault("SPARK_VERSION", "3.5")
from pydeequ.profiles import ColumnProfilerRunner
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import DoubleType, LongType, StringType, StructField, StructType

request = json.loads(sys.argv[1])
path, schema = request["path"], request["schema"]
types = {"BIGINT": LongType(), "DOUBLE": DoubleType(), "VARCHAR": StringType()}
columns = StructType([StructField(column["name"], types[column["type"]]) for column in schema])
spark = SparkSession.builder.appName("bench").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
if request["format"] == "csv":
    frame = spark.read.csv(path, header=True, schema=columns)
elif request["format"] == "json":
    frame = spark.read.json(path, schema=columns)
elif request["format"] == "parquet":
    frame = spark.read.parquet(path)
else:
    side = StructType([StructField("data", StringType())])
    data = StructType([StructField("endpointInput", side), StructField("endpointOutput", side)])
    records = spark.read.option("recursiveFileLookup", "true").json(path, schema=StructType([StructField("captureData", data)]))
    inputs = F.split(F.col("captureData.endpointInput.data"), ",")
    cells = []
    for i, column in enumerate(schema):
        text = F.col("captureData.endpointOutput.data") if i == 0 else inputs[i - 1]
        kind = "string" if column["type"] == "VARCHAR" else "double"
        cells.append(F.when(text != "", text).cast(kind).alias(column["name"]))
    frame = records.select(cells)

result = ColumnProfilerRunner(spark).onData(frame).withKLLProfiling().run()
rows = frame.count()
answers = []
for column in schema:
    profile = result.profiles[column["name"]]
    count = round(profile.completeness * rows)
    answer = {"count": count, "missing": rows - count}
    if column["type"] == "VARCHAR":
        answer["distinct"] = profile.approximateNumDistinctValues
    else:
        answer |= {"min": profile.minimum, "max": profile.maximum, "mean": profile.mean, "std": profile.stdDev}
        percentiles = profile.approxPercentiles
        answer["quantiles"] = [
            percentiles[round(q * 100) - 1] if len(percentiles) >= 99 else None for q in request["points"]
        ]
    answers.append(answer)
# Hadoop prints to standard output when it ends; the answers are the line that starts like a list.
print(json.dumps(answers), flush=True)
spark.sparkContext._gateway.shutdown_callback_server()
spark.stop()
