/** The built-in plugins, one lazy entry each, sorted by name; `parts` says what is in them, so that a run loads what it uses. */
import type { BuiltIn } from '../runtime/plugin-loader.ts'

export const builtIn: Readonly<Record<string, BuiltIn>> = {
  attribution: { parts: ['analyzers'], load: () => import('./attribution/plugin.ts') },
  bias: { parts: ['analyzers'], load: () => import('./bias/plugin.ts') },
  cv: { parts: ['analyzers'], load: () => import('./cv/plugin.ts') },
  'data-quality': { parts: ['analyzers'], load: () => import('./data-quality/plugin.ts') },
  embedding: { parts: ['analyzers'], load: () => import('./embedding/plugin.ts') },
  llm: { parts: ['analyzers'], load: () => import('./llm/plugin.ts') },
  loggers: { parts: ['loggers'], load: () => import('./loggers/plugin.ts') },
  'model-quality': { parts: ['analyzers'], load: () => import('./model-quality/plugin.ts') },
  nlp: { parts: ['analyzers'], load: () => import('./nlp/plugin.ts') },
  publishers: { parts: ['publishers'], load: () => import('./publishers/plugin.ts') },
  samplers: { parts: ['samplers'], load: () => import('./samplers/plugin.ts') },
}
