// The least a page can do: note when each row count arrives (ms since 1970).
globalThis.arrivals = new Map();
chrome.storage.session.onChanged.addListener(({ rows }) => {
  if (rows !== undefined) globalThis.arrivals.set(rows.newValue, performance.timeOrigin + performance.now());
});
