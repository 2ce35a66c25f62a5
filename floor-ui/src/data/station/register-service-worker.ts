/**
 * Lets a station's page start without the network. Only browsers in a secure context have service workers; over plain HTTP a
 * page that is open goes on, and one that is closed needs the server to open again.
 */
export function registerServiceWorker(navigator: Pick<Navigator, "serviceWorker">): void {
  if (!("serviceWorker" in navigator)) return;
  // Without it everything works while the page is open.
  navigator.serviceWorker.register("/service-worker.js").catch(() => {});
}
