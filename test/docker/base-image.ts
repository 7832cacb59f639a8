/**
 * A stand-in of the image that images/Dockerfile starts from, for machines that reach no image registry: the same Debian
 * release from the machine's own mirror, the same Node from npm, npm itself, under the same name. It is for tests only.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { aptInstall } from './engine.ts'

const label = 'byom.test.stand-in'
const npmVersion = '11.21.2'
/** Where Debian keeps the certificates it trusts; the stand-in trusts what this machine trusts. */
const certificates = '/etc/ssl/certs/ca-certificates.crt'
const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** Name in the first FROM of the shipped Dockerfile, for example `node:26-trixie-slim`. */
export async function baseName(): Promise<string> {
  const text = await readFile(join(checkout, 'images/Dockerfile'), 'utf8')
  const name = /^FROM (\S+)/m.exec(text)?.[1]
  if (name === undefined) throw new Error('images/Dockerfile has no FROM')
  return name
}

/**
 * Makes sure that the engine has an image of the name that the Dockerfile starts from: one that is there, the real one,
 * or a stand-in. A stand-in of other content than it would get now is replaced.
 */
export async function makeBaseImage(): Promise<string> {
  const name = await baseName()
  const found = await execa({
    reject: false,
  })`docker image inspect --format ${`{{index .Config.Labels "${label}"}}`} ${name}`
  const real = found.exitCode === 0 && /^(<no value>)?$/.test(found.stdout)
  if (real) return name
  const recipe = await readRecipe(name)
  if (found.exitCode === 0 && found.stdout === recipe.key) return name
  if (process.env['CI'] !== 'true') {
    const pulled = await execa({ reject: false, timeout: 300_000 })`docker pull --quiet ${name}`
    if (pulled.exitCode === 0) return name
  }
  await makeStandIn(name, recipe)
  return name
}

interface Recipe {
  readonly key: string
  readonly release: string
  readonly mirror: string
  readonly registry: string
  readonly node: string
  readonly nodeVersion: string
}

async function readRecipe(name: string): Promise<Recipe> {
  const release = /-(\w+)-slim$/.exec(name)?.[1]
  if (release === undefined) throw new Error(`${name} names no release of Debian`)
  const require = createRequire(import.meta.url)
  const packageJson = require.resolve(`node-linux-${process.arch}/package.json`)
  const { version: nodeVersion } = JSON.parse(await readFile(packageJson, 'utf8'))
  const { stdout: registry } = await execa({ cwd: tmpdir() })`npm config get registry`
  const parts = {
    release,
    mirror: await mirror(),
    registry: registry.trim(),
    node: join(dirname(packageJson), 'bin', 'node'),
    nodeVersion,
  }
  const hash = createHash('sha256')
  hash.update(JSON.stringify({ ...parts, node: '' }))
  hash.update(await readFile(fileURLToPath(import.meta.url)))
  hash.update(await readFile(certificates).catch(() => ''))
  return { ...parts, key: hash.digest('hex') }
}

/** The Debian mirror of this machine's apt sources. */
async function mirror(): Promise<string> {
  const list = () => execa`apt-get indextargets --format ${'$(SITE) $(LABEL)'} ${'Created-By: Packages'}`
  const find = (text: string) => /^(\S+) Debian$/m.exec(text)?.[1]
  const known = find((await list()).stdout)
  if (known) return known
  await execa`apt-get -o DPkg::Lock::Timeout=300 update`
  return find((await list()).stdout) ?? 'http://deb.debian.org/debian'
}

async function makeStandIn(name: string, recipe: Recipe): Promise<void> {
  const { exitCode } = await execa({ reject: false })`mmdebstrap --version`
  if (exitCode !== 0) await aptInstall('mmdebstrap')
  const folder = await mkdtemp(join(tmpdir(), 'byom-base-'))
  try {
    const root = join(folder, 'root.tar')
    const customize = await hooks(folder, recipe)
    await execa`mmdebstrap --variant=minbase --include=libatomic1 ${leaveOut} ${customize} ${recipe.release} ${root} ${recipe.mirror}`
    const set = ['CMD ["node"]', `ENV NODE_VERSION=${recipe.nodeVersion}`, `LABEL ${label}=${recipe.key}`]
    await execa`docker import ${set.flatMap((change) => ['--change', change])} ${root} ${name}`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What Debian's slim images leave out, too. */
const leaveOut = [
  '/usr/share/man/*',
  '/usr/share/locale/*',
  '/usr/share/info/*',
  '/usr/share/lintian/*',
  '/usr/share/doc/*',
].map((path) => `--dpkgopt=path-exclude=${path}`)
leaveOut.push('--dpkgopt=path-include=/usr/share/doc/*/copyright')

/** Steps that put Node, npm and the trust of this machine into the root: the places are those of the real image. */
async function hooks(folder: string, { node, registry }: Recipe): Promise<string[]> {
  await execa({ cwd: folder })`npm pack --silent npm@${npmVersion}`
  const npmrc = join(folder, 'npmrc')
  const trusted = (await readFile(certificates).catch(() => undefined)) !== undefined
  await writeFile(npmrc, `registry=${registry}\n${trusted ? `cafile=${certificates}\n` : ''}`)
  const modules = '/usr/local/lib/node_modules'
  return [
    `upload ${node} /usr/local/bin/node`,
    `mkdir -p "$1"${modules}/npm "$1"/usr/local/etc "$1"/etc/ssl/certs`,
    `tar --extract --gzip --file ${join(folder, `npm-${npmVersion}.tgz`)} --directory "$1"${modules}/npm --strip-components 1 --no-same-owner`,
    `ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1"/usr/local/bin/npm`,
    `ln -s ../lib/node_modules/npm/bin/npx-cli.js "$1"/usr/local/bin/npx`,
    'chmod 0755 "$1"/usr/local/bin/node',
    'chroot "$1" useradd --uid 1000 --create-home --shell /bin/bash node',
    `upload ${npmrc} /usr/local/etc/npmrc`,
    ...(trusted ? [`upload ${certificates} ${certificates}`] : []),
  ].map((step) => `--customize-hook=${step}`)
}
