/** `byom local`: a processing job on this machine, from the flags of a person to the end of the job. */
import { dirname, resolve } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import { readJsonFile } from '../json-file.ts'
import { parseJson } from '../json-text.ts'
import { connect } from './engine.ts'
import { type LocalJob, readMaps, readRequest } from './request.ts'
import { type LocalEnd, runLocal } from './run.ts'
import { readPairs, type ShortForm, shortRequest } from './short-form.ts'
import { type EndEvent, forMachine, forPerson } from './show.ts'
import { sweep } from './sweep.ts'

/** Flags of the command. */
export interface LocalFlags extends ShortForm {
  readonly json?: boolean
  /** `s3://bucket/prefix=folder`. */
  readonly map?: readonly string[]
  readonly user?: string
  /** Text like 512m. */
  readonly memory?: string
  readonly locked?: boolean
  readonly grace: number
  readonly pull?: boolean
}

/** What the command takes from its process. */
export interface CommandWorld {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly now: () => number
  readonly print: (text: string) => void
  readonly input: () => Promise<string>
  readonly signal: AbortSignal
  readonly hurry: AbortSignal
  /** This machine and this process. */
  readonly owner: { readonly machine: string; readonly pid: number }
  readonly lives: (pid: number) => boolean
}

/**
 * Runs the job and says how it ended.
 * @param file path of the request, `-` for standard input; undefined: the flags are the request
 * @throws MonitorError CONFIG_INVALID, ENGINE_FAILED
 */
export async function local(
  file: string | undefined,
  flags: LocalFlags,
  world: CommandWorld,
): Promise<LocalEnd> {
  return runHere(await readJob(file, flags, world), flags, world)
}

/** Flags that say how a job is run, whatever it is. */
export type RunFlags = Pick<LocalFlags, 'json' | 'user' | 'memory' | 'locked' | 'grace' | 'pull'>

/**
 * Runs a job on the engine of this machine, after what earlier processes left there has been removed.
 * @throws MonitorError CONFIG_INVALID, ENGINE_FAILED
 */
export async function runHere(job: LocalJob, flags: RunFlags, world: CommandWorld): Promise<LocalEnd> {
  const memory = flags.memory === undefined ? undefined : readMemory(flags.memory)
  const engine = await connect(world.env)
  const { machine, pid } = world.owner
  await sweep(engine, (owner) => {
    const [host, id] = owner.split(':')
    return host === machine && !world.lives(Number(id))
  })
  const print = (event: Parameters<typeof forPerson>[0]) =>
    world.print(flags.json ? forMachine(event) : forPerson(event, job.hosts.length > 1))
  const began = world.now()
  const end = await runLocal(
    job,
    engine,
    {
      user: flags.user,
      memory,
      locked: flags.locked ?? false,
      grace: flags.grace,
      pull: flags.pull ?? false,
    },
    {
      emit: print,
      signal: world.signal,
      hurry: world.hurry,
      id: `${began.toString(36)}-${pid}`,
      owner: `${machine}:${pid}`,
    },
  )
  const event: EndEvent = { type: 'end', name: job.name, ...end, seconds: (world.now() - began) / 1000 }
  print(event)
  return end
}

async function readJob(
  file: string | undefined,
  flags: LocalFlags,
  { cwd, now, input }: CommandWorld,
): Promise<LocalJob> {
  const maps = readMaps(flags.map ?? [], cwd)
  const defaultName = `byom-local-${new Date(now())
    .toISOString()
    .replace(/[-:]|\..*/g, '')
    .replace('T', '-')}`
  if (file === undefined) return readRequest(shortRequest(flags), { base: cwd, maps, defaultName })
  const given = ['data', 'format', 'output', 'baseline', 'config', 'preprocess', 'postprocess'] as const
  const both = given.filter((name) => flags[name] !== undefined)
  if (both.length > 0)
    throw new MonitorError(
      'CONFIG_INVALID',
      `--${both.join(', --')}: the request ${file} says this already; use one of the two forms.`,
    )
  const base = file === '-' ? cwd : dirname(resolve(cwd, file))
  const request = withFlags(await parse(file, cwd, input), flags)
  return readRequest(request, { base, maps, defaultName })
}

async function parse(file: string, cwd: string, input: () => Promise<string>): Promise<unknown> {
  const what = file === '-' ? 'standard input' : file
  try {
    if (file !== '-') return await readJsonFile(resolve(cwd, file))
    return parseJson((await input()).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `${what} is not a request: ${describe(error)}.`)
  }
}

/** A request in which flags that were given replace what it says. */
function withFlags(
  request: unknown,
  { image, env = [], instances, isolated, maxRuntime }: LocalFlags,
): unknown {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return request
  const given = request as Record<string, Record<string, unknown> | undefined>
  const problems: string[] = []
  const variables = readPairs(env, problems)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  const cluster = given['ProcessingResources']?.['ClusterConfig'] as object | undefined
  return {
    ...given,
    ...(image === undefined ? {} : { AppSpecification: { ...given['AppSpecification'], ImageUri: image } }),
    ...(env.length === 0 ? {} : { Environment: { ...given['Environment'], ...variables } }),
    ...(instances === undefined
      ? {}
      : { ProcessingResources: { ClusterConfig: { ...cluster, InstanceCount: instances } } }),
    ...(isolated ? { NetworkConfig: { ...given['NetworkConfig'], EnableNetworkIsolation: true } } : {}),
    ...(maxRuntime === undefined ? {} : { StoppingCondition: { MaxRuntimeInSeconds: maxRuntime } }),
  }
}

/** Bytes of a text like 512m or 2g; a number alone is bytes. */
function readMemory(text: string): number {
  const match = /^(\d+)([kmg]?)b?$/i.exec(text)
  if (!match)
    throw new MonitorError('CONFIG_INVALID', `--memory is ${text}, expected a size like 512m or 2g.`)
  const power = ['', 'k', 'm', 'g'].indexOf(match[2]!.toLowerCase())
  return Number(match[1]) * 1024 ** power
}
