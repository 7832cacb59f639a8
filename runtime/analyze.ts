/** Feeds batches to the analyzers, merges their states, and keeps an analyzer that throws from spoiling the others. */
import type { Batch, ColumnInfo } from './batch.ts'
import { BatchGuard } from './batch-guard.ts'
import { describe } from './errors.ts'
import type { Analyzer, Context } from './plugin.ts'
import { enter, leave } from './watch.ts'

/** An analyzer ready to run: its plugin, its checked options and what it may see of the environment. */
export interface LoadedAnalyzer {
  // biome-ignore lint/suspicious/noExplicitAny: the host treats every analyzer's types as opaque.
  readonly analyzer: Analyzer<any, any, any, any>
  readonly plugin: { readonly name: string; readonly version: string }
  readonly options: object
  readonly context: Context
  /** Its place among the analyzers of the run. */
  readonly number: number
}

/** `name@version`: the key of an analyzer's custom parts in the report files. */
export function analyzerKey({ analyzer }: Pick<LoadedAnalyzer, 'analyzer'>): string {
  return `${analyzer.name}@${analyzer.version}`
}

/** States by analyzer name, and why an analyzer has none. Plain data. */
export interface Analysis {
  readonly states: Map<string, unknown>
  readonly failures: Map<string, string>
}

/** Fresh states of all analyzers. */
export function startAnalysis(analyzers: readonly LoadedAnalyzer[]): Analysis {
  const analysis: Analysis = { states: new Map(), failures: new Map() }
  for (const loaded of analyzers) {
    guard(analysis, loaded, 'init', () => {
      analysis.states.set(loaded.analyzer.name, loaded.analyzer.init(loaded.options, loaded.context))
    })
  }
  return analysis
}

/** Returns a function that folds a batch into every analyzer's state. */
export function updater(analyzers: readonly LoadedAnalyzer[], analysis: Analysis): (batch: Batch) => void {
  const views = analyzers.map((loaded) => new AcceptedColumns(loaded))
  // With one analyzer there is nobody whose batch could be spoilt.
  const integrity = analyzers.length > 1 ? new BatchGuard() : undefined
  return (batch) => {
    integrity?.save(batch)
    for (const [i, loaded] of analyzers.entries()) {
      if (analysis.failures.has(loaded.analyzer.name)) continue
      guard(analysis, loaded, 'update', () => {
        loaded.analyzer.update(analysis.states.get(loaded.analyzer.name), views[i]!.of(batch))
        if (integrity?.restore(batch)) throw new Error('it changed its batch, which belongs to all analyzers')
      })
    }
  }
}

/** Folds in the analysis of rows that come later in the input. */
export function mergeAnalysis(analyzers: readonly LoadedAnalyzer[], into: Analysis, from: Analysis): void {
  for (const loaded of analyzers) {
    const { name } = loaded.analyzer
    const failure = into.failures.get(name) ?? from.failures.get(name)
    if (failure !== undefined) {
      into.failures.set(name, failure)
      into.states.delete(name)
    } else
      guard(into, loaded, 'merge', () => loaded.analyzer.merge(into.states.get(name), from.states.get(name)))
  }
}

/**
 * Gives the states of an analysis that is over back to their analyzers, which may use the memory for others.
 * @param into the analysis that goes on: where an analyzer is marked failed that throws
 */
export function recycleAnalysis(
  analyzers: readonly LoadedAnalyzer[],
  { states }: Analysis,
  into: Analysis,
): void {
  for (const loaded of analyzers) {
    const state = states.get(loaded.analyzer.name)
    if (state !== undefined) guard(into, loaded, 'recycle', () => loaded.analyzer.recycle?.(state))
  }
  states.clear()
}

/** Runs one method of an analyzer; what it throws marks its section failed. */
export function guard<T>(
  analysis: Analysis,
  loaded: LoadedAnalyzer,
  method: string,
  run: () => T,
): T | undefined {
  const { name } = loaded.analyzer
  if (analysis.failures.has(name)) return undefined
  try {
    enter(loaded.number)
    return run()
  } catch (error) {
    analysis.failures.set(name, `${method}: ${describe(error)}`)
    analysis.states.delete(name)
    return undefined
  } finally {
    leave()
  }
}

/** The batch as one analyzer sees it: only the columns that it accepts. */
class AcceptedColumns {
  readonly #accepts: ((column: ColumnInfo) => boolean) | undefined
  /** Answers so far, by name: an analyzer is asked once. */
  readonly #answers = new Map<string, boolean>()

  constructor({ analyzer }: LoadedAnalyzer) {
    this.#accepts = analyzer.accepts?.bind(analyzer)
  }

  of(batch: Batch): Batch {
    if (this.#accepts === undefined) return batch
    const columns = this.#of(batch.columns)
    const texts = this.#of(batch.texts)
    const payloads = this.#of(batch.payloads)
    const vectors = this.#of(batch.vectors)
    const all = batch.columns.length + batch.texts.length + batch.payloads.length + batch.vectors.length
    if (columns.length + texts.length + payloads.length + vectors.length === all) return batch
    return {
      length: batch.length,
      columns,
      texts,
      payloads,
      vectors,
      column: (name) => columns.find((column) => column.name === name),
      eventId: (row) => batch.eventId(row),
      time: (row) => batch.time(row),
      segment: (row) => batch.segment(row),
      position: (row) => batch.position(row),
    }
  }

  #of<C extends ColumnInfo>(columns: readonly C[]): C[] {
    return columns.filter((column) => {
      const known = this.#answers.get(column.name)
      const answer = known ?? this.#accepts!(column)
      if (known === undefined) this.#answers.set(column.name, answer)
      return answer
    })
  }
}
