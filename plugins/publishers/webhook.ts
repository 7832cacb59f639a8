/**
 * A signed message about a run's violations. A receiver checks it so, over the bytes of the body as they came:
 *
 *     const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(request.headers['x-byom-signature'])
 *     const expected = createHmac('sha256', secret).update(`${t}.`).update(body).digest()
 *     const genuine = timingSafeEqual(expected, Buffer.from(v1, 'hex'))
 *
 * `t` is the time of the results, which for a run over an old window is old: against replays, remember `id`, which is the
 * same for every attempt to deliver the same results.
 */
import { createHash, createHmac } from 'node:crypto'
import { definePublisher, type Results } from '../../runtime/plugin.ts'
import { send } from './http.ts'
import { type NetworkOptions, networkOptions, openTarget, readText, type Text, urlOption } from './target.ts'

interface WebhookOptions extends NetworkOptions {
  readonly url: Text
  readonly on: 'violations' | 'always'
  /** Name of an environment variable. */
  readonly secret?: string
}

const mostViolations = 1000

/** POSTs the outcome of a run as JSON. */
export const webhook = definePublisher<WebhookOptions>({
  name: 'webhook',
  description: 'POSTs the violations of a run, or every outcome, as JSON to a URL, signed with HMAC-SHA256.',
  options: {
    type: 'object',
    required: ['url'],
    properties: {
      url: { ...urlOption, description: 'Receives the POST; may name an environment variable.' },
      on: {
        type: 'string',
        enum: ['violations', 'always'],
        default: 'violations',
        description: 'always: runs without a violation are reported too.',
      },
      secret: {
        type: 'string',
        minLength: 1,
        description: 'Environment variable with the key of the signature in the header x-byom-signature.',
      },
      ...networkOptions,
    },
    additionalProperties: false,
  },

  async publish(results, options, host) {
    if (options.on === 'violations' && results.violations.length === 0) return
    const target = openTarget(options.url, options, host)
    const body = webhookBody(results, host.time)
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (options.secret !== undefined)
      headers['x-byom-signature'] = signature(
        readText({ environment: options.secret }, host),
        host.time,
        body,
      )
    await send(target, { method: 'POST', headers, body }, options, host.signal)
    host.log.info('webhook called', { target: target.name, violations: results.violations.length })
  },
})

/** JSON text of the message; keys are spelled as in the report files. */
function webhookBody({ status, message, job, violations }: Results, time: string): string {
  const content = {
    time,
    status,
    message,
    job: {
      kind: job.kind,
      endpoint: job.endpoint,
      schedule: job.schedule,
      start_time: job.startTime,
      end_time: job.endTime,
    },
    violation_count: violations.length,
    violations: violations.slice(0, mostViolations),
  }
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
  return JSON.stringify({ id, ...content })
}

/** Value of the header `x-byom-signature`. */
export function signature(secret: string, time: string, body: string): string {
  const t = Math.floor(Date.parse(time) / 1000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
