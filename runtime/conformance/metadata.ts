/** Names, versions and options schemas: what users read and write before anything runs. */
import { Ajv, type ErrorObject } from 'ajv'
import { apiVersion, type Exactness, type OptionsSchema, type Plugin } from '../plugin.ts'
import { type Check, Failure, thrownText } from './check.ts'

/** A part of a plugin with its metadata. */
export interface Described {
  readonly kind: 'analyzer' | 'sampler' | 'logger' | 'publisher'
  readonly part: {
    readonly name: string
    readonly description: string
    readonly options: OptionsSchema
    readonly version?: number
    readonly exactness?: Exactness
  }
  /** As the author gave them to the kit. */
  readonly given: object
}

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

function wrong(problem: string, path: string, expected: unknown, found: unknown, fix: string): never {
  throw new Failure({ given: 'its metadata', problem, path, expected, found, fix })
}

function checkNamed({ name, description }: { name: string; description: string }, fix: string): void {
  if (typeof name !== 'string' || !namePattern.test(name))
    wrong('the name is malformed', '$.name', 'lower-case words joined by hyphens', name, fix)
  if (typeof description !== 'string' || description.trim().length < 10)
    wrong('there is no description', '$.description', 'a sentence for the plugin table', description, fix)
}

function plugin({ ...plugin }: Plugin): undefined {
  const fix = 'correct the object given to definePlugin'
  checkNamed(plugin, fix)
  if (plugin.apiVersion !== apiVersion)
    wrong('it is written for another API', '$.apiVersion', apiVersion, plugin.apiVersion, fix)
  if (!/^\d+\.\d+\.\d+/.test(plugin.version))
    wrong('the version is malformed', '$.version', '1.0.0', plugin.version, fix)
  for (const kind of ['analyzers', 'samplers', 'loggers', 'publishers'] as const) {
    const names = (plugin[kind] ?? []).map(({ name }) => name)
    const twice = names.find((name, i) => names.indexOf(name) !== i)
    if (twice !== undefined) wrong(`two ${kind} share a name`, `$.${kind}`, 'different names', twice, fix)
  }
}

const methods = {
  analyzer: ['init', 'update', 'merge', 'summarize'],
  sampler: [],
  logger: ['open'],
  publisher: ['publish'],
} as const

function part({ kind, part }: Described): undefined {
  const fix = `correct the object of the ${kind}`
  checkNamed(part, fix)
  const functions = part as unknown as Record<string, unknown>
  for (const method of methods[kind])
    if (typeof functions[method] !== 'function')
      wrong('a method is missing', `$.${method}`, 'a function', functions[method], fix)
  if (kind === 'sampler' && !functions['keep'] && !(functions['priority'] && functions['limit']))
    wrong('it cannot sample', '$.keep', 'keep, or priority and limit', undefined, fix)
  if (kind !== 'analyzer') return
  if (!Number.isSafeInteger(part.version))
    wrong('the version is malformed', '$.version', 'a whole number', part.version, fix)
  const { exactness } = part
  const share = typeof exactness === 'object' ? Object.values(exactness)[0] : undefined
  const known = exactness === 'exact' || (typeof share === 'number' && share > 0 && share < 1)
  if (!known)
    wrong(
      'the exactness is malformed',
      '$.exactness',
      "'exact', {relative: x} or {sketch: x}, 0 < x < 1",
      exactness,
      fix,
    )
}

/** Options as the host completes them. */
export function withDefaults(schema: OptionsSchema, given: object = {}): object {
  const defaults = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    'default' in property ? [[name, property.default]] : [],
  )
  return { ...structuredClone(Object.fromEntries(defaults)), ...structuredClone(given) }
}

function optionsSchema({ part: { options: schema }, given }: Described): undefined {
  const fix = 'correct `options`, the JSON Schema (draft-07) of what a user may set'
  const fail = (problem: string, cause?: unknown): never => {
    throw new Failure({ given: 'its options schema', problem, fix, ...(cause ? { cause } : {}) })
  }
  const compiled = (json: object) => {
    try {
      return new Ajv({ allErrors: true }).compile(json)
    } catch (error) {
      return fail(`it is not a valid schema: ${thrownText(error)}`, error)
    }
  }
  if (schema?.type !== 'object') fail("it must be a schema with type: 'object'")
  const validate = compiled(schema)
  const defaults = withDefaults(schema)
  const withoutRequired = compiled({ ...schema, required: [] })
  withoutRequired(defaults)
  // What is wrong at the root is missing rather than wrong: a user must say it.
  const wrongDefaults = (withoutRequired.errors ?? []).filter(({ instancePath }) => instancePath !== '')
  if (wrongDefaults.length > 0) fail(`a default is not valid: ${texts(wrongDefaults)}`)
  const options = withDefaults(schema, given)
  if (!validate(options))
    fail(
      `the options are not valid: ${texts(validate.errors)}; give those without a default to the kit: { options: { name: … } }`,
    )
  const extra = schema['additionalProperties']
  const documented = typeof extra === 'object' && extra !== null && 'description' in extra
  if (!documented && validate({ ...options, 'no-such-option': 1 }))
    fail(
      'an unknown option is accepted: write additionalProperties: false, or a schema of them with a description',
    )
}

function texts(errors: readonly ErrorObject[] | null | undefined): string {
  return (errors ?? [])
    .map(({ instancePath, message }) => `$${instancePath.replaceAll('/', '.')} ${message}`)
    .join('; ')
}

export const pluginChecks: readonly Check<Plugin>[] = [
  { id: 'metadata', title: 'metadata of the plugin is complete', run: plugin },
]

export const describedChecks: readonly Check<Described>[] = [
  { id: 'metadata', title: 'metadata is complete', run: part },
  {
    id: 'options-schema',
    title: 'options schema is valid, defaults too, unknown options refused',
    run: optionsSchema,
  },
]
