/** One version of the demo's app: what a commit of its repository holds. */
export interface ShopVersion {
  tag: string;
  /** The commit's message. */
  change: string;
  files: Readonly<Record<string, string>>;
}

interface Product {
  picture: string;
  name: string;
  price: string;
}

const mug: Product = { picture: '☕', name: 'Mug', price: '€ 9.50' };
const lamp: Product = { picture: '💡', name: 'Desk lamp', price: '€ 39.00' };
const plant: Product = { picture: '🪴', name: 'Plant', price: '€ 14.90' };
const chair: Product = { picture: '🪑', name: 'Chair', price: '€ 120.00' };

/** A web shop in three versions, each of which can be told from the others at a glance. */
export const shopVersions: readonly ShopVersion[] = [
  { tag: 'v1.0.0', change: 'Open the shop', files: filesOf('#57606a', [mug, lamp]) },
  { tag: 'v1.1.0', change: 'Sell plants and chairs', files: filesOf('#0969da', [mug, lamp, plant, chair]) },
  {
    tag: 'v1.2.0',
    change: 'Say that everything is shipped for free',
    files: filesOf('#1a7f37', [mug, lamp, plant, chair], 'Free shipping'),
  },
];

function filesOf(color: string, products: readonly Product[], banner = ''): Record<string, string> {
  return { 'index.html': page(products, banner), 'style.css': style(color) };
}

/** `@VERSION@`, `@COMMIT@` and `@ENVIRONMENT@` are filled in by the deploy. */
function page(products: readonly Product[], banner: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Web shop @VERSION@ in @ENVIRONMENT@</title>
<link rel="stylesheet" href="style.css">
<header><b>Web shop</b> <span>@ENVIRONMENT@</span></header>
<main>
${banner === '' ? '' : `  <p class="banner">${banner}</p>\n`}  <ul>
${products.map(({ picture, name, price }) => `    <li><i>${picture}</i>${name}<small>${price}</small></li>`).join('\n')}
  </ul>
</main>
<footer>Version <b>@VERSION@</b>, commit <code>@COMMIT@</code></footer>
</html>
`;
}

function style(color: string): string {
  return `:root { color-scheme: light dark; --color: ${color}; }
* { box-sizing: border-box; margin: 0; }
body, html { min-height: 100%; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181d); }
html { display: grid; grid-template-rows: 1fr; }
body { display: grid; grid-template-rows: auto 1fr auto; color: light-dark(#1f2328, #e6e8eb); }
header { padding: 1rem 1.5rem; color: #fff; background: var(--color); }
header span { float: right; padding: 0 .75em; border-radius: 1em; background: #fff3; }
main { width: 100%; max-width: 44rem; margin: 0 auto; padding: 2rem 1.5rem; }
.banner { padding: .5rem 1rem; margin-bottom: 1.5rem; border-radius: .5rem; color: #fff; background: var(--color); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
li { padding: 1rem; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: .75rem; }
i { display: block; font-size: 2.5rem; font-style: normal; }
small { float: right; opacity: .7; font-size: 1em; }
footer { padding: 1rem 1.5rem; border-top: 1px solid light-dark(#d1d9e0, #3d444d); opacity: .8; }
`;
}
