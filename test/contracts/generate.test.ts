import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as validators from '../../contracts/validators.generated.ts'

const root = new URL('../../', import.meta.url).pathname
const golden = (path: string) => readFile(join(root, 'test', 'golden', path), 'utf8')

test('the committed types and validators are those of the schemas', () => {
  execFileSync(process.execPath, ['contracts/generate.ts', '--check'], { cwd: root })
})

test('each schema is named after what it describes and has a validator', async () => {
  const names = (await readdir(join(root, 'contracts'))).filter((name) => name.endsWith('.schema.json'))
  for (const name of names) {
    const schema = JSON.parse(await readFile(join(root, 'contracts', name), 'utf8'))
    expect(schema.description, name).toBeTypeOf('string')
    expect(validators, name).toHaveProperty(`is${schema.title}`)
  }
})

describe('recorded files fit', () => {
  test.each(['sdk/capture.jsonl', 'sdk/captured-data.jsonl'])('%s', async (path) => {
    for (const line of (await golden(path)).trim().split('\n')) {
      expect(
        validators.isCaptureRecord(JSON.parse(line)),
        JSON.stringify(validators.isCaptureRecord.errors),
      ).toBe(true)
    }
  })

  test.each([
    ['sdk/constraints.json', 'isConstraints'],
    ['expected/churn_baseline_constraints.json', 'isConstraints'],
    ['sdk/statistics.json', 'isStatistics'],
    ['sdk/constraint_violations.json', 'isConstraintViolations'],
  ] as const)('%s', async (path, name) => {
    const validator = validators[name]
    expect(validator(JSON.parse(await golden(path))), JSON.stringify(validator.errors)).toBe(true)
  })
})

describe('what is wrong is refused', () => {
  test.each([
    ['isConstraints', { features: {} }],
    ['isConstraints', { features: [{ name: 1 }] }],
    ['isStatistics', { version: 0, dataset: {}, features: [] }],
    ['isConstraintViolations', { violations: [{ feature_name: 'a' }] }],
    ['isMetricLine', { MetricName: 'a', Timestamp: 't', Dimensions: [], Value: '1' }],
    ['isConfig', { workers: -1 }],
    ['isConfig', { unknown: true }],
    ['isCaptureRecord', { captureData: { endpointInput: { data: 1 } } }],
    ['isResourceConfig', { current_host: 'algo-1', hosts: [] }],
    ['isDatasetFormat', {}],
    ['isPlan', { version: 2, id: '', schema: { outputs: [], inputs: [] }, units: [], files: [] }],
    ['isStateEnvelope', { format: 'byom-state/0', plan: '', runtime: '', nodes: [], sha256: '' }],
  ] as const)('%s %j', (name, value) => {
    expect(validators[name](value)).toBe(false)
  })
})
