import type { Person, TypeDefinition } from './shapes.ts';
import type { Issue, Project, Site, Sprint } from './site.ts';
import type { People } from './stock.ts';
import { tie } from './views.ts';
import { write } from './write.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Puts issues into a project, and words into people's mouths. `ago` is in milliseconds. */
class Desk {
  private readonly site: Site;
  private readonly project: Project;

  constructor(site: Site, project: Project) {
    this.site = site;
    this.project = project;
  }

  at(ago: number): number {
    return this.site.now() - ago;
  }

  add(title: string, reporter: Person, rest: Partial<Issue>, sprint?: Sprint): Issue {
    const sprints = sprint === undefined ? [] : [sprint];
    return this.site.addIssue(this.project, { title, reporter, created: this.at(9 * day), sprints, ...rest });
  }

  say(issue: Issue, by: Person, ago: number, ...parts: (string | Person)[]): void {
    this.site.comment(issue, by, write(this.site.edition, parts), this.at(ago));
  }

  move(issue: Issue, state: string, by: Person, ago: number): void {
    this.site.move(issue, this.site.status(state), by, this.at(ago));
  }

  write(...paragraphs: readonly string[]): unknown {
    return write(this.site.edition, ...paragraphs.map((one) => [one]));
  }
}

/** Numbers as those of a project that has been there for a while. */
export function fillShop(site: Site, shop: Project, people: People): void {
  shop.next = 1817;
  const desk = new Desk(site, shop);
  const { mary, tom, ana, raj } = people;
  const [, , story] = shop.types;
  const [old, open, next] = site.sprints;
  const done = desk.add('Sell chairs', mary, { ...typed(story), assignee: tom, resolution: 'Done' }, old);
  desk.move(done, 'Done', tom, 5 * day);
  const paid = addPaidTwice(desk, shop, people, open);
  addShipping(desk, shop, people, open);
  const search = desk.add(
    'Search finds what was sold out',
    mary,
    { ...typed(story), assignee: tom, priority: 'High' },
    open,
  );
  desk.move(search, 'In Review', tom, 20 * hour);
  desk.say(search, tom, 19 * hour, 'Ready. ', ana, ', would you look at it?');

  const prices = desk.add('Round prices to five cents', mary, { assignee: ana, priority: 'Low' }, open);
  desk.move(prices, 'Blocked', ana, 6 * hour);
  site.flag(prices, true, ana, desk.at(6 * hour));
  desk.say(prices, ana, 6 * hour, 'The bank has not said which rule is theirs. ', raj, ', do you know?');
  tie(prices, 'is blocked by', paid);

  desk.add('Show what is in the cart on a phone', raj, typed(story), open);
  desk.add('Tell people when a chair is back', mary, { ...typed(story), assignee: mary }, next);
  desk.add('Throw the old cart away', tom, { assignee: tom, parent: search }, next);
}

const typed = (type: TypeDefinition | undefined): Partial<Issue> => (type === undefined ? {} : { type });

function addPaidTwice(
  desk: Desk,
  { types }: Project,
  { mary, tom, ana, raj }: People,
  open: Sprint | undefined,
): Issue {
  const description = desk.write(
    'It happened four times on Monday, each time with a slow network.',
    'The second press sends the form again.',
  );
  const custom = { customfield_10031: { id: '2', value: 'Till' } };
  const about = { ...typed(types[1]), priority: 'Highest', assignee: mary, labels: ['checkout', 'money'] };
  const title = 'Customers pay twice when they press the button twice';
  const paid = desk.add(title, ana, { ...about, description, custom }, open);
  desk.move(paid, 'In Progress', mary, 2 * day);
  desk.say(paid, ana, 26 * hour, 'One more today, order 4711. ', mary, ', can you see it in the log?');
  desk.say(paid, mary, 25 * hour, 'I see it. The form is sent before the first answer comes.');
  desk.say(paid, raj, 3 * hour, mary, ' and ', tom, ': I have paid the four of them back.');
  return paid;
}

function addShipping(desk: Desk, { types }: Project, { mary, tom }: People, open: Sprint | undefined): void {
  const free = desk.add('Count free shipping once', tom, { ...typed(types[1]), assignee: mary }, open);
  desk.say(free, tom, 50 * hour, 'The build broke on it: ', mary, ' look at shop #9.');
}

export function fillOperations(site: Site, work: Project, { mary, tom, raj }: People): void {
  work.next = 301;
  const desk = new Desk(site, work);
  const disk = desk.add('mac-1 is out of space', tom, { assignee: raj, created: desk.at(3 * day) });
  desk.say(disk, tom, 3 * hour, raj, ' it is away again.');
  desk.move(disk, 'In Progress', raj, 2 * hour);
  const keys = desk.add('New keys for the till', raj, { assignee: mary, created: desk.at(2 * day) });
  desk.say(keys, raj, 28 * hour, 'They end on Friday, ', mary, '.');
}
