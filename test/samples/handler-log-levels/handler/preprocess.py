def preprocess_handler(inference_record, logger):
    event = inference_record.event_metadata.event_id
    logger.debug("debug: %s", event)
    logger.info("info: %s", event)
    logger.warning("warning: %s", event)
    logger.error("error: %s", event)
    return inference_record
