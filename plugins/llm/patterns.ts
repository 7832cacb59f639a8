/** Phrases by which a refusal and an attack on a prompt are known, in some languages. Counted, never reported. */

/** Characters of a response in which a refusal stands, and of a prompt in which an attack is looked for. */
const refusalStart = 400
const attackLength = 20_000

const refusals =
  /\b(?:i(?:['’]m| am) (?:sorry|afraid|unable|not able)|i (?:can(?:['’]t|not)|won['’]t|could not) (?:help|assist|comply|provide|do that|answer|discuss|fulfill)|as an ai\b|i must decline|against my (?:guidelines|policy)|ich kann (?:ihnen |dir )?(?:dabei |damit |das )?(?:leider )?nicht|es tut mir leid|je (?:suis désolé|ne peux pas)|désolée?,|lo siento|no puedo (?:ayudar|responder|hacer)|mi dispiace|non posso (?:aiutar|rispond)|desculpe|não posso (?:ajudar|responder))/i

const attacks =
  /\b(?:(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}(?:previous|prior|above|earlier|system)\s+(?:\w+\s+){0,2}(?:instructions?|prompts?|rules?|messages?)|(?:reveal|print|show|repeat|output)\s+(?:\w+\s+){0,3}(?:system prompt|initial instructions|hidden instructions)|you are now (?:in )?(?:dan\b|developer mode|an? unrestricted)|(?:developer|jailbreak|god) mode|do anything now|without (?:any )?(?:restrictions|filters|censorship)|ignorier(?:e|en sie)\s+(?:\w+\s+){0,3}(?:anweisungen|regeln)|ignore[zr]?\s+(?:\w+\s+){0,3}(?:instructions|règles)\s+précédentes|ignora\s+(?:\w+\s+){0,3}(?:instrucciones|istruzioni))|<\|im_(?:start|end)\|>|\[\/?INST\]/i

/** True when a response begins like a refusal. */
export function isRefusal(response: string): boolean {
  return refusals.test(response.slice(0, refusalStart))
}

/** True when a prompt reads like an attempt to get around instructions. */
export function isInjection(prompt: string): boolean {
  return attacks.test(prompt.slice(0, attackLength))
}

/** True when a prompt asks for JSON. */
export function asksForJson(prompt: string): boolean {
  return /\bJSON\b/i.test(prompt.slice(-attackLength))
}

/** True when a text is JSON, bare or in one fenced block. */
export function isJson(text: string): boolean {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/i.exec(text)
  const inner = (fenced?.[1] ?? text).trim()
  if (!/^[[{]/.test(inner)) return false
  try {
    JSON.parse(inner)
    return true
  } catch {
    return false
  }
}

/** True when a response stops in the middle: no closing punctuation after some words. */
export function isCutOff(response: string): boolean {
  const end = response.trimEnd().slice(-1)
  return response.length > 80 && /[\p{L}\p{N},;:(-]/u.test(end)
}
