/** `byom check-plugin`: the conformance kit from the command line. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isConfig } from '../contracts/validators/config.generated.ts'
import { checkPlugin } from './conformance/index.ts'
import { describe, MonitorError } from './errors.ts'
import { parseJson } from './json-text.ts'
import { loadPlugins } from './plugin-loader.ts'
import { schemaProblems } from './schema-problems.ts'

/**
 * Checks a plugin given as a file, a folder or an npm package, and prints a line per check.
 * @param config a byom.json whose options the parts are checked with
 * @returns true when everything passed
 * @throws MonitorError PLUGIN_INVALID when the plugin cannot be loaded, CONFIG_INVALID for the config
 */
export async function checkNamedPlugin(
  name: string,
  config: string | undefined,
  print: (line: string) => void,
): Promise<boolean> {
  const options = config ? await optionsOf(config) : {}
  const isPackage = /^(@[\w.-]+\/)?byom-plugin-[\w.-]+$/.test(name)
  const loaded = await loadPlugins({}, new Set(), [isPackage ? name : resolve(name)], resolve('.'))
  let failed = 0
  let checks = 0
  for (const { plugin } of loaded) {
    for (const { title, passed, skipped, message, printed } of await checkPlugin(plugin, { options })) {
      checks++
      if (!passed) failed++
      print(
        `${passed ? (skipped ? 'left out' : 'passed  ') : 'FAILED  '} ${title}${printed ? `  (${printed})` : ''}`,
      )
      if (!passed || skipped) print(`         ${(skipped ?? message).replaceAll('\n', '\n         ')}`)
    }
  }
  print(`${checks - failed} passed, ${failed} failed`)
  return failed === 0
}

/** Options by name of the part. */
async function optionsOf(path: string): Promise<Record<string, object>> {
  let config: unknown
  try {
    config = parseJson(await readFile(path, 'utf8'))
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `${path}: ${describe(error)}.`, { cause: error })
  }
  if (!isConfig(config))
    throw new MonitorError(
      'CONFIG_INVALID',
      schemaProblems(isConfig.errors, config).map((problem) => `${path}: ${problem}.`),
    )
  const { sampler, loggers = [], publishers = [], analyzers = {} } = config
  const parts = [...(sampler ? [sampler] : []), ...loggers, ...publishers]
  return {
    ...(analyzers as Record<string, object>),
    ...Object.fromEntries(parts.map(({ name, options = {} }) => [name, options])),
  }
}
