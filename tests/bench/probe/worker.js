// The least a worker can do: write what it is told to where the page can see it.
chrome.runtime.onMessage.addListener((message) => {
  if (typeof message.rows === 'number') chrome.storage.session.set({ rows: message.rows });
});
