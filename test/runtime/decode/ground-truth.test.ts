import { describe, expect, test } from 'vitest'
import type { Batch, ScalarColumn } from '../../../runtime/batch.ts'
import { BatchBuilder } from '../../../runtime/decode/batch-builder.ts'
import { GroundTruth, type TruthProblem, truthColumn } from '../../../runtime/decode/ground-truth.ts'

/** The labels of one record with so many rows, or what is wrong with it. */
function labelsOf(
  groundTruthData: unknown,
  rows = 1,
  options: { path?: string; required?: boolean } = {},
): (string | undefined)[] | TruthProblem {
  let labels: (string | undefined)[] = []
  const builder = new BatchBuilder({
    columns: [],
    maxFeatures: 10,
    excluded: new Set(),
    rejects: new Map(),
    emit: (batch: Batch) => {
      const column = batch.column(truthColumn) as ScalarColumn | undefined
      labels = Array.from({ length: batch.length }, (_, row) => column?.text(row))
    },
  })
  const truth = new GroundTruth(builder, { path: options.path, required: options.required ?? true })
  builder.startRecord()
  const problem = truth.write({ captureData: {}, groundTruthData } as never, rows)
  if (problem) return problem
  builder.commit(rows)
  builder.flush()
  return labels
}

describe('labels', () => {
  test.each([
    ['CSV', { data: '1', encoding: 'CSV' }, 1, ['1']],
    ['CSV with a line end', { data: ' 0.5\n', encoding: 'CSV' }, 1, ['0.5']],
    ['a quoted text', { data: '"Smith, ""J"""', encoding: 'CSV' }, 1, ['Smith, "J"']],
    ['no encoding', { data: 'cat' }, 1, ['cat']],
    ['a line per row', { data: '1\n0\n1\n', encoding: 'CSV' }, 3, ['1', '0', '1']],
    ['JSON with one key', { data: '{"label": 1}', encoding: 'JSON' }, 1, ['1']],
    ['a JSON number', { data: '7.5', encoding: 'JSON' }, 1, ['7.5']],
    ['a JSON list', { data: '[1, 0]', encoding: 'JSON' }, 2, ['1', '0']],
    ['JSON Lines', { data: '{"label": "a"}\n{"label": "b"}\n', encoding: 'JSON' }, 2, ['a', 'b']],
    ['BASE64', { data: Buffer.from('1').toString('base64'), encoding: 'BASE64' }, 1, ['1']],
  ])('%s', (_, truth, rows, expected) => {
    expect(labelsOf(truth, rows)).toEqual(expected)
  })

  test('at a path, else the only value', () => {
    const data = JSON.stringify({ outcome: { label: 'b' }, note: 'x' })
    expect(labelsOf({ data, encoding: 'JSON' }, 1, { path: 'outcome.label' })).toEqual(['b'])
    expect(labelsOf({ data: '{"label": 1}', encoding: 'JSON' }, 1, { path: '"Churn"' })).toEqual(['1'])
  })
})

describe('what is none', () => {
  test.each([
    ['nothing', undefined, 'NO_GROUND_TRUTH', 'merge the labels first'],
    ['an object without data', { encoding: 'CSV' }, 'NO_GROUND_TRUTH', ''],
    ['an empty text', { data: ' ', encoding: 'CSV' }, 'GROUND_TRUTH_UNREADABLE', 'an empty label'],
    ['broken JSON', { data: '{"label":', encoding: 'JSON' }, 'GROUND_TRUTH_UNREADABLE', 'encoding JSON'],
    [
      'several keys',
      { data: '{"a":1,"b":2}', encoding: 'JSON' },
      'GROUND_TRUTH_UNREADABLE',
      'ground_truth_attribute',
    ],
    ['too many labels', { data: '1\n0', encoding: 'CSV' }, 'ROW_COUNT_MISMATCH', '2 labels for 1 rows'],
  ])('%s', (_, truth, code, detail) => {
    const problem = labelsOf(truth) as TruthProblem
    expect(problem.code).toBe(code)
    expect(problem.detail).toContain(detail)
  })

  test('a missing label where none is needed leaves the row', () => {
    expect(labelsOf(undefined, 2, { required: false })).toEqual([undefined, undefined])
  })
})
