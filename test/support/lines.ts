/** A message as typed in a room, and what it must come to. */
export interface LineRow {
  /** The message's source, as Slack sends it. */
  text: string;
  /** The message's blocks, where the composer would send other ones than the source tells. */
  blocks?: unknown;
  argv?: string[];
  /** A part of the refusal. */
  refused?: string;
}

const words = (text: string, ...argv: string[]): LineRow => ({ text, argv });
const refused = (text: string, message: string): LineRow => ({ text, refused: message });
const composed = (text: string, elements: unknown[], outcome: Pick<LineRow, 'argv' | 'refused'>): LineRow => ({
  text,
  blocks: [{ type: 'rich_text', block_id: 'x', elements }],
  ...outcome,
});
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const run = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) });

const plain: LineRow[] = [
  words(''),
  words('   '),
  words('ops', 'ops'),
  words('ops deploy uat', 'ops', 'deploy', 'uat'),
  words('  ops   deploy\tuat  ', 'ops', 'deploy', 'uat'),
  words('deploy uat --ref v1.4.2', 'deploy', 'uat', '--ref', 'v1.4.2'),
  words('deploy uat --ref=v1.4.2', 'deploy', 'uat', '--ref=v1.4.2'),
  words('history --since 2h -n 5', 'history', '--since', '2h', '-n', '5'),
  words('deploy -- --odd', 'deploy', '--', '--odd'),
  words('a', 'a'),
  words('jira mentions', 'jira', 'mentions'),
  words('dépløy überall', 'dépløy', 'überall'),
  words('部署 生产', '部署', '生产'),
  words('say 👍🏽', 'say', '👍🏽'),
  words('key=value a=b=c', 'key=value', 'a=b=c'),
];

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these lines are typed by people
const ordinaryCharacters: LineRow[] = [
  words('graph *.p99', 'graph', '*.p99'),
  words('graph web?', 'graph', 'web?'),
  words('graph a[0-9]', 'graph', 'a[0-9]'),
  words('graph {a,b}', 'graph', '{a,b}'),
  words('cat ~/notes', 'cat', '~/notes'),
  words('issue #12', 'issue', '#12'),
  words('# is no comment', '#', 'is', 'no', 'comment'),
  words('well done!', 'well', 'done!'),
  words('!! again', '!!', 'again'),
  words('price 5$', 'price', '5$'),
  words('price $5', 'price', '$5'),
  words('a $ b', 'a', '$', 'b'),
  words('grep ^a.b$', 'grep', '^a.b$'),
  words('percent 100% @home a+b', 'percent', '100%', '@home', 'a+b'),
  words('C:/x', 'C:/x'),
];

const quotes: LineRow[] = [
  words("say 'two words'", 'say', 'two words'),
  words('say "two words"', 'say', 'two words'),
  words("say ''", 'say', ''),
  words('say ""', 'say', ''),
  words("'' ''", '', ''),
  words("say a'b c'd", 'say', 'ab cd'),
  words('say a"b c"d', 'say', 'ab cd'),
  words(`say "a"'b'c`, 'say', 'abc'),
  words(`say 'it'\\''s'`, 'say', "it's"),
  words(`say "it's"`, 'say', "it's"),
  words(`say 'a "b" c'`, 'say', 'a "b" c'),
  words('say "a \\"b\\" c"', 'say', 'a "b" c'),
  words('say "a \\\\ b"', 'say', 'a \\ b'),
  words('say "cost \\$HOME"', 'say', 'cost $HOME'),
  words('say "a \\n b"', 'say', 'a \\n b'),
  words("say 'a \\n b'", 'say', 'a \\n b'),
  words("say '$HOME $(x) ${y}'", 'say', '$HOME $(x) ${y}'),
  words('say a\\ b', 'say', 'a b'),
  words('say \\"a\\"', 'say', '"a"'),
  words("say it\\'s", 'say', "it's"),
  words('say \\\\', 'say', '\\'),
  words('say \\$HOME', 'say', '$HOME'),
  words('say \\a\\b', 'say', 'ab'),
  words('say \\😀', 'say', '😀'),
  words('say a\\ ', 'say', 'a '),
  words("say ';' '|' '&amp;&amp;'", 'say', ';', '|', '&&'),
  words("say '&lt;b&gt;' '(x)'", 'say', '<b>', '(x)'),
  words('say "a; b | c &amp; d &lt; e &gt; f (g)"', 'say', 'a; b | c & d < e > f (g)'),
  words('say a\\;b \\&gt; \\(', 'say', 'a;b', '>', '('),
  words('say --message="two words"', 'say', '--message=two words'),
  words('say "tab\there"', 'say', 'tab\there'),
];

const operators: LineRow[] = [
  refused('deploy uat; rm x', '";" at position 11 would start a second command: one line runs one command'),
  refused('deploy uat ; rm x', '";" at position 12'),
  refused('a;;b', '";;" at position 2'),
  refused('deploy uat &amp;&amp; rm x', '"&&" at position 12 would start a second command'),
  refused('deploy uat &amp;', '"&" at position 12 would run the line in the background'),
  refused('graph a&amp;b', '"&" at position 8'),
  refused('a || b', '"||" at position 3 would start a second command'),
  refused('history | grep x', '"|" at position 9 would hand the output to a second command'),
  refused('history &gt; x', '">" at position 9 would write to a file'),
  refused('history &gt;&gt; x', '">>" at position 9 would write to a file'),
  refused('history 2&gt;&amp;1', '">" at position 10'),
  refused('mail &lt; x', '"<" at position 6 would read from a file'),
  refused('mail &lt;&lt;EOF', '"<<" at position 6'),
  refused('(deploy uat)', '"(" at position 1 would start a shell of its own'),
  refused('deploy )', '")" at position 8'),
  refused('say :(', '"(" at position 6'),
  refused('deploy $(whoami)', '"$(" at position 8 would run a command within the line'),
  refused('deploy "$(whoami)"', '"$(" at position 9'),
  refused('deploy `whoami`', '"`" at position 8 would run a command within the line'),
  refused('deploy "`whoami`"', '"`" at position 9'),
  refused('say "$HOME"', '"$HOME" at position 6 would be replaced by a variable'),
  refused('say $HOME', '"$HOME" at position 5'),
  refused('say $_', '"$_" at position 5'),
  refused('say ${HOME}', '"${" at position 5 would be replaced by a variable'),
  refused('say a$HOME', '"$HOME" at position 6'),
  refused('`a` and `b`', '"`" at position 1'),
  refused('deploy `uat` now', '"`" at position 8'),
  refused('&gt; quoted', '">" at position 1'),
];

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these lines are typed by people

const unbalanced: LineRow[] = [
  refused("say it's", "the single quote ' at position 7 is never closed"),
  refused('say "two words', 'the double quote " at position 5 is never closed'),
  refused('say "a\\"', 'the double quote " at position 5 is never closed'),
  words("say 'a\\''b'", 'say', 'a\\b'),
  refused('"', 'position 1 is never closed'),
  refused("'", 'position 1 is never closed'),
  refused('say "', 'position 5 is never closed'),
  refused('say it’s', "the single quote ' at position 7"),
  refused('say \\', 'nothing follows the "\\" at position 5'),
  refused('say "\\', 'the double quote " at position 5'),
];

const references: LineRow[] = [
  words('can <@U0AB1> deploy', 'can', '<@U0AB1>', 'deploy'),
  words('can <@W0AB1> deploy', 'can', '<@W0AB1>', 'deploy'),
  words('can <@U0AB1|ana> deploy', 'can', '<@U0AB1>', 'deploy'),
  words('can "<@U0AB1>"', 'can', '<@U0AB1>'),
  words("can '<@U0AB1>'", 'can', '<@U0AB1>'),
  words('can --person=<@U0AB1>', 'can', '--person=<@U0AB1>'),
  words('<@U1><@U2>', '<@U1><@U2>'),
  refused('can &lt;@U0AB1&gt;', '"<" at position 5'),
  words("can '&lt;@U0AB1&gt;'", 'can', '<@U0AB1>'),
  words('join <#C1|deploys>', 'join', '#deploys'),
  words('join <#C1|>', 'join', '<#C1>'),
  words('join <#C1>', 'join', '<#C1>'),
  words('ask <!subteam^S1|@oncall>', 'ask', '@oncall'),
  words('ask <!subteam^S1|oncall>', 'ask', '@oncall'),
  words('ask <!subteam^S1>', 'ask', '<!subteam^S1>'),
  words('tell <!here> <!channel> <!everyone>', 'tell', '@here', '@channel', '@everyone'),
  words('at <!date^1392734382^{date}|2014-02-18>', 'at', '2014-02-18'),
  words('at <!date^1392734382^{date}>', 'at', '1392734382'),
  words('open <https://x.com>', 'open', 'https://x.com'),
  words('ping <http://www.x.com|www.x.com>', 'ping', 'www.x.com'),
  words('cat <http://README.md|README.md>', 'cat', 'README.md'),
  words('run <http://deploy.sh|deploy.sh> -v', 'run', 'deploy.sh', '-v'),
  words('curl <http://x.com|x.com>/a', 'curl', 'x.com/a'),
  words('open <https://x.com/a?b=c#d>', 'open', 'https://x.com/a?b=c#d'),
  refused('open <https://x.com/?a=1&amp;b=2>', '"&" at position 24'),
  words("open '<https://x.com/?a=1&amp;b=2>'", 'open', 'https://x.com/?a=1&b=2'),
  words('open "<https://x.com|two words>"', 'open', 'two words'),
  words('open <https://x.com|two words>', 'open', 'two', 'words'),
  words('mail <mailto:a@b.co|a@b.co>', 'mail', 'a@b.co'),
  words('mail <mailto:a@b.co>', 'mail', 'mailto:a@b.co'),
  words('call <tel:+4912345|+49 12345>', 'call', '+49', '12345'),
  words('git <ssh://git@x.com/r.git>', 'git', 'ssh://git@x.com/r.git'),
  words('react :tada: done', 'react', '🎉', 'done'),
  words('react :heart::tada:', 'react', '❤️🎉'),
  words("say 'done:tada: :hash:'", 'say', 'done🎉 #️⃣'),
  words('react :female-technologist:', 'react', '👩‍💻'),
  words('react :party-parrot:', 'react', ':party-parrot:'),
  words('map a:b:c x:b:', 'map', 'a:b:c', 'x🅱️'),
  words('`react :tada:`', 'react', ':tada:'),
  words('open <https://x.com/:b:/>', 'open', 'https://x.com/:b:/'),
];

const entities: LineRow[] = [
  words("say '&amp;lt;'", 'say', '&lt;'),
  words("say '&amp;amp;'", 'say', '&amp;'),
  words("say 'R&amp;D'", 'say', 'R&D'),
  words("say '&lt;&amp;&gt;'", 'say', '<&>'),
  words("say '&quot;'", 'say', '&quot;'),
  words("say '&amp;nbsp;'", 'say', '&nbsp;'),
];

const punctuation: LineRow[] = [
  words('say “two words”', 'say', 'two words'),
  words('say „two words‟', 'say', 'two words'),
  words('say ‘two words’', 'say', 'two words'),
  words('say ‚two words‛', 'say', 'two words'),
  words('say “it’s”', 'say', "it's"),
  words('say “a” ‘b’', 'say', 'a', 'b'),
  words('say "a” “b"', 'say', 'a', 'b'),
  words('deploy uat —ref v1', 'deploy', 'uat', '--ref', 'v1'),
  words('deploy uat –-ref v1', 'deploy', 'uat', '--ref', 'v1'),
  words('deploy uat ––ref v1', 'deploy', 'uat', '--ref', 'v1'),
  words('deploy uat –r v1', 'deploy', 'uat', '-r', 'v1'),
  words('pages 1–2', 'pages', '1–2'),
  words('say "–r"', 'say', '-r'),
  words('log a…b', 'log', 'a...b'),
  words('a—b', 'a--b'),
  words('—', '--'),
];

const blanks: LineRow[] = [
  words('ops\u00a0deploy\u00a0uat', 'ops', 'deploy', 'uat'),
  words('open\u00a0<https://x.com>\u00a0now', 'open', 'https://x.com', 'now'),
  words('a\u2003b\u3000c\u202fd', 'a', 'b', 'c', 'd'),
  words('say "a\u00a0b"', 'say', 'a b'),
  words('dep\u200bloy u\u200dat\ufeff', 'deploy', 'uat'),
  words('dep\u00adloy\u2060', 'deploy'),
  words('\u202edeploy\u202c \u2066uat\u2069', 'deploy', 'uat'),
  words('deploy \u200fuat\u200e', 'deploy', 'uat'),
  words('deploy uat\u{e0041}\u{e007f}', 'deploy', 'uat'),
  words('\u200b', ...[]),
  words('שלום עולם', 'שלום', 'עולם'),
];

const backticks: LineRow[] = [
  words('`deploy uat`', 'deploy', 'uat'),
  words('```deploy uat```', 'deploy', 'uat'),
  words('```\ndeploy uat\n```', 'deploy', 'uat'),
  words(' `deploy uat` ', 'deploy', 'uat'),
  words("`say '—x …'`", 'say', '—x …'),
  words('`say “a b”`', 'say', '“a', 'b”'),
  words('`say "a\u00a0b"`', 'say', 'a b'),
  words("`say '&lt;'`", 'say', '<'),
  words('<@U0BOT> `deploy uat`', '<@U0BOT>', 'deploy', 'uat'),
  words('<@U0BOT> ```say “a”```', '<@U0BOT>', 'say', '“a”'),
  refused('```say `a` ```', '"`" at position 5'),
  refused('`deploy uat; x`', '";" at position 11'),
  refused('`say "a`', 'never closed'),
];

const lines: LineRow[] = [
  words('deploy uat\n', 'deploy', 'uat'),
  words('\n\ndeploy uat\n \n', 'deploy', 'uat'),
  words('\r\ndeploy uat\r\n', 'deploy', 'uat'),
  words('say "two\nlines"', 'say', 'two\nlines'),
  words("say 'two\n\nlines' --json", 'say', 'two\n\nlines', '--json'),
  words('say "two\r\nlines"', 'say', 'two\nlines'),
  words('deploy \\\n  uat \\\n  --json', 'deploy', 'uat', '--json'),
  words('dep\\\nloy', 'deploy'),
  words('say "a\\\nb"', 'say', 'ab'),
  words('```\ndeploy \\\n  uat\n```', 'deploy', 'uat'),
  refused('deploy uat\nthanks', 'one line a message: thanks is on a line of its own'),
  refused('deploy uat\ndeploy prod', "one line a message: 'deploy prod' is on a line of its own"),
  refused('deploy uat\n\n\ndeploy prod', "one line a message: 'deploy prod'"),
  refused('```deploy uat\ndeploy prod```', "one line a message: 'deploy prod'"),
  refused('deploy uat\u2028deploy prod', "one line a message: 'deploy prod'"),
  refused('deploy uat\n<@U1> look', "one line a message: '<@U1> look'"),
];

const unreadable: LineRow[] = [
  refused('deploy\0uat', 'the line holds a control character, U+0000, after deploy'),
  refused('\0', 'the line holds a control character, U+0000'),
  refused("say 'a\u001b[31m'", "the line holds a control character, U+001B, after 'say '\\''a'"),
  refused('say \u0002@U1\u0003', 'the line holds a control character, U+0002'),
  refused('a\rb', 'the line holds a control character, U+000D'),
  refused('a\u000bb', 'the line holds a control character, U+000B'),
  refused('a\u0085b', 'the line holds a control character, U+0085'),
  refused('a\u007fb', 'the line holds a control character, U+007F'),
  refused('deploy \ud83d uat', "the line holds half a character, the lone surrogate U+D83D, after 'deploy '"),
  refused('\ude00', 'the line holds half a character, the lone surrogate U+DE00'),
  words('x'.repeat(40_000), 'x'.repeat(40_000)),
  words('😀'.repeat(40_000), '😀'.repeat(40_000)),
  refused('x'.repeat(40_001), 'the line is 40001 characters long; 40000 is the most'),
];

const composer: LineRow[] = [
  composed('deploy uat', [section(run('deploy uat'))], { argv: ['deploy', 'uat'] }),
  composed('deploy uat', [section(run('deploy '), run('uat'))], { argv: ['deploy', 'uat'] }),
  composed(
    'graph *web* _x_ ~y~',
    [
      section(
        run('graph '),
        run('web', { bold: true }),
        run(' '),
        run('x', { italic: true }),
        run(' '),
        run('y', { strike: true }),
      ),
    ],
    { argv: ['graph', '*web*', '_x_', '~y~'] },
  ),
  composed('say *a _b_*', [section(run('say '), run('a ', { bold: true }), run('b', { bold: true, italic: true }))], {
    argv: ['say', '*a', '_b_*'],
  }),
  composed('*`x`*', [section(run('x', { bold: true, code: true }))], { refused: '"`" at position 2' }),
  composed(
    '`see <https://x.com|x.com> now`',
    [
      section(
        run('see ', { code: true }),
        { type: 'link', url: 'https://x.com', text: 'x.com', style: { code: true } },
        run(' now', { code: true }),
      ),
    ],
    { argv: ['see', 'x.com', 'now'] },
  ),
  composed(
    '`can <@U1>`',
    [section(run('can ', { code: true }), { type: 'user', user_id: 'U1', style: { code: true } })],
    { argv: ['can', '<@U1>'] },
  ),
  composed(
    'wave :wave::skin-tone-3:',
    [section(run('wave '), { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc', skin_tone: 3 })],
    { argv: ['wave', '👋🏼'] },
  ),
  composed('say #ffcc00', [section(run('say '), { type: 'color', value: '#ffcc00' })], { argv: ['say', '#ffcc00'] }),
  composed('&gt; deploy', [{ type: 'rich_text_quote', elements: [run('deploy')] }], { refused: '">" at position 1' }),
  composed('• deploy', [{ type: 'rich_text_list', style: 'bullet', elements: [section(run('deploy'))] }], {
    argv: ['•', 'deploy'],
  }),
  composed(
    '1. a\n2. b',
    [{ type: 'rich_text_list', style: 'ordered', elements: [section(run('a')), section(run('b'))] }],
    {
      refused: "one line a message: '2. b'",
    },
  ),
  composed(
    '    ◦ deploy',
    [{ type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(run('deploy'))] }],
    { argv: ['◦', 'deploy'] },
  ),
  composed(
    '7. deploy',
    [{ type: 'rich_text_list', style: 'ordered', indent: 0, offset: 6, elements: [section(run('deploy'))] }],
    { argv: ['7.', 'deploy'] },
  ),
  composed(
    '        iv. deploy',
    [{ type: 'rich_text_list', style: 'ordered', indent: 2, offset: 3, elements: [section(run('deploy'))] }],
    { argv: ['iv.', 'deploy'] },
  ),
  composed(
    '• a\n    ◦ b',
    [
      { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [section(run('a'))] },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(run('b'))] },
    ],
    { refused: "one line a message: '◦ b'" },
  ),
  composed(
    '<@U0BOT>\n```deploy uat```',
    [
      section({ type: 'user', user_id: 'U0BOT' }, run('\n')),
      { type: 'rich_text_preformatted', elements: [run('deploy uat')], border: 0 },
    ],
    { argv: ['<@U0BOT>', 'deploy', 'uat'] },
  ),
  composed('a\nb', [section(run('a')), section(run('b'))], { refused: 'one line a message: b' }),
  composed('', [], { argv: [] }),
];

/** What is typed, and what it comes to. Every row holds for the source and for the blocks. */
export const lineRows: readonly LineRow[] = [
  ...plain,
  ...ordinaryCharacters,
  ...quotes,
  ...operators,
  ...unbalanced,
  ...references,
  ...entities,
  ...punctuation,
  ...blanks,
  ...backticks,
  ...lines,
  ...unreadable,
  ...composer,
];
