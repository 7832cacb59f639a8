from decimal import Decimal

HEADER = ("probability", "prediction", "label")


def preprocess_handler(inference_record):
    """A line of the file: fixed notation in place of 1.0E-7. The header line comes here too."""
    fields = inference_record.split(",")
    if fields[0] == HEADER[0]:
        return []
    return dict(zip(HEADER, [format(Decimal(fields[0]), "f"), *fields[1:]]))
