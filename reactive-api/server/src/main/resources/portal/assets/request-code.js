import { handle } from './form.js';

handle('/portal/code-requests', ({ reference }) => {
  document.getElementById('done-reference').textContent = reference;
});
