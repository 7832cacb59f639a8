/** The door of the room: lines of bytes → columns, in WebAssembly where there is one, else in TypeScript. */
import { shareMemory, type WebAssemblyApi } from '../../sketches/kernel/index.ts'
import type { Window } from '../../time.ts'
import { kernelModule } from './kernel.generated.ts'
import {
  type BatchColumns,
  fewColumns,
  KernelMemory,
  mostColumns,
  mostUndecided,
  pagesOf,
  type Template,
  templateList,
} from './memory.ts'
import { PlainKernel } from './plain.ts'

export {
  type BatchColumns,
  mostCells,
  mostColumns,
  mostRows,
  Part,
  type Template,
  type TemplatePart,
} from './memory.ts'

/** Why a run stopped: no more lines, the batch is full, or a line is not plain. */
export const Stop = { AtEnd: 0, Full: 1, Unusual: 2 } as const
export type Stop = (typeof Stop)[keyof typeof Stop]

/**
 * What the compiled module (assembly/kernel.ts) and its plain twin (plain.ts) have in common. Positions are addresses in the memory.
 * The run's results are read afterwards; they are valid until the next run.
 */
export interface KernelCode {
  tables(five: number, ten: number, minute: number): void
  columns(
    count: number,
    numbers: number,
    numberStride: number,
    classes: number,
    classStride: number,
    starts: number,
    ends: number,
    spanStride: number,
  ): void
  /** Memory to gather rows of the columns in, so many at a time; 0 for none. Whatever the columns, they come first. */
  tile(at: number, rows: number): void
  rowArrays(lineStarts: number, lineNumbers: number, idStarts: number, idEnds: number, times: number): void
  undecidedList(list: number, most: number): void
  templateList(list: number, count: number): void
  window(start: number, end: number): void
  /** Lines that have the shape of a template. */
  records(from: number, to: number, row: number, most: number): Stop
  /** Lines of CSV. */
  lines(from: number, to: number, row: number, most: number): Stop
  readonly position: { readonly value: number }
  readonly rows: { readonly value: number }
  readonly passed: { readonly value: number }
  readonly outside: { readonly value: number }
  readonly undecided: { readonly value: number }
}

/** A kernel with its memory; one decoder at a time uses it. */
export class Kernel {
  readonly memory: KernelMemory
  readonly code: KernelCode
  readonly wide: boolean
  /** Rows that the columns have room for. */
  rows = 0

  /** @param wide true for tables of more than {@link fewColumns} columns */
  constructor(buffer: ArrayBuffer, code: KernelCode, wide: boolean) {
    this.wide = wide
    this.memory = new KernelMemory(buffer, wide)
    this.code = code
    const { addresses } = this.memory
    code.tables(addresses.powersOfFive, addresses.powersOfTen, addresses.minute)
    code.rowArrays(
      addresses.lineStarts,
      addresses.lineNumbers,
      addresses.idStarts,
      addresses.idEnds,
      addresses.times,
    )
    code.undecidedList(addresses.undecidedCells, mostUndecided)
  }

  /** Arrays for `count` columns of at most `most` rows, undefined when they do not fit. What stood there before is gone. */
  layOut(count: number, most: number): BatchColumns[] | undefined {
    const layout = this.memory.layout(count, most)
    if (layout === undefined) return undefined
    const { numbers, numberStride, classes, classStride, starts, ends, spanStride } = layout
    this.code.columns(count, numbers, numberStride, classes, classStride, starts, ends, spanStride)
    this.code.tile(this.memory.tile, this.memory.tileRows(count))
    this.rows = layout.rows
    return Array.from({ length: count }, (_, column) => this.memory.arrays(layout, column))
  }

  /** What {@link KernelCode.records} looks for; false when it is too much. */
  expect(templates: readonly Template[]): boolean {
    const fits = this.memory.writeTemplates(templates)
    this.code.templateList(templateList, fits ? templates.length : 0)
    return fits
  }

  /** Records outside of it are counted and left out. */
  within({ start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY }: Window): void {
    this.code.window(start, end)
  }
}

const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyApi }
const free: Kernel[] = []
let compiled: object | undefined

/** A kernel that nobody uses, for a table of so many columns as far as they are known; {@link giveBack} it. */
export function takeKernel(columns = mostColumns): Kernel {
  const wide = columns > fewColumns
  const found = free.findIndex((kernel) => kernel.wide === wide)
  if (found >= 0) return free.splice(found, 1)[0]!
  return WebAssembly ? compiledKernel(WebAssembly, wide) : plainKernel(wide)
}

/** Lets somebody else use it: its arrays may change from now on. */
export function giveBack(kernel: Kernel): void {
  free.push(kernel)
}

function compiledKernel({ Module, Memory, Instance }: WebAssemblyApi, wide: boolean): Kernel {
  compiled ??= new Module(Buffer.from(kernelModule, 'base64'))
  const pages = pagesOf(wide)
  const memory = new Memory({ initial: pages, maximum: pages })
  const { exports } = new Instance(compiled, { env: { memory } })
  const kernel = new Kernel(memory.buffer, exports as KernelCode, wide)
  shareMemory(memory, kernel.memory.scratch)
  return kernel
}

/** A kernel in TypeScript: for platforms without WebAssembly, and to compare with. */
export function plainKernel(wide = true): Kernel {
  const buffer = new ArrayBuffer(65536 * pagesOf(wide))
  return new Kernel(buffer, new PlainKernel(buffer), wide)
}
