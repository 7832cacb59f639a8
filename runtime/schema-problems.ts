/** Validator errors as sentences for the person who wrote the file. */
import type { ErrorObject } from 'ajv'

/**
 * One line per problem: where (JSON path), what was found, what was expected. At most `most` lines, then a count.
 * @param document the value that was checked, to show what stands at the place
 */
export function schemaProblems(
  errors: readonly ErrorObject[] | null | undefined,
  document: unknown,
  most = 10,
): string[] {
  const lines = new Set<string>()
  for (const error of errors ?? []) lines.add(sentence(error, document))
  const all = [...lines]
  return all.length > most ? [...all.slice(0, most), `and ${all.length - most} more`] : all
}

function sentence(error: ErrorObject, document: unknown): string {
  const keys = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const place =
    keys
      .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
      .join('')
      .replace(/^\./, '') || 'the document'
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'required':
      return `${place} lacks "${params['missingProperty']}"`
    case 'additionalProperties':
      return `${place} has the unknown key "${params['additionalProperty']}"`
    case 'enum':
      return `${place} is ${found(document, keys)}, expected one of ${(params['allowedValues'] as unknown[]).map((v) => JSON.stringify(v)).join(', ')}`
    case 'type':
      return `${place} is ${found(document, keys)}, expected ${([] as unknown[]).concat(params['type']).join(' or ')}`
    default:
      return `${place} is ${found(document, keys)}, ${error.message ?? 'which is not allowed'}`
  }
}

function found(document: unknown, keys: readonly string[]): string {
  let value: unknown = document
  for (const key of keys)
    value =
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined
  const text = JSON.stringify(value) ?? 'absent'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
