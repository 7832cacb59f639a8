"""A user of the SageMaker Python SDK: `environment` prints a job's variables, `read` loads and edits its files."""

import json
import os
import sys

import pandas
import sagemaker
from sagemaker.model_monitor import (
    Constraints,
    ConstraintViolations,
    DatasetFormat,
    DefaultModelMonitor,
    Statistics,
)


def environment(source, output):
    """The variables that DefaultModelMonitor.suggest_baseline gives the container."""
    return DefaultModelMonitor._generate_env_map(
        env=None,
        dataset_format=DatasetFormat.csv(header=True),
        dataset_source_container_path=source,
        output_path=output,
        enable_cloudwatch_metrics=False,
        categorical_drift_method="ChiSquared",
    )


def read(folder, edited):
    """What the notebooks do with the three files; writes constraints with two features and one file switched off."""

    def body(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return json.load(file)

    statistics = Statistics(body("statistics.json"), "s3://bucket/statistics.json")
    constraints = Constraints(body("constraints.json"), "s3://bucket/constraints.json")
    violations = ConstraintViolations(
        body("constraint_violations.json"), "s3://bucket/constraint_violations.json"
    )
    schema = pandas.json_normalize(statistics.body_dict["features"])
    table = pandas.json_normalize(violations.body_dict["violations"])
    for feature in ["kind", "amount"]:
        constraints.set_monitoring(False, feature_name=feature)
    save(constraints, os.path.join(edited, "features-off.json"))
    constraints.set_monitoring(False)
    save(constraints, os.path.join(edited, "all-off.json"))
    return {
        "version": sagemaker.__version__,
        "item_count": statistics.body_dict["dataset"]["item_count"],
        "mean": schema.set_index("name")["numerical_statistics.mean"].dropna().to_dict(),
        "constraints": pandas.json_normalize(constraints.body_dict["features"])["name"].to_list(),
        "violations": table[["feature_name", "constraint_check_type"]].to_dict("records"),
    }


def save(file, path):
    """As ModelMonitoringFile.save writes it to S3."""
    with open(path, "w", encoding="utf-8") as target:
        target.write(json.dumps(file.body_dict))


print(json.dumps({"environment": environment, "read": read}[sys.argv[1]](*sys.argv[2:])))
