import type { Request } from 'express'
import type { Language } from '@telaio/shared/words'

/** The reader's language: English where the request prefers it, Italian otherwise. */
export const languageOf = (request: Request): Language => (request.acceptsLanguages('it', 'en') === 'en' ? 'en' : 'it')
