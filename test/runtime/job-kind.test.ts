import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  attributeFeatures,
  attributePath,
  clarifyFormat,
  type JobKind,
  jobKind,
  startsWithHeader,
} from '../../runtime/job-kind.ts'

function kindOf(environment: Record<string, string>, config?: unknown): JobKind & { problems: string[] } {
  const problems: string[] = []
  return { ...jobKind((name) => environment[name], config, '/config.json', problems), problems }
}
const facet = { facet: [{ name_or_index: 'sex', value_or_threshold: [0] }], label: 'y' }

describe('the kind of a job', () => {
  test.each([
    [{}, undefined, ['data-quality']],
    [{ analysis_type: 'data_quality', ground_truth_source: '/t' }, undefined, ['data-quality']],
    [{ ground_truth_source: '/t' }, undefined, []],
    [
      { analysis_type: 'MODEL_QUALITY', problem_type: 'Regression', inference_attribute: 'p' },
      undefined,
      ['model-quality'],
    ],
    [
      { analysis_type: 'model_quality', problem_type: 'regression', inference_attribute: 'p' },
      facet,
      ['model-quality'],
    ],
    [{}, facet, ['bias']],
    [{ ground_truth_source: '/t' }, facet, ['bias']],
    [{}, { methods: { shap: {} } }, ['attribution']],
    [{}, { ...facet, methods: { pre_training_bias: { methods: 'all' }, shap: {} } }, ['bias', 'attribution']],
    [{}, { ...facet, methods: { shap: {} } }, ['attribution']],
  ])('%j %j', (environment, config, analyses) => {
    const found = kindOf(environment as Record<string, string>, config)
    expect(found.problems).toEqual([])
    expect(found.analyses).toEqual(analyses)
  })

  test('problems name the variable, what it is and what is expected', () => {
    expect(kindOf({ analysis_type: 'MODEL_BIAS' }).problems[0]).toMatch(
      /^analysis_type is MODEL_BIAS, expected MODEL_QUALITY/,
    )
    expect(kindOf({ analysis_type: 'MODEL_QUALITY' }).problems).toEqual([
      'problem_type is not set: a model quality job needs one of Regression, BinaryClassification, MulticlassClassification.',
      'inference_attribute is not set: it names the column of the prediction (classification takes probability_attribute instead).',
    ])
    expect(kindOf({}, { version: 1 }).problems[0]).toMatch(/nothing to do/)
    expect(kindOf({}, { facet: 3 }).problems[0]).toMatch(/^\/config\.json: \$\.facet/)
  })

  test("Clarify's attributes come from its file, the variables win", () => {
    const config = {
      ...facet,
      predicted_label: 'p',
      predictor: { probability: 'score' },
      probability_threshold: 0.8,
    }
    expect(kindOf({ inference_attribute: '0' }, config).attributes).toEqual({
      ground_truth_attribute: 'y',
      inference_attribute: '0',
      probability_attribute: 'score',
      probability_threshold_attribute: '0.8',
    })
  })
})

describe('attributes as paths', () => {
  const kind = (attributes: Record<string, string>, analysisConfig?: object): JobKind => ({
    analyses: [analysisConfig ? 'bias' : 'model-quality'],
    attributes,
    ...(analysisConfig ? { analysisConfig } : {}),
  })
  const capture = { kind: 'capture', outputPosition: 'START' } as const

  test('names and positions need none; where one is an expression, all are', () => {
    expect(
      attributeFeatures(kind({ inference_attribute: 'label', probability_attribute: '0' }), capture, []),
    ).toEqual([])
    expect(
      attributeFeatures(kind({ inference_attribute: 'a.b', probability_attribute: 'my score' }), capture, []),
    ).toEqual([
      { name: 'a.b', path: 'a.b', from: 'output', kind: 'scalar' },
      { name: 'my score', path: '"my score"', from: 'output', kind: 'scalar' },
    ])
    expect(
      attributeFeatures(kind({ inference_attribute: 'a.b' }), { kind: 'csv', header: true }, []),
    ).toEqual([])
  })

  test('a list of features gets the names of the headers, without label and prediction', () => {
    const attributes = { ground_truth_attribute: 'y', features_attribute: 'features' }
    const found = attributeFeatures(kind(attributes, {}), { kind: 'json', lines: true }, ['y', 'age', 'sex'])
    expect(found.map(({ name, path, from }) => [name, path, from])).toEqual([
      ['y', '"y"', 'record'],
      ['age', '"features"[0]', 'record'],
      ['sex', '"features"[1]', 'record'],
    ])
  })

  test('of an attribute', () => {
    expect([attributePath(undefined), attributePath('3'), attributePath('a'), attributePath('a[0]')]).toEqual(
      [undefined, undefined, '"a"', 'a[0]'],
    )
  })
})

describe('the format of a dataset of Clarify', () => {
  test.each([
    ['text/csv', { kind: 'csv', header: false }],
    ['application/jsonlines', { kind: 'json', lines: true }],
    ['application/json', { kind: 'json', lines: false }],
    ['application/x-parquet', { kind: 'parquet' }],
    [undefined, { kind: 'capture', outputPosition: 'START' }],
  ])('%s', (type, expected) => {
    expect(clarifyFormat(type === undefined ? {} : { dataset_type: type }, false)).toEqual(expected)
  })

  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byom-header-'))
    await writeFile(join(folder, 'a.csv'), '"y","Day Mins"\n1,2\n')
    await writeFile(join(folder, '_SUCCESS'), '')
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('a first line of the names is a header', async () => {
    expect(await startsWithHeader(folder, ['y', 'Day Mins'])).toBe(true)
    expect(await startsWithHeader(folder, ['y', 'other'])).toBe(false)
    expect(await startsWithHeader(folder, undefined)).toBe(true)
    expect(await startsWithHeader(join(folder, 'nowhere'), ['y'])).toBe(false)
  })
})
