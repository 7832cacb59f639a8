import random


def preprocess_handler(inference_record):
    """One record of ten; an empty list leaves a record out."""
    return inference_record if random.randint(1, 10) == 1 else []
