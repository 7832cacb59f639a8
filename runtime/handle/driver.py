"""Runs a handler script inside the jail. Speaks frames (see protocol.ts) on descriptor 3 and nothing else.

Everything here may be under the script's control: the host believes nothing that it cannot check.
"""

import array
import builtins
import io
import json
import linecache
import logging
import math
import os
import random
import signal
import struct
import sys
import traceback
import types
from datetime import date, datetime, time
from decimal import Decimal

CHANNEL = 3
LOAD, BATCH, POSTPROCESS = 1, 2, 3
READY, REPLIES, DONE = 1, 2, 3
ROWS, RECORD, ERROR, NOTHING, DROPPED = range(5)
MOST_MESSAGE = 2_000
MOST_TRACE = 8_000
MOST_LOG_LINE = 4_000


class RecordTimeout(BaseException):
    """Not an Exception, so that a script's own `except Exception` does not swallow it."""


class ResultInvalid(Exception):
    pass


class RecordUnreadable(Exception):
    """The record itself is no JSON: nothing that the script could be blamed for."""


def part(name):
    """A property that reads and writes a key of the record's own dict."""
    return property(lambda self: self._dict.get(name), lambda self, value: self._dict.__setitem__(name, value))


class View:
    """A part of the record. Changes reach the record's dict."""

    __slots__ = ("_dict",)

    def __init__(self, values):
        self._dict = values

    def as_dict(self):
        return self._dict

    def __repr__(self):
        return f"{type(self).__name__}({json.dumps(self._dict)})"


class CapturedData(View):
    __slots__ = ()
    data = part("data")
    encoding = part("encoding")
    mode = part("mode")
    observedContentType = observed_content_type = part("observedContentType")


class EventMetadata(View):
    __slots__ = ()
    event_id = eventId = part("eventId")
    inference_id = inferenceId = part("inferenceId")
    event_time = inferenceTime = part("inferenceTime")
    custom_attribute = custom_attributes = customAttributes = part("customAttributes")


class InferenceRecord:
    """What a preprocess handler gets of a captured inference; the raw record stands in event_dict."""

    def __init__(self, event_dict):
        self.event_dict = event_dict

    def __getattr__(self, name):
        # Each part is made when it is first asked for.
        part = PARTS.get(name)
        if part is None:
            raise AttributeError(f"the inference record has no attribute {name!r}; it has {', '.join(PARTS)}, event_dict and as_dict()")
        value = part(self)
        self.__dict__[name] = value
        return value

    def _payload(self, name):
        payload = (self.event_dict.get("captureData") or {}).get(name)
        return None if payload is None else CapturedData(payload)

    def as_dict(self):
        return self.event_dict

    def __repr__(self):
        return f"InferenceRecord({json.dumps(self.event_dict)})"


class EventData:
    """The older names of the payloads."""

    __slots__ = ("endpointInput", "endpointOutput", "batchTransformOutput", "groundTruthData")

    def __init__(self, record):
        self.endpointInput = record.endpoint_input
        self.endpointOutput = record.endpoint_output
        self.batchTransformOutput = record.batch_transform_output
        self.groundTruthData = record.ground_truth


def ground_truth(record):
    payload = record.event_dict.get("groundTruthData")
    return None if payload is None else CapturedData(payload)


PARTS = {
    "endpoint_input": lambda record: record._payload("endpointInput"),
    "endpoint_output": lambda record: record._payload("endpointOutput"),
    "batch_transform_output": lambda record: record._payload("batchTransformOutput"),
    "ground_truth": ground_truth,
    "event_metadata": lambda record: EventMetadata(record.event_dict.get("eventMetadata") or {}),
    "event_version": lambda record: record.event_dict.get("eventVersion"),
    "event_data": EventData,
}


class Log:
    """Lines of the script, each with the number of the record in the batch; capped by their text."""

    def __init__(self):
        self.most = 0
        self.record = -1
        self.clear()

    def clear(self):
        self.lines = []
        self.size = 0
        self.left_out = 0

    def add(self, level, text):
        text = str(text)[:MOST_LOG_LINE]
        if self.size + len(text) > self.most:
            self.left_out += 1
            return
        self.size += len(text) + 16
        self.lines.append([self.record, level, text])

    def encode(self):
        encoded = json.dumps({"lines": self.lines, "leftOut": self.left_out}).encode()
        self.clear()
        return encoded


log = Log()


class Printed(io.TextIOBase):
    """print() and sys.stdout.write(): whole lines become log lines."""

    def __init__(self, level):
        self.level = level
        self.rest = ""

    def writable(self):
        return True

    def write(self, text):
        lines = (self.rest + text).split("\n")
        self.rest = lines.pop()[-MOST_LOG_LINE:]
        for line in lines:
            log.add(self.level, line)
        return len(text)

    def flush(self):
        if self.rest:
            log.add(self.level, self.rest)
            self.rest = ""


class Logged(logging.Handler):
    def emit(self, record):
        level = "error" if record.levelno >= 40 else "warn" if record.levelno >= 30 else "info" if record.levelno >= 20 else "debug"
        try:
            log.add(level, self.format(record))
        except Exception as error:
            log.add("error", f"a log line could not be made: {describe(error)[1]}")


def describe(error):
    """Type and text of anything raised, whose own __str__ may fail."""
    name = type(error).__name__[:200]
    try:
        return name, str(error)[:MOST_MESSAGE]
    except Exception:
        return name, ""


class Tick:
    """Interrupts a record that takes longer than it may; the host's own clock is for scripts that prevent this one."""

    def __init__(self):
        self.running = False
        self.record = -1
        self.seen = -2

    def start(self, seconds):
        self.seconds = seconds
        signal.signal(signal.SIGALRM, self.look)
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)

    def stop(self):
        signal.setitimer(signal.ITIMER_REAL, 0)

    def look(self, _signal, _frame):
        if self.running and self.seen == self.record:
            self.seen = -2
            raise RecordTimeout()
        self.seen = self.record


tick = Tick()


def failure(kind, error, script):
    """What the host is told of an error: where in the script, and the traceback without the frames of this file."""
    kind_of_error, text = describe(error)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != "<stdin>"]
    mine = [frame for frame in frames if frame.filename == script]
    where = mine[-1] if mine else None
    line = where.lineno if where else None
    if isinstance(error, SyntaxError) and error.filename == script:
        line = error.lineno
    trace = "".join(traceback.format_list(frames[-20:])) + f"{kind_of_error}: {text}"
    return {
        "kind": kind,
        "type": kind_of_error,
        "message": text,
        "line": line,
        "function": where.name[:200] if where and where.name != "<module>" else None,
        "trace": trace[-MOST_TRACE:],
    }


def convert(value):
    """The plain form of what json does not know."""
    if isinstance(value, Decimal):
        return float(value) if math.isfinite(value) else str(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("utf-8", "replace")
    for method in ("item", "tolist"):
        if hasattr(value, method):
            return getattr(value, method)()
    raise ResultInvalid(f"a value is of the type {type(value).__name__}: it must be a number, text, bool or None")


encoder = json.JSONEncoder(allow_nan=False, default=convert, separators=(",", ":"))


def finite(value):
    """NaN is a missing value; an infinity becomes the text of a number too large for a double, which the host counts."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None if math.isnan(value) else "1e999" if value > 0 else "-1e999"
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(item) for item in value]
    return value


def rows(result):
    try:
        try:
            return encoder.encode(result)
        except ValueError:
            return encoder.encode(finite(result))
    except RecursionError:
        raise ResultInvalid("the result is nested too deeply, or contains itself") from None
    except (TypeError, ValueError) as error:
        raise ResultInvalid(str(error)) from None


def encode(result, record, kind):
    if type(result) is dict:
        if kind == "capture" and result is record.event_dict:
            return RECORD, json.dumps(result)
        return ROWS, rows(result)
    if result is None:
        return NOTHING, ""
    if isinstance(result, InferenceRecord):
        return RECORD, json.dumps(result.event_dict)
    if isinstance(result, str) and kind == "csv":
        return RECORD, result
    if isinstance(result, dict):
        return ROWS, rows(dict(result))
    if isinstance(result, (list, tuple)):
        if not result:
            return DROPPED, ""
        wrong = next((row for row in result if not isinstance(row, dict)), None)
        if wrong is None:
            return ROWS, rows(list(result))
        raise ResultInvalid(f"a list must hold dicts, one for each row; this one holds a {type(wrong).__name__}")
    if isinstance(result, types.CoroutineType):
        result.close()
        raise ResultInvalid("the handler is async: it must be a plain function, there is nothing to wait for in here")
    raise ResultInvalid(f"the handler returned a {type(result).__name__}: it must be a dict, a list of dicts, or the record")


class Script:
    def __init__(self, options):
        self.path = options["path"]
        self.kind = options["kind"]
        self.seconds = options["recordSeconds"]
        source = options["source"]
        linecache.cache[self.path] = (len(source), None, source.splitlines(keepends=True), self.path)
        self.module = types.ModuleType("handler")
        self.module.__file__ = self.path
        sys.modules["handler"] = self.module
        exec(compile(source, self.path, "exec", dont_inherit=True), self.module.__dict__)
        self.handler = self.module.__dict__.get(options["function"])
        if not callable(self.handler):
            raise ResultInvalid(f"the script defines no function {options['function']}")
        self.logger = logging.getLogger("handler")
        self.with_logger = takes_two(self.handler)

    def call(self, text):
        record = text
        if self.kind != "csv":
            try:
                record = json.loads(text)
            except (ValueError, RecursionError) as error:
                raise RecordUnreadable(describe(error)[1]) from None
            if self.kind == "capture":
                record = InferenceRecord(record)
        result = self.handler(record, self.logger) if self.with_logger else self.handler(record)
        return encode(result, record, self.kind)

    def one(self, text):
        tick.running = True
        try:
            status, body = self.call(text)
            return status, body.encode("utf-8", "replace")
        except RecordTimeout as error:
            return ERROR, json.dumps(failure("timeout", error, self.path)).encode()
        except RecordUnreadable as error:
            return ERROR, json.dumps(failure("record", error, self.path)).encode()
        except ResultInvalid as error:
            return ERROR, json.dumps(failure("result", error, self.path)).encode()
        except BaseException as error:
            return ERROR, json.dumps(failure("failed", error, self.path)).encode()
        finally:
            tick.running = False

    def batch(self, frame):
        (count,) = struct.unpack_from("<I", frame, 0)
        lengths = struct.unpack_from(f"<{count}I", frame, 4)
        at = 4 + 4 * count
        statuses = bytearray()
        sizes = array.array("I")
        bodies = []
        tick.start(self.seconds)
        for number, length in enumerate(lengths):
            log.record = tick.record = number
            text = frame[at : at + length].decode("utf-8", "replace")
            at += length
            try:
                status, body = self.one(text)
            except RecordTimeout as error:
                # The tick came between the handler's end and ours.
                status, body = ERROR, json.dumps(failure("timeout", error, self.path)).encode()
            statuses.append(status)
            sizes.append(len(body))
            bodies.append(body)
        tick.stop()
        log.record = -1
        sys.stdout.flush()
        sys.stderr.flush()
        if sys.byteorder == "big":
            sizes.byteswap()
        return b"".join([struct.pack("<I", count), statuses, sizes.tobytes(), *bodies, log.encode()])


def takes_two(function):
    import inspect

    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return False
    positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    return len(positional) >= 2 or any(p.kind == p.VAR_POSITIONAL for p in parameters)


def read(size):
    chunks = []
    while size > 0:
        chunk = os.read(CHANNEL, min(size, 1 << 20))
        if not chunk:
            os._exit(0)
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def write(kind, body):
    frame = memoryview(struct.pack("<IB", len(body) + 1, kind) + body)
    while frame:
        frame = frame[os.write(CHANNEL, frame) :]


def load(options):
    random.seed(options["seed"])
    if options.get("output"):
        os.environ["output_path"] = options["output"]
    sys.path[:] = [*options["searchPath"], *sys.path[1:]]
    log.most = options["logBytes"]
    sys.stdout, sys.stderr = Printed("info"), Printed("warn")
    logging.basicConfig(level=logging.DEBUG, handlers=[Logged()], format="%(message)s")
    builtins.exit = builtins.quit = sys.exit
    script = Script(options)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(options["seed"])
    return script


def answer(kind, work, script):
    """Sends what a call of the script's code came to, with its log."""
    problem = None
    value = None
    try:
        value = work()
    except ResultInvalid as error:
        problem = failure("result", error, script)
    except BaseException as error:
        problem = failure("failed", error, script)
    sys.stdout.flush()
    sys.stderr.flush()
    body = json.dumps({"problem": problem}).encode()
    write(kind, struct.pack("<I", len(body)) + body + log.encode())
    return value


def main():
    # What is left of the interpreter's own settings.
    os.environ.clear()
    script = None
    while True:
        (size,) = struct.unpack("<I", read(4))
        frame = read(size)
        kind, body = frame[0], frame[1:]
        if kind == LOAD:
            options = json.loads(body)
            script = answer(READY, lambda: load(options), options["path"])
        elif kind == BATCH:
            write(REPLIES, script.batch(body))
        elif kind == POSTPROCESS:
            answer(DONE, lambda: script.handler(), script.path)


main()
