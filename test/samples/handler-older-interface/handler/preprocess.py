import json


def preprocess_handler(inference_record):
    """Scripts of the first years: event_data, the names of the capture file, integers as keys."""
    event_data = inference_record.event_data
    assert event_data.endpointInput.encoding == "JSON"
    request = json.loads(event_data.endpointInput.data)
    return {0: event_data.endpointOutput.data, 1: request["x"], 2: request["y"][1]}
