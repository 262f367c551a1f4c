import type { Answer } from './answer.ts';

export interface Words {
  text: string;
  person: string;
  channel: string;
  thread?: string;
}

/**
 * A line on its way. It is typed when it is awaited, once; `as`, `in` and `inThread` give another line and leave this
 * one as it is.
 */
export class Line implements Promise<Answer> {
  readonly [Symbol.toStringTag] = 'Line';
  readonly #words: Words;
  readonly #type: (words: Words) => Promise<Answer>;
  #answer: Promise<Answer> | undefined;

  /** @internal */
  constructor(words: Words, type: (words: Words) => Promise<Answer>) {
    this.#words = words;
    this.#type = type;
  }

  /** Who types it: a person's name or id. @default the first of the room's people */
  as(person: string): Line {
    return new Line({ ...this.#words, person }, this.#type);
  }

  /** Where: `#name` or an id, or `@name` for that person's direct messages with the app. @default the first channel */
  in(channel: string): Line {
    return new Line({ ...this.#words, channel }, this.#type);
  }

  /** In the thread under the message with this `ts`. */
  inThread(ts: string): Line {
    return new Line({ ...this.#words, thread: ts }, this.#type);
  }

  // biome-ignore lint/suspicious/noThenProperty: a line is what `await` waits for
  then<Then = Answer, Else = never>(
    answered?: ((answer: Answer) => Then | PromiseLike<Then>) | null,
    failed?: ((reason: unknown) => Else | PromiseLike<Else>) | null,
  ): Promise<Then | Else> {
    this.#answer ??= this.#type(this.#words);
    return this.#answer.then(answered, failed);
  }

  catch<Else = never>(failed?: ((reason: unknown) => Else | PromiseLike<Else>) | null): Promise<Answer | Else> {
    return this.then(null, failed);
  }

  finally(work?: (() => void) | null): Promise<Answer> {
    return this.then().finally(work);
  }
}
