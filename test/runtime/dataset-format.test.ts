import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DatasetFormat, parseDatasetFormat } from '../../runtime/dataset-format.ts'

test.each<[string, DatasetFormat]>([
  ['{"csv": {"header": true}}', { kind: 'csv', header: true }],
  ['{"csv": {"header": false}}', { kind: 'csv', header: false }],
  ['{"csv": {"header": "False"}}', { kind: 'csv', header: false }],
  ['{"CSV": {"Header": "True"}}', { kind: 'csv', header: true }],
  ['{"csv": {}}', { kind: 'csv', header: true }],
  ['{"json": {"lines": true}}', { kind: 'json', lines: true }],
  ['{"json": {"line": false}}', { kind: 'json', lines: false }],
  ['{"Json": {"Line": "false"}}', { kind: 'json', lines: false }],
  ['{"json": {}}', { kind: 'json', lines: true }],
  ['{"parquet": {}}', { kind: 'parquet' }],
  ['{"sagemakerCaptureJson": {}}', { kind: 'capture', outputPosition: 'START' }],
  [
    '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput", "endpointOutput"]}}',
    { kind: 'capture', outputPosition: 'START' },
  ],
  [
    '{"sagemakerCaptureJson": {"output_columns_position": "END"}}',
    { kind: 'capture', outputPosition: 'END' },
  ],
  [
    '{"sagemakerCaptureJson": {"OUTPUT_COLUMNS_POSITION": "end"}}',
    { kind: 'capture', outputPosition: 'END' },
  ],
])('%s', (text, format) => {
  expect(parseDatasetFormat(text)).toEqual({ format })
})

test.each([
  '',
  '{',
  'csv',
  '"csv"',
  'null',
  '5',
  '[]',
  '{}',
  '{"xml": {}}',
  '{"csv": {"header": 5}}',
  '{"csv": {}, "json": {}}',
  '{"sagemakerCaptureJson": {"output_columns_position": "MIDDLE"}}',
])('names what is wrong with %j', (text) => {
  const result = parseDatasetFormat(text)
  expect(result).toHaveProperty('problems')
  for (const problem of (result as { problems: string[] }).problems) {
    expect(problem).toMatch(/^dataset_format: .*expected .*\{"csv": \{"header": true\}\}/)
  }
  expect((result as { problems: string[] }).problems.length).toBeGreaterThan(0)
})

test('any text gives a format or problems', () => {
  const json = fc.jsonValue().map((value) => JSON.stringify(value))
  const close = fc
    .dictionary(fc.constantFrom('csv', 'json', 'parquet', 'CSV', '__proto__'), fc.jsonValue())
    .map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(fc.oneof(fc.string(), json, close), (text) => {
      const result = parseDatasetFormat(text)
      expect('format' in result || result.problems.length > 0).toBe(true)
    }),
  )
})
