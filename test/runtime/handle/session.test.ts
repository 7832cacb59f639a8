import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '../../../contracts/types.generated.ts'
import {
  BatchFrame,
  type Handled,
  type HandlerKind,
  type HandlerSetup,
  type LogLine,
  openHandler,
  type Session,
  startSession,
} from '../../../runtime/handle/index.ts'
import { handlerSettings } from '../../../runtime/job.ts'

const machine = {
  platform: process.platform,
  architecture: process.arch,
  root: process.getuid?.() === 0,
  node: process.execPath,
}

let folder: string
let lines: LogLine[]
const open: Session[] = []
const setups: HandlerSetup[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-session-'))
  lines = []
})
afterEach(async () => {
  for (const session of open.splice(0)) await session.close()
  await rm(folder, { recursive: true })
})

async function start(
  name: string,
  source: string,
  config: Config['handlers'] = {},
  kind: HandlerKind = 'json',
): Promise<Session> {
  const path = join(folder, name)
  await writeFile(path, source)
  const { session, setup } = await openHandler(
    {
      variable: 'record_preprocessor_script',
      path,
      kind,
      functions: ['preprocess_handler', 'preprocessHandler'],
      reads: [],
    },
    handlerSettings(config),
    machine,
    { pid: process.pid, log: (line) => lines.push(line) },
    async () => folder,
  )
  open.push(session)
  setups.push(setup)
  return session
}

/** Sends records as one batch, and says what became of each. */
async function handle(session: Session, records: readonly (string | object)[]): Promise<(string | object)[]> {
  const batch = new BatchFrame()
  for (const record of records)
    batch.add(Buffer.from(typeof record === 'string' ? record : JSON.stringify(record)))
  return told(await session.handle(batch, (line) => lines.push(line)))
}

function told({ bytes, outcomes }: Handled): (string | object)[] {
  return outcomes.map((outcome) => {
    if (outcome.status === 'error') return `${outcome.problem.code}: ${outcome.problem.text}`
    if (!('start' in outcome)) return outcome.status
    const text = Buffer.from(bytes.subarray(outcome.start, outcome.end)).toString()
    return outcome.status === 'rows' ? (JSON.parse(text) as object) : `record ${text}`
  })
}

const languages = {
  python: {
    file: 'handler.py',
    /** Calls `body` with the record as `r`. */
    script: (body: string, before = '') =>
      `${before}\ndef preprocess_handler(r):\n    ${body.split('\n').join('\n    ')}\n`,
  },
  javascript: {
    file: 'handler.js',
    script: (body: string, before = '') => `${before}\nexport function preprocess_handler(r) {\n${body}\n}\n`,
  },
}

describe('results', () => {
  test('of Python: rows, lists of rows, nothing, an empty list, the record', async () => {
    const session = await start(
      'handler.py',
      `
def preprocess_handler(r):
    return {"dict": {"a": 1, "b": None, "c": "ü\\ud800", 3: True}, "list": [{"a": 1}, {"a": 2}], "empty": [], "none": None, "same": r}[r["what"]]
`,
    )
    const records = ['dict', 'list', 'empty', 'none', 'same'].map((what) => ({ what }))
    expect(await handle(session, records)).toEqual([
      { a: 1, b: null, c: 'ü\ud800', 3: true },
      [{ a: 1 }, { a: 2 }],
      'dropped',
      'nothing',
      { what: 'same' },
    ])
  })

  test('of JavaScript: the same', async () => {
    const session = await start(
      'handler.ts',
      `export function preprocessHandler(r: { what: string }) {
        return { dict: { a: 1, b: null, c: 'ü\\ud800', d: undefined, 3: true }, list: [{ a: 1 }, { a: 2 }], empty: [], none: undefined, same: r, map: new Map([['x', 1n]]) }[r.what]
      }`,
    )
    const records = ['dict', 'list', 'empty', 'none', 'same', 'map'].map((what) => ({ what }))
    expect(await handle(session, records)).toEqual([
      { a: 1, b: null, c: 'ü\ud800', d: null, 3: true },
      [{ a: 1 }, { a: 2 }],
      'dropped',
      'nothing',
      { what: 'same' },
      { x: 1 },
    ])
  })

  test('numbers without a JSON form: NaN is missing, infinities are beyond a double, the rest is written as it is', async () => {
    const python = await start(
      'handler.py',
      `
import datetime, decimal, math
def preprocess_handler(r):
    return {"nan": math.nan, "inf": math.inf, "minus": -math.inf, "decimal": decimal.Decimal("0.1"), "big": 10**30, "date": datetime.date(2026, 1, 2), "bytes": b"x", "ok": 1.5}
`,
    )
    expect(await handle(python, [{}])).toEqual([
      {
        nan: null,
        inf: '1e999',
        minus: '-1e999',
        decimal: 0.1,
        big: 1e30,
        date: '2026-01-02',
        bytes: 'x',
        ok: 1.5,
      },
    ])
    const javascript = await start(
      'handler.js',
      'export const preprocess_handler = () => ({ nan: NaN, inf: Infinity, minus: -Infinity, big: 10n ** 30n, date: new Date(0), ok: 1.5, nested: { a: [1] } })',
    )
    expect(await handle(javascript, [{}])).toEqual([
      {
        nan: null,
        inf: '1e999',
        minus: '-1e999',
        big: 1e30,
        date: '1970-01-01T00:00:00.000Z',
        ok: 1.5,
        nested: { a: [1] },
      },
    ])
  })

  test.each([
    ['python', 'return 5', 'returned a int'],
    ['python', 'return [1]', 'a list must hold dicts'],
    ['python', 'return {"a": object()}', 'of the type object'],
    ['python', 'return {(1, 2): 3}', 'keys must be'],
    ['python', 'x = {}\nx["x"] = x\nreturn x', 'contains itself'],
    ['javascript', 'return 5', 'returned a number'],
    ['javascript', 'return [1]', 'an array must hold objects'],
    ['javascript', 'return { a: () => 1 }', 'is a function'],
    ['javascript', 'return Promise.resolve({})', 'returned a promise'],
  ] as const)('%s: %s is no row', async (language, body, reason) => {
    const { file, script } = languages[language]
    const [outcome] = await handle(await start(file, script(body)), [{}])
    expect(outcome).toContain('HANDLER_RESULT_INVALID: handler.')
    expect(outcome).toContain(reason)
  })

  test('an async handler is told so', async () => {
    const python = await start('handler.py', 'async def preprocess_handler(r):\n    return r\n')
    expect((await handle(python, [{}]))[0]).toContain('the handler is async')
    const javascript = await start('handler.js', 'export async function preprocess_handler(r) { return r }')
    expect((await handle(javascript, [{}]))[0]).toContain('returned a promise')
  })

  test('names like __proto__ are names', async () => {
    const session = await start(
      'handler.py',
      'def preprocess_handler(r):\n    return {"__proto__": 1, "constructor": 2, "x" * 100000: 3}\n',
    )
    const [row] = await handle(session, [{}])
    expect(Object.keys(row as object).map((key) => key.length)).toEqual([9, 11, 100_000])
  })
})

describe.each(['python', 'javascript'] as const)('%s', (language) => {
  const { file, script } = languages[language]
  const fails = {
    python: 'raise ValueError("no " + str(r["n"]))',
    javascript: 'throw new RangeError("no " + r.n)',
  }[language]
  const hangs = { python: 'while True: pass', javascript: 'for (;;);' }[language]
  const on = (n: number, body: string) =>
    language === 'python'
      ? `if r["n"] == ${n}:\n    ${body}\nreturn r`
      : `if (r.n === ${n}) { ${body} }\nreturn r`
  const records = Array.from({ length: 8 }, (_, n) => ({ n }))

  test('an error is told with its place, and the other records have their results', async () => {
    const session = await start(file, script(on(3, fails)))
    const outcomes = await handle(session, records)
    expect(outcomes[3]).toMatch(
      language === 'python'
        ? /^HANDLER_FAILED: handler\.py, line 4 in preprocess_handler: ValueError: no 3$/
        : /^HANDLER_FAILED: handler\.js, line 3: RangeError: no 3$/,
    )
    expect(outcomes.toSpliced(3, 1)).toEqual(records.toSpliced(3, 1))
  })

  test('a record that takes too long is told, and the others have their results', async () => {
    const session = await start(file, script(on(5, hangs)), { recordTimeoutSeconds: 0.3 })
    const outcomes = await handle(session, records)
    expect(outcomes[5]).toMatch(/^HANDLER_TIMEOUT: .*took longer than 0\.3 s/)
    expect(outcomes.toSpliced(5, 1)).toEqual(records.toSpliced(5, 1))
  })

  test('a process that ends is started again, and only the culprit is lost', async () => {
    const exit = { python: 'import os; os._exit(3)', javascript: 'process.exit(3)' }[language]
    const session = await start(file, script(on(2, exit)), { javascriptRealm: 'node' })
    const [first, second] = await Promise.all([handle(session, records), handle(session, [{ n: 77 }])])
    expect(first[2]).toMatch(
      /^HANDLER_FAILED: handler\.(py|js): the handler ended its process with exit code 3/,
    )
    expect(first.toSpliced(2, 1)).toEqual(records.toSpliced(2, 1))
    expect(second).toEqual([{ n: 77 }])
  })

  test('too many starts end it all', async () => {
    const exit = { python: 'import os; os._exit(3)', javascript: 'process.exit(3)' }[language]
    const session = await start(file, script(exit), { javascriptRealm: 'node' })
    await expect(handle(session, records)).rejects.toThrow(/had to be started 6 times/)
  })

  test('memory ends with the limit', async () => {
    const bomb = {
      python: 'x = []\nwhile True: x.append(bytearray(1 << 24))',
      javascript: 'const x = []; for (;;) x.push(new Uint8Array(1 << 24).fill(1))',
    }[language]
    const session = await start(file, script(bomb), { memoryMegabytes: 128, recordTimeoutSeconds: 5 })
    const [outcome] = await handle(session, [{ n: 1 }])
    expect(outcome).toMatch(/^HANDLER_(FAILED|TIMEOUT): .*(MemoryError|memory|allocation|SIG)/)
  })

  test('log lines carry their record and level, and are capped', async () => {
    const log = {
      python:
        'import logging\nprint("printed", r["n"])\nlogging.getLogger("x").warning("warned %s", r["n"])\nreturn r',
      javascript: 'console.log("printed", r.n); console.warn("warned " + r.n); return r',
    }[language]
    const session = await start(file, script(log))
    await handle(session, records.slice(0, 2))
    expect(lines).toEqual([
      { record: 0, level: 'info', text: 'printed 0' },
      { record: 0, level: 'warn', text: 'warned 0' },
      { record: 1, level: 'info', text: 'printed 1' },
      { record: 1, level: 'warn', text: 'warned 1' },
    ])
    lines.length = 0
    const flood = {
      python: 'for i in range(100000): print("x" * 100)\nreturn r',
      javascript: 'for (let i = 0; i < 100000; i++) console.log("x".repeat(100)); return r',
    }[language]
    await handle(await start(file, script(flood)), [{ n: 0 }])
    expect(lines.length).toBeLessThan(3000)
    expect(lines.at(-1)?.text).toMatch(/more lines of this batch are left out/)
  })

  test('random numbers are the same in every run, and others in other units', async () => {
    const random = {
      python: 'import random\nreturn {"x": random.random()}',
      javascript: 'return { x: Math.random() }',
    }[language]
    const values = []
    for (let i = 0; i < 2; i++) values.push(await handle(await start(file, script(random)), [{}, {}]))
    expect(values[0]).toEqual(values[1])
    expect(values[0]![0]).not.toEqual(values[0]![1])
    const other = await startSession(setups.at(-1)!, 1, { pid: process.pid, log: () => {} })
    open.push(other)
    expect((await handle(other, [{}]))[0]).not.toEqual(values[0]![0])
  })

  test.each([
    [
      'a syntax error',
      { python: 'def (', javascript: 'export function (' }[language],
      /HANDLER_FAILED|handler\.(py|js), line 1/,
    ],
    ['no handler', 'x = 1', /no function preprocess_handler/],
    [
      'an error at load',
      { python: 'x = 1\nraise KeyError("k")', javascript: 'throw new Error("k")' }[language],
      /cannot be loaded: handler\.(py, line 2|js, line 1): (Key)?Error: '?k/,
    ],
  ])('%s is told before any record', async (_, source, expected) => {
    await expect(start(file, source)).rejects.toThrow(expected)
  })

  test('a script that does not finish loading', async () => {
    const source = { python: 'while True: pass', javascript: 'for (;;);' }[language]
    await expect(start(file, source, { startTimeoutSeconds: 0.5 })).rejects.toThrow(/cannot be loaded/)
  })
})

test('state of a script lives as long as its process', async () => {
  const session = await start(
    'handler.py',
    'n = 0\ndef preprocess_handler(r):\n    global n\n    n += 1\n    return {"n": n}\n',
  )
  expect(await handle(session, ['{}', '{}'])).toEqual([{ n: 1 }, { n: 2 }])
  expect(await handle(session, ['{}'])).toEqual([{ n: 3 }])
})

test('a script that goes on after its reply is ended', async () => {
  const session = await start(
    'handler.py',
    'import threading\ndef burn():\n    while True: pass\ndef preprocess_handler(r):\n    threading.Thread(target=burn, daemon=True).start()\n    return r\n',
  )
  expect(await handle(session, [{ n: 1 }])).toEqual([{ n: 1 }])
  await new Promise((resolve) => setTimeout(resolve, 3000))
  // A new process answers.
  expect(await handle(session, [{ n: 2 }])).toEqual([{ n: 2 }])
})

test('packages of a folder that the config names can be imported, others not', async () => {
  await writeFile(join(folder, 'mypackage.py'), 'VALUE = 42\n')
  const source = 'import mypackage\ndef preprocess_handler(r):\n    return {"value": mypackage.VALUE}\n'
  await expect(start('handler.py', source)).rejects.toThrow(/No module named 'mypackage'/)
  expect(await handle(await start('handler.py', source, { pythonPath: [folder] }), [{}])).toEqual([
    { value: 42 },
  ])
})

test('JavaScript: imports beside the script, JSON and packages; nothing from elsewhere', async () => {
  await writeFile(join(folder, 'rates.json'), '{"eur": 1.5}')
  await writeFile(
    join(folder, 'convert.ts'),
    'import rates from "./rates.json"\nexport const convert = (x: number): number => x * rates.eur\n',
  )
  const session = await start(
    'handler.ts',
    'import { convert } from "./convert.ts"\nexport const preprocess_handler = (r: { n: number }) => ({ n: convert(r.n) })',
  )
  expect(await handle(session, [{ n: 2 }])).toEqual([{ n: 3 }])
  await writeFile(join(tmpdir(), 'byom-outside.json'), '{"secret": 1}')
  await expect(
    start('bad.js', 'import x from "../byom-outside.json"\nexport const preprocess_handler = () => x'),
  ).rejects.toThrow(/lies outside of the script's folder/)
  await expect(
    start('fs.js', 'import fs from "node:fs"\nexport const preprocess_handler = () => fs'),
  ).rejects.toThrow(/node:fs/)
  await rm(join(tmpdir(), 'byom-outside.json'))
})
