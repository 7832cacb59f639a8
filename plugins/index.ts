/** The built-in plugins, one lazy line each, sorted by name. */
import type { Plugin } from '../runtime/plugin.ts'

export const builtIn: Readonly<Record<string, () => Promise<{ default: Plugin }>>> = {
  'data-quality': () => import('./data-quality/plugin.ts'),
}
