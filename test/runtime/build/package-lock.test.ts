import { describe, expect, test } from 'vitest'
import {
  closure,
  isLock,
  type Lock,
  type LockEntry,
  smallProject,
} from '../../../runtime/build/package-lock.ts'

const pinned = (version: string, more: LockEntry = {}): LockEntry => ({
  version,
  integrity: `sha512-${version}`,
  ...more,
})
const lockOf = (packages: Record<string, LockEntry>): Lock => ({ lockfileVersion: 3, packages })
const keysOf = (lock: Lock, names: string[]) => {
  const problems: string[] = []
  return { keys: closure(lock, names, problems).map(({ key, version }) => `${key} ${version}`), problems }
}

test('a lock is what has packages', () => {
  expect(isLock({ lockfileVersion: 3, packages: {} })).toBe(true)
  for (const value of [undefined, null, [], { lockfileVersion: 1, dependencies: {} }])
    expect(isLock(value)).toBe(false)
})

describe('the closure', () => {
  test('finds packages where Node finds them: beside, then above', () => {
    const lock = lockOf({
      '': { dependencies: { plugin: '1' } },
      'node_modules/plugin': pinned('1', { dependencies: { a: '1', '@s/b': '1' } }),
      'node_modules/plugin/node_modules/a': pinned('1.1', { dependencies: { c: '2' } }),
      'node_modules/a': pinned('9'),
      'node_modules/@s/b': pinned('1', { dependencies: { a: '9', c: '1' } }),
      'node_modules/plugin/node_modules/c': pinned('2'),
      'node_modules/c': pinned('1'),
      'node_modules/unused': pinned('1'),
    })
    expect(keysOf(lock, ['plugin'])).toEqual({
      keys: [
        'node_modules/@s/b 1',
        'node_modules/a 9',
        'node_modules/c 1',
        'node_modules/plugin 1',
        'node_modules/plugin/node_modules/a 1.1',
        'node_modules/plugin/node_modules/c 2',
      ],
      problems: [],
    })
  })

  test('ends in circles, and leaves out the runtime and what is optional and absent', () => {
    const lock = lockOf({
      'node_modules/a': pinned('1', {
        dependencies: { b: '1' },
        peerDependencies: { byom: '*', there: '*', perhaps: '*' },
        peerDependenciesMeta: { perhaps: { optional: true } },
        optionalDependencies: { 'for-windows': '1' },
      }),
      'node_modules/b': pinned('1', { dependencies: { a: '1' } }),
      'node_modules/there': pinned('3'),
      'node_modules/byom': pinned('0.1.0'),
    })
    expect(keysOf(lock, ['a'])).toEqual({
      keys: ['node_modules/a 1', 'node_modules/b 1', 'node_modules/there 3'],
      problems: [],
    })
  })

  test.each<[string, Record<string, LockEntry>, RegExp]>([
    ['not there', {}, /x is not in the lock: run npm install x/],
    ['for development', { 'node_modules/x': pinned('1', { dev: true }) }, /x is a dev dependency/],
    [
      'a link',
      { 'node_modules/x': { resolved: '../x', link: true } },
      /x is a link to a folder: name the folder/,
    ],
    [
      'from Git',
      { 'node_modules/x': { version: '1', resolved: 'git+ssh://example/x' } },
      /x has no integrity/,
    ],
    [
      'incomplete',
      { 'node_modules/x': pinned('1', { dependencies: { gone: '1' } }) },
      /x needs gone, which the lock does not have/,
    ],
  ])('a package that is %s is a problem', (_, packages, expected) => {
    const { problems } = keysOf(lockOf(packages), ['x'])
    expect(problems).toEqual([expect.stringMatching(expected)])
  })
})

test('the small project has the wanted packages alone, and its .tgz files by absolute paths', () => {
  const lock = lockOf({
    '': { dependencies: { x: 'file:packed/x.tgz', other: '1' } },
    'node_modules/x': pinned('1', { resolved: 'file:packed/x.tgz', dependencies: { y: '^2' } }),
    'node_modules/y': pinned('2', { resolved: 'https://registry.example/y.tgz' }),
    'node_modules/other': pinned('1'),
  })
  const packages = closure(lock, ['x'], [])
  const made = smallProject(lock, ['x'], packages, (path) => `/project/${path}`)
  expect(made.manifest).toMatchObject({ dependencies: { x: 'file:/project/packed/x.tgz' } })
  expect(made.lock).toMatchObject({
    lockfileVersion: 3,
    packages: {
      '': made.manifest,
      'node_modules/x': { resolved: 'file:/project/packed/x.tgz', integrity: 'sha512-1' },
      'node_modules/y': { resolved: 'https://registry.example/y.tgz', integrity: 'sha512-2' },
    },
  })
  expect(JSON.stringify(made)).not.toContain('other')
})
