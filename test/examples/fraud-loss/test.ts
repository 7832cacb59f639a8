/** The kit, and values that reference.py computes from lists of transactions, without cells and merging. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchOf, testPlugin } from 'byom/conformance'
import plugin from './plugin.ts'

const own = { payments: (seed: number, rows: number) => payments(seed, rows) }

testPlugin(plugin, {
  test,
  analyzers: {
    'fraud-loss': {
      data: own,
      falseAlarms: { level: 0.01, data: own.payments },
      bounds: { stateBytes: 10_000 },
    },
  },
})

/** Skewed amounts, mostly low scores. With `attack`, large payments get scores from all over the range. */
function payments(seed: number, rows: number, attack = false): { amount: string[]; score: string[] } {
  let state = seed
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const [amount, score]: [string[], string[]] = [[], []]
  for (let row = 0; row < rows; row++) {
    const [u, v] = [next(), next()]
    amount.push(String((100 + Math.floor(u * u * u * 5_000_000)) / 100))
    score.push(String(Math.floor(10_000 * v * (attack && u > 0.8 ? 1 : v)) / 10_000))
  }
  return { amount, score }
}

const analyzer = plugin.analyzers![0]!
const options = {
  score: 'score',
  amount: 'amount',
  thresholds: [0.5, 0.95],
  bins: 10,
  maxPsi: 0.1,
  level: 0.001,
  room: 0.2,
}
const context = { run: 'baseline', environment: {}, distances: 'exact' } as const

function summary(columns: Record<string, readonly (string | undefined)[]>, own = options) {
  const state = analyzer.init(own, context)
  analyzer.update(state, batchOf(columns))
  return analyzer.summarize(state)
}

function close(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) <= 1e-8 * Math.abs(expected), `${found}, expected ${expected}`)
}

const baseline = summary(payments(1, 2000))
const attacked = summary(payments(2, 1500, true))
const constraints = analyzer.suggest!(baseline, options, context)
const limits = { statistics: baseline, constraints, config: () => assert.fail('not needed') }

test('shares and rates per threshold', () => {
  const expected = [
    [0.5, 0.2975, 0.29491727025237713, 0.16619559924553512],
    [0.95, 0.0315, 0.02425430767924411, 0.3126942100992878],
  ]
  for (const [i, row] of baseline.custom.thresholds.entries())
    for (const [k, value] of Object.values<number>(row).entries()) close(value, expected[i]![k]!)
  close(attacked.custom.thresholds[0].declined_amount_share, 0.42443537613226434)
  close(attacked.custom.thresholds[1].expected_loss_rate, 0.4251777539307106)
})

test('drift of the amount-weighted scores is found, with its p-value', () => {
  const findings = analyzer.check!(attacked, limits, options, context)
  const psi = findings.find(({ check }) => check === 'score_psi_check')!
  close(psi.value, 0.17619887799326733)
  assert.ok(Math.abs(psi.pValue! / 3.589264125805705e-10 - 1) < 1e-6, String(psi.pValue))
  assert.deepEqual(
    findings.filter(({ violated }) => violated).map(({ check }) => check),
    ['score_psi_check', 'declined_amount_check', 'expected_loss_check'],
  )
  const [, declined, loss] = findings.filter(({ violated }) => violated)
  close(declined!.pValue!, 0.00018744637481181174)
  close(loss!.pValue!, 1.0538292784393824e-5)
  const [first] = analyzer.metrics!(attacked, findings)
  assert.deepEqual(first, { name: 'fraud_score_psi', value: psi.value })
})

test('the amount without a score counts; refunds do not', () => {
  const { custom } = summary({
    amount: ['100', '50', '25', '-80', '0', undefined, '25'],
    score: ['0.1', undefined, 'n/a', '0.9', '0.9', '0.9', '1.2'],
  })
  assert.equal(custom.unscored_amount_share, 0.5)
  assert.equal(custom.cells[1].transactions, 1)
})

test('other bins than the baseline are a finding of their own', () => {
  const other = { ...options, bins: 20 }
  const [first] = analyzer.check!(summary(payments(1, 2000), other), limits, other, context)
  assert.match(first!.description, /make a new one/)
  assert.ok(first!.violated)
})

test('without a baseline of its own nothing is compared', () => {
  const none = { config: limits.config, statistics: { features: [] }, constraints: { features: [] } }
  assert.deepEqual(analyzer.check!(attacked, none, options, context), [])
})
