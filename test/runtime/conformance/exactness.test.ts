import { describe, expect, test } from 'vitest'
import { checkPlugin, type KitOptions } from '../../../runtime/conformance/index.ts'
import {
  type Batch,
  defineAnalyzer,
  definePlugin,
  type Exactness,
  type Plugin,
} from '../../../runtime/plugin.ts'
import { createKll, type Kll, kllData, mergeKll, updateKll } from '../../../runtime/sketches/kll.ts'

async function failedChecks(
  analyzer: NonNullable<Plugin['analyzers']>[number],
  options: KitOptions = {},
): Promise<string[]> {
  const about = { name: 'sample', version: '1.0.0', apiVersion: 1, description: 'A plugin of one analyzer.' }
  const reports = await checkPlugin(definePlugin({ ...about, analyzers: [analyzer] }), options)
  return reports.filter(({ passed }) => !passed).map(({ check }) => check)
}

/** The present finite numbers of a batch, column by column. */
function numbersOf({ columns, length }: Batch): Float64Array {
  return Float64Array.from(
    columns.flatMap(({ numbers }) => [...numbers.subarray(0, length)].filter(Number.isFinite)),
  )
}

const options = { type: 'object', additionalProperties: false } as const

/** As an author would write it: plain sums, whose last digits depend on the order. */
const meanWithin = (exactness: Exactness) =>
  defineAnalyzer<object, { count: number; sum: number }, { custom: { mean?: number } }, object>({
    name: 'mean',
    version: 1,
    description: 'Mean of all numbers of all columns.',
    options,
    exactness,
    init: () => ({ count: 0, sum: 0 }),
    update(state, batch) {
      for (const value of numbersOf(batch)) {
        state.count++
        state.sum += value
      }
    },
    merge(into, from) {
      into.count += from.count
      into.sum += from.sum
    },
    summarize: ({ count, sum }) => ({
      custom: count > 0 && Number.isFinite(sum) ? { mean: sum / count } : {},
    }),
  })

const sketchWithin = (exactness: Exactness) =>
  defineAnalyzer<object, Kll, { custom: { items: number[][]; above: number } }, object>({
    name: 'quantiles',
    version: 1,
    description: 'Quantile sketch of all numbers.',
    options,
    exactness,
    init: () => createKll(200),
    update(state, batch) {
      const numbers = numbersOf(batch)
      updateKll(state, numbers, numbers.length)
    },
    merge: mergeKll,
    summarize: (state) => ({ custom: { items: kllData(state), above: state.count } }),
  })

describe('a mean of plain sums', () => {
  test('passes within a relative tolerance', async () => {
    expect(await failedChecks(meanWithin({ relative: 1e-9 }))).toEqual([])
  })

  test('is not exact', async () => {
    expect(await failedChecks(meanWithin('exact'))).toEqual(expect.arrayContaining(['split']))
  })
})

describe('a quantile sketch', () => {
  const places = { analyzers: { quantiles: { quantiles: ['$.custom.items'] } } }

  test('passes within its rank error', async () => {
    expect(await failedChecks(sketchWithin({ sketch: 0.04 }), places)).toEqual([])
  })

  test('promises too much', async () => {
    expect(await failedChecks(sketchWithin({ sketch: 0.0001 }), places)).toEqual(
      expect.arrayContaining(['split']),
    )
  })
})
