import { describe, expect, it } from 'vitest'
import type { Constraints, Statistics } from '../../contracts/types.generated.ts'
import { isConstraints, isStatistics } from '../../contracts/validators.generated.ts'
import { checkConfigs, defaultChecks } from '../../runtime/check-config.ts'
import { segmentBaseline, withSegments } from '../../runtime/segment-baseline.ts'

const statistics = (rows: number): Statistics => ({
  version: 0,
  dataset: { item_count: rows },
  features: [{ name: 'x' }],
})
const constraints = (emit: 'Enabled' | 'Disabled'): Constraints => ({
  version: 0,
  features: [{ name: 'x' }],
  monitoring_config: { emit_metrics: emit },
})

describe('the parts of the segments inside a file', () => {
  it('come back by name, and the file around them stays as it was', () => {
    const whole = { ...statistics(9), custom: { analyzers: { 'a@1': 1 } } }
    const file = withSegments(whole, [
      { name: 'one', file: statistics(4) },
      { name: '(none)', file: { ...statistics(5), custom: { analyzers: { 'a@1': 2 } } } },
    ])
    expect(isStatistics(file)).toBe(true)
    expect(file).toMatchObject(whole)
    const limits = withSegments(constraints('Enabled'), [{ name: 'one', file: constraints('Disabled') }])
    expect(isConstraints(limits)).toBe(true)
    const files = JSON.parse(JSON.stringify({ statistics: file, constraints: limits }))
    const baseline = { ...files, resolve: checkConfigs(files.constraints) }

    const one = segmentBaseline(baseline, 'one')
    expect(one.statistics).toMatchObject(statistics(4))
    expect(one.constraints).toMatchObject(constraints('Disabled'))
    expect(one.resolve('x').emitMetrics).toBe(false)
    expect(baseline.resolve('x').emitMetrics).toBe(true)

    const none = segmentBaseline(baseline, '(none)')
    expect(none.statistics?.custom).toEqual({ analyzers: { 'a@1': 2 } })
    expect(none).not.toHaveProperty('constraints')
  })

  it('are none without segments: the file itself', () => {
    const file = statistics(1)
    expect(withSegments(file, [])).toBe(file)
  })
})

it.each(['unknown', 'constructor', '__proto__', ''])(
  'a segment %j that the baseline does not know has no baseline',
  (name) => {
    const file = withSegments(statistics(1), [{ name: 'one', file: statistics(1) }])
    const found = segmentBaseline({ statistics: file, resolve: checkConfigs(constraints('Disabled')) }, name)
    expect(Object.keys(found)).toEqual(['resolve'])
    // The settings of the dataset go on to hold: what is switched off for all is not sent for a new group.
    expect(found.resolve().emitMetrics).toBe(false)
  },
)

it('without a baseline there is none for a segment', () => {
  const found = segmentBaseline({ resolve: checkConfigs(undefined) }, 'one')
  expect(Object.keys(found)).toEqual(['resolve'])
  expect(found.resolve('x')).toEqual(defaultChecks)
})
