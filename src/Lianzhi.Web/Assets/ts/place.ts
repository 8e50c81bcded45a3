/**
 * `button[data-place]`: pressing it asks the browser for the place once, puts it into the form's hidden fields and sends the form.
 * Where the place is refused, unknown or slow, the form goes without it: help never waits for a place.
 */
export function placeOnPress(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-place]')) {
    button.addEventListener('click', event => {
      const form = button.form;
      if (!form || !('geolocation' in navigator)) return;
      event.preventDefault();
      let sent = false;
      const send = (position?: GeolocationPosition) => {
        if (sent) return;
        sent = true;
        if (position) {
          fill(form, '[data-place-longitude]', position.coords.longitude);
          fill(form, '[data-place-latitude]', position.coords.latitude);
        }
        form.requestSubmit();
      };
      button.disabled = true;
      setTimeout(send, 4000);
      navigator.geolocation.getCurrentPosition(send, () => { send(); }, { enableHighAccuracy: true, timeout: 3500, maximumAge: 0 });
    });
  }
}

function fill(form: HTMLFormElement, selector: string, degrees: number): void {
  const field = form.querySelector<HTMLInputElement>(selector);
  if (field) field.value = String(Math.round(degrees * 1e6));
}
