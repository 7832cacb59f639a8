/** Breaks `publisher-error`: its error says nothing. */
import { publisher } from './correct.ts'

export default publisher(async ({ message }, { url }, { signal }) => {
  const { status } = await fetch(url, { method: 'POST', body: message, signal })
  if (status !== 200) throw new Error('it failed')
})

export const options = { options: { post: (target: { url: string }) => target } }
