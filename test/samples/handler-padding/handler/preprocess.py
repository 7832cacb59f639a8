def preprocess_handler(inference_record):
    """Output and input side by side, under keys that keep their order as text: positions of the baseline's features."""
    row = inference_record.endpoint_output.data.rstrip("\n") + "," + inference_record.endpoint_input.data
    return {str(position).zfill(20): value for position, value in enumerate(row.split(","))}
