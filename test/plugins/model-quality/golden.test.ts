/**
 * The recorded model quality runs through the real entry point; what the recordings do not show is recomputed here by
 * plain second implementations.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Constraints, Statistics } from '../../../contracts/types.generated.ts'
import {
  isConstraints,
  isConstraintViolations,
  isStatistics,
} from '../../../contracts/validators.generated.ts'
import { type JobRun, report, runJob } from '../../run-job.ts'

type Metric = { value: number; standard_deviation?: number | 'NaN'; confidence_interval?: [number, number] }
type Metrics = Record<string, Metric>
type Details = {
  rows: number
  excluded: Record<string, number>
  not_computed?: Record<string, string>
  auc_largest_error?: number
  calibration: { brier_score: number; expected_calibration_error: number }
}

const golden = new URL('../../golden/', import.meta.url).pathname
const recorded = JSON.parse(
  await readFile(join(golden, 'expected/churn_model_quality_baseline.json'), 'utf8'),
)
const churn = (await readFile(join(golden, 'churn/validation_with_predictions.csv'), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [number, number, number])

let work: string
let runs = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-model-quality-'))
})
afterAll(() => rm(work, { recursive: true }))

async function run(environment: Record<string, string>, files: Record<string, string> = {}): Promise<JobRun> {
  const folder = join(work, `run-${++runs}`)
  await mkdir(join(folder, 'in'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'in', name), text)
  return runJob(folder, {
    analysis_type: 'MODEL_QUALITY',
    dataset_source: join(folder, 'in'),
    ...environment,
  })
}
const csv = { dataset_format: '{"csv": {"header": true}}' }
const binary = { ...csv, problem_type: 'BinaryClassification', ground_truth_attribute: 'label' }
const metricsOf = async (found: JobRun, kind = 'binary_classification') => {
  expect(found.exit, found.log).toBe(0)
  const statistics = await report<Statistics & Record<string, Metrics>>(found, 'statistics.json')
  expect(isStatistics(statistics), JSON.stringify(isStatistics.errors)).toBe(true)
  return statistics[`${kind}_metrics`]! as Metrics
}
const detailsOf = async (found: JobRun) => {
  const { custom } = await report<Statistics>(found, 'statistics.json')
  return (custom!.analyzers as Record<string, unknown>)['model-quality@1'] as Details
}

/** A line of a merged file: CSV output, CSV label. */
const merged = (output: string, label: string, i: number, encoding = 'CSV') =>
  JSON.stringify({
    eventVersion: '0',
    groundTruthData: { data: label, encoding: 'CSV' },
    captureData: {
      endpointInput: { data: '1,2', encoding: 'CSV', mode: 'INPUT', observedContentType: 'text/csv' },
      endpointOutput: { data: output, encoding, mode: 'OUTPUT', observedContentType: null },
    },
    eventMetadata: { eventId: `id-${i}`, inferenceTime: '2026-03-01T10:00:00Z' },
  })
const captures = { dataset_format: '{"sagemakerCaptureJson": {}}' }

describe('churn baseline', () => {
  let baseline: JobRun
  let metrics: Metrics
  beforeAll(async () => {
    const { inference_attribute, probability_attribute, ground_truth_attribute, problem_type } = recorded.env
    baseline = await run({
      ...csv,
      dataset_source: join(golden, recorded.input),
      inference_attribute,
      probability_attribute,
      ground_truth_attribute,
      problem_type,
    })
    metrics = await metricsOf(baseline)
  })

  test('matrix and metrics are the recorded ones', async () => {
    expect(metrics['confusion_matrix']).toEqual(recorded.confusion_matrix)
    for (const [name, value] of Object.entries<number>(recorded.values_6_digits))
      expect(`${name} ${metrics[name]!.value.toFixed(6)}`).toBe(`${name} ${value.toFixed(6)}`)
    expect(Math.abs(metrics['auc']!.value - 0.9395127993393898)).toBeLessThan(1e-12)
    expect(metrics['accuracy_best_constant_classifier']!.value).toBeCloseTo(173 / 201, 15)
    for (const name of ['recall', 'precision', 'f0_5', 'f1', 'f2'])
      expect(metrics[`${name}_best_constant_classifier`]!.value, name).toBe(0)
  })

  test('to 1e-12 of values computed from the rows', () => {
    const [tp, fp, fn, tn] = [16, 0, 12, 173]
    const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)]
    const f = (b: number) => ((1 + b * b) * precision * recall) / (b * b * precision + recall)
    const expected: Record<string, number> = {
      recall,
      precision,
      accuracy: (tp + tn) / 201,
      true_positive_rate: recall,
      true_negative_rate: tn / (tn + fp),
      false_positive_rate: fp / (tn + fp),
      false_negative_rate: fn / (tp + fn),
      auc: pairs(churn.map(([score, , label]) => [score, label])),
      f0_5: f(0.5),
      f1: f(1),
      f2: f(2),
    }
    for (const [name, value] of Object.entries(expected))
      expect(Math.abs(metrics[name]!.value - value), name).toBeLessThan(1e-12)
  })

  test('curves: a point per distinct score, with the ends', () => {
    const scores = new Set(churn.map(([score]) => score)).size
    const roc = metrics['receiver_operating_characteristic_curve'] as never as Record<string, number[]>
    const [fpr, tpr] = [roc['false_positive_rates']!, roc['true_positive_rates']!]
    expect([fpr.length, tpr.length]).toEqual([scores + 2, scores + 2])
    expect([fpr[0], tpr[0], fpr.at(-1), tpr.at(-1)]).toEqual([0, 0, 1, 1])
    let area = 0
    for (let i = 1; i < fpr.length; i++) area += ((fpr[i]! - fpr[i - 1]!) * (tpr[i]! + tpr[i - 1]!)) / 2
    expect(area).toBeCloseTo(0.9395127993393898, 12)
    const pr = metrics['precision_recall_curve'] as never as Record<string, number[]>
    expect(pr['precisions']).toHaveLength(scores + 1)
    expect([pr['recalls']![0], pr['recalls']!.at(-1)]).toEqual([0, 1])
    expect(pr['precisions']![0]).toBe(pr['precisions']![1])
    expect(pr['precisions']!.at(-1)).toBeCloseTo(28 / 201, 15)
  })

  test('constraints are the recorded eleven', async () => {
    const constraints = await report<Constraints>(baseline, 'constraints.json')
    expect(isConstraints(constraints)).toBe(true)
    const found = constraints.binary_classification_constraints!
    expect(Object.keys(found)).toEqual(Object.keys(recorded.suggested_constraints))
    for (const [name, expected] of Object.entries<{ threshold: number; comparison_operator: string }>(
      recorded.suggested_constraints,
    )) {
      expect(found[name]!.comparison_operator).toBe(expected.comparison_operator)
      expect(found[name]!.threshold.toFixed(6)).toBe(expected.threshold.toFixed(6))
      expect(found[name]!.threshold).toBe(metrics[name]!.value)
    }
  })

  test('calibration is that of the rows', async () => {
    const { calibration } = await detailsOf(baseline)
    const brier = churn.reduce((sum, [p, , y]) => sum + (p - y) ** 2, 0) / churn.length
    expect(calibration.brier_score).toBeCloseTo(brier, 14)
    const bins = Map.groupBy(churn, ([p]) => Math.min(14, Math.floor(p * 15)))
    let error = 0
    for (const rows of bins.values()) error += Math.abs(rows.reduce((sum, [p, , y]) => sum + p - y, 0))
    expect(calibration.expected_calibration_error).toBeCloseTo(error / churn.length, 14)
  })

  test('deviations are of five samples of 80 %, intervals hold the value', () => {
    for (const [name, { value, standard_deviation, confidence_interval }] of Object.entries(metrics)) {
      if (value === undefined) continue
      expect(standard_deviation, name).toBeTypeOf('number')
      // No row was answered positively: there is nothing to be sure of.
      if (name === 'precision_best_constant_classifier') {
        expect(confidence_interval).toBeUndefined()
        continue
      }
      const [lower, upper] = confidence_interval!
      expect(lower <= value && value <= upper, `${name} ${lower} ${value} ${upper}`).toBe(true)
    }
    expect(metrics['auc']!.standard_deviation).toBeGreaterThan(0)
    // DeLong's interval of these rows, by a second implementation below.
    const [lower, upper] = metrics['auc']!.confidence_interval!
    const error = delong(churn.map(([score, , label]) => [score, label]))
    expect((upper - lower) / 2).toBeCloseTo(1.959963984540054 * error, 12)
  })

  test('live captures with labels: violations in the recorded texts, f0_5 among them', async () => {
    const rows = churn.map(([score, , label], i) =>
      merged(`${score}`, `${i % 3 === 0 ? 1 - label : label}`, i),
    )
    const found = await run(
      {
        ...captures,
        problem_type: 'BinaryClassification',
        probability_attribute: '0',
        probability_threshold_attribute: '0.8',
        baseline_constraints: join(baseline.output, 'constraints.json'),
        publish_cloudwatch_metrics: 'Enabled',
        sagemaker_endpoint_name: 'churn',
        sagemaker_monitoring_schedule_name: 'hourly',
        end_time: '2026-03-01T11:00:00Z',
      },
      { 'merged.jsonl': rows.join('\n') },
    )
    const live = await metricsOf(found)
    const file = await report<{ violations: Record<string, string>[] }>(found, 'constraint_violations.json')
    expect(isConstraintViolations(file)).toBe(true)
    const names = file.violations.map(({ metric_name }) => metric_name)
    expect(names).toEqual(
      'recall precision accuracy truePositiveRate trueNegativeRate falsePositiveRate falseNegativeRate auc f0_5 f1 f2'.split(
        ' ',
      ),
    )
    expect(found.message).toBe('CompletedWithViolations: Job completed successfully with 11 violations.')
    const auc = file.violations.find(({ metric_name }) => metric_name === 'auc')!
    expect(auc).toMatchObject({ constraint_check_type: 'LessThanThreshold' })
    expect(auc).not.toHaveProperty('feature_name')
    expect(auc['description']).toBe(
      `Metric auc with ${live['auc']!.value} +/- ${live['auc']!.standard_deviation} was LessThanThreshold '0.9395127993393889'`,
    )
    const rate = file.violations.find(({ metric_name }) => metric_name === 'falsePositiveRate')!
    expect(rate['description']).toMatch(
      /^Metric falsePositiveRate with 0\.\d+ \+\/- 0\.\d+ was GreaterThanThreshold '0\.0'$/,
    )
    const sent = found
      .metrics!.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(sent.map(({ MetricName }) => MetricName).sort()).toEqual(
      [
        ...'recall precision accuracy true_positive_rate true_negative_rate false_positive_rate false_negative_rate auc f0_5 f1 f2'.split(
          ' ',
        ),
        ...'recall precision accuracy f0_5 f1 f2'
          .split(' ')
          .map((name) => `${name}_best_constant_classifier`),
      ].sort(),
    )
    expect(sent[0].Dimensions).toEqual([
      { Name: 'Endpoint', Value: 'churn' },
      { Name: 'MonitoringSchedule', Value: 'hourly' },
    ])
  })

  test('the same live data as the baseline: no violation, at the threshold is none', async () => {
    const rows = churn.map(([score, , label], i) => merged(`${score}`, `${label}`, i))
    const found = await run(
      {
        ...captures,
        problem_type: 'BinaryClassification',
        probability_attribute: '0',
        probability_threshold_attribute: '0.8',
        baseline_constraints: baseline.output,
      },
      { 'merged.jsonl': rows.join('\n') },
    )
    expect(found.message).toBe('Completed: Job completed successfully with no violations.')
  })
})

test('the multiclass example of the guide, to all printed digits', async () => {
  const rows = [
    [1180, 0, 0],
    [510, 0, 1],
    [268, 1, 0],
    [138, 1, 1],
  ].flatMap(([n, actual, predicted]) => Array.from({ length: n! }, () => `${predicted},${actual}`))
  const found = await run(
    {
      ...csv,
      problem_type: 'MulticlassClassification',
      inference_attribute: 'prediction',
      ground_truth_attribute: 'label',
    },
    { 'data.csv': ['prediction,label', ...rows].join('\n') },
  )
  const metrics = await metricsOf(found, 'multiclass_classification')
  expect(metrics['confusion_matrix']).toEqual({ 0: { 0: 1180, 1: 510 }, 1: { 0: 268, 1: 138 } })
  const printed = {
    weighted_precision: '0.698317',
    weighted_f0_5: '0.680395',
    weighted_f1: '0.657116',
    weighted_f2: '0.638402',
  }
  for (const [name, digits] of Object.entries(printed))
    expect(metrics[name]!.value.toFixed(6), name).toBe(digits)
  expect(metrics['weighted_recall']!.value).toBeCloseTo(1318 / 2096, 15)
  expect(metrics['accuracy']!.value).toBeCloseTo(1318 / 2096, 15)
  const constraints = await report<Constraints>(found, 'constraints.json')
  expect(Object.keys(constraints.multiclass_classification_constraints!)).toEqual(
    'accuracy weighted_recall weighted_precision weighted_f0_5 weighted_f1 weighted_f2'.split(' '),
  )
})

describe('other ways to say the same', () => {
  const labels = ['cat', 'dog', 'cat', 'bird', 'dog']
  const answers = ['cat', 'cat', 'cat', 'bird', 'dog']
  const multiclass = { ...captures, problem_type: 'MulticlassClassification' }

  test('JSON outputs with labels, by JMESPath: not the 0.0 of the original', async () => {
    const rows = answers.map((answer, i) =>
      merged(JSON.stringify({ predictions: [{ predicted_label: answer }] }), labels[i]!, i, 'JSON'),
    )
    const found = await run(
      { ...multiclass, inference_attribute: 'predictions[0].predicted_label' },
      { 'a.jsonl': rows.join('\n') },
    )
    expect((await metricsOf(found, 'multiclass_classification'))['accuracy']!.value).toBe(0.8)
  })

  test('flat JSON outputs, by name', async () => {
    const rows = answers.map((answer, i) => merged(JSON.stringify({ label: answer }), labels[i]!, i, 'JSON'))
    const found = await run({ ...multiclass, inference_attribute: 'label' }, { 'a.jsonl': rows.join('\n') })
    expect((await metricsOf(found, 'multiclass_classification'))['accuracy']!.value).toBe(0.8)
  })

  test('a list of probabilities: the largest wins', async () => {
    const lists = [
      [0.7, 0.2, 0.1],
      [0.5, 0.3, 0.2],
      [0.9, 0.1, 0],
      [0, 0.1, 0.9],
      [0.2, 0.7, 0.1],
    ]
    const rows = lists.map((list, i) =>
      merged(JSON.stringify({ score: list }), ['0', '1', '0', '2', '1'][i]!, i, 'JSON'),
    )
    const found = await run(
      { ...multiclass, probability_attribute: 'score[*]' },
      { 'a.jsonl': rows.join('\n') },
    )
    expect((await metricsOf(found, 'multiclass_classification'))['accuracy']!.value).toBe(0.8)
  })

  test('scientific notation and decimals without a leading zero', async () => {
    const rows = ['9.9E-1,1', '1e-3,0', '.25,0', '7.5e-01,1']
    const found = await run(
      { ...binary, probability_attribute: 'probability' },
      { 'data.csv': `probability,label\n${rows.join('\n')}` },
    )
    const metrics = await metricsOf(found)
    expect(metrics['accuracy']!.value).toBe(1)
    expect(metrics['auc']!.value).toBe(1)
    expect(metrics['auc']!.standard_deviation).toBe('NaN')
  })

  test('regression, by index, against plain sums', async () => {
    const pairsOf = Array.from({ length: 500 }, (_, i) => [
      Math.sin(i) * 10 + 1e6,
      Math.sin(i) * 9 + Math.cos(3 * i) + 1e6,
    ])
    const found = await run(
      {
        dataset_format: '{"csv": {"header": false}}',
        problem_type: 'Regression',
        inference_attribute: '0',
        ground_truth_attribute: '1',
      },
      { 'data.csv': pairsOf.map((pair) => pair.join(',')).join('\n') },
    )
    const metrics = await metricsOf(found, 'regression')
    const n = pairsOf.length
    const mean = pairsOf.reduce((sum, [, y]) => sum + y! / n, 0)
    const mse = pairsOf.reduce((sum, [x, y]) => sum + (x! - y!) ** 2, 0) / n
    const expected = {
      mae: pairsOf.reduce((sum, [x, y]) => sum + Math.abs(x! - y!), 0) / n,
      mse,
      rmse: Math.sqrt(mse),
      r2: 1 - (mse * n) / pairsOf.reduce((sum, [, y]) => sum + (y! - mean) ** 2, 0),
    }
    for (const [name, value] of Object.entries(expected))
      expect(Math.abs(metrics[name]!.value - value), name).toBeLessThan(1e-8 * Math.abs(value))
    expect(metrics['r2']!.standard_deviation).toBeTypeOf('number')
  })
})

describe('bad input', () => {
  const noNaN = async (found: JobRun) => {
    const text = await readFile(join(found.output, 'statistics.json'), 'utf8')
    expect(text.replaceAll('"standard_deviation" : "NaN"', '')).not.toMatch(/NaN|Infinity/)
  }

  test('labels that are no class, probabilities outside 0..1, missing values: counted, left out', async () => {
    const rows = [
      '0.9,1',
      '0.2,0',
      '1.2,1',
      '-0.1,0',
      '0.4,maybe',
      '0.7,',
      ',1',
      'x,1',
      '0.6,true',
      '0.1,FALSE',
    ]
    const found = await run(
      { ...binary, probability_attribute: 'probability' },
      { 'data.csv': `probability,label\n${rows.join('\n')}` },
    )
    expect((await metricsOf(found))['accuracy']!.value).toBe(1)
    expect(await detailsOf(found)).toMatchObject({
      rows: 4,
      excluded: {
        label_missing: 1,
        label_not_a_class: 1,
        prediction_missing: 1,
        probability_out_of_range: 3,
      },
    })
    await noNaN(found)
  })

  test('one class only: no area, zero for what divides by zero', async () => {
    const found = await run(
      { ...binary, probability_attribute: 'probability' },
      { 'data.csv': 'probability,label\n0.2,0\n0.3,0\n0.4,0\n' },
    )
    const metrics = await metricsOf(found)
    expect(metrics).not.toHaveProperty('auc')
    expect(metrics['recall']!.value).toBe(0)
    expect(metrics['accuracy']!.value).toBe(1)
    expect((await detailsOf(found)).not_computed).toEqual({ auc: 'the labels are of one class only' })
    await noNaN(found)
  })

  test('more classes than a model has: a failure, not a run without violations', async () => {
    const rows = Array.from({ length: 1001 }, (_, i) => `c${i},c${i}`)
    const found = await run(
      {
        ...csv,
        problem_type: 'MulticlassClassification',
        inference_attribute: 'p',
        ground_truth_attribute: 'y',
      },
      { 'data.csv': ['p,y', ...rows].join('\n') },
    )
    expect(found.exit).toBe(5)
    expect(found.message).toContain('there are more than 1000 classes: is problem_type right?')
  })

  test('labels all the same number: no r2', async () => {
    const found = await run(
      { ...csv, problem_type: 'Regression', inference_attribute: 'p', ground_truth_attribute: 'y' },
      { 'data.csv': 'p,y\n1,5\n2,5\nx,5\n1e200,5\n0x1F,5\n' },
    )
    expect(Object.keys(await metricsOf(found, 'regression'))).toEqual(['mae', 'mse', 'rmse'])
    expect(await detailsOf(found)).toMatchObject({ rows: 2, excluded: { not_a_number: 3 } })
    await noNaN(found)
  })

  test('captures without a label are rejected records with a way out', async () => {
    const bare = JSON.parse(merged('0.9', '1', 1))
    delete bare.groundTruthData
    const rows = [merged('0.9', '1', 0), JSON.stringify(bare), merged('0.1', '{"a": 1, "b": 2}', 2)]
    const found = await run(
      { ...captures, problem_type: 'BinaryClassification', probability_attribute: '0' },
      { 'a.jsonl': rows.join('\n') },
    )
    expect((await detailsOf(found)).rows).toBe(1)
    const { rejected } = await report<{ rejected: { code: string; examples: { detail: string }[] }[] }>(
      found,
      'run.json',
    )
    expect(rejected.map(({ code }) => code)).toEqual(['NO_GROUND_TRUTH'])
    expect(rejected[0]!.examples[0]!.detail).toContain('merge the labels first')
  })

  test.each([
    [
      'BinaryClassification',
      { probability_attribute: 'p' },
      'p,y\n0.5,maybe\n0.4,no way\n',
      'label_not_a_class 2): labels are 0 and 1; positive_label names',
    ],
    [
      'BinaryClassification',
      { probability_attribute: 'score' },
      'p,y\n0.5,1\n0.4,0\n,\n',
      'prediction_missing 2, label_missing 1): are inference_attribute and',
    ],
    [
      'MulticlassClassification',
      { inference_attribute: 'p' },
      'p,y\na,\nb,\n',
      'label_missing 2): is ground_truth_attribute',
    ],
    [
      'Regression',
      { inference_attribute: 'p' },
      'p,y\nhigh,1\n',
      'not_a_number 1): regression compares numbers',
    ],
  ])(
    '%s of which no row can be compared is a failure that says why, not a clean run',
    async (problem_type, attributes, data, text) => {
      const environment = { ...csv, problem_type, ...attributes, ground_truth_attribute: 'y' }
      const found = await run(environment as Record<string, string>, { 'data.csv': data })
      expect(found.exit, found.log).toBe(5)
      expect(found.message).toContain('Failed: ANALYZER_FAILED: analyzer model-quality: complete: none of')
      expect(found.message).toContain(text)
      await noNaN(found)
    },
  )

  test('a group without a row that can be compared is no failure', async () => {
    const config = join(work, 'empty-group.json')
    await writeFile(config, JSON.stringify({ segments: { by: { column: 'region' } } }))
    const found = await run(
      { ...binary, probability_attribute: 'probability', BYOM_CONFIG: config },
      { 'data.csv': 'probability,label,region\n0.9,1,a\n0.1,0,a\n0.5,,b\n' },
    )
    expect(found.exit, found.log).toBe(0)
    expect((await metricsOf(found))['accuracy']!.value).toBe(1)
  })

  test('multiclass: one class only, and a class that is never predicted', async () => {
    const multiclass = {
      ...csv,
      problem_type: 'MulticlassClassification',
      inference_attribute: 'p',
      ground_truth_attribute: 'y',
    }
    const one = await run(multiclass, { 'data.csv': 'p,y\na,a\na,a\n' })
    const certain = await metricsOf(one, 'multiclass_classification')
    expect(certain['confusion_matrix']).toEqual({ a: { a: 2 } })
    for (const name of ['accuracy', 'weighted_recall', 'weighted_precision', 'weighted_f1'])
      expect(certain[name]!.value, name).toBe(1)
    await noNaN(one)
    const wrong = await run(multiclass, { 'data.csv': 'p,y\na,b\na,b\n' })
    const nothing = await metricsOf(wrong, 'multiclass_classification')
    for (const name of ['accuracy', 'weighted_recall', 'weighted_precision', 'weighted_f0_5', 'weighted_f1'])
      expect(nothing[name]!.value, name).toBe(0)
    await noNaN(wrong)
  })

  test('settings that are wrong are all named before data is read', async () => {
    const found = await run({ ...csv, problem_type: 'Clustering', probability_threshold_attribute: 'half' })
    expect(found.exit).toBe(2)
    expect(found.message).toContain('problem_type is Clustering')
    expect(found.message).toContain('inference_attribute is not set')
    expect(found.message).toContain('probability_threshold_attribute is half')
  })
})

test('metrics per group, each compared with its own baseline', async () => {
  const rows = Array.from(
    { length: 600 },
    (_, i) => `${((i * 37) % 100) / 100},${i % 2},${i % 3 === 0 ? 'a' : 'b'}`,
  )
  const config = join(work, 'segments.json')
  await writeFile(config, JSON.stringify({ segments: { by: { column: 'region' } } }))
  const found = await run(
    { ...binary, probability_attribute: 'probability', BYOM_CONFIG: config },
    { 'data.csv': `probability,label,region\n${rows.join('\n')}` },
  )
  expect(found.exit, found.log).toBe(0)
  const own = JSON.parse(await readFile(join(found.output, 'segments/a/statistics.json'), 'utf8'))
  expect(own.dataset.item_count).toBe(200)
  expect(own.binary_classification_metrics.auc.value).toBeGreaterThan(0)
})

/** Share of pairs that are ordered rightly, one pair after the other. */
function pairs(rows: readonly (readonly [number, number])[]): number {
  const positives = rows.filter(([, label]) => label === 1).map(([score]) => score)
  const negatives = rows.filter(([, label]) => label === 0).map(([score]) => score)
  let sum = 0
  for (const p of positives) for (const n of negatives) sum += p > n ? 1 : p === n ? 0.5 : 0
  return sum / (positives.length * negatives.length)
}

/** DeLong's standard error by its definition. */
function delong(rows: readonly (readonly [number, number])[]): number {
  const positives = rows.filter(([, label]) => label === 1).map(([score]) => score)
  const negatives = rows.filter(([, label]) => label === 0).map(([score]) => score)
  const kernel = (p: number, n: number) => (p > n ? 1 : p === n ? 0.5 : 0)
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length
    return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1)
  }
  const v10 = positives.map((p) => negatives.reduce((sum, n) => sum + kernel(p, n), 0) / negatives.length)
  const v01 = negatives.map((n) => positives.reduce((sum, p) => sum + kernel(p, n), 0) / positives.length)
  return Math.sqrt(variance(v10) / positives.length + variance(v01) / negatives.length)
}
