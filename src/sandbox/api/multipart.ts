export interface Part {
  name: string;
  filename?: string;
  data: Buffer;
}

const headerEnd = Buffer.from('\r\n\r\n');

const parameter = (header: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|[;\\s])${name}="((?:[^"\\\\]|\\\\.)*)"`, 'iu').exec(header)?.[1];
  return found?.replace(/\\(.)/gu, '$1');
};

function readPart(part: Buffer): Part | undefined {
  const end = part.indexOf(headerEnd);
  if (end < 0) return undefined;
  const header = part.subarray(0, end).toString('utf8');
  const disposition = header.split('\r\n').find((line) => /^content-disposition:/iu.test(line));
  const name = disposition && parameter(disposition, 'name');
  if (!disposition || name === undefined) return undefined;
  const filename = parameter(disposition, 'filename');
  const data = part.subarray(end + headerEnd.length);
  return filename === undefined ? { name, data } : { name, filename, data };
}

export function boundaryOf(contentType: string): string | undefined {
  const found = /boundary=(?:"([^"]+)"|([^;\s]+))/iu.exec(contentType);
  return found?.[1] ?? found?.[2];
}

/** The parts of a `multipart/form-data` body, sharing its memory; undefined when it is not one. */
export function readMultipart(body: Buffer, boundary: string): Part[] | undefined {
  const first = Buffer.from(`--${boundary}`);
  const between = Buffer.from(`\r\n--${boundary}`);
  if (!body.subarray(0, first.length).equals(first)) return undefined;
  const parts: Part[] = [];
  let start = first.length;
  while (body.subarray(start, start + 2).toString('latin1') !== '--') {
    const from = body.indexOf('\r\n', start);
    const end = from < 0 ? -1 : body.indexOf(between, from);
    if (end < 0) return undefined;
    const part = readPart(body.subarray(from + 2, end));
    if (!part) return undefined;
    parts.push(part);
    start = end + between.length;
  }
  return parts;
}
