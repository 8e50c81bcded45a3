// Bundles style sheet and script into wwwroot/dist. Run by the .NET build (Assets.targets) or by `npm run build`.
// Two style sheets are made here and never stored: `icons.css` holds only the icons the sources name, `tabler.css`
// only the library rules whose classes they use.
import { build } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const assets = path.dirname(fileURLToPath(import.meta.url));
const project = path.dirname(assets);
const dist = path.join(project, 'wwwroot', 'dist');
const modules = path.join(assets, 'node_modules', '@tabler');

const sources = await readSources(project);
const made = { 'icons.css': await iconStyles(sources), 'tabler.css': await libraryStyles(sources) };

const result = await build({
  absWorkingDir: assets,
  entryPoints: [{ in: 'ts/site.ts', out: 'site' }, { in: 'css/site.css', out: 'site' }],
  entryNames: '[name]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  charset: 'utf8',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [{
    name: 'made-styles',
    setup(bundler) {
      bundler.onResolve({ filter: /^(icons|tabler)\.css$/ }, ({ path: name }) => ({ path: name, namespace: 'made' }));
      bundler.onLoad({ filter: /.*/, namespace: 'made' }, ({ path: name }) => ({ contents: made[name], loader: 'css' }));
    },
  }],
});

const written = new Set(Object.keys(result.metafile.outputs).map(file => path.basename(file)));
for (const name of await readdir(dist)) if (!written.has(name)) await rm(path.join(dist, name));

/** Text of every source that can name an icon or a class. */
async function readSources(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'wwwroot', 'bin', 'obj'].includes(entry.name)) found.push(...await readSources(file));
    } else if (/\.(razor|cs|ts)$/.test(entry.name)) {
      found.push({ file, text: await readFile(file, 'utf8') });
    }
  }
  return found;
}

/** Icon names as sources write them by name: `<Icon Name="home"`, `Icon="home"`, `Icon: "home"`, `Icon { get; set; } = "home"`, `ti ti-home`. */
function* iconNames(text) {
  for (const [, name] of text.matchAll(/\bti ti-([a-z0-9-]+)/g)) yield name;
  for (const [, name] of text.matchAll(/\b[Ii]con(?:\s*\{ get; (?:set|init); \})?\s*[:=]\s*"([a-z0-9-]+)"/g)) yield name;
  for (const [, name] of text.matchAll(/<Icon\s+Name="([a-z0-9-]+)"/g)) yield name;
}

/** Other string literals; those that happen to name an icon may be one handed on by position. */
function* literals(text) {
  for (const [, name] of text.matchAll(/"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"/g)) yield name;
}

/** One class for each icon used: a mask coloured by the text colour. Fails the build, naming the file, for an unknown icon. */
async function iconStyles(files) {
  const icons = new Map();
  const unknown = [];
  const known = { outline: new Set(await readdir(iconFolder('outline'))), filled: new Set(await readdir(iconFolder('filled'))) };
  const add = async name => {
    if (icons.has(name)) return true;
    const [folder, stem] = name.endsWith('-filled') ? ['filled', name.slice(0, -7)] : ['outline', name];
    if (!known[folder].has(`${stem}.svg`)) return false;
    icons.set(name, await readFile(path.join(iconFolder(folder), `${stem}.svg`), 'utf8'));
    return true;
  };
  for (const { file, text } of files) {
    for (const name of iconNames(text)) {
      if (!await add(name)) unknown.push(`${path.relative(project, file)}: error LZ0001: there is no icon “${name}” in @tabler/icons`);
    }
    for (const name of literals(text)) await add(name);
  }
  if (unknown.length > 0) {
    console.error(unknown.join('\n'));
    process.exit(1);
  }
  const classes = [...icons].sort(([left], [right]) => left < right ? -1 : 1).map(([name, svg]) => `.ti-${name}{--lz-icon:url("data:image/svg+xml,${encode(svg)}")}`);
  return `.ti{display:inline-block;flex:none;width:1.25em;height:1.25em;vertical-align:-.25em;background:currentColor;mask:var(--lz-icon,linear-gradient(transparent,transparent)) center/contain no-repeat}
@media (forced-colors:active){.ti{background:CanvasText;forced-color-adjust:none}}
${classes.join('\n')}`;
}

function iconFolder(kind) {
  return path.join(modules, 'icons', 'icons', kind);
}

function encode(svg) {
  return svg
    .replace(/\s*class="[^"]*"/, '')
    .replace('stroke-width="2"', 'stroke-width="1.75"')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '')
    .replace(/"/g, "'")
    .replace(/[<>#%{}]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The library's rules for elements and for the classes our sources name, in a layer below our own. */
async function libraryStyles(files) {
  const css = (await readFile(path.join(modules, 'core', 'dist', 'css', 'tabler.min.css'), 'utf8')).replace(/^\uFEFF?@charset [^;]*;/, '');
  const [{ css: kept }] = await new PurgeCSS().purge({
    content: files.map(({ file, text }) => ({ raw: text, extension: path.extname(file).slice(1) })),
    css: [{ raw: css.replace(/\/\*#.*?\*\//g, '') }],
    variables: true,
    keyframes: true,
    fontFace: true,
    defaultExtractor: text => text.match(/[A-Za-z][A-Za-z0-9_-]*/g) ?? [],
    blocklist: [/^ti$/],
  });
  return `@layer library {\n${kept}\n}`;
}
