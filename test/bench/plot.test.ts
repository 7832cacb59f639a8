import { expect, test } from 'vitest'
import { plot } from './plot.ts'

test('a plot has a line per series, places on logarithmic axes, and no markup of names', () => {
  const svg = plot('Cost', 'rows', 'seconds', [
    {
      name: 'a < b',
      points: [
        [10, 1],
        [100, 10],
        [1000, 100],
      ],
    },
    { name: 'none', points: [] },
  ])
  expect(svg.match(/<polyline/g)).toHaveLength(1)
  expect(svg).toContain('a &lt; b')
  const places = svg
    .match(/points="([^"]*)"/)![1]!
    .split(' ')
    .map((pair) => pair.split(',').map(Number))
  expect(places).toEqual([
    [70, 350],
    [290, 195],
    [510, 40],
  ])
})
