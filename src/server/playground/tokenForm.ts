/** The part of the start script that asks for the token. */
export const tokenForm = `function ask(message) {
  const page = document.createElement('div');
  page.style.cssText = 'position:fixed;inset:0;z-index:99999;display:flex;align-items:center;justify-content:center;background:#f4f5f7;font:16px/1.6 sans-serif;color:#222';
  const form = document.createElement('form');
  form.id = 'token-form';
  form.style.cssText = 'background:#fff;padding:32px;border-radius:8px;box-shadow:0 2px 12px #0002;width:min(460px,90vw);box-sizing:border-box';
  const title = document.createElement('h1');
  title.textContent = '查询界面';
  title.style.cssText = 'font-size:22px;font-weight:bold;margin:0 0 8px';
  const label = document.createElement('label');
  label.textContent = '请填写令牌（由管理员发放）';
  label.htmlFor = 'token';
  const input = document.createElement('input');
  input.id = 'token';
  input.type = 'password';
  input.required = true;
  input.autocomplete = 'off';
  input.style.cssText = 'display:block;width:100%;box-sizing:border-box;margin:8px 0;padding:8px;font:inherit;border:1px solid #7d8896;border-radius:4px';
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.textContent = message;
  note.style.cssText = 'color:#b00020;min-height:1.6em;margin:0 0 8px';
  const submit = document.createElement('button');
  submit.type = 'submit';
  submit.textContent = '进入';
  submit.style.cssText = 'padding:6px 28px;font:inherit;font-weight:bold;color:#fff;background:#1f4e8c;border:0;border-radius:4px;cursor:pointer';
  form.append(title, label, input, note, submit);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const token = input.value.trim();
    submit.disabled = true;
    try {
      const { accepted, report } = /^[\\x21-\\x7e]+$/.test(token) ? await tryOut(token) : { accepted: false };
      if (!accepted) {
        note.textContent = '令牌不对，或已撤销。请核对。';
        return;
      }
      sessionStorage.setItem(kept, token);
      page.remove();
      start(token, report);
    } catch {
      note.textContent = '连不上服务器。请稍后再试。';
    } finally {
      submit.disabled = false;
    }
  });
  page.append(form);
  document.body.append(page);
  input.focus();
}`;
