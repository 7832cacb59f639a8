/** Breaks `publisher-abort`: it waits for an answer, whatever happens. */
import { publisher } from './correct.ts'

export default publisher(async ({ message }, { url }) => {
  const { status } = await fetch(url, { method: 'POST', body: message })
  if (status !== 200) throw new Error(`${url} answered ${status}`)
})

export const options = { options: { post: (target: { url: string }) => target } }
