/** The real SageMaker Python SDK starts a job and reads its files; our runtime reads what the SDK edited. */
import { access, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Constraints } from '../../contracts/types.generated.ts'
import { type JobRun, report, runJob } from '../run-job.ts'

const requirement = 'sagemaker>=2.257,<3'
const script = new URL('sagemaker-sdk.py', import.meta.url).pathname

/** Path of a Python that has the SDK, installed once per machine; or why there is none. */
async function installSdk(): Promise<{ python: string } | { reason: string }> {
  try {
    const { stdout } = await execa`python3 -c ${'import sys; print("%d.%d" % sys.version_info[:2])'}`
    const folder = join(tmpdir(), `byom-cache-${requirement.replaceAll(/[^\w.]+/g, '-')}-python-${stdout}`)
    const python = (home: string) => join(home, 'bin/python')
    if (
      await access(python(folder)).then(
        () => true,
        () => false,
      )
    )
      return { python: python(folder) }
    // A name of its own until it is complete, so that a stopped or a second installation does no harm.
    const draft = await mkdtemp(`${folder}-`)
    try {
      await execa`python3 -m venv ${draft}`
      await execa({
        timeout: 540_000,
      })`${python(draft)} -m pip install --quiet --disable-pip-version-check --retries 2 --only-binary :all: ${requirement}`
      // Another test run may have been faster.
      await rename(draft, folder).catch(() => access(python(folder)))
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
    return { python: python(folder) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message.slice(0, 2000) : String(error) }
  }
}

const sdk = await installSdk()
const skipped = 'reason' in sdk && process.env['CI'] !== 'true'
if (skipped) process.stdout.write(`skipped, ${requirement} cannot be installed: ${sdk.reason}\n`)

describe.skipIf(skipped)('the SageMaker Python SDK', () => {
  let work: string
  let source: string
  let baseline: JobRun
  let monitored: JobRun

  const ask = async (...args: string[]) => {
    if ('reason' in sdk) throw new Error(`${requirement} cannot be installed: ${sdk.reason}`)
    const env = { SAGEMAKER_SUPPRESS_V2_WARNING: '1', AWS_DEFAULT_REGION: 'eu-west-1' }
    const { stdout } = await execa({ env })`${sdk.python} ${script} ${args}`
    return JSON.parse(stdout.split('\n').at(-1)!)
  }
  const folderOf = async (name: string) => {
    const folder = join(work, name)
    await mkdir(folder)
    return folder
  }
  const monitor = async (name: string, constraints: string) =>
    runJob(await folderOf(name), {
      dataset_source: join(work, 'current.csv'),
      dataset_format: '{"Csv": {"Header": true}}',
      baseline_constraints: constraints,
      baseline_statistics: join(baseline.output, 'statistics.json'),
    })
  const violated = async (run: JobRun) => {
    const { violations } = await report<{ violations: { feature_name: string }[] }>(
      run,
      'constraint_violations.json',
    )
    return violations.map(({ feature_name }) => feature_name)
  }

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-sdk-'))
    source = join(work, 'baseline.csv')
    await writeFile(source, 'kind,amount,count\na,1.5,1\nb,2.5,2\na,3.5,3\n')
    await writeFile(join(work, 'current.csv'), 'kind,amount,count\nx,many,1.5\nb,2.5,2\n')
    const folder = await folderOf('baseline')
    baseline = await runJob(folder, await ask('environment', source, join(folder, 'out')))
    monitored = await monitor('monitored', join(baseline.output, 'constraints.json'))
  }, 180_000)
  afterAll(() => rm(work, { recursive: true }))

  test('sets the variables of a baseline job that runs', async () => {
    expect(baseline, baseline.log).toMatchObject({
      exit: 0,
      message: 'Completed: Job completed successfully with no violations.',
    })
    const { monitoring_config } = await report<Constraints>(baseline, 'constraints.json')
    expect(monitoring_config!.distribution_constraints!.categorical_drift_method).toBe('ChiSquared')
  })

  test('reads our three files, and our runtime the constraints that it edited', async () => {
    expect(await violated(monitored)).toEqual(['kind', 'amount', 'count'])
    const edited = await folderOf('edited')
    expect(await ask('read', monitored.output, edited)).toEqual({
      version: expect.stringMatching(/^2\./),
      item_count: 2,
      mean: { count: 1.75 },
      constraints: ['kind', 'amount', 'count'],
      violations: [
        { feature_name: 'kind', constraint_check_type: 'categorical_values_check' },
        { feature_name: 'amount', constraint_check_type: 'data_type_check' },
        { feature_name: 'count', constraint_check_type: 'data_type_check' },
      ],
    })
  })

  test('switches features off, then the whole file, with Constraints.set_monitoring', async () => {
    const edited = await folderOf('switched')
    // The suggestion of the baseline is what a user edits; the violations file only completes the folder.
    const folder = await folderOf('three-files')
    for (const name of ['statistics.json', 'constraints.json'])
      await copyFile(join(baseline.output, name), join(folder, name))
    const violations = 'constraint_violations.json'
    await copyFile(join(monitored.output, violations), join(folder, violations))
    await ask('read', folder, edited)
    const featuresOff = await monitor('features-off', join(edited, 'features-off.json'))
    expect(await violated(featuresOff)).toEqual(['count'])
    expect(featuresOff.message).toContain('1 violations')
    const allOff = await monitor('all-off', join(edited, 'all-off.json'))
    expect(await violated(allOff)).toEqual([])
    expect(allOff.message).toBe('Completed: Job completed successfully with no violations.')
  })
})
