import { expect, it } from 'vitest'
import plugin from '../../../plugins/samplers/plugin.ts'
import { metadataProblems } from '../../../runtime/plugin-loader.ts'

it('the samplers plugin holds what it says, sorted by name', () => {
  expect(metadataProblems(plugin, 'built in')).toEqual([])
  expect(plugin.samplers!.map(({ name }) => name)).toEqual(['every-nth', 'rate', 'reservoir', 'stratified'])
})
