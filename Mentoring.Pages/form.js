// Optional help for the registration form: checks a field when it was changed, hides the part of a role that was not chosen,
// and keeps what was typed in this tab until the form has been received. Without it the form does the same things on the server.
(() => {
  'use strict';
  const KEY = 'mentoring-registration';
  const store = {
    read() { try { return JSON.parse(sessionStorage.getItem(KEY)); } catch { return null; } },
    write(pairs) { try { sessionStorage.setItem(KEY, JSON.stringify(pairs)); } catch { /* Full or forbidden: the form still works. */ } },
    clear() { try { sessionStorage.removeItem(KEY); } catch { /* As above. */ } },
  };

  if (document.querySelector('[data-mentoring-received]')) store.clear();
  for (const form of document.querySelectorAll('form[data-mentoring]')) enhance(form);

  function enhance(form) {
    const hidden = name => form.elements[name]?.type === 'hidden';
    const typed = () => [...new FormData(form)].filter(([name, value]) => value && typeof value === 'string' && !hidden(name));
    if (document.querySelector('#error-summary')) store.write(typed());
    else restore(form, store.read() ?? []);
    roles(form);
    form.addEventListener('input', () => { store.write(typed()); roles(form); });
    form.addEventListener('change', event => { if (event.target.name && event.target.value) check(form, event.target); });
    if (form.dataset.mentoring === 'elsewhere') form.addEventListener('submit', event => send(form, event));
  }

  function restore(form, pairs) {
    const left = [...pairs];
    for (const field of form.elements) {
      if (!field.name || field.type === 'hidden' || field.type === 'submit') continue;
      const place = left.findIndex(([name, value]) => name === field.name && (!/radio|checkbox/.test(field.type) || value === field.value));
      if (place < 0) continue;
      const [[, value]] = left.splice(place, 1);
      if (/radio|checkbox/.test(field.type)) field.checked = true;
      else field.value = value;
    }
  }

  // The part of the other role is left out of sight; what was typed there stays and the server ignores it.
  function roles(form) {
    const chosen = form.querySelector('[name=role]:checked')?.value;
    for (const part of form.querySelectorAll('[data-role]'))
      part.hidden = Boolean(chosen) && chosen !== 'both' && chosen !== part.dataset.role;
  }

  function check(form, field) {
    if (!field.willValidate || /radio|checkbox/.test(field.type)) return;
    show(form, field.name, field.validity.valid ? [] : [field.type === 'email' ? 'Enter an email address, like name@example.org.' : field.validationMessage]);
  }

  function show(form, name, sentences) {
    const first = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const box = first?.closest('.field');
    if (!box) return false;
    box.querySelector('.error')?.remove();
    box.classList.toggle('wrong', sentences.length > 0);
    for (const field of box.querySelectorAll('input:not([type=radio], [type=checkbox]), select, textarea'))
      sentences.length > 0 ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid');
    const described = box.tagName === 'FIELDSET' ? box : first;
    const own = `${first.id}-error`;
    const ids = (described.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== own);
    if (sentences.length > 0) {
      const error = Object.assign(document.createElement('div'), { className: 'error', id: own });
      error.append(...sentences.map(sentence => Object.assign(document.createElement('p'), { textContent: `Error: ${sentence}` })));
      (box.tagName === 'FIELDSET' ? box.querySelector('legend') : box.querySelector('label')).after(error);
      ids.push(error.id);
    }
    ids.length > 0 ? described.setAttribute('aria-describedby', ids.join(' ')) : described.removeAttribute('aria-describedby');
    return true;
  }

  // On another website the form is sent from where it stands, so that a failure leaves everything as it was typed.
  async function send(form, event) {
    if (form.dataset.plain) return;
    event.preventDefault();
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    // Browsers make ids only for pages with https; without one the form counts all the same.
    form.elements.submissionId.value ||= crypto.randomUUID?.() ?? '';
    try {
      const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(new FormData(form)) });
      const said = await answer.json();
      if (answer.ok) {
        store.clear();
        location.assign(form.elements.redirect?.value || new URL('/register/thanks', form.action));
        return;
      }
      form.elements.submissionId.value = '';
      for (const box of form.querySelectorAll('.field.wrong')) show(form, box.querySelector('[name]').name, []);
      const errors = Object.entries(said.errors ?? {});
      const elsewhere = errors.filter(([name, sentences]) => !show(form, name, sentences));
      const told = tell(form, errors.length > 0 ? 'Please correct what is marked below, and send the form again.' : said.detail, elsewhere.flatMap(([, sentences]) => sentences));
      (form.querySelector('.field.wrong [name]') ?? told).focus();
    } catch {
      form.dataset.plain = 'yes';
      tell(form, 'The form could not be sent. Nothing you typed is lost: please try again in a moment.', []).focus();
    } finally {
      button.disabled = false;
    }
  }

  // Stands at the top of the form, far from its button: whoever is told is taken there.
  function tell(form, sentence, more) {
    const box = form.querySelector('[data-mentoring-message]') ?? form.insertAdjacentElement('afterbegin', document.createElement('div'));
    box.setAttribute('data-mentoring-message', '');
    box.setAttribute('role', 'alert');
    box.tabIndex = -1;
    box.className = 'summary';
    box.replaceChildren(...[sentence, ...more].map(words => Object.assign(document.createElement('p'), { textContent: words })));
    return box;
  }
})();
