/** Jobs with a handler on machines that offer more or less: the real entry point, as root and not, with and without landlock. */
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endOfJob, type JobRun, report } from '../../run-job.ts'

const checkout = fileURLToPath(new URL('../../..', import.meta.url))
const root = process.getuid!() === 0

/** A filter under which landlock does not exist (ENOSYS), as on Linux before 5.13; then the program that follows. */
const withoutLandlock = `
my $arm = \`uname -m\` =~ /aarch64/;
syscall($arm ? 167 : 157, 38, 1, 0, 0, 0) == 0 or die "no_new_privs: $!";
my $filter = pack('SCCL' x 4, 0x20, 0, 0, 0, 0x15, 0, 1, 444, 0x06, 0, 0, 0x00050026, 0x06, 0, 0, 0x7fff0000);
syscall($arm ? 277 : 317, 1, 0, pack('Sx6P', 4, $filter)) == 0 or die "seccomp: $!";
exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!";
`

const scripts = {
  python: 'import json\ndef preprocess_handler(record):\n    return {"double": 2 * record["n"]}\n',
  javascript: 'export const preprocess_handler = (record) => ({ double: 2 * record.n })\n',
} as const

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-confinement-'))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Machine {
  readonly landlock: boolean
  readonly uid?: number
  /** Mask of new files. */
  readonly mask?: string
}

async function run(
  language: keyof typeof scripts,
  handlers: object,
  { landlock, uid, mask = '022' }: Machine,
  first = '',
): Promise<JobRun> {
  const at = (path: string) => join(folder, path)
  for (const made of ['input', 'out', 'opt', 'tmp']) await mkdir(at(made))
  await writeFile(at('input/records.jsonl'), '{"n": 1}\n{"n": 2}\n{"n": 3}\n')
  const script = at(`handler.${language === 'python' ? 'py' : 'mjs'}`)
  await writeFile(script, first + scripts[language])
  await writeFile(at('byom.json'), JSON.stringify({ handlers: { python: '/usr/bin/python3', ...handlers } }))
  if (uid !== undefined) for (const path of ['.', 'out', 'opt', 'tmp']) await chown(at(path), uid, uid)
  const environment = {
    dataset_source: at('input'),
    dataset_format: '{"json": {"lines": true}}',
    record_preprocessor_script: script,
    BYOM_CONFIG: at('byom.json'),
  }
  const wrapper = landlock ? [] : ['perl', '-e', withoutLandlock]
  const { exitCode, all } = await execa({
    cwd: checkout,
    reject: false,
    all: true,
    extendEnv: false,
    preferLocal: true,
    localDir: checkout,
    env: {
      PATH: process.env['PATH'],
      TMPDIR: at('tmp'),
      BYOM_OPT_ML: at('opt'),
      output_path: at('out'),
      ...environment,
    },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })`sh -c ${`umask ${mask}; exec "$@"`} sh ${wrapper} node ${join(checkout, 'runtime/main.ts')}`
  return endOfJob(folder, environment, exitCode, all)
}

async function jailOf(ended: JobRun): Promise<string | undefined> {
  expect(ended.exit, ended.log).toBe(0)
  const { features } = await report<{ features: { numerical_statistics: { sum: number } }[] }>(
    ended,
    'statistics.json',
  )
  expect(features[0]!.numerical_statistics.sum).toBe(12)
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
  const { handlers } = await report<{ handlers: { jail: string }[] }>(ended, 'run.json')
  return handlers[0]?.jail
}

describe.each(['python', 'javascript'] as const)('a handler in %s runs', (language) => {
  test.runIf(root)('as root, with landlock and a user of its own', async () => {
    expect(await jailOf(await run(language, {}, { landlock: true }))).toBe('seccomp, landlock, user 64999')
  })

  test.runIf(root)('as root without landlock, in a folder that is its root', async () => {
    expect(await jailOf(await run(language, {}, { landlock: false }))).toBe('seccomp, chroot, user 64999')
  })

  test.runIf(root)('there too when new files are for their owner only', async () => {
    expect(await jailOf(await run(language, {}, { landlock: false, mask: '077' }))).toContain('chroot')
  })

  const uid = root ? { uid: 1000 } : {}
  test('as another user with landlock', async () => {
    expect(await jailOf(await run(language, {}, { landlock: true, ...uid }))).toBe('seccomp, landlock')
  })

  test('not as another user without landlock', async () => {
    const { exit, message } = await run(language, {}, { landlock: false, ...uid })
    expect(exit).toBe(4)
    expect(message).toMatch(
      /cannot be run safely on this machine: with seccomp, landlock it .*landlock: Function not implemented/,
    )
    expect(message).toContain('set handlers.unconfined to true in byom.json')
  })

  test('there too when the config accepts it', async () => {
    expect(await jailOf(await run(language, { unconfined: true }, { landlock: false, ...uid }))).toBe('none')
  })
})

test('without the jail a handler cannot keep the run waiting for what it has started', async () => {
  const begin = performance.now()
  const first = 'import subprocess\nsubprocess.Popen(["sleep", "60"])\n'
  await jailOf(await run('python', { unconfined: true }, { landlock: true }, first))
  expect(performance.now() - begin).toBeLessThan(30_000)
})
