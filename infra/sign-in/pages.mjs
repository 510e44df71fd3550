import { words } from './words.mjs';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const page = (language, title, content) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Stepway</title>
<link rel="icon" href="/stepway.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<p class="brand"><img src="/stepway.svg" width="20" height="20" alt="">Stepway</p>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`;

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, 2);

/** Everybody to choose from, each a button of one form. */
export function choicePage(people, language) {
  const say = words[language];
  const choices = people.map(
    ({ staffId, name, roles: [role], sites }) => `<li><button name="person" value="${escape(staffId)}">
<span class="initials" aria-hidden="true">${escape(initials(name))}</span>
<span class="who"><b>${escape(name)}</b><span>${say.roles[role]}</span></span>
<span class="where">${sites === null ? say.everywhere : escape(say.site(sites))}</span>
</button></li>`,
  );
  return page(
    language,
    say.title,
    `<p class="lead">${say.lead}</p>
<form method="post"><ul aria-label="${say.list}">${choices.join('')}</ul></form>`,
  );
}

/** Ends the session here, too; `form` is the provider's own. */
export const leavePage = (form, language) =>
  page(
    language,
    words[language].leaving,
    `${form}
<p class="acts"><button id="leave" class="act" form="op.logoutForm" value="yes" name="logout">${words[language].leave}</button></p>
<script src="/go-on.js"></script>`,
  );

export const troublePage = (error, language) =>
  page(
    language,
    words[language].troubleTitle,
    `<p class="lead">${words[language].trouble}</p><p class="code">${escape(error)}</p>`,
  );
