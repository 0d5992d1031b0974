import { z } from 'zod';

/** A whole number between two bounds, with its words. */
const whole = (from: number, to: number, byDefault: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to, 'out of range')
    .default(byDefault)
    .describe(`a whole number from ${from} to ${to} (${what}; ${byDefault} unless set)`);

/** Settings of the API, by the names of the environment; part of the settings in config.ts. */
export const API_SETTINGS = {
  IDEMPOTENCY_HOURS: whole(1, 720, 24, 'hours for which a write’s answer is kept for repeats with its Idempotency-Key'),
};

/** Bounds and times of the API that an installation may set. */
export interface ApiSettings {
  /** For so long a repeat with the same Idempotency-Key gets the same answer. */
  readonly idempotencyHours: number;
}

const shape = z.object(API_SETTINGS);

export const readApiSettings = (data: z.infer<typeof shape>): ApiSettings => ({
  idempotencyHours: data.IDEMPOTENCY_HOURS,
});

export const DEFAULT_API_SETTINGS = readApiSettings(shape.parse({}));
