import { createTransport } from 'nodemailer'

export interface Mailer {
  /** Sends one message; throws where the mail server refuses it. */
  readonly send: (message: { readonly to: string; readonly subject: string; readonly text: string }) => Promise<void>
}

/** Sends through an SMTP server. */
export function createMailer(url: string, from: string): Mailer {
  const transport = createTransport(url)
  return {
    send: async (message) => {
      await transport.sendMail({ from, ...message })
    },
  }
}
