/** The packages that a lock file of npm pins, as far as an image needs them. Pure. */

/** An entry of `packages` in package-lock.json (lockfileVersion 2 or 3). */
export interface LockEntry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** A lock file. */
export interface Lock {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, LockEntry>>
}

/** A package that goes into the image. */
export interface PinnedPackage {
  /** Place below the project: `node_modules/a/node_modules/b`. */
  readonly key: string
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/** True for a value that has the shape of a lock file with `packages`. */
export function isLock(value: unknown): value is Lock {
  const { lockfileVersion, packages } = (value ?? {}) as Partial<Lock>
  return typeof lockfileVersion === 'number' && typeof packages === 'object' && packages !== null
}

/** What plugins import without depending on it: the runtime itself. */
const provided = 'byom'

/**
 * The packages that the named ones need, themselves included, by Node's rules for finding them.
 * @param names packages that the project depends on
 * @param problems gets a line for each package that is not pinned
 * @returns in the order of their places
 */
export function closure(lock: Lock, names: readonly string[], problems: string[]): PinnedPackage[] {
  const found = new Map<string, PinnedPackage>()
  const visit = (key: string) => {
    if (found.has(key)) return
    const entry = lock.packages[key]!
    const pinned = pin(key, entry, problems)
    if (pinned === undefined) return
    found.set(key, pinned)
    for (const { name, optional } of needs(entry)) {
      const next = find(lock, key, name)
      if (next !== undefined) visit(next)
      else if (!optional)
        problems.push(`${pinned.name} needs ${name}, which the lock does not have: run npm install.`)
    }
  }
  for (const name of names) {
    const key = `node_modules/${name}`
    const entry = lock.packages[key]
    if (entry === undefined)
      problems.push(`${name} is not in the lock: run npm install ${name}, which writes it there.`)
    else if (entry.dev)
      problems.push(`${name} is a dev dependency, which images leave out: move it to dependencies.`)
    else visit(key)
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function pin(
  key: string,
  { version, integrity, link }: LockEntry,
  problems: string[],
): PinnedPackage | undefined {
  const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length)
  if (link) problems.push(`${name} is a link to a folder: name the folder in plugins instead.`)
  else if (version === undefined || integrity === undefined)
    problems.push(
      `${name} has no integrity in the lock, as packages of Git and of folders have none: depend on a published version or a .tgz file.`,
    )
  else return { key, name, version, integrity }
  return undefined
}

function needs(entry: LockEntry): { name: string; optional: boolean }[] {
  const of = (names: object | undefined, optional: (name: string) => boolean) =>
    Object.keys(names ?? {}).map((name) => ({ name, optional: optional(name) }))
  return [
    ...of(entry.dependencies, (name) => Object.hasOwn(entry.optionalDependencies ?? {}, name)),
    ...of(entry.optionalDependencies, () => true),
    ...of(entry.peerDependencies, (name) => entry.peerDependenciesMeta?.[name]?.optional === true),
  ].filter(({ name }) => name !== provided)
}

/** Where a package finds another: in its own folder, else in those above it. */
function find(lock: Lock, from: string, name: string): string | undefined {
  for (let at = from; ; ) {
    const key = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (lock.packages[key] !== undefined) return key
    if (at === '') return undefined
    const up = at.lastIndexOf('/node_modules/')
    at = up < 0 ? '' : at.slice(0, up)
  }
}

/**
 * A project with these packages alone, for `npm ci`: the same versions, places and hashes.
 * @param names packages that the project depends on
 * @param folder of the lock file, which relative .tgz files belong to
 * @param absolute turns a path relative to the folder into an absolute one
 */
export function smallProject(
  lock: Lock,
  names: readonly string[],
  packages: readonly PinnedPackage[],
  absolute: (path: string) => string,
): { readonly manifest: object; readonly lock: object } {
  const place = (spec: string) => (spec.startsWith('file:') ? `file:${absolute(spec.slice(5))}` : spec)
  const root = lock.packages[''] ?? {}
  const wanted = { ...root.optionalDependencies, ...root.dependencies }
  const dependencies = Object.fromEntries(
    names.map((name) => [name, place(wanted[name] ?? lock.packages[`node_modules/${name}`]?.version ?? '*')]),
  )
  const manifest = { name: 'byom-image', version: '0.0.0', private: true, dependencies }
  const entries = packages.map(({ key }) => {
    const { resolved, ...entry } = lock.packages[key]!
    return [key, { ...entry, ...(resolved === undefined ? {} : { resolved: place(resolved) }) }]
  })
  return {
    manifest,
    lock: {
      ...manifest,
      lockfileVersion: lock.lockfileVersion,
      requires: true,
      packages: { '': manifest, ...Object.fromEntries(entries) },
    },
  }
}
