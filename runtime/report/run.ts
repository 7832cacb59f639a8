/** run.json: how the reports came about. */
import { createReadStream } from 'node:fs'
import type { Run, RunModel } from '../../contracts/types.generated.ts'
import { analyzerKey } from '../analyze.ts'
import { describePreprocess } from '../handlers.ts'
import type { Host, Prepared } from '../host.ts'
import type { Judgement } from '../judge.ts'
import { bytesOf } from '../plan.ts'
import { modelPaths } from '../registry.ts'
import { listRejects, rejectedRecords } from '../rejects.ts'
import type { UnitResult } from '../unit.ts'
import { workerCount } from '../workers.ts'
import type { Published } from './publish.ts'

/**
 * @param message the exit message
 * @param started when the run started, in milliseconds since 1970
 */
export async function describeRun(
  { job, plan, registry, handler, merged }: Prepared,
  result: UnitResult,
  { violations, statistics, segments, failures }: Judgement,
  published: readonly Published[],
  message: string,
  host: Host,
  started: number,
): Promise<Run> {
  const failed = result.findings.analysis.failures
  const models = await Promise.all(modelPaths(registry.analyzers).map(describeModel))
  return {
    runtime: { name: 'byom', version: host.versions.runtime, node: host.versions.node },
    job: {
      kind: job.kind,
      dataset_source: job.source,
      dataset_format: { ...job.format },
      ...(job.startTime ? { start_time: job.startTime } : {}),
      ...(job.endTime ? { end_time: job.endTime } : {}),
      ...(job.configPath ? { config: job.configPath } : {}),
    },
    plan: { id: plan.id, files: plan.files.length, units: plan.units.length, bytes: bytesOf(plan) },
    counts: {
      records_read: result.records,
      records_outside_window: result.outside,
      records_rejected: rejectedRecords(result.rejects),
      rows: result.rows,
      rows_analyzed: result.findings.sample?.kept ?? result.rows,
      features: statistics.features.length,
      ...(job.settings.segments ? { segments: segments.length } : {}),
      ...(job.preprocess ? { records_dropped: result.dropped } : {}),
    },
    rejected: listRejects(result.rejects),
    ...(merged ? { merge: { counts: { ...merged.counts }, rejected: listRejects(merged.rejects) } } : {}),
    plugins: registry.plugins.map(({ plugin, from, integrity }) => ({
      name: plugin.name,
      version: plugin.version,
      from,
      ...(integrity ? { integrity } : {}),
    })),
    ...(models.length > 0 ? { models } : {}),
    ...(handler ? { handlers: [await describePreprocess(handler)] } : {}),
    sections: registry.analyzers.map((loaded) => {
      const { name } = loaded.analyzer
      // An analyzer can also fail in a segment alone.
      const error = failed.get(name) ?? failures.find((text) => text.startsWith(`analyzer ${name} `))
      return {
        analyzer: analyzerKey(loaded),
        plugin: `${loaded.plugin.name}@${loaded.plugin.version}`,
        status: error ? 'failed' : 'completed',
        ...(error ? { error } : {}),
      }
    }),
    outcome: {
      status:
        failures.length > 0 ? 'Failed' : violations.length > 0 ? 'CompletedWithViolations' : 'Completed',
      message,
      violations: violations.length,
    },
    ...(published.length > 0 ? { published: [...published] } : {}),
    timing: {
      started: new Date(started).toISOString(),
      seconds: Math.round(host.now() - started) / 1000,
      workers: workerCount(job, plan),
      peak_memory_bytes: host.peakMemory(),
    },
  }
}

async function describeModel(path: string): Promise<RunModel> {
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of createReadStream(path)) {
    hash.update(part as Buffer)
    bytes += (part as Buffer).length
  }
  return { path, bytes, sha256: hash.digest('hex') }
}
