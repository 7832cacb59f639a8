/** Headers of Clarify's configuration against the list of features that the data has. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withFeatureHeaders } from '../../runtime/feature-headers.ts'

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-headers-'))
})
afterAll(() => rm(work, { recursive: true }))

const config = {
  dataset_type: 'application/jsonlines',
  features: 'a.list',
  label: 'label',
  headers: ['x', 'y', 'Target'],
}
let folders = 0
async function headersOf(text: string | Buffer, more: object = {}) {
  const folder = join(work, `${++folders}`)
  await mkdir(folder)
  await writeFile(join(folder, '.hidden'), '{}')
  await writeFile(join(folder, 'data'), text)
  return (await withFeatureHeaders({ ...config, ...more }, folder)).headers
}

test('headers after those of the features are left out, by the first record', async () => {
  const line = '{"a": {"list": [1, 2]}, "label": 1}'
  expect(await headersOf(`${line}\n{"a": {"list": [1]}}\n`)).toEqual(['x', 'y'])
  expect(await headersOf(gzipSync(`\n${line}\r\n`))).toEqual(['x', 'y'])
  expect(await headersOf('{"a": {"list": [1, 2, 3]}}')).toEqual(config.headers)
  expect(await headersOf('{"a": {"list": [1, 2, 3, 4]}}')).toEqual(config.headers)
})

test.each([
  ['no JSON', '{'],
  ['no data', ''],
  ['no list', '{"a": {"list": "1,2"}}'],
  ['an empty list', '{"a": {"list": []}}'],
  ['no such place', '{"b": 1}'],
  ['no path', '{"a": {"list": [1, 2]}}', { features: 'a[' }],
  ['no list named', '{"a": {"list": [1, 2]}}', { features: undefined }],
  ['CSV', '1,2,0', { dataset_type: 'text/csv' }],
] as [string, string, object?][])('%s: they stay', async (_, text, more) => {
  expect(await headersOf(text, more)).toEqual(config.headers)
})

test('a source that is not there: they stay', async () => {
  expect(await withFeatureHeaders(config, join(work, 'none'))).toEqual(config)
})
