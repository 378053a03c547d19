/** Where the browser's storage keeps the way in (`kept.ts`). In a file of its own: what is asked ahead reads it before the panel is there. */
export const KEPT_KEY = 'telaio-entry'
