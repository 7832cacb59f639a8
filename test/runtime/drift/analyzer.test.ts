import { describe, expect, it } from 'vitest'
import cv from '../../../plugins/cv/plugin.ts'
import embedding from '../../../plugins/embedding/plugin.ts'
import llm from '../../../plugins/llm/plugin.ts'
import nlp from '../../../plugins/nlp/plugin.ts'
import type { ColumnData } from '../../../runtime/conformance/index.ts'
import { type Random, seeded } from '../../../runtime/conformance/random.ts'
import type { Finding, Plugin } from '../../../runtime/plugin.ts'
import { picture } from '../../images.ts'
import { runOf, type Said } from '../../plugins/baseline-run.ts'

type Columns = Record<string, ColumnData>

const words = 'seven wizards quietly brew strange potions while a lazy dog sleeps'.split(' ')
const sentence = (random: Random) =>
  Array.from({ length: 3 + random.below(9) }, () => random.pick(words)).join(' ')
const pictures = await Promise.all(Array.from({ length: 30 }, (_, i) => picture(i)))

/** The members of the family: what they are, and columns of theirs. */
const members: Record<string, { plugin: Plugin; columns: (random: Random, rows: number) => Columns }> = {
  nlp: {
    plugin: nlp,
    columns: (random, rows) => ({ note: { kind: 'text', values: listOf(rows, () => sentence(random)) } }),
  },
  cv: {
    plugin: cv,
    columns: (random, rows) => ({
      photo: {
        kind: 'bytes',
        values: listOf(rows, () => ({ bytes: random.pick(pictures), mediaType: undefined })),
      },
    }),
  },
  detections: {
    plugin: { ...cv, analyzers: cv.analyzers!.slice(1) },
    columns: (random, rows) => ({
      detections: {
        kind: 'text',
        values: listOf(rows, () =>
          JSON.stringify([[random.below(3), random.next(), 0, 0, random.next(), 1]]),
        ),
      },
    }),
  },
  embedding: {
    plugin: embedding,
    columns: (random, rows) => ({
      vector: {
        kind: 'vector',
        values: listOf(rows, () => Float32Array.from({ length: 6 }, () => random.normal())),
      },
    }),
  },
  llm: {
    plugin: llm,
    columns: (random, rows) => ({
      prompt: { kind: 'text', values: listOf(rows, () => sentence(random)) },
      response: { kind: 'text', values: listOf(rows, () => sentence(random)) },
    }),
  },
}

function listOf<T>(rows: number, make: () => T): T[] {
  return Array.from({ length: rows }, make)
}

function optionsOf({ analyzers }: Plugin): object {
  const properties = analyzers![0]!.options.properties as Record<string, { default?: unknown }>
  return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, each.default]))
}

const emptied = (columns: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      {
        ...column,
        values: (column as { values: readonly unknown[] }).values.map(() => undefined),
      } as ColumnData,
    ]),
  )

describe.each(Object.entries(members))('%s', (name, { plugin, columns }) => {
  const options = optionsOf(plugin)
  const before = runOf(plugin, options, columns(seeded(1), 150))
  const run = (now: Columns, from: Said = before) => runOf(plugin, options, now, from)
  const feature = ({ statistics }: Said) => statistics.custom!.features[0]!

  it('a feature that no record has any more is a violation that says why', () => {
    const { findings } = run(emptied(columns(seeded(2), 60)))
    expect(findings).toMatchObject([
      { check: 'missing_column_check', violated: true, value: 1, threshold: 0 },
    ])
    expect(findings[0]!.description).toMatch(
      /^There are no \w+ at all\. 100 % of 60 records have none, 0 % of 150 in the baseline: effect 1, p-value .* below 0.01. Likely cause: the feature has another name/,
    )
  })

  it('a column that is not even there is one, too', () => {
    const { findings } = run({ other: { kind: 'text', values: listOf(60, () => undefined) } })
    expect(findings.filter(({ violated }) => violated).map(({ check }) => check)).toEqual([
      'missing_column_check',
    ])
  })

  it('too few records are no alarm, and statistics.json says so', () => {
    const said = run(columns(seeded(3), 20))
    expect(feature(said)['not_compared']).toMatch(/^Insufficient data: 20 \w+, at least 50 are needed/)
    expect(said.findings.filter(({ violated }) => violated)).toEqual([])
    expect(feature(run(columns(seeded(3), 60)))).not.toHaveProperty('not_compared')
  })

  it('a baseline of a handful of records is said to be none', () => {
    const said = run(columns(seeded(3), 60), runOf(plugin, options, columns(seeded(1), 10)))
    const reason = /^Insufficient data: the baseline has no sketches of these \w+\. Make one of 20 or more/
    expect(feature(said)['not_compared']).toMatch(reason)
    expect(said.findings.filter(({ violated }) => violated)).toEqual([])
    expect(said.findings.map(({ description }) => description)).toContainEqual(expect.stringMatching(reason))
  })

  it('what the baseline does not have is said to be not compared', () => {
    const other: Said = { ...before, statistics: { custom: { features: [] } } }
    const said = run(columns(seeded(3), 60), other)
    expect(feature(said)['not_compared']).toMatch(
      /^Not compared: the baseline has nothing of these \w+\. .* Make the baseline anew$/,
    )
    expect(said.findings.map(({ violated, value }) => [violated, value])).toEqual([[false, Number.NaN]])
    expect(feature(before)).not.toHaveProperty('not_compared')
  })

  it('constraints that were edited are kept, and misspelt ones named', () => {
    const edited = (change: object): Said => ({
      ...before,
      constraints: {
        custom: { features: before.constraints.custom!.features.map((each) => ({ ...each, ...change })) },
      },
    })
    const now = columns(seeded(3), 60)
    expect(run(now, edited({ evaluate: 'Disabled' })).findings).toEqual([])
    expect(run(now, edited({ min_records: 70 })).findings[0]!.description).toMatch(/60 \w+, at least 70/)
    expect(() => run(now, edited({ evaluate: 'disabled' }))).toThrow(
      /feature .*: evaluate should be "Enabled" or "Disabled"/,
    )
    expect(() => run(now, edited({ alpha: '0.01' }))).toThrow(
      /feature .*: alpha should be a number from 1e-12 to 0.5/,
    )
  })

  it('every violation has effect, p-value, level and a likely cause', () => {
    const { analyzers } = plugin
    const strange = analyzers![0]!.name === 'embedding' ? Float32Array.of(1, Number.NaN) : undefined
    const now = Object.fromEntries(
      Object.entries(columns(seeded(4), 60)).map(([name, column]) => [
        name,
        {
          ...column,
          values: (column as { values: readonly unknown[] }).values.map((value, i) =>
            i % 3 ? value : (strange ?? oddOf(value)),
          ),
        } as ColumnData,
      ]),
    )
    const bad = run(now).findings.filter(({ violated }) => violated)
    expect(bad.length).toBeGreaterThan(0)
    for (const { description, pValue } of bad) {
      expect(description).toMatch(
        /effect -?[\d.e+-]+, p-value [\d.e-]+(?: below [\d.e-]+|, and none is expected).*Likely cause: .+\.$/,
      )
      expect(pValue).toBeGreaterThanOrEqual(0)
    }
  })

  it('has at most fifteen metrics per feature, each name once', () => {
    const names = run(columns(seeded(5), 60)).metrics.map(({ name }) => name)
    expect(names.length).toBeLessThanOrEqual(15)
    expect(new Set(names).size).toBe(names.length)
  })

  it('a damaged or hostile baseline is named with what to do, never half believed', () => {
    const now = columns(seeded(6), 60)
    const file: Said = JSON.parse(JSON.stringify(before))
    let tried = 0
    const all = [...leaves(file.statistics), ...leaves(file.constraints)]
    for (const [i, { node, key }] of all.entries()) {
      const old = node[key]
      // Images take long to decode.
      const values = name === 'cv' ? (i % 4 === 0 ? [1e308] : []) : [1e308, ...(i % 4 === 0 ? odd : [])]
      for (const value of values) {
        node[key] = value
        tried++
        try {
          for (const finding of run(now, file).findings) expect(numbersOf(finding)).toBe(true)
        } catch (error) {
          expect((error as Error).message).toMatch(
            /make the baseline anew$|should be (?:a number from|"Enabled")/,
          )
        }
      }
      node[key] = old
    }
    expect(tried).toBeGreaterThan(50)
  }, 60_000)
})

/** What a file may hold in place of anything. */
const odd = [null, 'x', -1, [], { length: 1e9 }]

/** Something else of the same kind, which no baseline here has. */
function oddOf(value: unknown): unknown {
  return typeof value === 'string' ? 'Ω '.repeat(300) : { bytes: new Uint8Array(3), mediaType: undefined }
}

function leaves(node: object): { node: Record<string, unknown>; key: string }[] {
  return Object.entries(node).flatMap(([key, value]) => [
    { node: node as Record<string, unknown>, key },
    ...(typeof value === 'object' && value !== null ? leaves(value) : []),
  ])
}

/** Numbers, or none at all where nothing was compared. */
function numbersOf({ value, threshold, pValue, description }: Finding): boolean {
  const all = [value, threshold, ...(pValue === undefined ? [] : [pValue])]
  return all.every(Number.isFinite) || /^(?:Insufficient data|Not compared)/.test(description)
}
