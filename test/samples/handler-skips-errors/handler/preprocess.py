def preprocess_handler(inference_record):
    return {"price": float(inference_record["price"]) * 1.19}
