// Tells the forms in which time zone this device is. Everything works without it: the server then uses its own zone.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll('input[name="zone"]')) {
  field.value = zone ?? '';
}
// A page that comes back from the browser's memory carries an old form: a new cramp needs a new one.
addEventListener('pageshow', (event) => {
  if (event.persisted && document.querySelector('form[action="/cramp"]')) location.reload();
});
