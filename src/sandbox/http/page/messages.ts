import type { Json, Message } from '../../state/model.ts';

const addresses = ['url_private', 'url_private_download', 'permalink'];

function fileForPage(file: Json, origin: string): Json {
  const found = addresses.flatMap((name) => {
    const address = typeof file[name] === 'string' ? URL.parse(file[name]) : null;
    return address ? [[name, origin + address.pathname + address.search]] : [];
  });
  return { ...file, ...Object.fromEntries(found) };
}

/** A message with its files where the page can load them: under its own address, whatever the app calls this machine. */
export const messageForPage = (message: Message, origin: string): Message =>
  message.files ? { ...message, files: message.files.map((file) => fileForPage(file, origin)) } : message;
