/**
 * The pretty style of the recorded report files: Jackson's DefaultPrettyPrinter, with doubles as a JVM prints them.
 * Which numbers are doubles and which are integers is the schema's to say, since JavaScript has one type for both.
 */
import { formatDouble } from './double.ts'

/**
 * What {@link formatJson} reads of a JSON Schema (draft-07): `type`, `properties`, `additionalProperties` and `items`
 * when they are schemas, `$ref` within the document (`#/definitions/…`). Other keywords are ignored.
 */
export type ReportSchema = object

type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
}

interface Writer {
  readonly root: Schema
  readonly parts: string[]
  /** Keys and positions down to the value being written, for messages. */
  readonly path: (string | number)[]
}

const deepest = 500

/**
 * JSON text of a value: 2 blanks of indent, `"key" : value`, arrays inline, one trailing newline. Keys keep their order;
 * undefined properties are left out. A number is written as plain digits where the schema says `integer`, as
 * {@link formatDouble} does where it says `number`, as JSON.stringify does where it says nothing.
 * Time and memory grow linearly with the text.
 * @throws {TypeError} naming the path of what JSON cannot hold: NaN, ±Infinity, undefined in an array, bigint, function,
 * Map, typed array or another class's object, more than 500 levels; or a fraction where the schema says `integer`; or
 * a `$ref` that leads nowhere.
 */
export function formatJson(value: unknown, schema: ReportSchema = {}): string {
  const writer: Writer = { root: schema, parts: [], path: [] }
  writeValue(writer, value, follow(writer, schema), '\n')
  writer.parts.push('\n')
  return writer.parts.join('')
}

/** `line` is a newline and the indent of the object around; arrays do not add to it. */
function writeValue(writer: Writer, value: unknown, schema: Schema, line: string): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    writer.parts.push(JSON.stringify(value))
  } else if (typeof value === 'number') {
    writer.parts.push(number(writer, value, numberStyle(schema)))
  } else if (Array.isArray(value)) {
    writeArray(writer, value, follow(writer, schema.items), line)
  } else if (isPlainObject(value)) {
    writeObject(writer, value, schema, line)
  } else throw mistake(writer, `holds ${nameOf(value)}, which JSON cannot`)
}

function writeObject(writer: Writer, object: Record<string, unknown>, schema: Schema, line: string): void {
  const inner = `${line}  `
  let before = '{'
  for (const key of Object.keys(object)) {
    const value = object[key]
    if (value === undefined) continue
    if (before === '{') checkDepth(writer)
    writer.parts.push(`${before}${inner}${JSON.stringify(key)} : `)
    writer.path.push(key)
    writeValue(writer, value, propertySchema(writer, schema, key), inner)
    writer.path.pop()
    before = ','
  }
  writer.parts.push(before === '{' ? '{ }' : `${line}}`)
}

function writeArray(writer: Writer, array: readonly unknown[], items: Schema, line: string): void {
  if (array.length === 0) {
    writer.parts.push('[ ]')
    return
  }
  checkDepth(writer)
  // The engine's own loops are fast from the first call, but not with frozen arrays. Holes become undefined.
  const copy = [...array]
  if (isNumbers(copy)) {
    writer.parts.push('[ ', numbers(writer, copy, numberStyle(items)), ' ]')
    return
  }
  for (let i = 0; i < array.length; i++) {
    writer.parts.push(i === 0 ? '[ ' : ', ')
    writer.path.push(i)
    writeValue(writer, array[i], items, line)
    writer.path.pop()
  }
  writer.parts.push(' ]')
}

/**
 * One string for a whole sketch level: a part per number would hold a million small strings until the end. Levels are
 * sorted, and those of flags hold few numbers: the text of a run is made once.
 */
function numbers(writer: Writer, array: readonly number[], style: NumberStyle): string {
  const texts: string[] = []
  for (let from = 0; from < array.length; ) {
    const x = array[from]!
    const to = endOfRun(array, from)
    writer.path.push(from)
    const text = number(writer, x, style)
    writer.path.pop()
    texts.push(`${text}, `.repeat(to - from - 1) + text)
    from = to
  }
  return texts.join(', ')
}

/** The first place behind `from` with another number. */
function endOfRun(array: readonly number[], from: number): number {
  const x = array[from]!
  let to = from + 1
  // 0 and -0 are equal, and have different texts.
  if (x === 0) while (Object.is(array[to], x)) to++
  else while (array[to] === x) to++
  return to
}

function isNumbers(array: readonly unknown[]): array is readonly number[] {
  return array.every(Number.isFinite)
}

type NumberStyle = 'integer' | 'number' | undefined

function numberStyle({ type }: Schema): NumberStyle {
  if (type === 'number' || type === 'integer') return type
  if (typeof type !== 'object') return undefined
  if (type.includes('number')) return 'number'
  return type.includes('integer') ? 'integer' : undefined
}

function number(writer: Writer, x: number, style: NumberStyle): string {
  if (!Number.isFinite(x)) throw mistake(writer, `is ${x}, which JSON cannot hold`)
  if (style === 'number') return formatDouble(x)
  if (style === undefined) return `${x === 0 ? 0 : x}`
  if (!Number.isInteger(x)) throw mistake(writer, `is ${x} where the schema says integer`)
  return BigInt(x).toString()
}

function propertySchema(writer: Writer, { properties, additionalProperties }: Schema, key: string): Schema {
  if (properties && Object.hasOwn(properties, key)) return follow(writer, properties[key])
  return follow(writer, typeof additionalProperties === 'object' ? additionalProperties : undefined)
}

/** The schema itself, or what its `$ref` leads to. */
function follow(writer: Writer, schema: Schema = {}): Schema {
  let target: Schema = schema
  for (let hops = 0; typeof target.$ref === 'string'; hops++) {
    const found = hops < 100 ? lookUp(writer.root, target.$ref) : undefined
    if (found === undefined) throw mistake(writer, `has a schema whose $ref ${target.$ref} leads nowhere`)
    target = found
  }
  return target
}

function lookUp(root: Schema, ref: string): Schema | undefined {
  const [first, ...keys] = ref.split('/')
  if (first !== '#') return undefined
  let target: unknown = root
  for (const key of keys.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (typeof target !== 'object' || target === null || !Object.hasOwn(target, key)) return undefined
    target = (target as Record<string, unknown>)[key]
  }
  return typeof target === 'object' && target !== null ? target : undefined
}

function checkDepth(writer: Writer): void {
  if (writer.path.length >= deepest) throw mistake(writer, `is nested deeper than ${deepest} levels`)
}

/** Objects of another realm count too: their prototype is that realm's Object.prototype. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'))
  )
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'undefined' : `a ${typeof value}`
  return `an object of class ${value.constructor?.name ?? 'unknown'}`
}

function mistake(writer: Writer, text: string): TypeError {
  const path = writer.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
  return new TypeError(`$${path.length > 200 ? `${path.slice(0, 200)}…` : path} ${text}`)
}
