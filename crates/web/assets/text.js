// The sentences that a script says: the page brings them in its own language, in templates of the class “texts”.
const sentence = (key) => {
  for (const all of document.querySelectorAll('template.texts')) {
    const found = all.content.querySelector(`[data-text="${key}"]`);
    if (found) return found.textContent;
  }
  return '';
};

/** A sentence by its key; `%name` in it becomes what is given under that name. */
export const text = (key, given = {}) => sentence(key).replace(/%([a-z]+)/g, (all, name) => given[name] ?? all);

/** The sentence for so many: `key-one` or `key-other`, as the language counts. */
export const counted = (key, count) => {
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  return text(sentence(`${key}-${form}`) ? `${key}-${form}` : `${key}-other`, { count });
};

/** How times and dates are written: the English of these pages is British. */
export const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
