/**
 * Loops over numbers in WebAssembly, where there is one; each does what the TypeScript of the sketch that uses it does, bit for bit.
 * A thread has one, with scratch memory of its own: nothing stays there between two calls.
 */
import { kernelModule } from './kernel.generated.ts'

/** Most numbers that are worked on at a time. */
export const mostNumbers = 4096
/** Fewer numbers are done with sooner than they are handed over. */
export const fewestNumbers = 128

/** Where things stand, in bytes; the kernel's own variables lie below. Some loops reach a few numbers past the end. */
const numbers = 1 << 14
const hashes = numbers + 8 * mostNumbers + 64
const table = hashes + 8 * mostNumbers + 64
const end = table + 8 * mostNumbers

/** What the module (assembly/kernel.ts) exports. */
interface KernelCode {
  hash(values: number, n: number, hashes: number): void
  rank(hashes: number, end: number, registers: number): void
  count(hashes: number, end: number, table: number, slots: number, known: number, most: number): number
  readonly counted: { readonly value: number }
}

/** What is used of the global of that name: the types of Node do not have it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

/** The module with its memory. */
export class SketchKernel {
  /** Room for the numbers to work on: those that stand here are not copied first. */
  readonly numbers: Float64Array
  readonly #code: KernelCode
  readonly #hashes: Float64Array
  readonly #registers: Uint8Array
  readonly #table: Float64Array
  /** Hashes that have not been counted yet. */
  #next = hashes
  #end = hashes

  constructor({ Module, Memory, Instance }: WebAssemblyApi) {
    const pages = Math.ceil(end / 65536)
    const memory = new Memory({ initial: pages, maximum: pages })
    const module = new Module(Buffer.from(kernelModule, 'base64'))
    this.#code = new Instance(module, { env: { memory } }).exports as KernelCode
    const { buffer } = memory
    this.numbers = new Float64Array(buffer, numbers, mostNumbers)
    this.#hashes = new Float64Array(buffer, hashes, mostNumbers)
    this.#registers = new Uint8Array(buffer, table, 8 * mostNumbers)
    this.#table = new Float64Array(buffer, table, mostNumbers)
  }

  /** Hashes the first `n` of `values`, at most {@link mostNumbers}; they can be counted until the next call. */
  hash(values: Float64Array, n: number): void {
    let at = values.byteOffset
    if (values.buffer !== this.numbers.buffer) {
      this.#hashes.set(values.length === n ? values : values.subarray(0, n))
      at = hashes
    }
    this.#code.hash(at, n, hashes)
    this.#next = hashes
    this.#end = hashes + 8 * n
  }

  /** Folds all hashes that are left into 2^14 registers. */
  rank(registers: Uint8Array): void {
    this.#registers.set(registers)
    this.#code.rank(this.#next, this.#end, table)
    registers.set(this.#registers.subarray(0, registers.length))
  }

  /**
   * Folds hashes into an open-addressed table of at most {@link mostNumbers} slots, a power of two, that holds `known` and may hold
   * `most` of them; returns how many it holds then. Hashes are left when one found no room: {@link left}.
   */
  count(hashes: Float64Array, known: number, most: number): number {
    this.#table.set(hashes)
    this.#next = this.#code.count(this.#next, this.#end, table, hashes.length, known, most)
    const counted = this.#code.counted.value
    if (counted > known) hashes.set(this.#table.subarray(0, hashes.length))
    return counted
  }

  /** Whether hashes wait to be counted. */
  get left(): boolean {
    return this.#next < this.#end
  }
}

const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyApi }
let kernel: SketchKernel | undefined

/** This thread's kernel; undefined where there is no WebAssembly. */
export function sketchKernel(): SketchKernel | undefined {
  if (kernel === undefined && WebAssembly) kernel = new SketchKernel(WebAssembly)
  return kernel
}

/** An array of at least `length` numbers: where sketches need not copy them, when they fit and are worth it. */
export function roomForNumbers(length: number): Float64Array {
  const room = length < fewestNumbers || length > mostNumbers ? undefined : sketchKernel()?.numbers
  return room ?? new Float64Array(length)
}
