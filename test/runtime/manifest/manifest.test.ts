/** Every manifest, read by the tool that it is for or by that tool's own schema. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { targets } from '../../../runtime/manifest/index.ts'
import { composeClient, docker, runtimeImage } from '../../docker.ts'
import { installPython, isMissing, type Python } from '../../plugins/publishers/python.ts'
import { runCommand } from '../../run-job.ts'

const checkout = new URL('../../../', import.meta.url).pathname
let work: string

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-manifest-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))

const environment = {
  dataset_source: '/opt/ml/processing/input/endpoint',
  dataset_format: '{"sagemakerCaptureJson": {}}',
  output_path: '/opt/ml/processing/output',
  NOTE: `it's "5$" and 100% {of} \${it}`,
}
/** Texts that the languages of some targets would take for their own. */
const templates = 'a {{ b }} {% d %}'

function requestOf(root: string, image = 'byom') {
  return {
    AppSpecification: { ImageUri: image },
    Environment: environment,
    ProcessingInputs: [
      {
        InputName: 'endpoint_input',
        S3Input: { S3Uri: `${root}captures`, LocalPath: '/opt/ml/processing/input/endpoint' },
      },
      {
        InputName: 'baseline',
        S3Input: { S3Uri: `${root}baseline`, LocalPath: '/opt/ml/processing/baseline' },
      },
    ],
    ProcessingOutputConfig: {
      Outputs: [
        {
          OutputName: 'reports',
          S3Output: { S3Uri: `${root}reports`, LocalPath: '/opt/ml/processing/output' },
        },
      ],
    },
    NetworkConfig: { EnableNetworkIsolation: true },
    StoppingCondition: { MaxRuntimeInSeconds: 1800 },
  }
}

const schedules = {
  hourly: { expression: 'cron(0 * ? * * *)' },
  shifts: { expression: 'cron(30 1/8 ? * MON-FRI *)', dataAnalysisEndTime: '-PT1H' },
  now: { expression: 'NOW', dataAnalysisStartTime: '-PT1H', dataAnalysisEndTime: '-PT0H' },
}
type Kind = keyof typeof schedules
const kinds = Object.keys(schedules) as Kind[]

/** Path of a manifest that the command wrote. */
async function manifest(target: string, kind: Kind, more: object = {}): Promise<string> {
  const folder = await mkdtemp(join(work, `${target}-${kind}-`))
  const file = join(folder, 'schedule.json')
  const schedule = {
    name: `Churn-${kind}`,
    endpoint: 'churn',
    schedule: schedules[kind],
    groundTruth: kind === 'shifts' ? { startTimeOffset: '-P2D', endTimeOffset: '-P1D' } : null,
    request: requestOf('s3://bucket/'),
    ...more,
  }
  await writeFile(file, JSON.stringify(schedule))
  const run = await runCommand(folder, {}, { args: ['schedule', 'manifest', target, file] })
  expect(run.exit, run.log).toBe(0)
  const path = join(folder, target === 'airflow' ? 'dag.py' : 'manifest.yml')
  await writeFile(path, `${run.log}\n`)
  return path
}

/** Runs a program of the environment. */
async function ask(python: Python, program: readonly string[], env: Record<string, string> = {}) {
  if ('reason' in python) throw new Error(python.reason)
  const { exitCode, all } = await execa({ reject: false, all: true, env })`${python.python} ${program}`
  if (exitCode === undefined) throw new Error(all)
  return { exitCode, all }
}

test('there is one for every target of the command', () => {
  expect(Object.keys(targets).sort()).toEqual([
    'airflow',
    'argo',
    'docker-compose',
    'github-actions',
    'kubernetes',
    'step-functions',
  ])
})

const kubernetes = await installPython('kubernetes-validate>=1.30,<2')
describe.skipIf(isMissing(kubernetes))('Kubernetes', () => {
  const check = (path: string) => ask(kubernetes, ['-m', 'kubernetes_validate', '--strict', path])

  test.each(kinds)('takes %s, by its own schema', async (kind) => {
    const path = await manifest('kubernetes', kind)
    const { exitCode, all } = await check(path)
    expect(exitCode, all).toBe(0)
    expect(all).toMatch(kind === 'now' ? /passed for resource job\// : /passed for resource cronjob\//)
    const [, job] = parseAllDocuments(await readFile(path, 'utf8')).map((document) => document.toJS())
    if (kind === 'shifts') expect(job.spec.schedule).toBe('30 1,9,17 * * 1,2,3,4,5')
    const { env } = (kind === 'now' ? job.spec : job.spec.jobTemplate.spec).template.spec.containers[0]
    expect(env).toContainEqual({ name: 'NOTE', value: environment.NOTE })
  })

  test('would refuse another key', async () => {
    const path = await manifest('kubernetes', 'hourly')
    await writeFile(path, (await readFile(path, 'utf8')).replace('concurrencyPolicy', 'concurrency'))
    const { exitCode, all } = await check(path)
    expect(exitCode).toBe(1)
    expect(all).toContain('concurrency')
  })
})

const argo = await installPython('hera>=5,<8', 'pyyaml')
describe.skipIf(isMissing(argo))('Argo', () => {
  // The models drop keys that they do not know: what they write again has to be what was there.
  const program = `
import json, sys, yaml
from hera.workflows import models
claim, workflow = yaml.safe_load_all(open(sys.argv[1]))
model = getattr(models, workflow["kind"]).model_validate(workflow)
again = json.loads(model.model_dump_json(by_alias=True, exclude_none=True))
def lost(a, b, where):
    if isinstance(a, dict):
        for key in a:
            if key not in b: print("lost", where + "." + key)
            else: lost(a[key], b[key], where + "." + key)
    elif isinstance(a, list):
        for i, item in enumerate(a): lost(item, b[i], where + "[%d]" % i)
    elif a != b: print("changed", where, a, b)
lost(workflow, again, workflow["kind"])`

  test.each(kinds)('takes %s, by the models of its API', async (kind) => {
    expect(await ask(argo, ['-c', program, await manifest('argo', kind)])).toEqual({
      exitCode: 0,
      all: '',
    })
  })

  test('would refuse another key', async () => {
    const path = await manifest('argo', 'hourly')
    await writeFile(path, (await readFile(path, 'utf8')).replace('concurrencyPolicy', 'concurrency'))
    expect((await ask(argo, ['-c', program, path])).all).toBe('lost CronWorkflow.spec.concurrency')
  })
})

const cloudFormation = await installPython('cfn-lint>=1.20,<2')
describe.skipIf(isMissing(cloudFormation))('Step Functions and EventBridge', () => {
  const linter = 'import sys; from cfnlint.runner import main; sys.exit(main())'

  test.each(kinds)('take %s, by the linter of templates and state machines', async (kind) => {
    const { exitCode, all } = await ask(cloudFormation, [
      '-c',
      linter,
      await manifest('step-functions', kind),
    ])
    expect(exitCode, all).toBe(0)
  })

  test.each([
    ['StartAt: Monitor', 'StartAt: Other'],
    ['Type: Task', 'Type: Work'],
    ['FlexibleTimeWindow:', 'FlexibleWindow:'],
  ])('would refuse %s as %s', async (right, wrong) => {
    const path = await manifest('step-functions', 'hourly')
    const text = await readFile(path, 'utf8')
    expect(text).toContain(right)
    await writeFile(path, text.replace(right, wrong))
    const { exitCode, all } = await ask(cloudFormation, ['-c', linter, path])
    expect(exitCode).toBe(2)
    expect(all).toContain(wrong.split(/[ :]+/)[wrong.startsWith('Flexible') ? 0 : 1])
  })

  test('paths of this machine are refused', async () => {
    const folder = await mkdtemp(join(work, 'paths-'))
    await writeFile(
      join(folder, 's.json'),
      JSON.stringify({ name: 'x', schedule: schedules.hourly, request: requestOf('') }),
    )
    const run = await runCommand(
      folder,
      {},
      { args: ['schedule', 'manifest', 'step-functions', join(folder, 's.json')] },
    )
    expect(run.exit).toBe(2)
    expect(run.log).toContain('\\"baseline\\" is baseline, and the service needs an s3:// URI')
  })
})

const jsonata = await installPython('jsonata-python>=0.6,<1')
describe.skipIf(isMissing(jsonata))('the expressions of the state machine', () => {
  const program = `
import json, sys
import jsonata
expression, scheduled = sys.argv[1:]
value = jsonata.Jsonata(expression)
value.assign("states", {"input": {"scheduledTime": scheduled}})
value.register_lambda("uuid", lambda: "0123456789abcdef")
print(value.evaluate({}))`

  test('put the scheduled time into name, arguments and output', async () => {
    const template = parse(await readFile(await manifest('step-functions', 'hourly'), 'utf8'))
    const job = template.Resources.StateMachine.Properties.Definition.States.Monitor.Arguments
    const value = async (text: string) => {
      const expression = /^\{% (.*) %\}$/.exec(text)![1]!
      return (await ask(jsonata, ['-c', program, expression, '2026-11-22T15:00:00Z'])).all
    }
    expect(await value(job.ProcessingJobName)).toBe('Churn-hourly-202611221500-01234567')
    expect(await value(job.AppSpecification.ContainerArguments.at(-1))).toBe('2026-11-22T15:00:00Z')
    expect(await value(job.ProcessingOutputConfig.Outputs[0].S3Output.S3Uri)).toBe(
      's3://bucket/reports/churn/Churn-hourly/2026/11/22/15',
    )
  })
})

const schemas = await installPython('check-jsonschema>=0.29,<1')
describe.skipIf(isMissing(schemas))('by the schema of the tool', () => {
  const check = (schema: string, path: string) =>
    ask(schemas, ['-m', 'check_jsonschema', '--builtin-schema', `vendor.${schema}`, path])

  test.each(kinds)('GitHub Actions takes %s', async (kind) => {
    const { exitCode, all } = await check('github-workflows', await manifest('github-actions', kind))
    expect(exitCode, all).toBe(0)
  })
  test.each(kinds)('docker-compose takes %s', async (kind) => {
    const { exitCode, all } = await check('compose-spec', await manifest('docker-compose', kind))
    expect(exitCode, all).toBe(0)
  })

  test.each([
    ['github-actions', 'github-workflows', 'runs-on', 'runson'],
    ['docker-compose', 'compose-spec', 'network_mode', 'network_modus'],
  ])('%s would refuse another key', async (target, schema, right, wrong) => {
    const path = await manifest(target, 'hourly')
    await writeFile(path, (await readFile(path, 'utf8')).replace(right, wrong))
    const { exitCode, all } = await check(schema, path)
    expect(exitCode).toBe(1)
    expect(all).toContain(wrong)
  })
})

const airflow = await installPython('apache-airflow>=3,<4', 'apache-airflow-providers-docker>=4,<5')
describe.skipIf(isMissing(airflow))('Airflow', () => {
  const program = `
import importlib.util, json, sys
from datetime import datetime, timezone
spec = importlib.util.spec_from_file_location("dag", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
dag = module.dag
dag.check_cycle()
from airflow.serialization.serialized_objects import DagSerialization
serialized = DagSerialization.to_dict(dag)
DagSerialization.validate_schema(serialized)
(task,) = dag.tasks
task.render_template_fields({"data_interval_end": datetime(2026, 11, 22, 15, tzinfo=timezone.utc)})
print("RESULT" + json.dumps({"schedule": str(dag.schedule), "runs": dag.max_active_runs, "command": task.command, "environment": task.environment, "mounts": [dict(mount) for mount in task.mounts]}))`

  test.each(kinds)('parses %s and renders its command', async (kind) => {
    const request = { ...requestOf('s3://bucket/'), Environment: { ...environment, TEMPLATES: templates } }
    const path = await manifest('airflow', kind, { request })
    const { exitCode, all } = await ask(airflow, ['-c', program, path], {
      AIRFLOW_HOME: join(path, '../airflow'),
      AIRFLOW__CORE__UNIT_TEST_MODE: 'False',
    })
    expect(exitCode, all).toBe(0)
    const result = JSON.parse(all.slice(all.indexOf('RESULT') + 6))
    expect(result).toMatchObject({
      schedule: { hourly: '0 * * * *', shifts: '30 1,9,17 * * 1,2,3,4,5', now: 'None' }[kind],
      runs: 1,
    })
    expect(result.command.slice(0, 2)).toEqual(['run', '--schedule'])
    expect(JSON.parse(result.command[2])).toMatchObject({ name: `Churn-${kind}`, schedule: schedules[kind] })
    expect(result.command.slice(3)).toEqual(
      kind === 'now' ? ['--dated'] : ['--dated', '--at', '2026-11-22T15:00:00Z'],
    )
    expect(result.environment.NOTE).toBe(environment.NOTE)
    expect(result.environment.TEMPLATES).toBe(templates)
    expect(result.mounts[0]).toMatchObject({ Target: '/opt/ml/processing/input/endpoint', ReadOnly: true })
  })
})

const image = await runtimeImage()
describe.skipIf(!image)('run here', () => {
  /** A folder with captures of the hour before the latest, and the manifest of it. */
  async function prepared(target: string): Promise<{ folder: string; path: string; hour: string }> {
    const folder = await mkdtemp(join(work, 'run-'))
    const last = Math.floor(Date.now() / 3_600_000) * 3_600_000
    const hour = (time: number) => new Date(time).toISOString().slice(0, 13).replace(/[-T]/g, '/')
    const captures = join(folder, 'captures/churn/AllTraffic', hour(last - 3_600_000))
    await mkdir(captures, { recursive: true })
    await mkdir(join(folder, 'baseline'))
    await mkdir(join(folder, 'reports'))
    const text = await readFile(join(checkout, 'test/golden/sdk/captured-data.jsonl'), 'utf8')
    const record = JSON.parse(text.trim().split('\n')[0]!)
    record.eventMetadata.inferenceTime = new Date(last - 1_800_000).toISOString().replace('.000', '')
    await writeFile(join(captures, 'a.jsonl'), `${JSON.stringify(record)}\n`)
    const request = requestOf(target === 'docker-compose' ? `${folder}/` : '', image!)
    const path = await manifest(target, 'hourly', { request })
    return { folder, path, hour: hour(last) }
  }

  async function reportsOf(folder: string, hour: string): Promise<void> {
    const reports = join(folder, 'churn/Churn-hourly', hour)
    expect(await readdir(reports)).toContain('statistics.json')
    const { dataset } = JSON.parse(await readFile(join(reports, 'statistics.json'), 'utf8'))
    expect(dataset.item_count).toBe(1)
  }

  test('docker-compose runs the latest window', async () => {
    expect(await composeClient()).toBe(true)
    const { folder, path, hour } = await prepared('docker-compose')
    const plugin = (await docker('compose', 'version')).exit === 0
    const program = plugin ? ['docker', 'compose'] : ['docker-compose']
    const { exitCode, all } = await execa({
      reject: false,
      all: true,
      env: { COMPOSE_PROJECT_NAME: `byom${process.pid}` },
    })`${program} -f ${path} run --rm -T monitor`
    expect(exitCode, all).toBe(0)
    await reportsOf(join(folder, 'reports'), hour)
  })

  test("the step of GitHub's workflow runs the latest window, or the one that is asked for", async () => {
    const { folder, path, hour } = await prepared('github-actions')
    const { jobs } = parse(await readFile(path, 'utf8'))
    const step = jobs.monitor.steps.find(({ name }: { name?: string }) => name === 'Monitor')
    const run = (AT: string) =>
      execa({
        reject: false,
        all: true,
        cwd: folder,
        env: { ...step.env, AT },
        input: step.run,
      })`bash --noprofile --norc -eo pipefail -s`
    const latest = await run('')
    expect(latest.exitCode, latest.all).toBe(0)
    await reportsOf(join(folder, 'byom/outputs/reports'), hour)
    const asked = await run('2020-02-20T05:00:00Z')
    expect(asked.exitCode, asked.all).toBe(0)
    expect(await readdir(join(folder, 'byom/outputs/reports/churn/Churn-hourly'))).toContain('2020')
  })
})

test.each([
  [
    { AppSpecification: { ImageUri: 'x', ContainerArguments: ['y'] } },
    'has an entry point or arguments of its own',
  ],
  [{ ProcessingResources: { ClusterConfig: { InstanceCount: 2 } } }, 'manifests start one container'],
  [{ Environment: { NOTE: '{{ a }}' } }, 'NOTE of the request holds {{', 'argo'],
])('a request with %j is refused', async (more, problem, target = 'kubernetes') => {
  const folder = await mkdtemp(join(work, 'refused-'))
  const file = join(folder, 's.json')
  await writeFile(
    file,
    JSON.stringify({ name: 'x', schedule: schedules.hourly, request: { ...requestOf(''), ...more } }),
  )
  const run = await runCommand(folder, {}, { args: ['schedule', 'manifest', target, file] })
  expect(run.exit).toBe(2)
  expect(run.log).toContain(problem)
})
