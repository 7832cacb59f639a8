/** A JSON object whose keys are taken one by one, so that nothing in it can be overlooked. */
import { quoted } from '../json-text.ts'

/** What the user has to know about a part of the definition. */
export interface Note {
  /** `unsupported` is lost; `changed` means something else or lies elsewhere now; `todo` is the user's; `left` belongs to the service. */
  readonly level: 'unsupported' | 'todo' | 'changed' | 'left'
  /** Path in the definition, or what the note is about. */
  readonly where: string
  readonly text: string
}

/** Takes the keys of an object; what is never taken is reported. */
export class Reader {
  readonly #value: Readonly<Record<string, unknown>>
  readonly #path: string
  readonly #problems: string[]
  readonly #taken = new Set<string>()
  readonly #inner: Reader[] = []

  /** @param path of the object in its file, for messages */
  constructor(value: object, path: string, problems: string[]) {
    this.#value = value as Readonly<Record<string, unknown>>
    this.#path = path
    this.#problems = problems
  }

  get path(): string {
    return this.#path
  }

  has(key: string): boolean {
    return this.#get(key) !== undefined
  }

  /** A text; undefined when it is absent or null. */
  text(key: string): string | undefined {
    return this.#take(key, 'a text', (value) => typeof value === 'string') as string | undefined
  }

  number(key: string): number | undefined {
    return this.#take(key, 'a number', (value) => typeof value === 'number') as number | undefined
  }

  boolean(key: string): boolean | undefined {
    return this.#take(key, 'true or false', (value) => typeof value === 'boolean') as boolean | undefined
  }

  /** Anything; it counts as understood. */
  any(key: string): unknown {
    return this.#take(key, '', () => true)
  }

  texts(key: string): readonly string[] | undefined {
    const isList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string')
    return this.#take(key, 'a list of texts', isList) as readonly string[] | undefined
  }

  pairs(key: string): Readonly<Record<string, string>> {
    const isMap = (value: unknown) =>
      isPlain(value) && Object.values(value).every((item) => typeof item === 'string')
    return (this.#take(key, 'an object of texts', isMap) ?? {}) as Readonly<Record<string, string>>
  }

  /** An object; an empty one when it is absent. */
  object(key: string): Reader {
    const value = this.#take(key, 'an object', isPlain) as object | undefined
    return this.#open(value ?? {}, key)
  }

  objects(key: string): Reader[] {
    const isList = (value: unknown) => Array.isArray(value) && value.every(isPlain)
    const list = this.#take(key, 'a list of objects', isList) as readonly object[] | undefined
    return (list ?? []).map((value, i) => this.#open(value, `${key}[${i}]`))
  }

  /** Keys that describe the service's own records; they are noted. */
  leave(keys: readonly string[], notes: Note[]): void {
    for (const key of keys) {
      this.#taken.add(key)
      if (this.has(key))
        notes.push({ level: 'left', where: this.#where(key), text: JSON.stringify(this.#get(key)) })
    }
  }

  /** All keys that have not been taken yet, as {@link leave} leaves them. */
  leaveRest(notes: Note[]): void {
    for (const { path, value } of this.rest())
      notes.push({ level: 'left', where: path, text: JSON.stringify(value) })
    for (const key of Object.keys(this.#value)) this.#taken.add(key)
  }

  /** Paths of the keys that nobody has taken, of inner objects too, with their values. */
  rest(): { readonly path: string; readonly value: unknown }[] {
    const own = Object.keys(this.#value)
      .filter((key) => !this.#taken.has(key) && this.#get(key) !== undefined)
      .map((key) => ({ path: this.#where(key), value: this.#value[key] }))
    return [...own, ...this.#inner.flatMap((reader) => reader.rest())]
  }

  #open(value: object, key: string): Reader {
    const reader = new Reader(value, this.#where(key), this.#problems)
    this.#inner.push(reader)
    return reader
  }

  #get(key: string): unknown {
    return Object.hasOwn(this.#value, key) ? (this.#value[key] ?? undefined) : undefined
  }

  #take(key: string, expected: string, fits: (value: unknown) => boolean): unknown {
    this.#taken.add(key)
    const value = this.#get(key)
    if (value === undefined || fits(value)) return value
    const found = typeof value === 'string' ? quoted(value) : JSON.stringify(value)
    this.#problems.push(`${this.#where(key)}: expected ${expected}, found ${found}.`)
    return undefined
  }

  #where(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`
  }
}

/** True for an object that is no list. */
export function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
