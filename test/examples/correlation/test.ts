import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchOf, testPlugin } from 'byom/conformance'
import plugin from './plugin.ts'
import { sameCorrelation } from './same-correlation.ts'

const pairs = [
  ['amount', 'balance'],
  ['age', 'income'],
  ['first', 'second'],
]

testPlugin(plugin, {
  test,
  options: { correlation: { pairs } },
  analyzers: { correlation: { falseAlarms: { level: 0.01, data: linked } } },
})

/** Two columns with a correlation of 0.6, so that the false-alarm check has something to compare. */
function linked(seed: number, rows: number): Record<string, string[]> {
  let state = seed
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const xs = Array.from({ length: rows }, normal)
  return {
    amount: xs.map((x) => x.toFixed(6)),
    balance: xs.map((x) => (0.6 * x + 0.8 * normal()).toFixed(6)),
  }
}

test('the value is that of the defining formula', () => {
  const analyzer = plugin.analyzers![0]!
  const context = { run: 'baseline', environment: {}, distances: 'exact' } as const
  const options = { pairs: [['x', 'y']], tolerance: 0.1, level: 0.001 }
  const state = analyzer.init(options, context)
  // F. J. Anscombe, "Graphs in statistical analysis", 1973, first data set: r = 0.81642051634484.
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  analyzer.update(
    state,
    batchOf({ x: [...x.map(String), '3', undefined], y: [...y.map(String), undefined, '1'] }),
  )
  const [found] = analyzer.summarize(state).custom.pairs
  assert.equal(found.count, 11)
  assert.ok(Math.abs(found.correlation - 0.81642051634484) < 1e-13)
})

test("Fisher's test gives tabulated p-values", () => {
  // r 0.5 against 0.3 of 103 rows each: z = (0.549306 - 0.309520) / sqrt(2 / 100) = 1.695546, p = 0.08997.
  const p = sameCorrelation({ count: 103, correlation: 0.5 }, { count: 103, correlation: 0.3 })
  assert.ok(Math.abs(p - 0.08997) < 1e-5, String(p))
})
