import { describe, expect, test } from 'vitest'
import { forbiddenCalls } from '../../../runtime/conformance/clock.ts'
import { mostAlarms } from '../../../runtime/conformance/false-alarms.ts'
import { checkPlugin, testPlugin } from '../../../runtime/conformance/index.ts'
import { jsonProblem } from '../../../runtime/conformance/output.ts'
import { plainProblem } from '../../../runtime/conformance/plain.ts'
import { fromJson, toJson } from '../../../runtime/state.ts'
import correct from '../../broken-plugins/correct.ts'
import split from '../../broken-plugins/split.ts'

type Registered = [name: string, run: () => void | Promise<void>]

function registered(
  plugin: typeof correct,
  options: object = {},
): { tests: Registered[]; printed: string[] } {
  const tests: Registered[] = []
  const printed: string[] = []
  testPlugin(plugin, {
    test: (...args) => tests.push(args),
    print: (line) => printed.push(line),
    ...options,
  })
  return { tests, printed }
}

describe('testPlugin', () => {
  test('registers a test per check and subject, all of different names', () => {
    const names = registered(correct).tests.map(([name]) => name)
    expect(names).toContain('length: merge is associative')
    expect(names).toContain('half: the same rows stay however the input is split')
    expect(names).toContain('lines: it can be closed twice')
    expect(names).toContain('post: it ends when it is aborted')
    expect(names).toContain('sample: metadata of the plugin is complete')
    expect(new Set(names).size).toBe(names.length)
  })

  test('a broken rule fails its test with a counter-example', async () => {
    const [, run] = registered(split).tests.find(([name]) => name.includes('any split'))!
    await expect(async () => run()).rejects.toThrow(
      /^plugin sample, length, check split: a split of the rows changes the result\n {2}given {4}data "tabular" \(5000 rows\), baseline run; 1 part, .*\n {2}at {7}\$\.custom\.rows\n {2}expected 10\n {2}found {4}1\n {2}fix /,
    )
  })

  test('what is measured is printed', async () => {
    const { tests, printed } = registered(correct)
    await tests.find(([name]) => name === 'length: cost stays within declared bounds')![1]()
    expect(printed).toEqual([
      expect.stringMatching(/^length: cost .*: state .* kB after 20000 rows .* ns per row$/),
    ])
  })

  test('a skip needs a reason, which is printed; its test passes', async () => {
    const { tests, printed } = registered(split, { skip: { 'length: split': 'it counts batches' } })
    const name = 'length: any split of the rows gives the one-pass result'
    expect(printed).toEqual([`sample: left out: ${name}: it counts batches`])
    await tests.find(([each]) => each === `${name} (left out: it counts batches)`)![1]()
    expect(() => registered(split, { skip: { split: ' ' } })).toThrow('skip "split": say why')
    expect(() => registered(split, { skip: { splits: 'typo' } })).toThrow('there is no such check')
    expect(() => registered(split, { options: { lengths: {} } })).toThrow('options.lengths: this plugin has')
  })
})

test('checkPlugin lists what was left out, and why', async () => {
  const reports = await checkPlugin(split, { skip: { split: 'it counts batches' } })
  expect(reports.find(({ check }) => check === 'split')).toEqual({
    check: 'split',
    subject: 'length',
    title: 'any split of the rows gives the one-pass result',
    passed: true,
    skipped: 'it counts batches',
    message: '',
  })
})

test('clocks and randomness are taken away, and come back', () => {
  const before = [Date, Date.now, Math.random, performance.now, crypto.randomUUID]
  for (const [name, call] of [
    ['Date.now', () => Date.now()],
    ['new Date', () => new Date()],
    ['Date', () => Date()],
    ['Math.random', () => Math.random()],
    ['performance.now', () => performance.now()],
    ['crypto.randomUUID', () => crypto.randomUUID()],
  ] as const)
    expect([...forbiddenCalls(call)]).toEqual([name])
  expect(forbiddenCalls(() => new Date(0).toISOString()).size).toBe(0)
  expect([Date, Date.now, Math.random, performance.now, crypto.randomUUID]).toEqual(before)
  expect(performance.now()).toBeGreaterThan(0)
  expect(Object.hasOwn(performance, 'now')).toBe(false)
})

test('the limit of false alarms is the exact binomial bound', () => {
  // Computed with fractions: the least k of which P(K >= k) < 1e-6.
  expect(mostAlarms(200, 0.05)).toBe(28)
  expect(mostAlarms(20, 0.05)).toBe(9)
  expect(mostAlarms(1, 0.05)).toBe(2)
  expect(mostAlarms(1000, 0.01)).toBe(29)
})

describe('plain data', () => {
  const shared = [1]
  test.each([
    ['numbers', [1, Number.NaN, -0, Infinity]],
    [
      'maps, sets, arrays',
      new Map<unknown, unknown>([
        ['a', new Set([1])],
        [2, Float64Array.of(1).subarray(0)],
      ]),
    ],
    ['objects', { a: undefined, b: null, c: { d: 'x' }, e: Object.create(null) }],
    ['an object at two places', { a: shared, b: shared }],
  ])('%s', (_, value) => {
    expect(plainProblem(value)).toBeUndefined()
    expect(fromJson(JSON.parse(JSON.stringify(toJson(value))))).toEqual(value)
  })

  const circle: unknown[] = []
  circle.push(circle)
  test.each([
    ['a date', { a: new Date(0) }, '$.a'],
    ['a class', [new (class Own {})()], '$.0'],
    ['a function', new Map([['k', () => 1]]), '$.get("k")'],
    ['a bigint', { a: { b: 1n } }, '$.a.b'],
    ['a view of another kind', [new BigInt64Array(1)], '$.0'],
    ['a circle', circle, '$.0'],
    ['an accessor', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), '$.a'],
    ['a list with holes', { a: new Array(2) }, '$.a'],
  ])('not %s', (_, value, path) => expect(plainProblem(value)?.path).toBe(path))
})

test.each([
  [{ a: [1, Number.NaN] }, '$.a[1]'],
  [{ a: { b: -Infinity } }, '$.a.b'],
  [{ a: [undefined] }, '$.a[0]'],
  [{ a: new Map() }, '$.a'],
  [{ a: BigInt(1) }, '$.a'],
  [{ a: undefined, b: [null, 'x', true] }, undefined],
])('JSON cannot hold case %# at %s', (value, path) => expect(jsonProblem(value, '$')?.path).toBe(path))
