import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { isConfig } from '../contracts/validators.generated.ts'
import { builtIn } from '../plugins/index.ts'
import { tolerances } from '../runtime/diff/comparison.ts'
import { errorTable } from '../runtime/errors.ts'
import { rejectTable } from '../runtime/rejects.ts'

const root = new URL('../', import.meta.url).pathname
const readme = await readFile(join(root, 'README.md'), 'utf8')
const packageJson = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

/** Cells of the table whose head row starts with these words. */
function table(head: string): string[][] {
  const lines = readme.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${head}`))
  const rows: string[][] = []
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break
    rows.push(
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
  }
  return rows
}

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1]!)
}

describe('the tables equal the code', () => {
  test('exit codes', () => {
    const expected = Object.entries(errorTable).map(([code, { exit, meaning, actor }]) => [
      code,
      String(exit),
      meaning,
      actor,
    ])
    expect(table('code | exit')).toEqual(expected)
  })

  test('what can be wrong with data', () => {
    expect(table('code in')).toEqual(
      Object.entries(rejectTable).map(([code, { effect, meaning }]) => [code, effect, meaning]),
    )
  })

  test('plugins', async () => {
    const plugins = await Promise.all(Object.values(builtIn).map(async ({ load }) => (await load()).default))
    const expected = plugins.map(
      ({ name, description, analyzers = [], samplers = [], loggers = [], publishers = [] }) => [
        name,
        [...analyzers, ...samplers, ...loggers, ...publishers].map((part) => part.name).join(', '),
        description,
      ],
    )
    expect(table('plugin |')).toEqual(expected)
  })

  test('tolerances of a comparison', () => {
    const expected = Object.entries(tolerances)
    expect(table('kind | what is let pass')).toEqual(expected)
  })

  test('commands', async () => {
    const { stdout } = await run(['node', 'runtime/main.ts', '--help'])
    const commands = [...stdout.matchAll(/^ {2}([a-z-]+)(?: [[<][^ ]*)+ {2,}/gm)]
      .map((match) => match[1])
      .filter((name) => name !== 'help')
    const documented = table('command').flatMap(([cell]) =>
      [...cell!.matchAll(/byom ([a-z-]+)/g)].map((match) => match[1]),
    )
    expect(documented).toEqual(commands)
  })
})

describe('the blocks hold', () => {
  test('every npm script that is named exists', () => {
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!)
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) expect(packageJson.scripts).toHaveProperty([name])
  })

  test('the settings fit their schema', () => {
    const [settings] = blocks('json')
    expect(isConfig(JSON.parse(settings!)), JSON.stringify(isConfig.errors)).toBe(true)
  })

  test('a job runs as shown', async () => {
    const block = blocks('sh').find((text) => text.includes('npm start'))!
    const folder = await mkdtemp(join(tmpdir(), 'byom-readme-'))
    await run(['bash', '-euc', block.replaceAll('$PWD/demo-output', folder)])
    const statistics = JSON.parse(await readFile(join(folder, 'mine', 'statistics.json'), 'utf8'))
    expect(statistics.dataset.item_count).toBe(2333)
    await rm(folder, { recursive: true })
  })

  test('the demo ends as printed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'byom-demo-'))
    const { stdout } = await run(['node', 'runtime/main.ts', 'demo', '--out', folder])
    const shown = readme
      .split('\n')
      .filter((line) => line.startsWith('│') || line.startsWith('CompletedWithViolations: Job'))
    expect(shown.length).toBeGreaterThanOrEqual(5)
    for (const line of shown) expect(stdout).toContain(line)
    expect(stdout).toContain('Completed: Job completed successfully with no violations.')
    await rm(folder, { recursive: true })
  })
})

function run([command, ...args]: string[]): Promise<{ stdout: string; stderr: string }> {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}`
  return promisify(execFile)(command!, args, {
    cwd: root,
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
    maxBuffer: 2 ** 26,
  })
}
