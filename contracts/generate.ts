/**
 * Schemas → `types.generated.ts`, a validator each in `validators/`, and `validators.generated.ts`, the list of them all.
 * Code that runs in jobs imports from `validators/`, so that a job loads only those that it uses.
 * `npm run contracts` writes everything; `npm run contracts -- --check` fails when the committed files differ.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

const folder = new URL('./', import.meta.url)
const header = '// Generated from the schemas in this folder by `npm run contracts`. Do not edit.\n'

const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).sort()
const schemas = await Promise.all(
  names.map(async (name) => ({
    module: `validators/${name.replace('.schema.json', '.generated.ts')}`,
    schema: JSON.parse(await readFile(new URL(name, folder), 'utf8')) as JSONSchema & { title: string },
  })),
)

const types = await Promise.all(
  schemas.map(({ schema }) =>
    compile(schema, schema.title, {
      bannerComment: '',
      additionalProperties: false,
      unknownAny: true,
      format: false,
    }),
  ),
)

/** The code of one validator, without the parts of the schema that it does not read. */
function validatorOf(schema: JSONSchema & { title: string }): string {
  // One compiler each: a new schema changes the code of no other one.
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    unicodeRegExp: false,
    code: { source: true, esm: true, lines: true },
  })
  ajv.addSchema(schema as object, schema.title)
  const code = standalone
    .default(ajv, { [`is${schema.title}`]: schema.title })
    .replace(
      /^export const (is\w+) = (\w+);$/gm,
      `export const $1 = $2 as unknown as Validator<${schema.title}>;`,
    )
  if (/\brequire\(/.test(code))
    throw new Error(`The schema ${schema.title} uses a keyword whose generated code needs ajv at run time.`)
  return withNativeLoops(code).replace(/^const (schema\d+) = .*\n/gm, (line, name) =>
    code.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : '',
  )
}

/** A loop that does nothing but ask whether each item is a number, and what stands for its body's one error. */
const numberLoop =
  /^const (len\d+) = (data\d*)\.length;\n(?=for\(let (i\d+)=0; \3<\1; \3\+\+\)\{\nlet (data\d+) = \2\[\3\];\nif\(!\(\(typeof \4 == "number"\) && \(isFinite\(\4\)\)\)\)\{\nconst err\d+ = \{.*\};\nif\(vErrors === null\)\{\n.*\n\}\nelse \{\n.*\n\}\nerrors\+\+;\n\}\n\}\n)/gm

/**
 * Lists of numbers are looked through by the engine itself, and by the loop only to say which item is none: sketches are
 * a hundred thousand numbers, and small jobs end before such a loop is compiled. A copy, because the engine is slow with
 * frozen arrays.
 */
function withNativeLoops(code: string): string {
  return code.replace(
    numberLoop,
    (_, length, list) => `const ${length} = [...${list}].every(Number.isFinite) ? 0 : ${list}.length;\n`,
  )
}

const outputs = new Map([
  ['types.generated.ts', `${header}\n${types.join('\n')}`],
  [
    'validators.generated.ts',
    `${header}${schemas.map(({ module }) => `export * from "./${module}"\n`).join('')}export type * from "./validator.ts"\n`,
  ],
  ...schemas.map(({ module, schema }): [string, string] => [
    module,
    `// @ts-nocheck
${header.replace('this folder', 'the folder above')}import type { ${schema.title} } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

${validatorOf(schema)}
`,
  ]),
])

await mkdir(new URL('validators/', folder), { recursive: true })
/** Of schemas that are gone. */
const orphans = (await readdir(new URL('validators/', folder)))
  .map((name) => `validators/${name}`)
  .filter((name) => !outputs.has(name))

const check = process.argv.includes('--check')
let stale = false
const differs = (name: string) => {
  process.stderr.write(`contracts/${name} differs from the schemas: run \`npm run contracts\` and commit.\n`)
  stale = true
}
for (const name of orphans)
  if (check) differs(name)
  else await rm(new URL(name, folder))
for (const [name, text] of outputs) {
  const url = new URL(name, folder)
  if (!check) await writeFile(url, text)
  else if ((await readFile(url, 'utf8').catch(() => '')) !== text) differs(name)
}
process.exitCode = stale ? 1 : 0
