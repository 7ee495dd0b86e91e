import * as v from 'valibot';
import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '../limits.ts';
import { countSchema, idSchema } from './primitives.ts';

export const userSchema = v.object({
  id: idSchema,
  email: v.string(),
  displayName: v.string(),
  personalSpaceId: idSchema,
  rootFolderId: idSchema,
  usedBytes: countSchema,
  quotaBytes: countSchema,
});
export type User = v.InferOutput<typeof userSchema>;

export const emailSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254),
  v.regex(/^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u, 'must be an e-mail address'),
  v.toLowerCase(),
);

const printable = /^[^\p{Cc}\p{Cs}\p{Bidi_Control}]*$/u;
export const displayNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(MAX_DISPLAY_NAME_CHARACTERS),
  v.regex(printable, 'must be printable'),
);

/** A password that is being set: long enough to be one. */
export const newPasswordSchema = v.pipe(
  v.string(),
  v.minLength(MIN_PASSWORD_CHARACTERS, `must have at least ${MIN_PASSWORD_CHARACTERS} characters`),
  v.maxLength(MAX_PASSWORD_CHARACTERS),
);

/** A password that is being tried: whatever was set. */
const givenPasswordSchema = v.pipe(v.string(), v.maxLength(MAX_PASSWORD_CHARACTERS));

export const registerSchema = v.object({
  email: emailSchema,
  password: newPasswordSchema,
  displayName: displayNameSchema,
});

export const loginSchema = v.object({
  email: v.pipe(v.string(), v.trim(), v.maxLength(1000), v.toLowerCase()),
  password: givenPasswordSchema,
});

export const updateMeSchema = v.object({ displayName: displayNameSchema });
export const changePasswordSchema = v.object({
  current: givenPasswordSchema,
  next: newPasswordSchema,
});

export const sessionSchema = v.object({
  id: idSchema,
  current: v.boolean(),
  device: v.string(),
  createdAt: v.string(),
  lastSeenAt: v.string(),
});
export type Session = v.InferOutput<typeof sessionSchema>;

export const userAnswerSchema = v.object({ user: userSchema });
export const sessionsAnswerSchema = v.object({
  items: v.array(sessionSchema),
  nextCursor: v.nullable(v.string()),
});
