/** Looking for an engine: what listens and says nothing is no engine. */
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../runtime/local/engine.ts'

test('one that takes the connection and never answers is given up, and named', async () => {
  const path = join(tmpdir(), `byom-silent-${process.pid}.sock`)
  const server = createServer()
  await new Promise<void>((ready) => server.listen(path, ready))
  const before = process.env['DOCKER_HOST']
  process.env['DOCKER_HOST'] = `unix://${path}`
  try {
    await expect(connect({ DOCKER_HOST: `unix://${path}` })).rejects.toThrow(
      `no container engine answers (unix://${path}: no answer in 15 s). Start Docker`,
    )
  } finally {
    if (before === undefined) delete process.env['DOCKER_HOST']
    else process.env['DOCKER_HOST'] = before
    server.close()
  }
}, 30_000)
