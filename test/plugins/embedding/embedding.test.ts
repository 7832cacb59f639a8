import { describe, expect, it } from 'vitest'
import plugin from '../../../plugins/embedding/plugin.ts'
import { type Random, seeded } from '../../../runtime/conformance/random.ts'
import { runOf, type Said, violated } from '../baseline-run.ts'

const options = { alpha: 0.01, minRecords: 50, sampleSize: 2000 }

function vectors(seed: number, n: number, make: (random: Random) => number[] = () => [], width = 200) {
  const random = seeded(seed)
  const values = Array.from({ length: n }, () => {
    const own = make(random)
    return Float32Array.from({ length: width }, (_, j) => own[j] ?? random.normal())
  })
  return { item: { kind: 'vector' as const, values } }
}

const baseline = runOf(plugin, options, vectors(1, 1200))
const run = (columns: ReturnType<typeof vectors>, before: Said = baseline) =>
  runOf(plugin, options, columns, before)
const feature = ({ statistics }: Said) => statistics.custom!.features[0] as Record<string, never>

describe('vectors of 200 numbers', () => {
  it('unchanged ones are no alarm, and the baseline says how many to expect', () => {
    expect(violated(run(vectors(2, 300)))).toEqual([])
    expect(baseline.constraints.custom!.features[0]).toMatchObject({
      name: 'item',
      alpha: 0.01,
      min_records: 50,
      calibration: 'independent records',
      expected_false_alarms_per_30_days: { hourly: 7.2, daily: 0.3 },
    })
  })

  it('a moved dimension is named, with p-value, effect and counts', () => {
    const said = run(
      vectors(3, 300, (random) =>
        [0, 0, 0, 0, 0, 0.6 + random.normal()].map((x, j) => (j < 5 ? random.normal() : x)),
      ),
    )
    const [finding] = said.findings
    expect(violated(said)).toEqual(['baseline_drift_check'])
    expect(finding!.description).toMatch(
      /Baseline drift distance: .* exceeds threshold: .* effect .*, p-value .* below 0\.01 \(300 vectors against 1200\)\. Likely cause: dimension 5 moved by 0\.[5-7]/,
    )
    expect(finding!.value).toBeGreaterThan(finding!.threshold)
    expect(finding!.pValue).toBeLessThan(0.01)
  })

  it('too few say so, and send no drift metric', () => {
    const said = run(vectors(4, 49))
    expect(said.findings[0]!.description).toBe(
      'Insufficient data: 49 vectors, at least 50 are needed for a comparison',
    )
    expect(violated(said)).toEqual([])
    expect(said.metrics.map(({ name }) => name).filter((name) => name.includes('drift'))).toEqual([])
  })

  it('broken ones are alarms of their own', () => {
    const some = vectors(5, 100)
    some.item.values[3] = Float32Array.of(1, 2)
    some.item.values[4]![7] = Number.NaN
    some.item.values[5]!.fill(0)
    const said = run(some)
    expect(feature(said)).toMatchObject({ invalid: 1, zero: 1, wrong_dimension: 1, dimension: 200 })
    expect(violated(said).filter((check) => check === 'vector_schema_check')).toHaveLength(3)
  })

  it('settings of constraints.json count, and what is no number is refused by name', () => {
    const edited = (change: object): Said => ({
      ...baseline,
      constraints: { custom: { features: [{ ...baseline.constraints.custom!.features[0]!, ...change }] } },
    })
    expect(run(vectors(6, 100), edited({ evaluate: 'Disabled' })).findings).toEqual([])
    expect(run(vectors(6, 100), edited({ min_records: 500 })).findings[0]!.description).toContain(
      'Insufficient data',
    )
    expect(() => run(vectors(6, 100), edited({ alpha: 'often' }))).toThrow(
      'constraints of feature "item": alpha should be a number from 1e-12 to 0.5',
    )
  })

  it('a damaged baseline is refused by name', () => {
    const damaged = structuredClone(baseline.statistics)
    ;(damaged.custom!.features[0]!['reference'] as Record<string, unknown>)['novelty'] = { count: 3 }
    expect(() => run(vectors(7, 100), { ...baseline, statistics: damaged })).toThrow(
      /baseline statistics of feature "item": novelty: mean should hold 128 packed numbers; make the baseline anew/,
    )
  })
})
