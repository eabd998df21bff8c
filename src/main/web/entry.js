// Named by every page; loads the program and the index when they are first asked for.
(() => {
  const root = new URL('..', document.currentScript.src).href;
  const waymark = (window.waymark = window.waymark || {});
  let opened;
  waymark.search = {
    root,
    index: root + 'search/__INDEX__/',
    open() {
      opened = opened || new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = root + 'search/__CLIENT__';
        script.onload = () => resolve(waymark.search.start());
        script.onerror = () => reject(new Error('the search program is not there'));
        document.head.append(script);
      });
      return opened;
    },
  };
})();
