/** What an author may tell the kit. */
import type { AnalysisConfig } from '../plugin.ts'
import type { ColumnData } from './batches.ts'

/** Something that never answers, for publishers that send somewhere. */
export interface Target {
  /** An address on this machine that takes connections; what it does with them is the check's choice. */
  readonly url: string
}

/** Rows as plain columns, the same for the same seed; about `rows` of them, fewer where each is costly. */
export type Columns = (seed: number, rows: number) => Readonly<Record<string, ColumnData>>

/** What the author says about one analyzer. */
export interface AnalyzerSettings {
  /** Data of the author's own, by name; the laws and the output are checked on it, too. */
  readonly data?: Readonly<Record<string, Columns>>
  /**
   * Places in the summary that hold a representation rather than a result (the items of a sketch): `$.custom.items`,
   * `$.features[*].custom.my-analyzer.items`. They are compared only for being there.
   */
  readonly representation?: readonly string[]
  /** Places that hold the items of a quantile sketch by level, as `kllData` gives them: compared as distributions. */
  readonly quantiles?: readonly string[]
  /** How often a run without any change may have a violation. */
  readonly falseAlarms?: FalseAlarms
  /** Limits for the measured cost; without them it is only printed. */
  readonly bounds?: { readonly stateBytes?: number; readonly nanosecondsPerRow?: number }
}

/** The false-alarm check: `runs` pairs of baseline and current data of one distribution. */
export interface FalseAlarms {
  /** Largest accepted share of runs with a violation; 0.05 by default. */
  readonly level?: number
  /** 200 by default. */
  readonly runs?: number
  /** Rows of the baseline and of the current data; 400 by default. */
  readonly rows?: number
  /** Data of the author's own instead of the kit's. */
  readonly data?: Columns
}

/** Settings of the whole kit. */
export interface KitOptions {
  /**
   * Options by name of the analyzer, sampler, logger or publisher, as a user would write them. A function gets a target
   * on this machine to publish to.
   */
  readonly options?: Readonly<Record<string, object | ((target: Target) => object)>>
  /** Environment variables that analyzers may ask for. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** analysis_config.json, for analyzers of bias and attribution jobs. */
  readonly analysisConfig?: AnalysisConfig
  /** Checks to leave out and why, by `check` or `subject: check`. A reason is required, and printed. */
  readonly skip?: Readonly<Record<string, string>>
  /** Settings by analyzer name. */
  readonly analyzers?: Readonly<Record<string, AnalyzerSettings>>
  /** Receives measurements and the reasons of skips; by default standard output. */
  readonly print?: (text: string) => void
}
