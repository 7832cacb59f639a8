/** ln Γ(x) for x > 0; relative error below 1e-13 (Stirling's series DLMF 5.11.1 from 10 on, below by recurrence). */
export function logGamma(x: number): number {
  if (x < 10) {
    let product = x
    let y = x + 1
    for (; y < 10; y++) product *= y
    return logGamma(y) - Math.log(product)
  }
  const s = 1 / (x * x)
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / x
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}
