/** The result of a comparison as a table for a person. Pure. */
import Table from 'cli-table3'
import { type Difference, type Tolerance, tolerances } from './comparison.ts'
import type { Result } from './index.ts'

const mostRows = 40

/**
 * @param all also what is within a tolerance
 */
export function resultText({ same, compared, differences }: Result, all: boolean): string {
  const shown = all ? differences : differences.filter(({ verdict }) => verdict === 'different')
  const lines: string[] = []
  if (shown.length > 0) lines.push(tableOf(all ? shown : shown.slice(0, mostRows)))
  if (!all && shown.length > mostRows)
    lines.push(`… and ${shown.length - mostRows} more: --all shows them, --json for machines`)
  const counts = new Intl.NumberFormat('en-US')
  for (const [file, total] of Object.entries(compared)) {
    const own = differences.filter((each) => each.file === file)
    const count = (verdict: Difference['verdict']) => own.filter((each) => each.verdict === verdict).length
    const equal = total - count('different') - count('tolerated')
    lines.push(
      `${file}: ${counts.format(total)} values compared, ${counts.format(equal)} equal, ${counts.format(count('tolerated'))} within a tolerance, ${counts.format(count('different'))} different`,
    )
  }
  const used = new Set(differences.flatMap(({ tolerance }) => tolerance ?? []))
  for (const name of Object.keys(tolerances) as Tolerance[])
    if (used.has(name)) {
      const number = differences.filter(({ tolerance }) => tolerance === name).length
      lines.push(`  ${counts.format(number)} × ${name}: ${tolerances[name]}`)
    }
  const extra = differences.filter(({ verdict }) => verdict === 'extra').length
  if (extra > 0) lines.push(`  ${counts.format(extra)} × written by one side only, and known to be (--all)`)
  lines.push(same ? 'The same.' : 'The folders differ.')
  return `${lines.join('\n')}\n`
}

function tableOf(differences: readonly Difference[]): string {
  const table = new Table({
    head: ['file', 'feature', 'what', 'A', 'B', 'why'],
    style: { head: [], border: [], compact: true },
    colWidths: [18, 20, 24, 26, 26, 54],
    wordWrap: true,
  })
  for (const { file, feature = '', where, a, b, why = '', tolerance } of differences)
    table.push([
      file.replace(/\.json$/, '').replace('constraint_violations', 'violations'),
      cell(feature),
      cell(where),
      cell(a),
      cell(b),
      cell(tolerance ? `${tolerance}${why ? `: ${why}` : ''}` : why, 600),
    ])
  return table.toString()
}

function cell(value: unknown, longest = 160): string {
  if (value === undefined) return '—'
  // Files of others must not steer the terminal.
  const text = String(value).replaceAll(/\p{Cc}/gu, ' ')
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
