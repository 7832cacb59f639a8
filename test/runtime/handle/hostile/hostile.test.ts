/** Scripts that want out, in every way that this machine can confine them. What the jail is, is here; the realms are taken for broken. */
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { beforeAll, describe, expect, test } from 'vitest'
import { javascript } from './javascript.ts'
import { python } from './python.ts'
import type { Options, Report } from './run.ts'

const checkout = fileURLToPath(new URL('../../../..', import.meta.url))
const root = process.getuid!() === 0
/** Most MiB that the host may have taken, whatever the scripts did. */
const mostMegabytes = 400

type Variant = Pick<Options, 'language' | 'way' | 'realm' | 'part'> & { readonly uid?: number }

const variants: readonly (Variant & { readonly name: string; readonly root?: true })[] = [
  { name: 'Python', language: 'python', way: 'first', realm: 'node', part: 'all' },
  {
    name: 'Python as uid 1000',
    language: 'python',
    way: 'first',
    realm: 'node',
    part: 'quick',
    uid: 1000,
    root: true,
  },
  {
    name: 'Python as root without another user',
    language: 'python',
    way: 'landlock',
    realm: 'node',
    part: 'wall',
    root: true,
  },
  {
    name: 'Python without landlock',
    language: 'python',
    way: 'chroot',
    realm: 'node',
    part: 'wall',
    root: true,
  },
  { name: 'JavaScript', language: 'javascript', way: 'first', realm: 'bare', part: 'all' },
  { name: 'JavaScript in vm2', language: 'javascript', way: 'first', realm: 'vm2', part: 'quick' },
  {
    name: 'JavaScript with the permissions of Node',
    language: 'javascript',
    way: 'first',
    realm: 'node',
    part: 'wall',
  },
  {
    name: 'JavaScript as uid 1000',
    language: 'javascript',
    way: 'first',
    realm: 'bare',
    part: 'quick',
    uid: 1000,
    root: true,
  },
  {
    name: 'JavaScript as root without another user',
    language: 'javascript',
    way: 'landlock',
    realm: 'bare',
    part: 'wall',
    root: true,
  },
  {
    name: 'JavaScript without landlock',
    language: 'javascript',
    way: 'chroot',
    realm: 'bare',
    part: 'wall',
    root: true,
  },
]

async function run({ uid, language, way, realm, part }: Variant): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'byom-hostile-'))
  try {
    await chmod(folder, 0o755)
    if (uid !== undefined) await chown(folder, uid, uid)
    const options: Options = {
      ...{ language, way, realm, part, folder },
      runtime: join(checkout, 'runtime'),
      python: '/usr/bin/python3',
    }
    const { stdout, stderr, exitCode } = await execa({
      reject: false,
      extendEnv: false,
      preferLocal: true,
      localDir: checkout,
      cwd: checkout,
      env: { PATH: process.env['PATH'], AWS_SECRET_ACCESS_KEY: 'hunter2-0f6a1c' },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })`node ${join(checkout, 'test/runtime/handle/hostile/run.ts')} ${JSON.stringify(options)}`
    expect(exitCode, stderr).toBe(0)
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('there are enough of them, and no two of one name', () => {
  for (const [corpus, least] of [
    [python, 50],
    [javascript, 60],
  ] as const) {
    const names = [...corpus.wall, ...corpus.rest].map(({ name }) => name)
    expect(names.length).toBeGreaterThanOrEqual(least)
    expect(new Set(names).size).toBe(names.length)
  }
})

describe.each(variants.filter((variant) => root || !variant.root))('$name', (variant) => {
  const { wall, rest } = { python, javascript }[variant.language]
  const names = (variant.part === 'wall' ? wall : [...wall, ...rest])
    .filter(({ slow }) => variant.part === 'all' || !slow)
    .map(({ name }) => name)
  let report: Report

  beforeAll(async () => {
    report = await run(variant)
  }, 240_000)

  test.each(names)('%s', (name) => {
    expect(report.cases[name]).toEqual([])
  })

  test('nothing was reached, written or left', () => {
    expect(report.whole).toEqual([])
  })

  test('the host stays small', () => {
    expect(report.megabytes).toBeLessThan(mostMegabytes)
  })
})
