/* Counts what the policy stopped; in place before anything else runs. */
{
  const seen = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    seen.push(`${violatedDirective} ${blockedURI} ${sourceFile ?? ''}`);
    document.querySelector('#violations').textContent = `${seen.length}: ${seen.join('; ')}`;
  });
}
