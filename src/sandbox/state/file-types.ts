interface FileType {
  mimetype: string;
  filetype: string;
  pretty: string;
}

const type = (mimetype: string, filetype: string, pretty: string): FileType => ({ mimetype, filetype, pretty });

const types: Readonly<Record<string, FileType>> = {
  txt: type('text/plain', 'text', 'Plain Text'),
  log: type('text/plain', 'text', 'Plain Text'),
  md: type('text/plain', 'markdown', 'Markdown (raw)'),
  json: type('text/plain', 'json', 'JSON'),
  yaml: type('text/plain', 'yaml', 'YAML'),
  yml: type('text/plain', 'yaml', 'YAML'),
  csv: type('text/csv', 'csv', 'CSV'),
  diff: type('text/plain', 'diff', 'Diff'),
  sh: type('text/plain', 'shell', 'Shell'),
  js: type('text/plain', 'javascript', 'JavaScript'),
  ts: type('text/plain', 'typescript', 'TypeScript'),
  py: type('text/plain', 'python', 'Python'),
  html: type('text/html', 'html', 'HTML'),
  svg: type('image/svg+xml', 'svg', 'SVG'),
  png: type('image/png', 'png', 'PNG'),
  jpg: type('image/jpeg', 'jpg', 'JPEG'),
  jpeg: type('image/jpeg', 'jpg', 'JPEG'),
  gif: type('image/gif', 'gif', 'GIF'),
  webp: type('image/webp', 'webp', 'WebP'),
  pdf: type('application/pdf', 'pdf', 'PDF'),
  zip: type('application/zip', 'zip', 'Zip'),
  gz: type('application/gzip', 'gzip', 'Gzip'),
};

const binary = type('application/octet-stream', 'binary', 'Binary');

export function fileType(name: string): FileType {
  const ending = name.includes('.') ? (name.split('.').at(-1)?.toLowerCase() ?? '') : '';
  return (Object.hasOwn(types, ending) ? types[ending] : undefined) ?? binary;
}

export const isText = ({ mimetype }: FileType): boolean => mimetype.startsWith('text/');
