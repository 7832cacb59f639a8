/** `byom build`: from byom.json to an image that holds everything the config names, pinned; nothing is installed when it runs. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, type ErrorCode, MonitorError } from '../errors.ts'
import type { Host } from '../host.ts'
import { connect, megabytes } from '../local/engine.ts'
import type { CommandWorld } from '../local/index.ts'
import { isForeign, type LoadedPlugin } from '../plugin-loader.ts'
import { check } from './check.ts'
import { type Base, type Built, buildImage, findBase, writeContext } from './image.ts'
import { hashes, places, type Staged, stage } from './stage.ts'

/** Flags of the command. */
export interface BuildFlags {
  readonly tag: string
  /** Image to build on. */
  readonly from: string
  /** Stop when everything has been checked. */
  readonly check?: boolean
  readonly cache: boolean
  readonly json?: boolean
}

/** What the outside hears while an image is built. */
export type BuildEvent =
  | { readonly type: 'phase' | 'warning' | 'log'; readonly text: string }
  | ({ readonly type: 'end' } & BuildEnd)

/** What is in the image. */
export interface BuildEnd {
  readonly tag: string
  readonly base: Pick<Base, 'name' | 'id' | 'digest'>
  /** SHA-256 of the layer that was added: the same for the same inputs on every machine. */
  readonly layer: string
  readonly plugins: readonly { readonly name: string; readonly version: string; readonly integrity: string }[]
  readonly packages: readonly {
    readonly name: string
    readonly version: string
    readonly integrity: string
  }[]
  readonly handlers: readonly string[]
  /** Absent after a check alone. */
  readonly image?: Built
}

/**
 * @param config path of byom.json
 * @throws MonitorError CONFIG_INVALID, PLUGIN_INVALID, ENGINE_FAILED with every problem, before anything is built
 */
export async function build(
  config: string,
  flags: BuildFlags,
  host: Pick<Host, 'plugins' | 'defaultLoggers'>,
  world: CommandWorld,
): Promise<BuildEnd> {
  const work = await mkdtemp(join(tmpdir(), 'byom-build-'))
  const emit = (event: BuildEvent) => world.print(flags.json ? `${JSON.stringify(event)}\n` : text(event))
  try {
    const building = buildIn(work, resolve(world.cwd, config), flags, host, world, emit)
    const end = await Promise.race([building, interrupted(world.signal)])
    emit({ type: 'end', ...end })
    return end
  } finally {
    // After an interrupt the last file may still be on its way into the folder.
    await rm(work, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Never resolves; rejects at once when the signal is aborted, whatever is waited for. */
function interrupted(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    const stop = () => fail(new MonitorError('ENGINE_FAILED', 'interrupted: no image was made.'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

async function buildIn(
  work: string,
  file: string,
  flags: BuildFlags,
  host: Pick<Host, 'plugins' | 'defaultLoggers'>,
  world: CommandWorld,
  emit: (event: BuildEvent) => void,
): Promise<BuildEnd> {
  const problems = { config: [], plugins: [], engine: [] } as Record<
    'config' | 'plugins' | 'engine',
    string[]
  >
  const time = readTime(world.env['SOURCE_DATE_EPOCH'], problems.config)
  checkTag(flags.tag, problems.config)
  const engine = await connect(world.env).catch((error: unknown) => {
    problems.engine.push(describe(error))
  })
  const base = engine && (await findBase(engine, flags.from, problems.engine))
  emit({ type: 'phase', text: `gathering what ${file} names` })
  const npm = { env: world.env, signal: world.signal, cpu: base?.cpu }
  const staged = await stage(file, work, npm, problems.config)
  const loaded = await check(staged, work, host, problems.plugins)
  refuse(problems)
  const foreign = loaded!.filter(isForeign)
  await writeLock(staged, foreign)
  const end: BuildEnd = { ...summary(staged, foreign), tag: flags.tag, base: baseOf(base!), layer: '' }
  const labels = labelsOf(end, staged)
  const { path, layer } = await writeContext({ root: staged.root, base: base!, labels, time }, work)
  for (const note of staged.notes) emit({ type: 'warning', text: note })
  if (flags.check) return { ...end, layer }
  emit({ type: 'phase', text: `building ${flags.tag} on ${base!.name} (${base!.id.slice(0, 19)})` })
  const image = await buildImage(engine!, path, {
    tag: flags.tag,
    cache: flags.cache,
    signal: world.signal,
    line: (line) => emit({ type: 'log', text: line }),
  })
  return { ...end, layer, image }
}

/** @throws MonitorError with all problems, of the kind that has to be solved first */
function refuse(problems: Readonly<Record<'config' | 'plugins' | 'engine', readonly string[]>>): void {
  const codes: readonly (readonly [keyof typeof problems, ErrorCode])[] = [
    ['config', 'CONFIG_INVALID'],
    ['plugins', 'PLUGIN_INVALID'],
    ['engine', 'ENGINE_FAILED'],
  ]
  const first = codes.find(([kind]) => problems[kind].length > 0)
  if (first)
    throw new MonitorError(
      first[1],
      codes.flatMap(([kind]) => problems[kind]),
    )
}

/** SOURCE_DATE_EPOCH as reproducible-builds.org defines it: seconds since 1970. */
function readTime(text: string | undefined, problems: string[]): number {
  if (text === undefined || text === '') return 0
  if (!/^\d{1,10}$/.test(text))
    problems.push(`SOURCE_DATE_EPOCH is ${text}, expected whole seconds since 1970.`)
  return Number(text)
}

/** A name as registries take it: [host[:port]/]path[:tag]. No two parts can match the same text, so it is fast for any text. */
const imageName =
  /^(?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|__?|-+|\/)[a-z0-9]+)*(?::\w[\w.-]{0,127})?$/

function checkTag(tag: string, problems: string[]): void {
  if (!imageName.test(tag))
    problems.push(`--tag is ${tag}, expected a name like my-monitor or registry.example/team/monitor:1.`)
}

function baseOf({ name, id, digest }: Base): BuildEnd['base'] {
  return { name, id, digest }
}

function summary(
  { packages, handlers }: Staged,
  plugins: readonly LoadedPlugin[],
): Pick<BuildEnd, 'plugins' | 'packages' | 'handlers'> {
  return {
    plugins: plugins.map(({ plugin: { name, version }, integrity = '' }) => ({ name, version, integrity })),
    packages: packages.map(({ name, version, integrity }) => ({ name, version, integrity })),
    handlers: handlers.map(({ place }) => place),
  }
}

/** Writes the baked config and, beside it, what everything in the layer is and where it came from. */
async function writeLock(staged: Staged, plugins: readonly LoadedPlugin[]): Promise<void> {
  const at = (place: string) => join(staged.root, place)
  await mkdir(dirname(at(places.config)), { recursive: true })
  await writeFile(at(places.config), `${JSON.stringify(staged.config, null, 2)}\n`)
  const lock = {
    plugins: plugins.map(({ plugin: { name, version }, from, integrity }) => {
      const place = from.replace(staged.root, '')
      const found = staged.plugins.find((each) => each.place === place)
      return { name, version, from: found?.from ?? place, place, integrity }
    }),
    packages: staged.packages.map(({ key, name, version, integrity }) => ({
      name,
      version,
      integrity,
      place: key,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    })),
    handlers: staged.handlers,
    files: await hashes(staged.root),
  }
  await writeFile(at(places.lock), `${JSON.stringify(lock, null, 2)}\n`)
}

/** Provenance that an engine shows without starting the image. */
function labelsOf({ base, plugins, handlers }: BuildEnd, { config }: Staged): Record<string, string> {
  const digest = createHash('sha256').update(JSON.stringify(config)).digest('hex')
  return {
    'org.opencontainers.image.base.name': base.name,
    'org.opencontainers.image.base.digest': base.digest?.replace(/^.*@/, '') ?? '',
    'byom.build.base': base.id,
    'byom.build.config': `sha256:${digest}`,
    'byom.build.plugins': plugins.map(({ name, version }) => `${name}@${version}`).join(' '),
    'byom.build.handlers': handlers.join(' '),
    'byom.build.lock': places.lock,
  }
}

function text(event: BuildEvent): string {
  if (event.type === 'log') return `│ ${event.text}\n`
  if (event.type !== 'end') return `— ${event.type === 'warning' ? 'warning: ' : ''}${event.text}\n`
  const { tag, base, layer, plugins, packages, handlers, image } = event
  const lines = [
    ...plugins.map(({ name, version, integrity }) => `plugin   ${name} ${version}  ${integrity}`),
    ...packages.map(
      ({ name, version, integrity }) => `package  ${name} ${version}  ${integrity.slice(0, 32)}…`,
    ),
    ...handlers.map((place) => `handler  ${place}`),
    `base     ${base.name}  ${base.digest ?? base.id}`,
    `layer    ${layer}`,
    ...(image
      ? [`image    ${tag}  ${image.id}  ${megabytes(image.bytes)}`]
      : ['nothing was built: everything that was checked is in order']),
  ]
  return `${lines.join('\n')}\n`
}
