/** Real texts in topics: the files of Debian's package fortunes, unpacked into a folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Texts per topic, without duplicates; topics of fewer than 50 texts are left out. */
export function fortunes(folder: string): Map<string, string[]> {
  const topics = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const name of readdirSync(folder).sort()) {
    if (name.includes('.')) continue
    let text: string
    try {
      text = readFileSync(join(folder, name), 'utf8')
    } catch {
      continue
    }
    const texts = text
      .split(/\n%\n/)
      .map((each) => each.trim())
      .filter((each) => each.length > 20 && !seen.has(each))
    for (const each of texts) seen.add(each)
    if (texts.length >= 50) topics.set(name, texts)
  }
  return topics
}
