/** Texts → numbers of tokens, by the files that come with a model. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PlainTensor } from './tensors.ts'

/** Characters that are read per token that is wanted: the rest of a long text cannot matter. */
const charactersPerToken = 32

/** Turns texts into what a model reads. */
export interface TokenReader {
  /** SHA-256 of the file. */
  readonly sha256: string
  /** Numbers of the tokens of a text, special ones included; at most `most`, of which the special ones at the end stay. */
  ids(text: string, most: number): number[]
  /** What fills shorter texts up. */
  readonly padding: number
}

/**
 * Reads `tokenizer.json` (any model of the tokenizers library) or `vocab.txt` (WordPiece as BERT has it: J. Devlin et al., 2019).
 * @param lowercase of vocab.txt
 * @throws Error naming the file and what is wrong with it
 */
export async function openTokenizer(path: string, lowercase: boolean): Promise<TokenReader> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message
    throw new Error(`the tokenizer ${path} cannot be read: ${reason}`)
  })
  const { Tokenizer } = await import('@huggingface/tokenizers')
  try {
    const text = bytes.toString('utf8')
    const rules = path.endsWith('.json') ? JSON.parse(text) : wordPiece(text, lowercase)
    const tokenizer = new Tokenizer(rules, {})
    const encode = (each: string) => tokenizer.encode(each).ids
    const [some, none] = [encode('a'), encode('')]
    const tail = commonEnd(some, none)
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      padding: paddingOf((token) => tokenizer.token_to_id(token)),
      ids(value, most) {
        const found = encode(start(value, most * charactersPerToken))
        if (found.length <= most) return found
        return [...found.slice(0, most - tail), ...found.slice(found.length - tail)]
      },
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `the tokenizer ${path} is neither a tokenizer.json nor a vocab.txt: ${reason.slice(0, 200)}`,
    )
  }
}

/** The rules of BERT's own tokenizer, in the words of tokenizer.json. */
function wordPiece(text: string, lowercase: boolean): object {
  const tokens = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]))
  const special = (content: string) => {
    if (!Object.hasOwn(vocab, content)) throw new Error(`it has no line ${content}`)
    return [content, vocab[content]!] as const
  }
  const [unknown, sep, cls] = [special('[UNK]'), special('[SEP]'), special('[CLS]')]
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [unknown, sep, cls].map(([content, id]) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: { type: 'BertProcessing', sep, cls },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  }
}

function paddingOf(find: (token: string) => number | undefined): number {
  return find('[PAD]') ?? find('<pad>') ?? 0
}

/** How many numbers two lists have in common at their ends. */
function commonEnd(a: readonly number[], b: readonly number[]): number {
  let n = 0
  while (n < Math.min(a.length, b.length) - 1 && a.at(-1 - n) === b.at(-1 - n)) n++
  return n
}

/** The first characters; never half of a pair. */
function start(text: string, characters: number): string {
  return text.length <= characters ? text : text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, '')
}

/**
 * The tensors of some texts, filled up to the same length.
 * @param length of all of them; undefined: of the longest
 * @returns `mask` holds 1 for a token and 0 for filling, `length` numbers per text
 */
export function tokenTensors(
  lists: readonly (readonly number[])[],
  names: readonly { readonly name: string; readonly type: string | undefined }[],
  padding: number,
  length = Math.max(1, ...lists.map((ids) => ids.length)),
): { feeds: Record<string, PlainTensor>; mask: Uint8Array; length: number } {
  const mask = new Uint8Array(lists.length * length)
  const ids = new Float64Array(lists.length * length).fill(padding)
  for (const [row, list] of lists.entries())
    for (const [at, id] of list.entries()) {
      ids[row * length + at] = id
      mask[row * length + at] = 1
    }
  const values = (name: string) =>
    name === 'input_ids' ? ids : name === 'attention_mask' ? mask : new Uint8Array(mask.length)
  const dims = [lists.length, length]
  const feeds = Object.fromEntries(
    names.map(({ name, type }): [string, PlainTensor] => [
      name,
      type === 'int32'
        ? { type: 'int32', dims, data: Int32Array.from(values(name)) }
        : { type: 'int64', dims, data: BigInt64Array.from(Array.from(values(name), BigInt)) },
    ]),
  )
  return { feeds, mask, length }
}
