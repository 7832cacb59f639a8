/** Features declared in the config file: JMESPath expressions over parsed payloads, or whole payloads. */
import { compile, TreeInterpreter } from '@jmespath-community/jmespath'
import { describe } from '../errors.ts'
import type { DeclaredFeature } from '../job.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import type { ColumnBuffer } from './column-buffer.ts'
import { declaredValue, payloadValue, type RawPayload } from './declared-value.ts'
import type { ValueBuffer } from './value-columns.ts'

type Expression = ReturnType<typeof compile>
type Searchable = Parameters<typeof TreeInterpreter.search>[1]
type From = DeclaredFeature['from']

interface Feature {
  readonly declaration: DeclaredFeature
  readonly path: string
  /** Absent: the whole payload. */
  readonly expression: Expression | undefined
  /** Where its values go: a scalar column, or one of values; neither when the run has too many columns. */
  readonly scalar: ColumnBuffer | undefined
  readonly values: ValueBuffer | undefined
}

/** The compiled declarations, each bound to its column. */
export class FeaturePaths {
  readonly #features: Feature[] = []

  constructor(declarations: readonly DeclaredFeature[], builder: BatchBuilder) {
    for (const declaration of declarations) {
      const { name, from, path = '', kind = 'scalar' } = declaration
      const source = from === 'record' ? 'data' : from
      const column =
        kind === 'scalar'
          ? { scalar: builder.named(name, source), values: undefined }
          : { scalar: undefined, values: builder.declare({ name, kind, source }) }
      this.#features.push({ declaration, path, expression: path ? compile(path) : undefined, ...column })
    }
  }

  /** True when a payload is a feature as a whole, and is not to be read as CSV or JSON. */
  takesWhole(side: 'input' | 'output'): boolean {
    return this.#features.some(({ expression, declaration }) => !expression && declaration.from === side)
  }

  /** Writes the one row of a JSON dataset's record in `bytes[start, end)`, and commits it. */
  record(builder: BatchBuilder, start: number, end: number): void {
    this.#rows(builder, start, end, (value) => [value])
  }

  /** Writes the rows of an object, or of an array of objects, in `bytes[start, end)`, and commits them. */
  records(builder: BatchBuilder, start: number, end: number): void {
    this.#rows(builder, start, end, (value) => (Array.isArray(value) ? value : [value]))
  }

  #rows(builder: BatchBuilder, start: number, end: number, rowsOf: (value: unknown) => unknown[]): void {
    let value: unknown
    try {
      value = JSON.parse(
        Buffer.from(builder.bytes.buffer, builder.bytes.byteOffset + start, end - start).toString(),
      )
    } catch (error) {
      return builder.reject('NOT_JSON', () => describe(error))
    }
    for (const row of rowsOf(value)) {
      this.row(builder, builder.length, { input: row, output: row, record: row })
      builder.commit(1)
    }
  }

  /**
   * Writes one row. A path that finds nothing leaves its feature missing.
   * @param parsed payloads as JSON values
   * @param raw payloads that are features as a whole
   */
  row(
    builder: BatchBuilder,
    row: number,
    parsed: Readonly<Record<From, unknown>>,
    raw: Readonly<Partial<Record<From, RawPayload>>> = {},
  ): void {
    builder.ready(row)
    for (const feature of this.#features) {
      if (feature.expression === undefined) this.#whole(builder, row, feature, raw[feature.declaration.from])
      else if (feature.scalar !== undefined) this.#scalar(builder, row, feature, parsed)
      else if (feature.values !== undefined) this.#value(builder, row, feature, parsed)
    }
  }

  #scalar(
    builder: BatchBuilder,
    row: number,
    feature: Feature,
    parsed: Readonly<Record<From, unknown>>,
  ): void {
    const found = this.#find(builder, feature, parsed)
    if (found === undefined) return
    if (typeof found.value === 'object')
      builder.reject(
        'NESTED_VALUE',
        () =>
          `feature ${quote(feature.declaration.name)}: the path ${feature.path} yields an array or object`,
      )
    builder.setText(feature.scalar!, row, found.text)
  }

  #value(
    builder: BatchBuilder,
    row: number,
    feature: Feature,
    parsed: Readonly<Record<From, unknown>>,
  ): void {
    const found = this.#find(builder, feature, parsed)
    if (found === undefined) return
    const value = declaredValue(feature.values!.kind, found.value, feature.declaration.mediaType)
    if (value !== undefined) builder.setValue(feature.values!, row, value)
    else
      builder.reject(
        'VALUE_UNREADABLE',
        () =>
          `feature ${quote(feature.declaration.name)} should be ${feature.values!.kind}, found ${quote(found.text)}`,
      )
  }

  #whole(
    builder: BatchBuilder,
    row: number,
    { declaration, values }: Feature,
    payload: RawPayload | undefined,
  ): void {
    if (payload === undefined || values === undefined) return
    const value = payloadValue(values.kind, payload, declaration.mediaType)
    if (value !== undefined) builder.setValue(values, row, value)
    else
      builder.reject(
        'VALUE_UNREADABLE',
        () => `feature ${quote(declaration.name)} should be ${values.kind}, the ${declaration.from} is not`,
      )
  }

  /** What a path finds, with its JSON text; undefined when it finds nothing or cannot be applied. */
  #find(
    builder: BatchBuilder,
    { declaration, path, expression }: Feature,
    parsed: Readonly<Record<From, unknown>>,
  ): { value: unknown; text: string } | undefined {
    try {
      const value: unknown = TreeInterpreter.search(
        expression!,
        (parsed[declaration.from] ?? null) as Searchable,
      )
      if (value === null || value === undefined) return undefined
      // Inside, because a value nested too deeply for it makes it throw.
      return { value, text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
    } catch (error) {
      builder.reject(
        'PATH_FAILED',
        () => `feature ${quote(declaration.name)}, path ${path}: ${describe(error)}`,
      )
      return undefined
    }
  }
}

/** A function that finds the scalar at a JMESPath in a record, as text; undefined when there is none. */
export function scalarAt(path: string): (record: object) => string | undefined {
  const expression = compile(path)
  return (record) => {
    let found: unknown
    try {
      found = TreeInterpreter.search(expression, record as Searchable)
    } catch {
      return undefined
    }
    return found === null || found === undefined || typeof found === 'object' ? undefined : String(found)
  }
}
