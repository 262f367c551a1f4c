import { writeSync } from 'node:fs';
import module from 'node:module';

/** Preloaded with --import: names every file that the program loads, on a channel of its own. */
module.registerHooks({
  load: (url, context, next) => {
    if (url.startsWith('file:')) writeSync(3, `${url}\n`);
    return next(url, context);
  },
});
