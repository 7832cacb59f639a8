/** Doubles as the report files hold them: the text a JVM prints, because the recorded files were written by one. */

/**
 * Text of a double: the shortest digits that read back as the same double, always with a decimal point.
 * Plain notation for 1e-3 ≤ |x| < 1e7 and for zero (`325.0`, `0.001`, `-0.0`), else one digit before the point and an
 * exponent (`9.0E-4`, `1.0E7`); `Infinity`, `-Infinity` and `NaN` by name. Never throws.
 * Source: java.lang.Double.toString as specified since JDK 19 (older JVMs print longer digits for a few values).
 */
export function formatDouble(x: number): string {
  const size = Math.abs(x)
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(x) ? `${x}.0` : `${x}`
  if (size === 0) return Object.is(x, -0) ? '-0.0' : '0.0'
  if (!Number.isFinite(x)) return `${x}`
  return scientific(x)
}

function scientific(x: number): string {
  const shortest = x.toExponential()
  // With one digit the JVM takes the nearest two: 4.9E-324 where JavaScript prints 5e-324.
  const text = shortest.includes('.') ? shortest : x.toExponential(1)
  return text.replace(/e\+?/, 'E')
}
