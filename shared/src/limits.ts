/** The largest chunk, in bytes. With 4 MiB our content hash equals Dropbox's published one. */
export const CHUNK_SIZE_BYTES = 4 * 1024 * 1024;

/** The largest file, in bytes: the largest integer that JSON carries exactly. */
export const MAX_FILE_BYTES = Number.MAX_SAFE_INTEGER;

/** The highest number of a version: what the database's integer holds. */
export const MAX_VERSION = 2 ** 31 - 1;

/** The longest name, in UTF-8 bytes of its NFC form (the limit of most file systems). */
export const MAX_NAME_BYTES = 255;

/** Hashes in one `check`, so that one request stays small and short: 4 000 × 4 MiB ≈ 16 GB. */
export const MAX_HASHES_PER_CHECK = 4000;

export const DEFAULT_PAGE_SIZE = 200;
export const MAX_PAGE_SIZE = 1000;

export const MIN_PASSWORD_CHARACTERS = 8;
export const MAX_PASSWORD_CHARACTERS = 1024;
export const MAX_DISPLAY_NAME_CHARACTERS = 100;

/** How deep folders nest; keeps every walk to the root short. */
export const MAX_FOLDER_DEPTH = 200;
