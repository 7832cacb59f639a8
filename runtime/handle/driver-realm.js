/**
 * Runs inside the realm, beside the handler: makes records, calls the handler, writes results as text. Only strings and numbers cross
 * to the driver. The handler can change all of this, and then spoils its own results.
 */
;(() => {
  const statuses = { rows: 0, record: 1, error: 2, nothing: 3, dropped: 4 }
  // Locals: a realm's globals are slow to reach, and the handler's to change.
  const { parse, stringify } = JSON
  const { isFinite: finite, isNaN: notANumber } = Number
  const { keys: keysOf, entries: entriesOf, fromEntries, defineProperty: define } = Object
  const { isArray } = Array
  const mostLine = 4000
  const mostRoom = 8000

  /** A part of the record, whose keys have other names too. Changes reach the record. */
  function viewOf(title, names) {
    class View {
      #values
      constructor(values) {
        this.#values = values
      }
      static {
        for (const [name, key] of entriesOf(names))
          define(View.prototype, name, {
            get() {
              return this.#values[key]
            },
            set(value) {
              this.#values[key] = value
            },
          })
      }
      as_dict() {
        return this.#values
      }
      toJSON() {
        return this.#values
      }
      toString() {
        return `${title}(${stringify(this.#values)})`
      }
    }
    return View
  }

  const CapturedData = viewOf('CapturedData', {
    data: 'data',
    encoding: 'encoding',
    mode: 'mode',
    observedContentType: 'observedContentType',
    observed_content_type: 'observedContentType',
  })

  const EventMetadata = viewOf('EventMetadata', {
    event_id: 'eventId',
    eventId: 'eventId',
    inference_id: 'inferenceId',
    inferenceId: 'inferenceId',
    event_time: 'inferenceTime',
    inferenceTime: 'inferenceTime',
    custom_attribute: 'customAttributes',
    custom_attributes: 'customAttributes',
    customAttributes: 'customAttributes',
  })

  /** The parts keep their identity, so that what a handler sets on one stays. */
  class InferenceRecord {
    #parts = {}
    constructor(event) {
      this.event_dict = event
    }
    #payload(name, payload) {
      if (!(name in this.#parts)) this.#parts[name] = payload ? new CapturedData(payload) : null
      return this.#parts[name]
    }
    get endpoint_input() {
      return this.#payload('input', this.event_dict.captureData?.endpointInput)
    }
    get endpoint_output() {
      return this.#payload('output', this.event_dict.captureData?.endpointOutput)
    }
    get batch_transform_output() {
      return this.#payload('transform', this.event_dict.captureData?.batchTransformOutput)
    }
    get ground_truth() {
      return this.#payload('truth', this.event_dict.groundTruthData)
    }
    get event_metadata() {
      this.#parts.metadata ??= new EventMetadata(this.event_dict.eventMetadata ?? {})
      return this.#parts.metadata
    }
    get event_version() {
      return this.event_dict.eventVersion
    }
    get event_data() {
      return {
        endpointInput: this.endpoint_input,
        endpointOutput: this.endpoint_output,
        batchTransformOutput: this.batch_transform_output,
        groundTruthData: this.ground_truth,
      }
    }
    as_dict() {
      return this.event_dict
    }
    toJSON() {
      return this.event_dict
    }
    toString() {
      return `InferenceRecord(${JSON.stringify(this)})`
    }
  }

  class ResultInvalid extends Error {}
  /** The record itself is no JSON: nothing that the script could be blamed for. */
  class RecordUnreadable extends Error {}

  function read(text) {
    if (kind === 'csv') return text
    let value
    try {
      value = parse(text)
    } catch (error) {
      throw new RecordUnreadable(error.message)
    }
    return kind === 'capture' ? new InferenceRecord(value) : value
  }

  const log = { lines: [], size: 0, most: 0, leftOut: 0, record: -1 }

  function addLine(level, values) {
    const text = values
      .map((value) => {
        if (typeof value === 'string') return value
        if (value instanceof Error) return String(value.stack)
        try {
          return stringify(value) ?? String(value)
        } catch {
          return String(value)
        }
      })
      .join(' ')
      .slice(0, mostLine)
    if (log.size + text.length > log.most) {
      log.leftOut++
      return
    }
    log.size += text.length + 16
    log.lines.push([log.record, level, text])
  }

  function takeLog() {
    const text = stringify({ lines: log.lines, leftOut: log.leftOut })
    log.lines = []
    log.size = log.leftOut = 0
    return text
  }

  const at =
    (level) =>
    (...values) =>
      addLine(level, values)
  const logger = {
    debug: at('debug'),
    info: at('info'),
    log: at('info'),
    warn: at('warn'),
    warning: at('warn'),
    error: at('error'),
    critical: at('error'),
    exception: at('error'),
  }
  globalThis.console = { ...logger, trace: at('debug') }

  const plainText = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/
  const keys = new Map()

  function quote(text) {
    return plainText.test(text) ? `"${text}"` : stringify(text)
  }

  function quoteKey(key) {
    let quoted = keys.get(key)
    if (quoted === undefined) {
      quoted = quote(key)
      if (keys.size < 10_000) keys.set(key, quoted)
    }
    return quoted
  }

  function cell(value, key) {
    switch (typeof value) {
      case 'string':
        return quote(value)
      case 'number':
        // NaN is a missing value; an infinity a number too large for a double, which the host counts.
        if (finite(value)) return String(value)
        return notANumber(value) ? 'null' : value > 0 ? '"1e999"' : '"-1e999"'
      case 'boolean':
      case 'bigint':
        return String(value)
      case 'undefined':
        return 'null'
      case 'object':
        if (value === null) return 'null'
        if (value instanceof Date) return notANumber(value.getTime()) ? 'null' : quote(value.toISOString())
        return stringify(value)
      default:
        throw new ResultInvalid(
          `the value of ${quote(key)} is a ${typeof value}: it must be a number, text, boolean or null`,
        )
    }
  }

  function row(value) {
    if (typeof value.then === 'function')
      throw new ResultInvalid('the handler returned a promise: it must be a plain function, not async')
    let text = '{'
    for (const key of keysOf(value))
      text += `${text.length > 1 ? ',' : ''}${quoteKey(key)}:${cell(value[key], key)}`
    return `${text}}`
  }

  function encode(result, record, kind) {
    if (result === undefined || result === null) return [statuses.nothing, '']
    if (result instanceof InferenceRecord) return [statuses.record, stringify(result.event_dict)]
    if (kind === 'capture' && result === record.event_dict) return [statuses.record, stringify(result)]
    if (typeof result === 'string' && kind === 'csv') return [statuses.record, result.toWellFormed()]
    if (isArray(result)) {
      if (result.length === 0) return [statuses.dropped, '']
      const wrong = result.find((each) => typeof each !== 'object' || each === null || isArray(each))
      if (wrong !== undefined) throw new ResultInvalid('an array must hold objects, one for each row')
      return [statuses.rows, `[${result.map(row).join(',')}]`]
    }
    if (result instanceof Map) return [statuses.rows, row(fromEntries(result))]
    if (typeof result === 'object') return [statuses.rows, row(result)]
    throw new ResultInvalid(
      `the handler returned a ${typeof result}: it must be an object, an array of objects, or the record`,
    )
  }

  function problem(kind, error) {
    const known = error instanceof Error
    const describe = (read) => {
      try {
        return String(read()).slice(0, mostRoom)
      } catch {
        return ''
      }
    }
    return stringify({
      kind: error instanceof ResultInvalid ? 'result' : kind,
      type:
        error instanceof ResultInvalid
          ? 'ResultInvalid'
          : describe(() => (known ? error.name : typeof error)),
      message: describe(() => (known ? error.message : error)),
      trace: describe(() => (known ? error.stack : error)),
    })
  }

  let handler
  let kind
  let running

  function next([status, body]) {
    running.statuses += status
    running.bodies.push(body)
    running.at += running.lengths[running.number]
    running.number++
  }

  /** Statuses and lengths of a batch, the length of the log; then the texts, and the log. */
  function results() {
    const lengths = running.bodies.map((body) => body.length)
    const lines = takeLog()
    return `${running.statuses}\n${lengths.join(',')}\n${running.bodies.join('')}${lines}`
  }

  /** vm2's own call sites have no text. Where a frame has no file, it is none of the script's. */
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map((frame) => {
      const name = frame.getFunctionName()
      const place = `${frame.getFileName()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`
      return `    at ${name ? `${name} (${place})` : place}`
    })
    return [String(error), ...lines].join('\n')
  }

  /** What the driver calls. Texts in, texts out. */
  globalThis.__driver = {
    /** Checks what the script has defined; a JSON problem, or nothing. */
    ready(names, kindOfData, logBytes) {
      kind = kindOfData
      log.most = logBytes
      const exported = globalThis.__handler ?? {}
      const name = names.split(' ').find((each) => typeof exported[each] === 'function')
      if (name === undefined)
        return problem(
          'failed',
          new ResultInvalid(`the script exports no function ${names.split(' ').join(' or ')}`),
        )
      handler = exported[name]
      return ''
    },
    /** Takes a batch: the records one after the other, and their lengths. */
    start(text, lengths) {
      running = {
        text,
        lengths: lengths.split(',').map(Number),
        at: 0,
        number: 0,
        statuses: '',
        bodies: [],
        log: '',
      }
      return globalThis.__driver.go(running.lengths.length)
    },
    /** Goes on with the batch, up to `count` records; the results when it is done, else nothing. */
    go(count) {
      for (let left = count; left > 0 && running.number < running.lengths.length; left--) {
        log.record = running.number
        const end = running.at + running.lengths[running.number]
        const text = running.text.slice(running.at, end)
        let found
        try {
          const record = read(text)
          found = encode(handler(record, logger), record, kind)
        } catch (error) {
          found = [statuses.error, problem(error instanceof RecordUnreadable ? 'record' : 'failed', error)]
        }
        next(found)
      }
      log.record = -1
      return running.number === running.lengths.length ? results() : ''
    },
    /** Number of records that are done. */
    done: () => running.number,
    /** Ends the record at hand with a problem. */
    fail(text) {
      next([statuses.error, text])
      return running.number === running.lengths.length ? results() : ''
    },
    takeLog,
    /** Calls a postprocess handler with the texts of the report files by name; a JSON problem, or nothing. */
    call(reports) {
      try {
        const result = handler(parse(reports), logger)
        if (typeof result?.then === 'function')
          throw new ResultInvalid('the handler returned a promise: it must be a plain function, not async')
        return ''
      } catch (error) {
        return problem('failed', error)
      }
    },
  }
})()
