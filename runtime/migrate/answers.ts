/** The answers of the service in the files of the user: told apart, and put together. */
import { resolve } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import { readJsonFile } from '../json-file.ts'
import {
  type Definition,
  definitionType,
  readDefinition,
  readScheduleAnswer,
  type ScheduleDescription,
} from './definition.ts'
import { isPlain, type Note, Reader } from './reader.ts'

/** What the files say. */
export interface Answers {
  readonly readers: readonly Reader[]
  readonly schedules: readonly ScheduleDescription[]
  readonly definitions: readonly Definition[]
  /** Where endpoints put their captures, by the name of the endpoint; '' for a configuration, which names none. */
  readonly captures: ReadonlyMap<string, string>
}

/**
 * Reads the files and tells them apart by their keys.
 * @param problems gets a line for each file that is none of them, and for each value of another kind
 */
export async function readAnswers(
  files: readonly string[],
  cwd: string,
  problems: string[],
  notes: Note[],
): Promise<Answers> {
  const readers: Reader[] = []
  const schedules: ScheduleDescription[] = []
  const definitions: Definition[] = []
  const captures = new Map<string, string>()
  for (const file of files) {
    const answer = await readJson(resolve(cwd, file), problems)
    if (answer === undefined) continue
    const reader = new Reader(answer, '', problems)
    const type = definitionType(answer)
    if ('MonitoringScheduleConfig' in answer) schedules.push(readScheduleAnswer(reader, notes))
    else if (type) definitions.push(readDefinition(reader, type, notes))
    else if ('DataCaptureConfig' in answer) {
      const uri = reader.object('DataCaptureConfig').text('DestinationS3Uri')
      if (uri) captures.set(reader.text('EndpointName') ?? '', uri)
      // The rest of an endpoint is no part of its monitoring.
      reader.leaveRest(notes)
      continue
    } else
      problems.push(
        `${file} is no answer of describe-monitoring-schedule, describe-data-quality-job-definition, describe-model-quality-job-definition, describe-model-bias-job-definition, describe-model-explainability-job-definition, describe-endpoint or describe-endpoint-config.`,
      )
    readers.push(reader)
  }
  return { readers, schedules, definitions, captures }
}

/** A JSON object of a file; undefined with a problem. */
export async function readJson(path: string, problems: string[]): Promise<object | undefined> {
  try {
    const value = await readJsonFile(path)
    if (isPlain(value)) return value
    problems.push(`${path}: expected an object.`)
  } catch (error) {
    problems.push(`${path}: ${describe(error)}.`)
  }
  return undefined
}

/**
 * The schedule and its definition.
 * @throws MonitorError CONFIG_INVALID when the answers are not those of one schedule
 */
export function pair({ schedules, definitions }: Answers): {
  schedule: ScheduleDescription | undefined
  definition: Definition
} {
  const fail = (text: string) => new MonitorError('CONFIG_INVALID', text)
  if (schedules.length > 1) throw fail('the files describe several schedules: migrate one at a time.')
  const schedule = schedules[0]
  const all = [...definitions, ...(schedule?.inline ? [schedule.inline] : [])]
  const name = schedule?.definitionName
  const found = all.find((definition) => definition.name === name) ?? (all.length === 1 ? all[0] : undefined)
  if (all.length > 1 && (name === undefined || found?.name !== name))
    throw fail('the files describe several job definitions: name those of one schedule.')
  if (found && name !== undefined && found.name !== undefined && found.name !== name)
    throw fail(
      `the schedule ${schedule!.name} has the job definition ${name}, and the file is of ${found.name}.`,
    )
  if (found) return { schedule, definition: found }
  const kind = {
    DataQuality: 'data-quality',
    ModelQuality: 'model-quality',
    ModelBias: 'model-bias',
    ModelExplainability: 'model-explainability',
  }
  throw fail(
    `the schedule ${schedule?.name ?? ''} has its job definition elsewhere: give the answer of aws sagemaker describe-${kind[schedule?.type ?? 'DataQuality']}-job-definition --job-definition-name ${name ?? '<name>'} as well.`,
  )
}

/**
 * Where the captures are: said by a flag, by the definition, or by the endpoint.
 * @param flag URI, or folder relative to `cwd`
 * @throws MonitorError CONFIG_INVALID when nobody says it
 */
export function capturesOf(
  { input }: Definition,
  { captures }: Answers,
  flag: string | undefined,
  cwd: string,
): string {
  if (flag !== undefined) return /^[a-z0-9]+:\/\//i.test(flag) ? flag : resolve(cwd, flag)
  if (input.capturesUri !== undefined) return input.capturesUri
  const known = captures.get(input.endpoint ?? '') ?? captures.get('')
  if (known !== undefined) return known
  throw new MonitorError(
    'CONFIG_INVALID',
    `nobody says where the captures of the endpoint ${input.endpoint ?? ''} are: name them with --captures s3://bucket/prefix, or give the answer of aws sagemaker describe-endpoint --endpoint-name ${input.endpoint ?? '<name>'} as well.`,
  )
}
