/** What charts are written in. The window's stylesheet names the same (`--font` in design/tokens.css). */
export const font = "'Inter Variable', 'Noto Sans Bengali', system-ui, sans-serif";
