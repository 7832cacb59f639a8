import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMetricLine } from '../../../contracts/validators.generated.ts'
import type { Metric } from '../../../runtime/plugin.ts'
import { type MetricHost, metricLines } from '../../../runtime/report/metrics.ts'

const host: MetricHost = {
  timestamp: '2019-11-26T03:00:00Z',
  endpoint: 'churn',
  schedule: 'hourly',
  emit: () => true,
}

function names(metrics: readonly string[]): string[] {
  return metricLines(
    metrics.map((name) => ({ name, value: 1 })),
    host,
  ).map((line) => line.MetricName)
}

test('values and summaries become lines with time and dimensions', () => {
  const metrics: Metric[] = [
    { name: 'feature_non_null_age', feature: 'age', value: 0.5 },
    { name: 'feature_data_age', feature: 'age', value: { sampleCount: 3, sum: 6, minimum: -1, maximum: 4 } },
  ]
  const dimensions =
    '"Dimensions":[{"Name":"Endpoint","Value":"churn"},{"Name":"MonitoringSchedule","Value":"hourly"}]'
  expect(linesOf(metricLines(metrics, host))).toBe(
    `{"MetricName":"feature_non_null_age","Timestamp":"2019-11-26T03:00:00Z",${dimensions},"Value":0.5}
{"MetricName":"feature_data_age","Timestamp":"2019-11-26T03:00:00Z",${dimensions},"StatisticValues":{"SampleCount":3,"Sum":6,"Minimum":-1,"Maximum":4}}
`,
  )
  expect(metricLines([], host)).toEqual([])
})

describe('dimensions are those that are known', () => {
  test.each([
    [{ endpoint: undefined }, ['MonitoringSchedule=hourly']],
    [{ endpoint: '' }, ['MonitoringSchedule=hourly']],
    [{ schedule: undefined }, ['Endpoint=churn']],
    [{ endpoint: undefined, schedule: undefined }, []],
    [{ endpoint: 'größe\n' }, ['Endpoint=gr__e_', 'MonitoringSchedule=hourly']],
  ])('%j', (change, expected) => {
    const [line] = metricLines([{ name: 'a', value: 1 }], { ...host, ...change })
    expect(line!.Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)).toEqual(expected)
  })
})

test('what the service refuses is left out', () => {
  const summary = { sampleCount: 1, sum: 1, minimum: 1, maximum: 1 }
  const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 361, -(2 ** 361)]
  const values: Metric['value'][] = [
    ...bad,
    ...bad.map((sum) => ({ ...summary, sum })),
    ...bad.map((minimum) => ({ ...summary, minimum })),
    ...bad.map((maximum) => ({ ...summary, maximum })),
    ...bad.map((sampleCount) => ({ ...summary, sampleCount })),
    { ...summary, sampleCount: 0 },
  ]
  expect(
    metricLines(
      values.map((value) => ({ name: 'a', value })),
      host,
    ),
  ).toEqual([])
  const good: Metric['value'][] = [0, -1, 2 ** 360, summary]
  expect(
    metricLines(
      good.map((value) => ({ name: 'a', value })),
      host,
    ),
  ).toHaveLength(4)
})

test('emit is asked with the feature, or without for the dataset', () => {
  const asked: (string | undefined)[] = []
  const emit = (feature?: string): boolean => {
    asked.push(feature)
    return feature !== 'quiet'
  }
  const metrics = [
    { name: 'a', value: 1 },
    { name: 'b', feature: 'quiet', value: 1 },
    { name: 'c', feature: 'loud', value: 1 },
  ]
  expect(metricLines(metrics, { ...host, emit }).map((line) => line.MetricName)).toEqual(['a', 'c'])
  expect(asked).toEqual([undefined, 'quiet', 'loud'])
})

describe('names', () => {
  test('printable ASCII stays, each other character becomes one _', () => {
    expect(names(['feature_data_Day Mins~!'])).toEqual(['feature_data_Day Mins~!'])
    expect(names(['größe', 'a\nb', 'x😀', 'y\ud800', '', '  '])).toEqual([
      'gr__e',
      'a_b',
      'x_',
      'y_',
      '_',
      '__2',
    ])
  })

  test('different names stay different, equal names stay equal', () => {
    expect(names(['größe', 'grüße', 'größe', 'gräße'])).toEqual(['gr__e', 'gr__e_2', 'gr__e', 'gr__e_3'])
  })

  test('a name that needs no cleaning keeps itself, wherever it comes', () => {
    expect(names(['ä', 'ö', '__2', '_'])).toEqual(['__3', '__4', '__2', '_'])
  })

  test('long names are cut at 255 and still differ', () => {
    const long = 'a'.repeat(255)
    expect(names([`${long}b`, `${long}c`])).toEqual([long, `${'a'.repeat(253)}_2`])
    expect(names([long, `${long}b`])).toEqual([long, `${'a'.repeat(253)}_2`])
  })

  test('a left-out metric keeps its number', () => {
    const metrics = [
      { name: 'ä', value: Number.NaN },
      { name: 'ö', value: 1 },
    ]
    expect(metricLines(metrics, host).map((line) => line.MetricName)).toEqual(['__2'])
  })

  test('ten thousand names that clean to the same one', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => String.fromCharCode(0x4e00 + i))
    const sent = names(many)
    expect(new Set(sent).size).toBe(10_000)
    expect(sent.at(-1)).toBe('__10000')
  })

  test('always: accepted by the service, and as different as before', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('_', '__2', '__3'),
      fc.string({ minLength: 250, maxLength: 260 }),
    )
    fc.assert(
      fc.property(fc.array(name), (raw) => {
        const sent = names(raw)
        for (const one of sent) expect(one).toMatch(/^(?=.*[!-~])[ -~]{1,255}$/)
        expect(new Set(sent).size).toBe(new Set(raw).size)
      }),
    )
  })
})

test('every line fits its schema', () => {
  const number = fc.double()
  const value = fc.oneof(
    number,
    fc.record({ sampleCount: number, sum: number, minimum: number, maximum: number }),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.string(), value })), (metrics) => {
      const text = linesOf(metricLines(metrics, host))
      expect(text === '' || text.endsWith('\n')).toBe(true)
      for (const line of text.split('\n').slice(0, -1)) expect(isMetricLine(JSON.parse(line))).toBe(true)
    }),
  )
})

test('a line that breaks the schema is a mistake of the caller', () => {
  const broken = { ...host, timestamp: 5 as unknown as string }
  expect(() => metricLines([{ name: 'a', value: 1 }], broken)).toThrow(TypeError)
  expect(() => metricLines([{ name: 'a', value: 1 }], broken)).toThrow('/Timestamp must be string')
})

function linesOf(lines: ReturnType<typeof metricLines>): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
