import { expect, test } from 'vitest'
import plugin from '../../../plugins/loggers/plugin.ts'
import { apiVersion } from '../../../runtime/plugin.ts'
import { complete } from './open.ts'

test('the plugin lists its loggers by name, with their defaults', () => {
  expect(plugin).toMatchObject({ name: 'loggers', apiVersion })
  expect(plugin.loggers!.map((logger) => [logger.name, complete(logger, {})])).toEqual([
    ['file', { path: 'records.log.jsonl', maxBytes: 10_485_760, keep: 3, level: 'error' }],
    ['json', { level: 'info' }],
    ['pretty', { level: 'info' }],
  ])
})
