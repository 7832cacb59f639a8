/** A job for tests of the stages behind it: nothing set but what the test names. */
import type { Job, Settings } from '../../runtime/job.ts'

export function jobOf(
  job: Pick<Job, 'source'> & Partial<Omit<Job, 'settings'>>,
  settings: Partial<Settings> = {},
): Job {
  return {
    kind: 'monitoring',
    format: { kind: 'capture', outputPosition: 'START' },
    output: '/output',
    baselineConstraints: undefined,
    baselineStatistics: undefined,
    window: {},
    startTime: undefined,
    endTime: undefined,
    metricTime: undefined,
    publishMetrics: false,
    endpoint: undefined,
    schedule: undefined,
    excludeFeatures: [],
    messagePath: '/message',
    metricsFolder: '/metrics',
    configPath: undefined,
    environment: {},
    leader: true,
    hosts: [],
    ...job,
    settings: {
      emptyWindow: 'complete',
      maxFeatures: 20_000,
      maxLineBytes: 1 << 26,
      unitBytes: 1 << 26,
      workers: undefined,
      features: [],
      distances: 'exact',
      analyzers: {},
      plugins: [],
      sampler: undefined,
      loggers: undefined,
      publishers: [],
      segments: undefined,
      analyzerTimeoutSeconds: 120,
      ...settings,
    },
  }
}
