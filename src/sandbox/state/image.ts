import { imageSize } from 'image-size';
import type { Json, StoredFile } from './model.ts';

/** How large a picture is, as far as its bytes say. */
export function measured({ data }: StoredFile): Json {
  if (!data) return {};
  try {
    const { width, height } = imageSize(data);
    return { original_w: width, original_h: height };
  } catch {
    return {};
  }
}
