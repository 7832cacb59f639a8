/** `byom check-plugin`: the conformance kit from the command line. */
import { resolve } from 'node:path'
import { checkPlugin } from './conformance/index.ts'
import { loadPlugins } from './plugin-loader.ts'

/**
 * Checks a plugin given as a file, a folder or an npm package, and prints a line per check.
 * @returns true when everything passed
 * @throws MonitorError PLUGIN_INVALID when it cannot be loaded
 */
export async function checkNamedPlugin(name: string, print: (line: string) => void): Promise<boolean> {
  const isPackage = /^(@[\w.-]+\/)?byom-plugin-[\w.-]+$/.test(name)
  const loaded = await loadPlugins({}, new Set(), [isPackage ? name : resolve(name)], resolve('.'))
  let failed = 0
  let checks = 0
  for (const { plugin } of loaded) {
    for (const { title, passed, skipped, message, printed } of await checkPlugin(plugin)) {
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
