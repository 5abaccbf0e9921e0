/** The desktop menu's own words; the rest of it is worded by the system. */
export const menuWords = { file: 'File', newWindow: 'New Window', view: 'View' };
