/** run.json: how the reports came about. */
import type { Run } from '../../contracts/types.generated.ts'
import { analyzerKey } from '../analyze.ts'
import type { Host, Prepared } from '../host.ts'
import type { Judgement } from '../judge.ts'
import { bytesOf } from '../plan.ts'
import { listRejects, rejectedRecords } from '../rejects.ts'
import type { UnitResult } from '../unit.ts'
import { workerCount } from '../workers.ts'

/**
 * @param message the exit message
 * @param started when the run started, in milliseconds since 1970
 */
export function describeRun(
  { job, plan, analyzers }: Prepared,
  result: UnitResult,
  { violations, statistics }: Judgement,
  message: string,
  host: Host,
  started: number,
): Run {
  const { failures } = result.analysis
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
      features: statistics.features.length,
    },
    rejected: listRejects(result.rejects),
    sections: analyzers.map((loaded) => {
      const error = failures.get(loaded.analyzer.name)
      return {
        analyzer: analyzerKey(loaded),
        plugin: `${loaded.plugin.name}@${loaded.plugin.version}`,
        status: error ? 'failed' : 'completed',
        ...(error ? { error } : {}),
      }
    }),
    outcome: {
      status: failures.size > 0 ? 'Failed' : violations.length > 0 ? 'CompletedWithViolations' : 'Completed',
      message,
      violations: violations.length,
    },
    timing: {
      started: new Date(started).toISOString(),
      seconds: (host.now() - started) / 1000,
      workers: workerCount(job, plan),
      peak_memory_bytes: host.peakMemory(),
    },
  }
}
