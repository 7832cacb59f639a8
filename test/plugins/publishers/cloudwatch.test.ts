import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cloudwatch } from '../../../plugins/publishers/cloudwatch.ts'
import { makeHost, publish, resultsWith } from './run.ts'

test.each([{}, { metrics: [] }])('the file is the one that the report stage wrote: %j', async (change) => {
  const host = await makeHost()
  const results = resultsWith(change)
  await publish(cloudwatch, results, {}, host)
  const text = await readFile(join(host.metricsFolder, 'cloudwatch_metrics.jsonl'), 'utf8')
  expect(text).toBe(results.metrics.map((line) => `${JSON.stringify(line)}\n`).join(''))
  expect(host.logged).toMatchObject([{ level: 'info', fields: { lines: results.metrics.length } }])
})

test('it has no options', async () => {
  await expect(publish(cloudwatch, resultsWith(), { file: 'a' }, await makeHost())).rejects.toThrow(
    'additionalProp',
  )
})
