import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';

export interface Mail {
  /** Unique and the same at every attempt: the message's id, and the file's name. */
  id: string;
  day: string;
  at: Date;
  to: string;
  subject: string;
  text: string;
}

/** Where mails go. Sending one again with the same id is harmless: the same file, or the same Message-ID. */
export interface MailSink {
  send(mail: Mail): Promise<void>;
  close(): void;
}

const message = (mail: Mail, from: string) => ({
  from,
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  textEncoding: 'base64' as const,
  date: mail.at,
  messageId: `<${mail.id}@${from.split('@')[1] ?? 'closeout'}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Hands mails to a server; nothing waits for ever. */
function smtpSink(url: string, from: string): MailSink {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return {
    send: async (mail) => {
      await transport.sendMail(message(mail, from));
    },
    close: () => transport.close(),
  };
}

/** Writes each mail as one whole .eml file: a half-written one never has the name of a mail. */
function folderSink(folder: string, from: string): MailSink {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (mail) => {
      const composed = await transport.sendMail(message(mail, from));
      await mkdir(folder, { recursive: true });
      const name = path.join(folder, `${mail.day}-${mail.id}.eml`);
      const file = await open(`${name}.part`, 'w', 0o600);
      try {
        await file.writeFile(composed.message as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${name}.part`, name);
    },
    close: () => transport.close(),
  };
}

export const openMailSink = (config: { smtpUrl: string | undefined; mailFrom: string; dataDir: string }): MailSink =>
  config.smtpUrl === undefined
    ? folderSink(path.join(config.dataDir, 'mail'), config.mailFrom)
    : smtpSink(config.smtpUrl, config.mailFrom);
