import * as z from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true')
const address = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''))
const port = z.coerce.number().int().min(0).max(65535)
const secret = z.string().regex(/^[A-Za-z0-9_-]{43,}$/, 'must be at least 32 random bytes in base64url')

/** Every environment variable of the product. All optional; unknown ones are left alone, a bad one stops the start with its name. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('::'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().optional(),
  PUBLIC_URL: address.optional(),
  TOKEN_SECRET: secret.optional(),
  ENCRYPTION_KEY: secret.optional(),
  MIRO_CLIENT_ID: z.string().min(1).optional(),
  MIRO_CLIENT_SECRET: z.string().min(1).optional(),
  MIRO_API_URL: address.default('https://api.miro.com'),
  MIRO_WEB_URL: address.default('https://miro.com'),
  MIRO_SDK_URL: address.default('https://miro.com/app/static/sdk/v2/miro.js'),
  /** Further origins that may show our panels in a frame, separated by spaces. */
  FRAME_ANCESTORS: z.string().default(''),
  ZOOM_CLIENT_ID: z.string().min(1).optional(),
  ZOOM_CLIENT_SECRET: z.string().min(1).optional(),
  ZOOM_WEBHOOK_SECRET: z.string().min(1).optional(),
  OIDC_ISSUER: address.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** A service that speaks OpenAI's /embeddings, or a folder with an ONNX model. */
  EMBEDDINGS_URL: z.union([address, z.string().regex(/^(?!https?:)/)]).optional(),
  EMBEDDINGS_MODEL: z.string().min(1).optional(),
  EMBEDDINGS_KEY: z.string().min(1).optional(),
  /** A folder of typefaces for letters that ours lack: Chinese, Bengali, Ethiopic… */
  FONTS_DIR: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().min(3).default('Telaio <telaio@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** A snapshot is written beside a lab's log after so many commits; opening the lab folds at most about so many. */
  SNAPSHOT_EVERY: z.coerce.number().int().min(1).default(2000),
  /** Trust one proxy's X-Forwarded-* headers. */
  BEHIND_PROXY: flag.default(false),
})

export type Config = z.infer<typeof Environment>

/** A setting that cannot be used: which, why, and what to write instead. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/** Reads the environment. Empty variables count as absent. Throws `BadConfig` that names each bad variable, in Italian and English. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new BadConfig(`Impostazioni da correggere / settings to correct:\n${lines.join('\n')}`)
  }
  if (read.data.DATABASE_URL !== undefined)
    throw new BadConfig(
      'DATABASE_URL: questa versione non usa PostgreSQL; i dati stanno nella cartella DATA_DIR. Togli DATABASE_URL per partire.\n' +
        'DATABASE_URL: this version does not use PostgreSQL; data stand in the directory DATA_DIR. Remove DATABASE_URL to start.',
    )
  const { ZOOM_CLIENT_ID: id, ZOOM_CLIENT_SECRET: key } = read.data
  if ((id === undefined) !== (key === undefined))
    throw new BadConfig('ZOOM_CLIENT_ID e ZOOM_CLIENT_SECRET vanno insieme / ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET go together')
  const { MIRO_CLIENT_ID: app, MIRO_CLIENT_SECRET: appKey } = read.data
  if ((app === undefined) !== (appKey === undefined))
    throw new BadConfig('MIRO_CLIENT_ID e MIRO_CLIENT_SECRET vanno insieme / MIRO_CLIENT_ID and MIRO_CLIENT_SECRET go together')
  return read.data
}

/** Settings that are known and do nothing yet. Somebody who gives one believes that it works. */
const IDLE = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'ZOOM_WEBHOOK_SECRET'] as const

/** What to warn of at the start, in Italian and English; null where there is nothing. */
export function idleSettings(config: Config): string | null {
  const given = IDLE.filter((name) => config[name] !== undefined).join(', ')
  return given === '' ? null : `${given}: impostazioni senza effetto in questa versione / these settings have no effect in this version`
}
