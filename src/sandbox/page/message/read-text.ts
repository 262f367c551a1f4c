/** Bytes of a text that the page shows. */
const most = 512 * 1024;

export interface ReadText {
  text: string;
  isWhole: boolean;
}

/** The text at an address of this page's own server, as far as a person would read it. */
export async function readText(url: string, limit: number = most): Promise<ReadText> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`the file could not be read: ${response.status}`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), isWhole: true };
    text += decoder.decode(value.subarray(0, limit - size), { stream: true });
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return { text, isWhole: false };
    }
  }
}
