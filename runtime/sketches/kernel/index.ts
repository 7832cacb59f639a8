/**
 * Loops over columns in WebAssembly, where there is one; each does what the TypeScript of the sketch that uses it does, bit for bit.
 * A kernel works in a memory of columns, if these stand in one, else in its own; what stays there are hashes until they are counted.
 */
import { kernelModule } from './kernel.generated.ts'

/** Most rows that are worked on at a time. */
export const mostNumbers = 4096
/** Fewer numbers are done with sooner than they are handed over. */
export const fewestNumbers = 128

/** What is used of the global of that name: the types of Node do not have it. */
export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

type Memory = InstanceType<WebAssemblyApi['Memory']>

/** What the module (assembly/kernel.ts) exports; all positions are addresses. */
interface KernelCode {
  hash(values: number, n: number, hashes: number): void
  hashTexts(classes: number, starts: number, ends: number, n: number, hashes: number): number
  rank(hashes: number, end: number, registers: number): void
  count(hashes: number, end: number, table: number, slots: number, known: number, most: number): number
  spill(table: number, slots: number, registers: number, hash: number): void
  raise(registers: number, others: number): void
  readonly counted: { readonly value: number }
  countSmall(
    values: number,
    classes: number,
    starts: number,
    ends: number,
    n: number,
    into: number,
    counts: number,
  ): void
  readonly smallRows: { readonly value: number }
  readonly smallNumbers: { readonly value: number }
  readonly smallBytes: { readonly value: number }
  takeFinite(values: number, classes: number, row: number, n: number, into: number, tallies: number): number
  sort(items: number, n: number, other: number, keys: number, places: number, runs: number): number
  thin(items: number, n: number, first: number): void
}

/** The arrays of a column, which all stand in one memory. */
export interface ColumnArrays {
  readonly numbers: Float64Array
  readonly classes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Where things stand behind the beginning of the scratch memory. Loops reach past the end of what they work on. */
const roomBytes = 8 * mostNumbers + 256
const hashesAt = roomBytes
const tableAt = 2 * roomBytes
const countsAt = 3 * roomBytes
const talliesAt = countsAt + 2 * 1024 + 128
const keysAt = talliesAt + 64
const placesAt = keysAt + 4 * mostNumbers + 64
const runsAt = placesAt + 2 * 4096
const registersAt = runsAt + 64
/** Bytes of scratch memory that a kernel needs. */
export const scratchBytes = registersAt + 2 * (1 << 14)
/** A kernel's own variables lie below. */
const ownStart = 1 << 14

/** The module at work in one memory. */
export class SketchKernel {
  /** Room for numbers, which need not be copied when they stand here. */
  readonly numbers: Float64Array
  /** Counts of the integers 0 to 255, in rows of even and of odd number: what {@link countSmall} leaves. */
  readonly counts: Int32Array
  readonly #tallies: Int32Array
  readonly #code: KernelCode
  readonly #buffer: ArrayBuffer
  readonly #at: number
  readonly #hashes: Float64Array
  readonly #registers: Uint8Array
  readonly #others: Uint8Array
  readonly #table: Float64Array
  /** Hashes that have not been counted yet. */
  #next = 0
  #end = 0

  constructor(module: object, memory: Memory, at: number, { Instance }: WebAssemblyApi) {
    const { buffer } = memory
    this.#code = new Instance(module, { env: { memory } }).exports as KernelCode
    this.#buffer = buffer
    this.#at = at
    this.numbers = new Float64Array(buffer, at, mostNumbers)
    this.counts = new Int32Array(buffer, at + countsAt, 512)
    this.#tallies = new Int32Array(buffer, at + talliesAt, 5)
    this.#hashes = new Float64Array(buffer, at + hashesAt, mostNumbers)
    this.#registers = new Uint8Array(buffer, at + registersAt, 1 << 14)
    this.#others = new Uint8Array(buffer, at + registersAt + (1 << 14), 1 << 14)
    this.#table = new Float64Array(buffer, at + tableAt, mostNumbers)
  }

  /** Hashes the first `n` of `values`, at most {@link mostNumbers}; they can be counted until the next call. */
  hash(values: Float64Array, n: number): void {
    const hashes = this.#at + hashesAt
    const here = values.buffer === this.#buffer
    if (!here) this.#hashes.set(values.length === n ? values : values.subarray(0, n))
    this.#code.hash(here ? values.byteOffset : hashes, n, hashes)
    this.#next = hashes
    this.#end = hashes + 8 * n
  }

  /**
   * Hashes the texts among the first `n` rows of a column of this memory that are neither missing nor numbers, whose spans are
   * addresses; false when the bytes of one stand elsewhere.
   */
  hashTexts({ classes, starts, ends }: ColumnArrays, n: number): boolean {
    const hashes = this.#at + hashesAt
    const count = this.#code.hashTexts(classes.byteOffset, starts.byteOffset, ends.byteOffset, n, hashes)
    this.#next = hashes
    this.#end = hashes + 8 * count
    return count >= 0
  }

  /** Folds all hashes that are left into 2^14 registers. */
  rank(registers: Uint8Array): void {
    this.#registers.set(registers)
    this.#code.rank(this.#next, this.#end, this.#at + registersAt)
    registers.set(this.#registers)
  }

  /** Folds a table of {@link count} into registers. */
  spill(hashes: Float64Array, registers: Uint8Array): void {
    const at = this.#at
    this.#table.set(hashes)
    this.#registers.set(registers)
    this.#code.spill(at + tableAt, hashes.length, at + registersAt, at + runsAt)
    registers.set(this.#registers)
  }

  /** Raises registers to others where these are larger. */
  raise(registers: Uint8Array, others: Uint8Array): void {
    this.#registers.set(registers)
    this.#others.set(others)
    this.#code.raise(this.#at + registersAt, this.#at + registersAt + (1 << 14))
    registers.set(this.#registers)
  }

  /**
   * Folds hashes into an open-addressed table of at most {@link mostNumbers} slots, a power of two, that holds `known` and may hold
   * `most` of them; returns how many it holds then. Hashes are left when one found no room: {@link left}.
   */
  count(hashes: Float64Array, known: number, most: number): number {
    this.#table.set(hashes)
    const table = this.#at + tableAt
    this.#next = this.#code.count(this.#next, this.#end, table, hashes.length, known, most)
    const counted = this.#code.counted.value
    if (counted > known) hashes.set(this.#table.subarray(0, hashes.length))
    return counted
  }

  /** Whether hashes wait to be counted. */
  get left(): boolean {
    return this.#next < this.#end
  }

  /**
   * Counts the integers from 0 to 255 of the leading ones of the first `n` rows that hold nothing else but may be missing, into
   * {@link counts}, and leaves them in {@link numbers}. The column's arrays stand in this memory.
   * @returns those rows, the integers in them and the bytes of their texts
   */
  countSmall({ numbers, classes, starts, ends }: ColumnArrays, n: number) {
    const code = this.#code
    code.countSmall(
      numbers.byteOffset,
      classes.byteOffset,
      starts.byteOffset,
      ends.byteOffset,
      n,
      this.#at,
      this.#at + countsAt,
    )
    return { rows: code.smallRows.value, count: code.smallNumbers.value, bytes: code.smallBytes.value }
  }

  /**
   * Adds the finite numbers among the rows [row, n) to the first `count` of {@link numbers}, and the rows to `tallies`, one for each
   * class; returns how many numbers there are then.
   */
  takeFinite(
    { numbers, classes }: Pick<ColumnArrays, 'numbers' | 'classes'>,
    row: number,
    n: number,
    count: number,
    tallies: Int32Array,
  ): number {
    const into = this.#at + 8 * count
    this.#tallies.fill(0)
    count += this.#code.takeFinite(numbers.byteOffset, classes.byteOffset, row, n, into, this.#at + talliesAt)
    for (let i = 0; i < tallies.length; i++) tallies[i]! += this.#tallies[i]!
    return count
  }

  /**
   * Every other one of two to {@link mostNumbers} numbers in ascending order, -0 before 0, from the `first` (0 or 1) on: at the start
   * of an array that is valid until the next call. An even number of them. Undefined when they are not spread well, nor a few
   * ascending runs.
   */
  everyOther(values: Float64Array, first: number): Float64Array | undefined {
    this.#hashes.set(values)
    const at = this.#at
    const sorted = this.#code.sort(
      at + hashesAt,
      values.length,
      at + tableAt,
      at + keysAt,
      at + placesAt,
      at + runsAt,
    )
    if (!sorted) return undefined
    this.#code.thin(at + hashesAt, values.length, first)
    return this.#hashes
  }
}

const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyApi }
let compiled: object | undefined
let own: SketchKernel | undefined
/** Memories of columns, and the kernels in those that were asked for. */
const shared = new WeakMap<ArrayBufferLike, { memory: Memory; at: number; kernel?: SketchKernel }>()

/** Lets sketches work where columns stand. @param at start of {@link scratchBytes} that nobody else uses */
export function shareMemory(memory: Memory, at: number): void {
  shared.set(memory.buffer, { memory, at })
}

/** The kernel of the memory that holds an array, undefined when there is none. */
export function kernelAt({ buffer }: Float64Array): SketchKernel | undefined {
  const place = shared.get(buffer)
  if (place === undefined || WebAssembly === undefined) return undefined
  place.kernel ??= new SketchKernel(moduleOf(WebAssembly), place.memory, place.at, WebAssembly)
  return place.kernel
}

/** A kernel for arrays wherever they stand, undefined where there is no WebAssembly. */
export function anyKernel(): SketchKernel | undefined {
  if (own === undefined && WebAssembly) {
    const pages = Math.ceil((ownStart + scratchBytes) / 65536)
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    own = new SketchKernel(moduleOf(WebAssembly), memory, ownStart, WebAssembly)
  }
  return own
}

function moduleOf({ Module }: WebAssemblyApi): object {
  compiled ??= new Module(Buffer.from(kernelModule, 'base64'))
  return compiled
}
