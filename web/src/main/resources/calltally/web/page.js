// Fetches the figures every 20 seconds and says how old they are.
(function () {
  "use strict";
  var EVERY = 20000, LIMIT = 10000;
  var root = document.documentElement;
  var live = document.getElementById("live"), said = document.getElementById("said");
  var stale = document.getElementById("stale"), age = document.getElementById("age");
  var last = Date.now(), tag = live.dataset.tag, waiting = null, busy = false, timer = 0;

  function isSelected() {
    var selection = document.getSelection();
    return selection && !selection.isCollapsed && selection.containsNode(live, true);
  }

  // Text that is selected must not vanish: the new figures wait.
  function show() {
    if (waiting === null || isSelected()) return;
    var held = live.contains(document.activeElement) && document.activeElement.getAttribute("href");
    var open = Array.from(live.querySelectorAll("details[open]"), function (each) {
      return each.dataset.key;
    });
    live.innerHTML = waiting;
    waiting = null;
    live.querySelectorAll("details").forEach(function (each) {
      each.open = open.indexOf(each.dataset.key) >= 0;
    });
    var again = held && live.querySelector('a[href="' + CSS.escape(held) + '"]');
    if (again) again.focus({preventScroll: true});
    var verdict = live.querySelector("[data-title]");
    document.title = verdict.dataset.title + " · " + live.dataset.company;
    if (said.textContent !== verdict.textContent) said.textContent = verdict.textContent;
  }

  function load() {
    busy = true;
    var stop = new AbortController();
    var limit = setTimeout(function () { stop.abort(); }, LIMIT);
    fetch(live.dataset.from, {
      headers: {"If-None-Match": tag},
      cache: "no-store", redirect: "error", signal: stop.signal
    }).then(function (answer) {
      if (answer.status === 401) location.reload();
      if (answer.status === 304) return null;
      if (!answer.ok) throw new Error(answer.status);
      return answer.text().then(function (html) {
        tag = answer.headers.get("ETag");
        return html;
      });
    }).then(function (html) {
      if (html !== null) waiting = html;
      last = Date.now();
      show();
    }).catch(function () {}).then(function () {
      clearTimeout(limit);
      busy = false;
      tell();
    });
  }

  function tell() {
    var seconds = Math.max(0, Math.round((Date.now() - last) / 1000));
    var words = seconds < 100 ? age.dataset.seconds : age.dataset.minutes;
    age.textContent = words.replace("{0}", seconds < 100 ? seconds : Math.round(seconds / 60));
    var old = Date.now() - last > 3 * EVERY;
    if (old === root.hasAttribute("data-stale")) return;
    root.toggleAttribute("data-stale", old);
    stale.hidden = !old;
    var since = new Date(last).toLocaleTimeString(root.lang, {hour: "2-digit", minute: "2-digit"});
    stale.textContent = old ? stale.dataset.text.replace("{0}", since) : "";
  }

  function turn() {
    clearTimeout(timer);
    if (!busy && !document.hidden) load();
    timer = setTimeout(turn, EVERY);
    tell();
  }

  document.addEventListener("visibilitychange", function () { if (!document.hidden) turn(); });
  document.addEventListener("selectionchange", show);
  window.addEventListener("pageshow", function (event) { if (event.persisted) turn(); });
  window.addEventListener("online", turn);
  setInterval(tell, 5000);
  timer = setTimeout(turn, EVERY);
})();
