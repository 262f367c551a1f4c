import type { Interacted, Message, Sandbox } from '../sandbox/server.ts';

/** Something in a message that can be pressed. */
export interface Button {
  /** What is written on it. */
  text: string;
  actionId: string;
  /**
   * Presses it, and resolves with whether the app took the press in time (`acked`), and if not with what the person read
   * (`failure`).
   *
   * @param as name or id of a person. @default who typed the line
   */
  press(as?: string): Promise<Interacted>;
}

type Part = Record<string, unknown>;

/** The buttons of a message, in the order in which they stand. */
export function buttonsOf(message: Message, at: { channel: string; person: string }, slack: Sandbox): Button[] {
  const { channel, person } = at;
  return (message.blocks ?? []).flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => type === 'button')
      .map((element) => {
        const actionId = String(element['action_id']);
        const where = { channel, ts: message.ts, actionId, blockId: String(block['block_id']) };
        const { text } = (element['text'] ?? {}) as { text?: unknown };
        return { text: String(text), actionId, press: (as = person) => slack.press({ as, ...where }) };
      }),
  );
}

const elementsOf = ({ type, elements, accessory }: Part): Part[] => {
  if (type === 'actions') return elements as Part[];
  return accessory === undefined ? [] : [accessory as Part];
};
