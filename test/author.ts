/** A plugin author's machine: byom as npm installs it, beside the tools, outside the checkout. */
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'

/** The checkout. */
export const checkout = fileURLToPath(new URL('..', import.meta.url))
const modules = join(checkout, 'node_modules')

/**
 * Builds what the package ships into `<folder>/node_modules/byom`. Its dependencies and the author's tools are links to
 * those of the checkout, which saves an install; test/package.test.ts does without.
 */
export async function installByom(folder: string): Promise<void> {
  const own = join(folder, 'node_modules', 'byom')
  await mkdir(join(own, 'test', 'golden'), { recursive: true })
  await execa({ cwd: checkout, preferLocal: true })`tsc -p tsconfig.build.json --outDir ${join(own, 'dist')}`
  for (const file of ['driver.py', 'driver-realm.js', 'jail.pl'])
    await cp(join(checkout, 'runtime/handle', file), join(own, 'dist/runtime/handle', file))
  await cp(join(checkout, 'package.json'), join(own, 'package.json'))
  await cp(join(checkout, 'contracts'), join(own, 'contracts'), { recursive: true })
  await symlink(join(checkout, 'test', 'golden', 'churn'), join(own, 'test', 'golden', 'churn'))
  await symlink(modules, join(own, 'node_modules'))
  await execa({ cwd: checkout })`${process.execPath} images/bundle.ts ${join(own, 'dist')}`
  await symlink(join(modules, 'typescript'), join(folder, 'node_modules', 'typescript'))
  await symlink(join(modules, '@types'), join(folder, 'node_modules', '@types'))
  await mkdir(join(folder, 'bin'))
  const start = `#!/bin/sh\nexec node ${join(own, 'dist/runtime/main.js')} "$@"\n`
  await writeFile(join(folder, 'bin', 'byom'), start, { mode: 0o755 })
}

/** Environment of an author's shell: `byom`, `tsc` and the Node of the checkout on the PATH, nothing else of ours. */
export function authorEnv(folder: string): Record<string, string> {
  return {
    PATH: `${join(folder, 'bin')}:${join(modules, '.bin')}:${process.env['PATH']}`,
    HOME: process.env['HOME'] ?? '/root',
    BYOM_OPT_ML: join(folder, 'opt-ml'),
  }
}

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly exit: number | undefined
  readonly text: string
}

/** Runs a line of shell. Never rejects. */
export async function shell(
  cwd: string,
  line: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  const { exitCode, all } = await execa({
    cwd,
    env,
    extendEnv: false,
    reject: false,
    all: true,
  })`bash --norc -euo pipefail -c ${line}`
  return { exit: exitCode, text: all }
}
