// A button on the page of the passphrase that shows what is typed. Without scripts it could do nothing, so it waits hidden.
const field = document.getElementById('passphrase');
const show = document.getElementById('show');
show.hidden = false;
show.addEventListener('click', () => {
  const hidden = field.type === 'password';
  field.type = hidden ? 'text' : 'password';
  show.setAttribute('aria-pressed', String(hidden));
  field.focus();
});
// A password manager looks for a field of passwords.
field.form.addEventListener('submit', () => { field.type = 'password'; });
