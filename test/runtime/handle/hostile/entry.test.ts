/** Hostile handlers in whole jobs: the real entry point, with credentials in its environment. */
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endOfJob, type JobRun, logLines, report, startJob } from '../../../run-job.ts'
import { scriptOf } from './case.ts'
import { javascript } from './javascript.ts'
import { python } from './python.ts'

const root = process.getuid!() === 0
const secret = 'hunter2-0f6a1c'
/** Most MiB that the job's own process may take. */
const mostMegabytes = 600

const chosen = {
  python: [
    'the parent in /proc',
    'files that everybody may read, and others',
    'files opened for writing',
    'processes by every library call',
    'signals to the host and to everybody',
    'connections to what listens on this machine',
    'credentials of the cloud',
    'the calls of 32-bit programs',
    'a loop that catches everything',
    'a thread that goes on after the reply',
    'shared pages that are handed back to the kernel but kept',
    'very many keys',
    'very many rows',
    'forged rubbish',
    'a forged error that is not JSON',
    'a forged log of millions of lines',
    'os._exit',
    'prototypes as keys',
    'control characters in errors',
  ],
  javascript: [
    'constructors of functions',
    'the parent in /proc',
    'files that everybody may read, and others',
    'files opened for writing',
    'processes by every library call',
    'signals to the host and to everybody',
    'connections from a thread: TCP',
    'a loop of microtasks',
    'memory of WebAssembly',
    'a flood of logged lines',
    'a forged reply of zeros',
    'process.exit',
    'a polluted prototype',
    'a deep result',
    'a stack that is hard to read',
  ],
} as const

let folder: string
const reached: string[] = []
const server = createServer((socket) => {
  reached.push('a connection')
  socket.destroy()
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-hostile-job-'))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface HostileRun extends JobRun {
  readonly megabytes: number
}

/** A job over four records, of which the script attacks with the second. */
async function run(
  language: 'python' | 'javascript',
  name: string,
  config: object,
  uid?: number,
): Promise<HostileRun> {
  const at = (path: string) => join(folder, path)
  for (const made of ['input', 'open', 'out', 'opt']) await mkdir(at(made))
  await chmod(at('open'), 0o777)
  await writeFile(at('world'), secret)
  await writeFile(at('own'), secret, { mode: 0o600 })
  await symlink(at('world'), at('link'))
  const records = [1, 2, 3, 4].map((n) => `${JSON.stringify({ n })}\n`)
  await writeFile(at('input/records.jsonl'), records.join(''))
  const { port } = server.address() as { port: number }
  const targets = {
    ...{ world: at('world'), own: at('own'), link: at('link'), folder: at('open') },
    ...{ tcp: port, udp: port, unix: at('unix'), abstract: 'byom', host: process.pid },
  }
  const hostile = [...{ python, javascript }[language].wall, ...{ python, javascript }[language].rest].find(
    (each) => each.name === name,
  )
  const script = at(`handler.${language === 'python' ? 'py' : 'mjs'}`)
  await writeFile(script, scriptOf(language, hostile!, targets))
  await writeFile(at('byom.json'), JSON.stringify({ handlers: { recordTimeoutSeconds: 1, ...config } }))
  if (uid !== undefined) for (const path of ['.', 'out', 'opt', 'own']) await chown(at(path), uid, uid)
  const environment = {
    dataset_source: at('input'),
    dataset_format: '{"json": {"lines": true}}',
    record_preprocessor_script: script,
    BYOM_CONFIG: at('byom.json'),
    AWS_SECRET_ACCESS_KEY: secret,
  }
  const job = startJob(folder, environment, uid === undefined ? {} : { uid })
  let kilobytes = 0
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${job.pid}/status`, 'utf8').catch(() => '')
    kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  }, 50)
  const { exitCode, all } = await job
  clearInterval(watch)
  return { ...(await endOfJob(folder, environment, exitCode, all)), megabytes: kilobytes / 1024 }
}

/** Nothing of the secret anywhere, nothing written, nothing reached. */
async function nothingGot({ log, message, megabytes }: HostileRun): Promise<void> {
  const files = await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true })
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
  )
  for (const text of [log, message, ...texts]) {
    expect(text).not.toContain(secret)
    expect(text).not.toMatch(/GOT (?!"|'|through)/)
  }
  expect(await readdir(join(folder, 'open'))).toEqual([])
  expect(await readFile(join(folder, 'world'), 'utf8')).toBe(secret)
  expect(reached).toEqual([])
  expect(megabytes).toBeGreaterThan(10)
  expect(megabytes).toBeLessThan(mostMegabytes)
}

const users = root ? [undefined, 1000] : [undefined]
const cases = (['python', 'javascript'] as const).flatMap((language) =>
  chosen[language].map((name, i) => ({ language, name, uid: users[i % users.length] })),
)

describe('a job that skips what fails', () => {
  test.each(cases)('$language, $name, uid $uid', { timeout: 60_000 }, async ({ language, name, uid }) => {
    const config = {
      onError: 'skip',
      errorBudget: 1,
      memoryMegabytes: 256,
      python: '/usr/bin/python3',
      // Half of them with a realm to begin with.
      javascriptRealm: uid === undefined ? 'node' : 'vm2',
    }
    const ended = await run(language, name, config, uid)
    await nothingGot(ended)
    expect(ended.exit, ended.log).toBe(0)
    for (const { level, time } of logLines(ended)) expect([level, time]).not.toContain(undefined)
    const { features } = await report<{
      features: { name: string; numerical_statistics?: { common: { num_present: number } } }[]
    }>(ended, 'statistics.json')
    const n = features.find((feature) => feature.name === 'n')
    expect(n!.numerical_statistics!.common.num_present).toBeGreaterThanOrEqual(3)
  })
})

describe('a job that fails with the first record', () => {
  test.each([
    ['python', 'signals to the host and to everybody', undefined],
    ['python', 'a loop that catches everything', /handler\.py.*did not answer|took longer/],
    ['python', 'forged rubbish', /not asked for|more than 16 MiB/],
    ['javascript', 'control characters in lines and errors', /handler\.mjs, line \d+.*a b.*c/],
    ['javascript', 'process.exit', /exit code 0|not defined|undefined/],
  ] as const)('%s, %s: says why in one line', async (language, name, why) => {
    const ended = await run(language, name, { javascriptRealm: 'node' })
    await nothingGot(ended)
    if (why === undefined) return expect(ended.exit, ended.log).toBe(0)
    expect(ended.exit).toBe(4)
    expect(ended.message).toContain('Exception while invoking preprocessor script.')
    expect(ended.message).toMatch(why)
    expect(ended.message).toMatch(/record 2/)
    expect(ended.message.trim()).not.toMatch(/\p{Cc}/u)
    logLines(ended)
  })
})

describe('a postprocess handler', () => {
  /** A job whose reports are complete when the script starts. */
  async function post(body: string, uid?: number): Promise<JobRun> {
    const at = (path: string) => join(folder, path)
    for (const made of ['input', 'out', 'opt']) await mkdir(at(made))
    await writeFile(at('input/records.jsonl'), '{"n": 1}\n{"n": 2}\n')
    await writeFile(at('world'), secret)
    await writeFile(at('post.py'), `import os\nW = ${JSON.stringify(at('world'))}\n${body}`)
    const handlers = { python: '/usr/bin/python3', postprocess: { timeoutSeconds: 1 } }
    await writeFile(at('byom.json'), JSON.stringify({ handlers }))
    if (uid !== undefined) for (const path of ['.', 'out', 'opt']) await chown(at(path), uid, uid)
    const environment = {
      dataset_source: at('input'),
      dataset_format: '{"json": {"lines": true}}',
      post_analytics_processor_script: at('post.py'),
      BYOM_CONFIG: at('byom.json'),
      AWS_SECRET_ACCESS_KEY: secret,
    }
    const { exitCode, all } = await startJob(folder, environment, uid === undefined ? {} : { uid })
    const ended = await endOfJob(folder, environment, exitCode, all)
    expect(ended.log + ended.message).not.toContain(secret)
    const { dataset } = await report<{ dataset: { item_count: number } }>(ended, 'statistics.json')
    expect(dataset.item_count).toBe(2)
    logLines(ended)
    return ended
  }

  const hostile = [
    [
      'hangs',
      'def postprocess_handler():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass',
      /did not answer|took longer/,
    ],
    ['ends its process', 'def postprocess_handler(): os._exit(0)', /exit code 0/],
    [
      'floods',
      'def postprocess_handler():\n    while True: os.write(2, b"x" * 65536)',
      /did not answer|took longer/,
    ],
    [
      'forges its answer',
      'def postprocess_handler():\n    os.write(3, b"\\x05\\0\\0\\0\\x03{}{}")\n    import time; time.sleep(9)',
      /protocol/,
    ],
    [
      'writes into the reports',
      'def postprocess_handler(): open(os.environ["output_path"] + "/statistics.json", "w")',
      /PermissionError/,
    ],
    [
      'removes the reports',
      'def postprocess_handler(): os.unlink(os.environ["output_path"] + "/statistics.json")',
      /PermissionError/,
    ],
    [
      'reads beside the reports',
      'def postprocess_handler(): print(open(os.environ["output_path"] + "/../world").read())',
      /PermissionError/,
    ],
    ['reads elsewhere', 'def postprocess_handler(): print(open(W).read())', /PermissionError/],
  ] as const

  test.each(hostile.map((each, i) => [...each, users[i % users.length]] as const))(
    'that %s fails alone',
    { timeout: 60_000 },
    async (_, body, why, uid) => {
      const ended = await post(body, uid)
      expect(ended.exit, ended.log).toBe(4)
      expect(ended.message).toMatch(why)
    },
  )
})
