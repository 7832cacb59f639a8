import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CreateProcessingJob } from '../../../contracts/types.generated.ts'
import type { MonitorError } from '../../../runtime/errors.ts'
import { processingJobConfig, resourceConfig } from '../../../runtime/local/platform-files.ts'
import { type RequestContext, readRequest } from '../../../runtime/local/request.ts'
import { formats, shortRequest } from '../../../runtime/local/short-form.ts'

let base: string
let context: RequestContext
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'byom-request-'))
  await writeFile(join(base, 'data.csv'), 'a\n')
  context = { base, maps: [{ prefix: 's3://bucket/some', folder: base }], defaultName: 'default' }
})
afterAll(() => rm(base, { recursive: true }))

const image = { AppSpecification: { ImageUri: 'image' } }
const input = (uri: string, more: object = {}) => ({
  InputName: 'in',
  S3Input: { S3Uri: uri, LocalPath: '/opt/ml/processing/in', ...more },
})
const problemsOf = async (request: unknown): Promise<readonly string[]> =>
  readRequest(request, context).then(
    () => [],
    (error: MonitorError) => error.problems,
  )

describe('a request', () => {
  test('with nothing but an image has the defaults of the service', async () => {
    expect(await readRequest(image, context)).toMatchObject({
      name: 'default',
      image: 'image',
      entrypoint: undefined,
      arguments: undefined,
      inputs: [],
      outputs: [],
      hosts: ['algo-1'],
      isolated: false,
      maxRuntime: 86_400,
    })
  })

  test.each<[string, (base: string) => string]>([
    ['a relative path', () => 'data.csv'],
    ['a path', (base) => join(base, 'data.csv')],
    ['a file URI', (base) => `file://${base}/data.csv`],
    ['an S3 URI that is mapped', () => 's3://bucket/some/data.csv'],
  ])('names a file by %s', async (_, uri) => {
    const { inputs } = await readRequest({ ...image, ProcessingInputs: [input(uri(base))] }, context)
    expect(inputs).toMatchObject([
      { source: join(base, 'data.csv'), isFile: true, localPath: '/opt/ml/processing/in', sharded: false },
    ])
  })

  test('may be what DescribeProcessingJob answered, with nulls', async () => {
    const described = {
      ...image,
      ProcessingJobName: 'job',
      ProcessingJobStatus: 'Completed',
      CreationTime: 1,
      NetworkConfig: null,
      Environment: { a: 'b' },
      ProcessingInputs: [{ InputName: 'managed', AppManaged: true, S3Input: null }],
      StoppingCondition: { MaxRuntimeInSeconds: 60 },
    }
    expect(await readRequest(described, context)).toMatchObject({ name: 'job', maxRuntime: 60, inputs: [] })
  })

  test.each<[string, unknown, RegExp]>([
    ['no image', {}, /AppSpecification is missing/],
    [
      'a key that leaves the mapped folder',
      { ...image, ProcessingInputs: [input('s3://bucket/some/../secret')] },
      /s3:\/\/bucket\/some\/\.\.\/secret is not on this machine/,
    ],
    ['a misspelt key', { ...image, Enviroment: {} }, /\$\.Enviroment: there is no such key/],
    ['a value that is no text', { ...image, Environment: { a: 1 } }, /expected a text, found 1/],
    ['a bad name', { ...image, ProcessingJobName: 'a_b' }, /ProcessingJobName is "a_b"/],
    [
      'no file',
      { ...image, ProcessingInputs: [input('nowhere')] },
      /input "in": .*nowhere cannot be read \(ENOENT\)/,
    ],
    [
      'S3 without a map',
      { ...image, ProcessingInputs: [input('s3://other/x')] },
      /--map s3:\/\/other=<folder>/,
    ],
    [
      'S3 beside a map',
      { ...image, ProcessingInputs: [input('s3://bucket/something')] },
      /not on this machine/,
    ],
    ['a pipe', { ...image, ProcessingInputs: [input('data.csv', { S3InputMode: 'Pipe' })] }, /use File/],
    ['gzip', { ...image, ProcessingInputs: [input('data.csv', { S3CompressionType: 'Gzip' })] }, /use None/],
    [
      'a manifest',
      { ...image, ProcessingInputs: [input('data.csv', { S3DataType: 'ManifestFile' })] },
      /S3Prefix/,
    ],
    [
      'a query',
      { ...image, ProcessingInputs: [{ InputName: 'in', DatasetDefinition: {} }] },
      /input "in" is a DatasetDefinition/,
    ],
    [
      'a place outside',
      { ...image, ProcessingInputs: [input('data.csv', { LocalPath: '/opt/ml/processing/../x' })] },
      /has to be a path below \/opt\/ml\/processing/,
    ],
    [
      'twice the same',
      { ...image, ProcessingInputs: [input('data.csv'), input('data.csv')] },
      /"in" occurs twice/,
    ],
    [
      'a feature store',
      { ...image, ProcessingOutputConfig: { Outputs: [{ OutputName: 'o', FeatureStoreOutput: {} }] } },
      /output "o" goes to a feature store/,
    ],
    [
      'too many hosts',
      { ...image, ProcessingResources: { ClusterConfig: { InstanceCount: 101 } } },
      /not above 100/,
    ],
  ])('with %s is refused', async (_, request, problem) => {
    expect((await problemsOf(request)).join('\n')).toMatch(problem)
  })

  test('has all its problems told at once', async () => {
    const request = {
      ...image,
      ProcessingJobName: '-',
      ProcessingInputs: [input('nowhere', { LocalPath: '/tmp', S3InputMode: 'Pipe' })],
    }
    expect(await problemsOf(request)).toHaveLength(4)
  })
})

describe('the files of the platform', () => {
  test('hold what a request says and what it leaves out', async () => {
    const request: CreateProcessingJob = {
      ...image,
      ProcessingInputs: [input('data.csv')],
      ProcessingResources: { ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.xlarge' } },
    }
    const job = await readRequest(request, context)
    expect(JSON.parse(processingJobConfig(job))).toMatchObject({
      ProcessingJobName: 'default',
      AppSpecification: { ImageUri: 'image', ContainerEntrypoint: null, ContainerArguments: null },
      ProcessingInputs: [{ S3Input: { S3InputMode: 'File', S3DataType: 'S3Prefix' } }],
      ProcessingResources: { ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.xlarge' } },
      NetworkConfig: { EnableNetworkIsolation: false },
    })
    expect(JSON.parse(resourceConfig(job, 'algo-2'))).toMatchObject({
      current_host: 'algo-2',
      hosts: ['algo-1', 'algo-2'],
      current_instance_type: 'ml.m5.xlarge',
    })
  })
})

describe('the short form', () => {
  const least = { data: 'data.csv', format: 'csv', output: 'out' }

  test('is a baseline without a baseline, with the image byom', () => {
    expect(shortRequest(least)).toMatchObject({
      AppSpecification: { ImageUri: 'byom' },
      Environment: {
        dataset_source: '/opt/ml/processing/input/dataset',
        dataset_format: formats['csv'],
        output_path: '/opt/ml/processing/output',
      },
    })
    expect(shortRequest(least).Environment).not.toHaveProperty('baseline_statistics')
  })

  test('puts scripts, settings and the baseline where their variables say', async () => {
    const request = shortRequest({
      ...least,
      format: '{"json": {"lines": true}}',
      baseline: 'base',
      config: 'conf/byom.json',
      preprocess: 'scripts/pre.py',
      postprocess: 'post.py',
      env: ['a=b=c', 'output_path=/opt/ml/processing/output'],
    })
    expect(request.Environment).toMatchObject({
      dataset_format: '{"json": {"lines": true}}',
      BYOM_CONFIG: '/opt/ml/processing/input/config/byom.json',
      baseline_statistics: '/opt/ml/processing/baseline/statistics.json',
      record_preprocessor_script: '/opt/ml/processing/code/preprocessing/pre.py',
      post_analytics_processor_script: '/opt/ml/processing/code/postprocessing/post.py',
      a: 'b=c',
    })
    const places = request.ProcessingInputs!.map(({ S3Input }) => [S3Input!.S3Uri, S3Input!.LocalPath])
    expect(places).toContainEqual(['scripts/pre.py', '/opt/ml/processing/code/preprocessing'])
    expect(places).toContainEqual(['base', '/opt/ml/processing/baseline'])
  })

  test('says everything that is missing or wrong', () => {
    const problems = (flags: object) => {
      try {
        shortRequest(flags)
        return []
      } catch (error) {
        return (error as MonitorError).problems
      }
    }
    expect(problems({})).toHaveLength(3)
    expect(problems({ ...least, format: 'xml', env: ['novalue'] })).toEqual([
      expect.stringContaining('--format is xml'),
      '--env is novalue, expected NAME=value.',
    ])
  })
})
