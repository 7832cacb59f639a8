def preprocess_handler(inference_record):
    """The line itself, repaired: columns keep the names of the header."""
    return inference_record.replace("n/a", "")
