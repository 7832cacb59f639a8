/** The fast way through a block: the kernel takes the lines whose shape it knows, the decoder each of the others. */
import type { Window } from '../time.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { type Kernel, Stop, type Template } from './kernel/index.ts'

/** Most shapes of lines that are told apart: they are compared one after the other. */
const mostTemplates = 8
/** Lines of unknown shape from which a shape is learnt; data without any costs no more than this. */
const mostLessons = 64

/** What a decoder does with a line that the kernel does not know. */
export interface SlowLines {
  /** Takes the record that starts at `from`; returns where the next one starts, -1 when it is not complete. */
  record(from: number, to: number, last: boolean): number
  /** Its shape as the line that ends at `to` with a line end, undefined when it has none worth knowing. Not for CSV. */
  template?(from: number, to: number): Template | undefined
  /** Counts a record outside the window. */
  outside?(): void
  /** True when no further record should join the batch. */
  readonly full?: boolean
  /** Hands the batch over, with what is kept for it; default: the builder does. */
  flush?(): void
}

/** Whole lines of blocks that stand in a kernel's memory. */
export class FastLines {
  readonly #kernel: Kernel
  readonly #builder: BatchBuilder
  readonly #slow: SlowLines
  readonly #templates: Template[] = []
  #lessons = 0

  /** @param window what lies outside of it is counted and left out */
  constructor(kernel: Kernel, builder: BatchBuilder, slow: SlowLines, window: Window = {}) {
    this.#kernel = kernel
    this.#builder = builder
    this.#slow = slow
    kernel.expect([])
    kernel.within(window)
  }

  /** True when the bytes of a block stand where the kernel can read them. */
  owns(bytes: Uint8Array): boolean {
    return bytes.buffer === this.#kernel.memory.bytes.buffer
  }

  /**
   * Decodes the complete lines of [from, to), addresses in the kernel's memory, and hands the batch over.
   * @param base where address 0 would stand in the file
   * @returns where the first incomplete record starts
   */
  decode(from: number, to: number, last: boolean, base: number): number {
    const { code, memory } = this.#kernel
    const builder = this.#builder
    const end = memory.bytes.subarray(0, to).lastIndexOf(10) + 1
    const csv = this.#slow.template === undefined
    let i = from
    while (i < to) {
      if (builder.full || this.#slow.full) this.#flush()
      const rows = builder.kernelRows
      if (i < end && rows > builder.length && (csv || this.#templates.length > 0)) {
        const stop = csv
          ? code.lines(i, end, builder.length, rows)
          : code.records(i, end, builder.length, rows)
        builder.commitRun(this.#kernel, base, !csv && this.#slow.outside !== undefined)
        for (let count = code.outside.value; count > 0; count--) this.#slow.outside?.()
        i = code.position.value
        if (stop === Stop.Full) this.#flush()
        if (stop !== Stop.Unusual) continue
      }
      const next = this.#slow.record(i, to, last)
      if (next < 0) break
      if (next <= end && !csv) this.#learn(i, next)
      i = next
    }
    this.#flush()
    return i
  }

  #flush(): void {
    if (this.#slow.flush) this.#slow.flush()
    else this.#builder.flush()
  }

  #learn(from: number, to: number): void {
    if (this.#templates.length >= mostTemplates || this.#lessons >= mostLessons) return
    this.#lessons++
    const template = this.#slow.template!(from, to)
    if (template === undefined) return
    this.#templates.push(template)
    if (!this.#kernel.expect(this.#templates)) {
      this.#templates.pop()
      this.#kernel.expect(this.#templates)
    }
  }
}
