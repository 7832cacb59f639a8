/**
 * The public plugin API, and the only door through which anything computes on data: the built-in analyzers are
 * written against it like everybody else's. An analyzer is plain functions over plain state; it reads no clock, no
 * file, no environment, and does not know how many workers there are.
 */
import type {
  AnalysisConfig,
  Constraints,
  FeatureConstraints,
  FeatureStatistics,
  MetricLine,
  MonitoringConfig,
  Statistics,
  Violation,
} from '../contracts/types.generated.ts'
import type { Batch, ColumnInfo, Position } from './batch.ts'

export type {
  AnalysisConfig,
  Constraints,
  FeatureConstraints,
  FeatureStatistics,
  MetricLine,
  MonitoringConfig,
  Statistics,
  Violation,
} from '../contracts/types.generated.ts'
export type {
  Batch,
  BytesColumn,
  Column,
  ColumnInfo,
  ColumnSource,
  Payload,
  Position,
  ScalarColumn,
  TextColumn,
  VectorColumn,
} from './batch.ts'
export { columnAt, ValueClass } from './batch.ts'
export type {
  CapturedData,
  HandlerLogger,
  HandlerResult,
  HandlerRow,
  InferenceRecord,
} from './handle/record.ts'
export { rowHash } from './sketches/row-hash.ts'

/** Version of this contract; a plugin names the one it was written for. */
export const apiVersion = 1

/** What a job asks for; an analyzer says which of them it answers. */
export type AnalysisKind = 'data-quality' | 'model-quality' | 'bias' | 'attribution'

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** JSON Schema (draft-07) of an options object, with defaults inside. */
export type OptionsSchema = { type: 'object'; properties?: Record<string, object> } & Record<string, unknown>

/** An analyzer's part of statistics.json. Both parts may be absent. */
export interface StatisticsPart {
  /**
   * Merged by feature name into `features`; two analyzers must not write the same key of one feature. An analyzer's own
   * keys lie under the feature's `custom`, by the analyzer's name.
   */
  features?: FeatureStatistics[]
  /**
   * Anything JSON can hold (the host checks it). Stored as it is under `custom.analyzers["name@version"]`; the next
   * monitoring run gets it back, from a file that may have been edited.
   */
  custom?: unknown
  /**
   * Keys of the file itself, for kinds of job whose readers look for them there (`regression_metrics`). Two analyzers
   * must not write the same key. A baseline's sections are those of the file, whoever wrote it.
   */
  sections?: { [name: string]: unknown }
}

/** An analyzer's part of constraints.json, merged the same way. */
export interface ConstraintsPart {
  features?: FeatureConstraints[]
  monitoring_config?: MonitoringConfig
  custom?: unknown
  sections?: { [name: string]: unknown }
}

/** Settings of the checks of one feature: defaults, then the file's monitoring_config, then the feature's overrides. */
export interface CheckConfig {
  readonly evaluateConstraints: boolean
  readonly emitMetrics: boolean
  readonly datatypeCheckThreshold: number
  readonly domainContentThreshold: number
  readonly performComparison: boolean
  readonly comparisonThreshold: number
  readonly comparisonMethod: 'Simple' | 'Robust'
  readonly categoricalComparisonThreshold: number
  readonly categoricalDriftMethod: 'LInfinity' | 'ChiSquared'
}

/** What a monitoring run knows of the baseline: this analyzer's parts of the two baseline files. */
export interface Baseline<Statistics extends StatisticsPart, Constraints extends ConstraintsPart> {
  /** Absent when the job names no baseline_statistics. `features` is the file's list, also when another program wrote it. */
  readonly statistics?: Statistics
  /** Absent when the job names no baseline_constraints. */
  readonly constraints?: Constraints
  /** Resolved settings of a feature; without a name those of the whole dataset. */
  config(feature?: string): CheckConfig
}

/** What the host hands in, beside the options. */
export interface Context<
  Statistics extends StatisticsPart = StatisticsPart,
  Constraints extends ConstraintsPart = ConstraintsPart,
> {
  /** What kind of run this is. */
  readonly run: 'baseline' | 'monitoring'
  /** Values of environment variables that the analyzer asked for by name in `environment`. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** How distances are computed: `deequ` imitates the reference engine's known flaw, for comparing verdicts. */
  readonly distances: 'exact' | 'deequ'
  /** analysis_config.json of a bias or attribution job. */
  readonly analysisConfig?: AnalysisConfig
  /** On monitoring runs with a baseline: this analyzer's parts of its files, for what has to be known while rows are read. */
  readonly baseline?: Baseline<Statistics, Constraints>
}

/** One comparison made with the baseline, whether it holds or not; the host decides what becomes a violation. */
export interface Finding {
  /** Name of the feature, or of what else was compared. */
  readonly feature: string
  /** constraint_check_type of the violation. */
  readonly check: string
  /** What was measured and its limit; NaN where there is no such number, never infinite. */
  readonly value: number
  readonly threshold: number
  readonly pValue?: number
  /** True when the comparison says the constraint is not met. */
  readonly violated: boolean
  /** Text of the violation. */
  readonly description: string
  /** What names the violation where it is not about a feature; takes the place of feature_name. */
  readonly subject?: {
    readonly metric_name?: string
    readonly facet?: string
    readonly facet_value?: string
    readonly label?: string
  }
}

/** One number, or one summary of many, for the monitoring service; the host adds time and dimensions. */
export interface Metric {
  readonly name: string
  /** Feature whose `emit_metrics` decides whether it is sent; absent: the dataset's. */
  readonly feature?: string
  readonly value:
    | number
    | {
        readonly sampleCount: number
        readonly sum: number
        readonly minimum: number
        readonly maximum: number
      }
  /** Dimensions beside those of the host. */
  readonly dimensions?: Readonly<Record<string, string>>
}

/** What {@link Analyzer.complete} may use of the outside world. */
export interface AnalyzerHost {
  /** Aborted when the job is stopped. */
  readonly signal: AbortSignal
  /** The group of rows that the state is of; absent: all rows. */
  readonly segment?: string
  /** The value of an environment variable that an option names: secrets stay out of the config file. */
  secret(variable: string): string | undefined
}

/** How close two ways of splitting the same rows come: bit-equal, within a relative difference, within a rank or count error. */
export type Exactness = 'exact' | { readonly relative: number } | { readonly sketch: number }

/**
 * A mergeable computation. State is plain data (numbers, strings, arrays, plain objects, Map, typed arrays), so the
 * host can ship it between threads and machines and store it.
 */
export interface Analyzer<
  Options = unknown,
  State = unknown,
  Statistics extends StatisticsPart = StatisticsPart,
  Constraints extends ConstraintsPart = ConstraintsPart,
> {
  /** Lower-case words joined by hyphens; its section's name in every report. */
  readonly name: string
  /** Version of State and of the custom parts; another version's are refused. */
  readonly version: number
  readonly description: string
  readonly options: OptionsSchema
  /** Names of environment variables it may see in its context. */
  readonly environment?: readonly string[]
  readonly exactness: Exactness
  /** Kinds of job that it runs in; absent: data quality alone. */
  readonly analyses?: readonly AnalysisKind[]
  /** What is wrong with the settings, as sentences; asked before any data is read. */
  problems?(options: Options, context: Context<Statistics, Constraints>): string[]
  /**
   * Paths of the model files that it runs under these options: run.json says their SHA-256, and the run computes where it
   * can be stopped while a model is at work.
   */
  models?(options: Options): readonly string[]
  /** Which columns it wants to see in its batches; absent: all. */
  accepts?(column: ColumnInfo): boolean
  init(options: Options, context: Context<Statistics, Constraints>): State
  /** Folds a batch in. May change state, never the batch, and must not keep references into it. */
  update(state: State, batch: Batch): void
  /** Folds another state in. May change `into`, never `from`; whose rows come first must not matter. */
  merge(into: State, from: State): void
  /**
   * The host has no more use for a state, which has been merged into another or sent away: what it is made of may serve the next
   * ones. For analyzers with large arrays; without it they are left to the garbage collector.
   */
  recycle?(state: State): void
  /**
   * For what only the outside world can answer, such as a model: called once, on the state of all rows, before
   * `summarize`. May change the state. Opens no connection that the options do not name. Also the place to refuse a dataset
   * that the analyzer can make nothing of: what it throws fails its section.
   */
  complete?(
    state: State,
    options: Options,
    context: Context<Statistics, Constraints>,
    host: AnalyzerHost,
  ): Promise<void>
  /** Reads the state without changing it; may be called at any time. */
  summarize(state: State): Statistics
  suggest?(statistics: Statistics, options: Options, context: Context<Statistics, Constraints>): Constraints
  /** Every comparison with the baseline, met or not. */
  check?(
    statistics: Statistics,
    baseline: Baseline<Statistics, Constraints>,
    options: Options,
    context: Context<Statistics, Constraints>,
  ): Finding[]
  metrics?(statistics: Statistics, findings: readonly Finding[]): Metric[]
  /**
   * Report files of its own by name, which may begin with a folder's: of .json an object that JSON can hold, of .csv,
   * .jsonl and .txt the text. Analyzers may share a JSON file, as long as no two write the same key of it.
   * @param state as `summarize` gets it; must not be changed
   */
  files?(statistics: Statistics, state: State): Record<string, object | string>
}

/**
 * Marks which rows stay. The host keeps the same rows however the input is split, as long as the sampler decides by what
 * a row is (see `rowHash`), not by when it comes. Implement `keep`, or `priority` with `limit`.
 */
export interface Sampler<Options = unknown> {
  /** Lower-case words joined by hyphens. */
  readonly name: string
  readonly description: string
  readonly options: OptionsSchema
  /** Sets `mask[row]` to 1 for each row that stays; the mask comes zeroed. */
  keep?(batch: Batch, mask: Uint8Array, options: Options): void
  /**
   * Bounded samplers: writes a number for every row (the array comes with any content); the `limit` rows of the lowest
   * numbers stay, of equal ones those that come first in the input. At most about 100,000 rows.
   */
  priority?(batch: Batch, priorities: Float64Array, options: Options): void
  /** How many rows of each stratum a bounded sampler keeps. */
  limit?(options: Options): number
  /** The stratum of a row; absent: all rows are one. */
  stratum?(batch: Batch, row: number, options: Options): string
}

/** One log entry. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** ISO-8601, UTC. */
  readonly time: string
  /** What speaks: `byom`, or the name of a plugin or handler. */
  readonly source: string
  readonly message: string
  /** Where in the input, for entries about a record. */
  readonly position?: Omit<Position, 'offset'>
  /** More data; plain. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** Receives log entries. What it throws is reported once and ends it, never the run. */
export interface Logger<Options = unknown> {
  readonly name: string
  readonly description: string
  readonly options: OptionsSchema
  /** Called once; the result is called for every entry and closed at the end of the run. */
  open(options: Options, host: LoggerHost): OpenLogger
}

/** What a logger may use of the outside world. */
export interface LoggerHost {
  /** True when a person reads along at a terminal. */
  readonly terminal: boolean
  /** Folder that a relative path in the options belongs to: the job's output folder. */
  readonly folder: string
  /** Writes text to standard output or standard error at once. */
  print(stream: 'stdout' | 'stderr', text: string): void
}

export interface OpenLogger {
  write(entry: LogEntry): void
  close?(): void | Promise<void>
}

/** Receives the finished results of a run. One that fails never fails the job, unless the config says `required`. */
export interface Publisher<Options = unknown> {
  readonly name: string
  readonly description: string
  readonly options: OptionsSchema
  /** Must end when `host.signal` is aborted; rejects with an error whose message names the target. */
  publish(results: Results, options: Options, host: PublisherHost): Promise<void>
}

/** Everything that a run found; read-only. */
export interface Results {
  readonly statistics: Statistics
  readonly constraints: Constraints
  readonly violations: readonly Violation[]
  readonly metrics: readonly MetricLine[]
  readonly status: 'Completed' | 'CompletedWithViolations' | 'Failed'
  /** The exit message. */
  readonly message: string
  readonly job: {
    readonly kind: 'baseline' | 'monitoring'
    readonly endpoint?: string
    readonly schedule?: string
    /** ISO-8601; absent for a run without a window. */
    readonly startTime?: string
    readonly endTime?: string
  }
}

/** What a publisher may use of the outside world. */
export interface PublisherHost {
  readonly log: { info(message: string, fields?: object): void; warn(message: string, fields?: object): void }
  /** Folder of the platform's metric files: `<root>/output/metrics/cloudwatch`. */
  readonly metricsFolder: string
  /** Folder of the report files. */
  readonly outputFolder: string
  /** Aborted when the job is stopped, or when the publisher's time is up. */
  readonly signal: AbortSignal
  /** ISO-8601 time stamp of the results. */
  readonly time: string
  /** The value of an environment variable that an option names: secrets stay out of the config file. */
  secret(variable: string): string | undefined
  /** Writes a file whole or not at all; folders are made. Throws an error that names the path and the reason. */
  writeFile(path: string, text: string): Promise<void>
}

/** A package of analyzers, samplers, loggers and publishers. */
export interface Plugin {
  /** Lower-case words joined by hyphens. */
  readonly name: string
  /** Version of the package, as in its package.json. */
  readonly version: string
  readonly apiVersion: number
  readonly description: string
  // biome-ignore lint/suspicious/noExplicitAny: the host stores analyzers of every state type in one list.
  readonly analyzers?: readonly Analyzer<any, any, any, any>[]
  // biome-ignore lint/suspicious/noExplicitAny: the same for the options of the other kinds.
  readonly samplers?: readonly Sampler<any>[]
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly loggers?: readonly Logger<any>[]
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly publishers?: readonly Publisher<any>[]
}

/** Types an analyzer and returns it unchanged; reports nothing, registers nothing. */
export function defineAnalyzer<
  Options,
  State,
  Statistics extends StatisticsPart,
  Constraints extends ConstraintsPart,
>(
  analyzer: Analyzer<Options, State, Statistics, Constraints>,
): Analyzer<Options, State, Statistics, Constraints> {
  return Object.freeze(analyzer)
}

/** Types a sampler and returns it unchanged. */
export function defineSampler<Options>(sampler: Sampler<Options>): Sampler<Options> {
  return Object.freeze(sampler)
}

/** Types a logger and returns it unchanged. */
export function defineLogger<Options>(logger: Logger<Options>): Logger<Options> {
  return Object.freeze(logger)
}

/** Types a publisher and returns it unchanged. */
export function definePublisher<Options>(publisher: Publisher<Options>): Publisher<Options> {
  return Object.freeze(publisher)
}

/** Types a plugin, freezes it and returns it; the registry checks it when a run loads it. */
export function definePlugin(plugin: Plugin): Plugin {
  return Object.freeze(plugin)
}
