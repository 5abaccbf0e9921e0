/** How long the page may take over one thing that is waited for: the machine may be small and busy. Milliseconds. */
export const patience = 60_000;
