import { expect, test } from 'vitest'
import plugin from '../../../plugins/publishers/plugin.ts'
import { apiVersion } from '../../../runtime/plugin.ts'
import { complete } from './run.ts'

test('the plugin lists its publishers by name', () => {
  expect(plugin).toMatchObject({ name: 'publishers', apiVersion })
  expect(plugin.publishers!.map(({ name }) => name)).toEqual(['cloudwatch', 'otlp', 'prometheus', 'webhook'])
})

test.each([
  ['cloudwatch', {}, {}],
  ['otlp', { url: 'http://a' }, { timeoutSeconds: 10, retries: 3 }],
  ['prometheus', { file: 'a' }, { timeoutSeconds: 10, retries: 3, job: 'byom' }],
  ['webhook', { url: 'http://a' }, { timeoutSeconds: 10, retries: 3, on: 'violations' }],
])('%s with %j has the defaults %j', (name, given, defaults) => {
  const publisher = plugin.publishers!.find((publisher) => publisher.name === name)!
  expect(complete(publisher, given)).toEqual({ ...given, ...defaults })
})
