import { defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/reporters'

/** In CI nothing is skipped: what a test needs and cannot get is a failure there. Ends with one plain line of counts. */
const closingLine: Reporter = {
  onTestRunEnd(modules) {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) for (const test of module.children.allTests()) counts[test.result().state]++
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.children.size === 0,
    ).length
    const skipped = process.env['CI'] === 'true' && counts.skipped > 0
    if (skipped) process.exitCode = 1
    if (skipped) process.stdout.write('Tests were skipped, which CI does not allow.\n')
    process.stdout.write(
      `${counts.passed} passed, ${counts.failed + broken} failed, ${counts.skipped} skipped\n`,
    )
  },
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/docker/global-setup.ts',
    reporters: ['default', closingLine],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
