/** The metric file that the platform uploads to CloudWatch. */
import { join } from 'node:path'
import { definePublisher } from '../../runtime/plugin.ts'

/**
 * Writes `cloudwatch_metrics.jsonl`, one JSON object a line, also when there is no metric.
 * Source: contract/job-contract.md section 9 (CloudWatch files of Model Monitor).
 */
export const cloudwatch = definePublisher<Record<string, never>>({
  name: 'cloudwatch',
  description: 'Writes cloudwatch_metrics.jsonl, which the platform uploads to CloudWatch.',
  options: { type: 'object', properties: {}, additionalProperties: false },

  async publish({ metrics }, _options, host) {
    const lines = metrics.map((line) => `${JSON.stringify(line)}\n`)
    await host.writeFile(join(host.metricsFolder, 'cloudwatch_metrics.jsonl'), lines.join(''))
    host.log.info('metrics written', { lines: lines.length, folder: host.metricsFolder })
  },
})
