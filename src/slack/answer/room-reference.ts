// No line may hold a control character: nobody can type one of these.
const open = '\u0002';
const close = '\u0003';
const reference = new RegExp(`${open}#([A-Z0-9]+)${close}`);

/** A room in a hint that is told in Slack: it shows the room's name, and takes people there. */
export const roomReference = (id: string): string => `${open}#${id}${close}`;

/** The words between rooms, and every other one is the id of a room. */
export const splitRooms = (text: string): string[] => text.split(reference);
