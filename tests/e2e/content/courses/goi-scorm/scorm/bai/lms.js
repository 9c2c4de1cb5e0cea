
var api = null;
function findApi(win) {
  var tries = 0;
  while (!win.API && win.parent && win.parent !== win && tries < 7) { tries++; win = win.parent; }
  return win.API || null;
}
function begin() {
  api = findApi(window.parent) || findApi(window);
  say("initialize: " + api.LMSInitialize(""));
  document.getElementById("name").textContent = api.LMSGetValue("cmi.core.student_name");
  document.getElementById("place").textContent = api.LMSGetValue("cmi.core.lesson_location") || "đầu";
  document.getElementById("entry").textContent = api.LMSGetValue("cmi.core.entry");
  document.getElementById("status").textContent = api.LMSGetValue("cmi.core.lesson_status");
}
function say(words) { document.getElementById("log").textContent += words + "; "; }
function go(place) {
  api.LMSSetValue("cmi.core.lesson_location", place);
  api.LMSSetValue("cmi.suspend_data", "trang=" + place + ";" + new Array(6000).join("x"));
  api.LMSSetValue("cmi.core.lesson_status", "incomplete");
  document.getElementById("place").textContent = place;
}
function score(points) {
  api.LMSSetValue("cmi.interactions.0.id", "cau-1");
  api.LMSSetValue("cmi.interactions.0.student_response", "b");
  api.LMSSetValue("cmi.objectives.0.id", "muc-tieu-1");
  api.LMSSetValue("cmi.core.score.min", "0");
  api.LMSSetValue("cmi.core.score.max", "50");
  api.LMSSetValue("cmi.core.score.raw", String(points));
  api.LMSSetValue("cmi.core.lesson_status", "completed");
  say("commit: " + api.LMSCommit(""));
}
window.onbeforeunload = window.onunload = function () {
  api.LMSSetValue("cmi.core.session_time", "00:05:00");
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSFinish("");
};
