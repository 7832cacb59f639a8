/** A stream of bytes → its lines. */

import { Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** Characters after which a line is cut in two: what a container prints is not ours to trust. */
const longest = 64 * 1024

/** A stream that hands on each line without its end. The last line may lack one. */
export function lineSink(take: (line: string) => void): Writable {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const add = (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    for (const line of lines) take(line.endsWith('\r') ? line.slice(0, -1) : line)
    if (rest.length <= longest) return
    take(rest)
    rest = ''
  }
  return new Writable({
    write(chunk: Buffer, _, done) {
      add(decoder.write(chunk))
      done()
    },
    final(done) {
      add(decoder.end())
      if (rest !== '') take(rest)
      done()
    },
  })
}
