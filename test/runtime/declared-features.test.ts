/** Features that are not scalars, from the config file to an analyzer of a plugin, through the real entry point. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Run, Statistics } from '../../contracts/types.generated.ts'
import { report, runCommand } from '../run-job.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-declared-'))
  await mkdir(join(folder, 'in'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Lists what it sees of every kind, with the event ids. */
const lister = `
import { definePlugin } from 'byom'
export default definePlugin({ name: 'lister', version: '1.0.0', apiVersion: 1, description: 'lists', analyzers: [{
  name: 'lister', version: 1, description: 'lists', options: { type: 'object' }, exactness: 'exact',
  init: () => ({ seen: [] as string[] }),
  update(state, batch) {
    for (let row = 0; row < batch.length; row++) {
      const of = (columns, show) => columns.map(({ name, values }) => name + '=' + (values[row] === undefined ? '-' : show(values[row])))
      state.seen.push([batch.eventId(row) ?? batch.position(row).offset, ...batch.columns.map((c) => c.name + '=' + (c.text(row) ?? '-')),
        ...of(batch.texts, String), ...of(batch.payloads, (p) => p.bytes.length + ' bytes of ' + p.mediaType), ...of(batch.vectors, (v) => '[' + v + ']')].join(' '))
    }
  },
  merge(into, from) { into.seen.push(...from.seen) },
  summarize: (state) => ({ custom: [...state.seen].sort() }),
}] })`

async function seen(captures: object[], config: object): Promise<{ list: string[]; run: Run }> {
  await writeFile(join(folder, 'lister.ts'), lister)
  await writeFile(join(folder, 'in', 'a.jsonl'), captures.map((line) => JSON.stringify(line)).join('\n'))
  await writeFile(join(folder, 'byom.json'), JSON.stringify({ plugins: ['./lister.ts'], ...config }))
  const run = await runCommand(folder, {
    dataset_source: join(folder, 'in'),
    dataset_format: '{"sagemakerCaptureJson":{}}',
    BYOM_CONFIG: join(folder, 'byom.json'),
  })
  expect(run.exit, run.log).toBe(0)
  const { custom } = await report<Statistics>(run, 'statistics.json')
  return {
    list: (custom as { analyzers: { 'lister@1': string[] } }).analyzers['lister@1'],
    run: await report<Run>(run, 'run.json'),
  }
}

function capture(eventId: string, input: object, output: object): object {
  return {
    captureData: { endpointInput: input, endpointOutput: output },
    eventMetadata: { eventId, inferenceTime: '2026-01-01T00:00:00Z' },
  }
}

const png = Buffer.from([137, 80, 78, 71]).toString('base64')
const image = { data: png, encoding: 'BASE64', observedContentType: 'image/png; q=1' }
const label = {
  data: '{"label":"cat","embedding":[0.5,-1]}',
  encoding: 'JSON',
  observedContentType: 'application/json',
}
const declared = [
  { name: 'image', from: 'input', kind: 'bytes' },
  { name: 'label', from: 'output', path: 'label' },
  { name: 'embedding', from: 'output', path: 'embedding', kind: 'vector' },
  { name: 'caption', from: 'output', path: 'caption', kind: 'text' },
]

test('a whole image, a scalar, a vector and a text of one record', async () => {
  const other = { data: '{"label":7,"embedding":"no","caption":"two cats"}', encoding: 'JSON' }
  const { list, run } = await seen([capture('e1', image, label), capture('e2', image, other)], {
    features: declared,
  })
  expect(list).toEqual([
    'e1 label=cat caption=- image=4 bytes of image/png embedding=[0.5,-1]',
    'e2 label=7 caption=two cats image=4 bytes of image/png embedding=-',
  ])
  expect(run.rejected.map(({ code, count }) => [code, count])).toEqual([['VALUE_UNREADABLE', 1]])
  expect(run.rejected[0]!.examples[0]!.detail).toBe('feature "embedding" should be vector, found "no"')
})

test('a bounded sampler and segments hand them on unchanged', async () => {
  const captures = Array.from({ length: 40 }, (_, i) => capture(`e${10 + i}`, image, label))
  const features = declared.slice(0, 3)
  const all = await seen(captures, { features })
  const sampled = await seen(captures, {
    features,
    sampler: { name: 'reservoir', options: { size: 10 } },
    segments: { by: { column: 'label' } },
  })
  expect(sampled.list).toHaveLength(10)
  expect(all.list).toEqual(expect.arrayContaining(sampled.list))
})
