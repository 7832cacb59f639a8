/** Lets the analyzers that need it ask the outside world, once, when the states of all rows are merged. */
import type { Analysis, LoadedAnalyzer } from './analyze.ts'
import { describe } from './errors.ts'

/**
 * One analyzer after the other. What one throws marks its section failed.
 * @throws the signal's reason when the job is stopped
 */
export async function completeAnalysis(
  analyzers: readonly LoadedAnalyzer[],
  analysis: Analysis,
  host: {
    readonly secret: (variable: string) => string | undefined
    readonly signal?: AbortSignal
    readonly segment?: string
  },
): Promise<void> {
  const signal = host.signal ?? new AbortController().signal
  // Nothing else that the caller's host may have, such as a clock.
  const outside = {
    signal,
    secret: host.secret,
    ...(host.segment === undefined ? {} : { segment: host.segment }),
  }
  for (const { analyzer, options, context } of analyzers) {
    const { name } = analyzer
    if (analyzer.complete === undefined || analysis.failures.has(name)) continue
    try {
      await analyzer.complete(analysis.states.get(name), options, context, outside)
    } catch (error) {
      signal.throwIfAborted()
      analysis.failures.set(name, `complete: ${describe(error)}`)
      analysis.states.delete(name)
    }
  }
}
