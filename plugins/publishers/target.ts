/** Options → address and headers of a request, and the texts that must not show up in any message. */
import type { PublisherHost } from '../../runtime/plugin.ts'

/** A text of the config file, or the name of the environment variable that holds it. */
export type Text = string | { readonly environment: string }

/** What every publisher that uses the network can be told. */
export interface NetworkOptions {
  readonly headers?: Readonly<Record<string, Text>>
  readonly timeoutSeconds: number
  readonly retries: number
}

/** Where a request goes. */
export interface Target {
  /** Without user name and password, which became a header. */
  readonly url: URL
  /** What messages call it: no credentials, no query, and no path when the URL came out of the environment. */
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  /** Replaces everything secret in a text that came back. */
  redact(text: string): string
}

const environmentName = {
  type: 'object',
  description: 'Takes the text out of this environment variable.',
  required: ['environment'],
  properties: { environment: { type: 'string', minLength: 1 } },
  additionalProperties: false,
}

/** JSON Schema of a URL option. */
export const urlOption = { anyOf: [{ type: 'string', pattern: '^https?://' }, environmentName] }

/** JSON Schemas of NetworkOptions. */
export const networkOptions = {
  headers: {
    type: 'object',
    description: 'Headers of the request; a value may name an environment variable: {"environment": "NAME"}.',
    propertyNames: { type: 'string', pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" },
    additionalProperties: { anyOf: [{ type: 'string' }, environmentName] },
  },
  timeoutSeconds: {
    type: 'number',
    description: 'For connecting, for the answer to begin, and between two parts of it.',
    exclusiveMinimum: 0,
    maximum: 600,
    default: 10,
  },
  retries: {
    type: 'integer',
    description: 'After network errors and the statuses 408, 429 and 5xx.',
    minimum: 0,
    maximum: 10,
    default: 3,
  },
}

/**
 * @param path appended to the path of the URL, unless it ends so already
 * @throws Error for an unset environment variable, and for a URL that is none
 */
export function openTarget(
  address: Text,
  { headers: given = {} }: Pick<NetworkOptions, 'headers'>,
  host: Pick<PublisherHost, 'secret'>,
  path = '',
): Target {
  const url = parseUrl(address, host)
  const headers = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [name.toLowerCase(), readHeader(name, text, host)]),
  )
  const login = loginOf(url)
  if (login && !('authorization' in headers))
    headers['authorization'] = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
  const hidden = typeof address === 'string' ? [] : [url.pathname, ...url.pathname.split('/')]
  const secrets = [
    ...hidden,
    url.search,
    ...url.searchParams.values(),
    ...(login ? [login.user, login.password, url.username, url.password] : []),
    ...Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]),
  ]
  url.username = ''
  url.password = ''
  url.hash = ''
  if (!url.pathname.endsWith(path)) url.pathname = url.pathname.replace(/\/*$/, path)
  const name = typeof address === 'string' ? publicUrl(url) : `${url.origin} (${address.environment})`
  return { url, name, headers, redact: (text) => withoutSecrets(text, secrets) }
}

/** The text itself, or the value of the variable that it names. @throws Error when that is not set */
export function readText(text: Text, host: Pick<PublisherHost, 'secret'>): string {
  if (typeof text === 'string') return text
  const value = host.secret(text.environment)
  if (!value) throw new Error(`the environment variable ${text.environment} is not set`)
  return value
}

/** A URL without credentials and query, which may hold some. */
export function publicUrl({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}

function parseUrl(address: Text, host: Pick<PublisherHost, 'secret'>): URL {
  const url = URL.parse(readText(address, host).trim())
  if (url && /^https?:$/.test(url.protocol)) return url
  const place = typeof address === 'string' ? 'the option' : `the environment variable ${address.environment}`
  // Not the text itself: it may hold a password.
  throw new Error(`${place} holds no http or https URL`)
}

function readHeader(name: string, text: Text, host: Pick<PublisherHost, 'secret'>): string {
  const value = readText(text, host).trim()
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
    throw new Error(
      `the value of the header ${name} has a line break or another character that headers cannot hold`,
    )
  return value
}

function loginOf({ username, password }: URL): { user: string; password: string } | undefined {
  if (username === '' && password === '') return undefined
  return { user: decode(username), password: decode(password) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Texts of fewer than four characters are no secrets, and would blank out half of a message. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
}
