/** Results → publishers, each with its own time limit; one that fails is noted, and only fails the job when it is required. */
import { basename, dirname } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import type { Host } from '../host.ts'
import type { Job } from '../job.ts'
import type { Results } from '../plugin.ts'
import type { LoadedPublisher } from '../registry.ts'
import { prepareOutput, writeReports } from './write.ts'

/** How a publisher ended. */
export interface Published {
  readonly publisher: string
  readonly status: 'completed' | 'failed'
  readonly error?: string
}

/**
 * Gives the results to every publisher, one after the other.
 * @param time ISO-8601 time stamp of the results
 * @throws MonitorError PUBLISHER_FAILED when required ones failed, after all had their turn
 */
export async function publishAll(
  publishers: readonly LoadedPublisher[],
  results: Results,
  job: Job,
  host: Host,
  time: string,
): Promise<Published[]> {
  const published: Published[] = []
  for (const loaded of publishers) {
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
  const limit = AbortSignal.timeout(timeoutSeconds * 1000)
  const signal = host.signal ? AbortSignal.any([host.signal, limit]) : limit
  const stop = Promise.withResolvers<never>()
  const stopped = () => stop.reject(new Error(`did not end within ${timeoutSeconds} s`))
  signal.addEventListener('abort', stopped, { once: true })
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
    await Promise.race([working, stop.promise])
    return undefined
  } catch (error) {
    host.signal?.throwIfAborted()
    return describe(error)
  } finally {
    signal.removeEventListener('abort', stopped)
  }
}
