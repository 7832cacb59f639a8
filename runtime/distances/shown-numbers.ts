/** Numbers as reports and their texts have them. */

/** A probability for a text: `3.1e-7`, `0.042`; `1e-300` stands for all smaller ones. */
export function shownP(p: number): string {
  if (p < 1e-300) return '1e-300'
  return p < 0.001 ? p.toExponential(1) : String(Number(p.toPrecision(2)))
}

/** A share for a text: `4.1 %`. */
export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`
}

/** A number for a report: six digits say all. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6))
}
