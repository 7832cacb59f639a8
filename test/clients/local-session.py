"""A user of the SageMaker Python SDK who runs processing jobs on this machine: LocalSession, docker-compose, files in S3.

Arguments: image, empty folder for the SDK's files, dataset (CSV with header), dataset to monitor. Prints one JSON object.
The S3 that the SDK talks to is moto's server; the containers never see it.
"""

import json
import os
import sys

from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
os.environ["AWS_ENDPOINT_URL"] = f"http://{host}:{port}"

import boto3  # noqa: E402 - after the address of S3 is known
from sagemaker.local import LocalSession  # noqa: E402
from sagemaker.model_monitor import (  # noqa: E402
    ConstraintViolations,
    DatasetFormat,
    DefaultModelMonitor,
    Statistics,
)
from sagemaker.processing import ProcessingInput, ProcessingOutput, Processor  # noqa: E402
from sagemaker.s3 import S3Uploader  # noqa: E402

image, folder, *files = sys.argv[1:]
role = "arn:aws:iam::000000000000:role/any"
session = LocalSession(
    boto_session=boto3.Session(region_name="eu-west-1"),
    sagemaker_config={
        "SchemaVersion": "1.0",
        "SageMaker": {"PythonSDK": {"Modules": {"TelemetryOptOut": True}}},
    },
)
session.config = {"local": {"container_root": folder}}
boto3.client("s3").create_bucket(
    Bucket="monitor", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
)
dataset, current = (
    S3Uploader.upload(file, f"s3://monitor/input/{number}", sagemaker_session=session)
    for number, file in enumerate(files)
)


def baseline():
    """The monitor class of the original service, with our image in place of the prebuilt one."""
    monitor = DefaultModelMonitor(role=role, instance_type="local", sagemaker_session=session)
    monitor.image_uri = image
    monitor.suggest_baseline(
        baseline_dataset=dataset,
        dataset_format=DatasetFormat.csv(header=True),
        output_s3_uri="s3://monitor/baseline",
        wait=False,
        logs=False,
    )
    return monitor.baseline_statistics(), monitor.suggested_constraints()


def monitoring(instances):
    """A processor with the variables of a schedule."""
    root = "/opt/ml/processing"
    processor = Processor(
        role=role,
        image_uri=image,
        instance_count=instances,
        instance_type="local",
        sagemaker_session=session,
        env={
            "dataset_source": f"{root}/input/endpoint",
            "dataset_format": json.dumps({"csv": {"header": True}}),
            "output_path": f"{root}/output",
            "baseline_statistics": f"{root}/baseline/stats/statistics.json",
            "baseline_constraints": f"{root}/baseline/constraints/constraints.json",
            "metric_time": "2024-05-01T10:00:00Z",
        },
    )
    destination = f"s3://monitor/reports-{instances}"
    inputs = {
        current: f"{root}/input/endpoint",
        "s3://monitor/baseline/statistics.json": f"{root}/baseline/stats",
        "s3://monitor/baseline/constraints.json": f"{root}/baseline/constraints",
    }
    processor.run(
        inputs=[ProcessingInput(source=source, destination=place) for source, place in inputs.items()],
        outputs=[ProcessingOutput(source=f"{root}/output", destination=destination)],
        wait=False,
        logs=False,
    )
    return (
        Statistics.from_s3_uri(f"{destination}/statistics.json", sagemaker_session=session),
        ConstraintViolations.from_s3_uri(
            f"{destination}/constraint_violations.json", sagemaker_session=session
        ),
    )


def failure():
    """What the SDK's user sees of a job that fails."""
    processor = Processor(
        role=role, image_uri=image, instance_count=1, instance_type="local", sagemaker_session=session
    )
    try:
        processor.run(wait=False, logs=False)
    except RuntimeError as error:
        return str(error)
    return None


statistics, constraints = baseline()
runs = {}
for count in (1, 2):
    found, violations = monitoring(count)
    runs[count] = {"statistics": found.body_dict, "violations": violations.body_dict}
result = {
    "statistics": statistics.body_dict,
    "constraints": constraints.body_dict,
    "runs": runs,
    "failure": failure(),
}
server.stop()
print()
print(json.dumps(result))
