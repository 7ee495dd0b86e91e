import { splitExtension } from '@satchel/shared/derived-names';

// What browsers call a picture that never was a file.
const GENERIC_NAME = /^image\.(png|jpe?g|gif|webp|bmp|tiff?)$/i;

/** Gives a pasted picture without a name of its own one that tells it from the next one. */
export function namePasted(file: File, now: Date): File {
  if (!GENERIC_NAME.test(file.name)) return file;
  const { extension } = splitExtension(file.name);
  return new File([file], `Pasted ${stamp(now)}${extension}`, {
    type: file.type,
    lastModified: file.lastModified,
  });
}

function stamp(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} at ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}
