/** What every line in a project needs of the outside world, in one file to load. */
export { openSqliteJournal } from '../journal/sqlite.ts';
export { loadConfig } from '../system/config.ts';
