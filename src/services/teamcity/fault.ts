import * as v from 'valibot';

const shape = v.object({ errors: v.array(v.object({ message: v.string() })) });

/** `{"errors":[{"message":"No build found by id 7"}]}`, as one line; empty where the body says nothing of that kind. */
export function faultOf(body: string): string {
  try {
    const { errors } = v.parse(shape, JSON.parse(body));
    return errors.map(({ message }) => message.replaceAll(/\s+/g, ' ').trim()).join('; ');
  } catch {
    return '';
  }
}
