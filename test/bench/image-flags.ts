/** Flags of Node and of malloc in the image: measurements run the build as the image does. */
import { readFileSync } from 'node:fs'

const dockerfile = readFileSync(new URL('../../images/Dockerfile', import.meta.url), 'utf8')
const [, entrypoint] = /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)!
const words: string[] = JSON.parse(entrypoint!)

/** What stands between Node and its script in the image's entry point. */
export const imageFlags: readonly string[] = words.slice(words.indexOf('/usr/local/bin/node') + 1, -1)

/** The image's setting of malloc. */
export const imageEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  [...dockerfile.matchAll(/\b(MALLOC_\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]),
)
