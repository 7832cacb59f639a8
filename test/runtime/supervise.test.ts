/** Plugins that never return or change their batch, through the real entry point. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Run } from '../../contracts/types.generated.ts'
import { type JobRun, report, runCommand } from '../run-job.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-supervise-'))
  await mkdir(join(folder, 'in'))
  const rows = Array.from({ length: 4000 }, (_, i) => `{"a":${i % 7},"b":"x${i % 3}","c":${i / 8}}`)
  await writeFile(join(folder, 'in', 'a.jsonl'), rows.join('\n'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A plugin with a correct analyzer and one that has other methods in places. */
const plugin = (methods: string) => `
import { definePlugin } from 'byom'
const correct = { version: 1, description: '', options: { type: 'object' }, exactness: 'exact', init: () => ({ n: 0 }),
  update(state, batch) { state.n += batch.length }, merge(into, from) { into.n += from.n }, summarize: ({ n }) => ({ custom: n }) }
export default definePlugin({ name: 'mixed', version: '1.0.0', apiVersion: 1, description: '',
  analyzers: [{ ...correct, name: 'hostile', ${methods} }, { ...correct, name: 'fine' }] })`

async function job(name: string, methods: string | undefined, config: object = {}): Promise<JobRun> {
  const home = join(folder, name)
  await mkdir(home)
  if (methods !== undefined) await writeFile(join(home, 'plugin.ts'), plugin(methods))
  const settings = {
    plugins: methods === undefined ? [] : ['./plugin.ts'],
    analyzerTimeoutSeconds: 1,
    ...config,
  }
  await writeFile(join(home, 'byom.json'), JSON.stringify(settings))
  return runCommand(home, {
    dataset_source: join(folder, 'in'),
    dataset_format: '{"json":{"lines":true}}',
    BYOM_CONFIG: join(home, 'byom.json'),
  })
}

/** The report files without the plugin's own parts. */
async function others(run: JobRun): Promise<string[]> {
  const statistics = JSON.parse(await readFile(join(run.output, 'statistics.json'), 'utf8'))
  return [
    JSON.stringify({ ...statistics, custom: undefined }),
    await readFile(join(run.output, 'constraints.json'), 'utf8'),
  ]
}

const never = 'for (;;) {}'
describe('a method that never returns', () => {
  test.each([
    ['init', `init() { ${never} }`, {}],
    ['update', `update() { ${never} }`, {}],
    ['update, on worker threads', `update() { ${never} }`, { workers: 2, plan: { unitBytes: 65536 } }],
    ['merge', `merge() { ${never} }`, { plan: { unitBytes: 65536 } }],
    ['summarize', `summarize() { ${never} }`, {}],
    ['metrics', `metrics() { ${never} }`, {}],
  ] as const)('%s: the run starts anew without the analyzer', async (_title, methods, config) => {
    const [run, clean] = [await job('with', methods, config), await job('without', undefined, config)]
    expect(run.exit, run.log).toBe(5)
    expect(run.message).toBe(
      'Failed: ANALYZER_FAILED: analyzer hostile: a call did not return within 1 s. The other sections are complete.',
    )
    const { sections } = await report<Run>(run, 'run.json')
    const known = /^(data-quality|fine|hostile)@/
    const own = sections.filter(({ analyzer }) => known.test(analyzer))
    expect(own.map(({ analyzer, status }) => [analyzer, status])).toEqual([
      ['data-quality@1', 'completed'],
      ['hostile@1', 'failed'],
      ['fine@1', 'completed'],
    ])
    expect(await others(run)).toEqual(await others(clean))
    const { custom } = await report<{ custom: { analyzers: Record<string, unknown> } }>(
      run,
      'statistics.json',
    )
    expect(custom.analyzers).toEqual({ 'fine@1': 4000 })
  })
})

test.each([
  ['numbers', 'update(_, batch) { batch.columns[0].numbers.fill(7) }'],
  ['classes', 'update(_, batch) { batch.columns[1].classes[0] = 0 }'],
])('an analyzer that changes the %s of its batch fails alone', async (_title, methods) => {
  const [run, clean] = [await job('with', methods), await job('without', undefined)]
  expect(run.exit, run.log).toBe(5)
  expect(run.message).toContain(
    'analyzer hostile: update: it changed its batch, which belongs to all analyzers',
  )
  expect(await others(run)).toEqual(await others(clean))
})
