import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSIBLE = /^(text\/|application\/|image\/svg)/;
/** Vite's name for a file whose content is in its name. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+(\.map)?$/;

type Encoding = 'br' | 'gzip' | 'identity';

interface Asset {
  readonly file: string;
  readonly type: string;
  readonly immutable: boolean;
  /** Bytes per encoding, made once at the first request for each. */
  readonly bytes: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
  etag: string | null;
}

export interface Assets {
  /** The file at this path, or `null` when the build has none. */
  answer(path: string, request: { acceptEncoding: string; ifNoneMatch: string | undefined }): Promise<Response | null>;
  /** The app's one page, for every path that it routes itself; `null` when there is no build. */
  page(acceptEncoding: string): Promise<Response | null>;
  /** Addresses of the scripts and styles of one entry of the build, from Vite's manifest. */
  entry(source: string): Entry | null;
}

export interface Entry {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Modules the scripts import, to be fetched at once. */
  readonly preloads: readonly string[];
}

const own = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

function encode(asset: Asset, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = asset.bytes.get(encoding);
  if (!bytes) {
    bytes = readFile(asset.file).then(async (plain) => {
      if (encoding === 'gzip') return own(await promisify(gzip)(plain, { level: 9 }));
      if (encoding === 'br') {
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
        return own(await promisify(brotliCompress)(plain, { params }));
      }
      return own(plain);
    });
    asset.bytes.set(encoding, bytes);
  }
  return bytes;
}

function choose(type: string, accepted: string): Encoding {
  if (!COMPRESSIBLE.test(type)) return 'identity';
  const offers = accepted.split(',').map((offer) => offer.trim());
  const takes = (name: string) => offers.some((offer) => offer.startsWith(name) && !/;\s*q=0(\.0*)?$/.test(offer));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

interface ManifestChunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, ManifestChunk>>;

export function entryOf(manifest: Manifest, source: string): Entry | null {
  const chunk = manifest[source];
  if (!chunk) return null;
  const seen = new Set<string>();
  const preloads: string[] = [];
  const styles: string[] = [];
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const visited = manifest[key];
    if (!visited) return;
    for (const imported of visited.imports ?? []) visit(imported);
    if (key !== source && visited.file.endsWith('.js')) preloads.push(`/${visited.file}`);
    styles.push(...(visited.css ?? []).map((file) => `/${file}`));
  };
  visit(source);
  return {
    scripts: chunk.file.endsWith('.js') ? [`/${chunk.file}`] : [],
    styles: [...new Set([...styles, ...(chunk.file.endsWith('.css') ? [`/${chunk.file}`] : [])])],
    preloads,
  };
}

/** Reads which files the build has; a missing build is no error, so that the API can be used without one. */
export async function openAssets(folder: string): Promise<Assets> {
  const assets = new Map<string, Asset>();
  let manifest: Manifest = {};
  let entries: readonly { name: string; parentPath: string; isFile(): boolean }[] = [];
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
    manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const hidden = path.split('/').some((part) => part.startsWith('.'));
    if (!entry.isFile() || hidden || /\.(br|gz)$/.test(path)) continue;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    assets.set(path, { file, type, immutable: HASHED.test(path), bytes: new Map(), etag: null });
  }

  async function answer(asset: Asset, acceptEncoding: string, ifNoneMatch: string | undefined): Promise<Response> {
    const encoding = choose(asset.type, acceptEncoding);
    const bytes = await encode(asset, encoding);
    const html = asset.type.startsWith('text/html');
    asset.etag ??= createHash('sha256')
      .update(await encode(asset, 'identity'))
      .digest('base64url')
      .slice(0, 22);
    const etag = `W/"${asset.etag}"`;
    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': html ? 'no-store' : asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(html ? {} : { etag }),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    };
    if (!html && ifNoneMatch === etag) return new Response(null, { status: 304, headers });
    return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.length) } });
  }

  return {
    async answer(path, { acceptEncoding, ifNoneMatch }) {
      const asset = assets.get(path);
      return asset && path !== '/index.html' ? answer(asset, acceptEncoding, ifNoneMatch) : null;
    },
    async page(acceptEncoding) {
      const asset = assets.get('/index.html');
      return asset ? answer(asset, acceptEncoding, undefined) : null;
    },
    entry: (source) => entryOf(manifest, source),
  };
}
