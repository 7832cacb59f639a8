/** The corpus in the runtime image, in containers as Docker makes them unless it is told otherwise. */
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locked } from '../../../container-job.ts'
import { docker, runtimeImage } from '../../../docker.ts'
import { javascript } from './javascript.ts'
import { python } from './python.ts'
import type { Options, Report } from './run.ts'

const tag = await runtimeImage()
const here = fileURLToPath(new URL('.', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-hostile-docker-'))
  await chmod(folder, 0o755)
  for (const name of ['case.ts', 'javascript.ts', 'python.ts', 'run.ts']) {
    await copyFile(join(here, name), join(folder, name))
    await chmod(join(folder, name), 0o644)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** One container for all of them. */
async function run(options: Partial<Options>, flags: readonly string[]): Promise<Report> {
  const all: Options = {
    ...{ runtime: '/opt/byom/dist/runtime', folder: '/tmp/hostile', python: 'python3' },
    ...{ language: 'python', way: 'first', realm: 'bare', part: 'quick' },
    ...options,
  }
  const { exit, stdout, stderr } = await docker(
    ...['run', '--rm', '--volume', `${folder}:/corpus:ro`, '--env', 'AWS_SECRET_ACCESS_KEY=hunter2-0f6a1c'],
    ...[...flags, '--entrypoint', 'node', tag!, '/corpus/run.ts', JSON.stringify(all)],
  )
  expect(exit, stderr).toBe(0)
  return JSON.parse(stdout)
}

const containers = [
  { name: 'as root', part: 'quick', way: 'first', flags: [] },
  { name: 'as root, where landlock is not used', part: 'wall', way: 'chroot', flags: [] },
  { name: 'as uid 1000', part: 'quick', way: 'first', flags: ['--user=1000:1000'] },
  { name: 'with nothing that can be taken away', part: 'wall', way: 'first', flags: locked },
] as const

describe.skipIf(!tag)('in a container', () => {
  describe.each(containers)('$name', ({ part, way, flags }) => {
    test.each([
      ['python', python],
      ['javascript', javascript],
    ] as const)('no script in %s gets out', async (language, corpus) => {
      const { cases, whole, megabytes } = await run({ language, part, way }, flags)
      expect(Object.entries(cases).filter(([, problems]) => problems.length > 0)).toEqual([])
      expect(Object.keys(cases).length).toBeGreaterThanOrEqual(corpus.wall.length)
      expect(whole).toEqual([])
      expect(megabytes).toBeLessThan(400)
    })
  })
})
