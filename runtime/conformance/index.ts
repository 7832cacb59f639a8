/**
 * The conformance kit, `byom/conformance`: one call in a plugin's test file checks everything that the host relies on.
 *
 *     import { test } from 'node:test' // or vitest, or jest
 *     import { testPlugin } from 'byom/conformance'
 *     import plugin from './plugin.ts'
 *
 *     testPlugin(plugin, { test })
 */
import { stdout } from 'node:process'
import type { Plugin } from '../plugin.ts'
import { ownTable } from './batches.ts'
import { type Check, Failure, thrownText } from './check.ts'
import { columnNameChecks } from './column-names.ts'
import { costChecks } from './cost.ts'
import { falseAlarmChecks } from './false-alarms.ts'
import { hygiene } from './hygiene.ts'
import { laws } from './laws.ts'
import { loggerChecks } from './loggers.ts'
import { type Described, describedChecks, pluginChecks, withDefaults } from './metadata.ts'
import { outputChecks } from './output.ts'
import { publisherChecks } from './publishers.ts'
import type { AnalyzerSubject, AnyAnalyzer } from './run.ts'
import { samplerChecks } from './samplers.ts'
import type { KitOptions } from './settings.ts'
import { stateChecks } from './states.ts'
import { extreme, labelled, odd, sparse, type TableMaker, tabular, text } from './tables.ts'

export { type BatchMeta, batchOf, type Cells, type ColumnData, type Values } from './batches.ts'
export type { AnalyzerSettings, Columns, FalseAlarms, KitOptions, Target } from './settings.ts'

/** The function of a test runner: registers a test that fails when `run` throws or rejects. */
export type TestFunction = (name: string, run: () => void | Promise<void>) => unknown

/** What one check said of one subject. */
export interface Report {
  readonly check: string
  /** The analyzer, sampler, logger or publisher, or the plugin. */
  readonly subject: string
  readonly title: string
  readonly passed: boolean
  /** Why the check was left out, as the author says. */
  readonly skipped?: string
  /** For the author: what is wrong, a counter-example and a remedy; empty when the check passed. */
  readonly message: string
  /** Measurements, and what could not be checked. */
  readonly printed?: string
}

/** A check bound to its subject. */
interface Case {
  readonly check: string
  readonly subject: string
  readonly title: string
  readonly skipped?: string
  run(): Promise<undefined | string>
}

/**
 * Registers one test per check and subject, named like `length: merge is associative`.
 * @throws TypeError for settings of what the plugin does not have, and a skip without a reason or of no check
 */
export function testPlugin(plugin: Plugin, options: KitOptions & { readonly test: TestFunction }): void {
  const { test, print = (line: string) => stdout.write(`${line}\n`) } = options
  for (const { subject, title, skipped, run } of casesOf(plugin, options)) {
    const name = `${subject}: ${title}`
    if (skipped !== undefined) {
      print(`${plugin.name}: left out: ${name}: ${skipped}`)
      // A test of its own, because runners may forbid skipped ones.
      test(`${name} (left out: ${skipped})`, () => {})
    } else
      test(name, async () => {
        const printed = await run()
        if (printed !== undefined) print(`${name}: ${printed}`)
      })
  }
}

/**
 * Runs the same checks without a test runner, one after the other.
 * @throws TypeError as {@link testPlugin}
 */
export async function checkPlugin(plugin: Plugin, options: KitOptions = {}): Promise<Report[]> {
  const reports: Report[] = []
  for (const { check, subject, title, skipped, run } of casesOf(plugin, options)) {
    const about = { check, subject, title }
    if (skipped !== undefined) {
      reports.push({ ...about, passed: true, skipped, message: '' })
      continue
    }
    try {
      const printed = await run()
      reports.push({ ...about, passed: true, message: '', ...(printed === undefined ? {} : { printed }) })
    } catch (error) {
      reports.push({ ...about, passed: false, message: (error as Error).message })
    }
  }
  return reports
}

function casesOf(plugin: Plugin, options: KitOptions): Case[] {
  const { analyzers = [], samplers = [], loggers = [], publishers = [] } = plugin
  const given = new Map(Object.entries(options.options ?? {}))
  const plain = (name: string) => {
    const own = given.get(name) ?? {}
    return typeof own === 'function' ? own({ url: 'http://127.0.0.1:9' }) : own
  }
  const cases = bind(plugin, plugin.name, plugin, pluginChecks)
  const add = <Subject>(
    kind: Described['kind'],
    parts: readonly Described['part'][],
    checks: readonly Check<Subject>[],
    subject: (index: number, options: object) => Subject,
  ) => {
    for (const [i, part] of parts.entries()) {
      const own = plain(part.name)
      cases.push(...bind(plugin, part.name, { kind, part, given: own }, describedChecks))
      // Made when it runs: what is wrong with the metadata must not keep the tests from being registered.
      cases.push(
        ...bind(plugin, part.name, () => subject(i, withDefaults(part.options, own)), checks.map(lazily)),
      )
    }
  }
  add('analyzer', analyzers, analyzerChecks, (i, own) => analyzerSubject(plugin, analyzers[i]!, own, options))
  add('sampler', samplers, samplerChecks, (i, own) => ({ sampler: samplers[i]!, options: own }))
  add('logger', loggers, loggerChecks, (i, own) => ({ logger: loggers[i]!, options: own }))
  add('publisher', publishers, publisherChecks, (i) => ({
    publisher: publishers[i]!,
    given: given.get(publishers[i]!.name) ?? {},
  }))
  expectKnown('options', options.options, cases)
  expectKnown('analyzers', options.analyzers, cases)
  return withSkips(cases, options.skip ?? {})
}

function expectKnown(key: string, byName: object = {}, cases: readonly Case[]): void {
  for (const name of Object.keys(byName))
    if (!cases.some(({ subject }) => subject === name))
      throw new TypeError(`${key}.${name}: this plugin has nothing of that name`)
}

const analyzerChecks = [
  ...stateChecks,
  ...laws,
  ...hygiene,
  ...columnNameChecks,
  ...outputChecks,
  ...falseAlarmChecks,
  ...costChecks,
]

function lazily<Subject>(check: Check<Subject>): Check<() => Subject> {
  return { ...check, run: (make) => check.run(make()) }
}

function bind<Subject>(
  plugin: Plugin,
  subject: string,
  value: Subject,
  checks: readonly Check<Subject>[],
): Case[] {
  return checks.map(({ id, title, run }) => ({
    check: id,
    subject,
    title,
    async run() {
      try {
        return await run(value)
      } catch (error) {
        const where = `plugin ${plugin.name}, ${subject}, check ${id}`
        if (!(error instanceof Failure)) throw new Error(`${where}: ${thrownText(error)}`, { cause: error })
        // The failure itself says nothing more; what the plugin threw leads to the author's line.
        throw new Error(`${where}: ${error.message}`, 'cause' in error ? { cause: error.cause } : {})
      }
    },
  }))
}

function withSkips(cases: readonly Case[], skip: Readonly<Record<string, string>>): Case[] {
  const reasons = new Map(Object.entries(skip))
  for (const [key, reason] of reasons) {
    if (reason.trim() === '') throw new TypeError(`skip ${JSON.stringify(key)}: say why`)
    if (!cases.some(({ check, subject }) => key === check || key === `${subject}: ${check}`))
      throw new TypeError(`skip ${JSON.stringify(key)}: there is no such check of this plugin`)
  }
  return cases.map((each) => {
    const skipped = reasons.get(`${each.subject}: ${each.check}`) ?? reasons.get(each.check)
    return skipped === undefined ? each : { ...each, skipped }
  })
}

function analyzerSubject(
  plugin: Plugin,
  analyzer: AnyAnalyzer,
  own: object,
  kit: KitOptions,
): AnalyzerSubject {
  const settings = new Map(Object.entries(kit.analyzers ?? {})).get(analyzer.name) ?? {}
  const tables = Object.entries(settings.data ?? {}).map(([name, columns]): [string, TableMaker] => [
    name,
    (seed, rows) => ownTable(name, columns(seed, rows)),
  ])
  const environment = new Map(Object.entries(kit.environment ?? {}))
  return {
    plugin: { name: plugin.name, version: plugin.version },
    analyzer,
    options: own,
    environment: Object.fromEntries(
      (analyzer.environment ?? []).map((name) => [name, environment.get(name)]),
    ),
    ...(kit.analysisConfig ? { analysisConfig: kit.analysisConfig } : {}),
    settings,
    tables: { tabular, labelled, text, sparse, odd, extreme, ...Object.fromEntries(tables) },
  }
}
