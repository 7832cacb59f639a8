/** Tables in Markdown, and the one that README shows. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'

/** Lines of a Markdown table. */
export function markdown(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

/** Seconds with three digits that count. */
export function seconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** Bytes as megabytes. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

/** What the figures were measured on. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`
}

/**
 * Puts a text between the marks `<!-- NAME -->` and `<!-- end of NAME -->` of a file.
 * @throws Error when the file lacks them
 */
export async function writeBetween(file: string, name: string, text: string): Promise<void> {
  const all = await readFile(file, 'utf8')
  const [from, to] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`]
  const [start, end] = [all.indexOf(from), all.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`${file} has no lines ${from.trim()} and ${to}`)
  await writeFile(file, `${all.slice(0, start + from.length)}${text}${all.slice(end)}`)
}
