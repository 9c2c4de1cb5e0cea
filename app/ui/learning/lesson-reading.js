// The few things that a lesson does better with script: it keeps the place where reading stopped, and answers an in-lesson
// check without loading the page again. Everything works without this file.
const lesson = document.querySelector("[data-lesson]");

if (lesson instanceof HTMLElement) {
  const address = lesson.dataset.lesson ?? location.pathname;
  keepPlace(lesson, address);
  offerReports(lesson, address);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const check = form instanceof HTMLFormElement ? form.closest(".lesson-check") : null;
    if (!(form instanceof HTMLFormElement) || !check) return;
    event.preventDefault();
    void answer(form, check);
  });
}

/**
 * Sends the block at the top of the window when it has changed: at most every ten seconds, and when the page is left.
 * @param {HTMLElement} root
 * @param {string} address
 */
function keepPlace(root, address) {
  const blocks = [...root.querySelectorAll(".lesson-prose > [id], .lesson-check[id]")];
  let sent = root.dataset.resume ?? "";
  const here = () => {
    const passed = blocks.filter((block) => block.getBoundingClientRect().top < 120);
    return passed.at(-1)?.id ?? "";
  };
  const send = () => {
    const block = here();
    if (block === "" || block === sent) return;
    sent = block;
    navigator.sendBeacon(address, new URLSearchParams({ intent: "keep-place", block }));
  };
  setInterval(send, 10_000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send());
}

/**
 * One quiet link that stands at the paragraph under the pointer and leads to the form for what is wrong there. By keyboard the
 * same form is reached from the end of the lesson, where the paragraph is chosen in a list.
 * @param {HTMLElement} root
 * @param {string} address
 */
function offerReports(root, address) {
  const link = document.createElement("a");
  link.className = "lesson-report no-print";
  link.textContent = root.dataset.report ?? "";
  link.tabIndex = -1;
  /** @param {Event} event */
  const follow = (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const block = target?.closest(".lesson-prose > [id], .lesson-prose > .bang-cuon");
    if (!block || target === link) return;
    const id = block.id || block.querySelector("[id]")?.id;
    if (!id) return;
    link.href = `${address}/report?block=${encodeURIComponent(id)}`;
    if (block.nextElementSibling !== link) block.after(link);
  };
  root.addEventListener("pointerover", follow);
  root.addEventListener("click", follow);
}

/**
 * Posts a check and puts the answered check of the new page in the place of the old one.
 * @param {HTMLFormElement} form
 * @param {Element} check
 */
async function answer(form, check) {
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
    });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const answered = page.getElementById(check.id);
    if (!response.ok || !answered) throw new Error("no answer");
    check.replaceWith(answered);
    const comment = answered.querySelector(".lesson-check-comment");
    if (comment instanceof HTMLElement) {
      comment.tabIndex = -1;
      comment.focus({ preventScroll: true });
    }
  } catch {
    // The plain way: post the form and load the page.
    form.submit();
  }
}
