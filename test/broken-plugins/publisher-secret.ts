/** Breaks `publisher-secret`: it logs a secret. */
import { publisher } from './correct.ts'

export default publisher(async ({ message }, { url }, { signal, secret, log }) => {
  log.info(`sending with ${secret('TOKEN')}`)
  const { status } = await fetch(url, { method: 'POST', body: message, signal })
  if (status !== 200) throw new Error(`${url} answered ${status}`)
})

export const options = { options: { post: (target: { url: string }) => target } }
