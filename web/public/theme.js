// Before the first paint, so that nobody who chose the dark sees a white flash. A choice of looks, and no more, is kept.
try {
  const theme = localStorage.getItem('safelight.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's choice holds.
}
