import { test } from 'vitest'
import { builtIn } from '../plugins/index.ts'
import { type KitOptions, testPlugin } from '../runtime/conformance/index.ts'
import { seeded } from '../runtime/conformance/random.ts'

/**
 * Complete values of types that do not change, for data-quality: the service's own rules compare completeness and type
 * with exactly what the baseline had, so that a column with missing values raises an alarm in every second run.
 */
function complete(seed: number, rows: number) {
  const random = seeded(seed)
  const column = (cell: () => string) => Array.from({ length: rows }, cell)
  return {
    amount: column(() => Math.exp(3 + random.normal()).toFixed(2)),
    age: column(() => String(18 + random.below(60))),
    plan: column(() => random.pick(['basic', 'plus', 'premium', 'trial'])),
  }
}

const url = (target: { url: string }) => ({ url: target.url, retries: 0 })

/** What plugins cannot do without, by plugin; one that stands not here runs with its defaults. */
const settings: Readonly<Record<string, KitOptions>> = {
  'data-quality': {
    analyzers: {
      'data-quality': {
        falseAlarms: { data: complete },
        quantiles: ['$.features[*].custom.data-quality.sketch'],
      },
    },
  },
  samplers: {
    options: {
      'every-nth': { n: 10 },
      rate: { rate: 0.3 },
      reservoir: { size: 100 },
      stratified: { column: 'plan', size: 50 },
    },
    skip: {
      'every-nth: sampler-rows': 'counts records from the start of a slice, as its description says',
    },
  },
  publishers: {
    options: {
      otlp: url,
      webhook: url,
      prometheus: (target) => ({ pushgateway: target.url, retries: 0 }),
    },
  },
}

for (const [name, { load }] of Object.entries(builtIn)) {
  const { default: plugin } = await load()
  testPlugin(plugin, { test, ...settings[name] })
}
