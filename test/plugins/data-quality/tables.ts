/** Tables of texts as the batches and statistics that the analyzer sees, made by the real decoder and analyzer. */
import fc from 'fast-check'
import type { Constraints, Statistics } from '../../../contracts/types.generated.ts'
import { dataQuality, type Options } from '../../../plugins/data-quality/data-quality.ts'
import { checkConfigs } from '../../../runtime/check-config.ts'
import { BatchBuilder } from '../../../runtime/decode/batch-builder.ts'
import type {
  Baseline,
  Batch,
  ConstraintsPart,
  Context,
  FeatureStatistics,
  ScalarColumn,
} from '../../../runtime/plugin.ts'

/** Texts by column; null is a missing value. */
export type Table = Readonly<Record<string, readonly (string | null)[]>>

/** The rows of a table as one batch. */
export function batchOf(table: Table): Batch {
  const builder = new BatchBuilder({
    columns: [],
    maxFeatures: 1000,
    excluded: new Set(),
    rejects: new Map(),
    emit: () => {},
  })
  const rows = Math.max(0, ...Object.values(table).map(({ length }) => length))
  const columns = Object.keys(table).map((name) => builder.named(name, 'data')!)
  for (let row = 0; row < rows; row++) {
    builder.startRecord()
    builder.ready(row)
    for (const column of columns) {
      const text = table[column.name]![row]
      if (typeof text === 'string') builder.setText(column, row, text)
    }
    builder.commit(1)
  }
  return builder
}

/** The texts of one column as the analyzer gets them. */
export function columnOf(texts: readonly (string | null)[]): ScalarColumn {
  return batchOf({ x: texts }).column('x')!
}

/** What the analyzer knows of a baseline, as the host hands it over. */
export function baselineOf(
  constraints?: Constraints,
  statistics?: Pick<Statistics, 'features'>,
): Baseline<{ features: FeatureStatistics[] }, ConstraintsPart> {
  return {
    ...(constraints ? { constraints: { features: constraints.features } } : {}),
    ...(statistics ? { statistics } : {}),
    config: checkConfigs(constraints),
  }
}

/** The context of a monitoring run with that baseline, of a baseline run without one. */
export function contextOf(baseline?: ReturnType<typeof baselineOf>): Context<never, never> {
  const context = { run: baseline ? 'monitoring' : 'baseline', environment: {}, distances: 'exact' } as const
  return (baseline ? { ...context, baseline } : context) as Context<never, never>
}

/** The analyzer's statistics of some batches, each folded into a state of its own. */
export function statisticsOf(
  tables: readonly Table[],
  baseline?: ReturnType<typeof baselineOf>,
  options: Options = { maxCategories: 120 },
): { features: FeatureStatistics[] } {
  const context = contextOf(baseline)
  const [into, ...others] = tables.map((table) => {
    const state = dataQuality.init(options, context)
    dataQuality.update(state, batchOf(table))
    return state
  })
  for (const from of others) dataQuality.merge(into!, from)
  return dataQuality.summarize(into ?? dataQuality.init(options, context))
}

/** Values of every class, with repetitions, odd spellings and numbers beyond a double. */
export const value: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 12 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: -1e6, max: 1e6 }).map((n) => String(n / 100)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('a', 'b', 'true', 'false', '', 'é', '007', '+5', '- 3', '5.', '255', '256'),
  },
  { weight: 1, arbitrary: fc.constantFrom('1e999', '-1e400', '1e-3', '12345678901234567890') },
  { weight: 1, arbitrary: fc.constant(null) },
)

/** Rows, and the same rows cut into consecutive pieces, of which some are empty. */
export const splitRows = fc
  .tuple(fc.array(value, { maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 5 }))
  .map(([rows, cuts]) => {
    const borders = [0, ...cuts.map((cut) => Math.min(cut, rows.length)).sort((a, b) => a - b), rows.length]
    return { rows, pieces: borders.slice(1).map((to, i) => rows.slice(borders[i], to)) }
  })
