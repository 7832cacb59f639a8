/** Features declared in the config file: JMESPath expressions over parsed JSON payloads. */
import { compile, TreeInterpreter } from '@jmespath-community/jmespath'
import type { FeatureDeclaration } from '../../contracts/types.generated.ts'
import { describe } from '../errors.ts'
import type { BatchBuilder, ColumnBuffer } from './batch-builder.ts'
import { quote } from './batch-builder.ts'

type Expression = ReturnType<typeof compile>
type Searchable = Parameters<typeof TreeInterpreter.search>[1]

/** The compiled declarations, each bound to its column. */
export class FeaturePaths {
  readonly #features: { from: string; path: string; expression: Expression; column: ColumnBuffer }[] = []

  constructor(declarations: readonly Required<FeatureDeclaration>[], builder: BatchBuilder) {
    for (const { name, from, path } of declarations) {
      const column = builder.named(name, from === 'record' ? 'data' : from)
      if (column) this.#features.push({ from, path, expression: compile(path), column })
    }
  }

  /** Writes the one row of a JSON dataset's record in `bytes[start, end)`, and commits it. */
  record(builder: BatchBuilder, start: number, end: number): void {
    let value: unknown
    try {
      value = JSON.parse(
        Buffer.from(builder.bytes.buffer, builder.bytes.byteOffset + start, end - start).toString(),
      )
    } catch (error) {
      return builder.reject('NOT_JSON', () => describe(error))
    }
    this.row(builder, builder.length, { input: value, output: value, record: value })
    builder.commit(1)
  }

  /** Writes one row from parsed payloads. A path that finds nothing leaves its feature missing. */
  row(builder: BatchBuilder, row: number, payloads: Record<'input' | 'output' | 'record', unknown>): void {
    builder.ready(row)
    for (const { from, path, expression, column } of this.#features) {
      let found: unknown
      let text = ''
      try {
        found = TreeInterpreter.search(expression, (payloads[from as 'input'] ?? null) as Searchable)
        // Inside, because a value nested too deeply for it makes it throw.
        text = typeof found === 'object' ? JSON.stringify(found) : String(found)
      } catch (error) {
        builder.reject('PATH_FAILED', () => `feature ${quote(column.name)}, path ${path}: ${describe(error)}`)
        continue
      }
      if (found === null || found === undefined) continue
      if (typeof found === 'object')
        builder.reject(
          'NESTED_VALUE',
          () => `feature ${quote(column.name)}: the path ${path} yields an array or object`,
        )
      builder.setText(column, row, text)
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
