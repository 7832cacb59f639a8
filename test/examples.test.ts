/** Every folder of test/examples is a plugin that an author could publish: types, kit, own tests, a job. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorEnv, checkout, installByom, shell } from './author.ts'

const examples = join(checkout, 'test', 'examples')
const names = (await readdir(examples, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

let folder: string
let env: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-examples-'))
  env = authorEnv(folder)
  await installByom(folder)
  for (const name of names) await cp(join(examples, name), join(folder, name), { recursive: true })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('the three examples are there', () => {
  expect(names).toEqual(['correlation', 'fraud-loss', 'zeros'])
})

describe.each(names)('%s', (name) => {
  test('knows nothing of byom but what the package exports', async () => {
    for (const file of (await readdir(join(examples, name))).filter((each) => each.endsWith('.ts'))) {
      const imports = (await readFile(join(examples, name, file), 'utf8')).matchAll(/ from '([^']+)'/g)
      for (const [, target] of imports)
        expect(target).toMatch(
          /^(\.\/[a-z-]+\.ts|byom(\/(conformance|(sketches|distances)\/[a-z-]+))?|node:[a-z/]+)$/,
        )
    }
  })

  test('types hold against the exported ones', async () => {
    const { exit, text } = await shell(join(folder, name), 'tsc --noEmit', env)
    expect(text).toBe('')
    expect(exit).toBe(0)
  })

  test('its own tests pass, the kit among them', async () => {
    const { exit, text } = await shell(join(folder, name), 'node --test test.ts', env)
    expect(exit, text).toBe(0)
    expect(
      Number(/^ℹ pass (\d+)$/m.exec(text)?.[1] ?? /^# pass (\d+)$/m.exec(text)?.[1]),
    ).toBeGreaterThanOrEqual(25)
  })
})

test('zeros: an analyzer fits into 25 lines', async () => {
  const text = await readFile(join(examples, 'zeros', 'plugin.ts'), 'utf8')
  const [analyzer] = /^const zeros = defineAnalyzer.*?^\}\)$/ms.exec(text)!
  expect(analyzer.split('\n').length).toBeLessThanOrEqual(25)
})

/** Payments of two channels; in the second day the web channel is under attack. */
function payments(attack: boolean): string {
  let state = attack ? 7 : 3
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const rows = Array.from({ length: 4000 }, (_, i) => {
    const [u, v] = [next(), next()]
    const channel = i % 2 === 0 ? 'web' : 'shop'
    const score = attack && channel === 'web' && u > 0.7 ? v : v * v
    return `${channel},${(1 + 50_000 * u ** 3).toFixed(2)},${score.toFixed(4)},${(3 * score + next()).toFixed(4)}`
  })
  return ['channel,amount,score,risk', ...rows, ''].join('\n')
}

interface Statistics {
  custom: {
    analyzers: Record<string, { pairs: object[]; thresholds: object[]; edges: number[] }>
    segments: { name: string; custom: { analyzers: Record<string, object> } }[]
  }
}

test('fraud-loss and correlation: a baseline, then an attack on one channel', async () => {
  const work = await mkdtemp(join(folder, 'job-'))
  await writeFile(join(work, 'before.csv'), payments(false))
  await writeFile(join(work, 'after.csv'), payments(true))
  const config = JSON.parse(await readFile(join(examples, 'fraud-loss', 'byom.json'), 'utf8'))
  config.plugins = [join(folder, 'fraud-loss'), join(folder, 'correlation')]
  config.analyzers.correlation = {
    pairs: [
      ['score', 'risk'],
      ['amount', 'score'],
    ],
  }
  await writeFile(join(work, 'byom.json'), JSON.stringify(config))
  const job = (data: string, out: string, more: object) =>
    shell(work, 'byom run', {
      ...env,
      BYOM_CONFIG: join(work, 'byom.json'),
      dataset_source: join(work, data),
      dataset_format: '{"csv": {"header": true}}',
      output_path: join(work, out),
      publish_cloudwatch_metrics: 'Enabled',
      ...more,
    })
  const first = await job('before.csv', 'baseline', {})
  expect(first.exit, first.text).toBe(0)
  const second = await job('after.csv', 'attack', {
    baseline_statistics: join(work, 'baseline', 'statistics.json'),
    baseline_constraints: join(work, 'baseline', 'constraints.json'),
  })
  expect(second.exit, second.text).toBe(0)

  const statistics: Statistics = JSON.parse(await readFile(join(work, 'baseline', 'statistics.json'), 'utf8'))
  expect(statistics.custom.analyzers['fraud-loss@1']!.edges).toEqual([
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
  ])
  expect(statistics.custom.analyzers['correlation@1']!.pairs).toHaveLength(2)
  expect(statistics.custom.segments.map(({ name }) => name)).toEqual(['shop', 'web'])

  const { violations } = JSON.parse(
    await readFile(join(work, 'attack', 'constraint_violations.json'), 'utf8'),
  )
  const found = violations.map((each: { constraint_check_type: string; segment?: string }) => [
    each.constraint_check_type,
    each.segment ?? 'all',
  ])
  expect(found).toContainEqual(['score_psi_check', 'web'])
  expect(found).toContainEqual(['correlation_drift_check', 'web'])
  expect(found.filter(([check, segment]: string[]) => segment === 'shop' && /psi|corr/.test(check!))).toEqual(
    [],
  )

  const metrics = await readFile(
    join(folder, 'opt-ml/output/metrics/cloudwatch/cloudwatch_metrics.jsonl'),
    'utf8',
  )
  for (const name of ['fraud_score_psi', 'fraud_expected_loss_rate_at_90', 'correlation_amount_score'])
    expect(metrics).toContain(`"${name}"`)
})
