/**
 * Schemas → `types.generated.ts` and `validators.generated.ts`.
 * `npm run contracts` writes both; `npm run contracts -- --check` fails when the committed files differ.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

const folder = new URL('./', import.meta.url)
const header = '// Generated from the schemas in this folder by `npm run contracts`. Do not edit.\n'

const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).sort()
const schemas = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as JSONSchema),
)

const types = await Promise.all(
  schemas.map((schema) =>
    compile(schema, schema.title as string, {
      bannerComment: '',
      additionalProperties: false,
      unknownAny: true,
      format: false,
    }),
  ),
)

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  unicodeRegExp: false,
  code: { source: true, esm: true, lines: true },
})
for (const schema of schemas) ajv.addSchema(schema as object, schema.title as string)
const ids = Object.fromEntries(schemas.map((schema) => [`is${schema.title}`, schema.title as string]))
const code = standalone
  .default(ajv, ids)
  .replace(/^export const (is(\w+)) = (\w+);$/gm, 'export const $1 = $3 as unknown as Validator<Types.$2>;')
if (/\brequire\(/.test(code))
  throw new Error('A schema uses a keyword whose generated code needs ajv at run time.')

const outputs: [string, string][] = [
  ['types.generated.ts', `${header}\n${types.join('\n')}`],
  [
    'validators.generated.ts',
    `// @ts-nocheck
${header}import type { ErrorObject } from 'ajv'
import type * as Types from './types.generated.ts'

/** True when the value fits its schema; otherwise \`errors\` lists every problem. */
export interface Validator<Type> {
  (value: unknown): value is Type
  errors?: ErrorObject[] | null
}

${code}
`,
  ],
]

let stale = false
for (const [name, text] of outputs) {
  const url = new URL(name, folder)
  if (process.argv.includes('--check')) {
    const committed = await readFile(url, 'utf8').catch(() => '')
    if (committed !== text) {
      process.stderr.write(
        `contracts/${name} differs from the schemas: run \`npm run contracts\` and commit.\n`,
      )
      stale = true
    }
  } else await writeFile(url, text)
}
process.exitCode = stale ? 1 : 0
