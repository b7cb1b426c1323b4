/** All that the page does by itself: its buttons copy the command beside them, and say so. */
export const script = `
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const code = document.getElementById(button.getAttribute('aria-controls'));
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
}
`;

/** The script's hash, as a content security policy names it. */
export const scriptHash = 'sha256-rPOAtLCC4bdQ1Czr7c6GbiFgt+3Q8wcfqI18vfeB9Xk=';
