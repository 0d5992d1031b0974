import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_API_SETTINGS } from './api-settings.ts';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: path.resolve(import.meta.dirname, '../../../.data'),
      databaseUrl: undefined,
      demo: true,
      demoPassword: 'closeout-demo',
      worker: true,
      warningsAt: '07:30',
      smtpUrl: undefined,
      mailFrom: 'closeout@localhost.localdomain',
      publicUrl: undefined,
      api: DEFAULT_API_SETTINGS,
    });
  });

  test('reads the proxies as a list', () => {
    expect(readConfig({}).api.trustedProxies).toEqual([]);
    const { api } = readConfig({ TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8 , fd00::/8' });
    expect(api.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
  });

  test('takes an empty value for a setting that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readConfig({}));
  });

  test.each([
    ['PORT', '65536', 'The setting PORT is "65536"; accepted: a whole number from 0 to 65535 (0 takes any free port).'],
    ['PORT', '80a', 'The setting PORT is "80a"; accepted: a whole number from 0 to 65535 (0 takes any free port).'],
    ['PORT', '-1', 'The setting PORT is "-1"; accepted: a whole number from 0 to 65535 (0 takes any free port).'],
    ['HOST', 'a b', 'The setting HOST is "a b"; accepted: an IP address or a host name, such as 127.0.0.1 or 0.0.0.0.'],
    ['DEMO', 'no', 'The setting DEMO is "no"; accepted: on or off.'],
    [
      'WARNINGS_AT',
      '24:00',
      'The setting WARNINGS_AT is "24:00"; accepted: a time of day in Asia/Shanghai, such as 07:30.',
    ],
    [
      'IDEMPOTENCY_HOURS',
      '0',
      'The setting IDEMPOTENCY_HOURS is "0"; accepted: a whole number from 1 to 720 (hours for which a write’s answer is kept for repeats with its Idempotency-Key; 24 unless set).',
    ],
    ...['10.0.0.7, proxy', '10.0.0.0/33', '10.0.0.0/0', '1', '10.0.0.1/8/8'].map((value) => [
      'TRUSTED_PROXIES',
      value,
      `The setting TRUSTED_PROXIES is "${value}"; accepted: addresses or networks of the proxies whose X-Forwarded-For is believed, such as 10.0.0.7, 172.16.0.0/12 (none unless set).`,
    ]),
    ['MAIL_FROM', 'me', 'The setting MAIL_FROM is "me"; accepted: a mail address.'],
    [
      'SMTP_URL',
      'http://u:secret@h',
      'The setting SMTP_URL is not usable; accepted: smtp://USER:PASSWORD@HOST:PORT or smtps://….',
    ],
    ['DEMO_PASSWORD', 'short', 'The setting DEMO_PASSWORD is not usable; accepted: 8 to 128 characters.'],
    [
      'DATABASE_URL',
      'mysql://u:secret@h/d',
      'The setting DATABASE_URL is not usable; accepted: postgresql://USER:PASSWORD@HOST:PORT/DATABASE.',
    ],
    [
      'DATABASE_URL',
      'postgresql://u:secret@h/',
      'The setting DATABASE_URL is not usable; accepted: postgresql://USER:PASSWORD@HOST:PORT/DATABASE.',
    ],
  ])('refuses %s=%s in one line', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${RegExp.escape(message)}$`));
  });

  test('names every wrong setting at once', () => {
    const complain = () => readConfig({ PORT: 'x', DEMO: 'y' });
    expect(complain).toThrow(/^The setting PORT is "x".*\nThe setting DEMO is "y"[^\n]*$/);
  });
});
