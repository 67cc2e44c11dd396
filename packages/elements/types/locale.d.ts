// Registers its language; there is nothing to name.
export {};
