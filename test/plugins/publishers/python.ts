/** Readers that others wrote, as the last word on our formats: a virtual environment, installed once per machine. */
import { access, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'

export type Python = { readonly python: string } | { readonly reason: string }

/** Path of a Python that has the packages; or why there is none. */
export async function installPython(...requirements: string[]): Promise<Python> {
  try {
    const { stdout } = await execa`python3 -c ${'import sys; print("%d.%d" % sys.version_info[:2])'}`
    const key = requirements.join('-').replaceAll(/[^\w.]+/g, '-')
    const folder = join(tmpdir(), `byom-cache-${key}-python-${stdout}`)
    const python = join(folder, 'bin/python')
    if (!(await exists(python))) await install(folder, requirements)
    return { python }
  } catch (error) {
    return { reason: error instanceof Error ? error.message.slice(0, 2000) : String(error) }
  }
}

async function install(folder: string, requirements: readonly string[]): Promise<void> {
  // A name of its own until it is complete, so that a stopped or a second installation does no harm.
  const draft = await mkdtemp(`${folder}-`)
  const flags = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--only-binary', ':all:']
  try {
    await execa`python3 -m venv ${draft}`
    await execa({ timeout: 300_000 })`${join(draft, 'bin/python')} -m pip install ${flags} ${requirements}`
    // Another test run may have been faster.
    await rename(draft, folder).catch(() => access(join(folder, 'bin/python')))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Runs a program on a text, and parses what it prints as JSON. */
export async function askPython(python: Python, program: string, input: string): Promise<unknown> {
  if ('reason' in python) throw new Error(`Python packages cannot be installed: ${python.reason}`)
  const { stdout } = await execa({ input })`${python.python} -c ${program}`
  return JSON.parse(stdout)
}

/** Whether a test that needs it is left out: never in CI, where it fails instead. */
export function isMissing(python: Python): boolean {
  return 'reason' in python && process.env['CI'] !== 'true'
}
