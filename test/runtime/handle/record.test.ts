/** What a preprocess handler gets of a capture, attribute by attribute, in both languages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BatchFrame, type HandlerKind, openHandler } from '../../../runtime/handle/index.ts'
import { handlerSettings } from '../../../runtime/job.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-record-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Runs a handler whose body is the same in both languages but for what stands around it. */
async function handle(
  language: 'python' | 'javascript',
  expressions: readonly string[],
  records: readonly unknown[],
  kind: HandlerKind = 'capture',
): Promise<unknown[]> {
  const named = (record: string) =>
    expressions.map((each, i) => `"v${i}": ${each.replaceAll('$', record)}`).join(', ')
  const path = join(folder, language === 'python' ? 'handler.py' : 'handler.mjs')
  const source =
    language === 'python'
      ? `import json\ndef text(value): return str(value)\ndef preprocess_handler(r):\n    return {${named('r')}}\n`
      : `const text = String\nexport const preprocess_handler = (r) => ({${named('r')}})\n`
  await writeFile(path, source)
  const { session } = await openHandler(
    { variable: 'record_preprocessor_script', path, kind, functions: ['preprocess_handler'], reads: [] },
    handlerSettings({}),
    {
      platform: process.platform,
      architecture: process.arch,
      root: process.getuid?.() === 0,
      node: process.execPath,
    },
    { pid: process.pid, log: () => {} },
    async () => folder,
  )
  try {
    const batch = new BatchFrame()
    for (const record of records) batch.add(Buffer.from(JSON.stringify(record)))
    const { bytes, outcomes } = await session.handle(batch, () => {})
    return outcomes.map((outcome) =>
      'start' in outcome
        ? Object.values(JSON.parse(Buffer.from(bytes.subarray(outcome.start, outcome.end)).toString()))
        : outcome,
    )
  } finally {
    await session.close()
  }
}

const payload = (mode: string, data: string) => ({
  observedContentType: 'text/csv',
  mode,
  data,
  encoding: 'CSV',
})
const record = {
  captureData: {
    endpointInput: payload('INPUT', '1,2'),
    endpointOutput: payload('OUTPUT', '0.5'),
    batchTransformOutput: payload('OUTPUT', '7'),
  },
  groundTruthData: { data: '1', encoding: 'CSV', observedContentType: 'text/csv' },
  eventMetadata: {
    eventId: 'e-1',
    inferenceId: 'i-1',
    inferenceTime: '2026-03-01T10:00:00Z',
    customAttributes: ['a=1', 'b'],
  },
  eventVersion: '0',
}

describe.each(['python', 'javascript'] as const)('%s', (language) => {
  test('every attribute and alias of a capture', async () => {
    const attributes = {
      '$.endpoint_input.data': '1,2',
      '$.endpoint_input.encoding': 'CSV',
      '$.endpoint_input.observedContentType': 'text/csv',
      '$.endpoint_input.observed_content_type': 'text/csv',
      '$.endpoint_input.mode': 'INPUT',
      '$.endpoint_input.as_dict()': record.captureData.endpointInput,
      '$.endpoint_output.data': '0.5',
      '$.endpoint_output.mode': 'OUTPUT',
      '$.batch_transform_output.data': '7',
      '$.ground_truth.data': '1',
      '$.ground_truth.encoding': 'CSV',
      '$.event_metadata.event_id': 'e-1',
      '$.event_metadata.inference_id': 'i-1',
      '$.event_metadata.event_time': '2026-03-01T10:00:00Z',
      '$.event_metadata.custom_attribute': ['a=1', 'b'],
      '$.event_metadata.custom_attributes': ['a=1', 'b'],
      '$.event_metadata.as_dict()': record.eventMetadata,
      '$.event_version': '0',
      '$.event_dict': record,
      '$.as_dict()': record,
      '$.event_dict["captureData"]["endpointInput"]["data"]': '1,2',
      '$.event_data.endpointInput.data': '1,2',
      '$.event_data.endpointInput.encoding': 'CSV',
      '$.event_data.endpointOutput.data': '0.5',
      '$.event_data.groundTruthData.data': '1',
    }
    expect(await handle(language, Object.keys(attributes), [record])).toEqual([Object.values(attributes)])
  })

  test('what is not there is missing, not an error', async () => {
    const expressions = [
      '$.endpoint_input',
      '$.endpoint_output',
      '$.batch_transform_output',
      '$.ground_truth',
      '$.event_version',
      '$.event_metadata.event_id',
      '$.event_metadata.custom_attribute',
      '$.event_data.endpointInput',
    ]
    const nothing = expressions.map(() => null)
    const some = { captureData: { endpointInput: null } }
    expect(await handle(language, expressions, [{}, { captureData: {}, eventMetadata: {} }, some])).toEqual([
      nothing,
      nothing,
      nothing,
    ])
  })

  test('all of it can be printed', async () => {
    const [texts] = await handle(
      language,
      ['text($)', 'text($.endpoint_input)', 'text($.event_metadata)'],
      [record],
    )
    for (const text of texts as string[]) expect(text).toMatch(/^\w+\(\{.*\}\)$/s)
    expect((texts as string[])[0]).toContain('e-1')
  })

  test('a line of CSV is text, a record of JSON its value', async () => {
    const length = language === 'python' ? 'len($)' : '$.length'
    expect(await handle(language, ['$["a"]', '$["b"]["c"]'], [{ a: 1, b: { c: 'x' } }], 'json')).toEqual([
      [1, 'x'],
    ])
    expect(await handle(language, [length, 'text($)'], ['1,2'], 'csv')).toEqual([[5, '"1,2"']])
  })
})
