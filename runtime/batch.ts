/** The columnar run of rows that flows from decode to the analyzers. Types only; decode/batch-builder.ts fills them. */

/**
 * Class of one value, decided on its text: Integral = digits with optional sign; Fractional = with decimals or an
 * exponent; Boolean = exactly true or false; String = everything else; Missing = no value.
 * (The rules of the open-source Deequ engine's data-type analyzer.)
 */
export const ValueClass = { Missing: 0, Integral: 1, Fractional: 2, Boolean: 3, String: 4 } as const
export type ValueClass = (typeof ValueClass)[keyof typeof ValueClass]

/** Where a column comes from: the model's output, its input, or a dataset that is not a capture. */
export type ColumnSource = 'output' | 'input' | 'data'

/** Identity of a column. `index` is its position within its source when it has no name of its own in the data. */
export interface ColumnInfo {
  readonly name: string
  readonly kind: 'scalar' | 'text' | 'bytes' | 'vector'
  readonly source: ColumnSource
  readonly index?: number
}

/**
 * Values of one column for the rows of one batch. Arrays may be longer than the batch: loop to `batch.length`.
 * Valid only until `update` returns: copy what you keep.
 */
export interface ScalarColumn extends ColumnInfo {
  readonly kind: 'scalar'
  /** Per row a {@link ValueClass}. */
  readonly classes: Uint8Array
  /** Per row the number of an Integral or Fractional value (±Infinity when beyond a double), NaN for every other class. */
  readonly numbers: Float64Array
  /**
   * For loops over many texts, without making strings: the UTF-8 text of a value that is not missing is
   * bytes[starts[row], ends[row]) where starts[row] >= 0; elsewhere ask {@link text}.
   */
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Text of a value as it stood in the input, undefined when missing. Decoded on demand: costs about 0.1 µs. */
  text(row: number): string | undefined
  /** Length of that text in UTF-8 bytes, 0 when missing; never decodes. */
  textLength(row: number): number
}

/** Texts of one declared feature, per row; undefined is missing. Valid like a scalar column's arrays. */
export interface TextColumn extends ColumnInfo {
  readonly kind: 'text'
  readonly values: readonly (string | undefined)[]
}

/** Bytes with their media type, where the config or the record says one. */
export interface Payload {
  readonly bytes: Uint8Array
  readonly mediaType: string | undefined
}

/** Binary payloads of one declared feature, per row; undefined is missing. */
export interface BytesColumn extends ColumnInfo {
  readonly kind: 'bytes'
  readonly values: readonly (Payload | undefined)[]
}

/** Vectors of one declared feature, per row; undefined is missing. Their lengths may differ, and they may hold NaN. */
export interface VectorColumn extends ColumnInfo {
  readonly kind: 'vector'
  readonly values: readonly (Float32Array | undefined)[]
}

/** A column whose values are not scalars. */
export type ValueColumn = TextColumn | BytesColumn | VectorColumn

export type Column = ScalarColumn

/** Where a row stands in the input. */
export interface Position {
  /** Path below dataset_source, with forward slashes. */
  readonly file: string
  /** Number of the record, from 1, counted from byte `byte` of the file. */
  readonly record: number
  readonly byte: number
  /** Where the record starts: byte of the (decompressed) file, row number in Parquet. Does not depend on how the input is split. */
  readonly offset: number
}

/** A bounded run of rows. Read-only for everyone but the decoder. */
export interface Batch {
  /** Number of rows. */
  readonly length: number
  /** The scalar columns. */
  readonly columns: readonly Column[]
  /** Features that the config declares as text, bytes or vector. */
  readonly texts: readonly TextColumn[]
  readonly payloads: readonly BytesColumn[]
  readonly vectors: readonly VectorColumn[]
  /** The scalar column of that name, undefined when this batch has none. */
  column(name: string): Column | undefined
  /** The capture record's event id, undefined where the input has none. */
  eventId(row: number): string | undefined
  /** The capture record's inference time in milliseconds since 1970, NaN where the input has none. */
  time(row: number): number
  /** What groups the row, where the config's segments name a path over the record; undefined where it has nothing there. */
  segment(row: number): string | undefined
  position(row: number): Position
}

/**
 * The column that an attribute of the job means: by name, else by its zero-based position among the output's columns of a
 * capture, or among all columns of a dataset. Undefined when there is none.
 */
export function columnAt({ columns }: Pick<Batch, 'columns'>, attribute: string): Column | undefined {
  const named = columns.find(({ name }) => name === attribute)
  if (named !== undefined || !/^\d+$/.test(attribute)) return named
  const place = Number(attribute)
  const at = (wanted: ColumnSource) =>
    columns.find(({ source, index }) => source === wanted && index === place)
  return at('output') ?? at('data')
}
