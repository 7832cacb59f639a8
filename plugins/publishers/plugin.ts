/** Where finished results go: the platform's metric files, Prometheus, OpenTelemetry collectors, webhooks. */
import { definePlugin } from '../../runtime/plugin.ts'
import { cloudwatch } from './cloudwatch.ts'
import { otlp } from './otlp.ts'
import { prometheus } from './prometheus.ts'
import { webhook } from './webhook.ts'

export default definePlugin({
  name: 'publishers',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'CloudWatch metric files, Prometheus text files and Pushgateway, OTLP over HTTP, and signed webhooks.',
  publishers: [cloudwatch, otlp, prometheus, webhook],
})
