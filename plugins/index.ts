/** The built-in plugins, one lazy entry each, sorted by name, with what tells a run whether it has a use for them. */
import type { BuiltIn } from '../runtime/plugin-loader.ts'

export const builtIn: Readonly<Record<string, BuiltIn>> = {
  attribution: {
    parts: ['analyzers'],
    analyses: ['attribution'],
    load: () => import('./attribution/plugin.ts'),
  },
  bias: { parts: ['analyzers'], analyses: ['bias'], load: () => import('./bias/plugin.ts') },
  cv: { parts: ['analyzers'], kinds: ['bytes', 'text'], load: () => import('./cv/plugin.ts') },
  'data-quality': { parts: ['analyzers'], load: () => import('./data-quality/plugin.ts') },
  embedding: { parts: ['analyzers'], kinds: ['vector'], load: () => import('./embedding/plugin.ts') },
  llm: { parts: ['analyzers'], kinds: ['text'], load: () => import('./llm/plugin.ts') },
  loggers: { parts: ['loggers'], load: () => import('./loggers/plugin.ts') },
  'model-quality': {
    parts: ['analyzers'],
    analyses: ['model-quality'],
    load: () => import('./model-quality/plugin.ts'),
  },
  nlp: { parts: ['analyzers'], kinds: ['text'], load: () => import('./nlp/plugin.ts') },
  publishers: { parts: ['publishers'], load: () => import('./publishers/plugin.ts') },
  samplers: { parts: ['samplers'], load: () => import('./samplers/plugin.ts') },
}
