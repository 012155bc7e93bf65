// A page that is read from a folder may not start a worker, and the search is one. There an iframe of the
// page itself runs the worker's script and answers in its place. Theme: Material for MkDocs, `polyfills`.
if (location.protocol === "file:") {
  const load = (page, url) =>
    new Promise((done, fail) => {
      const script = page.createElement("script");
      script.src = url;
      script.onload = done;
      script.onerror = fail;
      page.head.append(script);
    });

  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inner = this.frame.contentWindow;
      inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inner.importScripts = async (...urls) => {
        for (const one of urls) await load(inner.document, one);
      };
      this.ready = load(inner.document, url);
    }

    postMessage(data) {
      const inner = this.frame.contentWindow;
      this.ready.then(() => inner.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  };
  window.Worker = window.IFrameWorker;
}
