/** `byom migrate`: the service's own answers become files that its SDK, byom local and byom diff take. */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { execa } from 'execa'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CreateProcessingJob } from '../../../contracts/types.generated.ts'
import { isConfig, isCreateProcessingJob } from '../../../contracts/validators.generated.ts'
import type { ComparisonPlan } from '../../../runtime/migrate/plan.ts'
import { docker, runtimeImage } from '../../docker.ts'
import { serveModel } from '../../plugins/attribution/model-server.ts'
import { installPython, isMissing } from '../../plugins/publishers/python.ts'
import { runCommand, runJob } from '../../run-job.ts'

const answers = new URL('answers/', import.meta.url).pathname
const golden = new URL('../../golden/', import.meta.url).pathname
const script = new URL('shapes.py', import.meta.url).pathname
const python = await installPython('boto3>=1.40,<2')
if ('reason' in python) process.stdout.write(`boto3 cannot be installed: ${python.reason}\n`)
const image = await runtimeImage()

let work: string
let folder: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-migrate-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(work, 'test-'))
})

const answer = async (name: string) => JSON.parse(await readFile(join(answers, `${name}.json`), 'utf8'))
const put = async (name: string, content: unknown) => {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
interface Made {
  readonly exit: number | undefined
  readonly log: string
  readonly out: string
  readonly plan: ComparisonPlan
  readonly request: CreateProcessingJob
  readonly schedule: object | undefined
  readonly page: string
}

async function migrate(names: readonly string[], ...flags: string[]): Promise<Made> {
  const out = join(folder, 'out')
  const files = names.map((name) => (name.startsWith('/') ? name : join(answers, `${name}.json`)))
  const { exit, log } = await runCommand(
    folder,
    {},
    { args: ['migrate', ...files, '--out', out, ...flags], cwd: folder },
  )
  const made = exit === 0 ? await readdir(out) : []
  const read = async (name: string) => JSON.parse(await readFile(join(out, name), 'utf8'))
  return {
    exit,
    log,
    out,
    plan: made.includes('plan.json') ? await read('plan.json') : undefined,
    request: made.includes('request.json') ? await read('request.json') : undefined,
    schedule: made.includes('schedule.json') ? await read('schedule.json') : undefined,
    page: made.includes('PLAN.md') ? await readFile(join(out, 'PLAN.md'), 'utf8') : '',
  }
}
const inputsOf = ({ ProcessingInputs }: CreateProcessingJob) =>
  Object.fromEntries((ProcessingInputs ?? []).map(({ S3Input }) => [S3Input!.S3Uri, S3Input!.LocalPath]))
const notesOf = ({ plan }: Made, level: string) =>
  plan.notes.filter((note) => note.level === level).map(({ where, text }) => `${where}: ${text}`)

const kinds = ['data-quality', 'batch', 'model-quality', 'model-bias', 'model-explainability'] as const
const captures = ['--captures', 's3://churn-bucket/datacapture']

describe.skipIf(isMissing(python))('the shapes of the service', () => {
  const check = async (values: object): Promise<Record<string, string[]>> => {
    if ('reason' in python) throw new Error(python.reason)
    const { stdout } = await execa({ input: JSON.stringify(values) })`${python.python} ${script}`
    return JSON.parse(stdout)
  }
  const operations: Record<string, string> = {
    'data-quality-definition': 'DescribeDataQualityJobDefinition',
    'batch-definition': 'DescribeDataQualityJobDefinition',
    'model-quality-definition': 'DescribeModelQualityJobDefinition',
    'model-bias-definition': 'DescribeModelBiasJobDefinition',
    'model-explainability-definition': 'DescribeModelExplainabilityJobDefinition',
    endpoint: 'DescribeEndpoint',
  }

  test('are those of the answers that the tests read', async () => {
    const names = (await readdir(answers)).map((name) => name.replace('.json', ''))
    const values: Record<string, unknown> = {}
    for (const name of names)
      values[name] = [operations[name] ?? 'DescribeMonitoringSchedule', 'output', await answer(name)]
    expect(await check(values)).toEqual(Object.fromEntries(names.map((name) => [name, []])))
    // It finds what is wrong.
    const schedule = await answer('data-quality-schedule')
    const wrong = { ...schedule, MonitoringScheduleStatus: 'Asleep' }
    expect(await check({ wrong: ['DescribeMonitoringSchedule', 'output', wrong] })).toEqual({
      wrong: [expect.stringContaining('Asleep is none of the choices')],
    })
  })

  test('are those of the requests that are written', async () => {
    const values: Record<string, unknown> = {}
    for (const kind of kinds) {
      const made = await migrate([`${kind}-schedule`, `${kind}-definition`], ...captures)
      expect(made.exit, made.log).toBe(0)
      values[kind] = ['CreateProcessingJob', 'input', made.request]
      await rm(made.out, { recursive: true })
    }
    expect(await check(values)).toEqual(Object.fromEntries(kinds.map((kind) => [kind, []])))
  })
})

describe('each kind of monitoring', () => {
  test('data quality: inputs, variables, schedule, settings', async () => {
    const made = await migrate(['data-quality-schedule', 'data-quality-definition', 'endpoint'])
    expect(made.exit, made.log).toBe(0)
    expect(isCreateProcessingJob(made.request), JSON.stringify(isCreateProcessingJob.errors)).toBe(true)
    expect(made.request.Environment).toEqual({
      dataset_source: '/opt/ml/processing/input/endpoint',
      dataset_format: '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput","endpointOutput"]}}',
      output_path: '/opt/ml/processing/output',
      publish_cloudwatch_metrics: 'Enabled',
      baseline_constraints: '/opt/ml/processing/baseline/constraints/constraints.json',
      baseline_statistics: '/opt/ml/processing/baseline/stats/statistics.json',
      record_preprocessor_script: '/opt/ml/processing/code/preprocessing/preprocessor.py',
      post_analytics_processor_script: '/opt/ml/processing/code/postprocessing/postprocessor.py',
      exclude_features_attribute: 'Phone',
      sagemaker_endpoint_name: 'churn-endpoint',
      sagemaker_monitoring_schedule_name: 'churn-data-quality',
      BYOM_CONFIG: '/opt/ml/processing/byom/byom.json',
    })
    expect(inputsOf(made.request)).toEqual({
      'captures/churn-endpoint': '/opt/ml/processing/input/endpoint/churn-endpoint',
      'baseline/constraints.json': '/opt/ml/processing/baseline/constraints',
      'baseline/statistics.json': '/opt/ml/processing/baseline/stats',
      'code/preprocessing/preprocessor.py': '/opt/ml/processing/code/preprocessing',
      'code/postprocessing/postprocessor.py': '/opt/ml/processing/code/postprocessing',
      'byom.json': '/opt/ml/processing/byom',
    })
    expect(made.request).toMatchObject({
      ProcessingJobName: 'churn-data-quality',
      AppSpecification: { ImageUri: 'byom' },
      ProcessingOutputConfig: { Outputs: [{ S3Output: { S3Uri: 'reports', S3UploadMode: 'Continuous' } }] },
      ProcessingResources: {
        ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
      },
      StoppingCondition: { MaxRuntimeInSeconds: 1800 },
    })
    expect(made.schedule).toEqual({
      name: 'churn-data-quality',
      schedule: { expression: 'cron(0 * ? * * *)' },
      endpoint: 'churn-endpoint',
      monitoringType: 'DataQuality',
      request: 'request.json',
    })
    const config = JSON.parse(await readFile(join(made.out, 'byom.json'), 'utf8'))
    expect(isConfig(config)).toBe(true)
    expect(config).toEqual({ input: { emptyWindow: 'fail' } })
    expect(notesOf(made, 'unsupported')).toEqual([])
    expect(notesOf(made, 'left')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^MonitoringScheduleArn: "arn:/),
        expect.stringMatching(
          /^LastMonitoringExecutionSummary\.MonitoringExecutionStatus: "CompletedWithViolations"/,
        ),
        expect.stringMatching(/^EndpointConfigName: /),
      ]),
    )
    expect(notesOf(made, 'changed').join('\n')).toContain(
      'not to s3://churn-bucket/reports, where the old schedule writes',
    )
  })

  test('the plan has commands that fetch, run, and compare the latest execution', async () => {
    const made = await migrate(['data-quality-schedule', 'data-quality-definition', 'endpoint'])
    const commands = made.plan.steps.flatMap((step) => step.commands)
    expect(commands).toEqual(
      expect.arrayContaining([
        'aws s3 sync s3://churn-bucket/datacapture/churn-endpoint captures/churn-endpoint',
        'aws s3 cp s3://churn-bucket/baselining/results/constraints.json baseline/constraints.json',
        'aws s3 cp s3://churn-bucket/code/preprocessor.py code/preprocessing/preprocessor.py',
        'byom local request.json --env start_time=2026-03-02T04:00:00Z --env end_time=2026-03-02T05:00:00Z',
        'aws s3 sync s3://churn-bucket/reports/churn-endpoint/churn-data-quality/2026/03/02/05 original/one',
        'byom diff original/one reports',
        'byom schedule schedule.json',
      ]),
    )
    for (const command of commands) expect(made.page).toContain(`   ${command}\n`)
    for (const { what } of made.plan.differs) expect(made.page).toContain(`| ${what} |`)
    const shell = await execa({ input: commands.join('\n').replaceAll(/<[^>]*>/g, 'x') })`bash -n`
    expect(shell.exitCode).toBe(0)
  })

  test('model quality: labels, attributes, both kinds of offsets', async () => {
    const made = await migrate(['model-quality-schedule', 'model-quality-definition'], ...captures)
    expect(made.request.Environment).toMatchObject({
      analysis_type: 'MODEL_QUALITY',
      problem_type: 'BinaryClassification',
      inference_attribute: 'prediction',
      probability_attribute: 'probability',
      probability_threshold_attribute: '0.8',
      ground_truth_source: '/opt/ml/processing/groundtruth',
      dataset_source: '/opt/ml/processing/input_data',
    })
    expect(made.request.Environment).not.toHaveProperty('baseline_statistics')
    expect(inputsOf(made.request)).toMatchObject({ groundtruth: '/opt/ml/processing/groundtruth' })
    expect(made.schedule).toMatchObject({
      schedule: {
        expression: 'cron(0 5 ? * * *)',
        dataAnalysisStartTime: '-P1D',
        dataAnalysisEndTime: '-PT0H',
      },
      groundTruth: { startTimeOffset: '-PT6H', endTimeOffset: '-PT1H' },
      monitoringType: 'ModelQuality',
    })
    // A day back and six hours more; to an hour before.
    expect(made.page).toContain(
      '--env start_time=2026-02-28T23:00:00Z --env end_time=2026-03-02T04:00:00Z'.replace(
        '02-28T23',
        '02-28T23',
      ),
    )
  })

  test('bias and attribution: the configuration of Clarify at its place; the model is asked for', async () => {
    const bias = await migrate(['model-bias-schedule', 'model-bias-definition'], ...captures)
    expect(inputsOf(bias.request)).toMatchObject({
      'config/analysis_config.json': '/opt/ml/processing/input/config',
      'baseline/analysis.json': '/opt/ml/processing/baseline/constraints',
      groundtruth: '/opt/ml/processing/groundtruth',
    })
    expect(bias.request.Environment).not.toHaveProperty('analysis_type')
    // -PT1H to -PT0H, counted from the scheduled time.
    expect(bias.page).toContain('--env start_time=2026-03-02T04:00:00Z --env end_time=2026-03-02T05:00:00Z')
    await rm(bias.out, { recursive: true })
    const names = ['model-explainability-schedule', 'model-explainability-definition']
    const open = await migrate(names, ...captures)
    expect(notesOf(open, 'todo')).toEqual([
      expect.stringMatching(/^analyzers\.attribution\.model: .*shadow endpoint/),
    ])
    expect(open.request.Environment).toMatchObject({ features_attribute: 'features' })
    await rm(open.out, { recursive: true })
    const told = await migrate(names, ...captures, '--model', 'http://model:8080')
    expect(notesOf(told, 'todo')).toEqual([])
    expect(JSON.parse(await readFile(join(told.out, 'byom.json'), 'utf8'))).toMatchObject({
      analyzers: { attribution: { model: { url: 'http://model:8080' } } },
    })
  })

  test('batch transform: format, and what works otherwise here is said', async () => {
    const made = await migrate(['batch-schedule', 'batch-definition'])
    expect(made.request.Environment).toMatchObject({
      dataset_source: '/opt/ml/processing/input',
      dataset_format: '{"csv":{"header":false}}',
    })
    expect(inputsOf(made.request)).toMatchObject({ captures: '/opt/ml/processing/input' })
    expect(made.request.NetworkConfig).toEqual({
      EnableNetworkIsolation: true,
      VpcConfig: { SecurityGroupIds: ['sg-0a1b2c3d'], Subnets: ['subnet-0a1b2c3d'] },
    })
    expect(made.schedule).not.toHaveProperty('endpoint')
    const changed = notesOf(made, 'changed').join('\n')
    for (const what of ['Pipe becomes File', 'ShardedByS3Key becomes FullyReplicated', '2 hosts become one'])
      expect(changed).toContain(what)
    expect(notesOf(made, 'todo')).toEqual([
      expect.stringContaining(
        'aws sagemaker describe-processing-job --processing-job-name baseline-suggestion-job-2026-02-01',
      ),
    ])
  })

  test('a container of the user with its definition in the schedule', async () => {
    const made = await migrate(['own-container-schedule'], ...captures)
    expect(made.exit, made.log).toBe(0)
    expect(notesOf(made, 'unsupported')).toEqual([
      expect.stringMatching(/ContainerEntrypoint: \["python3","\/app\/monitor\.py"\] starts a program/),
      expect.stringMatching(/ContainerArguments: \["--strict"\]/),
    ])
    expect(notesOf(made, 'todo')).toEqual([
      expect.stringMatching(/^ImageUri: .*toxicity-monitor:3 is a container of your own/),
    ])
    expect(made.request.Environment).toMatchObject({ TOXICITY: 'Enabled' })
    expect(made.schedule).toMatchObject({
      schedule: { expression: 'NOW', dataAnalysisStartTime: '-PT2H', dataAnalysisEndTime: '-PT1H' },
    })
    expect(made.log).toContain(
      'lost     MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.ContainerEntrypoint',
    )
  })

  const schema = new URL('../../../contracts/schedule.schema.json', import.meta.url)
  // Of byom schedule.
  if (existsSync(schema))
    test('schedule files fit their schema', async () => {
      const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(await readFile(schema, 'utf8')))
      for (const kind of kinds) {
        const { schedule, out } = await migrate([`${kind}-schedule`, `${kind}-definition`], ...captures)
        expect(validate(schedule), JSON.stringify(validate.errors)).toBe(true)
        await rm(out, { recursive: true })
      }
    })
})

describe('what cannot be taken over', () => {
  test('is listed with its path and value, wherever it stands', async () => {
    const definition = await answer('data-quality-definition')
    definition.Shiny = { new: 1 }
    definition.DataQualityJobInput.EndpointInput.Colour = 'blue'
    const file = await put('definition.json', definition)
    const made = await migrate(['data-quality-schedule', file], ...captures)
    expect(notesOf(made, 'unsupported')).toEqual([
      'Shiny: is not understood: {"new":1}',
      'DataQualityJobInput.EndpointInput.Colour: is not understood: "blue"',
    ])
    expect(made.page).toContain('- `Shiny`: is not understood')
  })

  test.each<[string, string[], string[], RegExp]>([
    [
      'no captures',
      ['data-quality-schedule', 'data-quality-definition'],
      [],
      /--captures .* describe-endpoint --endpoint-name churn-endpoint/,
    ],
    [
      'no definition',
      ['model-bias-schedule'],
      captures,
      /describe-model-bias-job-definition --job-definition-name model-bias-definition/,
    ],
    [
      'the definition of another schedule',
      ['data-quality-schedule', 'model-bias-definition'],
      captures,
      /has the job definition data-quality-job-definition-\S+, and the file is of model-bias-definition/,
    ],
    ['two schedules', ['data-quality-schedule', 'batch-schedule'], captures, /several schedules/],
    [
      'no answer at all',
      [join(golden, 'expected/distance_cases.json')],
      captures,
      /is no answer of describe-monitoring-schedule/,
    ],
  ])('%s', async (_, names, flags, expected) => {
    const made = await migrate(names, ...flags)
    expect(made.exit, made.log).toBe(2)
    expect(made.log).toMatch(expected)
    expect(existsSync(made.out)).toBe(false)
  })

  test('values of another kind, a broken baseline, a folder that exists', async () => {
    const definition = await answer('data-quality-definition')
    definition.RoleArn = 7
    definition.JobResources.ClusterConfig.InstanceCount = 'one'
    const wrong = await migrate(['data-quality-schedule', await put('d.json', definition)], ...captures)
    expect(wrong.exit).toBe(2)
    expect(wrong.log).toMatch(/RoleArn: expected a text, found 7/)
    expect(wrong.log).toMatch(/JobResources\.ClusterConfig\.InstanceCount: expected a number, found \S*one/)
    await put('baseline/constraints.json', { version: 0, features: [{ inferred_type: 'Integral' }] })
    const names = ['data-quality-schedule', 'data-quality-definition']
    const baseline = await migrate(names, ...captures, '--baseline', join(folder, 'baseline'))
    expect(baseline.exit).toBe(2)
    expect(baseline.log).toMatch(/constraints\.json: \$\.features\[0\]\.name is missing/)
    expect((await migrate(names, ...captures)).exit).toBe(0)
    const again = await migrate(names, ...captures)
    expect(again.exit).toBe(2)
    expect(again.log).toContain('nothing is overwritten')
  })
})

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'a full disk is said, and nothing half stays',
  async () => {
    const disk = join(folder, 'disk')
    await mkdir(disk)
    await execa`mount -t tmpfs -o size=4k tmpfs ${disk}`
    try {
      const files = ['data-quality-schedule', 'data-quality-definition'].map((name) =>
        join(answers, `${name}.json`),
      )
      const args = ['migrate', ...files, '--out', join(disk, 'out'), ...captures]
      const { exit, log } = await runCommand(folder, {}, { args })
      expect(exit, log).toBe(6)
      expect(log).toMatch(/disk\/out cannot be filled: .*(ENOSPC|no space)/)
      expect(await readdir(disk)).toEqual([])
    } finally {
      await execa`umount ${disk}`
    }
  },
)

describe.skipIf(!image)(
  'the migrated job, in a container over what was fetched, equals a run without one:',
  () => {
    const window = { start_time: '2026-03-02T04:00:00Z', end_time: '2026-03-02T05:00:00Z' }
    const lines = async (file: string) => (await readFile(join(golden, file), 'utf8')).trim().split('\n')
    const scores = async (file: string) => (await lines(file)).slice(1).map((line) => line.split(',')[1]!)

    /** Captures and labels of the hour, in a folder that stands for the bucket. */
    async function fetched(
      output: (score: string) => { data: string; encoding: string },
      input = (data: string) => ({ data, encoding: 'CSV' }),
    ): Promise<string> {
      const [inputs, answers, labels] = [
        await lines('churn/test-dataset-input-cols.csv'),
        await scores('churn/test-predictions.csv'),
        await lines('churn/test-dataset-gt-col.csv'),
      ]
      const captures = inputs.map((data, i) => ({
        captureData: {
          endpointInput: { observedContentType: 'text/csv', mode: 'INPUT', ...input(data) },
          endpointOutput: { observedContentType: 'text/csv', mode: 'OUTPUT', ...output(answers[i]!) },
        },
        eventMetadata: { eventId: `e-${i}`, inferenceTime: '2026-03-02T04:10:00Z' },
        eventVersion: '0',
      }))
      const truths = labels.map((label, i) => ({
        groundTruthData: { data: label.trim(), encoding: 'CSV' },
        eventMetadata: { eventId: `e-${i}` },
        eventVersion: '0',
      }))
      const text = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n')
      await put(
        'bucket/datacapture/churn-endpoint/AllTraffic/2026/03/02/04/10-00-000-a.jsonl',
        text(captures),
      )
      await put('bucket/ground-truth/2026/03/02/04/a.jsonl', text(truths))
      return join(folder, 'bucket')
    }
    const keep = async (from: string, to: string) => {
      await mkdir(dirname(join(folder, 'bucket', to)), { recursive: true })
      await cp(from, join(folder, 'bucket', to))
    }
    /** Migrates, runs the request, and compares its reports with those of a process. */
    async function runBoth(
      kind: string,
      direct: Record<string, string>,
      ...flags: string[]
    ): Promise<Record<string, number>> {
      const bucket = join(folder, 'bucket')
      const names = [`${kind}-schedule`, `${kind}-definition`, 'endpoint']
      const map = ['--map', `s3://churn-bucket=${bucket}`]
      const made = await migrate(names, '--image', image!, ...map, ...flags)
      expect(made.exit, made.log).toBe(0)
      expect(made.plan.sources.filter(({ present }) => !present)).toEqual([])
      const times = Object.entries(window).flatMap(([name, value]) => ['--env', `${name}=${value}`])
      const args = ['local', 'request.json', ...times]
      const job = await runCommand(folder, {}, { cwd: made.out, args })
      expect(job.exit, job.log).toBe(0)
      const run = await runJob(join(folder, 'direct'), {
        ...window,
        dataset_source: join(bucket, 'datacapture'),
        dataset_format: '{"sagemakerCaptureJson": {}}',
        ...direct,
      })
      expect(run.exit, run.log).toBe(0)
      const reports = join(made.out, 'reports')
      const { exit, log } = await runCommand(folder, {}, { args: ['diff', reports, run.output, '--json'] })
      expect(exit, log).toBe(0)
      return JSON.parse(log).compared
    }

    test('data quality, with both scripts', async () => {
      const baseline = await runJob(join(folder, 'baseline-run'), {
        dataset_source: join(golden, 'churn/training-dataset-with-header.csv'),
        dataset_format: '{"csv": {"header": true}}',
      })
      expect(baseline.exit, baseline.log).toBe(0)
      await fetched((data) => ({ data, encoding: 'CSV' }))
      await put('bucket/code/preprocessor.py', 'def preprocess_handler(record):\n    return record\n')
      await put('bucket/code/postprocessor.py', 'def postprocess_handler():\n    print("done")\n')
      for (const name of ['constraints.json', 'statistics.json'])
        await keep(join(baseline.output, name), `baselining/results/${name}`)
      const compared = await runBoth('data-quality', {
        baseline_constraints: join(baseline.output, 'constraints.json'),
        baseline_statistics: join(baseline.output, 'statistics.json'),
        exclude_features_attribute: 'Phone',
      })
      expect(compared['constraint_violations.json']).toBeGreaterThanOrEqual(60)
    })

    test('model quality, with labels', async () => {
      const attributes = {
        analysis_type: 'MODEL_QUALITY',
        problem_type: 'BinaryClassification',
        inference_attribute: 'prediction',
        probability_attribute: 'probability',
        probability_threshold_attribute: '0.8',
      }
      const baseline = await runJob(join(folder, 'baseline-run'), {
        ...attributes,
        ground_truth_attribute: 'label',
        dataset_source: join(golden, 'churn/validation_with_predictions.csv'),
        dataset_format: '{"csv": {"header": true}}',
      })
      expect(baseline.exit, baseline.log).toBe(0)
      const bucket = await fetched((score) => ({
        data: JSON.stringify({ prediction: Number(score) > 0.8 ? 1 : 0, probability: Number(score) }),
        encoding: 'JSON',
      }))
      await keep(join(baseline.output, 'constraints.json'), 'model-quality-baseline/constraints.json')
      const compared = await runBoth('model-quality', {
        ...attributes,
        ground_truth_source: join(bucket, 'ground-truth'),
        baseline_constraints: join(baseline.output, 'constraints.json'),
      })
      expect(compared['statistics.json']).toBeGreaterThan(40)
    })

    test("bias, with labels and Clarify's configuration", async () => {
      const [header] = await lines('churn/validation-dataset-with-header.csv')
      const bucket = await fetched((data) => ({ data, encoding: 'CSV' }))
      const config = {
        label: 'Churn',
        label_values_or_threshold: [1],
        facet: [{ name_or_index: 'Account Length', value_or_threshold: [100] }],
        headers: header!.split(','),
      }
      await put('bucket/bias/monitoring/config/analysis_config.json', config)
      const { analysis } = JSON.parse(
        await readFile(join(golden, 'expected/churn_bias_analysis.json'), 'utf8'),
      )
      const baseline = await put('bucket/bias/baseline/analysis.json', analysis)
      await put('direct/opt/processing/input/config/analysis_config.json', config)
      const compared = await runBoth('model-bias', {
        probability_attribute: '0',
        probability_threshold_attribute: '0.8',
        ground_truth_source: join(bucket, 'ground-truth'),
        baseline_constraints: baseline,
      })
      expect(compared['analysis.json']).toBeGreaterThan(21)
      expect(compared['constraint_violations.json']).toBeGreaterThan(0)
    })

    test('attribution, of a model that both reach over HTTP', async () => {
      const gateway = await docker(
        ...['network', 'inspect', 'bridge', '--format', '{{(index .IPAM.Config 0).Gateway}}'],
      )
      const weights = [0.01, -2, 0.5]
      const scores = (features: (number | string | null)[]) =>
        weights.reduce((sum, weight, i) => sum + weight * Number(features[i]), 0)
      const server = await serveModel({ scores, host: gateway.stdout })
      try {
        const json = (data: string) => JSON.stringify({ features: data.split(',').slice(0, 3).map(Number) })
        await fetched(
          (data) => ({ data, encoding: 'CSV' }),
          (data) => ({ data: json(data), encoding: 'JSON' }),
        )
        const config = {
          dataset_type: 'application/jsonlines',
          features: 'features',
          headers: ['Account Length', 'VMail Message', 'Day Mins'],
          predictor: { label: 'score' },
          methods: { shap: { baseline: [{ features: [100, 8, 180] }], num_samples: 50, seed: 1 } },
        }
        await put('bucket/shap/monitoring/analysis_config.json', config)
        const settings = { analyzers: { attribution: { model: { url: server.url } } } }
        for (const run of ['baseline-run', 'direct'])
          for (const [name, value] of Object.entries({
            'analysis_config.json': config,
            'byom.json': settings,
          }))
            await put(`${run}/opt/processing/input/config/${name}`, value)
        const baseline = await runJob(join(folder, 'baseline-run'), {
          dataset_source: join(folder, 'bucket/datacapture'),
          dataset_format: '{"sagemakerCaptureJson": {}}',
        })
        expect(baseline.exit, baseline.log).toBe(0)
        const text = await readFile(join(baseline.output, 'analysis.json'), 'utf8')
        const asked = server.requests.rows
        const baselineFile = await put('bucket/shap/baseline/analysis.json', text)
        const compared = await runBoth(
          'model-explainability',
          { baseline_constraints: baselineFile, features_attribute: 'features' },
          '--model',
          server.url,
        )
        expect(compared['analysis.json']).toBeGreaterThan(3)
        // The container has asked as often as the process.
        expect(server.requests.rows).toBe(3 * asked)
      } finally {
        await server.close()
      }
    })
  },
)
