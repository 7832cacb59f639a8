/** Through the real entry point: nothing that a payload holds ends a run. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Run, Statistics } from '../../contracts/types.generated.ts'
import { brokenPayloads, picture } from '../images.ts'
import { report, runJob } from '../run-job.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-payloads-'))
})
afterAll(() => rm(folder, { recursive: true }))

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const texts = [
  '',
  '   ',
  'ordinary words in a sentence',
  'смешанные scripts 東京 in one text',
  '🙂🙂👩‍👩‍👧‍👦',
  '\u202eright to left\u202c and \u2066isolated\u2069',
  '\ufffd\ufffd\u0000',
  'word '.repeat(2_000_000),
]
const vectors = [
  [1, 2, 3, 4],
  [1, 2, 3],
  [],
  [1, null, 3, 4],
  [0, 0, 0, 0],
  [1e300, 2, 3, 4],
  ['a'],
  7,
  Array.from({ length: 5000 }, () => 1),
]

test('texts, images and vectors of every kind are counted, and the run completes', async () => {
  const broken = await brokenPayloads()
  const images = [
    base64(await picture(1)),
    ...Object.values(broken).flat().map(base64),
    'not BASE64 at all!',
    `data:image/png;base64,${base64(await picture(2))}`,
  ]
  const count = Math.max(texts.length, vectors.length, images.length)
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      captureData: {
        endpointInput: {
          mode: 'INPUT',
          encoding: 'JSON',
          observedContentType: 'application/json',
          data: JSON.stringify({ text: texts[i], photo: images[i], vector: vectors[i] }),
        },
      },
      eventMetadata: { eventId: `e${i}`, inferenceTime: '2026-03-01T10:00:00Z' },
      eventVersion: '0',
    }),
  )
  await mkdir(join(folder, 'in'))
  await writeFile(join(folder, 'in', 'captures.jsonl'), lines.join('\n'))
  const config = join(folder, 'byom.json')
  const feature = (name: string, kind: string) => ({ name, kind, from: 'input', path: name })
  const features = [feature('text', 'text'), feature('photo', 'bytes'), feature('vector', 'vector')]
  await writeFile(config, JSON.stringify({ features }))
  const run = await runJob(folder, {
    BYOM_CONFIG: config,
    dataset_source: join(folder, 'in'),
    dataset_format: '{"sagemakerCaptureJson": {}}',
  })
  expect(run.exit, run.log).toBe(0)
  const { custom } = await report<Statistics>(run, 'statistics.json')
  const part = (key: string) =>
    (custom!.analyzers as Record<string, { features: Record<string, unknown>[] }>)[key]?.features[0]
  expect(part('nlp@1')).toMatchObject({ present: texts.length, missing: count - texts.length })
  expect((part('nlp@1')!['properties'] as Record<string, object>)['chars']).toMatchObject({ max: 10_000_000 })
  expect(part('cv@1')).toMatchObject({
    present: images.length - 1,
    faults: { empty: 1, corrupt: 1, unsupported: 2, too_large: 1 },
  })
  expect(part('embedding@1')).toMatchObject({
    present: vectors.length - 2,
    invalid: 2,
    zero: 1,
    wrong_dimension: 3,
    dimension: 4,
  })
  const { rejected } = await report<Run>(run, 'run.json')
  expect(rejected.find(({ code }) => code === 'VALUE_UNREADABLE')?.count).toBe(3)
})
