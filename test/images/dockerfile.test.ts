import { expect, test } from 'vitest'
import { docker, runtimeImage } from '../docker.ts'

const tag = await runtimeImage()

test.skipIf(!tag)('says its version', async () => {
  const { stdout } = await docker('run', '--rm', tag!, '--version')
  expect(stdout).toBe('0.1.0')
})
