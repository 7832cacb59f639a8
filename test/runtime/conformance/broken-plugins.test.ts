import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { checkPlugin, type KitOptions } from '../../../runtime/conformance/index.ts'
import type { Plugin } from '../../../runtime/plugin.ts'
import correct from '../../broken-plugins/correct.ts'

const folder = new URL('../../broken-plugins/', import.meta.url)
const names = (await readdir(folder))
  .map((name) => name.replace('.ts', ''))
  .filter((name) => name !== 'correct')
const post = { options: { post: (target: { url: string }) => target } }

test('a correct plugin passes every check', async () => {
  const reports = await checkPlugin(correct, post)
  expect(reports.filter(({ passed }) => !passed)).toEqual([])
})

test('every check has a plugin that breaks it', async () => {
  const reports = await checkPlugin(correct, post)
  expect(names.sort()).toEqual([...new Set(reports.map(({ check }) => check))].sort())
})

describe('the kit catches', () => {
  test.each(names)('%s, and nothing else', async (name) => {
    const broken: { default: Plugin; options?: KitOptions } = await import(new URL(`${name}.ts`, folder).href)
    const reports = await checkPlugin(broken.default, broken.options)
    const failed = reports.filter(({ passed }) => !passed)
    expect(failed.map(({ check, message }) => (check === name ? check : message))).toEqual([name])
    expect(failed[0]!.message).toContain(`check ${name}: `)
    expect(failed[0]!.message).toMatch(/^plugin sample, \w+, /)
    expect(failed[0]!.message).toMatch(/\n {2}given {4}\S.*\n(.*\n)* {2}fix {6}\S/)
  })
})
