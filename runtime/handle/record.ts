/** Types of a preprocess handler in JavaScript and TypeScript; Python scripts have the same names. */

/** One payload of a captured inference. */
export interface CapturedData {
  /** As it was captured: text, or BASE64. */
  data: string
  /** CSV, JSON or BASE64. */
  encoding: string | null
  observedContentType: string | null
  /** INPUT or OUTPUT. */
  mode: string | null
  /** The payload as it stands in the capture file. */
  as_dict(): object
}

/** What a preprocess handler gets for a captured inference, merged with its label or not. */
export interface InferenceRecord {
  readonly endpoint_input: CapturedData | null
  readonly endpoint_output: CapturedData | null
  readonly batch_transform_output: CapturedData | null
  readonly ground_truth: CapturedData | null
  readonly event_metadata: {
    readonly event_id: string | undefined
    readonly inference_id: string | undefined
    /** ISO 8601. */
    readonly event_time: string | undefined
    readonly custom_attribute: readonly string[] | undefined
  }
  readonly event_version: string | undefined
  /** The record as it stands in the capture file. */
  readonly event_dict: Record<string, unknown>
  as_dict(): Record<string, unknown>
}

/** Each call is a line of the run's log, tagged with the record. */
export type HandlerLogger = Readonly<
  Record<'debug' | 'info' | 'warning' | 'warn' | 'error', (...values: unknown[]) => void>
>

/** A row: values by column. Null, undefined and NaN are missing; keys that are positions take the baseline's names. */
export type HandlerRow = Readonly<
  Record<string, string | number | bigint | boolean | Date | null | undefined | object>
>

/**
 * A row, several rows, none (an empty list leaves the record out), or what the handler got.
 * `Given` is {@link InferenceRecord} for captures, `string` for a line of CSV, an object for JSON.
 */
export type HandlerResult<Given = InferenceRecord> = HandlerRow | readonly HandlerRow[] | Given
