import { describe, expect, test } from 'vitest'
import type { Constraints } from '../../contracts/types.generated.ts'
import { type LoadedAnalyzer, startAnalysis } from '../../runtime/analyze.ts'
import type { BaselineFiles } from '../../runtime/baseline.ts'
import { checkConfigs } from '../../runtime/check-config.ts'
import { judge } from '../../runtime/judge.ts'
import type {
  Analyzer,
  ConstraintsPart,
  FeatureStatistics,
  Finding,
  Metric,
  StatisticsPart,
} from '../../runtime/plugin.ts'

type Answers = Partial<Pick<Analyzer<object, object>, 'suggest' | 'check' | 'metrics' | 'files'>> & {
  summarize?: () => StatisticsPart
}

const baselineOf = (constraints: Constraints): BaselineFiles => ({
  constraints,
  resolve: checkConfigs(constraints),
})
const noBaseline: BaselineFiles = { resolve: checkConfigs(undefined) }

/** An analyzer that gives fixed answers, as the host has it loaded. */
function loaded(name: string, answers: Answers, baseline?: BaselineFiles): LoadedAnalyzer {
  const part = baseline && { ...baseline, config: baseline.resolve }
  return {
    analyzer: {
      name,
      version: 1,
      description: 'fixed answers',
      options: { type: 'object' },
      exactness: 'exact',
      init: () => ({}),
      update: () => {},
      merge: () => {},
      summarize: () => ({}),
      ...answers,
    },
    plugin: { name, version: '1.0.0' },
    number: 0,
    options: {},
    context: {
      run: baseline ? 'monitoring' : 'baseline',
      environment: {},
      distances: 'exact',
      ...(part ? { baseline: part } : {}),
    } as LoadedAnalyzer['context'],
  }
}

function judged(analyzers: LoadedAnalyzer[], baseline = noBaseline, order: string[] = []) {
  const analysis = startAnalysis(analyzers)
  return {
    ...judge(analyzers, analysis, baseline, order, 7),
    failures: Object.fromEntries(analysis.failures),
  }
}

const features = (...names: string[]): FeatureStatistics[] => names.map((name) => ({ name }))
const finding = (feature: string, more: Partial<Finding> = {}): Finding => ({
  feature,
  check: 'own_check',
  value: 2,
  threshold: 1,
  violated: true,
  description: `${feature} is off`,
  ...more,
})

describe('order', () => {
  test('features come in the order of a row, others behind them as they came', () => {
    const { statistics, constraints } = judged(
      [
        loaded('one', {
          summarize: () => ({ features: features('b', 'x', 'a') }),
          suggest: () => ({ features: features('x', 'a', 'b') }),
        }),
        loaded('two', { summarize: () => ({ features: features('y', 'c') }) }),
      ],
      noBaseline,
      ['c', 'a', 'b'],
    )
    expect(statistics.features.map(({ name }) => name)).toEqual(['c', 'a', 'b', 'x', 'y'])
    expect(constraints.features.map(({ name }) => name)).toEqual(['a', 'b', 'x'])
    expect(statistics).toMatchObject({ version: 0, dataset: { item_count: 7 } })
    expect(constraints.version).toBe(0)
  })

  test('each analyzer gets its own statistics in that order, and its findings keep theirs', () => {
    const baseline = baselineOf({ features: [] })
    const { findings, violations } = judged(
      [
        loaded(
          'one',
          {
            summarize: () => ({ features: features('b', 'a') }),
            check: ({ features }) => features!.map(({ name }) => finding(name)),
          },
          baseline,
        ),
        loaded('two', { check: () => [finding('z'), finding('a')] }, baseline),
      ],
      baseline,
      ['a', 'b'],
    )
    expect(findings.map(({ feature }) => feature)).toEqual(['a', 'b', 'z', 'a'])
    expect(violations.map(({ feature_name }) => feature_name)).toEqual(['a', 'b', 'z', 'a'])
  })
})

describe('parts of one file', () => {
  test('different keys of a feature come together, custom parts by analyzer', () => {
    const { statistics, constraints } = judged([
      loaded('one', {
        summarize: () => ({
          features: [{ name: 'a', inferred_type: 'Integral', custom: { one: { n: 1 } } }],
          custom: { seen: 1 },
        }),
        suggest: () => ({
          features: [{ name: 'a', completeness: 1 }],
          monitoring_config: { emit_metrics: 'Disabled' },
          custom: [1],
        }),
      }),
      loaded('two', {
        summarize: () => ({ features: [{ name: 'a', custom: { two: { n: 2 } } }] }),
        suggest: () => ({
          features: [{ name: 'a', inferred_type: 'Integral' }],
          monitoring_config: { emit_metrics: 'Enabled' },
        }),
      }),
    ])
    expect(statistics.features).toEqual([
      { name: 'a', inferred_type: 'Integral', custom: { one: { n: 1 }, two: { n: 2 } } },
    ])
    expect(statistics.custom).toEqual({ analyzers: { 'one@1': { seen: 1 } } })
    expect(constraints.features).toEqual([{ name: 'a', completeness: 1, inferred_type: 'Integral' }])
    expect(constraints.custom).toEqual({ analyzers: { 'one@1': [1] } })
    expect(constraints.monitoring_config).toEqual({ emit_metrics: 'Disabled' })
  })

  test('a conflict fails the second analyzer only, and nothing of it stays', () => {
    const baseline = baselineOf({ features: [] })
    const judgement = judged(
      [
        loaded(
          'one',
          {
            summarize: () => ({ features: [{ name: 'b', inferred_type: 'Integral' }] }),
            suggest: () => ({ features: [{ name: 'b', completeness: 1 }] }),
            check: () => [finding('b')],
            metrics: () => [{ name: 'm', value: 1 }],
          },
          baseline,
        ),
        loaded(
          'two',
          {
            summarize: () => ({
              features: [
                { name: 'a', custom: { two: {} } },
                { name: 'b', inferred_type: 'String' },
              ],
              custom: { of: 'two' },
            }),
            suggest: () => ({ features: features('c') }),
            check: () => [finding('c')],
            metrics: () => [{ name: 'n', value: 1 }],
          },
          baseline,
        ),
        loaded('three', { check: () => [finding('d')] }, baseline),
      ],
      baseline,
    )
    expect(judgement.failures).toEqual({
      two: 'summarize: another analyzer wrote inferred_type of feature "b"',
    })
    expect(judgement.statistics.features).toEqual([{ name: 'b', inferred_type: 'Integral' }])
    expect(judgement.statistics).not.toHaveProperty('custom')
    expect(judgement.constraints.features).toEqual([{ name: 'b', completeness: 1 }])
    expect(judgement.violations.map(({ feature_name }) => feature_name)).toEqual(['b', 'd'])
    expect(judgement.metrics).toEqual([{ name: 'm', value: 1 }])
  })

  test('names of keys are not looked up in prototypes', () => {
    const odd = { name: 'a', constructor: 1, toString: 2 } as unknown as FeatureStatistics
    const { failures } = judged([
      loaded('one', { summarize: () => ({ features: features('a') }) }),
      loaded('two', { summarize: () => ({ features: [odd] }) }),
    ])
    expect(failures).toEqual({})
  })

  test('a feature that is there twice fails its analyzer', () => {
    const { failures, statistics } = judged([
      loaded('one', { summarize: () => ({ features: features('a', 'a') }) }),
    ])
    expect(failures).toEqual({ one: 'summarize: feature "a" is there twice' })
    expect(statistics.features).toEqual([])
  })
})

describe('what throws', () => {
  const parts = {
    summarize: (): StatisticsPart => ({ features: features('a') }),
    suggest: (): ConstraintsPart => ({ features: features('a') }),
    check: (): Finding[] => [finding('a')],
    metrics: (): Metric[] => [{ name: 'm', value: 1 }],
  }
  test.each(['suggest', 'check', 'metrics'] as const)(
    '%s: its section failed and nothing of it stays',
    (method) => {
      const baseline = baselineOf({ features: [] })
      const fails = () => {
        throw new Error('oh no')
      }
      const broken = loaded('broken', { ...parts, [method]: fails }, baseline)
      const judgement = judged([broken, loaded('other', { check: () => [finding('z')] }, baseline)], baseline)
      expect(judgement.failures).toEqual({ broken: `${method}: oh no` })
      expect(judgement.statistics.features).toEqual([])
      expect(judgement.constraints.features).toEqual([])
      expect(judgement.violations.map(({ feature_name }) => feature_name)).toEqual(['z'])
      expect(judgement.metrics).toEqual([])
    },
  )
})

describe('violations', () => {
  const violated = (constraints: Constraints, ...findings: Finding[]) => {
    const baseline = baselineOf(constraints)
    const judgement = judged([loaded('one', { check: () => findings }, baseline)], baseline)
    expect(judgement.findings).toEqual(findings)
    return judgement.violations
  }

  test('are the findings that are violated, with value, threshold and p-value', () => {
    expect(
      violated(
        { features: [] },
        finding('a', { pValue: 0.01 }),
        finding('b', { violated: false }),
        finding('c'),
      ),
    ).toEqual([
      {
        feature_name: 'a',
        constraint_check_type: 'own_check',
        description: 'a is off',
        value: 2,
        threshold: 1,
        p_value: 0.01,
      },
      {
        feature_name: 'c',
        constraint_check_type: 'own_check',
        description: 'c is off',
        value: 2,
        threshold: 1,
      },
    ])
  })

  test('numbers that JSON cannot hold are left out', () => {
    const [violation] = violated(
      { features: [] },
      finding('a', { value: Number.POSITIVE_INFINITY, threshold: Number.NaN, pValue: Number.NaN }),
    )
    expect(violation).toEqual({
      feature_name: 'a',
      constraint_check_type: 'own_check',
      description: 'a is off',
    })
  })

  const off = { evaluate_constraints: 'Disabled' } as const
  const on = { evaluate_constraints: 'Enabled' } as const
  const names = (constraints: Constraints) =>
    violated(constraints, finding('a'), finding('b'), finding('Missing columns')).map(
      ({ feature_name }) => feature_name,
    )

  test('evaluate_constraints Disabled for all: none', () => {
    expect(names({ features: features('a', 'b'), monitoring_config: off })).toEqual([])
  })

  test('Disabled for one feature: the others', () => {
    expect(names({ features: [{ name: 'a', monitoring_config_overrides: off }, { name: 'b' }] })).toEqual([
      'b',
      'Missing columns',
    ])
  })

  test('Disabled for all but Enabled for one feature: that one', () => {
    const constraints = { features: [{ name: 'a', monitoring_config_overrides: on }], monitoring_config: off }
    expect(names(constraints)).toEqual(['a'])
  })

  test('without a baseline nothing is checked', () => {
    const { findings, violations } = judged([loaded('one', { check: () => [finding('a')] })])
    expect([findings, violations]).toEqual([[], []])
  })
})

describe('beyond features', () => {
  test('sections are keys of the files; two analyzers must not write the same, nor the host’s', () => {
    const sections = { my_metrics: { a: { value: 1 } } }
    const { statistics, constraints, failures } = judged([
      loaded('first', {
        summarize: () => ({ sections }),
        suggest: () => ({ sections: { my_constraints: 1 } }),
      }),
      loaded('second', { summarize: () => ({ sections: { my_metrics: {} } }) }),
      loaded('third', { summarize: () => ({ sections: { dataset: {} } }) }),
      loaded('fourth', { summarize: () => ({ sections: { mine: Number.NaN } }) }),
    ])
    expect(statistics).toMatchObject({ ...sections, features: [] })
    expect(constraints).toMatchObject({ my_constraints: 1 })
    expect(failures).toEqual({
      second: 'summarize: another analyzer wrote the section my_metrics',
      third: 'summarize: wrote the section dataset, which is the host’s'.replace('’', "'"),
      fourth: 'summarize: statistics.sections.mine is NaN, which JSON cannot hold',
    })
  })

  test('files of their own may be shared key by key', () => {
    const { files, failures } = judged([
      loaded('first', { files: () => ({ 'analysis.json': { version: '1.0', a: 1 } }) }),
      loaded('second', { files: () => ({ 'analysis.json': { version: '1.0', b: 2 } }) }),
      loaded('third', { files: () => ({ 'analysis.json': { a: 3 } }) }),
      loaded('fourth', { files: () => ({ 'run.json': {} }) }),
      loaded('fifth', { files: () => ({ '../out.json': {} }) }),
    ])
    expect(Object.fromEntries(files)).toEqual({ 'analysis.json': { version: '1.0', a: 1, b: 2 } })
    expect(failures['third']).toBe('files: another analyzer wrote a of analysis.json')
    expect(failures['fourth']).toMatch(/^files: "run\.json" is no name/)
    expect(failures['fifth']).toMatch(/^files: "\.\.\/out\.json" is no name/)
  })

  test('texts are files too, in a folder at most; each has one writer', () => {
    const { files, failures } = judged([
      loaded('first', { files: (_, state) => ({ 'rows/worst.csv': `a\n${typeof state}\n` }) }),
      loaded('second', { files: () => ({ 'rows/worst.csv': 'b\n' }) }),
      loaded('third', { files: () => ({ 'worst.csv': {} }) }),
      loaded('fourth', { files: () => ({ 'deep/rows/worst.csv': '' }) }),
      loaded('fifth', { files: () => ({ 'segments/worst.csv': '' }) }),
      loaded('sixth', { files: () => ({ 'worst.json': '{}' }) }),
    ])
    expect(Object.fromEntries(files)).toEqual({ 'rows/worst.csv': 'a\nobject\n' })
    expect(failures['second']).toBe('files: another analyzer wrote rows/worst.csv')
    expect(failures['third']).toBe(
      'files: worst.csv is no text: only files named .json are made from objects',
    )
    expect(failures['fourth']).toMatch(/^files: "deep\/rows\/worst\.csv" is no name/)
    expect(failures['fifth']).toMatch(/^files: "segments\/worst\.csv" is no name/)
    expect(failures['sixth']).toMatch(/^files: /)
  })

  test('a subject names the violation in place of a feature', () => {
    const baseline = baselineOf({ features: [] })
    const check = () => [finding('auc', { subject: { metric_name: 'auc' } })]
    const { violations } = judged([loaded('one', { check }, baseline)], baseline)
    expect(violations[0]).toMatchObject({ metric_name: 'auc', description: 'auc is off' })
    expect(violations[0]).not.toHaveProperty('feature_name')
  })
})
