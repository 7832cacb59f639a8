/** Validator errors as sentences for the person who wrote the file. */
import type { ErrorObject } from 'ajv'
import { quoted } from './json-text.ts'

/** A validator's error, as far as a message needs it. */
export type Problem = Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>

/** Most problems that are listed of one file. */
export const mostProblems = 10

/**
 * One sentence per place: JSON path, what was expected, what was found; at most {@link mostProblems}.
 * @param errors of a generated validator
 * @param root the value that was validated
 */
export function schemaProblems(errors: readonly Problem[] | null | undefined, root: unknown): string[] {
  const places = Map.groupBy(errors ?? [], placeOf)
  return firstFew([...places.values()].map((atOnePlace) => problemText(atOnePlace, root)))
}

/** The first problems of a list, and a word when there are more. */
export function firstFew(problems: readonly string[]): string[] {
  if (problems.length <= mostProblems) return [...problems]
  return [...problems.slice(0, mostProblems), `there are more problems than these ${mostProblems}`]
}

function placeOf({ instancePath, keyword, params }: Problem): string {
  if (keyword === 'required') return `${instancePath}/${params.missingProperty}`
  return keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty}` : instancePath
}

/** @param errors all of one place: a value that fits none of several alternatives has an error for each */
function problemText(errors: readonly Problem[], root: unknown): string {
  const { keyword } = errors[0]!
  const keys = placeOf(errors[0]!).split('/').slice(1)
  const path = `$${keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('')}`
  const name =
    keys[0] === 'features' && keys.length > 2 ? valueAt(root, [...keys.slice(0, 2), 'name']) : undefined
  const where = typeof name === 'string' ? `${path} (feature ${quoted(name)})` : path
  if (keyword === 'required') return `${where} is missing`
  if (keyword === 'additionalProperties') return `${where}: there is no such key`
  // A wrong choice says more than that it is not even a text.
  const choices = errors.some((error) => error.keyword === 'enum')
  const alternatives = errors
    .filter((error) => error.keyword !== 'anyOf' && !(choices && error.params.type === 'string'))
    .map(expectation)
  return `${where}: expected ${[...new Set(alternatives)].join(' or ')}, found ${shown(valueAt(root, keys))}`
}

const typeNames = new Map([
  ['number', 'a number'],
  ['integer', 'an integer'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['object', 'an object'],
  ['array', 'a list'],
  ['null', 'null'],
])

function expectation({ keyword, params }: Problem): string {
  if (keyword === 'type')
    return [params.type]
      .flat()
      .map((type) => typeNames.get(type) ?? type)
      .join(' or ')
  if (keyword === 'enum')
    return (params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(' or ')
  if (keyword === 'minimum') return `a number not below ${params.limit}`
  if (keyword === 'maximum') return `a number not above ${params.limit}`
  if (keyword === 'maxItems') return `at most ${params.limit} items`
  return keyword
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    root,
  )
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
