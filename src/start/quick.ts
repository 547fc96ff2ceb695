/** Whether this run was over so soon that what it compiled would not help others that do more. */
export const quick = { yes: false };
