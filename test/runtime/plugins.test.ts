/** Plugins from outside, seen from outside: a real process with a config file that names them. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConstraintViolations, Run, Statistics } from '../../contracts/types.generated.ts'
import { isRun, isStatistics } from '../../contracts/validators.generated.ts'
import { endOfJob, type JobRun, logLines, report, runCommand, runJob, startJob, textOf } from '../run-job.ts'
import { captureLines } from './stage-run.ts'

const csv = '{"csv":{"header":true}}'
const capture = '{"sagemakerCaptureJson":{}}'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-hosted-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(path: string, content: string | object): Promise<string> {
  const file = path.startsWith('/') ? path : join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** Every file below a folder but run.json, by path. */
async function reportBytes({ output, log }: JobRun): Promise<Record<string, string>> {
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  const texts: Record<string, string> = {}
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && entry.name !== 'run.json')
      texts[path.slice(output.length + 1)] = (await textOf(path))!
  }
  if (Object.keys(texts).length === 0) throw new Error(`no reports:\n${log}`)
  return texts
}

/** Source of a plugin with these parts. */
const plugin = (name: string, parts: string) =>
  `import { definePlugin } from 'byom'
export default definePlugin({ name: '${name}', version: '1.2.3', apiVersion: 1, description: 'd', ${parts} })\n`

/** An analyzer that counts rows and says something in every method; `more` replaces methods. */
const analyzer = (more = '') => `{
  name: 'counter', version: 1, description: 'd', exactness: 'exact', options: { type: 'object', properties: {} },
  init: () => ({ rows: 0 }),
  update(state, batch) { state.rows += batch.length },
  merge(into, from) { into.rows += from.rows },
  summarize: ({ rows }) => ({ features: [{ name: 'n', custom: { counter: rows } }], custom: { rows } }),
  suggest: () => ({ features: [{ name: 'n', custom: { counter: 1 } }], custom: { most: 5 } }),
  check: ({ custom }) => [{ feature: 'n', check: 'counter_check', value: custom.rows, threshold: 5,
    violated: custom.rows > 5, description: 'too many' }],
  metrics: ({ custom }) => [{ name: 'rows_counted', value: custom.rows }],
  ${more}
}`

const table = `n,city\n${Array.from({ length: 60 }, (_, i) => `${i},${['Rome', 'Oslo', 'Lima'][i % 3]}`).join('\n')}\n`

describe('an analyzer that fails', () => {
  let shared: string
  let environment: Record<string, string>
  let expected: Record<string, string>
  let metrics: string | undefined

  beforeAll(async () => {
    shared = await mkdtemp(join(tmpdir(), 'byom-hosted-'))
    await put(join(shared, 'in/a.csv'), table)
    await put(join(shared, 'in/b.csv'), table)
    await put(join(shared, 'now/a.csv'), table.replace('Oslo', '').replaceAll('Lima', 'Quito'))
    await put(join(shared, 'now/b.csv'), table)
    const baseline = await runJob(join(shared, 'baseline'), {
      dataset_source: join(shared, 'in'),
      dataset_format: csv,
    })
    if (baseline.exit !== 0) throw new Error(baseline.log)
    environment = {
      dataset_source: join(shared, 'now'),
      dataset_format: csv,
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
      publish_cloudwatch_metrics: 'Enabled',
      metric_time: '2022-01-01T00:00:00Z',
    }
    const plain = await runJob(join(shared, 'plain'), environment)
    if (plain.exit !== 0) throw new Error(plain.log)
    expected = await reportBytes(plain)
    metrics = plain.metrics
    expect(JSON.parse(expected['constraint_violations.json']!).violations.length).toBeGreaterThan(0)
  })
  afterAll(() => rm(shared, { recursive: true }))

  const fail = "{ throw new Error('on purpose') }"
  const sick: [string, string, RegExp][] = [
    ...['init', 'update', 'summarize', 'suggest', 'check', 'metrics', 'accepts'].map(
      (method): [string, string, RegExp] => [
        `${method} throws`,
        `${method}() ${fail}`,
        new RegExp(`${method === 'accepts' ? 'update' : method}: on purpose`),
      ],
    ),
    ['summarize: nothing', 'summarize() {}', /summarize: must return an object, not a undefined/],
    [
      'summarize: a promise',
      'async summarize() { return {} }',
      /summarize: must return an object, not a Promise/,
    ],
    ['summarize: a text', "summarize: () => 'good'", /summarize: must return an object, not a string/],
    ['summarize: NaN', 'summarize: () => ({ custom: { a: [NaN] } })', /statistics\.custom\.a\[0\] is NaN/],
    ['summarize: Infinity', 'summarize: () => ({ custom: -Infinity })', /statistics\.custom is -Infinity/],
    ['summarize: a Map', 'summarize: () => ({ custom: new Map() })', /statistics\.custom is a Map/],
    [
      'summarize: a function',
      'summarize: () => ({ custom: { f() {} } })',
      /statistics\.custom\.f is a function/,
    ],
    ['summarize: a BigInt', 'summarize: () => ({ custom: 1n })', /statistics\.custom is a bigint/],
    ['summarize: features a text', "summarize: () => ({ features: 'n' })", /does not fit statistics\.json/],
    [
      'summarize: features without names',
      'summarize: () => ({ features: [{}] })',
      /does not fit statistics\.json/,
    ],
    [
      'summarize: a feature of the wrong shape',
      "summarize: () => ({ features: [{ name: 'x', inferred_type: 'Number' }] })",
      /does not fit statistics\.json/,
    ],
    [
      'summarize: a circle',
      'summarize() { const a = {}; a.a = a; return { custom: a } }',
      /nested too deeply/,
    ],
    [
      "summarize: another analyzer's key",
      "summarize: () => ({ features: [{ name: 'n', inferred_type: 'String' }], custom: { rows: 1 } })",
      /another analyzer wrote inferred_type of feature "n"/,
    ],
    [
      "summarize: another analyzer's own keys",
      "summarize: () => ({ features: [{ name: 'n', custom: { 'data-quality': 1 } }], custom: { rows: 1 } })",
      /another analyzer wrote custom\.data-quality of feature "n"/,
    ],
    ['suggest: a text', "suggest: () => 'good'", /suggest: must return an object/],
    [
      "suggest: another analyzer's key",
      "suggest: () => ({ features: [{ name: 'n', completeness: 0 }] })",
      /another analyzer wrote completeness of feature "n"/,
    ],
    ['suggest: NaN', 'suggest: () => ({ custom: NaN })', /constraints\.custom is NaN/],
    [
      'suggest: changes the statistics',
      'suggest(statistics) { statistics.features.push({ bad: NaN }); return {} }',
      /suggest: /,
    ],
    [
      'metrics: changes the findings',
      'metrics(_, findings) { findings[0].violated = false; return [] }',
      /metrics: /,
    ],
    ['check: a text', "check: () => 'none'", /check: must return a list of findings/],
    ['check: a promise', 'async check() { return [] }', /check: must return a list of findings/],
    ['check: nothing inside', 'check: () => [null]', /check: /],
    ['check: no texts', 'check: () => [{ feature: 1, violated: true }]', /check: finding 0 needs the texts/],
    [
      'check: a text for a number',
      "check: () => [{ feature: 'n', check: 'c', description: 'd', violated: true, value: '1', threshold: 1 }]",
      /check: finding 0 needs numbers/,
    ],
    [
      'check: changes the baseline',
      'check(_, { statistics }) { statistics.features.length = 0; return [] }',
      /check: /,
    ],
    [
      'init: changes the baseline',
      'init(_, { baseline }) { baseline.statistics.features.length = 0; return { rows: 0 } }',
      /init: /,
    ],
    ['metrics: a text', "metrics: () => 'none'", /metrics: must return a list of metrics/],
    [
      'metrics: a value that is none',
      "metrics: () => [{ name: 'm', value: '1' }]",
      /metrics: metric 0 needs/,
    ],
    [
      'metrics: a summary of texts',
      "metrics: () => [{ name: 'm', value: { sampleCount: '1', sum: 1, minimum: 1, maximum: 1 } }]",
      /metrics: metric 0 needs/,
    ],
  ]

  async function check(run: JobRun, reason: RegExp): Promise<void> {
    expect(run.exit, run.log).toBe(5)
    expect(run.message).toMatch(
      /^Failed: ANALYZER_FAILED: analyzer counter: .* The other sections are complete\./,
    )
    expect(run.message).toMatch(reason)
    expect(await reportBytes(run)).toEqual(expected)
    expect(run.metrics).toBe(metrics)
    const details = await report<Run>(run, 'run.json')
    expect(isRun(details)).toBe(true)
    expect(details.outcome).toMatchObject({ status: 'Failed', message: run.message })
    const { true: failed, false: others } = Object.groupBy(details.sections, ({ analyzer }) =>
      analyzer === 'counter@1' ? 'true' : 'false',
    )
    expect(failed).toMatchObject([
      { plugin: 'mine@1.2.3', status: 'failed', error: expect.stringMatching(reason) },
    ])
    expect(others).toContainEqual(expect.objectContaining({ analyzer: 'data-quality@1' }))
    expect(others!.every(({ status }) => status === 'completed')).toBe(true)
  }

  const lanes = [0, 1].map((lane) => sick.filter((_, i) => i % 2 === lane))
  test('in any method, or that returns nonsense, leaves all other bytes as they are: exit 5', async () => {
    await Promise.all(
      lanes.map(async (cases, lane) => {
        for (const [i, [name, method, reason]] of cases.entries()) {
          const own = join(folder, `${lane}-${i}`)
          await put(
            join(own, 'mine.ts'),
            `// @ts-nocheck\n${plugin('mine', `analyzers: [${analyzer(method)}]`)}`,
          )
          const config = await put(join(own, 'byom.json'), { plugins: ['./mine.ts'], workers: 0 })
          await check(await runJob(own, { ...environment, BYOM_CONFIG: config }), reason).catch(
            (error: Error) => {
              throw new Error(`${name}: ${error.message}`, { cause: error })
            },
          )
        }
      }),
    )
  })

  test('well: its parts stand beside the others, and those do not change', async () => {
    await put('mine.ts', plugin('mine', `analyzers: [${analyzer()}]`))
    const config = { plugins: ['./mine.ts'], workers: 0 }
    const run = await runJob(folder, { ...environment, BYOM_CONFIG: await put('byom.json', config) })
    expect(run.exit, run.log).toBe(0)
    const statistics = await report<Statistics>(run, 'statistics.json')
    const before: Statistics = JSON.parse(expected['statistics.json']!)
    expect(statistics.custom).toEqual({ analyzers: { 'counter@1': { rows: 120 } } })
    expect(statistics.features[0]).toEqual({
      ...before.features[0],
      custom: { ...before.features[0]!.custom, counter: 120 },
    })
    expect(statistics.features[1]).toEqual(before.features[1])
    const { violations } = await report<ConstraintViolations>(run, 'constraint_violations.json')
    const { violations: others } = JSON.parse(expected['constraint_violations.json']!)
    expect(violations).toEqual([
      ...others,
      {
        feature_name: 'n',
        constraint_check_type: 'counter_check',
        description: 'too many',
        value: 120,
        threshold: 5,
      },
    ])
    expect(run.metrics).toContain(metrics!.trimEnd())
    expect(run.metrics).toContain('"MetricName":"rows_counted"')
    const { plugins } = await report<Run>(run, 'run.json')
    expect(plugins).toContainEqual({
      name: 'mine',
      version: '1.2.3',
      from: './mine.ts',
      integrity: expect.stringMatching(/^sha256-/),
    })
  })

  test('switched off: it is not there, and false for data-quality leaves the plugin alone', async () => {
    await put('mine.ts', plugin('mine', `analyzers: [${analyzer(`init() ${fail}`)}]`))
    const config = { plugins: ['./mine.ts'], analyzers: { counter: false }, workers: 0 }
    const off = await runJob(folder, { ...environment, BYOM_CONFIG: await put('byom.json', config) })
    expect(off.exit, off.log).toBe(0)
    expect(await reportBytes(off)).toEqual(expected)
    await put('mine.ts', plugin('mine', `analyzers: [${analyzer()}]`))
    const alone = { plugins: ['./mine.ts'], analyzers: { 'data-quality': false }, workers: 0 }
    const run = await runJob(folder, { ...environment, BYOM_CONFIG: await put('byom.json', alone) })
    expect(run.exit, run.log).toBe(0)
    const { sections } = await report<Run>(run, 'run.json')
    const names = sections.map(({ analyzer }) => analyzer)
    expect(names).toContain('counter@1')
    expect(names).not.toContain('data-quality@1')
    const { features } = await report<Statistics>(run, 'statistics.json')
    expect(features).toEqual([{ name: 'n', custom: { counter: 120 } }])
  })

  test('merge throws, with several units', async () => {
    const big = Array.from({ length: 20_000 }, (_, i) => `{"n":${i}}`).join('\n')
    const source = dirname(await put('in/a.jsonl', big))
    await put('in/b.jsonl', big)
    await put('mine.ts', plugin('mine', `analyzers: [${analyzer(`merge() ${fail}`)}]`))
    const config = { plan: { unitBytes: 65536 }, workers: 2 }
    const job = { dataset_source: source, dataset_format: '{"json":{"lines":true}}' }
    const plain = await runJob(join(folder, 'plain'), {
      ...job,
      BYOM_CONFIG: await put('plain.json', config),
    })
    const run = await runJob(join(folder, 'run'), {
      ...job,
      BYOM_CONFIG: await put('byom.json', { ...config, plugins: ['./mine.ts'] }),
    })
    expect([plain.exit, run.exit], run.log).toEqual([0, 5])
    expect(run.message).toContain('analyzer counter: merge: on purpose')
    expect(await reportBytes(run)).toEqual(await reportBytes(plain))
  })
})

describe('wrong names and options', () => {
  test('are told all at once, before any data is read: exit 2', async () => {
    const run = await runJob(folder, {
      dataset_source: await put('in/a.csv', table),
      dataset_format: csv,
      BYOM_CONFIG: await put('byom.json', {
        analyzers: { 'data-quality': { maxCategories: 0 }, nowhere: {} },
        sampler: { name: 'reservoir', options: { size: 'many', colour: 1 } },
        loggers: [{ name: 'json' }, { name: 'carrier-pigeon' }],
        publishers: [{ name: 'webhook' }, { name: 'fax' }],
      }),
    })
    expect(run.exit).toBe(2)
    expect(run.message).toMatch(/^Failed: CONFIG_INVALID: \(1\) /)
    const text = run.log
    for (const part of [
      'analyzers.data-quality: ',
      'analyzers.nowhere: there is no analyzer of that name; known: attribution, bias, cv, data-quality',
      'sampler (reservoir): ',
      'colour',
      'loggers[1]: there is no logger named carrier-pigeon',
      'publishers[0] (webhook): ',
      'publishers[1]: there is no publisher named fax',
    ])
      expect(text).toContain(part)
    expect(await readdir(run.output).catch(() => [])).toEqual([])
  })

  test('a plugin with a syntax error, one that is missing, one without a default export: exit 2', async () => {
    await put('broken.ts', 'export default {')
    await put('empty.js', 'export const x = 1')
    const run = await runJob(folder, {
      dataset_source: await put('in/a.csv', table),
      dataset_format: csv,
      BYOM_CONFIG: await put('byom.json', { plugins: ['./broken.ts', './empty.js', 'byom-plugin-none'] }),
    })
    expect(run.exit).toBe(2)
    expect(run.message).toMatch(
      /^Failed: PLUGIN_INVALID: \(1\) plugin \.\/broken\.ts: .*\(2\).*empty\.js.*\(3\).*none/s,
    )
  })
})

describe('publishers', () => {
  const publishers = `publishers: [
    { name: 'good', description: '', options: { type: 'object' }, async publish(results, _, host) {
      await host.writeFile(host.outputFolder + '/seen.json', JSON.stringify([results.status, results.message])) } },
    { name: 'bad', description: '', options: { type: 'object' }, async publish() { throw new Error('no route.') } },
    { name: 'hanging', description: '', options: { type: 'object' }, publish: () => new Promise(() => {}) },
    { name: 'busy', description: '', options: { type: 'object' }, publish: () => new Promise(() => setInterval(() => {}, 1000)) },
  ]`
  const job = async (uses: object[]) => {
    await put('mine.js', plugin('mine', publishers))
    return {
      dataset_source: await put('in/a.csv', table),
      dataset_format: csv,
      publish_cloudwatch_metrics: 'Enabled',
      metric_time: '2022-01-01T00:00:00Z',
      BYOM_CONFIG: await put('byom.json', { plugins: ['./mine.js'], publishers: uses, workers: 0 }),
    }
  }

  test('that fail, hang or leave timers behind are noted, and the run is complete and ends', async () => {
    const run = await runJob(
      folder,
      await job([
        { name: 'hanging', timeoutSeconds: 0.1 },
        { name: 'busy', timeoutSeconds: 0.0011 },
        { name: 'bad' },
        { name: 'good' },
      ]),
    )
    expect(run.exit, run.log).toBe(0)
    expect(run.message).toContain('Publisher bad failed: no route.')
    expect(run.message).toContain('Publisher hanging failed: did not end within 0.1 s')
    const { published, outcome } = await report<Run>(run, 'run.json')
    expect(published).toEqual([
      { publisher: 'cloudwatch', status: 'completed' },
      { publisher: 'hanging', status: 'failed', error: 'did not end within 0.1 s' },
      { publisher: 'busy', status: 'failed', error: 'did not end within 0.0011 s' },
      { publisher: 'bad', status: 'failed', error: 'no route.' },
      { publisher: 'good', status: 'completed' },
    ])
    expect(outcome.message).toBe(run.message)
    expect(await report<unknown>(run, 'seen.json')).toEqual([
      'Completed',
      'Completed: Job completed successfully with no violations.',
    ])
  })

  test('that are required fail the job after everything is written: exit 6', async () => {
    const run = await runJob(folder, await job([{ name: 'bad', required: true }, { name: 'good' }]))
    expect(run.exit).toBe(6)
    expect(run.message).toBe(
      'Failed: PUBLISHER_FAILED: publisher bad: no route. The report files are complete.',
    )
    for (const name of ['statistics.json', 'constraints.json', 'run.json', 'seen.json'])
      expect(await textOf(join(run.output, name))).toBeDefined()
    expect(run.metrics).toContain('"MetricName"')
  })

  test('cloudwatch writes the same lines whether the environment or the config names it', async () => {
    const environment = await job([])
    const asked = await runJob(join(folder, 'asked'), environment)
    const named = await runJob(join(folder, 'named'), {
      ...environment,
      publish_cloudwatch_metrics: 'Disabled',
      BYOM_CONFIG: await put('cloudwatch.json', { publishers: [{ name: 'cloudwatch' }] }),
    })
    const both = await runJob(join(folder, 'both'), {
      ...environment,
      BYOM_CONFIG: await put('cloudwatch.json', { publishers: [{ name: 'cloudwatch' }] }),
    })
    expect(asked.metrics).toContain('"Timestamp":"2022-01-01T00:00:00Z"')
    expect(named.metrics).toBe(asked.metrics)
    expect(both.metrics).toBe(asked.metrics)
  })

  test('a stop while one hangs ends the run: exit 143', async () => {
    await put(
      'mine.js',
      plugin(
        'mine',
        `publishers: [{ name: 'hanging', description: '', options: { type: 'object' }, async publish(_, __, host) {
          host.log.warn('hanging now'); await new Promise(() => {}) } }]`,
      ),
    )
    const environment = {
      dataset_source: await put('in/a.csv', table),
      dataset_format: csv,
      BYOM_CONFIG: await put('byom.json', { plugins: ['./mine.js'], publishers: [{ name: 'hanging' }] }),
    }
    const running = startJob(folder, environment)
    running.all.on('data', (text: Buffer) => {
      if (text.includes('hanging now')) running.kill('SIGTERM')
    })
    const { exitCode, all } = await running
    const run = await endOfJob(folder, environment, exitCode, all)
    expect(run).toMatchObject({ exit: 143, message: 'Stopped: the job received SIGTERM.' })
  })
})

describe('a log', () => {
  test('whose reader is slow is complete', async () => {
    await put(
      'mine.js',
      plugin(
        'mine',
        `publishers: [{ name: 'chatty', description: '', options: { type: 'object' }, async publish(_, __, host) {
          for (let i = 0; i < 3000; i++) host.log.info('line ' + i, { text: 'x'.repeat(200) }) } }]`,
      ),
    )
    const environment = {
      dataset_source: await put('in/a.csv', table),
      dataset_format: csv,
      BYOM_CONFIG: await put('byom.json', { plugins: ['./mine.js'], publishers: [{ name: 'chatty' }] }),
    }
    const running = startJob(folder, environment)
    running.all.pause()
    setTimeout(() => running.all.resume(), 1000)
    const { exitCode, all } = await running
    const run = await endOfJob(folder, environment, exitCode, all)
    expect(run.exit).toBe(0)
    const lines = logLines(run).filter(({ message }) => message.startsWith('line '))
    expect(lines.map(({ message }) => message)).toEqual(Array.from({ length: 3000 }, (_, i) => `line ${i}`))
  })
})

describe('sampling and segments', () => {
  const values = Array.from(
    { length: 900 },
    (_, i) => `${(i * 37) % 101},${['Rome', 'Oslo', 'Lima', ''][i % 4]}`,
  )

  async function captures(): Promise<string> {
    const group = (name: string) => ({ customAttributes: [name] })
    await put('in/e/v/2022/04/18/00/a.jsonl', captureLines(values.slice(0, 300), 'a', group('gold')))
    await put('in/e/v/2022/04/18/01/b.jsonl', captureLines(values.slice(300), 'b', group('basic')))
    return join(folder, 'in')
  }

  test('say what was kept in statistics.json and run.json', async () => {
    const run = await runJob(folder, {
      dataset_source: await captures(),
      dataset_format: capture,
      BYOM_CONFIG: await put('byom.json', { sampler: { name: 'reservoir', options: { size: 100 } } }),
    })
    expect(run.exit, run.log).toBe(0)
    const statistics = await report<Statistics>(run, 'statistics.json')
    expect(isStatistics(statistics)).toBe(true)
    expect(statistics.dataset).toMatchObject({
      item_count: 100,
      sampling: {
        sampler: 'reservoir',
        options: { size: 100 },
        rows_seen: 900,
        rows_kept: 100,
        rows_dropped: 800,
      },
    })
    const { counts } = await report<Run>(run, 'run.json')
    expect(counts).toMatchObject({ records_read: 900, rows: 900, rows_analyzed: 100 })
  })

  test('give the same bytes with any number of workers, and in four steps', async () => {
    const source = await captures()
    for (const [name, sampler] of [
      ['rate', { name: 'rate', options: { rate: 0.5 } }],
      ['stratified', { name: 'stratified', options: { column: '_c2', size: 60 } }],
    ] as const) {
      const work = join(folder, name)
      const config = {
        plan: { unitBytes: 65536 },
        sampler,
        segments: { by: { path: 'eventMetadata.customAttributes[0]' } },
      }
      const environment = async (workers: number) => ({
        dataset_source: source,
        dataset_format: capture,
        BYOM_CONFIG: await put(join(work, `${workers}.json`), { ...config, workers }),
      })
      const runs: JobRun[] = []
      for (const workers of [0, 1, 2])
        runs.push(await runJob(join(work, `run${workers}`), await environment(workers)))
      const expected = await reportBytes(runs[0]!)
      expect(Object.keys(expected).sort()).toEqual([
        'constraints.json',
        'segments/basic/constraints.json',
        'segments/basic/statistics.json',
        'segments/gold/constraints.json',
        'segments/gold/statistics.json',
        'statistics.json',
      ])
      const step = async (args: string[], at = 'step') => {
        const run = await runCommand(join(work, at), await environment(0), { args, cwd: work })
        expect(run.exit, run.log).toBe(0)
        return run
      }
      const plan = join(work, 'plan.json')
      await step(['plan', '--out', plan])
      const count: number = JSON.parse((await textOf(plan))!).units.length
      expect(count).toBeGreaterThan(2)
      const states = Array.from({ length: count }, (_, unit) => join(work, `${unit}.state`))
      for (const [unit, out] of states.entries())
        await step(['partial', '--plan', plan, '--unit', String(unit), '--out', out])
      const some = join(work, 'some.state')
      await step(['combine', '--plan', plan, '--out', some, states[2]!, states[0]!])
      runs.push(
        await step(['finish', '--plan', plan, ...states.slice(3).toReversed(), some, states[1]!], 'finish'),
      )
      for (const run of runs) expect(await reportBytes(run)).toEqual(expected)
    }
  })

  test('segments: a baseline of their own, violations that name them, and one that the baseline does not know', async () => {
    const segments = { by: { column: 'city' }, max: 5 }
    const BYOM_CONFIG = await put('byom.json', { segments, workers: 0 })
    const rows = (city: string, from: number, count = 80) =>
      Array.from({ length: count }, (_, i) => `${from + i},${city}\n`).join('')
    const baseline = await runJob(join(folder, 'baseline'), {
      dataset_source: await put('base/a.csv', `n,city\n${rows('Rome', 0)}${rows('Oslo/No', 1000)}`),
      dataset_format: csv,
      BYOM_CONFIG,
    })
    expect(baseline.exit, baseline.log).toBe(0)
    const file = await report<Statistics>(baseline, 'statistics.json')
    const inside = (file.custom as { segments: (Statistics & { name: string })[] }).segments
    expect(inside.map(({ name, dataset }) => [name, dataset!.item_count])).toEqual([
      ['Oslo/No', 80],
      ['Rome', 80],
    ])
    const folders = (await readdir(join(baseline.output, 'segments'))).sort()
    expect(folders).toEqual([expect.stringMatching(/^Oslo_No-[0-9a-f]{8}$/), 'Rome'])
    const own = JSON.parse((await textOf(join(baseline.output, 'segments/Rome/statistics.json')))!)
    const { name: _, ...rome } = inside[1]!
    expect(rome).toEqual(own)

    // Together the numbers are as before; in Rome they are those of Oslo, and the other way round.
    const now = await runJob(join(folder, 'now'), {
      dataset_source: await put(
        'now/a.csv',
        `n,city\n${rows('Rome', 1000)}${rows('Oslo/No', 0)}${rows('Lima', 0, 5)}`,
      ),
      dataset_format: csv,
      BYOM_CONFIG,
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
    })
    expect(now.exit, now.log).toBe(0)
    const { violations } = await report<ConstraintViolations>(now, 'constraint_violations.json')
    const drifted = violations.filter(
      ({ feature_name, constraint_check_type }) =>
        feature_name === 'n' && constraint_check_type === 'baseline_drift_check',
    )
    expect(drifted.map(({ segment }) => segment)).toEqual(['Oslo/No', 'Rome'])
    expect(violations.filter(({ segment }) => segment === 'Lima')).toEqual([])
    const romeNow = JSON.parse((await textOf(join(now.output, 'segments/Rome/constraint_violations.json')))!)
    expect(romeNow.violations).toEqual(
      violations.filter(({ segment }) => segment === 'Rome').map(({ segment: _, ...violation }) => violation),
    )
    expect(await readdir(join(now.output, 'segments/Lima'))).toContain('constraint_violations.json')
    const { counts, outcome } = await report<Run>(now, 'run.json')
    expect(counts).toMatchObject({ rows: 165, segments: 3 })
    expect(outcome.violations).toBe(violations.length)
  })

  test('a segment whose name is empty, or a path, stays inside the folder of segments', async () => {
    const lines = ['', '..', '../../x', '/etc', '.hidden', 'a\\b', 'CON'].map((g, n) =>
      JSON.stringify({ g, n }),
    )
    const run = await runJob(folder, {
      dataset_source: await put('in/a.jsonl', lines.join('\n')),
      dataset_format: '{"json":{"lines":true}}',
      BYOM_CONFIG: await put('byom.json', { segments: { by: { column: 'g' } } }),
    })
    expect(run.exit, run.log).toBe(0)
    const entries = await readdir(join(run.output, 'segments'), { withFileTypes: true })
    expect(entries.every((entry) => entry.isDirectory())).toBe(true)
    expect(entries).toHaveLength(7)
    expect((await readdir(run.output)).sort()).toEqual([
      'constraints.json',
      'run.json',
      'segments',
      'statistics.json',
    ])
  })
})
