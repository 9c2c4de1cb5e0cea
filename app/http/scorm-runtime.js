// The runtime of SCORM 1.2 (RTE 3.2 to 3.4), put at the head of every page of a package. Each such page has an opaque origin of
// its own and cannot reach the page around it: so the API stands in the page itself, and what it is told goes to the server by the
// pass in the page's address. `START` is written in by the server: the values that a page reads.
(() => {
  "use strict";
  const START = /* start */ { values: {}, kept: false };
  const script = document.currentScript;
  const base = script instanceof HTMLScriptElement ? script.src.replace(/[^/]*$/, "") : "";
  const around = window.top;
  // Only the frame that the platform made: a frame of the package may have a name that its links mean.
  const outermost = window.parent === window.top;

  const STATUSES = ["passed", "completed", "failed", "incomplete", "browsed"];
  const READ_ONLY =
    /^cmi\.(core\.(student_id|student_name|credit|entry|total_time|lesson_mode)|launch_data|comments_from_lms|student_data\..*)$/;
  const WRITE_ONLY = /^cmi\.(core\.(exit|session_time)|interactions\.\d+\..+)$/;
  const KNOWN =
    /^cmi\.(core\.(student_id|student_name|lesson_location|credit|lesson_status|entry|score\.(raw|min|max)|total_time|lesson_mode|exit|session_time)|suspend_data|launch_data|comments|comments_from_lms|student_data\.(mastery_score|max_time_allowed|time_limit_action)|student_preference\.(audio|language|speed|text)|objectives\.\d+\.(id|status|score\.(raw|min|max))|interactions\.\d+\.(id|time|type|weighting|student_response|result|latency|(objectives\.\d+\.id)|(correct_responses\.\d+\.pattern)))$/;
  /** @type {Record<string, string>} */
  const CHILDREN = {
    "cmi.core":
      "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
    "cmi.core.score": "raw,min,max",
    "cmi.objectives": "id,score,status",
    "cmi.objectives.score": "raw,min,max",
    "cmi.interactions": "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
    "cmi.student_data": "mastery_score,max_time_allowed,time_limit_action",
    "cmi.student_preference": "audio,language,speed,text",
  };
  /** @type {Record<string, string>} */
  const ERRORS = {
    0: "No error",
    101: "General exception",
    201: "Invalid argument error",
    202: "Element cannot have children",
    203: "Element not an array. Cannot have count",
    301: "Not initialized",
    401: "Not implemented error",
    402: "Invalid set value, element is a keyword",
    403: "Element is read only",
    404: "Element is write only",
    405: "Incorrect data type",
  };
  const NAME = "scorm:";
  const SUSPEND_LIMIT = 64_000;

  /** @type {Record<string, string>} */
  let values = { ...START.values };
  /** Set and not yet known to have arrived. @type {Record<string, string>} */
  let waiting = {};
  let session = "";
  let sequence = 0;
  let state = "before";
  let ended = false;
  let error = "0";
  let timer = 0;

  // A package that goes from page to page: the next one begins before the server has what this one set.
  if (outermost && window.name.startsWith(NAME)) {
    try {
      const carried = JSON.parse(window.name.slice(NAME.length));
      if (carried.base === base) {
        values = { ...values, ...carried.values };
        waiting = carried.waiting;
        ({ session, sequence } = carried);
      }
    } catch {
      // Somebody else's name.
    }
  }

  function carry() {
    if (outermost) window.name = NAME + JSON.stringify({ base, values, waiting, session, sequence });
  }

  /** @param {boolean} leaving */
  function send(leaving) {
    clearTimeout(timer);
    if (!START.kept || (Object.keys(waiting).length === 0 && !ended) || session === "") return;
    const sent = { ...waiting };
    const body = JSON.stringify({ session, sequence: ++sequence, values: sent, ended });
    carry();
    // What outlives its page may have 64 KB.
    fetch(`${base}~state`, { method: "POST", body, keepalive: leaving && body.length < 60_000, credentials: "omit" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((said) => {
        for (const [name, value] of Object.entries(sent)) if (waiting[name] === value) delete waiting[name];
        carry();
        around?.postMessage({ scorm: said }, "*");
      })
      .catch(() => {
        around?.postMessage({ scorm: { kind: "waiting" } }, "*");
        timer = setTimeout(() => send(false), 5000);
      });
  }

  /** @param {string} code @param {string} answer */
  function fail(code, answer) {
    error = code;
    return answer;
  }

  /** @param {string} list */
  const countOf = (list) => {
    const begin = `${list}.`;
    const numbers = Object.keys(values).flatMap((name) =>
      name.startsWith(begin) ? Number.parseInt(name.slice(begin.length), 10) : [],
    );
    return String(Math.max(-1, ...numbers.filter(Number.isFinite)) + 1);
  };

  /** @param {string} name @param {string} value */
  function isRight(name, value) {
    if (name === "cmi.core.lesson_status") return STATUSES.includes(value);
    if (name === "cmi.core.exit") return ["time-out", "suspend", "logout", ""].includes(value);
    if (name === "cmi.core.session_time") return /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/.test(value);
    if (/\.score\.(raw|min|max)$/.test(name)) return value === "" || /^-?\d+(\.\d+)?$/.test(value);
    if (name === "cmi.suspend_data") return value.length <= SUSPEND_LIMIT;
    return value.length <= 4096;
  }

  const API = {
    /** @param {unknown} [argument] */
    LMSInitialize(argument = "") {
      if (String(argument) !== "") return fail("201", "false");
      if (state === "running") return fail("101", "false");
      state = "running";
      ended = false;
      session ||= crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
      error = "0";
      return "true";
    },
    /** @param {unknown} [argument] */
    LMSFinish(argument = "") {
      if (String(argument) !== "") return fail("201", "false");
      if (state !== "running") return fail("301", "false");
      state = "after";
      ended = true;
      error = "0";
      send(true);
      return "true";
    },
    /** @param {unknown} [argument] */
    LMSCommit(argument = "") {
      if (String(argument) !== "") return fail("201", "false");
      if (state !== "running") return fail("301", "false");
      error = "0";
      send(false);
      return "true";
    },
    /** @param {unknown} element */
    LMSGetValue(element) {
      const name = String(element);
      if (state !== "running") return fail("301", "");
      error = "0";
      if (name === "cmi._version") return "3.4";
      const [, list, keyword] = /^(.*)\.(_children|_count)$/.exec(name) ?? [];
      if (keyword === "_children") {
        return CHILDREN[(list ?? "").replace(/\.\d+/g, "")] ?? fail("202", "");
      }
      if (keyword === "_count") {
        const counted = /^cmi\.(objectives|interactions(\.\d+\.(objectives|correct_responses))?)$/.test(list ?? "");
        return counted ? countOf(list ?? "") : fail("203", "");
      }
      if (!KNOWN.test(name)) return fail(name.startsWith("cmi.") ? "401" : "201", "");
      if (WRITE_ONLY.test(name)) return fail("404", "");
      return values[name] ?? "";
    },
    /** @param {unknown} element @param {unknown} given */
    LMSSetValue(element, given) {
      const name = String(element);
      const value = String(given ?? "");
      if (state !== "running") return fail("301", "false");
      if (/\._(children|count|version)$/.test(name)) return fail("402", "false");
      if (!KNOWN.test(name)) return fail(name.startsWith("cmi.") ? "401" : "201", "false");
      if (READ_ONLY.test(name)) return fail("403", "false");
      if (!isRight(name, value)) return fail("405", "false");
      error = "0";
      values[name] = name === "cmi.comments" ? (values[name] ?? "") + value : value;
      waiting[name] = values[name];
      carry();
      clearTimeout(timer);
      timer = setTimeout(() => send(false), 1000);
      return "true";
    },
    LMSGetLastError: () => error,
    /** @param {unknown} code */
    LMSGetErrorString: (code) => ERRORS[String(code)] ?? "",
    /** @param {unknown} code */
    LMSGetDiagnostic: (code) => ERRORS[String(code ?? "") || error] ?? "",
  };

  Object.defineProperty(window, "API", { value: API, configurable: true });
  // Packages look for the API in the windows around them: there is none that they could read.
  try {
    Object.defineProperty(window, "parent", { value: window, configurable: true, writable: true });
  } catch {
    // Then they find it where they begin to look.
  }
  // An opaque origin has no storage, and a package that asks for it would break off.
  for (const name of ["localStorage", "sessionStorage"]) {
    const kept = new Map();
    const storage = {
      /** @param {string} key */
      getItem: (key) => kept.get(String(key)) ?? null,
      /** @param {string} key @param {string} value */
      setItem: (key, value) => void kept.set(String(key), String(value)),
      /** @param {string} key */
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      /** @param {number} index */
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    };
    try {
      Object.defineProperty(window, name, { value: storage, configurable: true });
    } catch {
      // The package has to do without.
    }
  }
  try {
    let cookies = "";
    Object.defineProperty(document, "cookie", {
      get: () => cookies,
      set: (text) => void (cookies = String(text).split(";")[0] ?? ""),
      configurable: true,
    });
  } catch {
    // The same.
  }
  addEventListener("pagehide", () => send(true));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send(true));
})();
