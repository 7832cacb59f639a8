/** Breaks `column-names`: it writes names of columns into an ordinary object. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  summarize: ({ rows, longest }) => {
    const result: Record<string, number> = {}
    for (const [name, size] of [...longest].sort()) result[name] = size
    return correct.summarize({ rows, longest: new Map(Object.entries(result)) })
  },
}))
