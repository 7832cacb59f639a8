/** Clarify's headers of JSON Lines name the features in their list, and often label and prediction after them. */
import { promises } from 'node:fs'
import type { AnalysisConfig } from '../contracts/types.generated.ts'
import { firstFile } from './job-kind.ts'
import { readStart } from './read.ts'

/**
 * The configuration with the headers of the features alone, as many as the first record has. One without such a list, or
 * whose data cannot be read, stays as it is: the plan says what is wrong with a source.
 */
export async function withFeatureHeaders(config: AnalysisConfig, source: string): Promise<AnalysisConfig> {
  const { headers, features, dataset_type: type } = config
  if (!headers?.length || !features || !type?.includes('lines')) return config
  const width = await widthOf(features, source)
  return width > 0 && width < headers.length ? { ...config, headers: headers.slice(0, width) } : config
}

/** Values in the list of features of the first record; 0 when there is no such list. */
async function widthOf(features: string, source: string): Promise<number> {
  try {
    const path = (await promises.stat(source)).isFile() ? source : await firstFile(source)
    if (path === undefined) return 0
    const start = Buffer.from(await readStart(path, path, 1 << 20)).toString('utf8')
    const record = JSON.parse(start.trimStart().split(/\r?\n/, 1)[0]!)
    const { search } = await import('@jmespath-community/jmespath')
    const found: unknown = search(record, features)
    return Array.isArray(found) ? found.length : 0
  } catch {
    return 0
  }
}
