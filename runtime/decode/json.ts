/**
 * JSON bytes → spans, without building objects. Accepts exactly what JSON.parse accepts (a differential test holds it).
 * Every function returns the position after what it read, or -1 when the bytes are not JSON.
 */

/** True when the string that {@link skipString} saw last holds a backslash escape. */
export let escaped = false

/** Skips blanks, tabs and line ends. */
export function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  for (; i < to; i++) {
    const byte = bytes[i]!
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) break
  }
  return i
}

/** Skips the string whose opening quote stands at `from`. */
export function skipString(bytes: Uint8Array, from: number, to: number): number {
  escaped = false
  for (let i = from + 1; i < to; i++) {
    const byte = bytes[i]!
    if (byte === 34) return i + 1
    if (byte < 32) return -1
    if (byte === 92) {
      escaped = true
      const next = bytes[++i]
      if (next === 117) {
        for (let k = 0; k < 4; k++) if (i + 1 >= to || !isHex(bytes[++i]!)) return -1
      } else if (
        i >= to ||
        !(
          next === 34 ||
          next === 92 ||
          next === 47 ||
          next === 98 ||
          next === 102 ||
          next === 110 ||
          next === 114 ||
          next === 116
        )
      )
        return -1
    }
  }
  return -1
}

function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 102)
}

/** Skips a number, `true`, `false` or `null` that starts at `from`. */
function skipLiteral(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from]!
  if (first === 116) return matches(bytes, from, to, 'true')
  if (first === 102) return matches(bytes, from, to, 'false')
  if (first === 110) return matches(bytes, from, to, 'null')
  let i = from
  if (first === 45) i++
  if (i >= to) return -1
  if (bytes[i] === 48) i++
  else if ((i = skipDigits(bytes, i, to)) < 0) return -1
  if (i < to && bytes[i] === 46 && (i = skipDigits(bytes, i + 1, to)) < 0) return -1
  if (i < to && (bytes[i]! | 32) === 101) {
    i++
    if (bytes[i] === 43 || bytes[i] === 45) i++
    if ((i = skipDigits(bytes, i, to)) < 0) return -1
  }
  return i
}

function matches(bytes: Uint8Array, from: number, to: number, word: string): number {
  if (from + word.length > to) return -1
  for (let k = 0; k < word.length; k++) if (bytes[from + k] !== word.charCodeAt(k)) return -1
  return from + word.length
}

function skipDigits(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  while (i < to && bytes[i]! >= 48 && bytes[i]! <= 57) i++
  return i === from ? -1 : i
}

/** Skips the array or object that starts at `from`, checking its grammar; any depth. */
export function skipNested(bytes: Uint8Array, from: number, to: number): number {
  // One character per open bracket instead of recursion: hostile depth must not end the process.
  const open: number[] = []
  let i = from
  for (;;) {
    const byte = bytes[i]!
    if (byte === 123 || byte === 91) {
      open.push(byte)
      i = skipBlanks(bytes, i + 1, to)
      if (i < to && bytes[i] === byte + 2) {
        open.pop()
        i++
      } else {
        if (byte === 123 && (i = skipKey(bytes, i, to)) < 0) return -1
        if (i >= to) return -1
        continue
      }
    } else i = skipScalar(bytes, i, to)
    if (i < 0) return -1
    for (;;) {
      if (open.length === 0) return i
      i = skipBlanks(bytes, i, to)
      if (i >= to) return -1
      const bracket = open[open.length - 1]!
      if (bytes[i] === 44) {
        i = skipBlanks(bytes, i + 1, to)
        if (bracket === 123 && (i = skipKey(bytes, i, to)) < 0) return -1
        if (i >= to) return -1
        break
      }
      if (bytes[i] !== bracket + 2) return -1
      open.pop()
      i++
    }
  }
}

/** Skips a string or literal. */
export function skipScalar(bytes: Uint8Array, from: number, to: number): number {
  return bytes[from] === 34 ? skipString(bytes, from, to) : skipLiteral(bytes, from, to)
}

/** Skips a key, its colon and the blanks around it; `from` is the key's quote. */
function skipKey(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || bytes[from] !== 34) return -1
  return skipColon(bytes, skipString(bytes, from, to), to)
}

/** Skips a colon and the blanks around it. */
export function skipColon(bytes: Uint8Array, from: number, to: number): number {
  if (from < 0) return -1
  const i = skipBlanks(bytes, from, to)
  return i < to && bytes[i] === 58 ? skipBlanks(bytes, i + 1, to) : -1
}
