import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '../../runtime/doctor.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-doctor-'))
})
afterEach(() => rm(folder, { recursive: true }))

const common = { num_present: 2, num_missing: 0 }
const bucket = { lower_bound: 0, upper_bound: 1, count: 1 }
const kll = { buckets: Array(10).fill(bucket), sketch: { parameters: { c: 0.64, k: 2048 }, data: [[0, 1]] } }
const numeric = {
  name: 'a',
  inferred_type: 'Integral',
  numerical_statistics: { common, distribution: { kll } },
}
const statistics = { version: 0, dataset: { item_count: 2 }, features: [numeric] }
const drift = {
  feature_name: 'a',
  constraint_check_type: 'baseline_drift_check',
  description: 'Baseline drift distance: 0.2 exceeds threshold: 0.1',
}

async function put(files: Record<string, unknown>): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(
      join(folder, name),
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    )
  }
  return (await examine(folder)).map(({ file, level, text }) => `${level} ${file}: ${text}`)
}

test('finds nothing in good files', async () => {
  const monitoring_config = {}
  expect(
    await put({
      'statistics.json': statistics,
      'constraints.json': { version: 0, features: [{ name: 'a' }], monitoring_config },
      'constraint_violations.json': { violations: [drift] },
      'cloudwatch_metrics.jsonl':
        '{"MetricName":"a","Timestamp":"2026-01-01T00:00:00Z","Dimensions":[],"Value":1}\n',
      message: 'Completed: Job completed successfully with no violations.',
    }),
  ).toEqual([])
})

describe('what readers stumble over', () => {
  test.each([
    ['an empty folder', {}, 'holds none of statistics.json'],
    ['a misspelt violations file', { 'constraints_violations.json': { violations: [] } }, 'without the s'],
    ['a file that is not JSON', { 'statistics.json': '{"version": 0.0,' }, 'not JSON'],
    ['a file of another shape', { 'constraints.json': { features: {} } }, '$.features: expected a list'],
    [
      'a feature without statistics',
      { 'statistics.json': { ...statistics, features: [{ name: 'a' }] } },
      'charts skip it',
    ],
    [
      'a repeated feature',
      { 'statistics.json': { ...statistics, features: [numeric, numeric] } },
      'names feature "a" twice',
    ],
    [
      'counts that do not add up',
      { 'statistics.json': { ...statistics, dataset: { item_count: 3 } } },
      'item_count is 3',
    ],
    [
      'a feature without a sketch',
      { 'statistics.json': { ...statistics, features: [{ ...numeric, numerical_statistics: { common } }] } },
      'cannot compute its drift',
    ],
    ['constraints without settings', { 'constraints.json': { features: [] } }, 'the defaults apply'],
    [
      'an unknown check',
      { 'constraint_violations.json': { violations: [{ ...drift, constraint_check_type: 'odd_check' }] } },
      'not one of the standard',
    ],
    [
      'a text that scripts cannot parse',
      { 'constraint_violations.json': { violations: [{ ...drift, description: 'drifted' }] } },
      'scripts in use parse',
    ],
    [
      'violations in the metric file',
      { 'cloudwatch_metrics.jsonl': '{\n  "violations": []\n}\n' },
      'one object a line',
    ],
    [
      'a metric without a value',
      { 'cloudwatch_metrics.jsonl': '{"MetricName":"a","Timestamp":"t","Dimensions":[]}\n' },
      'Value or StatisticValues',
    ],
    ['a message that is not UTF-8', { message: new Uint8Array([0xff, 0xfe]) }, 'not UTF-8'],
    ['a message of another form', { message: 'ok' }, 'does not start with Completed'],
    ['leftovers', { '.byom-statistics.json.7.tmp': '' }, 'left over'],
  ])('%s', async (_title, files, expected) => {
    expect((await put(files as Record<string, unknown>)).join('\n')).toContain(expected)
  })

  test('a folder that is not there', async () => {
    await expect(examine(join(folder, 'nowhere'))).rejects.toThrow('cannot be listed')
  })
})
