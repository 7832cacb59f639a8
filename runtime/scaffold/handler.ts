/** The package of `byom init handler`: a script, records to try it on, and a test that runs it as a job does. */

/** Name of the package that holds the script. */
export function handlerPackageName(name: string): string {
  return `byom-handler-${name}`
}

/**
 * Texts by file name.
 * @param version of byom that the package is made for
 */
export function handlerFiles(name: string, version: string): Record<string, string> {
  return {
    'package.json': `${JSON.stringify(manifest(name, version), null, 2)}\n`,
    // Lists of a few texts on one line, as formatters want them.
    'tsconfig.json': `${JSON.stringify(typescript, null, 2).replace(/\[\s+("\w+")\s+\]/, '[$1]')}\n`,
    'preprocess.ts': script,
    'preprocess.test.ts': test,
    'records.jsonl': `${records.map((record) => JSON.stringify(record)).join('\n')}\n`,
    'README.md': readme(name, version),
  }
}

/** A run over the captures of `byom demo`, for a shell in the package's folder. */
export function handlerDemoRun(name: string): string {
  return `byom demo --out demo-output
export BYOM_OPT_ML=$PWD/demo-output/opt-ml/${name}
export dataset_source=$PWD/demo-output/captures dataset_format='{"sagemakerCaptureJson": {}}'
export baseline_statistics=$PWD/demo-output/baseline/statistics.json
export baseline_constraints=$PWD/demo-output/baseline/constraints.json
export output_path=$PWD/demo-output/${name} record_preprocessor_script=$PWD/preprocess.ts
byom run`
}

/** Where such a run shows what the script did. */
export const handlerResult =
  'statistics.json has a completeness below 1 where the script has found -1, and run.json names the script.'

const manifest = (name: string, version: string) => ({
  name: handlerPackageName(name),
  version: '0.1.0',
  private: true,
  type: 'module',
  engines: { node: '>=24' },
  scripts: { build: 'tsc', test: 'node --test preprocess.test.ts' },
  devDependencies: { '@types/node': '^26.0.0', byom: `^${version}`, typescript: '^7.0.0' },
})

const typescript = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
}

const script = `/** Each captured inference becomes the row that is analyzed. */
import type { HandlerLogger, HandlerResult, InferenceRecord } from 'byom'

/** What clients send for a value that they do not know. */
const unknown = '-1'

export function preprocess_handler(record: InferenceRecord, logger: HandlerLogger): HandlerResult {
  const { endpoint_input, endpoint_output, event_metadata } = record
  if (endpoint_input === null || endpoint_output === null) {
    logger.warning('left out, because a side is missing:', event_metadata.event_id)
    return []
  }
  const values = [endpoint_output.data.trimEnd(), ...endpoint_input.data.trimEnd().split(',')]
  // Positions as keys: with a baseline, the columns take its names.
  return Object.fromEntries(values.map((value, position) => [position, value === unknown ? null : value]))
}
`

const test = `/** Runs the script as a job does: in the jail, over the records of a file. */
import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

interface Tried {
  readonly status: string
  readonly out?: string
}

const printed = execFileSync('byom', ['try-handler', 'preprocess.ts', 'records.jsonl', '--json'], {
  encoding: 'utf8',
})
const tried: Tried[] = printed
  .trim()
  .split('\\n')
  .map((line) => JSON.parse(line))

test('output and input make one row, and -1 is missing', () => {
  assert.deepEqual(JSON.parse(tried[0]?.out ?? ''), { 0: '0.25', 1: '42', 2: null, 3: 'de' })
})

test('a record with one side is left out', () => {
  assert.equal(tried[1]?.status, 'dropped')
})
`

const side = (mode: string, data: string) => ({
  observedContentType: 'text/csv',
  mode,
  data,
  encoding: 'CSV',
})
const metadata = (n: number) => ({ eventId: `event-${n}`, inferenceTime: `2026-03-01T10:00:0${n}Z` })
const records = [
  {
    captureData: { endpointInput: side('INPUT', '42,-1,de'), endpointOutput: side('OUTPUT', '0.25\n') },
    eventMetadata: metadata(1),
    eventVersion: '0',
  },
  { captureData: { endpointInput: side('INPUT', '17,3,fr') }, eventMetadata: metadata(2), eventVersion: '0' },
]

const readme = (name: string, version: string) => `# ${handlerPackageName(name)}

A preprocess script for byom ${version} or a later version of the same major (before 1.0: minor) number. A job runs it when
\`record_preprocessor_script\` names it.

\`\`\`sh
npm install               # brings byom, TypeScript and the types of Node
npm run build             # checks the types; a job takes preprocess.ts as it is
npm test                  # the script in the jail, over records.jsonl
byom try-handler preprocess.ts records.jsonl
\`\`\`

Try it on the data of byom's demo:

\`\`\`sh
${handlerDemoRun(name)}
\`\`\`

Afterwards ${handlerResult}
`
