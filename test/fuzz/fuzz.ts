/** Runs a target on one mutated input after the other; each has a seed of its own, so that it can be made again. */
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutate, Random } from './mutate.ts'
import { cleanUp, targets } from './targets.ts'

/** Where failing inputs are saved. */
const findings = join(tmpdir(), 'byom-fuzz-findings')

/**
 * @param more called with the number of inputs tried so far; false ends the run
 * @returns how many inputs were tried
 * @throws Error naming the seed and the file of the input that failed
 */
export async function fuzz(name: string, seed: number, more: (tried: number) => boolean): Promise<number> {
  const target = targets[name]
  if (target === undefined)
    throw new RangeError(`there is no target ${name}; known: ${Object.keys(targets).join(', ')}`)
  let tried = 0
  try {
    for (; more(tried); tried++) {
      const random = new Random(seed + tried)
      const content = mutate(target.seeds, random)
      // A copy is checked, because decoders may write into what they are given.
      await target.check(Buffer.from(content), random).catch(async (cause: unknown) => {
        await mkdir(findings, { recursive: true })
        const file = join(findings, `${name}-${seed + tried}`)
        await writeFile(file, content)
        throw new Error(`${name} fails with --seed ${seed + tried}, input saved as ${file}: ${cause}`, {
          cause,
        })
      })
    }
  } finally {
    await cleanUp()
  }
  return tried
}
