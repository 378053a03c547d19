import * as z from 'zod'

/** The sandbox mints sign-ins that a product with the same secret believes: it must never stand beside a product that others can reach. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
}

const isLocalAddress = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && isThisMachine(new URL(url).hostname)

const notThisMachine = [
  'PUBLIC_URL non è su questa macchina: la sandbox firma accessi finti, perciò lavora solo accanto a http://localhost, http://*.localhost o http://127.0.0.1.',
  'PUBLIC_URL is not on this machine: the sandbox signs make-believe sign-ins, so it works only beside http://localhost, http://*.localhost or http://127.0.0.1.',
].join('\n')

const notSandboxId = [
  'ZOOM_CLIENT_ID non comincia con "sandbox-": la sandbox non parte accanto alle credenziali vere di Zoom. Avviala con "telaio start", che ne prepara di sue.',
  'ZOOM_CLIENT_ID does not start with "sandbox-": the sandbox does not run beside real Zoom credentials. Start it with "telaio start", which makes its own.',
].join('\n')

const noSecret = [
  'ZOOM_CLIENT_SECRET manca: la prepara "telaio start", una per cartella dei dati.',
  'ZOOM_CLIENT_SECRET is missing: "telaio start" makes one for each data directory.',
].join('\n')

const notSandboxMiroId = [
  'MIRO_CLIENT_ID non comincia con "sandbox-": la sandbox non parte accanto alle credenziali vere di Miro. Avviala con "telaio start", che ne prepara di sue.',
  'MIRO_CLIENT_ID does not start with "sandbox-": the sandbox does not run beside real Miro credentials. Start it with "telaio start", which makes its own.',
].join('\n')

const noMiroSecret = [
  'MIRO_CLIENT_SECRET manca, ma MIRO_CLIENT_ID c’è: servono tutte e due, o nessuna.',
  'MIRO_CLIENT_SECRET is missing while MIRO_CLIENT_ID is there: both are needed, or neither.',
].join('\n')

const Environment = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(0).max(65535).default(3100),
    PUBLIC_URL: z.string().refine(isLocalAddress, notThisMachine).default('http://localhost:3000'),
    ZOOM_CLIENT_ID: z.string({ error: notSandboxId }).startsWith('sandbox-', notSandboxId),
    ZOOM_CLIENT_SECRET: z.string({ error: noSecret }).min(1, noSecret),
    // Without them Miro's half is off.
    MIRO_CLIENT_ID: z.string().startsWith('sandbox-', notSandboxMiroId).optional(),
    MIRO_CLIENT_SECRET: z.string().min(1).optional(),
    SANDBOX_DATA_DIR: z.string().min(1).optional(),
  })
  .refine(({ MIRO_CLIENT_ID: id, MIRO_CLIENT_SECRET: secret }) => (id === undefined) === (secret === undefined), noMiroSecret)

export interface Config {
  readonly port: number
  readonly publicUrl: string
  readonly zoomClientId: string
  readonly zoomClientSecret: string
  /** Null: Miro's half is off. */
  readonly miro: { readonly clientId: string; readonly clientSecret: string } | null
  /** Where Miro's boards outlive a restart; null: they do not. */
  readonly dataDir: string | null
}

export type ConfigOutcome = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly reasons: readonly string[] }

/** Reads the environment once, at start; nothing else in the sandbox looks at it. */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  // An empty variable counts as none.
  const read = Environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!read.success)
    return {
      ok: false,
      reasons: read.error.issues.map((issue) =>
        issue.message.includes('\n') ? issue.message : `${issue.path.join('.')}: ${issue.message}`,
      ),
    }
  const {
    SANDBOX_PORT: port,
    PUBLIC_URL: publicUrl,
    ZOOM_CLIENT_ID: zoomClientId,
    ZOOM_CLIENT_SECRET: zoomClientSecret,
    SANDBOX_DATA_DIR: dataDir = null,
  } = read.data
  const { MIRO_CLIENT_ID: clientId, MIRO_CLIENT_SECRET: clientSecret } = read.data
  const miro = clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret }
  return { ok: true, config: { port, publicUrl, zoomClientId, zoomClientSecret, miro, dataDir } }
}
