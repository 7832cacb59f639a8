/** How the old schedule and the new one run side by side and are compared, and what the user has to know. Pure. */
import type { Definition, MonitoringType, ScheduleDescription } from './definition.ts'
import type { Note } from './reader.ts'
import type { Prepared, Source } from './request.ts'

/** A step of the comparison. */
export interface Step {
  readonly title: string
  readonly text?: string
  /** Shell commands, in the folder that holds the request. */
  readonly commands: readonly string[]
}

/** A comparison plan; plan.json is this. */
export interface ComparisonPlan {
  readonly name: string
  readonly type: MonitoringType
  /** What is needed of the original, and where the request expects it. */
  readonly sources: readonly Source[]
  readonly steps: readonly Step[]
  /** What both write alike. */
  readonly same: readonly string[]
  readonly differs: readonly { readonly what: string; readonly why: string }[]
  readonly notes: readonly Note[]
}

/** Makes the plan. */
export function planOf(
  definition: Definition,
  schedule: ScheduleDescription | undefined,
  { sources }: Prepared,
  notes: readonly Note[],
): ComparisonPlan {
  const name = schedule?.name ?? definition.name ?? 'monitor'
  const steps = [fetch(sources), ...sideBySide(definition, schedule)].filter(
    ({ commands, text }) => commands.length > 0 || text !== undefined,
  )
  return { name, type: definition.type, sources, steps, notes, ...expectations(definition.type) }
}

function fetch(sources: readonly Source[]): Step {
  const commands = sources
    .filter(({ present }) => !present)
    .map(({ uri, path, isFile }) => `aws s3 ${isFile ? 'cp' : 'sync'} ${quote(uri)} ${quote(path)}`)
  return { title: 'Fetch what the job reads', commands }
}

function sideBySide(definition: Definition, schedule: ScheduleDescription | undefined): Step[] {
  const { endpoint } = definition.input
  const prefix = definition.outputs[0]?.uri.replace(/\/+$/, '') ?? 's3://…'
  if (schedule === undefined)
    return [
      {
        title: 'Run the job once',
        text: 'The definition belongs to no schedule: name the window that the old run had.',
        commands: [local('<start>', '<end>')],
      },
      compare(`${prefix}/<endpoint>/<schedule>/<yyyy/mm/dd/hh>`, 'reports'),
    ]
  const folder = [...(endpoint ? [endpoint] : []), schedule.name].join('/')
  const { time, start, end } = lastWindow(schedule, definition)
  return [
    {
      title: 'Choose executions of the old schedule',
      text: `Best are executions with and without violations. A run here reads the same captures when its window is the same: it starts and ends where the scheduled time says, moved by the offsets.`,
      commands: [
        `aws sagemaker list-monitoring-executions --monitoring-schedule-name ${schedule.name} --sort-by ScheduledTime --sort-order Descending`,
      ],
    },
    {
      title: 'Repeat one of them here',
      text:
        start === undefined
          ? 'Put its window in: times like 2026-01-31T05:00:00Z.'
          : `This is the window of the latest execution, ${time}.`,
      commands: [local(start ?? '<start>', end ?? '<end>')],
    },
    compare(`${prefix}/${folder}/${time === undefined ? '<yyyy/mm/dd/hh>' : hourOf(time)}`, 'reports'),
    {
      title: 'Let both run side by side',
      text: 'For a week or more: the old schedule stays as it is, byom schedule follows the same times over fetched captures and writes reports/<endpoint>/<schedule>/yyyy/mm/dd/hh.',
      commands: ['byom schedule schedule.json'],
    },
    {
      title: 'Compare every execution',
      commands: [
        `aws s3 sync ${quote(`${prefix}/${folder}`)} ${quote(`original/${folder}`)}`,
        `for hour in $(cd ${quote(`reports/${folder}`)} && find . -name statistics.json -printf '%h\\n' | sort); do echo "$hour"; byom diff ${quote(`original/${folder}`)}/"$hour" ${quote(`reports/${folder}`)}/"$hour" || true; done`,
      ],
    },
    {
      title: 'Switch over',
      text: 'When nothing differs that matters: stop the old schedule.',
      commands: [`aws sagemaker stop-monitoring-schedule --monitoring-schedule-name ${schedule.name}`],
    },
  ]
}

function compare(original: string, ours: string): Step {
  return {
    title: 'Compare the reports',
    commands: [`aws s3 sync ${quote(original)} original/one`, `byom diff original/one ${ours}`],
  }
}

function local(start: string, end: string): string {
  return `byom local request.json --env start_time=${quote(start)} --env end_time=${quote(end)}`
}

/** The window of the latest execution, where the schedule says enough about it; the offsets of labels are applied. */
function lastWindow(
  { lastScheduled, expression, start, end }: ScheduleDescription,
  { input }: Definition,
): { time?: string; start?: string; end?: string } {
  if (lastScheduled === undefined) return {}
  const time = instantText(lastScheduled)
  const hourly = /^cron\(\s*0 (\*|0\/1|\*\/1) \? \* \* \*\s*\)$/.test(expression ?? '')
  // An offset of labels counts from the scheduled time where the schedule names no start.
  const from = start ?? (hourly && input.startOffset === undefined ? '-PT1H' : undefined)
  const moved = (...offsets: (string | undefined)[]) =>
    lastScheduled + offsets.reduce((sum, offset) => sum + (offset === undefined ? 0 : durationOf(offset)), 0)
  const times = [moved(from, input.startOffset), moved(end, input.endOffset)] as const
  if ((from ?? input.startOffset) === undefined || times.some(Number.isNaN)) return { time }
  return { time, start: instantText(times[0]), end: instantText(times[1]) }
}

function instantText(time: number): string {
  return new Date(time).toISOString().replace('.000', '')
}

/** Milliseconds of an offset like -PT1H or -P8D; NaN for what is none. */
function durationOf(text: string): number {
  const match = /^-?P(?:(\d+)D)?(?:T(?:(\d+)D)?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim())
  if (!match) return Number.NaN
  const [days, late, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as number[]
  return -1000 * ((((days! + late!) * 24 + hours!) * 60 + minutes!) * 60 + seconds!)
}

function hourOf(time: string): string {
  return time.slice(0, 13).replaceAll(/[-T]/g, '/')
}

/** A word of a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

const everywhere = [
  {
    what: 'order of violations, extra keys (custom, value, threshold, p_value) and run.json',
    why: 'the order is a hash order in the original; the keys are additions that its readers skip',
  },
]

/** What is known of the two programs, by kind. */
function expectations(type: MonitoringType): Pick<ComparisonPlan, 'same' | 'differs'> {
  if (type === 'DataQuality')
    return {
      same: [
        'types, counts, completeness, minimum and maximum, suggested constraints, verdicts and texts of data_type_check',
        'mean, sum and deviation to 1e-12',
        'sketches and buckets, value for value, where one host read fewer than 64 MB',
      ],
      differs: [
        {
          what: 'distinct counts',
          why: 'the original estimates them (5 % standard error), byom counts up to 2,048 exactly',
        },
        { what: 'sketches of larger windows', why: 'partitions are cut elsewhere; ranks stay within 0.21 %' },
        {
          what: 'drift of features with few different values',
          why: 'the engine of the original counts equal values of a sketch once; "compatibility": {"distances": "deequ"} in byom.json repeats that',
        },
        {
          what: 'texts of completeness, domain and column checks',
          why: 'no recorded output shows those of today',
        },
        ...everywhere,
      ],
    }
  if (type === 'ModelQuality')
    return {
      same: [
        'confusion matrix, metrics and curves of the same joined rows',
        'thresholds that the baseline suggests',
      ],
      differs: [
        { what: 'standard deviations', why: 'they come from random samples of the rows' },
        { what: 'the f0_5 constraint', why: 'the original suggests it and never reports it' },
        {
          what: 'which label an event gets when several came',
          why: 'byom takes the one of the latest hour; labels that came after the old run are read as well',
        },
        ...everywhere,
      ],
    }
  if (type === 'ModelBias')
    return {
      same: [
        'all bias metrics of the same joined rows, to the last digits',
        'which metrics are further from 0 than in the baseline',
      ],
      differs: [
        {
          what: 'violations beside the limit',
          why: 'the original draws samples of the rows around each metric; "analyzers": {"bias": {"bootstrap": 1000}} does that here',
        },
        ...everywhere,
      ],
    }
  return {
    same: ['the order of features by importance, NDCG and its threshold of 0.9'],
    differs: [
      { what: 'single SHAP values', why: 'Kernel SHAP draws its coalitions at random' },
      {
        what: 'where predictions come from',
        why: 'the original starts a shadow endpoint; byom asks the model at the URL of analyzers.attribution.model in byom.json',
      },
      ...everywhere,
    ],
  }
}
