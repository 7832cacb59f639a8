/**
 * What a preprocess handler costs.
 *
 * The padding script (20 values of a capture record under zero-padded keys) in Python and in JavaScript, each in its jail, beside the same
 * records without a handler (decoded by the kernel, as in every job without one), and beside the plain function alone in this process (JSON
 * in, JSON out, no jail, no job). All take turns in one run; medians of wall time, and of the processor time of this process and of the
 * handler's. A pass is a whole unit: reading, decoding, the handler, data quality. What the handler's job takes longer is its share.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtIn } from '../../plugins/index.ts'
import { readBaseline } from '../../runtime/baseline.ts'
import { openHandler } from '../../runtime/handle/index.ts'
import { handlerSettings, type Job } from '../../runtime/job.ts'
import { makePlan } from '../../runtime/plan.ts'
import { loadRegistry } from '../../runtime/registry.ts'
import { stagesOf } from '../../runtime/stages.ts'
import { runUnit } from '../../runtime/unit.ts'
import { jobOf } from '../runtime/job-of.ts'
import { markdown } from './report.ts'
import { median } from './timed.ts'

const python = `def preprocess_handler(inference_record):
    input_data = inference_record.endpoint_input.data
    output_data = inference_record.endpoint_output.data.rstrip("\\n")
    data = output_data + "," + input_data
    return {str(i).zfill(20): d for i, d in enumerate(data.split(","))}
`
const javascript = `export function preprocess_handler(record) {
  const data = record.endpoint_output.data.trimEnd() + ',' + record.endpoint_input.data
  return Object.fromEntries(data.split(',').map((value, i) => [String(i).padStart(20, '0'), value]))
}
`

interface Capture {
  readonly captureData: Record<'endpointInput' | 'endpointOutput', { readonly data: string }>
}

function plain(line: string): string {
  const { captureData }: Capture = JSON.parse(line)
  const data = `${captureData.endpointOutput.data.trimEnd()},${captureData.endpointInput.data}`
  return JSON.stringify(
    Object.fromEntries(data.split(',').map((value, i) => [String(i).padStart(20, '0'), value])),
  )
}

function line(i: number): string {
  const side = (mode: string, data: string) => ({
    observedContentType: 'text/csv',
    mode,
    data,
    encoding: 'CSV',
  })
  const values = Array.from({ length: 19 }, (_, k) => ((i * 31 + k * 17) % 9973) / (k % 3 === 0 ? 1 : 100))
  return JSON.stringify({
    captureData: {
      endpointInput: side('INPUT', values.join(',')),
      endpointOutput: side('OUTPUT', `${(i % 1000) / 1000}\n`),
    },
    eventMetadata: { eventId: `event-${i}`, inferenceTime: new Date(1.65e12 + i * 1000).toISOString() },
    eventVersion: '0',
  })
}

/** Processor seconds of this process, and of the children that have ended. */
async function processorSeconds(): Promise<{ own: number; children: number }> {
  const { user, system } = process.cpuUsage()
  const fields = (await readFile('/proc/self/stat', 'utf8')).split(') ').at(-1)!.split(' ')
  return { own: (user + system) / 1e6, children: (Number(fields[13]) + Number(fields[14])) / 100 }
}

/** Seconds that one pass took. */
interface Pass {
  readonly wall: number
  readonly own: number
  readonly children: number
}

/** Medians of rates and of processor time per record, with the handler's share of the wall time, in Markdown. */
export async function handlers(records: number, rounds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'byom-bench-'))
  try {
    const lines = Array.from({ length: records }, (_, i) => line(i))
    await writeFile(join(folder, 'captures.jsonl'), `${lines.join('\n')}\n`)
    const plainJob = jobOf({ source: join(folder, 'captures.jsonl') })
    const handledJob = { ...plainJob, preprocess: 'x' }
    /** One unit, with the columns that such a job plans: none where a handler makes them. */
    const taskOf = async (job: Job) => {
      const plan = await makePlan(job, [])
      return { job, plan: { ...plan, units: [plan.units.flat()] } }
    }
    const without = await taskOf(plainJob)
    const task = await taskOf(handledJob)
    const baseline = await readBaseline({ featureless: false })
    const stages = stagesOf(await loadRegistry(plainJob, builtIn, baseline), plainJob, baseline)
    const host = { progress: () => {}, line: () => {}, now: () => performance.now(), pid: process.pid }
    const machine = {
      platform: process.platform,
      architecture: process.arch,
      root: process.getuid?.() === 0,
      node: process.execPath,
    }

    /** One pass over all records; the handler is started before the clock. */
    const pass = async (name?: string, source?: string) => {
      if (name === undefined)
        return measured(() => runUnit({ ...without, handler: undefined }, 0, stages, host))
      const path = join(folder, name)
      await writeFile(path, source!)
      const wanted = {
        variable: name,
        path,
        kind: 'capture',
        functions: ['preprocess_handler'],
        reads: [],
      } as const
      const { setup, session } = await openHandler(
        wanted,
        handlerSettings({}),
        machine,
        { pid: process.pid, log: () => {} },
        async () => folder,
      )
      return measured(() =>
        runUnit({ ...task, handler: setup }, 0, stages, { ...host, session: () => session }),
      )
    }

    const measured = async (work: () => Promise<{ rows: number }>): Promise<Pass> => {
      const [before, start] = [await processorSeconds(), performance.now()]
      const { rows } = await work()
      if (rows !== records) throw new Error(`${rows} rows of ${records} records`)
      const wall = (performance.now() - start) / 1000
      const { own, children } = await processorSeconds()
      return { wall, own: own - before.own, children: children - before.children }
    }

    const variants = {
      'no handler': () => pass(),
      'plain function, in process': () =>
        measured(async () => {
          let rows = 0
          for (const each of lines) if (plain(each).length > 0) rows++
          return { rows }
        }),
      'Python, jailed': () => pass('handler.py', python),
      'JavaScript, jailed': () => pass('handler.js', javascript),
    }
    const passes = new Map<string, Pass[]>(Object.keys(variants).map((name) => [name, []]))
    // The first round compiles what is measured, and does not count.
    for (let round = 0; round <= rounds; round++)
      for (const [name, run] of Object.entries(variants)) {
        const pass = await run()
        if (round > 0) passes.get(name)!.push(pass)
      }
    const of = (name: string, figure: keyof Pass) => median(passes.get(name)!.map((each) => each[figure]))
    const base = of('no handler', 'wall')
    const perRecord = (seconds: number) => `${((seconds / records) * 1e6).toFixed(1)} µs`
    const rows = [...passes.keys()].map((name) => {
      const wall = of(name, 'wall')
      return [
        name,
        Math.round(records / wall).toLocaleString('en'),
        perRecord(of(name, 'own')),
        perRecord(of(name, 'children')),
        (wall / base).toFixed(2),
        `${Math.max(0, 100 * (1 - base / wall)).toFixed(0)} %`,
      ]
    })
    const head = [
      'handler',
      'records/s',
      'processor of byom per record',
      "of the handler's process",
      '× without',
      "handler's share of the time",
    ]
    return `${records.toLocaleString('en')} records, 20 columns, medians of ${rounds}\n\n${markdown(head, rows)}`
  } finally {
    await rm(folder, { recursive: true })
  }
}
