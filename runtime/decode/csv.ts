/** CSV bytes → fields: RFC 4180 with CRLF or LF, quoted fields with doubled quotes and newlines inside. */

/** Start and end of each field of the record that {@link splitRecord} saw last: `[start0, end0, start1, …]`. */
export let spans = new Int32Array(256)
/** Number of its fields. */
export let fieldCount = 0
/** Where the quote stands that made the last record {@link unclosed}. */
export let openQuote = 0

/** The record has no end within the bytes at hand. */
export const incomplete = -1
/** A quoted field has no end within the bytes at hand. */
export const unclosed = -2

/**
 * Splits the record that starts at `from`. Doubled quotes are undone in place, so the bytes must be the caller's own.
 * @param to end of the bytes at hand
 * @param last true when nothing follows them: the end ends the record
 * @param raw true to leave the bytes, and the quotes in them, as they are
 * @returns where the next record starts, or {@link incomplete}, or {@link unclosed}
 */
export function splitRecord(bytes: Uint8Array, from: number, to: number, last: boolean, raw = false): number {
  let i = from
  let count = 0
  let quoted = false
  for (;;) {
    if (2 * count + 2 > spans.length) grow()
    let start = i
    let end: number
    if (bytes[i] === 34 && i < to) {
      start = ++i
      let doubled = false
      for (;;) {
        i = bytes.indexOf(34, i)
        if (i < 0 || i >= to) {
          openQuote = start - 1
          return unclosed
        }
        if (bytes[i + 1] !== 34 || i + 1 >= to) break
        doubled = true
        i += 2
      }
      end = i++
      if (i < to && bytes[i] === 13 && (bytes[i + 1] === 10 || (i + 1 >= to && last))) i++
      if (i < to && bytes[i] !== 44 && bytes[i] !== 10) {
        // Text after the closing quote: the field is taken as it stands, quotes included.
        start--
        while (i < to && bytes[i] !== 44 && bytes[i] !== 10) i++
        end = bytes[i - 1] === 13 && (i >= to || bytes[i] === 10) ? i - 1 : i
      } else if (doubled) {
        end = ~end
        quoted = true
      }
    } else {
      let byte = 0
      while (i < to && (byte = bytes[i]!) !== 44 && byte !== 10) i++
      end = i
      if (end > start && bytes[end - 1] === 13 && (byte === 10 || i >= to)) end--
    }
    if (i >= to && !last) return incomplete
    spans[2 * count] = start
    spans[2 * count + 1] = end
    count++
    if (i >= to || bytes[i] === 10) break
    i++
  }
  fieldCount = count
  if (quoted)
    for (let f = 0; f < count; f++)
      if (spans[2 * f + 1]! < 0)
        spans[2 * f + 1] = raw ? ~spans[2 * f + 1]! : undouble(bytes, spans[2 * f]!, ~spans[2 * f + 1]!)
  return Math.min(i + 1, to)
}

function grow(): void {
  const wider = new Int32Array(spans.length * 2)
  wider.set(spans)
  spans = wider
}

function undouble(bytes: Uint8Array, start: number, end: number): number {
  let into = start
  for (let i = start; i < end; i++) {
    bytes[into++] = bytes[i]!
    if (bytes[i] === 34) i++
  }
  return into
}

/** True when the record that was split last is an empty line, which is no record; `""` is one. */
export function isBlank(bytes: Uint8Array): boolean {
  return fieldCount === 1 && spans[0] === spans[1] && bytes[spans[0]!] !== 34
}
