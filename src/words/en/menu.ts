/** The desktop menu's own words; the rest of it is worded by the system. */
export const menuWords = { view: 'View' };
