import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** `npm ci` refuses a lock that lacks a platform's package, also on the platforms that do not need it. */
test('the lock file names the packages of every platform', async () => {
  const path = new URL('../package-lock.json', import.meta.url)
  const { packages } = JSON.parse(await readFile(path, 'utf8')) as { packages: Record<string, Locked> }
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
      .map((name) => `${name} of ${place}`),
  )
  expect(missing).toEqual([])
})
