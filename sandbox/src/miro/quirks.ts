import * as z from 'zod'

const Milliseconds = z.int().min(0).max(600_000)
const Chance = z.number().min(0).max(1)

/** What may become of a REST request, by order or by chance. */
export const faultKinds = ['tooManyRequests', 'serverError', 'serverErrorAfter', 'lost', 'unreachable'] as const
export type FaultKind = (typeof faultKinds)[number]

/**
 * How the real platform misbehaves, a switch each, with its source: § are sections of facts/miro.md, [live] are answers of the real API
 * recorded in public repositories, [?] is settled by no source and the default is the reading that is harder on an app.
 * For all boards by PUT /miro/api-control/quirks, for one board by PUT …/boards/:id/quirks.
 */
const shape = {
  // REST answers
  /** Nothing happens for so long, then the request is carried out. */
  latencyMs: Milliseconds,
  /** Carried out at once, answered so late: the client may have given up (the npm client does after 15 s, §2). */
  lateAnswerMs: Milliseconds,
  /**
   * The next `times` requests of this method whose path holds `path`. `tooManyRequests`: 429 (§4). `serverError`: not carried out, [live] 500 in
   * bursts. `serverErrorAfter`: carried out, then 500. `lost`: carried out, then the connection is cut. `unreachable`: cut before.
   * `late`: carried out, answered `lateMs` later (1 s unless said). The first `after` such requests are let through.
   */
  failing: z.array(
    z.strictObject({
      how: z.enum([...faultKinds, 'late']),
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
      path: z.string().optional(),
      status: z.int().min(500).max(599).optional(),
      times: z.int().min(1).default(1),
      after: z.int().min(0).optional(),
      lateMs: Milliseconds.optional(),
    }),
  ),
  /** The same by chance, decided by `seed` alone and the order of requests; `late` means `lateMs` later. */
  chances: z
    .strictObject({
      seed: z.int(),
      tooManyRequests: Chance.optional(),
      serverError: Chance.optional(),
      serverErrorAfter: Chance.optional(),
      lost: Chance.optional(),
      unreachable: Chance.optional(),
      late: Chance.optional(),
      lateMs: Milliseconds.optional(),
    })
    .nullable(),
  /** Every connection to the API is cut. */
  offline: z.boolean(),

  // What lists show
  /** A list shows new, changed and deleted items so late; a read by id at once (§3: "item index is eventually consistent"). */
  lateIndexMs: Milliseconds,
  /** A bulk's answer is in the order of the request, or in another: sources disagree (§3). */
  bulkOrder: z.enum(['asGiven', 'shuffled']),
  /** Text comes back as paragraphs with entities (§1.7), or as it was given, as [live] for a bare word. */
  contentRewrite: z.enum(['paragraphs', 'asGiven']),

  // Credits
  /** For each user and app, a minute (§4). */
  creditsPerMinute: z.int().min(1),
  /** Of the Web SDK, for the app (§1.7). */
  sdkCreditsPerMinute: z.int().min(1),
  sdkCreditsPerHour: z.int().min(1),

  // Plans and sign-in
  /** On the free plan timer and voting are not usable, and a team has three boards (§1.5, §3, §4). */
  plan: z.enum(['free', 'paid']),
  /** §4: one hour and sixty days. */
  accessTokenSeconds: z.int().min(1),
  refreshTokenSeconds: z.int().min(1),
  /** §4: an authorization code lasts ten minutes. */
  codeSeconds: z.int().min(1),
  /** getIdToken's own life; "short-lived" (§4 [?]). */
  idTokenSeconds: z.int().min(1),
  /** What the app was given in its settings; a token without `boards:write` only reads (§4). */
  scopes: z.array(z.string()),

  // Boards
  /** Removing a frame by API takes its children along; by hand it always does [?]. */
  frameTakesChildren: z.boolean(),

  // Web SDK
  /** Every call takes so long. */
  sdkLatencyMs: Milliseconds,
  /** Calls that fail by order, the next `times` times. */
  sdkFailing: z.array(z.strictObject({ command: z.string(), message: z.string(), times: z.int().min(1) })),
  /** Another app has its panel open: canOpenPanel is false, openPanel does nothing (§4). */
  panelTaken: z.boolean(),
}

export const Quirks = z.strictObject(shape)
export type Quirks = z.infer<typeof Quirks>
export type FaultOrder = Quirks['failing'][number]

/** What is set for the sandbox or one board, over the defaults. */
export const SetQuirks = Quirks.exactPartial()
export type SetQuirks = z.infer<typeof SetQuirks>

export const defaultQuirks: Quirks = {
  latencyMs: 0,
  lateAnswerMs: 0,
  failing: [],
  chances: null,
  offline: false,
  lateIndexMs: 0,
  bulkOrder: 'asGiven',
  contentRewrite: 'paragraphs',
  creditsPerMinute: 100_000,
  sdkCreditsPerMinute: 100_000,
  sdkCreditsPerHour: 1_000_000,
  plan: 'paid',
  accessTokenSeconds: 3600,
  refreshTokenSeconds: 60 * 24 * 3600,
  codeSeconds: 600,
  idTokenSeconds: 300,
  scopes: ['boards:read', 'boards:write', 'identity:read'],
  frameTakesChildren: true,
  sdkLatencyMs: 0,
  sdkFailing: [],
  panelTaken: false,
}
