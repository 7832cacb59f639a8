/** A plot with two logarithmic axes, as SVG. */

/** A line of points, each x and y above 0. */
export interface Series {
  readonly name: string
  readonly points: readonly (readonly [number, number])[]
}

const width = 640
const height = 400
const margin = { left: 70, right: 130, top: 40, bottom: 50 }
const colours = ['#1b6ca8', '#c8553d', '#3a7d44', '#7b4b94', '#b8860b']

/** Powers of ten around the values. */
function decades(values: readonly number[]): number[] {
  const from = Math.floor(Math.log10(Math.min(...values)))
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))))
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** The text of the SVG file. Lines without points are left out. */
export function plot(title: string, xLabel: string, yLabel: string, series: readonly Series[]): string {
  const lines = series.filter(({ points }) => points.length > 0)
  const all = lines.flatMap(({ points }) => points)
  const [xs, ys] = [decades(all.map(([x]) => x)), decades(all.map(([, y]) => y))]
  const place = (value: number, ticks: readonly number[], from: number, to: number) =>
    from + ((Math.log10(value) - ticks[0]!) / (ticks.at(-1)! - ticks[0]!)) * (to - from)
  const x = (value: number) => place(value, xs, margin.left, width - margin.right).toFixed(1)
  const y = (value: number) => place(value, ys, height - margin.bottom, margin.top).toFixed(1)
  const parts = [
    ...xs.map((power) => grid(x(10 ** power), undefined, `10${superscript(power)}`)),
    ...ys.map((power) =>
      grid(undefined, y(10 ** power), `${(10 ** power).toLocaleString('en', { maximumFractionDigits: 9 })}`),
    ),
    ...lines.map(({ name, points }, i) => {
      const colour = colours[i % colours.length]!
      const [lastX, lastY] = points.at(-1)!
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map((point) => `${x(point[0])},${y(point[1])}`).join(' ')}"/>`,
        ...points.map((point) => `<circle cx="${x(point[0])}" cy="${y(point[1])}" r="3" fill="${colour}"/>`),
        `<text x="${Number(x(lastX)) + 8}" y="${Number(y(lastY)) + 4}" fill="${colour}">${escaped(name)}</text>`,
      ].join('\n')
    }),
    `<text x="${margin.left}" y="22" font-size="15">${escaped(title)}</text>`,
    `<text x="${(margin.left + width - margin.right) / 2}" y="${height - 12}" text-anchor="middle">${escaped(xLabel)}</text>`,
    `<text transform="translate(18 ${height / 2}) rotate(-90)" text-anchor="middle">${escaped(yLabel)}</text>`,
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="white"/>
${parts.join('\n')}
</svg>
`
}

function grid(x: string | undefined, y: string | undefined, label: string): string {
  const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom]
  return x === undefined
    ? `<path stroke="#ddd" d="M${left} ${y}H${right}"/><text x="${left - 6}" y="${Number(y) + 4}" text-anchor="end">${label}</text>`
    : `<path stroke="#ddd" d="M${x} ${top}V${bottom}"/><text x="${x}" y="${bottom + 16}" text-anchor="middle">${label}</text>`
}

function superscript(power: number): string {
  return [...String(power)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
