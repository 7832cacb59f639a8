/** Results → publishers, each with its own time limit; one that fails is noted, and only fails the job when it is required. */
import { basename, dirname } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import type { Host } from '../host.ts'
import type { Job } from '../job.ts'
import type { Results } from '../plugin.ts'
import { frozen, type LoadedPublisher } from '../registry.ts'
import { prepareOutput, writeReports } from './write.ts'

/** Milliseconds; a timer of more fires at once. */
const longestTimer = 2 ** 31 - 1

/** How a publisher ended. */
export interface Published {
  readonly publisher: string
  readonly status: 'completed' | 'failed'
  readonly error?: string
}

/**
 * Gives the results to every publisher, one after the other.
 * @param time ISO-8601 time stamp of the results
 * @throws the reason of the host's signal, when it is aborted
 */
export async function publishAll(
  publishers: readonly LoadedPublisher[],
  results: Results,
  job: Job,
  host: Host,
  time: string,
): Promise<Published[]> {
  const published: Published[] = []
  // One that changes the results would change them for the next, and in run.json.
  if (publishers.length > 0) frozen(results)
  for (const loaded of publishers) {
    host.signal?.throwIfAborted()
    const { publisher, timeoutSeconds } = loaded
    const error = await publishOne(loaded, results, job, host, time)
    published.push({
      publisher: publisher.name,
      status: error === undefined ? 'completed' : 'failed',
      ...(error === undefined ? {} : { error }),
    })
    if (error !== undefined) host.log.warn(`publisher ${publisher.name} failed: ${error}`, { timeoutSeconds })
  }
  return published
}

/** The required publishers that failed, as one error; undefined when there are none. */
export function requiredFailure(
  publishers: readonly LoadedPublisher[],
  published: readonly Published[],
): MonitorError | undefined {
  const failed = published.filter(({ status }, i) => status === 'failed' && publishers[i]!.required)
  if (failed.length === 0) return undefined
  return new MonitorError(
    'PUBLISHER_FAILED',
    failed.map(({ publisher, error }) => `publisher ${publisher}: ${error} The report files are complete.`),
  )
}

async function publishOne(
  { publisher, options, timeoutSeconds }: LoadedPublisher,
  results: Results,
  job: Job,
  host: Host,
  time: string,
): Promise<string | undefined> {
  const limit = new AbortController()
  const signal = host.signal ? AbortSignal.any([host.signal, limit.signal]) : limit.signal
  const stop = Promise.withResolvers<void>()
  const stopped = () => stop.resolve()
  signal.addEventListener('abort', stopped, { once: true })
  // Not AbortSignal.timeout: its timer does not keep the process, which would end in the middle of waiting.
  const timer = setTimeout(() => limit.abort(), Math.min(timeoutSeconds * 1000, longestTimer))
  try {
    const working = publisher.publish(results, options, {
      log: host.log,
      metricsFolder: job.metricsFolder,
      outputFolder: job.output,
      signal,
      time,
      secret: host.secret,
      async writeFile(path, text) {
        await prepareOutput(dirname(path))
        await writeReports(dirname(path), [{ name: basename(path), text }])
      },
    })
    const ended = Promise.resolve(working).then(() => true)
    if (await Promise.race([ended, stop.promise])) return undefined
    host.signal?.throwIfAborted()
    return `did not end within ${timeoutSeconds} s`
  } catch (error) {
    host.signal?.throwIfAborted()
    return describe(error)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stopped)
  }
}
