/** JSON files that people and their tools write. */
import { readFile } from 'node:fs/promises'
import { parseJson } from './json-text.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, expected a file',
  EACCES: 'this user may not read it',
}

/**
 * The value of a JSON file: UTF-8, or UTF-16 as PowerShell redirects output; a byte order mark at the start is let pass.
 * @throws Error with a message for a person that does not name the file; its cause is the system's error, where there is one
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(reasons[error.code ?? ''] ?? error.message, { cause: error })
  })
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  return parseJson(new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes))
}
