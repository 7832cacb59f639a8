import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = new URL('../', import.meta.url).pathname

interface Source {
  readonly path: string
  readonly text: string
  /** Paths of the files of ours that it imports. */
  readonly imports: readonly string[]
}

const sources = await readSources(['runtime', 'plugins', 'contracts'])

async function readSources(folders: readonly string[]): Promise<Source[]> {
  const paths = (
    await Promise.all(folders.map((folder) => readdir(join(root, folder), { recursive: true })))
  ).flatMap((names, i) => names.filter((name) => name.endsWith('.ts')).map((name) => join(folders[i]!, name)))
  return Promise.all(
    paths.sort().map(async (path) => {
      const text = await readFile(join(root, path), 'utf8')
      const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map((match) =>
        relative(root, join(root, dirname(path), match[1]!)),
      )
      return { path, text, imports }
    }),
  )
}

function importsOf(prefix: string): [string, string][] {
  return sources
    .filter(({ path }) => path.startsWith(prefix))
    .flatMap(({ path, imports }) => imports.map((target): [string, string] => [path, target]))
}

describe('imports go one way', () => {
  test('contracts import nothing of ours but contracts', () => {
    expect(importsOf('contracts/').filter(([, target]) => !target.startsWith('contracts/'))).toEqual([])
  })

  test('code that runs in jobs imports the validators that it uses, not the list of all of them', () => {
    const users = sources.filter(({ imports }) => imports.includes('contracts/validators.generated.ts'))
    expect(users.map(({ path }) => path)).toEqual([])
  })

  test('sketches and distances import nothing of ours but each other and the batch', () => {
    const allowed = /^runtime\/(sketches\/|distances\/|batch\.ts)/
    expect(
      [...importsOf('runtime/sketches/'), ...importsOf('runtime/distances/')].filter(
        ([, target]) => !allowed.test(target),
      ),
    ).toEqual([])
  })

  test('plugins import the plugin API, sketches, distances, drift, measures of texts, images, models, number formats and their own files', () => {
    const wrong = importsOf('plugins/').filter(([path, target]) => {
      const own =
        path === 'plugins/index.ts'
          ? /^(plugins\/[a-z-]+\/plugin\.ts|runtime\/plugin-loader\.ts)$/
          : new RegExp(`^${dirname(path)}/`)
      return (
        !own.test(target) &&
        !/^runtime\/(plugin\.ts|sketches\/|distances\/|drift\/index\.ts|text\/|images\/|models\/(index|asked-model|http|onnx-rows|options|payload|rows)\.ts|report\/double\.ts)/.test(
          target,
        )
      )
    })
    expect(wrong).toEqual([])
  })

  test('only the entries of the process and its threads import the list of built-in plugins', () => {
    const importers = sources
      .filter(({ imports }) => imports.includes('plugins/index.ts'))
      .map(({ path }) => path)
    expect(importers).toEqual(['runtime/compute-worker.ts', 'runtime/main.ts', 'runtime/worker.ts'])
  })

  test('no stage imports the pipeline, and nothing imports main', () => {
    const users = (target: string) =>
      sources.filter(({ imports }) => imports.includes(target)).map(({ path }) => path)
    expect(users('runtime/main.ts')).toEqual([])
    expect(users('runtime/pipeline.ts')).toEqual(['runtime/commands.ts', 'runtime/main.ts'])
  })

  test('there is no circle', () => {
    const graph = new Map(
      sources.map(({ path, text, imports }) => [
        path,
        imports.filter((target) => !onlyTypes(text, path, target)),
      ]),
    )
    const circles: string[] = []
    const state = new Map<string, 'open' | 'done'>()
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'open') circles.push([...trail, path].join(' → '))
      if (state.has(path)) return
      state.set(path, 'open')
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of graph.keys()) visit(path, [])
    expect(circles).toEqual([])
  })
})

function onlyTypes(text: string, path: string, target: string): boolean {
  const statements = [...text.matchAll(/import (type )?[^']*?from '(\.[^']*)'/g)]
  const mine = statements.filter((match) => relative(root, join(root, dirname(path), match[2]!)) === target)
  return mine.length > 0 && mine.every((match) => match[1] !== undefined)
}

describe('side effects stay at the edge', () => {
  const edge = new Set([
    'runtime/main.ts',
    'runtime/worker.ts',
    'runtime/compute-worker.ts',
    'runtime/handle/driver.ts',
    'runtime/demo.ts',
    'contracts/generate.ts',
    'runtime/compile-kernels.ts',
  ])

  test('only the entries, the terminal and the commands touch the process', () => {
    const users = sources.filter(
      ({ path, text }) =>
        !edge.has(path) &&
        !path.startsWith('runtime/terminal/') &&
        path !== 'runtime/commands.ts' &&
        /\bprocess\.(?!pid\b)[a-z]/.test(text),
    )
    expect(users.map(({ path }) => path)).toEqual([])
  })

  test('no clock and no unseeded randomness below main', () => {
    const users = sources.filter(
      ({ path, text }) =>
        !edge.has(path) && /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(text),
    )
    expect(users.map(({ path }) => path)).toEqual([])
  })

  test('no grab-bag names', () => {
    const names = sources
      .map(({ path }) => path)
      .filter((path) => /\b(utils?|helpers?|common|shared|misc)\b/.test(path))
    expect(names).toEqual([])
  })
})

test('every plugin folder stands in the list, and the other way round', async () => {
  const folders = (await readdir(join(root, 'plugins'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const text = await readFile(join(root, 'plugins', 'index.ts'), 'utf8')
  expect([...text.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map((match) => match[1])).toEqual(folders)
})
