/**
 * The family of drift: analyzers of what is no table. Each has features by name. A baseline run makes a reference of a
 * feature, which travels inside statistics.json; a monitoring run sums up what it sees against that reference. Options,
 * constraints, which state belongs to which feature, and the names of metrics are the same for all, and stand here. A
 * member of the family says what the state of a feature is, what it tells, and what is wrong with it.
 */
import {
  type Analyzer,
  type Batch,
  type ConstraintsPart,
  defineAnalyzer,
  type Exactness,
  type Finding,
  type Metric,
  type StatisticsPart,
} from '../plugin.ts'
import { insufficient, noReference, notCompared, unknownThere } from './findings.ts'
import {
  calibrationText,
  type DriftConstraint,
  type DriftOptions,
  type DriftSettings,
  driftOptions,
  driftSettings,
  listOf,
  suggestDrift,
} from './settings.ts'

/** What every member says of a feature. */
export type DriftStatistics = {
  name: string
  /** Records without the feature. */
  missing: number
  /** Records that took part in a comparison; absent without a reference. */
  compared?: number
  /** Outcome of the comparison; absent for too few records. */
  drift?: object
  /** For a later run's comparison, on baseline runs with enough records. */
  reference?: Record<string, unknown>
  /** Why nothing was compared, on runs with a baseline of the feature. */
  not_compared?: string
}

/** A metric of a feature by what it tells: `words` becomes `feature_words_<feature>`. Without a value it is left out. */
export type MetricValue = readonly [what: string, value: Metric['value'] | undefined]

/** State of an analyzer of the family: one state per feature that was seen. */
export interface FamilyState<Options, State> {
  readonly options: Options
  rows: number
  readonly columns: Map<string, State>
  /** Untouched states of the features that the baseline knows, with their settings. */
  readonly known: Map<string, { readonly empty: State; readonly settings: DriftSettings }>
  /** Why features of the baseline have no part in comparisons. */
  readonly unfit: Map<string, string>
  /** The run has the statistics of a baseline. */
  readonly compares: boolean
}

/** A member of the family. */
export interface Member<Options extends DriftOptions, State, Reference, Said extends DriftStatistics>
  extends Pick<Analyzer, 'name' | 'version' | 'description' | 'accepts'> {
  /** Properties of the options beside those of the family. */
  readonly options: Record<string, object>
  /** What is counted: `texts`. */
  readonly things: string
  /** Absent: `{ relative: 1e-6 }`, for means of properties, which are sums of decimals. */
  readonly exactness?: Exactness
  /**
   * A feature's reference as the file has it, which may have been edited.
   * @throws Error naming what is wrong with the file
   */
  restore(stored: unknown, name: string): Reference
  /** The state of no records. */
  create(reference: Reference | undefined, options: Options): State
  /** Folds a batch in; `stateOf` gives the state of a feature that is in it. */
  update(stateOf: (name: string) => State, batch: Batch, options: Options): void
  /** Folds another state of the same feature in; `from` stays as it is. */
  merge(into: State, from: State): void
  /** @param rows of the dataset, with the feature or without */
  summarize(name: string, state: State, rows: number, settings: DriftSettings, options: Options): Said
  /** Hours that a reference compares; absent: its key `hours`. */
  hours?(reference: Record<string, unknown>): number | undefined
  /**
   * Every comparison of one feature with the baseline.
   * @param before what the baseline's file says of it
   */
  check(now: Said, settings: DriftSettings, before: Record<string, unknown> | undefined): Finding[]
  /** @param findings those of the feature */
  metrics(now: Said, findings: readonly Finding[]): readonly MetricValue[]
}

/** Its part of statistics.json. */
export interface FamilyStatistics<Said> extends StatisticsPart {
  custom?: { features: Said[] }
}

/** Its part of constraints.json. */
export interface FamilyConstraints extends ConstraintsPart {
  custom?: { features: DriftConstraint[] }
}

/** The analyzer of a member. */
export function driftAnalyzer<Options extends DriftOptions, State, Reference, Said extends DriftStatistics>(
  member: Member<Options, State, Reference, Said>,
): Analyzer<Options, FamilyState<Options, State>, FamilyStatistics<Said>, FamilyConstraints> {
  const { name, version, description, accepts, exactness = { relative: 1e-6 } } = member
  return defineAnalyzer({
    name,
    version,
    description,
    options: {
      type: 'object',
      properties: { ...driftOptions, ...member.options },
      additionalProperties: false,
    },
    exactness,
    ...(accepts ? { accepts } : {}),

    init(options, { baseline }) {
      const known: FamilyState<Options, State>['known'] = new Map()
      const unfit = new Map<string, string>()
      for (const { name, reference } of listOf(baseline?.statistics?.custom)) {
        if (typeof name !== 'string') continue
        if (reference === undefined) {
          unfit.set(name, noReference(member.things))
          continue
        }
        const empty = member.create(member.restore(reference, name), options)
        known.set(name, { empty, settings: driftSettings(baseline?.constraints?.custom, name, options) })
      }
      const compares = baseline?.statistics !== undefined
      return { options, rows: 0, columns: new Map(), known, unfit, compares }
    },

    update(state, batch) {
      state.rows += batch.length
      member.update((name) => stateOf(state, name, member), batch, state.options)
    },

    merge(into, from) {
      into.rows += from.rows
      for (const [name, column] of from.columns) {
        const own = into.columns.get(name)
        if (own === undefined) into.columns.set(name, structuredClone(column))
        else member.merge(own, column)
      }
    },

    summarize({ columns, rows, known, unfit, compares, options }) {
      const seen = new Map(columns)
      // What the baseline has and no record does.
      for (const [name, { empty }] of rows > 0 ? known : []) if (!seen.has(name)) seen.set(name, empty)
      if (seen.size === 0) return {}
      const features = [...seen.keys()].sort().map((name) => {
        const settings = known.get(name)?.settings ?? { ...options, enabled: true }
        const said = member.summarize(name, seen.get(name)!, rows, settings, options)
        if (!settings.enabled || !compares || said.drift) return said
        const few =
          said.compared !== undefined && insufficient(said.compared, member.things, settings.minRecords)
        return { ...said, not_compared: few || (unfit.get(name) ?? unknownThere(member.things)) }
      })
      return { custom: { features } }
    },

    suggest({ custom }, options) {
      if (!custom) return {}
      const hours = member.hours ?? ((reference) => reference['hours'] as number | undefined)
      const features = custom.features.map(({ name, reference }) =>
        suggestDrift(name, options, calibrationText(reference && hours(reference))),
      )
      return { custom: { features } }
    },

    check({ custom }, { statistics, constraints }, options) {
      const before = new Map(listOf(statistics?.custom).map((each) => [each['name'], each]))
      return (custom?.features ?? []).flatMap((now) => {
        const settings = driftSettings(constraints?.custom, now.name, options)
        if (!settings.enabled) return []
        const own = member.check(now, settings, before.get(now.name))
        const reason = now.compared === undefined && now.not_compared
        return reason ? [...own, notCompared(now.name, 'baseline_drift_check', reason)] : own
      })
    },

    metrics: ({ custom }, findings) =>
      (custom?.features ?? []).flatMap((now) => {
        const own = findings.filter(({ feature }) => feature === now.name)
        return member
          .metrics(now, own)
          .flatMap(([what, value]) =>
            value === undefined ? [] : [{ name: `feature_${what}_${now.name}`, feature: now.name, value }],
          )
      }),
  })
}

/** The state of a feature: the one it has, else a fresh one, which knows the baseline's reference. */
export function stateOf<Options extends DriftOptions, State>(
  { columns, known, options }: FamilyState<Options, State>,
  name: string,
  { create }: { create(reference: undefined, options: Options): State },
): State {
  let own = columns.get(name)
  if (own === undefined) {
    const entry = known.get(name)
    own = entry ? structuredClone(entry.empty) : create(undefined, options)
    columns.set(name, own)
  }
  return own
}

/** The metrics that every member ends with: the comparison's p-value, and whether anything of the feature is violated. */
export function violationMetrics(
  drift: object | undefined,
  pValue: number | undefined,
  findings: readonly Finding[],
): MetricValue[] {
  return [
    ['drift_p_value', pValue],
    ['drift_violation', drift && Number(findings.some(({ violated }) => violated))],
  ]
}
