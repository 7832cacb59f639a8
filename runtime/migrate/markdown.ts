/** A comparison plan as a page for a person. Pure. */
import type { ComparisonPlan } from './plan.ts'
import type { Note } from './reader.ts'

const titles: Readonly<Record<Note['level'], string>> = {
  unsupported: 'Not supported or not understood: it is lost',
  todo: 'Yours to do',
  changed: 'Changed',
  left: 'Left with the service',
}

/** PLAN.md */
export function planText({ name, type, steps, same, differs, notes }: ComparisonPlan): string {
  const lines = [
    `# ${name}: the old schedule and byom side by side`,
    '',
    `Kind: ${type}. All commands run in this folder; \`byom.json\` holds the settings, \`request.json\` the job, \`schedule.json\` its times.`,
    '',
  ]
  for (const [level, title] of Object.entries(titles) as [Note['level'], string][]) {
    const own = notes.filter((note) => note.level === level)
    if (own.length === 0) continue
    lines.push(`## ${title}`, '', ...own.map(({ where, text }) => `- \`${where}\`: ${text}`), '')
  }
  lines.push('## Steps', '')
  for (const [i, { title, text, commands }] of steps.entries()) {
    lines.push(`${i + 1}. **${title}.**${text ? ` ${text}` : ''}`, '')
    if (commands.length > 0) lines.push('   ```sh', ...commands.map((line) => `   ${line}`), '   ```', '')
  }
  lines.push('## What will be the same', '', ...same.map((text) => `- ${text}`), '')
  lines.push('## What will differ', '', '| what | why |', '|---|---|')
  lines.push(...differs.map(({ what, why }) => `| ${cell(what)} | ${cell(why)} |`), '')
  return lines.join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
