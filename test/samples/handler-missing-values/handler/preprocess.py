NAMES = ("age", "balance", "tenure")


def preprocess_handler(inference_record):
    """The client sends -1 for what it does not know."""
    values = inference_record.endpoint_input.data.split(",")
    row = {name: None if float(value) == -1 else value for name, value in zip(NAMES, values)}
    row["prediction"] = inference_record.endpoint_output.data
    return row
