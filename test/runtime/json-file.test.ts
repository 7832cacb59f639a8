/** Reading JSON files: the encodings that tools write, and what is said when it cannot be done. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readJsonFile } from '../../runtime/json-file.ts'
import { runCommand } from '../run-job.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-json-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const text = '{"name": "Zoë €"}'

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${text}\r\n`, 'utf16le')],
])('%s', async (_, bytes) => {
  expect(await readJsonFile(await put('file.json', bytes))).toEqual({ name: 'Zoë €' })
})

test('what cannot be read is said in words', async () => {
  await expect(readJsonFile(join(folder, 'absent.json'))).rejects.toThrow(/^there is no such file$/)
  await expect(readJsonFile(folder)).rejects.toThrow(/^it is a folder, expected a file$/)
  await expect(readJsonFile(await put('empty.json', ''))).rejects.toThrow('the file is empty or cut off')
})

test('every command that takes a JSON file reads it so', async () => {
  const bytes = Buffer.from('\uFEFF{"nonsense": 1}', 'utf16le')
  const file = await put('file.json', bytes)
  const absent = join(folder, 'absent.json')
  for (const [args, said] of [
    [['local'], /request: \$\.AppSpecification is missing/],
    [['schedule', 'next'], /schedule: \$\.name is missing/],
    [['migrate', '--out', join(folder, 'out')], /is no answer of describe-monitoring-schedule/],
    [['build', '--tag', 'x'], /file\.json: \$\.nonsense: there is no such key/],
  ] as const) {
    const env = { DOCKER_HOST: 'tcp://127.0.0.1:9' }
    const read = await runCommand(folder, env, { args: [...args, file] })
    expect(read.exit, read.log).toBe(2)
    expect(read.log).toMatch(said)
    const none = await runCommand(folder, env, { args: [...args, absent] })
    expect(none.exit, none.log).toBe(2)
    expect(none.log).toMatch(/absent\.json.*(there is no such file|does not exist)/)
    expect(none.log).not.toContain('ENOENT: no such file')
  }
})
