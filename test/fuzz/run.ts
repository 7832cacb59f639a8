/** node test/fuzz/run.ts <target> [--seconds N] [--seed S]: looks for inputs that a decoder cannot stand. */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const end = Date.now() + Number(values.seconds) * 1000
process.stdout.write(`${positionals[0]}: seed ${seed}\n`)
const tried = await fuzz(String(positionals[0]), seed, () => Date.now() < end)
process.stdout.write(`${positionals[0]}: ${tried} inputs, nothing found\n`)
