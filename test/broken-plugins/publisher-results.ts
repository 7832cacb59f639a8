/** Breaks `publisher-results`: it sorts the metrics where they are. */
import { publisher } from './correct.ts'

export default publisher(async ({ metrics }, { url }, { signal }) => {
  const body = () => JSON.stringify((metrics as unknown[]).sort())
  const { status } = await fetch(url, { method: 'POST', signal })
  if (status !== 200) throw new Error(`${url} answered ${status}`)
  body()
})

export const options = { options: { post: (target: { url: string }) => target } }
