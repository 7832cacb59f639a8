/** Settings of drift: options of an analyzer, and the entry per feature in constraints.json that goes before them. */

/** Options that each analyzer of drift has. */
export interface DriftOptions {
  /** Probability of a false alarm per feature and run. */
  readonly alpha: number
  /** Records below which nothing is said. */
  readonly minRecords: number
  /** Records of a baseline that its sketches are made from. */
  readonly sampleSize: number
}

/** Their JSON Schema. */
export const driftOptions = {
  alpha: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 0.2,
    default: 0.01,
    description:
      'Probability of a false drift alarm per feature and run: with hourly runs 0.01 means about 7 in 30 days.',
  },
  minRecords: {
    type: 'integer',
    minimum: 20,
    default: 50,
    description: 'A run with fewer records of a feature says "insufficient data" instead of an alarm.',
  },
  sampleSize: {
    type: 'integer',
    minimum: 100,
    maximum: 10000,
    default: 2000,
    description: 'Records of a baseline run that its sketches are made from.',
  },
} as const

/** Entry of one feature in constraints.json, under custom.analyzers; people edit it. */
export type DriftConstraint = {
  name: string
  evaluate: 'Enabled' | 'Disabled'
  alpha: number
  min_records: number
  /** What the threshold takes into account. */
  calibration: string
  expected_false_alarms_per_30_days: { hourly: number; daily: number }
}

/** Calibration text: how many hours were compared, or that records are taken as independent. */
export function calibrationText(hours: number | undefined): string {
  return hours === undefined ? 'independent records' : `hour to hour (${hours} hours)`
}

/** The entry that a baseline run suggests. */
export function suggestDrift(
  name: string,
  { alpha, minRecords }: DriftOptions,
  calibration: string,
): DriftConstraint {
  return {
    name,
    evaluate: 'Enabled',
    alpha,
    min_records: minRecords,
    calibration,
    expected_false_alarms_per_30_days: {
      hourly: Number((alpha * 720).toPrecision(3)),
      daily: Number((alpha * 30).toPrecision(3)),
    },
  }
}

/** Settings of one feature on a monitoring run. */
export interface DriftSettings {
  readonly alpha: number
  readonly minRecords: number
  readonly enabled: boolean
}

/**
 * The settings of a feature: those of the baseline's constraints, else the options'.
 * @param custom the analyzer's part of the constraints file, which may have been edited
 * @throws Error naming the feature and the key that is not what it should be
 */
export function driftSettings(custom: unknown, name: string, options: DriftOptions): DriftSettings {
  const entry = listOf(custom).find((each) => each['name'] === name)
  if (entry === undefined) return { alpha: options.alpha, minRecords: options.minRecords, enabled: true }
  const number = (key: string, fallback: number, least: number, most: number) => {
    const value = entry[key] ?? fallback
    if (typeof value === 'number' && value >= least && value <= most) return value
    throw new Error(
      `constraints of feature ${JSON.stringify(name)}: ${key} should be a number from ${least} to ${most}`,
    )
  }
  const { evaluate = 'Enabled' } = entry
  if (evaluate !== 'Enabled' && evaluate !== 'Disabled')
    throw new Error(
      `constraints of feature ${JSON.stringify(name)}: evaluate should be "Enabled" or "Disabled"`,
    )
  return {
    alpha: number('alpha', options.alpha, 1e-12, 0.5),
    minRecords: number('min_records', options.minRecords, 1, 1e9),
    enabled: evaluate === 'Enabled',
  }
}

/** The entries of a custom part `{ features: [{ name, … }] }`; none when it is something else. */
export function listOf(custom: unknown): Record<string, unknown>[] {
  const features = (custom as { features?: unknown } | undefined)?.features
  return Array.isArray(features) ? features.filter((each) => typeof each === 'object' && each !== null) : []
}
