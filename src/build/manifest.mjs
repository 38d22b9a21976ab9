// One manifest.json for all targets, narrowed to one. Knows the scheme, not the keys.
//
// The sections `chrome`, `firefox` and `dev` are merged over the rest and dropped: first the target's own, then with --dev `dev`
// and the target's section inside it. Objects merge, lists join, the rest replaces.

/** @typedef {{ [key: string]: Json }} JsonObject */
/** @typedef {string | number | boolean | null | Json[] | JsonObject} Json */

/**
 * The manifest of one target. In: the source as parsed. Out: a new object without the sections.
 * @param {JsonObject} source
 * @param {{ target: 'chrome' | 'firefox', dev: boolean, version: string }} options
 * @returns {JsonObject}
 */
export function narrowManifest(source, { target, dev, version }) {
  const { chrome, firefox, dev: development = {}, ...shared } = /** @type {Record<string, JsonObject>} */ (source);
  const { chrome: devChrome, firefox: devFirefox, ...devShared } = /** @type {Record<string, JsonObject>} */ (development);
  const own = { chrome: [chrome, devChrome], firefox: [firefox, devFirefox] }[target];
  const layers = [{ version }, own[0] ?? {}, ...(dev ? [devShared, own[1] ?? {}] : [])];
  return layers.reduce((merged, layer) => /** @type {JsonObject} */ (merge(merged, layer)), /** @type {JsonObject} */ (shared));
}

/**
 * @param {Json} under
 * @param {Json} over
 * @returns {Json}
 */
function merge(under, over) {
  if (Array.isArray(under) && Array.isArray(over)) return [...under, ...over];
  if (!isObject(under) || !isObject(over)) return over;
  const entries = Object.entries(over).map(([key, value]) => [key, key in under ? merge(under[key] ?? null, value) : value]);
  return { ...under, ...Object.fromEntries(entries) };
}

/** @returns {value is JsonObject} */
const isObject = (/** @type {Json} */ value) => typeof value === 'object' && value !== null && !Array.isArray(value);
