/** Matrices of independent standard normal numbers, the same for the same seed on every machine: never stored, made anew. */

const kept = new Map<string, Float32Array>()
/** Matrices kept for reuse; each may be some megabytes large. */
const mostKept = 8

/** `rows` × `columns` numbers, row by row. Do not write into it: it is shared. */
export function normalMatrix(seed: number, rows: number, columns: number): Float32Array {
  const key = `${seed} ${rows} ${columns}`
  const known = kept.get(key)
  if (known) return known
  const matrix = new Float32Array(rows * columns)
  const uniform = stream(seed)
  for (let i = 0; i < matrix.length; i += 2) {
    // Box and Muller, 1958.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    const angle = 2 * Math.PI * uniform()
    matrix[i] = radius * Math.cos(angle)
    if (i + 1 < matrix.length) matrix[i + 1] = radius * Math.sin(angle)
  }
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(key, matrix)
  return matrix
}

/** Uniform numbers in [0, 1) from a seed (mulberry32, T. Ettinger, public domain; two draws for 53 bits). */
function stream(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const bits = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  return () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) * 2 ** -53
}
