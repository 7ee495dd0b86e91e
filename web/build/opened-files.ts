/** What the system may offer to open with Satchel, by type with its extensions; a system wants them
 *  listed. To open a file is to add it. */
export const openedFiles: Record<string, string[]> = {
  'image/*': ['.jpg', '.jpeg', '.png', '.gif', '.webp', '.avif', '.heic', '.svg', '.bmp', '.tiff'],
  'video/*': ['.mp4', '.m4v', '.mov', '.mkv', '.webm', '.avi'],
  'audio/*': ['.mp3', '.m4a', '.aac', '.flac', '.wav', '.ogg', '.opus'],
  'text/*': ['.txt', '.md', '.csv', '.tsv', '.json', '.xml', '.html', '.css', '.js', '.log'],
  'application/pdf': ['.pdf'],
  'application/zip': ['.zip'],
  'application/x-tar': ['.tar', '.tgz'],
  'application/msword': ['.doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.ms-excel': ['.xls'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.ms-powerpoint': ['.ppt'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'application/epub+zip': ['.epub'],
};
