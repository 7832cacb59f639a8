/**
 * How long the churn baseline takes from the start of its container to the exit: `node test/bench/container-start.ts [rounds]`.
 *
 * The whole job of 2,333 customers in the image of this checkout: as root, and as another user with everything taken away; without a handler,
 * with one in Python and with one in JavaScript, which hand every row on. Cases take turns. Medians of the engine's own times of the
 * container (start to exit) and of the wall time of `docker run`; and, of one further run behind a shell, the processor time of all
 * processes in the container, which is worth something on a busy machine, too.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { locked, processing, runContainer } from '../container-job.ts'
import { leaveEngine } from '../docker/engine.ts'
import { docker, runtimeImage } from '../docker.ts'

const rounds = Number(process.argv[2] ?? 7)
const churn = fileURLToPath(new URL('../golden/churn/training-dataset-with-header.csv', import.meta.url))
const image = await runtimeImage()
if (image === undefined) throw new Error('there is no Docker Engine')

const scripts = {
  none: undefined,
  Python: {
    name: 'handler.py',
    text: 'def preprocess_handler(line):\n    return {str(i).zfill(2): value for i, value in enumerate(line.rstrip("\\n").split(","))}\n',
  },
  JavaScript: {
    name: 'handler.mjs',
    text: 'export function preprocess_handler(line) {\n  return Object.fromEntries(line.trimEnd().split(",").map((value, i) => [String(i).padStart(2, "0"), value]))\n}\n',
  },
}
const users = { root: [], 'uid 10001, locked': locked } as const

interface Measured {
  readonly container: number
  readonly run: number
}

/** Runs the image's entry point, then prints processor times: of the shell, and in the second line of what it waited for. */
const behindShell = 'tini -s -- node /opt/byom/dist/runtime/main.js; code=$?; times; exit $code'

const folder = await mkdtemp(join(tmpdir(), 'byom-start-up-'))
const measured = new Map<string, Measured[]>()
const processor = new Map<string, number>()
try {
  for (const script of Object.values(scripts))
    if (script) await writeFile(join(folder, script.name), script.text)
  // The first round also warms the disk.
  for (let round = 0; round <= rounds; round++)
    for (const [user, flags] of Object.entries(users))
      for (const [handler, script] of Object.entries(scripts)) {
        const key = `${user} | ${handler}`
        if (round === 0) processor.set(key, await processorTime(flags, script))
        else measured.set(key, [...(measured.get(key) ?? []), await measure(flags, script)])
      }
  const lines = [...measured].map(([name, all]) => {
    const median = (key: keyof Measured) => all.map((one) => one[key]).sort((a, b) => a - b)[all.length >> 1]!
    return `| ${name} | ${seconds(median('container'))} | ${seconds(median('run'))} | ${seconds(processor.get(name)!)} |`
  })
  process.stdout.write(
    `${['| user | handler | container, start to exit | docker run | processor time |', '|---|---|---|---|---|', ...lines].join('\n')}\n`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
  await leaveEngine()
}

type Script = { readonly name: string } | undefined

async function start(flags: readonly string[], script: Script, args: readonly string[] = []) {
  const place = `${processing}/input/baseline_dataset_input`
  const code = `${processing}/code/${script?.name}`
  const work = await mkdtemp(join(folder, 'run-'))
  const run = await runContainer(
    image!,
    work,
    {
      dataset_source: place,
      dataset_format: '{"csv": {"header": true}}',
      ...(script ? { record_preprocessor_script: code } : {}),
    },
    {
      inputs: { [`${place}/data.csv`]: churn, ...(script ? { [code]: join(folder, script.name) } : {}) },
      flags,
      args,
    },
  )
  const { dataset } = JSON.parse(
    await readFile(join(run.output, 'statistics.json'), 'utf8').catch(() => '{}'),
  )
  // A handler gets the line of names, too.
  if (run.exit !== 0 || dataset?.item_count !== (script ? 2334 : 2333)) throw new Error(run.log)
  return run
}

/** Seconds of user and system time. */
async function processorTime(flags: readonly string[], script: Script): Promise<number> {
  const { log } = await start([...flags, '--entrypoint=bash'], script, ['-c', behindShell])
  const children = [...log.matchAll(/^(\d+)m([\d.]+)s (\d+)m([\d.]+)s$/gm)].at(-1)!
  const [userMinutes, user, systemMinutes, system] = children.slice(1).map(Number) as number[]
  return (userMinutes! + systemMinutes!) * 60 + user! + system!
}

async function measure(flags: readonly string[], script: Script): Promise<Measured> {
  const name = `byom-start-up-${process.pid}`
  const began = performance.now()
  await start([...flags, `--name=${name}`, '--rm=false'], script)
  const ended = performance.now()
  const { stdout } = await docker('inspect', '--format', '{{.State.StartedAt}} {{.State.FinishedAt}}', name)
  await docker('rm', '--force', name)
  const [started, finished] = stdout.split(' ').map((time) => Date.parse(time))
  return {
    container: (finished! - started!) / 1000,
    run: (ended - began) / 1000,
  }
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`
}
