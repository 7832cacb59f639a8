import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../run-job.ts'

const samples = new URL('../samples/', import.meta.url).pathname

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-try-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function tried(...args: string[]) {
  const { exit, log } = await runCommand(folder, {}, { args: ['try-handler', ...args] })
  return { exit, log }
}

async function put(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

const same = 'def preprocess_handler(r):\n    return r\n'

test('shows what goes in, what comes out, the log, errors with their traceback, and a summary', async () => {
  const script = await put(
    'h.py',
    'def preprocess_handler(r, logger):\n    logger.info("price %s", r["price"])\n    return {"gross": float(r["price"]) * 2}\n',
  )
  const data = await put('d.jsonl', '{"price": 1}\n{"price": "free"}\nnot json\n{"price": 3}\n')
  const { exit, log } = await tried(script, data)
  expect(exit).toBe(4)
  for (const part of [
    'taken as JSON Lines; jail: seccomp',
    'record 1\n  in    {"price": 1}\n  out   {"gross":2.0}\n  log   info  price 1\n  time  ',
    "out   HANDLER_FAILED: h.py, line 3 in preprocess_handler: ValueError: could not convert string to float: 'free'\n          File",
    'record 4\n',
    '3 records: 2 gave rows, 0 were returned, 0 left out, 0 nothing, 0 unreadable, 1 failed',
    'NOT_JSON: 1, not given to the handler; first: record 3',
  ])
    expect(log).toContain(part)
  expect(log).not.toContain('driver')
})

test.each([
  ['captures', 'handler-padding/input/loans/AllTraffic/2026/03/01/10/00-11-222-a.jsonl'],
  ['JSON Lines', 'handler-sampling/input/part-0.jsonl'],
  ['CSV with a header', 'handler-scientific-notation/input/scores.csv'],
  ['JSON', 'json-array-file/input/people.json'],
])('takes data for %s when it looks like it', async (name, file) => {
  const { exit, log } = await tried(await put('h.py', same), join(samples, file), '--records', '2')
  expect(exit, log).toBe(0)
  expect(log).toContain(`taken as ${name};`)
  expect(log).toMatch(/^2 records: \d gave rows/m)
})

test('for machines: one JSON object for each record', async () => {
  const data = await put('d.csv', '1,"a ""b"""\n2,c\n3,d\n')
  const { exit, log } = await tried(
    await put('h.mjs', 'export const preprocessHandler = (line) => line'),
    data,
    '--records',
    '2',
    '--json',
    '--format',
    '{"csv": {"header": false}}',
  )
  expect(exit, log).toBe(0)
  expect(
    log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { record: 1, in: '1,"a ""b"""', out: '1,"a ""b"""', status: 'record', log: [] },
    { record: 2, in: '2,c', out: '2,c', status: 'record' },
  ])
})

test('data cannot move the cursor of a terminal; long texts are cut unless asked for', async () => {
  const data = await put(
    'd.jsonl',
    `${JSON.stringify({ a: `${'x'.repeat(1000)}` })}\n{"a":"\u001b[2J\u009b"}\n`,
  )
  const script = await put('h.py', 'def preprocess_handler(r):\n    print(r["a"][:10])\n    return r\n')
  const { log } = await tried(script, data)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there.
  expect(log.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f]/)
  expect(Math.max(...log.split('\n').map(({ length }) => length))).toBeLessThan(500)
  expect((await tried(script, data, '--full')).log).toContain('x'.repeat(1000))
})

describe('what is wrong is said in one line', () => {
  test.each([
    [
      'a script that is not there',
      ['/nowhere/h.py', 'DATA'],
      2,
      /SCRIPT is \/nowhere\/h\.py, which cannot be read/,
    ],
    [
      'data that is not there',
      ['SCRIPT', '/nowhere/d.csv'],
      3,
      /\/nowhere\/d\.csv cannot be read: it does not exist/,
    ],
    ['a format that is none', ['SCRIPT', 'DATA', '--format', '{"xml": {}}'], 2, /dataset_format/],
    ['Parquet', ['SCRIPT', 'DATA', '--format', '{"parquet": {}}'], 2, /not Parquet/],
    [
      'a number of records that is none',
      ['SCRIPT', 'DATA', '--records', 'all'],
      2,
      /expected a whole number/,
    ],
  ] as const)('%s', async (_, args, exit, message) => {
    const paths = { SCRIPT: await put('h.py', same), DATA: await put('d.jsonl', '{}\n') }
    const result = await tried(...args.map((arg) => paths[arg as 'SCRIPT'] ?? arg))
    expect(result.exit, result.log).toBe(exit)
    expect(result.log).toMatch(message)
  })
})
