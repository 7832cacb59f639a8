/** Runs one analyzer the way the host does, and keeps what it throws. */
import {
  type Analysis,
  analyzerKey,
  type LoadedAnalyzer,
  mergeAnalysis,
  recycleAnalysis,
  startAnalysis,
  updater,
} from '../analyze.ts'
import type { Batch } from '../batch.ts'
import { checkConfigs } from '../check-config.ts'
import { judge, type Verdict } from '../judge.ts'
import type { AnalysisConfig, Analyzer, Baseline, Constraints, Context, Statistics } from '../plugin.ts'
import { batches, type Table } from './batches.ts'
import { Failure } from './check.ts'
import type { AnalyzerSettings } from './settings.ts'
import type { TableMaker } from './tables.ts'

// biome-ignore lint/suspicious/noExplicitAny: the kit treats every analyzer's types as opaque, as the host does.
export type AnyAnalyzer = Analyzer<any, any, any, any>

/** The analyzer under test, and all that the author said about it. */
export interface AnalyzerSubject {
  readonly plugin: { readonly name: string; readonly version: string }
  readonly analyzer: AnyAnalyzer
  /** Options with their defaults; every run gets a copy. */
  readonly options: object
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly analysisConfig?: AnalysisConfig
  readonly settings: AnalyzerSettings
  /** Well-conditioned data: results depend on the split only as far as the exactness says. */
  readonly tables: Readonly<Record<string, TableMaker>>
}

/** Rows per batch, and per table, that checks use. Sketches must overflow; the slow texts need not be many. */
export const batchRows = 512
const tableRows: Readonly<Record<string, number>> = {
  tabular: 5000,
  text: 600,
  odd: 900,
  sparse: 1500,
  extreme: 600,
}

/** Every check needs the same few tables. */
const made = new WeakMap<TableMaker, Map<number, Table>>()

/** The table of that name, with its usual number of rows. */
export function tableOf({ tables }: AnalyzerSubject, name: string, seed = 1): Table {
  const maker = tables[name]!
  const known = made.get(maker) ?? new Map<number, Table>()
  made.set(maker, known)
  const table = known.get(seed) ?? maker(seed, tableRows[name] ?? 2500)
  known.set(seed, table)
  return table
}

/** One run over some rows: an analyzer with its own copy of the options, and its state. */
export class Run {
  readonly analysis: Analysis
  readonly context: Context
  readonly loaded: readonly [LoadedAnalyzer]
  readonly #name: string
  readonly #update: (batch: Batch) => void
  /** What the analyzer threw, kept because the host keeps only the text. */
  #thrown: unknown

  constructor(
    subject: AnalyzerSubject,
    context: Context,
    options: object = structuredClone(subject.options),
  ) {
    this.context = context
    this.#name = subject.analyzer.name
    this.loaded = [
      { analyzer: this.#watched(subject.analyzer), plugin: subject.plugin, options, context, number: 0 },
    ]
    this.analysis = startAnalysis(this.loaded)
    this.#checkFailures()
    this.#update = updater(this.loaded, this.analysis)
  }

  get state(): unknown {
    return this.analysis.states.get(this.#name)
  }

  set state(state: unknown) {
    this.analysis.states.set(this.#name, state)
  }

  /** Folds batches in. */
  update(list: Iterable<Batch>): this {
    for (const batch of list) {
      this.#update(batch)
      this.#checkFailures()
    }
    return this
  }

  /** Folds in a run over later rows. */
  merge(from: Run): this {
    mergeAnalysis(this.loaded, this.analysis, from.analysis)
    this.#checkFailures()
    return this
  }

  /** Is over: its state goes back to the analyzer. */
  recycle(): void {
    recycleAnalysis(this.loaded, this.analysis, this.analysis)
    this.#checkFailures()
  }

  /** Its part of statistics.json. */
  summary(): Record<string, unknown> {
    return this.loaded[0].analyzer.summarize(this.state)
  }

  /** What the host makes of it. */
  judge(rows: number): Verdict {
    const config = this.context.baseline?.config ?? checkConfigs(undefined)
    const judgement = judge(this.loaded, this.analysis, { resolve: config }, [], rows, { verify: false })
    this.#checkFailures()
    return judgement
  }

  #checkFailures(): void {
    const [text] = this.analysis.failures.values()
    if (text === undefined) return
    throw new Failure({
      given: `a ${this.context.run} run`,
      problem: `the analyzer throws in ${text}`,
      fix: 'the stack below shows where; data never justifies an exception: leave the statistic out instead',
      cause: this.#thrown,
    })
  }

  /** The same analyzer; what a method throws is kept on its way to the host. */
  #watched(analyzer: AnyAnalyzer): AnyAnalyzer {
    // Over an empty object, because a proxy must show the functions of a frozen one as they are.
    return new Proxy({} as AnyAnalyzer, {
      get: (_, key) => {
        const method: unknown = Reflect.get(analyzer, key)
        if (typeof method !== 'function') return method
        return (...args: unknown[]) => {
          try {
            return method.apply(analyzer, args)
          } catch (error) {
            this.#thrown = error
            throw error
          }
        }
      },
    })
  }
}

/** The context of a run without a baseline. */
export function baselineContext({ environment, analysisConfig }: AnalyzerSubject): Context {
  const config = analysisConfig ? { analysisConfig } : {}
  return { run: 'baseline', environment: { ...environment }, distances: 'exact', ...config }
}

/** The context of a monitoring run after a baseline run over some batches; the baseline went through its two files. */
export function monitoringContext(subject: AnalyzerSubject, list: Iterable<Batch>, rows: number): Context {
  const { statistics, constraints } = new Run(subject, baselineContext(subject)).update(list).judge(rows)
  const file = <T>(value: T): T => JSON.parse(JSON.stringify(value))
  return {
    ...baselineContext(subject),
    run: 'monitoring',
    baseline: baselineOf(subject, file(statistics), file(constraints)),
  }
}

function baselineOf(
  subject: AnalyzerSubject,
  statistics: Statistics,
  constraints: Constraints,
): Baseline<object, object> {
  const key = analyzerKey(subject)
  const part = (file: Statistics | Constraints) => {
    const analyzers = new Map(Object.entries(file.custom?.analyzers ?? {}))
    const { features, custom: _, ...sections } = file
    return { features, sections, ...(analyzers.has(key) ? { custom: analyzers.get(key) } : {}) }
  }
  return { statistics: part(statistics), constraints: part(constraints), config: checkConfigs(constraints) }
}

/** Both judgements of a table's life: as a baseline, and as what is monitored after a baseline over `reference`. */
export function life(subject: AnalyzerSubject, table: Table, reference: Table = table) {
  const context = monitoringContext(subject, batches(reference, batchRows), reference.length)
  const first = new Run(subject, baselineContext(subject)).update(batches(table, batchRows))
  const second = new Run(subject, context).update(batches(table, batchRows))
  return { baseline: first.judge(table.length), monitoring: second.judge(table.length) }
}
