/** A publisher ends when it is told to, says where it failed, and leaves the results and the secrets alone. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Publisher, PublisherHost, Results } from '../plugin.ts'
import { type Check, deepFreeze, Failure } from './check.ts'
import { withDefaults } from './metadata.ts'
import type { Target } from './settings.ts'
import { type Trouble, within } from './within.ts'

/** The publisher under test, and its options as the author gave them. */
export interface PublisherSubject {
  // biome-ignore lint/suspicious/noExplicitAny: options are the publisher's own.
  readonly publisher: Publisher<any>
  readonly given: object | ((target: Target) => object)
}

/** What the world does to the publisher: all is well, everything fails, or nothing ever answers. */
type World = 'well' | 'failing' | 'silent'

const secretText = 'kit-secret-6b1f0a'

const results: Results = {
  statistics: {
    version: 0,
    dataset: { item_count: 3 },
    features: [
      { name: 'é "quoted" \ud800', inferred_type: 'Unknown' },
      { name: 'age', inferred_type: 'Integral' },
    ],
  },
  constraints: { version: 0, features: [{ name: 'age', completeness: 1 }] },
  violations: ['b', 'a'].map((feature_name) => ({
    feature_name,
    constraint_check_type: 'completeness_check',
    description: 'a description',
  })),
  metrics: ['feature_non_null_b', 'feature_non_null_a'].map((MetricName) => ({
    MetricName,
    Timestamp: '2026-01-02T03:00:00Z',
    Dimensions: [{ Name: 'Endpoint', Value: 'e' }],
    Value: 0.5,
  })),
  status: 'CompletedWithViolations',
  message: 'CompletedWithViolations: 1 violation',
  job: {
    kind: 'monitoring',
    endpoint: 'e',
    schedule: 's',
    startTime: '2026-01-02T02:00:00Z',
    endTime: '2026-01-02T03:00:00Z',
  },
}

interface Outcome {
  readonly trouble: Trouble | undefined
  /** What the publisher tried to reach, in words that may stand in a message. */
  readonly targets: readonly string[]
  readonly logged: string
}

/** Publishes once; the signal is aborted after a while, or from the start. */
async function publish(
  { publisher, given }: PublisherSubject,
  world: World,
  abortAfter: number,
): Promise<Outcome> {
  const touched = new Set<string>()
  const logged: string[] = []
  const server = createServer((_, response) => {
    touched.add(host).add(url)
    if (world === 'silent') return
    response.writeHead(world === 'well' ? 200 : 500, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}`
  const options = withDefaults(publisher.options, typeof given === 'function' ? given({ url }) : given)
  const abort = new AbortController()
  if (abortAfter === 0) abort.abort(new Error('stopped'))
  const stop = sleep(abortAfter, undefined, { ref: false }).then(() => abort.abort(new Error('stopped')))
  const log = (message: string, fields?: object) => void logged.push(message, JSON.stringify(fields ?? {}))
  const publisherHost: PublisherHost = {
    log: { info: log, warn: log },
    metricsFolder: '/opt/ml/output/metrics/cloudwatch',
    outputFolder: '/opt/ml/processing/output',
    signal: abort.signal,
    time: '2026-01-02T03:00:00Z',
    secret: () => secretText,
    writeFile(path) {
      touched.add(path).add(basename(path))
      return written(world, path, abort.signal)
    },
  }
  try {
    const trouble = await within(() =>
      publisher.publish(deepFreeze(structuredClone(results)), deepFreeze(options), publisherHost),
    )
    const texts = Object.values(options).filter((value) => typeof value === 'string' && value.length > 3)
    return { trouble, targets: touched.size > 0 ? [...touched, ...texts] : [], logged: logged.join('\n') }
  } finally {
    server.closeAllConnections()
    server.close()
    abort.abort()
    void stop
  }
}

async function written(world: World, path: string, signal: AbortSignal): Promise<void> {
  if (world === 'failing') throw new Error(`${path}: no space left on device`)
  if (world === 'well') return
  await new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

async function aborted(subject: PublisherSubject): Promise<undefined> {
  for (const [given, after] of [
    ['the signal is aborted from the start', 0],
    ['the signal is aborted while nothing answers', 100],
  ] as const) {
    const { trouble } = await publish(subject, 'silent', after)
    if (trouble?.hangs)
      throw new Failure({
        given,
        problem: `publish ${trouble.text}`,
        fix: 'hand host.signal to everything that waits (fetch, timers), and stop retrying when it is aborted',
      })
  }
}

async function error(subject: PublisherSubject): Promise<undefined | string> {
  const { trouble, targets } = await publish(subject, 'failing', 2500)
  if (targets.length === 0)
    return 'it published nothing, so its errors were not seen: give it options that make it publish'
  const message = trouble?.cause instanceof Error ? trouble.cause.message : undefined
  const named = message !== undefined && targets.some((target) => message.includes(target))
  if (!named)
    throw new Failure({
      given: 'a target that refuses everything',
      problem: trouble === undefined ? 'publish hides that it failed' : 'the error does not name its target',
      path: 'error.message',
      expected: `a message that names ${targets.join(' or ')}`,
      found: message ?? trouble?.text,
      fix: 'throw an Error whose message starts with the path or address, with the reason as its cause',
    })
  return undefined
}

async function resultsUntouched(subject: PublisherSubject): Promise<undefined> {
  const { trouble } = await publish(subject, 'well', 4000)
  if (trouble)
    throw new Failure({
      given: 'frozen results and options, and a target that answers 200',
      problem: `publish ${trouble.text}`,
      fix: 'copy what you complete or sort',
      cause: trouble.cause,
    })
}

async function secret(subject: PublisherSubject): Promise<undefined> {
  for (const world of ['well', 'failing'] as const) {
    const { trouble, logged } = await publish(subject, world, 2500)
    const said = `${logged}\n${trouble?.text ?? ''}`
    if (said.includes(secretText))
      throw new Failure({
        given: `a target that is ${world}`,
        problem: 'a log entry or error shows the value of a secret',
        fix: 'name the variable, never its value',
      })
  }
}

export const publisherChecks: readonly Check<PublisherSubject>[] = [
  { id: 'publisher-abort', title: 'it ends when it is aborted', run: aborted },
  { id: 'publisher-error', title: 'its error names the target', run: error },
  {
    id: 'publisher-results',
    title: 'it publishes and leaves results and options as they are',
    run: resultsUntouched,
  },
  { id: 'publisher-secret', title: 'it keeps secrets out of logs and errors', run: secret },
]
