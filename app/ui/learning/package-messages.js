// Shows beside a SCORM package that what it told has been kept. Everything is kept without this file.
const section = document.querySelector("[data-package]");
const frame = section?.querySelector("iframe");

if (section instanceof HTMLElement && frame) {
  addEventListener("message", ({ source, data }) => {
    // Of the frame or of one within it; what it says changes nothing but these words.
    let from = source instanceof MessagePort || source instanceof ServiceWorker ? null : source;
    while (from && from !== frame.contentWindow && from.parent !== from) from = from.parent;
    if (from !== frame.contentWindow || typeof data !== "object" || !data?.scorm) return;
    const { kind, done } = data.scorm;
    show("saved", kind === "kept" && done !== true);
    show("waiting", kind === "waiting");
    show("finished", done === true && section.dataset.finished !== "yes");
  });
}

/**
 * @param {string} name
 * @param {boolean} shown
 */
function show(name, shown) {
  const words = section?.querySelector(`[data-said="${name}"]`);
  if (words instanceof HTMLElement) words.hidden = !shown;
}
